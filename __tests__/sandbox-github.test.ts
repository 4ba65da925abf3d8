import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { loadContract } from '../sandbox/contract.ts'
import { type GitHubOptions, type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'

const sha = 'a'.repeat(40)
const main = 'refs/heads/main'
const running: GitHubSandbox[] = []

async function github(options: GitHubOptions = {}): Promise<GitHubSandbox> {
  const server = await startGitHub({ processingMs: 1, ...options })
  running.push(server)
  return server
}

afterEach(async () => {
  const servers = running.splice(0)
  await Promise.all(servers.map((server) => server.close()))
  expect(servers.flatMap(({ violations }) => violations)).toEqual([])
})

interface Wanted {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

/** One request to the repository's code scanning, with the right token unless told. */
async function ask(server: GitHubSandbox, path: string, { method = 'GET', body, headers = {} }: Wanted = {}) {
  const response = await fetch(`${server.url}/repos/${server.repository}/code-scanning/${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

const zip = (text: string) => gzipSync(text).toString('base64')

function payload(log: unknown, extra: object = {}) {
  return { commit_sha: sha, ref: main, sarif: zip(typeof log === 'string' ? log : JSON.stringify(log)), ...extra }
}

const post = (server: GitHubSandbox, body: unknown, headers = {}) =>
  ask(server, 'sarifs', { method: 'POST', body, headers })

/** Uploads and waits for the end of the processing. */
async function upload(server: GitHubSandbox, log: unknown, extra: object = {}) {
  const { status, body } = await post(server, payload(log, extra))
  expect(status).toBe(202)
  return { id: body.id as string, ...(await processed(server, body.id)) }
}

async function processed(server: GitHubSandbox, id: string) {
  for (;;) {
    const { body } = await ask(server, `sarifs/${id}`)
    if (body.processing_status !== 'pending') return body
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

function result(ruleId: string, line: number, more: object = {}) {
  return {
    ruleId,
    message: { text: `${ruleId} on line ${line}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: line } } }],
    partialFingerprints: { primaryLocationLineHash: `${ruleId}${line}:1` },
    ...more,
  }
}

const at = (uri: string) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
})

function run(results: unknown, { rules, id, ...more }: { rules?: unknown; id?: string; [key: string]: unknown } = {}) {
  const automationDetails = id === undefined ? undefined : { id }
  return { tool: { driver: { name: 'Lint', version: '1.2.3', rules } }, automationDetails, results, ...more }
}

const log = (...runs: unknown[]) => ({ version: '2.1.0', runs })
const rule = (properties: object) => ({ id: 'r', properties })
const times = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index))

describe('an upload', () => {
  it('is pending, then complete, and leads to its analysis', async () => {
    const server = await github({ processingMs: 500 })
    const sarif = log(run([result('a', 1), result('b', 2)], { id: 'ci/lint/2026' }))

    const empty = await ask(server, 'analyses')
    const accepted = await post(server, payload(sarif))
    const pending = await ask(server, `sarifs/${accepted.body.id}`)
    const complete = await processed(server, accepted.body.id)
    const analyses = await (
      await fetch(complete.analyses_url, { headers: { authorization: `token ${server.token}` } })
    ).json()

    expect(accepted).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(accepted.body.url).toBe(`${server.url}/repos/octo/shop/code-scanning/sarifs/${accepted.body.id}`)
    expect(pending.body).toEqual({ processing_status: 'pending' })
    expect(empty).toMatchObject({ status: 404, body: { message: 'no analysis found' } })
    expect(complete).toMatchObject({ processing_status: 'complete', errors: null })
    expect(analyses).toMatchObject([
      {
        ref: main,
        commit_sha: sha,
        category: 'ci/lint',
        analysis_key: '(default)',
        results_count: 2,
        sarif_id: accepted.body.id,
        tool: { name: 'Lint', version: '1.2.3', guid: null },
        error: '',
        warning: '',
        deletable: true,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    ])
    expect(server.deliveries).toMatchObject([{ status: 'complete', commitSha: sha, ref: main, toolName: 'API' }])
    expect(server.refused).toEqual([])
  })

  it('opens alerts with rule, severity and place', async () => {
    const server = await github()
    const rules = [
      {
        id: 'sql',
        name: 'SqlInjection',
        shortDescription: { text: 'Injection' },
        helpUri: 'https://example.com/sql',
        properties: { tags: ['security'], 'security-severity': '9.0' },
      },
      { id: 'style', defaultConfiguration: { level: 'note' } },
    ]
    const absolute = result('sql', 7, { level: 'error', ...at('file:///home/runner/work/shop/shop/src/db.ts') })

    await upload(server, log(run([absolute, result('style', 3)], { rules })), {
      checkout_uri: 'file:///home/runner/work/shop/shop',
    })
    const { body } = await ask(server, 'alerts?state=open')
    const one = await ask(server, 'alerts/1')

    expect(body.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    expect(one.body).toMatchObject({
      number: 1,
      state: 'open',
      fixed_at: null,
      rule: {
        id: 'sql',
        name: 'SqlInjection',
        severity: 'error',
        security_severity_level: 'critical',
        tags: ['security'],
      },
      tool: { name: 'Lint' },
      most_recent_instance: { ref: main, state: 'open', location: { path: 'src/db.ts', start_line: 1 } },
      html_url: expect.stringContaining('/octo/shop/security/code-scanning/1'),
    })
    expect(body[0].rule).toMatchObject({ id: 'style', severity: 'note', security_severity_level: null })
    expect((await ask(server, 'alerts/3')).status).toBe(404)
    expect((await ask(server, 'alerts/1/instances')).body).toHaveLength(1)
  })

  it('can be read back as SARIF that names its alerts', async () => {
    const server = await github()
    const { id } = await upload(server, log(run([result('a', 1, { properties: { secret: 1 } })])))

    const { headers, body } = await ask(server, 'analyses/1', { headers: { accept: 'application/sarif+json' } })
    const plain = await ask(server, 'analyses/1')

    expect(headers.get('content-type')).toBe('application/sarif+json')
    expect(body.runs[0].results[0]).toMatchObject({ ruleId: 'a', guid: expect.any(String) })
    expect(body.runs[0].results[0].properties).toEqual({
      'github/alertNumber': 1,
      'github/alertUrl': `${server.url}/repos/octo/shop/code-scanning/alerts/1`,
    })
    expect(plain.body).toMatchObject({ id: 1, sarif_id: id })
    expect((await ask(server, 'analyses/2')).status).toBe(404)
  })

  it('resolves rules by index, in extensions too', async () => {
    const server = await github()
    const extensions = [{ name: 'pack', rules: [{ id: 'ext', properties: { 'security-severity': '5' } }] }]
    const tool = { driver: { name: 'Lint', rules: [{ id: 'own' }] }, extensions }
    const byIndex = result('', 1, { ruleId: undefined, ruleIndex: 0 })
    const inExtension = result('', 2, { ruleId: undefined, rule: { index: 0, toolComponent: { index: 0 } } })

    await upload(server, log(run([byIndex, inExtension], { tool })))

    expect(server.alerts.map(({ rule: { id, securitySeverity } }) => [id, securitySeverity])).toEqual([
      ['own', null],
      ['ext', 'medium'],
    ])
  })
})

describe('a request is refused', () => {
  const good = payload(log(run([])))
  const integration = 'Resource not accessible by integration'

  it.each<[string, GitHubOptions, number, string]>([
    ['a read-only token', { permission: 'read' }, 403, integration],
    ['an archived repository', { archived: true }, 403, 'Repository was archived so is read-only.'],
    ['no licence', { codeSecurity: false, visibility: 'private' }, 403, 'Code Security must be enabled'],
    [
      'no licence on a server',
      { codeSecurity: false, visibility: 'private', version: '3.16' },
      403,
      'Advanced Security must',
    ],
    ['the feature switched off', { codeSecurity: false }, 403, 'Code scanning is not enabled'],
    ['too much gzip', { maxGzipBytes: 20 }, 413, 'Payload Too Large'],
    ['an unknown commit', { commits: ['b'.repeat(40)], refs: [] }, 404, 'commit not found'],
    ['an unknown ref', { refs: ['refs/heads/dev'] }, 404, `ref '${main}' not found in this repository`],
  ])('for %s', async (_, options, status, message) => {
    const server = await github(options)

    const answer = await post(server, good)

    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ message: expect.stringContaining(message), status: String(status) })
    expect([server.deliveries, server.refused]).toEqual([[], []])
  })

  it.each<[string, unknown, number, string]>([
    ['no JSON', '{', 400, 'Problems parsing JSON'],
    ['no object', '[]', 400, 'Body should be a JSON object'],
    ['an empty body', {}, 422, `Invalid request.\n\n"commit_sha", "ref", "sarif" weren't supplied.`],
    ['no commit', { ...good, commit_sha: undefined }, 422, `"commit_sha" wasn't supplied.`],
    ['a short commit', { ...good, commit_sha: 'abc' }, 422, 'does not match /^([0-9a-fA-F]{40}'],
    ['a bare branch', { ...good, ref: 'main' }, 422, `For 'properties/ref', "main" does not match`],
    ['a foreign key', { ...good, tool_names: ['x'] }, 422, '"tool_names" is not a permitted key.'],
    ['a wrong type', { ...good, sarif: 1 }, 422, `For 'properties/sarif', 1 is not a string.`],
    ['a local time', { ...good, started_at: 'today' }, 422, 'is not a valid date-time.'],
  ])('for %s, and written down', async (_, body, status, message) => {
    const server = await github()

    const answer = await post(server, body)

    expect(answer).toMatchObject({ status, body: { message: expect.stringContaining(message) } })
    expect(server.refused).toEqual([expect.stringContaining('POST /repos/octo/shop/code-scanning/sarifs: ')])
    expect(server.deliveries).toEqual([])
  })

  it.each([
    ['broken Base64', `${good.sarif}\n`],
    ['no gzip', 'aGVsbG8='],
  ])('for %s', async (_, sarif) => {
    const server = await github()

    expect(await post(server, { ...good, sarif })).toMatchObject({ status: 400 })
  })

  it('for a wrong token, before anything else is looked at', async () => {
    const server = await github({ permission: 'none', archived: true })

    const answer = await post(server, '{', { authorization: 'token wrong' })

    expect(answer).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
  })

  it('for a key that Enterprise Servers do not know', async () => {
    const server = await github({ version: '3.17.1' })

    const answer = await post(server, { ...good, validate: true })

    expect(answer).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('"validate" is not a permitted key.') },
    })
  })

  it('without a token, and for another repository', async () => {
    const server = await github()

    const nobody = await fetch(`${server.url}/repos/octo/shop/code-scanning/alerts`)
    const elsewhere = await ask({ ...server, repository: 'octo/other' }, 'alerts')

    expect(nobody.status).toBe(401)
    expect(await nobody.json()).toMatchObject({ message: 'Requires authentication' })
    expect(elsewhere).toMatchObject({ status: 404, body: { message: 'Not Found' } })
  })

  it.each([
    ['sarifs/nobody', 404],
    ['alerts/first', 404],
    ['alerts?state=gone', 422],
    ['analyses?page=one', 422],
  ])('GET %s: %i', async (path, status) => {
    const server = await github()

    expect(await ask(server, path)).toMatchObject({ status })
  })

  it('reads with a read-only token, but not with one that may nothing', async () => {
    const reader = await github({ permission: 'read' })
    const nobody = await github({ permission: 'none' })

    expect(await ask(reader, 'alerts')).toMatchObject({ status: 404, body: { message: 'no analysis found' } })
    expect(await ask(nobody, 'alerts')).toMatchObject({ status: 403, body: { message: integration } })
  })
})

describe('processing fails', () => {
  const tags = (count: number) => ({ tags: times(count, String) })
  const flow = (steps: number) => ({ codeFlows: [{ threadFlows: [{ locations: times(steps, () => ({})) }] }] })
  const where = (count: number) => times(count, () => at('src/b.ts').locations[0])
  const severity = (value: unknown) => log(run([], { rules: [rule({ 'security-severity': value })] }))
  const tooMany = (things: string, count: number, most: number) =>
    `rejecting SARIF, as there are more ${things} than allowed (${count} > ${most})`
  const subset = 'parsing restricted subset of SARIF data has failed: '
  const notANumber = 'could not convert rules: invalid security severity value, is not a number: '
  const expectedInResult = 'locationFromSarifResult: expected '

  it.each<[string, unknown, string]>([
    ['text that is no JSON', 'SARIF', `${subset}parse error: invalid JSON`],
    ['another version', { version: '2.0.0', runs: [] }, `${subset}expected version 2.1.0`],
    ['a log without runs', { version: '2.1.0' }, `${subset}expected runs`],
    ['a tool without name', log(run([], { tool: { driver: {} } })), `${subset}expected a tool driver name`],
    ['a run without results', log(run(undefined)), `${subset}expected results`],
    ['a number as severity', severity(6.5), `${subset}parse error: expected string near offset 131 of '6.5'`],
    [
      'a word as line',
      log(run([result('a', 1), result('b', 'x' as never)])),
      `${subset}parse error: expected integer near`,
    ],
    ['21 runs', log(...times(21, (n) => run([], { id: `${n}/` }))), tooMany('runs', 21, 20)],
    ['25,001 results', log(run(times(25_001, () => ({})))), tooMany('results per run', 25_001, 25_000)],
    [
      '25,001 rules',
      log(run([], { rules: times(25_001, (n) => ({ id: `${n}` })) })),
      tooMany('rules per run', 25_001, 25_000),
    ],
    [
      '101 extensions',
      log(run([], { tool: { driver: { name: 'Lint' }, extensions: times(101, () => ({})) } })),
      tooMany('tool extensions per run', 101, 100),
    ],
    ['10,001 steps', log(run([result('a', 1, flow(10_001))])), tooMany('threadflow steps per result', 10_001, 10_000)],
    [
      '1,001 locations',
      log(run([result('a', 1, { locations: where(1_001) })])),
      tooMany('locations per result', 1_001, 1_000),
    ],
    [
      '1,001 related locations',
      log(run([result('a', 1, { relatedLocations: where(1_001) })])),
      tooMany('related locations per result', 1_001, 1_000),
    ],
    ['21 tags', log(run([], { rules: [rule(tags(21))] })), tooMany('tags per rule', 21, 20)],
    [
      'one category twice',
      log(run([], { id: 'a/1' }), run([], { id: 'a/2' })),
      'A delivery cannot contain multiple runs with the same category.',
    ],
    [
      'no category twice',
      log(run([], { id: 'one' }), run([])),
      'A delivery cannot contain multiple runs with the same category.',
    ],
    ['an unsuccessful scan', log(run([], { invocations: [{ executionSuccessful: false }] })), 'unsuccessful execution'],
    ['a word as severity', severity('Medium'), `${notANumber}Medium`],
    ['null as severity', severity(null), `${notANumber}null`],
    ['a result without text', log(run([result('a', 1, { message: { id: 'x' } })])), 'expected a result message'],
    [
      'a result without location',
      log(run([result('a', 1, { locations: [] })])),
      `${expectedInResult}at least one location`,
    ],
    [
      'a location without file',
      log(run([result('a', 1, { locations: [{}] })])),
      `${expectedInResult}artifact location`,
    ],
    ['a bad escape', log(run([result('a', 1, at('100%.txt'))])), 'an invalid URI was provided as a SARIF location'],
    [
      'another scheme',
      log(run([result('a', 1, at('git:github.com/x'))])),
      'SARIF URI scheme "git" did not match the checkout URI scheme "file"',
    ],
    [
      'an image name',
      log(run([result('a', 1, at('image:tag'))])),
      'SARIF URI scheme "image" did not match the checkout URI scheme "file"',
    ],
  ])('for %s', async (_, sarif, message) => {
    const server = await github()

    const { processing_status, errors, analyses_url } = await upload(server, sarif, {
      checkout_uri: 'file:///home/runner/work',
    })

    expect({ processing_status, errors, analyses_url }).toEqual({
      processing_status: 'failed',
      errors: [expect.stringContaining(message)],
      analyses_url: null,
    })
    expect((await ask(server, 'alerts')).body).toMatchObject({ message: 'no analysis found' })
  })

  it('once for every bad result, and takes the first kind of complaint only', async () => {
    const server = await github()
    const bare = result('a', 1, { locations: [] })

    const { errors } = await upload(server, log(run([bare, bare, result('b', 2)], { rules: [rule({})] })))
    const both = await upload(server, log(run([bare], { rules: [rule({ 'security-severity': 'high' })] })))

    expect(errors).toEqual(times(2, () => `${expectedInResult}at least one location`))
    expect(both.errors).toEqual([`${notANumber}high`])
  })

  it('for CodeQL beside the default set-up, and for a repository full of alerts', async () => {
    const server = await github({ defaultSetup: true, maxAlerts: 1 })
    const codeql = await upload(server, log(run([], { tool: { driver: { name: 'CodeQL' } } })))
    await upload(server, log(run([result('a', 1), result('b', 2)])))
    const full = await upload(server, log(run([])))

    expect(codeql.errors).toEqual([expect.stringContaining('default setup is enabled')])
    expect(full.errors).toEqual(['rejecting delivery as the repository has too many logical alerts'])
  })

  it('later for old servers, which took fewer runs and merged those of one category', async () => {
    const old = await github({ version: '3.8.2' })
    const twice = log(run([result('a', 1)], { id: 'c/' }), run([result('b', 2)], { id: 'c/' }))

    const merged = await upload(old, twice)
    const tooManyRuns = await upload(old, log(...times(16, (n) => run([], { id: `${n}/` }))))

    expect(old.url).toMatch(/\/api\/v3$/)
    expect(merged.processing_status).toBe('complete')
    expect(old.analyses).toMatchObject([{ category: 'c', resultsCount: 2 }])
    expect(tooManyRuns.errors).toEqual([tooMany('runs', 16, 15)])
  })
})

describe('what is stored', () => {
  it('is cut to the soft limits, worst results first, with a warning for each', async () => {
    const server = await github()
    const note = (n: number) => result(`n${n}`, n + 1, { level: 'note' })
    const results = [...times(5_420, note), result('worst', 9_999, { level: 'error' })]
    const rules = [{ id: 'worst', properties: { tags: times(11, (n) => `t${n}`) } }]

    await upload(server, log(run(results, { rules })))
    const { body } = await ask(server, 'analyses')

    expect(body[0]).toMatchObject({ results_count: 5_000, rules_count: 1 })
    expect(body[0].warning).toContain(
      'An analysis file contained 5421 results which is more than our limit of 5000. Only 5000 results were stored.',
    )
    expect(body[0].warning).toContain(
      'The rule worst in an uploaded SARIF file had 11 tags which is more than our limit of 10.',
    )
    const worst = server.alerts.find(({ rule: { id } }) => id === 'worst')
    expect(worst?.rule.tags).toHaveLength(10)
  })

  it('is cut within a result, too', async () => {
    const server = await github()
    const step = { location: at('src/b.ts').locations[0] }
    const thread = { locations: times(800, () => step) }
    const related = times(101, () => step.location)

    await upload(
      server,
      log(run([result('a', 1, { codeFlows: [{ threadFlows: [thread, thread] }], relatedLocations: related })])),
    )
    const { body } = await ask(server, 'analyses/1', { headers: { accept: 'application/sarif+json' } })

    const [kept] = body.runs[0].results
    const lengths = kept.codeFlows[0].threadFlows.map(({ locations }: { locations: unknown[] }) => locations.length)
    expect(lengths).toEqual([800, 200])
    expect(kept.relatedLocations).toHaveLength(100)
    expect(server.analyses[0]?.warning).toMatch(
      /1600 thread flow locations .* 101 locations|101 locations .* 1600 thread/,
    )
  })
})

describe('another server', () => {
  const long = 'b'.repeat(64)
  const one = () => log(run([result('a', 1)], { rules: [rule({})], id: 'c/' }))

  it('of data residency is github.com with a word for a version', async () => {
    const server = await github({ version: 'ghe.com' })

    const answer = await post(server, payload(one(), { commit_sha: long, validate: true }))

    expect(server.url).not.toContain('/api/v3')
    expect(answer.status).toBe(202)
    expect(answer.headers.get('x-github-enterprise-version')).toBe('ghe.com')
    expect(answer.headers.get('x-ratelimit-resource')).toBe('code_scanning_upload')
  })

  it.each([
    ['3.16.9', 422],
    ['3.17.0', 202],
  ])('of version %s answers %i to a commit of 64 digits', async (version, status) => {
    const server = await github({ version })

    expect(await post(server, payload(one(), { commit_sha: long }))).toMatchObject({ status })
    expect(server.refused).toHaveLength(status === 202 ? 0 : 1)
  })

  it.each([
    ['3.17.9', 'complete'],
    ['3.18.0', 'failed'],
  ])('of version %s ends runs of one category as %s', async (version, status) => {
    const server = await github({ version })

    expect(await upload(server, log(run([]), run([])))).toMatchObject({ processing_status: status })
  })

  it.each(['2.22.0', '3.0.0'])('of version %s has another API', async (version) => {
    const server = await github({ version })
    const settled = async (count: number) => {
      for (;;) {
        const { body } = await ask(server, 'analyses')
        if (body.length === count) return body
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    }

    const nameless = await post(server, payload(one()))
    const sent = await post(server, payload(one(), { tool_name: 'Lint' }))
    await settled(1)
    const bad = await post(server, payload(log(run([{ message: {} }])), { tool_name: 'Lint' }))
    const analyses = await settled(2)
    const status = await ask(server, `sarifs/${sent.body.id}`)
    const [listed, alert, instances] = await Promise.all(
      ['alerts', 'alerts/1', 'alerts/1/instances'].map((path) => ask(server, path)),
    )

    expect(nameless).toMatchObject({ status: 422, body: { message: expect.stringContaining('"tool_name"') } })
    expect(status).toMatchObject({ status: 404, body: { message: 'Not Found' } })
    expect(server.refused.join()).toContain('no such endpoint')
    expect(analyses).toMatchObject([
      { sarif_id: bad.body.id, tool_name: 'Lint', results_count: 0, error: 'expected a result message' },
      { sarif_id: sent.body.id, tool_name: 'Lint', results_count: 1, error: '' },
    ])
    const instance = { ref: main, state: 'open', location: { path: 'src/a.ts' } }
    expect(listed?.body).toMatchObject([{ number: 1, instance }])
    expect(alert?.body).toMatchObject({ number: 1, instances: [instance] })
    for (const each of [listed?.body[0], alert?.body]) {
      expect(each).not.toHaveProperty('most_recent_instance')
      expect('instances_url' in each).toBe(version === '3.0.0')
    }
    expect(instances?.status).toBe(version === '3.0.0' ? 200 : 404)
  })

  it('of version 3.3 stores 1,000 results and says nothing of the rest; from 3.4 it is 5,000', async () => {
    const [first, later] = [await github({ version: '3.3.0' }), await github({ version: '3.4.0' })]
    const many = log(run(times(5_001, (n) => result(`r${n}`, n + 1))))

    await Promise.all([first, later].map((server) => upload(server, many)))

    expect(first.analyses).toMatchObject([{ resultsCount: 1_000, warning: '' }])
    expect(later.analyses).toMatchObject([{ resultsCount: 5_000, warning: expect.stringContaining('5001 results') }])
  })
})

describe('an alert', () => {
  const states = async (server: GitHubSandbox, query = '') => {
    const { body } = await ask(server, `alerts?direction=asc${query}`)
    return body.map(({ number, state }: { number: number; state: string }) => [number, state])
  }

  it('is fixed by an upload without it, and opens again under its number', async () => {
    const server = await github()
    const found = log(run([result('a', 1)], { id: 'c/' }))

    await upload(server, found)
    await upload(server, log(run([], { id: 'c/' })))
    const fixed = await ask(server, 'alerts/1')
    const listed = await states(server, '&state=fixed')
    const open = await ask(server, 'alerts?state=open')
    await upload(server, found)

    expect(fixed.body).toMatchObject({
      state: 'fixed',
      fixed_at: expect.any(String),
      most_recent_instance: { state: 'fixed' },
    })
    expect(listed).toEqual([[1, 'fixed']])
    expect(open).toMatchObject({ status: 200, body: [] })
    expect(await states(server)).toEqual([[1, 'open']])
    expect(server.analyses.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('stays open while another category still reports it', async () => {
    const server = await github()
    await upload(server, log(run([result('a', 1)], { id: 'old/' })))
    await upload(server, log(run([result('a', 1)], { id: 'new/' })))

    await upload(server, log(run([], { id: 'new/' })))
    const pinned = await states(server)
    await upload(server, log(run([], { id: 'old/' })))

    expect(pinned).toEqual([[1, 'open']])
    expect(await states(server)).toEqual([[1, 'fixed']])
  })

  it('is known by rule, path and line hash, wherever the line moves', async () => {
    const server = await github()
    const moved = result('a', 40, { partialFingerprints: { primaryLocationLineHash: 'a1:1' } })

    await upload(server, log(run([result('a', 1)])))
    await upload(server, log(run([moved])))
    await upload(server, log(run([result('a', 1, { partialFingerprints: undefined })])))
    await upload(server, log(run([result('a', 2, { partialFingerprints: null })])))

    expect(server.alerts.map(({ state, instances }) => [state, instances[0]?.place.startLine])).toEqual([
      ['fixed', 40],
      ['fixed', 1],
      ['open', 2],
    ])
  })

  it('of a pull request is listed there only', async () => {
    const server = await github()
    await upload(server, log(run([result('a', 1)])))
    await upload(server, log(run([result('b', 2)])), { ref: 'refs/pull/7/merge' })

    expect(await states(server)).toEqual([[1, 'open']])
    expect(await states(server, '&ref=main')).toEqual([[1, 'open']])
    expect(await states(server, '&pr=7')).toEqual([[2, 'open']])
    expect(await states(server, '&ref=refs/pull/7/merge')).toEqual([[2, 'open']])
    expect((await ask(server, 'alerts/2')).body).toMatchObject({ state: 'open' })
  })
})

describe('lists', () => {
  const tool = { driver: { name: 'Other' } }

  it('come in pages with links', async () => {
    const server = await github()
    await upload(server, log(run(times(5, (n) => result(`r${n}`, n + 1)))))

    const second = await ask(server, 'alerts?per_page=2&page=2')
    const all = await ask(server, 'alerts')

    expect(second.body.map(({ number }: { number: number }) => number)).toEqual([3, 2])
    const link = (page: number, rel: string) =>
      `<${server.url}/repos/octo/shop/code-scanning/alerts?per_page=2&page=${page}>; rel="${rel}"`
    expect(second.headers.get('link')).toBe(
      [link(1, 'prev'), link(3, 'next'), link(3, 'last'), link(1, 'first')].join(', '),
    )
    expect(all.body).toHaveLength(5)
    expect(all.headers.get('link')).toBeNull()
  })

  it('can be filtered', async () => {
    const server = await github()
    const rules = [{ id: 'a', properties: { 'security-severity': '8' } }]
    const first = await upload(
      server,
      log(run([result('a', 1), result('b', 2)], { rules }), run([result('c', 3)], { tool })),
    )
    await upload(server, log(run([])), { ref: 'refs/heads/dev' })
    const found = async (path: string) =>
      (await ask(server, path)).body.map((item: { id?: number; number?: number }) => item.id ?? item.number)

    expect(await found('analyses')).toEqual([3, 2, 1])
    expect(await found(`analyses?sarif_id=${first.id}&direction=asc`)).toEqual([1, 2])
    expect(await found('analyses?ref=dev')).toEqual([3])
    expect(await found('analyses?tool_name=Other')).toEqual([2])
    expect(await found('alerts?tool_name=Other')).toEqual([3])
    expect(await found('alerts?severity=high')).toEqual([1])
    expect(await found('alerts?severity=warning&sort=updated')).toEqual([3, 2])
  })
})

describe('headers', () => {
  it('count down the requests of the hour, uploads apart', async () => {
    const server = await github()

    await ask(server, 'alerts')
    const { headers } = await ask(server, 'alerts')
    const upload = await post(server, payload(log(run([]))))

    expect(headers.get('x-ratelimit-remaining')).toBe('4998')
    expect(headers.get('x-ratelimit-resource')).toBe('core')
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000)
    expect(upload.headers.get('x-ratelimit-remaining')).toBe('999')
  })

  it('end with a refusal after 1,000 uploads in the hour', async () => {
    const server = await github()
    for (const batch of times(10, () => times(100, () => post(server, '{')))) await Promise.all(batch)

    const late = await post(server, payload(log(run([]))))
    const other = await ask(server, 'sarifs/nobody')

    expect(late).toMatchObject({ status: 403, body: { message: expect.stringContaining('API rate limit exceeded') } })
    expect(late.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(other.status).toBe(404)
  })

  it('tell the version of an Enterprise Server', async () => {
    const server = await github({ version: '3.18.0' })

    const response = await fetch(`${server.url}/meta`, { headers: { authorization: `token ${server.token}` } })

    expect(response.status).toBe(200)
    expect(response.headers.get('x-github-enterprise-version')).toBe('3.18.0')
    expect(response.headers.get('x-ratelimit-limit')).toBeNull()
  })
})

describe('the description', () => {
  it('tells answers of the sandbox that leave it', () => {
    const contract = loadContract()
    const analyses = contract.find('GET', '/repos/octo/shop/code-scanning/analyses')!
    const judge = (status: number, body: unknown, type = 'application/json') =>
      contract.violations(analyses, { status, type, body })

    expect(judge(200, [])).toEqual([])
    expect(judge(200, [{ id: 'one' }]).join()).toContain(`For 'properties/0/id', "one" is not a integer.`)
    expect(judge(200, '', 'text/html')).toEqual([expect.stringContaining('no answer 200 of type text/html')])
    expect(judge(201, {})).toEqual([expect.stringContaining('no answer 201')])
    expect(judge(401, { message: 1 })).toEqual([expect.stringContaining('1 is not a string.')])
  })
})

describe('a fault', () => {
  it('strikes as often as told, then lets go', async () => {
    const server = await github({ faults: [{ path: /alerts/, status: 502, times: 2 }] })
    server.faults.push({
      method: 'get',
      path: /alerts\?page=2/g,
      after: 1,
      status: 429,
      headers: { 'retry-after': '1' },
    })

    const first = [await ask(server, 'alerts'), await ask(server, 'alerts'), await ask(server, 'alerts')]
    const second = [
      await ask(server, 'alerts?page=2'),
      await ask(server, 'alerts?page=2'),
      await ask(server, 'alerts?page=2'),
    ]

    expect(first.map(({ status }) => status)).toEqual([502, 502, 404])
    expect(first[0]?.body).toEqual({ message: 'Server Error' })
    expect(second.map(({ status }) => status)).toEqual([404, 429, 404])
    expect(second[1]?.headers.get('retry-after')).toBe('1')
    expect(server.requests.map(({ status }) => status)).toEqual([502, 502, 404, 404, 429, 404])
  })

  it('breaks the connection, before or after the request took effect', async () => {
    const server = await github({ faults: [{ path: /sarifs/, action: 'reset' }] })
    const good = payload(log(run([])))

    await expect(post(server, good)).rejects.toThrow('fetch failed')
    const before = server.deliveries.length
    server.faults.push({ path: /sarifs/, action: 'reset', applies: true })
    await expect(post(server, good)).rejects.toThrow('fetch failed')

    expect([before, server.deliveries.length]).toEqual([0, 1])
    expect(server.requests.map(({ status }) => status)).toEqual([0, 0])
    expect(server.requests[0]?.body).toMatchObject({ commit_sha: sha })
  })

  it('hangs until the server closes', async () => {
    const server = await github({ faults: [{ path: /alerts/, action: 'hang' }] })

    const waiting = expect(ask(server, 'alerts')).rejects.toThrow('fetch failed')
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    await server.close()

    await waiting
  })

  it('breaks off in the middle of an answer', async () => {
    const server = await github({ faults: [{ path: /meta/, action: 'truncate', applies: true }] })
    const headers = { authorization: `token ${server.token}` }

    const response = await fetch(`${server.url}/meta`, { headers })

    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(await (await fetch(`${server.url}/meta`, { headers })).json()).toEqual({
      verifiable_password_authentication: false,
    })
  })
})
