import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import type { Fault } from '../sandbox/faults.ts'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import type { ChangedFile } from '../sandbox/github/state.ts'
import { detectBuild } from '../src/config/build.ts'
import { toConfig } from '../src/config/config.ts'
import { type Raw, readOptions } from '../src/config/read.ts'
import { baselineOf, pruned } from '../src/gate/baseline.ts'
import { match } from '../src/gate/match.ts'
import type { Outcome } from '../src/model/outcome.ts'
import { toLog } from '../src/model/sarif.ts'
import { learn } from '../src/pipeline.ts'
import { readDiff } from '../src/stages/diff-lines.ts'
import { closeAll, closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { fc } from './kit/properties.ts'

afterEach(closeAll)

/** A finding on each line that says TODO, fingerprinted by what follows. */
function scan(files: Record<string, string>): string {
  const results = Object.entries(files).flatMap(([uri, text]) =>
    text.split('\n').flatMap((line, at): Result[] =>
      line.includes('TODO')
        ? [
            {
              ruleId: 'todo',
              level: 'error',
              message: { text: line.trim() },
              locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: at + 1 } } }],
            },
          ]
        : [],
    ),
  )
  return JSON.stringify(toLog([{ tool: { driver: { name: 'Todo' } }, results }]))
}

interface Repository {
  host: TestHost
  git(...words: string[]): string
  /** Writes files, and commits them with everything else. */
  commit(files: Record<string, string>, message?: string): Promise<string>
}

/** A repository with a remote, as a job finds it. */
async function repositoryWith(files: Record<string, string>): Promise<Repository> {
  const host = await closing(await testHost())
  const git = (...words: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always', ...words],
      {
        cwd: host.cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim()
  const commit = async (changed: Record<string, string>, message = 'change') => {
    await host.write(changed)
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  await commit(files, 'first')
  return { host, git, commit }
}

interface Job {
  event?: string
  ref?: string
  baseRef?: string
  payload?: object
  options?: Raw
  github?: GitHubSandbox
  sha?: string
}

/** The gate over what a scan of the files in the checkout says. */
async function judged({ host, git }: Repository, files: Record<string, string>, job: Job = {}): Promise<Outcome> {
  await host.write({ '.scan/out.sarif': scan(files) })
  const { event = 'pull_request', baseRef = event === 'pull_request' ? 'main' : undefined } = job
  const environment = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: job.ref ?? (event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main'),
    GITHUB_SHA: job.sha ?? git('rev-parse', 'HEAD'),
    GITHUB_BASE_REF: baseRef,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_WORKSPACE: host.cwd,
    GITHUB_API_URL: job.github?.url,
  }
  const token = job.github && { 'github-token': job.github.token, upload: 'optional' }
  const options = readOptions({ report: '.scan/out.sarif', upload: 'off', ...token, ...job.options })
  const build = detectBuild(environment, job.payload)
  const around = { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask } as const
  return (await learn(await toConfig(options, around), host)).outcome
}

const summaryOf = ({ verdict, blocking, comparison }: Outcome) => ({
  verdict,
  blocking: blocking.map(({ file, line }) => `${file}:${line}`),
  source: comparison?.status === 'done' ? comparison.value.source : comparison?.status,
})

describe('New findings, told by what changed in Git', () => {
  const old = { 'a.txt': 'one\nTODO old\nthree\n' }
  const grown = { 'a.txt': 'zero\none\nTODO old\nthree\nTODO new\n' }

  it('pull request, checked out with its history: the old one is old, though it moved', async () => {
    const repository = await repositoryWith(old)
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.commit(grown)

    expect(summaryOf(await judged(repository, grown))).toEqual({
      verdict: 'fail',
      blocking: ['a.txt:5'],
      source: 'diff',
    })
    expect(summaryOf(await judged(repository, { 'a.txt': 'zero\none\nTODO old\nthree\n' }))).toMatchObject({
      verdict: 'pass',
    })
  })

  it('pull request, as a merge commit that GitHub made: what main brought meanwhile is not new', async () => {
    const repository = await repositoryWith(old)
    repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.commit({ 'b.txt': 'TODO mine\n' })
    repository.git('checkout', '--quiet', 'main')
    await repository.commit({ 'c.txt': 'TODO of somebody else\n' })
    repository.git('checkout', '--quiet', '--detach')
    repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'topic')
    repository.git('update-ref', 'refs/remotes/pull/7/merge', 'HEAD')
    const files = { ...old, 'b.txt': 'TODO mine\n', 'c.txt': 'TODO of somebody else\n' }

    expect(summaryOf(await judged(repository, files))).toEqual({
      verdict: 'fail',
      blocking: ['b.txt:1'],
      source: 'diff',
    })
  })

  it('§3 ask 30: shallow clone: what is missing is fetched once', async () => {
    const origin = await repositoryWith(old)
    await origin.commit({ 'x.txt': 'more\n' })
    origin.git('checkout', '--quiet', '-b', 'topic')
    await origin.commit(grown)
    const host = await closing(await testHost())
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: host.cwd, encoding: 'utf8', stdio: 'pipe' }).trim()
    git('clone', '--quiet', '--depth=1', '--branch=topic', pathToFileURL(origin.host.cwd).href, '.')
    const clone = { host, git, commit: origin.commit }

    expect(git('rev-parse', '--is-shallow-repository')).toBe('true')
    expect(summaryOf(await judged(clone, grown))).toEqual({ verdict: 'fail', blocking: ['a.txt:5'], source: 'diff' })
    expect(host.said.filter((line) => line.includes('it is fetched'))).toHaveLength(1)
  })

  it('§5.6 row 15: shallow clone without a remote: not evaluated, with what to do, never a pass', async () => {
    const repository = await repositoryWith(grown)
    const outcome = await judged(repository, grown, { baseRef: 'release' })

    expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(outcome.reason).toMatch(/What is new is not known/)
    expect(outcome.conditions[0]!.explanation).toMatch(/fetch-depth: 0/)
    // Where there is nothing to be new, nothing has to be known.
    expect(summaryOf(await judged(repository, {}, { baseRef: 'release' })).verdict).toBe('pass')
  })

  it('rebase: the branch is compared with where it is now', async () => {
    const repository = await repositoryWith(old)
    repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.commit({ 'b.txt': 'TODO mine\n' })
    repository.git('checkout', '--quiet', 'main')
    await repository.commit({ 'c.txt': 'TODO meanwhile\n' })
    repository.git('update-ref', 'refs/remotes/origin/main', 'main')
    repository.git('rebase', '--quiet', 'main', 'topic')
    const files = { ...old, 'b.txt': 'TODO mine\n', 'c.txt': 'TODO meanwhile\n' }

    expect(summaryOf(await judged(repository, files)).blocking).toEqual(['b.txt:1'])
  })

  it('rename: a file with another name brings nothing new', async () => {
    const text = `${'filler\n'.repeat(30)}TODO old\n`
    const repository = await repositoryWith({ 'a.txt': text })
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.git('mv', 'a.txt', 'b c.txt')
    await repository.commit({})

    expect(summaryOf(await judged(repository, { 'b c.txt': text })).verdict).toBe('pass')
  })

  it('push: what it brought is new; a force push has nothing to compare with', async () => {
    const repository = await repositoryWith(old)
    const before = repository.git('rev-parse', 'HEAD')
    await repository.commit(grown)
    const push = { event: 'push', payload: { before }, options: { 'new-only': 'true' } }
    const forced = { ...push, payload: { before: 'f'.repeat(40) } }
    const first = { ...push, payload: { before: '0'.repeat(40) } }

    expect(summaryOf(await judged(repository, grown, push))).toEqual({
      verdict: 'fail',
      blocking: ['a.txt:5'],
      source: 'diff',
    })
    expect(summaryOf(await judged(repository, grown, forced))).toMatchObject({ verdict: 'skipped', source: 'skipped' })
    expect((await judged(repository, grown, first)).reason).toMatch(/No gate of the policy applies/)
  })

  it('merge group: compared with what the queue builds on', async () => {
    const repository = await repositoryWith(old)
    const base = repository.git('rev-parse', 'HEAD')
    await repository.commit(grown)
    const payload = { merge_group: { base_sha: base, base_ref: 'refs/heads/main' } }
    const queue = { event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7', payload }

    expect(summaryOf(await judged(repository, grown, queue))).toEqual({
      verdict: 'fail',
      blocking: ['a.txt:5'],
      source: 'diff',
    })
  })

  it('schedule and tag: there is nothing to compare with, and all findings count unless told otherwise', async () => {
    const repository = await repositoryWith(old)
    const schedule = { event: 'schedule' }
    const tag = { event: 'push', ref: 'refs/tags/v1', payload: { before: '0'.repeat(40) } }

    expect(summaryOf(await judged(repository, old, schedule))).toMatchObject({ verdict: 'fail' })
    expect(summaryOf(await judged(repository, old, tag))).toMatchObject({ verdict: 'fail' })
    expect(summaryOf(await judged(repository, old, { ...schedule, options: { 'new-only': 'true' } })).verdict).toBe(
      'skipped',
    )
  })

  it('no repository: not evaluated', async () => {
    const host = await closing(await testHost())
    const repository = { host, git: () => 'a'.repeat(40), commit: async () => '' }

    expect(summaryOf(await judged(repository, grown))).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(summaryOf(await judged(repository, grown, { options: { 'new-only': 'false' } })).verdict).toBe('fail')
  })
})

describe('New findings, told by a baseline', () => {
  const files = { 'a.txt': 'TODO one\nTODO two\n' }
  const baseline = (text: Record<string, string>) => {
    const { runs } = JSON.parse(scan(text))
    return JSON.stringify(toLog(baselineOf(runs, [], 0)))
  }

  it('knows the old ones again, and lists what was fixed', async () => {
    const repository = await repositoryWith({ ...files, 'base.sarif': baseline({ 'a.txt': 'TODO one\nTODO gone\n' }) })
    const outcome = await judged(repository, files, {
      event: 'schedule',
      options: { baseline: 'base.sarif', 'new-only': 'true' },
    })

    expect(summaryOf(outcome)).toEqual({ verdict: 'fail', blocking: ['a.txt:2'], source: 'baseline' })
    expect(outcome.fixed!.map(({ message }) => message)).toEqual(['TODO gone'])
  })

  it.each([
    ['is missing', {}, /The baseline is missing/],
    ['is empty', { 'base.sarif': '' }, /cannot be read/],
    ['is no SARIF', { 'base.sarif': '[]' }, /cannot be read/],
  ])('§5.6 row 14: that %s: not evaluated, never "all old" and never "all new"', async (_case, more, words) => {
    const repository = await repositoryWith({ ...files, ...more })
    const outcome = await judged(repository, files, { options: { baseline: 'base.sarif' } })

    expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(outcome.conditions[0]!.explanation).toMatch(words)
  })

  it('§3 ask 31: first run without a baseline: the changed lines say what is new', async () => {
    const repository = await repositoryWith({ 'a.txt': 'TODO one\n' })
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    await repository.commit(files)

    expect(summaryOf(await judged(repository, files))).toMatchObject({ source: 'diff', blocking: ['a.txt:2'] })
  })
})

describe('New findings, told by what GitHub has of the base', () => {
  const old = { 'a.txt': 'TODO one\nkeep\n' }
  const grown = { 'a.txt': 'keep\nTODO one\nTODO two\n' }

  /** A repository whose main was scanned and uploaded, and a branch on it. */
  async function scanned(faults: Fault[] = []) {
    const github = await closing(await startGitHub({ processingMs: 20 }))
    const repository = await repositoryWith(old)
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    await judged(repository, old, { event: 'push', github, options: { upload: 'required', category: 'c' } })
    repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.commit(grown)
    github.faults.push(...faults)
    const ask = (options: Raw = {}) => judged(repository, grown, { github, options: { category: 'c', ...options } })
    return { github, repository, ask }
  }

  it('knows the findings of the newest analysis that the branch builds on', async () => {
    const { ask } = await scanned()
    const outcome = await ask()

    expect(summaryOf(outcome)).toEqual({ verdict: 'fail', blocking: ['a.txt:3'], source: 'base-branch' })
    expect(outcome.notices!.join()).toMatch(/not in the analysis of main at [\da-f]{7}/)
  })

  it('§5.6 row 11: without an analysis of this category the changed lines say what is new, and the run says so', async () => {
    const { ask } = await scanned()
    const outcome = await ask({ category: 'other' })

    expect(summaryOf(outcome).source).toBe('diff')
    expect(outcome.notices!.join()).toMatch(/GitHub has no analysis of main .*New is what is on changed lines/)
  })

  it.each([
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['404', { status: 404, body: { message: 'Not Found' } }],
    ['5xx', { status: 500, body: { message: 'Server Error' } }],
    ['garbage', { status: 200, body: '<html>' }],
  ])(
    '%s on the analyses is never "nothing there": told, and the changed lines decide',
    async (_case, fault) => {
      const { ask, github } = await scanned()
      github.faults.push({ path: /code-scanning\/analyses(?:\?|\/)/, method: 'GET', times: 99, ...fault })
      const outcome = await ask({ upload: 'optional' })

      expect(summaryOf(outcome)).toMatchObject({ source: 'diff', blocking: ['a.txt:2', 'a.txt:3'] })
    },
    120_000,
  )

  it('a dismissed alert does not count, and what is not known of dismissals counts', async () => {
    const { ask, github } = await scanned()
    await fetch(`${github.url}/repos/octo/shop/code-scanning/alerts/1`, {
      method: 'PATCH',
      headers: { authorization: `token ${github.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'dismissed', dismissed_reason: "won't fix", dismissed_comment: 'known' }),
    })
    const honoured = await ask({ 'new-only': 'false' })
    github.faults.push({ path: /code-scanning\/alerts/, status: 403, body: { message: 'no' }, times: 99 })
    const unknown = await ask({ 'new-only': 'false' })

    expect(honoured.accepted.map(({ message, accepted }) => [message, accepted!.by])).toEqual([
      ['TODO one', 'dismissed alert'],
    ])
    expect(unknown.accepted).toEqual([])
    expect(unknown.conditions.find(({ id }) => id === 'dismissed-alerts')).toMatchObject({ result: 'warn' })
  }, 120_000)

  it('404 `no analysis found` is that there is none: told, and the changed lines decide; nothing is dismissed then', async () => {
    const repository = await repositoryWith(old)
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.commit(grown)
    const github = await closing(await startGitHub())
    const outcome = await judged(repository, grown, { github, options: { 'new-only': 'true' } })

    expect(summaryOf(outcome)).toEqual({ verdict: 'fail', blocking: ['a.txt:2', 'a.txt:3'], source: 'diff' })
    expect(outcome.notices!.join()).toMatch(/GitHub has no analysis of main/)
    expect(outcome.dismissed).toEqual({ status: 'done', value: new Map() })
  })

  it.each([403, 404, 500])(
    '%i on the alerts is never "nothing dismissed": it counts, and is an error where it is required',
    async (status) => {
      const { ask, github, repository } = await scanned()
      await repository.host.write({
        'p.yml': 'version: 1\nsources: {dismissed-alerts: required}\ngates: [{id: a, max: 9}]\n',
      })
      github.faults.push({ path: /code-scanning\/alerts/, status, body: { message: 'no' }, times: 99 })
      const optional = await ask({ 'new-only': 'false', upload: 'optional' })
      const required = await ask({ policy: 'p.yml', 'policy-ref': 'head', upload: 'optional' })

      expect(optional.dismissed).toMatchObject({ status: 'failed' })
      expect(optional.conditions.find(({ id }) => id === 'dismissed-alerts')).toMatchObject({ result: 'warn' })
      expect([required.verdict, required.exitCode]).toEqual(['error', 3])
    },
    120_000,
  )

  it('§5.6 row 12: where the policy wants an analysis of the base, and there is none: not evaluated, with what to do', async () => {
    const { ask, repository } = await scanned()
    await repository.host.write({ 'p.yml': 'version: 1\nnew: {source: base-branch}\ngates: [{id: a, scope: new}]\n' })
    const outcome = await ask({ category: 'other', policy: 'p.yml', 'policy-ref': 'head' })

    expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(outcome.conditions[0]!.explanation).toMatch(
      /has no analysis of main .*Run the scan on a push to that branch/,
    )
  })

  it('§5.6 row 13: an old analysis is told; one that the branch does not build on is not taken', async () => {
    const { ask, github, repository } = await scanned()
    github.analyses[0]!.createdAt = new Date(Date.now() - 43 * 24 * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
    const old = await ask()
    github.analyses[0]!.commitSha = repository.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'elsewhere')

    expect(summaryOf(old)).toMatchObject({ verdict: 'fail', source: 'base-branch' })
    expect(old.notices!.join()).toMatch(/is 43 days old \([\da-f]{7}\)\. Scan main more often/)
    expect(summaryOf(await ask()).source).toBe('diff')
  })

  it('§1.4 defect 10: as many requests whatever the number of findings, and none that makes a check', async () => {
    const { github, repository } = await scanned()
    const many = { 'a.txt': `keep\n${'TODO one\n'.repeat(300)}` }
    const from = github.requests.length
    await repository.commit(many)
    await judged(repository, many, { github, options: { category: 'c', upload: 'off', 'new-only': 'true' } })
    const asked = github.requests.slice(from).map(({ method, path }) => `${method} ${path.replace(/[?].*/, '')}`)

    expect(asked.length).toBeLessThanOrEqual(4)
    expect(asked.every((line) => line.startsWith('GET /repos/octo/shop/code-scanning/'))).toBe(true)
    expect(github.refused).toEqual([])
  })

  it('an age is that of GitHub’s alert; where GitHub does not tell it, it is unknown, which is said', async () => {
    const { ask, github, repository } = await scanned()
    const week = '{id: a, scope: all, where: {age: ">7d"}}'
    await repository.host.write({ 'p.yml': `version: 1\ngates: [${week}]\n` })
    const aged = () => ask({ policy: 'p.yml', 'policy-ref': 'head', upload: 'optional' })
    const young = await aged()
    github.alerts[0]!.createdAt = '2020-01-01T00:00:00Z'
    const old = await aged()
    const refused = { path: /code-scanning\/alerts/, status: 403, body: { message: 'no' }, times: 99 }
    github.faults.push(refused)
    const unknown = await aged()

    expect(young.conditions.find(({ id }) => id === 'a')).toMatchObject({ result: 'pass', actual: '0' })
    expect(old.conditions.find(({ id }) => id === 'a')).toMatchObject({ result: 'fail', actual: '1' })
    expect(unknown.conditions.find(({ id }) => id === 'a')).toMatchObject({ result: 'warn' })
    expect(unknown.notices!.join()).toMatch(/How long findings have been there is not known\. .*403/)
  }, 120_000)
})

describe('§5.6 row 16: New findings, told by GitHub’s files of the pull request where Git lacks the history', () => {
  const old = 'one\nTODO old\nthree\n'
  const grown = 'zero\none\nTODO old\nthree\nTODO new\n'
  const patch = '@@ -1,3 +1,5 @@\n+zero\n one\n TODO old\n three\n+TODO new'
  const files = { 'a.txt': grown }

  /** One commit that knows of no other, and what GitHub says of it. */
  async function shallow(changed: (sha: (path: string) => string) => ChangedFile[], faults: Fault[] = []) {
    const repository = await repositoryWith({ ...files, 'untouched.txt': old })
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.git('branch', '--quiet', '-D', 'main')
    const sha = (path: string) => repository.git('rev-parse', `HEAD:${path}`)
    const github = await closing(await startGitHub({ pulls: { 7: changed(sha) }, faults }))
    return {
      github,
      ask: (scanned: Record<string, string> = files) =>
        judged(repository, scanned, { github, options: { 'new-only': 'true' } }),
    }
  }
  const modified = (sha: string | null, more: Partial<ChangedFile> = {}): ChangedFile => ({
    filename: 'a.txt',
    status: 'modified',
    additions: 2,
    sha,
    patch,
    ...more,
  })

  it('what is on added lines is new, in a file that is new all of it, and the run says who told', async () => {
    const { ask, github } = await shallow((sha) => [modified(sha('a.txt'))])
    const outcome = await ask({ ...files, 'untouched.txt': old })

    expect(summaryOf(outcome)).toEqual({ verdict: 'fail', blocking: ['a.txt:5'], source: 'diff' })
    expect(outcome.notices!.join()).toMatch(
      /GitHub was asked for the files of the pull request.*lines that pull request #7/,
    )
    expect([github.refused, github.violations]).toEqual([[], []])

    const added = await shallow((sha) => [modified(sha('a.txt'), { status: 'added', patch: undefined })])
    expect(summaryOf(await added.ask()).blocking).toEqual(['a.txt:3', 'a.txt:5'])
  })

  it('all pages are read', async () => {
    const others = Array.from({ length: 250 }, (_, at) => modified(null, { filename: `other${at}.txt` }))
    const { ask } = await shallow((sha) => [...others, modified(sha('a.txt'))])

    expect(summaryOf(await ask()).blocking).toEqual(['a.txt:5'])
  })

  it('a file that was only renamed brings nothing, and one that was removed is no matter', async () => {
    const { ask } = await shallow((sha) => [
      modified(sha('a.txt'), { status: 'renamed', additions: 0, patch: undefined, previous_filename: 'b.txt' }),
      modified(null, { filename: 'gone.txt', status: 'removed', additions: 0, deletions: 4 }),
    ])

    expect(summaryOf(await ask())).toMatchObject({ verdict: 'pass', source: 'diff' })
  })

  it.each<[case_: string, more: Partial<ChangedFile>]>([
    ['is left out, as of a file that is too large', { patch: undefined }],
    ['is cut', { patch: patch.replace('\n+TODO new', '') }],
    ['is of another text than what is checked out, as after a merge', { sha: '0'.repeat(40) }],
  ])('where the patch %s, nothing is judged by it; findings elsewhere are', async (_, more) => {
    const { ask } = await shallow((sha) => [modified(sha('a.txt'), more)])
    const outcome = await ask()

    expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(outcome.conditions[0]!.explanation).toMatch(/which lines of a\.txt.*fetch-depth: 0/)
    expect(summaryOf(await ask({ 'untouched.txt': old }))).toMatchObject({ verdict: 'pass', source: 'diff' })
  })

  it('3,000 files are all that GitHub lists: not evaluated, and it says so', async () => {
    const many = Array.from({ length: 3001 }, (_, at) =>
      modified(null, { filename: `f${at}`, patch: '@@ -1 +1,2 @@\n+a\n+b' }),
    )
    const outcome = await (await shallow(() => many)).ask()

    expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
    expect(outcome.conditions[0]!.explanation).toMatch(/GitHub lists 3000 files of a pull request at most/)
  }, 120_000)

  it.each([403, 404, 500])(
    '%i is not "nothing changed": not evaluated',
    async (status) => {
      const fault: Fault = { path: /pulls/, times: 99, status, body: { message: 'no' } }
      const outcome = await (await shallow((sha) => [modified(sha('a.txt'))], [fault])).ask()

      expect(summaryOf(outcome)).toMatchObject({ verdict: 'error', source: 'failed' })
      expect(outcome.conditions[0]!.explanation).toMatch(new RegExp(`GitHub was asked what changed: .*${status}`))
    },
    120_000,
  )
})

describe('Knowing findings again', () => {
  const at = (uri: string, more: Partial<Result> = {}): Result => ({
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
    ...more,
  })
  const printed = (uri: string, hash: string, message = 'm') =>
    at(uri, { message: { text: message }, partialFingerprints: { primaryLocationLineHash: hash } })
  const run = (results: Result[], name = 'T'): Run => ({ tool: { driver: { name } }, results })
  const newOf = (now: Result[], before: Result[], renames?: Map<string, string>) => {
    const { known } = match([run(now)], [run(before)], renames)
    return now.filter((result) => !known.has(result)).length
  }

  it.each<[string, Result[], Result[], number, Map<string, string>?]>([
    ['the same', [printed('a', 'h:1')], [printed('a', 'h:1')], 0],
    ['a line moved: the hash is the same', [printed('a', 'h:1')], [printed('a', 'h:1')], 0],
    [
      'a line of the same words above: the number moved',
      [printed('a', 'h:1'), printed('a', 'h:2')],
      [printed('a', 'h:1')],
      1,
    ],
    ['two of them, where there was one', [at('a'), at('a')], [at('a')], 2],
    ['as many as there were', [at('a'), at('a')], [at('a'), at('a')], 0],
    [
      'another message with another number',
      [at('a', { message: { text: 'line 3' } })],
      [at('a', { message: { text: 'line 7' } })],
      0,
    ],
    ['another rule', [at('a', { ruleId: 'x' })], [at('a')], 1],
    ['another file', [at('b')], [at('a')], 1],
    ['another name of the file', [printed('b', 'h:1')], [printed('a', 'h:1')], 0, new Map([['b', 'a']])],
    ['a constant fingerprint of another finding', [printed('b', 'x', 'n')], [printed('a', 'x', 'm')], 1],
    [
      'a constant fingerprint, and a finding fixed while another came',
      [at('a', { message: { text: 'new' }, fingerprints: { k: 'x' } })],
      [at('a', { message: { text: 'old' }, fingerprints: { k: 'x' } })],
      1,
    ],
    [
      'the higher of two versions of a fingerprint',
      [at('a', { message: { text: 'x' }, partialFingerprints: { 'p/v1': '1', 'p/v2': '9' } })],
      [at('a', { message: { text: 'y' }, partialFingerprints: { 'p/v1': '1', 'p/v2': '2' } })],
      1,
    ],
  ])('%s', (...[, now, before, expected, renames]) => {
    expect(newOf(now, before, renames instanceof Map ? renames : undefined)).toBe(expected)
  })

  it('asks each tool for itself, and calls nothing fixed of a tool that took no part', () => {
    const { known, fixed } = match([run([at('a')], 'A')], [run([at('a')], 'B'), run([at('gone')], 'A')])

    expect(known.size).toBe(0)
    expect([...fixed].map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri)).toEqual(['gone'])
  })

  const finding = fc
    .record({
      uri: fc.constantFrom('a', 'b', 'c'),
      hash: fc.constantFrom('1:1', '1:2', '2:1', '3:1'),
      message: fc.constantFrom('m', 'n'),
    })
    .map(({ uri, hash, message }) => printed(uri, hash, message))
  const findings = fc.array(finding, { maxLength: 12 })
  const copy = (results: Result[]) => structuredClone(results)

  it('a log compared with itself has nothing new, and nothing fixed', () => {
    fc.assert(
      fc.property(findings, (results) => {
        const { known, fixed } = match([run(copy(results))], [run(results)])
        expect([known.size, fixed.size]).toEqual([results.length, 0])
      }),
    )
  })

  it('never absorbs more than there were, whatever the order', () => {
    fc.assert(
      fc.property(findings, findings, (now, before) => {
        const { known, fixed } = match([run(now)], [run(before)])
        expect(known.size + fixed.size).toBe(before.length)
        expect(newOf([...now].reverse(), [...before].reverse())).toBe(now.length - known.size)
      }),
    )
  })
})

describe('A baseline', () => {
  const result = (uri: string, message: string): Result => ({
    ruleId: 'r',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 7 } } }],
  })
  const runs = (...results: Result[]): Run[] => [{ tool: { driver: { name: 'T', version: '1' } }, results }]
  const day = 24 * 3_600_000

  it('is as little as it takes, in an order of its own', () => {
    const one = JSON.stringify(baselineOf(runs(result('b', 'x'), result('a', 'y')), [], 0))
    const other = JSON.stringify(baselineOf(runs(result('a', 'y'), result('b', 'x')), [], 0))

    expect(one).toBe(other)
    expect(one).not.toContain('startLine')
  })

  it('keeps the day a finding was first seen, forgets what is gone, and prune adds nothing', () => {
    const first = baselineOf(runs(result('a', 'old'), result('a', 'gone')), [], 0)
    const now = runs(result('a', 'old'), result('a', 'new'))
    const updated = baselineOf(now, first, 10 * day)
    const { runs: left, removed } = pruned(first, now)
    const days = (log: Run[]) =>
      log[0]!.results!.map(({ message, properties }) => [message.text, properties!['codescan-gate/firstSeen']])

    expect(days(updated)).toEqual([
      ['new', '1970-01-11'],
      ['old', '1970-01-01'],
    ])
    expect([days(left), removed]).toEqual([[['old', '1970-01-01']], 1])
  })
})

describe('A diff', () => {
  it('says which lines are new, of which file, whatever they look like', () => {
    const text = [
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1,0 +2,2 @@ head',
      '++++ b/not-a-head',
      '+@@ -1 +1 @@',
      '\\ No newline at end of file',
      '@@ -9 +11 @@',
      '-old',
      '+new',
      'diff --git a/new b/new',
      'new file mode 100644',
      '--- /dev/null',
      '+++ "b/n\\"\\303\\244\\t"',
      '@@ -0,0 +1 @@',
      '+x',
      'diff --git a/from b/to',
      'rename from from',
      'rename to to',
      '',
    ].join('\n')
    const { lines, renames } = readDiff(text)

    expect([...lines]).toEqual([
      ['x', [2, 3, 11]],
      ['n"\u00c3\u00a4\t', 'all'],
    ])
    expect([...renames]).toEqual([['to', 'from']])
  })
})
