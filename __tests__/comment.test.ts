import { afterEach, describe, expect, it } from '@jest/globals'
import type { Fault } from '../sandbox/faults.ts'
import { type GitHubOptions, type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import type { Comment } from '../sandbox/github/state.ts'
import { detectBuild } from '../src/config/build.ts'
import { toConfig } from '../src/config/config.ts'
import { type Raw, readOptions } from '../src/config/read.ts'
import { markOf } from '../src/model/comment-mark.ts'
import type { Outcome } from '../src/model/outcome.ts'
import { run } from '../src/pipeline.ts'
import { closeAll, closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'
import { tell } from './kit/story.ts'

afterEach(closeAll)

const sha = 'a'.repeat(40)
const failing = logOf(runOf('T', [resultAt('src/a.ts', 3, { level: 'error', message: { text: 'Boom @octocat' } })]))
const passing = logOf(runOf('T', []))
const mark = markOf({ name: 'T', category: 'scan' })

interface Job {
  github?: GitHubSandbox
  event?: string
  ref?: string
  payload?: object
  actor?: string
  inputs?: Raw
}

/** A run of the whole line on a report, with nothing but the comment to ask GitHub for. */
async function runOn(report: string, { github, event = 'pull_request', ...job }: Job): Promise<[Outcome, TestHost]> {
  const host = await closing(await testHost({ 'out.sarif': report }))
  const environment = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_API_URL: github?.url ?? 'http://127.0.0.1:9',
    GITHUB_RUN_ID: '4711',
    GITHUB_REF: job.ref ?? 'refs/pull/12/merge',
    GITHUB_SHA: sha,
    GITHUB_WORKSPACE: host.cwd,
    GITHUB_ACTOR: job.actor,
  }
  const options = readOptions({
    ...{ report: 'out.sarif', 'tool-name': 'T', category: 'scan', upload: 'off', 'new-only': 'false' },
    ...{ comment: 'always', 'github-token': 'ghs_sandbox', ...job.inputs },
  })
  const build = detectBuild(environment, job.payload)
  const config = await toConfig(options, { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask })
  host.mask(config.secrets)
  return [await run(config, host), host]
}

const server = async (options: GitHubOptions = {}) => closing(await startGitHub(options))
const asked = ({ requests }: GitHubSandbox) => requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
const told = ({ published }: TestHost) => published[0]!.summary!
const commentBy = (author: string, body: string, id = 7): Comment => ({
  ...{ id, issue: 12, author, body },
  ...{ createdAt: '2026-11-22T12:00:00Z', updatedAt: '2026-11-22T12:00:00Z' },
})

const reading = 'GET /repos/octo/shop/issues/12/comments'
const writing = 'POST /repos/octo/shop/issues/12/comments'
const whose = 'POST /graphql'

describe('The comment on a pull request', () => {
  it('says the verdict, what blocks and where the rest is', async () => {
    const github = await server()

    const [outcome, host] = await runOn(failing, { github })

    expect(outcome.exitCode).toBe(1)
    expect(asked(github)).toEqual([reading, writing])
    expect(github.comments).toMatchObject([{ author: 'github-actions[bot]', issue: 12 }])
    expect(github.comments[0]!.body).toBe(`${mark}
## ❌ Gate failed: 1 finding at or above high.

| Condition | Expected | Actual |  |
|---|--:|--:|:-:|
| Findings at or above high | 0 | **1** | ❌ |

**Blocking (1)**

| Severity | Where | Rule | Message |
|---|---|---|---|
| high (error) | [\`src/a.ts:3\`](https://github.example/octo/shop/blob/${sha}/src/a.ts#L3) | \`r\` | Boom @\u200boctocat |

**What to do:** Fix the blocking findings, or have them suppressed in the source with a reason. \`fail-on\` and \`max-findings\` say what blocks.

Commit \`aaaaaaa\` · [Job summary](https://github.example/octo/shop/actions/runs/4711)`)
    expect(host.said).toContain('The comment on pull request 12 was written.')
    expect(github.violations).toEqual([])
    expect(github.refused).toEqual([])
  })

  it('is one that follows the verdict, and is left alone while it says the same', async () => {
    const github = await server()
    await runOn(failing, { github })
    await runOn(failing, { github })

    expect(asked(github)).toEqual([reading, writing, reading, whose])

    await runOn(passing, { github, inputs: { comment: 'on-failure' } })

    expect(asked(github).slice(4)).toEqual([reading, whose, 'PATCH /repos/octo/shop/issues/comments/1000'])
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]!.body).toMatch(/^<!-- .* -->\n## ✅ Gate passed: /)
    expect(github.violations).toEqual([])
    expect(github.refused).toEqual([])
  })

  it.each([
    ['a pass with on-failure', passing, { comment: 'on-failure' }, 0],
    ['a pass with always', passing, { comment: 'always' }, 1],
    ['a failure with on-failure', failing, { comment: 'on-failure' }, 1],
    ['a failure that is let pass', failing, { comment: 'on-failure', enforcement: 'warn' }, 1],
    ['a report that cannot be read', '{', { comment: 'on-failure' }, 1],
    ['no wish', failing, { comment: 'off' }, 0],
  ])('is written for %s as it was asked for', async (_, report, inputs, count) => {
    const github = await server()

    await runOn(report, { github, inputs })

    expect(github.comments).toHaveLength(count)
  })

  it.each([
    ["somebody else's, with our mark", commentBy('mallory', `${mark}\nx`)],
    ["another bot's, with our mark", commentBy('other-app[bot]', `${mark}\nx`)],
    ['ours for another category', commentBy('github-actions[bot]', '<!-- codescan-gate:T:other -->\nx')],
    ['ours with our mark in the middle', commentBy('github-actions[bot]', `x\n${mark}\n`)],
    ['ours that goes on behind the mark', commentBy('github-actions[bot]', `${mark} x\n`)],
    ['one whose author is gone', { ...commentBy('ghost', `${mark}\nx`) }],
  ])('leaves a comment alone that is %s', async (_, comment) => {
    const github = await server({ comments: [{ ...comment }] })

    await runOn(failing, { github })

    expect(github.comments[0]).toEqual(comment)
    expect(github.comments).toHaveLength(2)
  })

  it.each(['github-actions[bot]', 'our-gate[bot]', 'octocat'])('is known again by its author %s', async (holder) => {
    const github = await server({ holder, comments: [commentBy(holder, `${mark}\r\nold`)] })

    await runOn(failing, { github })

    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]!.body).toContain('Gate failed')
  })

  it('is found behind two pages of talk', async () => {
    const talk = Array.from({ length: 230 }, (_, at) => commentBy('mallory', 'x', at + 1))
    const github = await server({ comments: [...talk, commentBy('github-actions[bot]', `${mark}\nold`, 900)] })

    await runOn(failing, { github })

    expect(asked(github).filter((request) => request === reading)).toHaveLength(3)
    expect(github.comments).toHaveLength(231)
    expect(github.comments.at(-1)!.body).toContain('Gate failed')
  })

  it('is asked for on an Enterprise Server, whose GraphQL is elsewhere', async () => {
    const github = await server({ version: '3.17.2', comments: [commentBy('github-actions[bot]', `${mark}\nold`)] })

    await runOn(failing, { github })

    expect(asked(github)[1]).toBe('POST /api/graphql')
    expect(github.comments[0]!.body).toContain('Gate failed')
  })

  it('is found on pull_request_target, whose ref is the base branch', async () => {
    const github = await server()
    const payload = { pull_request: { number: 12 } }

    await runOn(failing, { github, event: 'pull_request_target', ref: 'refs/heads/main', payload })

    expect(github.comments).toHaveLength(1)
  })

  it('holds no secret', async () => {
    const github = await server()
    const leak = logOf(runOf('T', [resultAt('a.ts', 3, { level: 'error', message: { text: 'token ghs_sandbox' } })]))

    await runOn(leak, { github })

    expect(github.comments[0]!.body).toMatch(/\| token (?:\\?\*){3} \|/)
    expect(github.comments[0]!.body).not.toContain('ghs_sandbox')
  })
})

describe('Where there can be no comment', () => {
  const refusals: [what: string, options: GitHubOptions, sentence: RegExp][] = [
    [
      'the token may only read',
      { commenting: 'read' },
      /403 \(Resource not accessible by integration\).*`pull-requests: write` to the `permissions:`/,
    ],
    ['the token may not even read', { commenting: 'none' }, /Reading the comments.*`pull-requests: write`/],
    ['there is no such pull request for the token', { pullRequests: [] }, /404.*`pull-requests: write`/],
    ['the repository is archived', { archived: true }, /archived/],
    [
      'the conversation is locked',
      {
        faults: [
          {
            method: 'POST',
            path: /comments/,
            status: 403,
            body: { message: 'Unable to create comment because issue is locked.' },
          },
        ],
      },
      /locked the conversation/,
    ],
    [
      'GraphQL says no',
      {
        comments: [commentBy('x', `${mark}\nold`)],
        faults: [{ path: /graphql/, status: 200, body: { errors: [{ message: 'Something went wrong' }] } }],
      },
      /GitHub does not say whose token this is/,
    ],
    [
      'GitHub breaks',
      { faults: [{ method: 'POST', path: /comments/, status: 502, times: 9 }] },
      /502.*problem of its own/,
    ],
    [
      'GitHub answers nonsense',
      { faults: [{ path: /comments/, status: 200, body: [{ id: 'x' }] }] },
      /did not answer with a comment/,
    ],
  ]

  it.each(refusals)('the summary says so, and the verdict stands: %s', async (_, options, sentence) => {
    const github = await server(options)

    const [outcome, host] = await runOn(failing, { github })

    expect([outcome.verdict, outcome.exitCode]).toEqual(['fail', 1])
    expect(host.published[0]!.outputs).toMatchObject({ verdict: 'fail', 'exit-code': '1' })
    expect(told(host)).toMatch(/There is no comment on the pull request that says this\./)
    expect(told(host).replaceAll('\\', '')).toMatch(sentence)
    expect(github.comments.filter(({ body }) => body.includes('Gate'))).toEqual([])
  })

  it('a comment that could not be written is not written twice', async () => {
    const lost: Fault = { method: 'POST', path: /comments/, status: 502, applies: true }
    const github = await server({ faults: [lost] })

    await runOn(failing, { github })

    expect(github.comments).toHaveLength(1)
  })

  it.each([
    ['a push', { event: 'push', ref: 'refs/heads/main' }, 'this run is for no pull request'],
    ['a merge queue', { event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-12' }, 'for no pull request'],
    [
      'a fork',
      { payload: { repository: { full_name: 'octo/shop' }, pull_request: { number: 12, head: { repo: null } } } },
      'this is a run of a fork, whose token may not write',
    ],
    ['no token', { inputs: { 'github-token': '' } }, '`comment` needs `github-token`'],
  ])('nobody is asked: %s', async (_, job, sentence) => {
    const github = await server()

    const [outcome, host] = await runOn(failing, { github, ...job })

    expect(outcome.exitCode).toBe(1)
    expect(asked(github)).toEqual([])
    expect(told(host)).toContain(sentence)
  })

  it('a run of Dependabot tries, since the permissions of the job count there', async () => {
    const github = await server({ commenting: 'read' })

    const [, host] = await runOn(failing, { github, actor: 'dependabot[bot]' })

    expect(told(host)).toContain('`pull-requests: write`')
  })
})

describe('The action', () => {
  it('comments on the pull request that it runs for', async () => {
    const event = { name: 'pull_request', payload: { pull_request: { number: 12 } } }
    const inputs = { report: 'out.sarif', upload: 'off', comment: 'on-failure', 'new-only': 'false' }
    const ref = 'refs/pull/12/merge'

    const { github, result } = await tell({ files: { 'out.sarif': failing }, inputs, event, ref, baseRef: 'main' })

    expect(result.outputs['verdict']).toBe('fail')
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]!.body).toMatch(/^<!-- codescan-gate:report:.* -->\n## ❌ Gate failed: /)
    expect(github.violations).toEqual([])
  })
})
