import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { Command } from 'commander'
import type { Result, Run } from 'sarif'
import { type GitHubOptions, type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { listen } from '../sandbox/http.ts'
import { githubAlerts } from '../src/clients/github-alerts.ts'
import { githubAnalyses } from '../src/clients/github-analyses.ts'
import type { Config } from '../src/config/config.ts'
import type { UploadConfig } from '../src/config/upload.ts'
import { deleteAnalyses } from '../src/entry/analysis-commands.ts'
import { addAlerts, addAnalyses } from '../src/entry/code-scanning-cli.ts'
import { standingOf } from '../src/gate/suppressions.ts'
import { commentOf, dismissalOf, isOurs } from '../src/model/dismissal.ts'
import { run as runLine } from '../src/pipeline.ts'
import { jsonText } from '../src/render/json.ts'
import { plain } from '../src/render/plain.ts'
import { closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { gateOf, noPolicy } from './kit/policy.ts'
import { fc } from './kit/properties.ts'

const servers: GitHubSandbox[] = []

afterEach(async () => {
  expect(servers.splice(0).flatMap(({ violations, refused }) => [...violations, ...refused])).toEqual([])
})

async function github(options: GitHubOptions = {}): Promise<GitHubSandbox> {
  const server = closing(await startGitHub({ processingMs: 1, ...options }))
  servers.push(server)
  return server
}

const sha = 'a'.repeat(40)
const main = 'refs/heads/main'
const times = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index))

function result(ruleId: string, line: number, more: Partial<Result> = {}): Result {
  return {
    ruleId,
    message: { text: `${ruleId} on line ${line}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: line } } }],
    ...more,
  }
}

const runOf = (results: Result[], { id, name = 'Lint' }: { id?: string; name?: string } = {}): Run => ({
  tool: { driver: { name, rules: [{ id: 'r', help: { text: 'Do not.' } }] } },
  ...(id && { automationDetails: { id } }),
  results,
})

/** Puts analyses into a server, as some earlier build did. */
async function store(server: GitHubSandbox, runs: Run[], ref = main) {
  const sarif = gzipSync(JSON.stringify({ version: '2.1.0', runs })).toString('base64')
  const known = server.deliveries.length
  const answer = await fetch(`${server.url}/repos/${server.repository}/code-scanning/sarifs`, {
    method: 'POST',
    headers: { authorization: `token ${server.token}` },
    body: JSON.stringify({ commit_sha: sha, ref, sarif }),
  })
  expect(answer.status).toBe(202)
  while (server.deliveries[known]?.status === 'pending') await new Promise((resolve) => setTimeout(resolve, 2))
  expect(server.deliveries[known]?.status).toBe('complete')
}

const accessTo = ({ url, token, repository }: Pick<GitHubSandbox, 'url' | 'token' | 'repository'>, host: TestHost) => ({
  apiUrl: url,
  token,
  repository,
  log: host.log,
})

async function clientsOf(server: GitHubSandbox) {
  const access = accessTo(server, closing(await testHost()))
  return { alerts: await githubAlerts(access), analyses: await githubAnalyses(access) }
}

/** A server that answers everything with the same thing. */
async function answering(body: unknown, status = 200) {
  const server = closing(await listen(() => ({ status, body })))
  const access = accessTo({ ...server, token: 't0ken', repository: 'octo/shop' }, closing(await testHost()))
  return { server, alerts: await githubAlerts(access), analyses: await githubAnalyses(access) }
}

/** The command line, as far as it is about code scanning. */
async function cli(server: GitHubSandbox, args: string[], environment: Record<string, string> = {}) {
  const host = closing(await testHost())
  const program = new Command('codescan-gate').exitOverride().configureOutput({ writeErr() {}, writeOut() {} })
  let exitCode: number | undefined
  const env = { GITHUB_TOKEN: server.token, GITHUB_REPOSITORY: server.repository, GITHUB_API_URL: server.url }
  for (const add of [addAlerts, addAnalyses])
    add(program, { ...env, ...environment }, host, (code) => {
      exitCode = code
    })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    return { exitCode: 2, out: '', said: String(error), host }
  }
  const [{ table = [], failure = '' } = {}] = host.published
  return { exitCode, out: table.join('\n'), said: [...host.said, failure].join('\n'), host }
}

const sentBy = (server: GitHubSandbox, method: string) => server.requests.filter((each) => each.method === method)

describe('The comment of a dismissal', () => {
  it('is never longer than 280 code points, keeps its ending, and is whole when it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('', ' [end]'), (text, ending) => {
        const comment = commentOf(text, ending)

        expect([...comment].length).toBeLessThanOrEqual(280)
        expect(comment.endsWith(ending)).toBe(true)
        if ([...text].length + ending.length <= 280) expect(comment).toBe(text + ending)
      }),
    )
    expect(commentOf('😀'.repeat(281))).toBe(`${'😀'.repeat(279)}…`)
  })

  it.each([
    ['this is a false positive', 'inSource', 'false positive', 'this is a false positive [codescan-gate]'],
    ['False-Positive', 'external', 'false positive', 'False-Positive [codescan-gate]'],
    ['only used in tests', 'inSource', 'used in tests', 'only used in tests [codescan-gate]'],
    ['legacy,\n  see #12', 'inSource', "won't fix", 'legacy, see #12 [codescan-gate]'],
    [undefined, 'inSource', "won't fix", 'Suppressed in the source [codescan-gate]'],
    [' ', 'external', "won't fix", 'Suppressed outside of the source [codescan-gate]'],
    ['no longer falsely positive-minded', undefined, "won't fix", 'no longer falsely positive-minded [codescan-gate]'],
  ])('for %j (%s) has the reason %s', (justification, kind, reason, comment) => {
    expect(dismissalOf({ kind, justification })).toEqual({ reason, comment })
    expect(isOurs(comment)).toBe(true)
  })

  it('of somebody else is not ours', () => {
    expect([null, undefined, '', 'Suppressed via SARIF', '[codescan-gate] said so'].map(isOurs)).toEqual(
      Array(5).fill(false),
    )
  })
})

describe('JSON for printing', () => {
  it('says the same, and leaves nothing that printing would have to take out', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: false, maxDepth: 2 }),
        fc.string({ unit: 'binary' }),
        (any, text) => {
          const value = { any: JSON.parse(JSON.stringify(any) ?? 'null'), text: text.toWellFormed() }

          expect(JSON.parse(jsonText(value))).toEqual(value)
          expect(plain(jsonText(value))).toBe(jsonText(value))
        },
      ),
    )
    const hostile = { text: '\u009b31m \u202e ##[error]x\n::error::y \u2028::z \u001b[2J ###[' }
    expect(JSON.parse(jsonText(hostile))).toEqual(hostile)
    expect(plain(jsonText(hostile))).toBe(jsonText(hostile))
  })
})

describe('Alerts of a server', () => {
  it('are listed from every page, and none is what GitHub calls no analysis found', async () => {
    const server = await github()
    const { alerts, analyses } = await clientsOf(server)
    const none = [await alerts.list({}), await analyses.list({})]
    await store(server, [runOf(times(230, (n) => result('r', n + 1)))])
    for (const n of times(101, (each) => each)) await store(server, [runOf([], { name: 'Other', id: `${n}/` })])

    const found = await alerts.list({ state: 'open', direction: 'asc' })

    expect(none).toEqual([[], []])
    expect(found.map(({ number }) => number)).toEqual(times(230, (n) => n + 1))
    expect(await analyses.list({})).toHaveLength(102)
    expect(await alerts.list({ tool_name: 'Nobody' })).toEqual([])
  })

  it.each([
    [403, 'Resource not accessible by integration', /security-events/],
    [403, 'no analysis found', /GitHub answered 403/],
    [404, 'Not Found', /GitHub answered 404 \(Not Found\)/],
    [404, 'no analysis found for this token', /GitHub answered 404/],
  ])('are not "none" when GitHub says %i %s', async (status, message, sentence) => {
    const { alerts, analyses } = await answering({ message }, status)

    await expect(alerts.list({})).rejects.toThrow(sentence)
    await expect(analyses.list({})).rejects.toThrow(sentence)
  })

  it('of old servers have one instance like those of today', async () => {
    const instance = { ref: main, location: { path: 'a.c', start_line: 3 } }
    const old = { number: 1, state: 'open', rule: { id: 'r' } }

    const listed = await (await answering([{ ...old, instance: [instance] }, { ...old, instance }, old])).alerts.list(
      {},
    )
    const alone = await (await answering({ ...old, instances: [instance, {}] })).alerts.get(1)

    expect(listed.map((alert) => alert.most_recent_instance)).toEqual([instance, instance, undefined])
    expect(alone).toEqual({ ...old, most_recent_instance: instance })
  })

  it.each<[string, unknown]>([
    ['no list', { alerts: [] }],
    ['text', 'hello'],
    ['an alert without a number', [{ state: 'open' }]],
    ['a number that is none', [{ number: '7' }]],
    ['a number that is not whole', [{ number: 1.5 }]],
    ['a rule that is text', [{ number: 1, rule: 'r' }]],
    ['nothing', [null]],
  ])('are not believed when they are %s', async (_, body) => {
    await expect((await answering(body)).alerts.list({})).rejects.toThrow(/GitHub did not answer with an alert|failed/)
  })

  it('and its analyses are not believed either', async () => {
    await expect((await answering([{ id: 'x' }])).analyses.list({})).rejects.toThrow(/did not answer with an analysis/)
    await expect((await answering({ no: 'runs' })).analyses.sarif(1)).rejects.toThrow(/did not answer with the SARIF/)
    await expect((await answering('{"runs":')).analyses.sarif(1)).rejects.toThrow(/did not answer with the SARIF/)
    await expect(
      (await answering({ next_analysis_url: 'https://evil.example/' })).analyses.delete(1, false),
    ).rejects.toThrow(/did not say which one comes next/)
  })

  it('are dismissed and opened again, once', async () => {
    const server = await github()
    const { alerts } = await clientsOf(server)
    await store(server, [runOf([result('r', 1)])], 'refs/pull/7/merge')
    const dismissal = { state: 'dismissed', dismissed_reason: 'false positive', dismissed_comment: 'no' } as const

    const first = await alerts.update(1, dismissal)
    const again = await alerts.update(1, dismissal)
    const dismissed = await alerts.get(1)
    const opened = [await alerts.update(1, { state: 'open' }), await alerts.update(1, { state: 'open' })]

    expect([first, again, ...opened]).toEqual([true, false, true, false])
    expect(dismissed).toMatchObject({
      state: 'dismissed',
      dismissed_reason: 'false positive',
      dismissed_comment: 'no',
      dismissed_by: { login: 'octo-bot' },
    })
    expect(await alerts.get(1)).toMatchObject({ state: 'open', dismissed_reason: null, dismissed_comment: null })
  })

  it('a secondary rate limit is waited for, and an answer that was lost is no failure', async () => {
    const server = await github()
    const { alerts } = await clientsOf(server)
    await store(server, [runOf([result('r', 1)])])
    const limit = { message: 'You have exceeded a secondary rate limit.' }
    server.faults.push(
      { method: 'PATCH', path: /alerts/, status: 403, headers: { 'retry-after': '1' }, body: limit },
      { method: 'PATCH', path: /alerts/, applies: true, status: 502 },
    )

    // The second attempt meets what the first one has done.
    expect(await alerts.update(1, { state: 'dismissed', dismissed_reason: 'mitigated' })).toBe(false)
    expect(server.alerts[0]?.dismissal).toMatchObject({ reason: 'mitigated', comment: null })
    expect(sentBy(server, 'PATCH')).toHaveLength(3)
  })

  it('changes are at least 750 ms apart: GitHub takes 80 a minute', async () => {
    const server = await github()
    const { alerts } = await clientsOf(server)
    await store(server, [runOf(times(3, (n) => result('r', n + 1)))])
    const started = Date.now()

    await Promise.all([1, 2, 3].map((n) => alerts.update(n, { state: 'dismissed', dismissed_reason: "won't fix" })))

    expect(Date.now() - started).toBeGreaterThan(1500)
  })
})

describe('The sandbox', () => {
  type Body = { number: number }[] & Record<string, unknown>
  const ask = async ({ url, repository, token }: GitHubSandbox, path: string, method = 'GET', body?: object) => {
    const answer = await fetch(`${url}/repos/${repository}${path}`, {
      method,
      headers: { authorization: `token ${token}` },
      body: body && JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Body }
  }

  it('refuses changes as GitHub does', async () => {
    const server = await github()
    await store(server, [runOf([result('r', 1)])])
    const change = (body: object) => ask(server, '/code-scanning/alerts/1', 'PATCH', body)
    const reason = { state: 'dismissed', dismissed_reason: "won't fix" }

    expect(await change({ state: 'dismissed' })).toMatchObject({ status: 422 })
    expect(await change({ ...reason, dismissed_reason: 'false_positive' })).toMatchObject({ status: 422 })
    expect(await change({ ...reason, dismissed_comment: 'x'.repeat(281) })).toMatchObject({ status: 422 })
    expect(await change({})).toMatchObject({ status: 422 })
    expect(await change({ ...reason, dismissed_comment: '😀'.repeat(280) })).toMatchObject({ status: 200 })
    expect(await change(reason)).toMatchObject({ status: 400, body: { message: 'Alert is already dismissed' } })
    expect(await ask(server, '/code-scanning/alerts/2', 'PATCH', reason)).toMatchObject({ status: 404 })
    expect(server.refused.splice(0)).toHaveLength(3)
  })

  it('dismisses in the whole repository, and keeps it so when the alert is seen again', async () => {
    const server = await github()
    await store(server, [runOf([result('r', 1), result('r', 2)])])
    await store(server, [runOf([result('r', 1)])], 'refs/pull/7/merge')
    await ask(server, '/code-scanning/alerts/1', 'PATCH', { state: 'dismissed', dismissed_reason: "won't fix" })
    await ask(server, '/code-scanning/alerts/2', 'PATCH', { assignees: ['octo-cat'] })
    await store(server, [runOf([result('r', 1), result('r', 2)])])
    const numbers = async (query: string) =>
      (await ask(server, `/code-scanning/alerts?${query}`)).body.map(({ number }) => number)

    expect(await numbers('state=dismissed')).toEqual([1])
    expect(await numbers('state=closed')).toEqual([1])
    expect(await numbers('state=open')).toEqual([2])
    expect(await numbers('pr=7&state=dismissed')).toEqual([1])
    expect(await numbers('pr=7&state=open')).toEqual([])
    expect(await numbers('assignees=octo-cat')).toEqual([2])
    expect(await numbers('assignees=*')).toEqual([2])
    expect(await numbers('assignees=none')).toEqual([1])
    const instances = async (query: string) => (await ask(server, `/code-scanning/alerts/1/instances${query}`)).body
    expect(await instances('')).toHaveLength(2)
    expect(await instances('?pr=7')).toMatchObject([{ ref: 'refs/pull/7/merge' }])
  })

  it('lets analyses go from the newest to the oldest, and the last one only when told so', async () => {
    const server = await github()
    await store(server, [runOf([result('r', 1)])])
    await store(server, [runOf([result('r', 2)], { id: 'b/' })])
    await store(server, [runOf([result('r', 1)])])
    const remove = (id: string) => ask(server, `/code-scanning/analyses/${id}`, 'DELETE')

    expect(await remove('1')).toMatchObject({ status: 400, body: { message: 'Analysis specified is not deletable.' } })
    const url = `${server.url}/repos/octo/shop/code-scanning/analyses/1`
    expect(await remove('3')).toMatchObject({
      status: 200,
      body: { next_analysis_url: url, confirm_delete_url: `${url}?confirm_delete` },
    })
    expect(await remove('3')).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('No analysis found for analysis ID') },
    })
    expect(await remove('1')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('last of its type') },
    })
    expect(await remove('1?confirm_delete')).toMatchObject({
      status: 200,
      body: { next_analysis_url: null, confirm_delete_url: null },
    })
    expect(server.alerts.map(({ number }) => number)).toEqual([2])
    await store(server, [runOf([result('r', 1)])])
    expect([server.alerts.at(-1)?.number, server.analyses.at(-1)?.id]).toEqual([3, 4])
  })

  it('knows its default branch and its default set-up, and says so to every token that sees it', async () => {
    const server = await github({ defaultBranch: 'trunk', permission: 'none', codeSecurity: false })
    const configured = await github({ defaultSetup: true })

    expect(await ask(server, '')).toMatchObject({
      status: 200,
      body: { default_branch: 'trunk', full_name: 'octo/shop' },
    })
    expect(await ask(server, '/code-scanning/default-setup')).toMatchObject({ status: 403 })
    expect(await ask(configured, '/code-scanning/default-setup')).toMatchObject({ body: { state: 'configured' } })
  })
})

describe('codescan-gate alerts', () => {
  async function filled() {
    const server = await github()
    const critical = {
      id: 's',
      properties: { 'security-severity': '9.1' },
      help: { text: 'Use\n\u001b[2Jparameters.' },
    }
    const run = runOf([result('s', 4), result('r', 2, { level: 'note' })], { id: 'ci/' })
    await store(server, [{ ...run, tool: { driver: { ...run.tool.driver, rules: [critical, { id: 'r' }] } } }])
    return server
  }

  it('list: the open ones as a table, unless something else is asked for', async () => {
    const server = await filled()
    await (await clientsOf(server)).alerts.update(2, { state: 'dismissed', dismissed_reason: 'mitigated' })

    const byDefault = await cli(server, ['alerts', 'list'])
    const all = await cli(server, [
      'alerts',
      'list',
      '--state',
      'all',
      '--sort',
      'updated',
      '--direction',
      'asc',
      '--json',
    ])
    const none = await cli(server, ['alerts', 'list', '--severity', 'low', '--ref', 'main', '--tool-name', 'Lint'])

    expect(byDefault.exitCode).toBe(0)
    expect(byDefault.out).toMatch(
      /^SEVERITY {2}NUMBER .*\ncritical {2}1 {7}s +src\/a\.ts:4 {2}open {3}\d{4}-.*\n1 alert$/,
    )
    expect(JSON.parse(all.out)).toMatchObject([
      { number: 1, state: 'open' },
      { number: 2, state: 'dismissed' },
    ])
    expect(none).toMatchObject({ exitCode: 0, out: '0 alerts' })
    const queries = server.requests
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => new URL(path, 'http://x').search)
    expect(queries.slice(-3)).toEqual([
      '?state=open&per_page=100',
      '?direction=asc&sort=updated&per_page=100',
      '?tool_name=Lint&ref=main&state=open&severity=low&per_page=100',
    ])
  })

  it.each([
    [['--state', 'opne'], /Did you mean `open`\?/],
    [['--tool-name', 'a', '--tool-guid', 'b'], /`tool-name` and `tool-guid` exclude each other/],
    [['--pr', '-1'], /`pr`: .*whole number/],
    [['--repository', 'shop'], /`repository`: .*owner\/name/],
    [['--nonsense'], /unknown option/],
  ])('list %j is wrong use', async (args, sentence) => {
    const { exitCode, said } = await cli(await github(), ['alerts', 'list', ...args])

    expect(exitCode).toBe(2)
    expect(said).toMatch(sentence)
  })

  it('list: nobody to ask is wrong use, a refusal is an error, and a server inside Zadig is not believed', async () => {
    const server = await github({ permission: 'none' })

    const nobody = await cli(server, ['alerts', 'list'], { GITHUB_TOKEN: '', GITHUB_REPOSITORY: '' })
    const refused = await cli(server, ['alerts', 'list'])
    const zadig = await cli(server, ['alerts', 'list'], { ZADIG: 'true' })

    expect(nobody).toMatchObject({ exitCode: 2, said: expect.stringMatching(/needs `github-token` and `repository`/) })
    expect(refused).toMatchObject({ exitCode: 3, said: expect.stringMatching(/403.*security-events/) })
    expect(zadig).toMatchObject({ exitCode: 2, said: expect.stringMatching(/needs `repository`/) })
    expect(refused.host.masked).toEqual([server.token])
  })

  it('list --org, --enterprise: the default branches, beside their repository, from every page', async () => {
    const server = await github({ token: 'ghp_owner' })
    await store(server, [runOf(times(230, (n) => result('r', n + 1)))])
    await store(server, [runOf([result('r', 999)])], 'refs/pull/7/merge')
    const anywhere = { GITHUB_REPOSITORY: '' }

    const org = await cli(server, ['alerts', 'list', '--org', 'octo', '--severity', 'warning'], anywhere)
    const enterprise = await cli(server, ['alerts', 'list', '--enterprise', 'octo-inc', '--json', '--state', 'all'])
    const none = await cli(server, ['alerts', 'list', '--org', 'octo', '--state', 'fixed'])

    expect(org).toMatchObject({ exitCode: 0, said: '' })
    expect(org.out).toMatch(/^SEVERITY {2}REPOSITORY {2}NUMBER .*\nwarning {3}octo\/shop {3}230 {5}r +src\/a\.ts:230 /)
    expect(org.out).toMatch(/\n230 alerts$/)
    const listed: object[] = JSON.parse(enterprise.out)
    expect(listed).toHaveLength(230)
    expect(listed[0]).toMatchObject({ number: 230, repository: { full_name: 'octo/shop', owner: { login: 'octo' } } })
    expect(enterprise.said).toMatch(/owns or is security manager of; GitHub leaves out the others/)
    expect(none).toMatchObject({ exitCode: 0, out: '0 alerts' })
    expect(sentBy(server, 'GET').map(({ path }) => path)).toEqual([
      '/orgs/octo/code-scanning/alerts?state=open&severity=warning&per_page=100',
      '/orgs/octo/code-scanning/alerts?state=open&severity=warning&per_page=100&page=2',
      '/orgs/octo/code-scanning/alerts?state=open&severity=warning&per_page=100&page=3',
      '/enterprises/octo-inc/code-scanning/alerts?per_page=100',
      '/enterprises/octo-inc/code-scanning/alerts?per_page=100&page=2',
      '/enterprises/octo-inc/code-scanning/alerts?per_page=100&page=3',
      '/orgs/octo/code-scanning/alerts?state=fixed&per_page=100',
    ])
  })

  it.each([
    [['--org', 'octo', '--enterprise', 'octo-inc'], /`org` and `enterprise` exclude each other/],
    [['--org', 'octo', '--repository', 'octo/shop'], /`org` and `repository` exclude each other/],
    [['--enterprise', 'e', '--repository', 'octo/shop'], /`enterprise` and `repository` exclude each other/],
    [['--org', 'octo', '--ref', 'main'], /`ref` goes with `repository` only: .*default branches\. Leave it out/],
    [['--enterprise', 'octo-inc', '--pr', '7'], /`pr` goes with `repository` only/],
    [['--enterprise', 'octo-inc', '--severity', 'high'], /`severity` does not go with `enterprise`/],
    [['--org', '..'], /`org`: .*write the name as in its address/],
    [['--org', 'octo/shop'], /`org`: .*write the name as in its address/],
  ])('list %j is wrong use, and asks nothing', async (args, sentence) => {
    const server = await github({ token: 'ghp_owner' })

    const { exitCode, said } = await cli(server, ['alerts', 'list', ...args])

    expect(exitCode).toBe(2)
    expect(said).toMatch(sentence)
    expect(server.requests).toEqual([])
  })

  it('list --org, --enterprise: who may not see them is told who may, and a refusal is never an empty list', async () => {
    const job = await github()
    const owner = await github({ token: 'ghp_owner', version: '3.6' })
    const ask = (server: GitHubSandbox, ...args: string[]) => cli(server, ['alerts', 'list', ...args])
    const limited = await github({ token: 'ghp_owner' })
    const limit = { message: 'API rate limit exceeded for user ID 1.' }
    limited.faults.push({ path: /orgs/, status: 403, headers: { 'retry-after': '900' }, body: limit })

    const ofJob = [await ask(job, '--org', 'octo'), await ask(job, '--enterprise', 'octo-inc')]
    const missing = await ask(owner, '--org', 'nobody')
    const tooOld = await ask(owner, '--enterprise', 'octo-inc')
    const busy = await ask(limited, '--org', 'octo')
    const noToken = await cli(job, ['alerts', 'list', '--org', 'octo'], { GITHUB_TOKEN: '' })

    expect([...ofJob, missing, tooOld, busy].map(({ exitCode, out }) => [exitCode, out])).toEqual(
      Array(5).fill([3, '']),
    )
    expect(ofJob[0]?.said).toMatch(
      /organisation octo failed\..* 403 .*its owners and security managers.*`security_events`/,
    )
    expect(ofJob[0]?.said).toMatch(/The `GITHUB_TOKEN` that a job is given cannot see it\./)
    expect(ofJob[1]?.said).toMatch(/enterprise octo-inc failed\..* 403 .*its members.*a classic token/)
    expect(missing.said).toMatch(/404 .*no organisation `nobody` on this server, or the token cannot see it/)
    expect(tooOld.said).toMatch(/404 .*no enterprise `octo-inc`.*or the server has no such list/)
    expect(busy.said).toMatch(/Wait for the rate limit/)
    expect(noToken).toMatchObject({ exitCode: 2, said: expect.stringMatching(/needs `github-token`.*GITHUB_TOKEN/) })
    expect(ofJob[0]?.host.masked).toEqual([job.token])
    expect(owner.refused.splice(0)).toEqual([expect.stringMatching(/enterprises.*no such endpoint/)])
  })

  it.each<[string, unknown, RegExp]>([
    [
      'text that moves the cursor',
      { full_name: 'a/b\u001b[2J\n::error::c' },
      /^SEVERITY +REPOSITORY[^\u001b\n]*\n[^\u001b\n]*\n1 alert$/,
    ],
    ['missing', undefined, /\n1 alert$/],
    ['no object', 'octo/shop', /^$/],
  ])('list --org: the repository is not believed when it is %s', async (_, repository, table) => {
    const { server } = await answering([{ number: 1, state: 'open', repository }])
    const access = { ...server, token: 'ghp_owner', repository: '' } as unknown as GitHubSandbox

    const { out } = await cli(access, ['alerts', 'list', '--org', 'octo'])

    expect(out).toMatch(table)
  })

  it('show: everything that is known of one, with its instances and the help of its rule', async () => {
    const server = await filled()

    const text = await cli(server, ['alerts', 'show', '1'])
    const json = await cli(server, ['alerts', 'show', '1', '--json'])
    const missing = await cli(server, ['alerts', 'show', '9'])
    const wrong = await cli(server, ['alerts', 'show', 'nine'])

    expect(text.out).toMatch(/^Alert 1: critical\n {2}rule +s: s\n/)
    expect(text.out).toMatch(/1 instance\nopen {2}refs\/heads\/main {2}ci {2}src\/a\.ts:4\n\nUse\nparameters\.$/)
    expect(JSON.parse(json.out)).toMatchObject({ number: 1, instances: [{ ref: main }], rule: { id: 's' } })
    expect(missing).toMatchObject({ exitCode: 3, said: expect.stringMatching(/no alert 9 in octo\/shop/) })
    expect(wrong).toMatchObject({ exitCode: 2, said: expect.stringMatching(/`nine` is no number of an alert/) })
  })

  it.each([
    ['false-positive', 'false positive'],
    ['Won’t fix', "won't fix"],
    ['wont_fix', "won't fix"],
    ['used-in-tests', 'used in tests'],
    ['mitigated', 'mitigated'],
  ])('dismiss --reason %s means %s', async (given, reason) => {
    const server = await filled()

    const { exitCode } = await cli(server, ['alerts', 'dismiss', '1', '--reason', given])

    expect(exitCode).toBe(0)
    expect(server.alerts[0]?.dismissal).toMatchObject({ reason, comment: null })
  })

  it('dismiss and reopen: each once, with a comment that fits', async () => {
    const server = await filled()
    const dismiss = ['alerts', 'dismiss', '1', '2', '1', '--reason', 'false positive', '--comment', '😀'.repeat(300)]

    const first = await cli(server, dismiss)
    const again = await cli(server, dismiss)
    const comment = server.alerts[1]?.dismissal?.comment
    const reopened = await cli(server, ['alerts', 'reopen', '2', '2'])

    expect([first.exitCode, again.exitCode, reopened.exitCode]).toEqual([0, 0, 0])
    expect(first.said).toMatch(/The comment is cut: GitHub takes 280 characters\.\n(?:.*\n)*Alert 1 is dismissed now\./)
    expect(again.said).toMatch(/Alert 2 was dismissed already\./)
    expect([...(comment ?? '')]).toHaveLength(280)
    expect(reopened.said).toMatch(/Alert 2 is open now\./)
    expect(server.alerts.map(({ dismissal }) => dismissal?.reason)).toEqual(['false positive', undefined])
  })

  it('dismiss: wrong use changes nothing', async () => {
    const server = await filled()

    const reason = await cli(server, ['alerts', 'dismiss', '1', '--reason', 'because'])
    const none = await cli(server, ['alerts', 'dismiss', '1'])
    const number = await cli(server, ['alerts', 'dismiss', '1', '0', '--reason', 'mitigated'])
    const missing = await cli(server, ['alerts', 'reopen', '9'])

    expect([reason, none, number].map(({ exitCode }) => exitCode)).toEqual([2, 2, 2])
    expect(reason.said).toMatch(/`reason`: write one of "false positive", "won't fix"/)
    expect(none.said).toMatch(/required option '--reason/)
    expect(missing.exitCode).toBe(3)
    expect(server.alerts.filter(({ dismissal }) => dismissal)).toEqual([])
  })
})

describe('codescan-gate analyses', () => {
  async function filled() {
    const server = await github()
    for (const line of [1, 2, 3]) await store(server, [runOf([result('r', line)])])
    await store(server, [runOf([], { id: 'other/' })])
    return server
  }
  const left = ({ analyses }: GitHubSandbox) => analyses.map(({ id }) => id)

  it('list and show: as a table, as JSON, and as SARIF with the numbers of alerts', async () => {
    const server = await filled()

    const list = await cli(server, ['analyses', 'list', '--ref', 'main', '--direction', 'asc'])
    const json = await cli(server, ['analyses', 'list', '--json', '--sarif-id', server.deliveries[1]!.id])
    const one = await cli(server, ['analyses', 'show', '3'])
    const sarif = await cli(server, ['analyses', 'show', '3', '--sarif'])

    expect(list.out).toMatch(/^ID {2}CREATED .*\n1 .*no\n2 .*no\n3 .*yes\n4 .*other.*yes\n4 analyses$/)
    expect(JSON.parse(json.out)).toMatchObject([{ id: 2, results_count: 1 }])
    expect(one.out).toMatch(/^Analysis 3\n {2}tool +Lint\n/)
    expect(JSON.parse(sarif.out).runs[0].results[0].properties).toMatchObject({ 'github/alertNumber': 3 })
  })

  it('delete: one, and names the next', async () => {
    const server = await filled()

    const { exitCode, said } = await cli(server, ['analyses', 'delete', '3'])
    const old = await cli(server, ['analyses', 'delete', '1'])

    expect(exitCode).toBe(0)
    expect(said).toMatch(/Analysis 3 is deleted\.\nThe next one of its set is 2; `--all` goes on by itself\./)
    expect(old).toMatchObject({ exitCode: 2, said: expect.stringMatching(/only the newest .* and 1 is not it/) })
    expect(left(server)).toEqual([1, 2, 4])
  })

  it('delete --all: keeps the last one where nobody can be asked, and says which flag takes it along', async () => {
    const server = await filled()

    const kept = await cli(server, ['analyses', 'delete', '3', '--all'])
    const before = left(server)
    const confirmed = await cli(server, ['analyses', 'delete', '1', '--all', '--confirm-delete'])

    expect(kept).toMatchObject({
      exitCode: 2,
      said: expect.stringMatching(/Analysis 1 is the last one.*`--confirm-delete`/),
    })
    expect(before).toEqual([1, 4])
    expect(confirmed.exitCode).toBe(0)
    expect(left(server)).toEqual([4])
    expect(server.alerts).toEqual([])
  })

  it.each([
    [true, []],
    [false, [1]],
  ])('delete --all asks before the last one, and an answer of %s counts', async (answer, rest) => {
    const server = await filled()
    const host = closing(await testHost())
    const asked: string[] = []
    const confirm = async (question: string) => {
      asked.push(question)
      return answer
    }
    const env = { GITHUB_TOKEN: server.token }
    const flags = { all: true, repository: server.repository, githubApiUrl: server.url }

    const exitCode = await deleteAnalyses('3', flags, env, { ...host, confirm })

    expect(exitCode).toBe(0)
    expect(asked).toEqual([expect.stringMatching(/^Analysis 1 is the last one/)])
    expect(left(server)).toEqual([...rest, 4])
  })

  it('delete: what is not there is an error', async () => {
    expect(await cli(await filled(), ['analyses', 'delete', '9'])).toMatchObject({
      exitCode: 3,
      said: expect.stringMatching(/no analysis 9 in octo\/shop/),
    })
  })
})

describe('What our results say of the alerts', () => {
  const hushed = { suppressions: [{ kind: 'inSource' as const, justification: 'so' }] }
  const numbered = (number: unknown, each: Result): Result => ({
    ...each,
    properties: { 'github/alertNumber': number },
  })

  it('goes by tool, rule and place, however the path is spelled', () => {
    const at = (uri: string) => ({
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1, startColumn: 1 } } }],
    })
    const ours = runOf([result('a', 1, { ...hushed, ...at('src/b%20c.ts') }), result('b', 1, hushed), result('c', 1)])
    const other = runOf([result('c', 1, hushed)], { name: 'Other' })
    const stored = [
      runOf([
        numbered(1, result('a', 1, at('./src/b c.ts'))),
        numbered(2, result('b', 2)),
        numbered(3, result('c', 1)),
        numbered('4', result('b', 1)),
        result('b', 1),
      ]),
    ]

    const { suppressed, counting, missing } = standingOf([ours, other], stored)

    expect([...suppressed]).toEqual([[1, hushed.suppressions[0]]])
    expect([...counting]).toEqual([3])
    expect(missing).toBe(2)
  })

  it('leaves an alert alone that a result which counts stands behind, too', () => {
    const ours = [runOf([result('a', 1, hushed)], { id: 'a/' }), runOf([result('a', 1)], { id: 'b/' })]
    const stored = ours.map((run) => runOf([numbered(1, run.results![0]!)]))

    expect(standingOf(ours, stored)).toMatchObject({ suppressed: new Map(), counting: new Set([1]) })
  })

  it('tells results of one place by their fingerprints, where both sides have them', () => {
    const print = (hash: string) => ({ partialFingerprints: { primaryLocationLineHash: hash } })
    const ours = [runOf([result('a', 1, { ...hushed, ...print('x:1') }), result('a', 1, print('y:1'))])]
    const stored = (hash?: string) => [runOf([numbered(1, result('a', 1, hash ? print(hash) : {}))])]

    expect([...standingOf(ours, stored('x:1')).suppressed.keys()]).toEqual([1])
    expect([...standingOf(ours, stored('y:1')).counting]).toEqual([1])
    expect([...standingOf(ours, stored()).counting]).toEqual([1])
  })
})

describe('suppressed: dismiss', () => {
  const why = (justification?: string, status?: 'accepted' | 'underReview' | 'rejected') => ({
    suppressions: [{ kind: 'inSource' as const, ...(justification && { justification }), ...(status && { status }) }],
  })

  /** The whole line on a report. */
  async function scan(server: GitHubSandbox, runs: Run[], more: Partial<UploadConfig> = {}) {
    const host = closing(await testHost({ 'r.sarif': JSON.stringify({ version: '2.1.0', runs }) }))
    const { cwd } = host
    const upload: UploadConfig = {
      need: 'required',
      apiUrl: server.url,
      serverUrl: 'https://github.example',
      token: server.token,
      repository: server.repository,
      ref: main,
      sha,
      root: cwd,
      timeoutMs: 300_000,
      suppressed: 'dismiss',
      dismissals: 'default-branch',
      overLimit: 'trim',
      earlier: [],
      ...more,
    }
    const config: Config = {
      scan: {
        ...{ scanners: [], scannerArgs: [], findingsExitCodes: [0], timeoutMs: 60_000 },
        ...{ reports: ['r.sarif'], format: 'sarif', folder: cwd, root: cwd },
      },
      normalise: { root: cwd, folder: cwd },
      upload,
      gate: gateOf({
        ...{ failOn: ['high'], warnOn: ['medium'], maxFindings: 0, enforcement: 'block', onError: 'fail' },
        ...{ upload: 'required', zadig: 'optional' },
      }),
      policy: noPolicy(cwd),
      compare: { baseline: [], cwd, root: cwd },
      report: { summary: true, annotations: 'off', root: '.' },
      notices: [],
      secrets: [],
    }
    const pauses: number[] = []
    const sleep = (ms: number) => {
      pauses.push(ms)
      return host.sleep(ms)
    }
    const outcome = await runLine(config, { ...host, sleep })
    const notices = (outcome.notices ?? []).filter((notice) => /dismiss/.test(notice))
    return { outcome, notices, pauses }
  }

  const dismissals = ({ alerts }: GitHubSandbox) =>
    Object.fromEntries(
      alerts.map(({ rule, dismissal }) => [rule.id, dismissal && [dismissal.reason, dismissal.comment]]),
    )
  const byHand = async (server: GitHubSandbox, number: number) =>
    (await clientsOf(server)).alerts.update(number, {
      state: 'dismissed',
      dismissed_reason: 'mitigated',
      dismissed_comment: 'Firewall.',
    })

  it('dismisses what is suppressed, in every analysis of the upload, and nothing else', async () => {
    const server = await github()
    const runs = [
      runOf([result('plain', 1), result('fp', 2, why('A false positive.')), result('quiet', 3, why())], { id: 'a/' }),
      runOf([
        result('test', 4, why('used in tests', 'accepted')),
        result('review', 5, why('perhaps', 'underReview')),
        result('no', 6, why('please', 'rejected')),
      ]),
    ]

    const { outcome, notices } = await scan(server, runs)

    expect(dismissals(server)).toEqual({
      plain: undefined,
      fp: ['false positive', 'A false positive. [codescan-gate]'],
      quiet: ["won't fix", 'Suppressed in the source [codescan-gate]'],
      test: ['used in tests', 'used in tests [codescan-gate]'],
      review: undefined,
      no: undefined,
    })
    expect(notices).toEqual(['Suppressed results: 3 alerts dismissed, 0 reopened, 0 dismissed before.'])
    expect(outcome).toMatchObject({ verdict: 'warn', upload: { value: { status: 'complete', warnings: [] } } })
  })

  it('lets it stay so, reopens what counts again, and never touches what a person dismissed', async () => {
    const server = await github()
    const report = (hushed: boolean) => [
      runOf([
        result('stays', 1, why()),
        result('back', 2, hushed ? why() : {}),
        result('theirs', 3),
        result('gone', 4, why()),
      ]),
    ]
    await scan(server, report(true))
    const theirs = server.alerts.find(({ rule }) => rule.id === 'theirs')!
    await byHand(server, theirs.number)
    const changes = sentBy(server, 'PATCH').length

    const same = await scan(server, report(true))
    const back = await scan(server, [runOf(report(false)[0]!.results!.slice(0, 3))])

    expect(same.notices).toEqual(['Suppressed results: 0 alerts dismissed, 0 reopened, 3 dismissed before.'])
    expect(back.notices).toEqual(['Suppressed results: 0 alerts dismissed, 1 reopened, 1 dismissed before.'])
    expect(sentBy(server, 'PATCH').length - changes).toBe(1)
    expect(dismissals(server)).toMatchObject({
      stays: ["won't fix", expect.any(String)],
      back: undefined,
      theirs: ['mitigated', 'Firewall.'],
      // Its result is not there to say that it counts.
      gone: ["won't fix", expect.any(String)],
    })
  })

  it('counts what a person dismissed as dismissed, and what GitHub did not store as missing', async () => {
    const server = await github()
    await scan(server, [runOf([result('a', 1)])])
    await byHand(server, 1)

    const again = await scan(
      server,
      [runOf([result('a', 1, why()), ...times(5001, (n) => result('b', n + 2, why()))])],
      {
        dismissals: 'dry-run',
      },
    )

    expect(again.notices).toEqual([
      expect.stringMatching(
        /^Suppressed results, a dry run: 500 alerts would be dismissed \((?:\d+, ){20}…\), 0 reopened, [01] dismissed before; [12] suppressed results? not found in what GitHub stored; \d+ alerts left to the next run, as GitHub takes 500 changes an hour\.$/,
      ),
    ])
    expect(dismissals(server)['a']).toEqual(['mitigated', 'Firewall.'])
    expect(sentBy(server, 'PATCH')).toHaveLength(1)
  })

  it('says in a dry run what it would do', async () => {
    const server = await github()
    await scan(server, [runOf([result('back', 1, why())])])

    const { notices } = await scan(server, [runOf([result('back', 1), result('new', 2, why())])], {
      dismissals: 'dry-run',
    })

    expect(notices).toEqual([
      'Suppressed results, a dry run: 1 alert would be dismissed (2), 1 reopened (1), 0 dismissed before.',
    ])
    expect(dismissals(server)).toMatchObject({ back: ["won't fix", expect.any(String)], new: undefined })
  })

  it.each([
    ['refs/pull/7/merge', {}],
    ['refs/heads/topic', {}],
    ['refs/tags/v1', { dismissals: 'dry-run' as const }],
  ])('leaves suppressed results out on %s, where nothing is to be dismissed, and says so', async (ref, more) => {
    const server = await github()

    const { notices, outcome } = await scan(server, [runOf([result('a', 1), result('b', 2, why())])], { ref, ...more })
    const silent = await scan(server, [runOf([result('a', 1)])], { ref, ...more })

    expect(notices).toEqual([
      `Suppressed results are left out of the upload, and no alert is dismissed or reopened: a dismissal holds for every branch, and ${ref} is not the default one (\`dismissals: any-branch\` does it all the same).`,
    ])
    expect(silent.notices).toEqual([])
    expect(dismissals(server)).toEqual({ a: undefined })
    expect(outcome.upload).toMatchObject({ value: { status: 'complete', warnings: [] } })
  })

  it('does it anywhere when it is told to', async () => {
    const server = await github()

    const { notices } = await scan(server, [runOf([result('a', 1, why())])], {
      ref: 'refs/pull/7/merge',
      dismissals: 'any-branch',
    })
    const back = await scan(server, [runOf([result('a', 1)])], { ref: 'refs/pull/7/merge', dismissals: 'any-branch' })

    expect(notices).toEqual(['Suppressed results: 1 alert dismissed, 0 reopened, 0 dismissed before.'])
    expect(back.notices).toEqual(['Suppressed results: 0 alerts dismissed, 1 reopened, 0 dismissed before.'])
  })

  it('goes by the default branch of the repository, and does nothing when it cannot be known', async () => {
    const trunk = await github({ defaultBranch: 'trunk' })
    const silent = await github({ faults: [{ path: /\/repos\/octo\/shop$/, status: 404, times: 9 }] })
    const runs = [runOf([result('a', 1, why())])]

    const onTrunk = await scan(trunk, runs, { ref: 'refs/heads/trunk' })
    const unknown = await scan(silent, runs)

    expect(onTrunk.notices).toEqual([expect.stringMatching(/1 alert dismissed/)])
    expect(unknown.notices).toEqual([
      expect.stringMatching(/it is not known whether refs\/heads\/main is the default branch/),
    ])
    expect(unknown.outcome).toMatchObject({ verdict: 'pass' })
  })

  it('makes its changes one at a time, at most 80 a minute by the clock of the host', async () => {
    const server = await github()

    const { pauses } = await scan(server, [runOf(times(4, (n) => result('r', n + 1, why())))])

    expect(sentBy(server, 'PATCH')).toHaveLength(4)
    expect(pauses.filter((ms) => ms === 60_000 / 80)).toHaveLength(4)
  })

  it.each<[string, number, number, RegExp]>([
    [
      'stops at a token that may not',
      403,
      1,
      /^3 alerts could not be dismissed or reopened\. Dismissing alert 1 failed\. GitHub answered 403 .*security-events/,
    ],
    ['goes on after an alert that GitHub does not accept', 422, 3, /^1 alert could not be .*422/],
  ])('%s, and warns: the verdict is another matter', async (_, status, attempts, warning) => {
    const server = await github()
    server.faults.push({ method: 'PATCH', path: /alerts\/\d+$/, status, body: { message: 'Refused' } })

    const { notices, outcome } = await scan(server, [runOf(times(3, (n) => result('r', n + 1, why())))])

    expect(sentBy(server, 'PATCH')).toHaveLength(attempts)
    expect(notices).toEqual([
      `Suppressed results: ${attempts === 1 ? '0 alerts' : '2 alerts'} dismissed, 0 reopened, 0 dismissed before.`,
      expect.stringMatching(warning),
    ])
    expect(outcome).toMatchObject({ verdict: 'pass', exitCode: 0, upload: { status: 'done' } })
  })

  it.each([
    ['the alerts cannot be listed', /alerts\?/, /^No alert was dismissed or reopened\. Listing the alerts failed\./],
    [
      'an analysis cannot be read',
      /analyses\/\d+$/,
      /^No alert was dismissed or reopened\. Reading the SARIF of analysis/,
    ],
  ])('warns when %s', async (_, path, warning) => {
    const server = await github()
    server.faults.push({ path, status: 403, body: { message: 'Resource not accessible by integration' } })

    const { notices, outcome } = await scan(server, [runOf([result('r', 1, why())])])

    expect(notices).toEqual([expect.stringMatching(warning)])
    expect(outcome).toMatchObject({ verdict: 'pass', exitCode: 0 })
    expect(sentBy(server, 'PATCH')).toEqual([])
  })

  it('does nothing as long as GitHub has not processed the upload', async () => {
    const server = await github({ processingMs: 60_000 })

    const { notices } = await scan(server, [runOf([result('r', 1, why())])], { timeoutMs: 10_000 })

    expect(notices).toEqual(['No alert was dismissed or reopened, because GitHub has not processed the upload.'])
    expect(sentBy(server, 'PATCH')).toEqual([])
  })

  it('asks for little where nothing is suppressed, and for nothing unless it is told to dismiss', async () => {
    const server = await github()
    const runs = [runOf([result('r', 1)])]

    const { notices } = await scan(server, runs)
    const asked = server.requests.map(({ path }) => path.replace(/^\/repos\/octo\/shop/, ''))
    const upload = /sarifs|sarif_id|^\/meta$/
    await scan(server, runs, { suppressed: 'keep' })
    const later = server.requests.slice(asked.length).map(({ path }) => path)

    expect(notices).toEqual([])
    expect(asked.filter((path) => !upload.test(path))).toEqual([
      '',
      '/code-scanning/alerts?state=dismissed&ref=refs%2Fheads%2Fmain&per_page=100',
    ])
    expect(later.filter((path) => !upload.test(path))).toEqual([])
  })
})
