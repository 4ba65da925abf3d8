import { randomBytes } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import type { Fault } from '../sandbox/faults.ts'
import { type GitHubOptions, type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { listen, type RecordedRequest } from '../sandbox/http.ts'
import { startZadig, type ZadigOptions, type ZadigSandbox, type ZadigScan } from '../sandbox/zadig/server.ts'
import { isCloud } from '../src/clients/github-server.ts'
import { poll } from '../src/clients/poll.ts'
import type { UploadConfig } from '../src/config/upload.ts'
import type { ZadigConfig } from '../src/config/zadig.ts'
import { ServiceError } from '../src/model/errors.ts'
import type { Attempt, ZadigScan as Outcome } from '../src/model/outcome.ts'
import { sarifSchema } from '../src/model/sarif.ts'
import { attempt } from '../src/stages/attempt.ts'
import { upload } from '../src/stages/upload.ts'
import { scanInZadig } from '../src/stages/zadig.ts'
import { closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { configFor, repository, token, zadig as zadigOf } from './kit/zadig.ts'

const sentBy = (method: string, { requests }: { requests: RecordedRequest[] }) =>
  requests.filter((request) => request.method === method)

describe('poll', () => {
  /** A clock that only sleeping moves. */
  function clockAt(start = 0) {
    let at = start
    const sleep = async (ms: number) => {
      at += ms
    }
    return { now: () => at, sleep }
  }

  function patience(more: { timeoutMs?: number; longestPauseMs?: number } = {}) {
    const { timeoutMs = 600_000, longestPauseMs = 5000 } = more
    return { timeoutMs, longestPauseMs, clock: clockAt(1_700_000_000_000) }
  }

  /** When it asks, in milliseconds since it began, until the answer is there. */
  async function questions(readyMs: number, more: Parameters<typeof patience>[0] = {}) {
    const waiting = patience(more)
    const start = waiting.clock.now()
    const asked: number[] = []
    const answer = await poll(async () => {
      const at = waiting.clock.now() - start
      asked.push(at)
      return at >= readyMs ? 'ready' : undefined
    }, waiting)
    return { asked, answer }
  }

  const failing = (...errors: unknown[]) => {
    let asked = 0
    const ask = async () => {
      const error = errors[asked++]
      if (error !== undefined) throw error
      return 'answer'
    }
    return { ask, count: () => asked }
  }
  const passing = [undefined, 429, 500, 502, 503].map((status) => new ServiceError('busy', status))

  it('asks after 2.5 s, then after a fifth of the time gone, never sooner than 1 s and never later than the cap', async () => {
    const { asked } = await questions(60_000)
    const gaps = asked.map((at, index) => at - (asked[index - 1] ?? 0))

    expect(asked.slice(0, 7).map(Math.round)).toEqual([2500, 3500, 4500, 5500, 6600, 7920, 9504])
    expect(Math.min(...gaps)).toBe(1000)
    expect(gaps.slice(-5)).toEqual([5000, 5000, 5000, 5000, 5000])
    expect(asked.filter((at) => at <= 30_000).length).toBeLessThanOrEqual(13)
  })

  it('asks for the last time exactly at the deadline, and then gives up', async () => {
    const { asked, answer } = await questions(Number.POSITIVE_INFINITY, { timeoutMs: 10_000 })

    expect(answer).toBeUndefined()
    expect(asked.at(-1)).toBe(10_000)
    expect(await questions(10_000, { timeoutMs: 10_000 })).toMatchObject({ answer: 'ready' })
    expect((await questions(0, { timeoutMs: 1000 })).asked).toEqual([1000])
  })

  it('notices the end sooner than asking every 5 s does, whenever it comes', async () => {
    const lateness = { quick: 0, fixed: 0, longest: 0 }
    for (let readyMs = 2000; readyMs <= 120_000; readyMs += 1300) {
      const late = (await questions(readyMs)).asked.at(-1)! - readyMs
      lateness.quick += late
      lateness.longest = Math.max(lateness.longest, late)
      lateness.fixed += Math.ceil(readyMs / 5000) * 5000 - readyMs
    }

    expect(lateness.quick).toBeLessThan(lateness.fixed)
    expect(lateness.longest).toBeLessThanOrEqual(5000)
  })

  it('bears five failures in a row that may pass, as often as they come, and throws the sixth', async () => {
    const five = failing(...passing)
    const six = failing(...passing, new ServiceError('down', 503))

    expect(await poll(five.ask, patience())).toBe('answer')
    expect(five.count()).toBe(6)
    await expect(poll(six.ask, patience())).rejects.toThrow('down')
    expect(six.count()).toBe(6)
  })

  it('throws the last failure when the time is up over it', async () => {
    const { ask } = failing(...passing)

    await expect(poll(ask, patience({ timeoutMs: 5000 }))).rejects.toBe(passing[3])
  })

  it('keeps the pause that the server asks for, but none beyond the deadline', async () => {
    const asked: number[] = []
    const waits: [number, number][] = []
    const waiting = {
      ...patience({ timeoutMs: 100_000 }),
      onWait: (...wait: [number, number]) => void waits.push(wait),
    }
    const start = waiting.clock.now()
    const answers = [30_000, 1, 0, 600_000].map((waitMs) => new ServiceError('later', 403, { waitMs }))

    const ended = poll(async () => {
      asked.push(waiting.clock.now() - start)
      throw answers[asked.length - 1] ?? new ServiceError('at last', 503)
    }, waiting)

    await expect(ended).rejects.toThrow('at last')
    expect(asked).toEqual([2500, 32_500, 37_500, 42_500, 100_000])
    expect(waits).toEqual([
      [30_000, 97_500],
      [600_000, 57_500],
    ])
  })

  it('begins to count anew after every answer', async () => {
    let asked = 0
    const waiting = patience()

    const answer = await poll(async () => {
      asked += 1
      if (asked === 20) return 'answer'
      if (asked % 5 !== 0) throw new ServiceError('busy', 502)
      return undefined
    }, waiting)

    expect(answer).toBe('answer')
  })

  it.each([
    ['a refusal', new ServiceError('no', 403)],
    ['a thing that is not there', new ServiceError('gone', 404)],
    ['a bug', new TypeError('x is not a function')],
  ])('throws %s at once', async (_what, error) => {
    const { ask, count } = failing(error)

    await expect(poll(ask, patience())).rejects.toBe(error)
    expect(count()).toBe(1)
  })
})

const sha = 'a'.repeat(40)
const location = { physicalLocation: { artifactLocation: { uri: 'src/app.js' }, region: { startLine: 3 } } }

function result(more: Partial<Result> = {}): Result {
  return { ruleId: 'no-eval', message: { text: 'eval is evil' }, locations: [location], ...more }
}

function runOf(results: Result[] = [result()], more: Partial<Run> = {}): Run {
  return { tool: { driver: { name: 'ESLint', rules: [{ id: 'no-eval' }] } }, results, ...more }
}

interface Sent {
  commit_sha: string
  ref: string
  sarif: string
  checkout_uri: string
  started_at: string
  tool_name?: string
}

describe('The upload to GitHub', () => {
  const github = async (options: GitHubOptions = {}) => closing(await startGitHub({ processingMs: 1, ...options }))

  async function uploadTo(server: GitHubSandbox, runs = [runOf()], more: Partial<UploadConfig> = {}) {
    const host = closing(await testHost())
    const config: UploadConfig = {
      need: 'required',
      apiUrl: server.url,
      serverUrl: 'https://github.example',
      token: server.token,
      repository: server.repository,
      ref: 'refs/heads/main',
      sha,
      root: host.cwd,
      timeoutMs: 300_000,
      suppressed: 'drop',
      dismissals: 'default-branch',
      overLimit: 'trim',
      earlier: [],
      ...more,
    }
    const started = host.now()
    const ended = await attempt(config, (wanted) => upload(runs, wanted, host))
    return { ...ended, host, waitedMs: host.now() - started }
  }

  /** What the failed attempt says. */
  async function refusal(server: GitHubSandbox, runs?: Run[], more?: Partial<UploadConfig>): Promise<string> {
    const ended = await uploadTo(server, runs, more)
    if (ended.status !== 'failed') throw new Error(`The attempt is ${ended.status}.`)
    return ended.error.message
  }

  const bodyOf = (server: GitHubSandbox) => sentBy('POST', server)[0]?.body as Sent
  const unpacked = ({ sarif }: Sent) => JSON.parse(gunzipSync(Buffer.from(sarif, 'base64')).toString('utf8'))

  it.each([undefined, '3.16', '3.20'])(
    'sends what the description asks for, and nothing else (server %s)',
    async (version) => {
      const server = await github({ version })
      const started = '2026-01-02T03:04:05.678Z'
      const run = runOf([result(), result({ ruleId: 'other', message: { text: '日本 😀 \u0000' } })], {
        invocations: [{ executionSuccessful: true, startTimeUtc: started }],
      })

      const { host, ...ended } = await uploadTo(server, [run])

      const body = bodyOf(server)
      expect(ended).toMatchObject({
        status: 'done',
        value: { id: server.deliveries[0]?.id, status: 'complete', errors: [], warnings: [] },
      })
      expect([server.violations, server.refused]).toEqual([[], []])
      expect(Object.keys(body).sort()).toEqual([
        'checkout_uri',
        'commit_sha',
        'ref',
        'sarif',
        'started_at',
        'tool_name',
      ])
      expect(body).toMatchObject({
        commit_sha: sha,
        ref: 'refs/heads/main',
        checkout_uri: pathToFileURL(host.cwd).href,
        started_at: '2026-01-02T03:04:05Z',
        tool_name: 'ESLint',
      })
      expect(body.sarif).toMatch(/^H4sI[A-Za-z0-9+/]+=*$/)
      expect(unpacked(body)).toEqual({ $schema: sarifSchema, version: '2.1.0', runs: [run] })
      expect(sentBy('POST', server)[0]?.headers['authorization']).toBe(`token ${server.token}`)
      expect(host.said.join('\n')).not.toContain(server.token)
    },
  )

  it('leaves the name of the tool out where there are several, and shows where the alerts are', async () => {
    const server = await github()
    const other = runOf([], { tool: { driver: { name: 'Other' } } })

    const ended = await uploadTo(server, [runOf(), other], { ref: 'refs/pull/7/merge' })
    const onBranch = await uploadTo(server, [runOf()], { ref: 'refs/heads/a&b' })

    expect(bodyOf(server)).not.toHaveProperty('tool_name')
    const base = 'https://github.example/octo/shop/security/code-scanning?query='
    expect(ended).toMatchObject({ value: { url: `${base}is%3Aopen%20pr%3A7` } })
    expect(onBranch).toMatchObject({ value: { url: `${base}is%3Aopen%20ref%3Arefs%2Fheads%2Fa%26b` } })
  })

  it.each(['yesterday', '2026-01-02 03:04:05', ''])(
    'does not hand on %j as the start of the scan as it is',
    async (startTimeUtc) => {
      const server = await github()

      const ended = await uploadTo(server, [runOf([], { invocations: [{ executionSuccessful: true, startTimeUtc }] })])

      expect(ended.status).toBe('done')
      expect(bodyOf(server).started_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    },
  )

  it('drops suppressed results, or keeps them when it is told to', async () => {
    const suppressed = result({ ruleId: 'hushed', suppressions: [{ kind: 'inSource' }] })
    const rejected = result({ ruleId: 'loud', suppressions: [{ kind: 'external', status: 'rejected' }] })
    const sentWith = async (mode: 'drop' | 'keep') => {
      const server = await github()
      await uploadTo(server, [runOf([result(), suppressed, rejected])], { suppressed: mode })
      return (unpacked(bodyOf(server)).runs[0].results as Result[]).map(({ ruleId }) => ruleId)
    }

    expect(await sentWith('drop')).toEqual(['no-eval', 'loud'])
    expect(await sentWith('keep')).toEqual(['no-eval', 'hushed', 'loud'])
  })

  it('never sends a run that says it failed, and nothing at all when no other is left', async () => {
    const server = await github()
    const failed = runOf([], { tool: { driver: { name: 'Broken' } }, invocations: [{ executionSuccessful: false }] })

    await uploadTo(server, [failed, runOf()])
    const messages = [await refusal(server, [failed]), await refusal(server, [])]

    expect(unpacked(bodyOf(server)).runs).toHaveLength(1)
    expect(sentBy('POST', server)).toHaveLength(1)
    expect(messages).toEqual(Array(2).fill('Nothing was uploaded, because no scan was completed.'))
  })

  it('does not send more than 10 MB of gzip', async () => {
    const server = await github()
    const noise = randomBytes(8_000_000).toString('hex')

    const runs = [
      runOf([result({ message: { text: noise.slice(0, 15_000_000) } })]),
      runOf([result({ level: 'note', message: { text: randomBytes(4_000_000).toString('base64') } })]),
    ]

    const text = await refusal(server, runs, { overLimit: 'fail' })
    const refused = sentBy('POST', server)
    const trimmed = await uploadTo(server, runs)

    expect(text).toMatch(/^The SARIF is 1\d\.\d MB when gzipped, and GitHub takes 10 MB\. `over-limit` is `fail`/)
    expect(refused).toEqual([])
    expect(trimmed).toMatchObject({ value: { status: 'complete', warnings: [expect.stringMatching(/^Left out: /)] } })
    expect(unpacked(bodyOf(server)).runs.flatMap((run: Run) => run.results)).toHaveLength(1)
  })

  it('sends more runs than GitHub takes in several uploads, and merges those of one category', async () => {
    const server = await github()
    const tools = Array.from({ length: 21 }, (_, at) => runOf([result()], { tool: { driver: { name: `Tool ${at}` } } }))

    const ended = await uploadTo(server, [...tools, runOf(), runOf()])

    expect(ended).toMatchObject({ value: { status: 'complete', warnings: [] } })
    expect(sentBy('POST', server)).toHaveLength(2)
    expect(server.analyses.reduce((sum, { resultsCount }) => sum + resultsCount, 0)).toBe(23)
  })

  it('splits more results than GitHub stores over several uploads when it is told to', async () => {
    const server = await github()
    const many = Array.from({ length: 5001 }, (_, line) => result({ message: { text: `number ${line}` } }))

    const ended = await uploadTo(server, [runOf(many)], { overLimit: 'split' })

    expect(ended).toMatchObject({ value: { status: 'complete', warnings: [] } })
    expect(server.analyses.reduce((sum, { resultsCount }) => sum + resultsCount, 0)).toBe(5001)
  })

  it("keeps GitHub's own words when it cannot process the SARIF", async () => {
    const server = await github()

    const ended = await uploadTo(server, [runOf([result({ locations: [] })])])

    expect(ended).toMatchObject({ status: 'done', value: { status: 'failed' } })
    expect(ended).toMatchObject({
      value: { errors: [expect.stringContaining('expected at least one location')] },
    })
  })

  it('stops asking when the time is over, and says that it is still pending', async () => {
    const server = await github({ processingMs: 2 ** 30 })

    const { host, waitedMs, ...ended } = await uploadTo(server)

    expect(ended).toMatchObject({ status: 'done', value: { status: 'pending', errors: [], warnings: [] } })
    expect(Math.round(waitedMs / 10_000)).toBe(30)
    expect(host.said.filter((line) => line.includes('still processing')).length).toBeGreaterThanOrEqual(4)
  })

  it('bears what a busy server answers when it is asked how it goes', async () => {
    const json = { 'content-type': 'application/json' }
    const faults: Fault[] = [
      { status: 404, times: 2, body: { message: 'Not Found' } },
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' },
      { status: 503 },
      { status: 500, body: '' },
      { action: 'reset' as const },
      { status: 429, body: { message: 'Too many requests' } },
      { status: 200, headers: json, body: '{"processing_status":"comp' },
      { action: 'truncate' as const },
      { status: 200, headers: json, body: 'null' },
      { status: 200, headers: json, body: '{"processing_status":"resting","errors":"none"}' },
    ].map((fault) => ({ method: 'GET', path: /\/sarifs\//, ...fault }))
    const server = await github({ faults })

    const ended = await uploadTo(server)

    expect(ended).toMatchObject({ status: 'done', value: { status: 'complete', errors: [], warnings: [] } })
    expect(sentBy('POST', server)).toHaveLength(1)
    expect(sentBy('GET', server).filter(({ path }) => path.includes('/sarifs/'))).toHaveLength(12)
  })

  it('waits for no answer without end, and tries once more', async () => {
    const { timeout } = AbortSignal
    // The patience of minutes, in seconds.
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100)
    try {
      const server = await github({
        faults: [
          { path: /sarifs$/, action: 'hang' },
          { path: /\/sarifs\//, action: 'hang' },
        ],
      })

      const ended = await uploadTo(server)

      expect(ended).toMatchObject({ status: 'done', value: { status: 'complete' } })
      expect([sentBy('POST', server).length, server.deliveries.length]).toEqual([2, 1])
    } finally {
      AbortSignal.timeout = timeout
    }
  })

  it('names the upload when what became of it cannot be found out', async () => {
    const server = await github({ faults: [{ method: 'GET', path: /\/sarifs\//, times: 99 }] })

    const ended = await uploadTo(server)

    const id = server.deliveries[0]?.id
    expect(ended).toMatchObject({ status: 'done', value: { id, status: 'pending' } })
    const text = ended.status === 'done' ? (ended.value.problem ?? '') : ''
    expect(text).toContain(`GitHub has received the SARIF (${id}), but what became of it is not known.`)
    expect(text).toContain('GitHub answered 500 (Server Error). GitHub has a problem of its own.')
    expect(sentBy('GET', server).filter(({ path }) => path.includes('/sarifs/'))).toHaveLength(6)
  })

  it('says what GitHub did not store, or says about what it stored', async () => {
    const many = Array.from({ length: 5001 }, (_, line) => result({ message: { text: `number ${line}` } }))
    const path = /\/sarifs\//
    const said = { status: 200, body: { processing_status: 'complete', errors: ['a result was skipped'] } }
    const other = { id: 1, tool: { name: 'ESLint' }, results_count: 2, rules_count: 1, error: '', warning: '' }
    const [cut, losing, remarked, hidden, garbled] = await Promise.all([
      github(),
      github({ faults: [{ method: 'GET', path: /\/analyses/, status: 200, body: [other] }] }),
      github({ faults: [{ method: 'GET', path, ...said }] }),
      github({
        faults: [{ method: 'GET', path: /\/analyses/, status: 403, body: { message: 'Resource not accessible' } }],
      }),
      github({ faults: [{ method: 'GET', path: /\/analyses/, status: 200, body: { message: 'odd' } }] }),
    ])

    const [fewer, lost, remark, unseen, unread] = await Promise.all([
      uploadTo(cut, [runOf(many)]),
      uploadTo(losing, [runOf([result()])]),
      uploadTo(remarked),
      uploadTo(hidden),
      uploadTo(garbled),
    ])

    const limit = 'Left out: 1 results, the least severe of runs with more than 5,000.'
    expect(fewer).toMatchObject({ value: { status: 'complete', warnings: [limit] } })
    expect(lost).toMatchObject({
      value: { warnings: ['GitHub stored 2 of 1 results of ESLint. The gate has used all of them.'] },
    })
    expect(remark).toMatchObject({ value: { status: 'complete', warnings: ['a result was skipped'] } })
    for (const { host, ...ended } of [unseen, unread]) {
      expect(ended).toMatchObject({ status: 'done', value: { status: 'complete', warnings: [] } })
      expect(host.said.at(-1)).toMatch(/^What GitHub stored could not be compared with what was sent\. /)
    }
  })

  describe.each<[string, string | undefined, { asksSarifs: boolean; namesApi: boolean }]>([
    ['github.com', undefined, { asksSarifs: true, namesApi: true }],
    ['data residency', 'ghe.com', { asksSarifs: true, namesApi: true }],
    ['Enterprise Server 3.20', '3.20.1', { asksSarifs: true, namesApi: true }],
    ['Enterprise Server 3.18', '3.18.0.pre1', { asksSarifs: true, namesApi: true }],
    ['Enterprise Server 3.16', '3.16.4', { asksSarifs: true, namesApi: true }],
    ['Enterprise Server 3.8', '3.8.2', { asksSarifs: true, namesApi: false }],
    ['Enterprise Server 3.4', '3.4.0', { asksSarifs: true, namesApi: false }],
    ['Enterprise Server 3.0', '3.0.1', { asksSarifs: false, namesApi: false }],
    ['Enterprise Server 2.22', '2.22.5', { asksSarifs: false, namesApi: false }],
  ])('to %s', (_name, version, { asksSarifs, namesApi }) => {
    const asked = (server: GitHubSandbox, path: RegExp) => sentBy('GET', server).filter((it) => path.test(it.path))

    it('is taken, followed to its end and compared, after one question for the version', async () => {
      const server = await github({ version, processingMs: 40 })
      const tools = Array.from({ length: 16 }, (_, at) => runOf([result()], { tool: { driver: { name: `T${at}` } } }))

      const ended = await uploadTo(server, [...tools, runOf(), runOf()])

      expect(ended).toMatchObject({ status: 'done', value: { status: 'complete', errors: [], warnings: [] } })
      expect([server.violations, server.refused]).toEqual([[], []])
      expect(server.analyses).toHaveLength(17)
      expect(server.analyses.reduce((sum, { resultsCount }) => sum + resultsCount, 0)).toBe(18)
      const posts = sentBy('POST', server)
      expect(posts).toHaveLength(namesApi ? 1 : 2)
      expect(asked(server, /\/meta$/)).toHaveLength(1)
      expect(asked(server, /\/sarifs\//).length > 0).toBe(asksSarifs)
      for (const { headers, body } of posts) {
        expect(headers['x-github-api-version']).toBe(namesApi ? '2022-11-28' : undefined)
        const isOfOneTool = unpacked(body as Sent).runs.length === 1
        expect((body as Sent).tool_name !== undefined).toBe(isOfOneTool || !asksSarifs)
      }
    })

    it('fails with the words of the server', async () => {
      const server = await github({ version })

      const ended = await uploadTo(server, [runOf([result({ locations: [] })])])

      expect(ended).toMatchObject({ status: 'done', value: { status: 'failed', warnings: [] } })
      expect(ended).toMatchObject({ value: { errors: [expect.stringContaining('expected at least one location')] } })
      expect(server.refused).toEqual([])
    })

    it('is pending when the time is over', async () => {
      const server = await github({ version, processingMs: 2 ** 30 })

      const ended = await uploadTo(server, undefined, { timeoutMs: 20_000 })

      expect(ended).toMatchObject({ status: 'done', value: { status: 'pending', errors: [], problem: undefined } })
    })

    it('with a commit of 64 digits is taken, or not even tried', async () => {
      const server = await github({ version })
      const takesLong = !['3.16.4', '3.8.2', '3.4.0', '3.0.1', '2.22.5'].includes(version ?? '')

      const ended = await uploadTo(server, undefined, { sha: 'b'.repeat(64) })

      expect(ended.status).toBe(takesLong ? 'done' : 'failed')
      expect(server.deliveries).toHaveLength(takesLong ? 1 : 0)
      expect(server.refused).toEqual([])
      const text = ended.status === 'failed' ? ended.error.message : ''
      if (!takesLong) expect(text).toContain(`takes commits of 40 only before 3.17 (this is ${version}).`)
    })
  })

  it('keeps to the limits of an old server, and says what it left out', async () => {
    const many = Array.from({ length: 1500 }, (_, line) => result({ message: { text: `number ${line}` } }))
    const old = await github({ version: '2.22.0' })
    const silent = await github({ version: '2.22.0', faults: [{ path: /meta$/, status: 404 }] })
    // It answers so because the server was taken for a newer one, which has the endpoint.
    const short = { timeoutMs: 10_000 }

    const [known, unknown] = await Promise.all([uploadTo(old, [runOf(many)]), uploadTo(silent, [runOf(many)], short)])

    const limit = 'Left out: 500 results, the least severe of runs with more than 1,000.'
    expect(known).toMatchObject({ value: { status: 'complete', warnings: [limit] } })
    expect(old.analyses[0]?.resultsCount).toBe(1000)
    expect(unknown).toMatchObject({
      value: { status: 'pending', problem: expect.stringContaining('did not know it when it was asked, until `proc') },
    })
  })

  it('follows the analyses of an old server until there is one of each run, or one that failed', async () => {
    const two = [runOf(), runOf([], { tool: { driver: { name: 'Other' } } })]
    const analysis = { id: 1, tool: { name: 'ESLint' }, results_count: 1, rules_count: 1 }
    const early = (more: object, times: number) => ({
      path: /\/analyses/,
      status: 200,
      body: [{ ...analysis, ...more }],
      times,
    })
    const [half, failed, late] = await Promise.all([
      github({ version: '3.0.0', faults: [early({}, 3)] }),
      github({ version: '3.0.0', faults: [early({ error: 'could not be read' }, 1)] }),
      github({ version: '3.0.0', faults: [early({}, 99)] }),
    ])

    const ended = await Promise.all([half, failed, late].map((server) => uploadTo(server, two, { timeoutMs: 30_000 })))

    expect(ended).toMatchObject([
      { value: { status: 'complete', warnings: [] } },
      { value: { status: 'failed', errors: ['could not be read'] } },
      { value: { status: 'pending' } },
    ])
    expect(sentBy('GET', half)).toHaveLength(6)
    expect(bodyOf(half).tool_name).toBe('API')
  })

  it('does not fail because the server keeps its version to itself', async () => {
    const faults: [Partial<Fault>, string, number][] = [
      [{ status: 401, times: 9 }, 'it answered 401', 1],
      [{ status: 403, times: 9 }, 'it answered 403', 1],
      [{ status: 404, times: 9 }, 'it answered 404', 1],
      [{ status: 503, times: 9 }, 'it answered 503', 4],
      [{ action: 'reset', times: 9 }, '', 4],
      [{ status: 502 }, 'known', 2],
      [{ status: 200, body: '<html>' }, 'known', 1],
      [{ status: 200, headers: { 'x-github-enterprise-version': 'edge' } }, 'known', 1],
    ]
    const stories = faults.map(async ([fault, why, questions]) => {
      const server = await github({ version: '3.20.0', faults: [{ path: /meta$/, ...fault }] })
      const ended = await uploadTo(server)
      return { server, ended, why, questions }
    })

    for (const { server, ended, why, questions } of await Promise.all(stories)) {
      expect(ended).toMatchObject({ status: 'done', value: { status: 'complete', warnings: [] } })
      expect(server.requests.filter(({ path }) => path.endsWith('/meta'))).toHaveLength(questions)
      const said = ended.host.said.filter((line) => line.includes('does not tell its version ('))
      expect(said).toEqual(why === 'known' ? [] : [expect.stringContaining(why)])
    }
  })

  it('knows github.com and data residency by name, and asks neither', () => {
    const clouds = [
      'https://api.github.com',
      'https://api.octo.ghe.com',
      'https://API.GitHub.com/',
      'https://octo.ghe.com',
    ]
    const others = [
      'https://ghe.example/api/v3',
      'https://api.github.com.evil.example',
      'https://x@y.ghe.com',
      'https://ghe.com.example',
      'http://127.0.0.1:1',
      'https://evil.example/octo.ghe.com',
      '',
    ]

    expect(clouds.filter((url) => !isCloud(url))).toEqual([])
    expect(others.filter(isCloud)).toEqual([])
  })

  const question = { method: 'GET', path: /\/sarifs\// }
  const limited = (headers: Record<string, string>, status = 403) => ({
    ...question,
    status,
    headers,
    body: { message: 'You have exceeded a secondary rate limit.' },
  })

  it.each<[string, () => Fault, [number, number]]>([
    ['retry-after of 403', () => limited({ 'retry-after': '40' }), [40, 44]],
    ['retry-after of 429', () => limited({ 'retry-after': '40' }, 429), [40, 44]],
    ['retry-after of 503', () => ({ ...question, status: 503, headers: { 'retry-after': '40' } }), [40, 44]],
    ['retry-after as a date', () => limited({ 'retry-after': new Date(Date.now() + 40_000).toUTCString() }), [38, 46]],
    [
      'the reset of the rate limit',
      () => limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 40) }),
      [39, 46],
    ],
    ['nothing but the words', () => limited({}), [60, 64]],
    ['retry-after that is none', () => limited({ 'retry-after': 'soon' }), [60, 64]],
    ['a time far beyond the deadline', () => limited({ 'retry-after': '9000' }), [100, 101]],
  ])('waits as the answer to its question asks: %s', async (name, fault, [least, most]) => {
    const server = await github({ faults: [fault()] })

    const { host, waitedMs, ...ended } = await uploadTo(server, undefined, { timeoutMs: 100_000 })

    expect(ended).toMatchObject({ status: 'done', value: { status: 'complete', warnings: [] } })
    expect(sentBy('GET', server).filter(({ path }) => path.includes('/sarifs/'))).toHaveLength(2)
    expect(waitedMs / 1000).toBeGreaterThanOrEqual(least)
    expect(waitedMs / 1000).toBeLessThan(most + 3)
    const said = host.said.filter((line) => line.startsWith('GitHub asks to wait'))
    expect(said).toEqual([expect.stringMatching(/^GitHub asks to wait \d+ s before the next question[.,]/)])
    expect(said[0]?.includes('but `processing-timeout` leaves 9')).toBe(name.includes('deadline'))
    expect(host.said.filter((line) => line.includes('limit is reached'))).toEqual([])
  })

  it.each<[string, Partial<Fault>, string]>([
    [
      '500 for ever',
      { status: 500, times: 99 },
      'GitHub answered 500 (Server Error). GitHub has a problem of its own.',
    ],
    ['502 with a page', { status: 502, times: 99, body: '<html>' }, 'GitHub answered 502. GitHub has a problem'],
    ['503 for ever', { status: 503, times: 99, headers: { 'retry-after': '1' } }, 'GitHub answered 503'],
    ['429 for ever', { status: 429, times: 99, headers: { 'retry-after': '1' } }, 'Wait for the rate limit to reset'],
    ['a reset each time', { action: 'reset', times: 99 }, 'could not be reached'],
    ['404 for ever', { status: 404, times: 99, body: { message: 'Not Found' } }, 'did not know it when it was asked'],
    ['a token that ran out', { status: 401, times: 99 }, 'The token is not valid'],
    ['a permission that went', { status: 403, times: 99, body: { message: 'Resource not accessible' } }, 'permission'],
    ['a page with 200', { status: 200, times: 99, body: '<html>' }, ''],
    ['nothing with 200', { status: 200, times: 99, body: '' }, ''],
    ['half an answer', { action: 'truncate', times: 99 }, ''],
    ['garbled JSON', { status: 200, times: 99, body: '{"processing_status":"complete"' }, ''],
    ['a list', { status: 200, times: 99, body: ['complete'] }, ''],
    ['another word', { status: 200, times: 99, body: { processing_status: 'Complete' } }, ''],
    ['no word', { status: 200, times: 99, body: { processing_status: { complete: true } } }, ''],
  ])('after the 202, %s ends as pending, without a second upload', async (_name, fault, problem) => {
    const server = await github({ faults: [{ ...question, ...fault }] })

    const { waitedMs, ...ended } = await uploadTo(server, undefined, { timeoutMs: 60_000 })

    expect(ended).toMatchObject({ status: 'done', value: { status: 'pending', errors: [], warnings: [] } })
    const text = ended.status === 'done' ? (ended.value.problem ?? '') : ''
    expect(problem === '' ? [text] : [text.includes(problem), text]).toEqual(problem === '' ? [''] : [true, text])
    expect(server.deliveries).toHaveLength(1)
    expect(waitedMs).toBeLessThan(70_000)
  })

  it('verifies one upload when a lost answer made it send two', async () => {
    const server = await github({
      faults: [
        { path: /sarifs$/, action: 'reset', applies: true },
        { path: /sarifs$/, status: 502, applies: true },
      ],
    })

    const ended = await uploadTo(server, [runOf([result(), result({ message: { text: 'another' } })])])

    expect(server.deliveries).toHaveLength(3)
    expect(ended).toMatchObject({
      value: { id: server.deliveries[2]?.id, status: 'complete', warnings: [] },
    })
    expect(server.alerts).toHaveLength(2)
  })

  it('compares every analysis with its run, and shows what GitHub says of it', async () => {
    const stored = (name: string, results: number, more: object = {}) => ({
      id: 1,
      tool: { name },
      category: 'ci/a',
      results_count: results,
      rules_count: 1,
      error: '',
      warning: '',
      ...more,
    })
    const id = (own: string) => ({ automationDetails: { id: own } })
    const sent = [
      runOf([result()], id('ci/a/')),
      runOf([result(), result({ message: { text: 'more' } })], { ...id('ci/b/'), tool: { driver: { name: 'Other' } } }),
    ]
    const said = async (body: unknown, runs = sent) => {
      const server = await github({
        faults: [{ method: 'GET', path: /\/analyses/, status: 200, body: body as object, times: 2 }],
      })
      const { host, ...ended } = await uploadTo(server, runs)
      if (ended.status !== 'done') throw ended
      return [...ended.value.warnings, ...host.said.filter((line) => line.startsWith('What GitHub stored'))]
    }
    const other = stored('Other', 2, { category: 'ci/b', rules_count: 0 })
    const all = 'The gate has used all of them.'

    expect(await said([stored('ESLint', 1), other])).toEqual([])
    expect(await said([stored('ESLint', 2), { ...other, results_count: 1 }])).toEqual([
      `GitHub stored 2 of 1 results of ESLint (category \`ci/a\`). ${all}`,
      `GitHub stored 1 of 2 results of Other (category \`ci/b\`). ${all}`,
    ])
    expect(await said([stored('ESLint', 1, { rules_count: 0, warning: 'cut' }), { ...other, error: 'odd' }])).toEqual([
      'ESLint (category `ci/a`): cut',
      'Other (category `ci/b`): odd',
      'GitHub counts 0 rules of ESLint (category `ci/a`), and 1 were sent.',
    ])
    expect(await said([stored('ESLint', 1)])).toEqual([
      `GitHub stored nothing of Other (category \`ci/b\`): 2 results were sent. ${all}`,
    ])
    expect(await said([stored('ESLint', 1), other, stored('Third', 7)])).toEqual([
      'GitHub stored 7 results of Third (category `ci/a`), which were not sent.',
    ])
    expect(await said([], [sent[0]!])).toEqual([
      `GitHub stored nothing of ESLint (category \`ci/a\`): 1 results were sent. ${all}`,
    ])
    expect(await said([stored('API', 1, { category: '(default)' })], [sent[0]!])).toEqual([])
    for (const odd of ['<html>', null, [null], [7], [{ ...other, results_count: '2' }], [{ ...other, tool: null }], ''])
      expect(await said(odd)).toEqual([
        'What GitHub stored could not be compared with what was sent. GitHub did not answer with a list of analyses.',
      ])
  })

  it('reads again what GitHub stored when the list lags behind', async () => {
    const server = await github({ faults: [{ method: 'GET', path: /\/analyses/, status: 404 }] })

    expect(await uploadTo(server)).toMatchObject({ value: { status: 'complete', warnings: [] } })
  })

  it.each<[string, string, GitHubOptions, Partial<UploadConfig>]>([
    ['a wrong token', 'GitHub answered 401 (Bad credentials). The token is not valid', {}, { token: 'wrong' }],
    [
      'a token that may not write',
      'GitHub answered 403 (Resource not accessible by integration). The token lacks a permission. Add `permissions: { contents: read, security-events: write }`',
      { permission: 'read' },
      {},
    ],
    [
      'a private repository without the feature',
      '(Code Security must be enabled for this repository to use code scanning). Code scanning is off',
      { codeSecurity: false, visibility: 'private' },
      {},
    ],
    [
      'a public repository with the feature off',
      '(Code scanning is not enabled for this repository. Please enable code scanning in the repository settings). Code scanning is off',
      { codeSecurity: false },
      {},
    ],
    [
      'an Enterprise Server without the feature',
      '(Advanced Security must be enabled for this repository to use code scanning). Code scanning is off',
      { codeSecurity: false, visibility: 'private', version: '3.17' },
      {},
    ],
    [
      'an archived repository',
      'GitHub answered 403 (Repository was archived so is read-only). The repository is archived',
      { archived: true },
      {},
    ],
    [
      'a commit nobody knows',
      'GitHub answered 404 (commit not found). GitHub does not know this commit',
      { commits: [] },
      {},
    ],
    [
      'a ref nobody knows',
      "GitHub answered 404 (ref 'refs/heads/main' not found in this repository). GitHub does not know this ref",
      { refs: [] },
      {},
    ],
    [
      'another repository',
      'GitHub answered 404 (Not Found). Either `octo/other` is not the repository, or the token cannot see it',
      {},
      { repository: 'octo/other' },
    ],
    [
      'a server with a smaller limit',
      'GitHub answered 413 (Payload Too Large). The SARIF is larger than the 10 MB',
      { maxGzipBytes: 10 },
      {},
    ],
    ['a ref in short', 'GitHub answered 422 (Invalid request. ', {}, { ref: 'main' }],
    [
      'a request it cannot read',
      'GitHub answered 400 (Problems parsing JSON). GitHub does not accept this request',
      { faults: [{ path: /sarifs/, status: 400, body: { message: 'Problems parsing JSON' } }] },
      {},
    ],
  ])('explains %s, and does not try again', async (_what, sentence, options, more) => {
    const server = await github(options)

    const text = await refusal(server, undefined, more)

    expect(text).toContain(sentence)
    expect(text).toMatch(/^The upload failed\. GitHub answered \d+ .*\.$/)
    expect(sentBy('POST', server)).toHaveLength(1)
  })

  it('tries again what may pass, waits for a limit that is short, and tells the rest', async () => {
    const path = /\/code-scanning\/sarifs$/
    const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds)
    const primary = (reset: string) => ({
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      body: { message: 'API rate limit exceeded for user ID 1.' },
    })
    const secondary = (status: number, seconds: number) => ({
      status,
      headers: { 'retry-after': String(seconds) },
      body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    })
    const story = async (...faults: Omit<Fault, 'path'>[]) => {
      const server = await github({ faults: faults.map((fault) => ({ path, ...fault })) })
      const ended = await uploadTo(server)
      const message = ended.status === 'failed' ? ended.error.message : ''
      return { status: ended.status, sent: sentBy('POST', server).length, message, said: ended.host.said.join('\n') }
    }

    const [burst, reset, down, strange, first, second, third, long, tooLong, cut, unreachable] = await Promise.all([
      story({ status: 500 }, { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }),
      story({ action: 'reset', applies: true }),
      story({ status: 503, times: 9 }),
      story({ status: 418, times: 9, body: 'short and stout' }),
      story(primary(inSeconds(0))),
      story(secondary(403, 1)),
      story(secondary(429, 1)),
      story(secondary(403, 600)),
      story(primary(inSeconds(3000))),
      story({ action: 'truncate', applies: true }),
      story({ action: 'reset', times: 9 }),
    ])

    expect([burst, reset, first, second, third].map(({ status, sent }) => [status, sent])).toEqual([
      ['done', 3],
      ['done', 2],
      ['done', 2],
      ['done', 2],
      ['done', 2],
    ])
    expect(first.said).toContain("GitHub's rate limit is reached; it asks to wait")
    expect(second.said).toContain("GitHub's secondary rate limit is reached; it asks to wait 1 s.")
    expect([down.sent, down.message]).toEqual([
      4,
      expect.stringContaining(
        'GitHub answered 503 (Server Error). GitHub has a problem of its own. Run the job again.',
      ),
    ])
    expect([strange.sent, strange.message]).toEqual([
      4,
      'The upload failed. GitHub answered 418. This answer is not known to codescan-gate.',
    ])
    for (const { sent, message } of [long, tooLong])
      expect([sent, message]).toEqual([
        1,
        expect.stringMatching(
          /^The upload failed\. GitHub answered 403 .* Wait for the rate limit to reset, then run the job again\.$/,
        ),
      ])
    expect([cut.sent, cut.message]).toEqual([
      1,
      expect.stringMatching(/^The upload was answered \(202\) without an id to ask after, so what became of it is not/),
    ])
    expect([unreachable.sent, unreachable.message]).toEqual([
      4,
      expect.stringMatching(/^The upload failed\. http:\S+ could not be reached \(.+\)\. Check `github-api-url`/),
    ])
  })
})

describe.each(['3.4', '5.0'] as const)('The scan in Zadig %s', (profile) => {
  const zadig = (options: ZadigOptions = {}, scan: Partial<ZadigScan> = {}) => zadigOf({ profile, ...options }, scan)

  async function scanIn(
    { host, server }: { host: TestHost; server: { url: string } },
    more: Partial<ZadigConfig> = {},
  ) {
    const config = configFor(server, { queueTimeoutMs: 1_800_000, cancelOnAbort: false, ...more })
    const ended = await attempt(config, (wanted) => scanInZadig(wanted, host))
    expect([JSON.stringify(ended), problemOf(ended), ...host.said].join('\n')).not.toContain(config.token)
    return ended
  }

  function problemOf(ended: Attempt<Outcome>): string {
    if (ended.status === 'failed') return ended.error.message
    return ended.status === 'done' ? (ended.value.problem ?? '') : ''
  }

  it('is started with numbers and lists, the token in the header alone, and followed to its end', async () => {
    const { host, server } = await zadig({}, { variables: [{ key: 'DEPTH', value: '1' }] })

    const ended = await scanIn(
      { host, server },
      { repository: { ...repository, branch: 'topic', prs: [7] }, variables: [{ key: 'DEPTH', value: '2' }] },
    )

    expect(ended).toMatchObject({
      status: 'done',
      value: {
        taskId: 1,
        status: 'passed',
        result: 'passed',
        problem: undefined,
        url: `${server.url}/v1/projects/detail/shop/scanner`,
      },
    })
    expect(sentBy('POST', server)[0]).toMatchObject({
      path: '/openapi/quality/codescan/shop-codescan/task?projectKey=shop',
      body: {
        scan_repos: [{ source: 'github', repo_owner: 'octo', repo_name: 'shop', branch: 'topic', prs: [7] }],
        scan_kvs: [{ key: 'DEPTH', value: '2' }],
      },
    })
    expect(server.tasks[0]).toMatchObject({ prs: [7], kvs: [{ key: 'DEPTH', value: '2' }] })
    expect(server.requests.map(({ headers }) => headers['authorization'])).toEqual(
      server.requests.map(() => `Bearer ${token}`),
    )
    expect(server.requests.filter(({ path }) => path.includes('token='))).toEqual([])
    const words = host.said.flatMap((line) => /^Zadig task 1 is (\w+)\.$/.exec(line)?.[1] ?? [])
    expect(words).toEqual(
      profile === '5.0' ? ['waiting', 'running', 'prepare', 'running', 'passed'] : ['waiting', 'running', 'passed'],
    )
  })

  it.each([
    ['passed', 'passed', ''],
    ['failed', 'failed', ''],
    ['timeout', 'unknown', 'time limit that is set in Zadig'],
    ['cancelled', 'unknown', 'cancelled the task'],
    ['reject', 'unknown', 'rejected'],
    ['unstable', 'unknown', 'set to overlook'],
    ['skipped', 'unknown', 'nothing was scanned'],
  ] as const)('that ends as %s is %s', async (ending, outcome, words) => {
    const ended = await scanIn(await zadig({}, { ending }))

    expect(ended).toMatchObject({ status: 'done', value: { status: ending, result: outcome } })
    expect(problemOf(ended)).toContain(words)
  })

  it('goes on through words that nobody knows, and ends at once with one that ends it', async () => {
    const statuses = ['waiting', 'debug_before', '', 'notrun', 'constructor', 'changed', 'Running', 'PASSED']
    const { host, server } = await zadig({}, { statuses })
    const quick = await zadig({}, { statuses: ['passed'] })

    expect(await scanIn({ host, server })).toMatchObject({ value: { status: 'passed', result: 'passed' } })
    expect(await scanIn(quick)).toMatchObject({ value: { status: 'passed', result: 'passed' } })
    // On 5.0 `end_time` is still 0 then.
    expect(sentBy('GET', quick.server)).toHaveLength(1)
  })

  it('that never ends is left at our own deadline, with its last word', async () => {
    const { host, server } = await zadig({}, { statuses: ['waiting', 'prepare'] })
    const started = host.now()

    const ended = await scanIn({ host, server }, { timeoutMs: 200_000 })

    expect(ended).toMatchObject({ status: 'done', value: { taskId: 1, status: 'prepare', result: 'unknown' } })
    expect(problemOf(ended)).toMatch(/^Task 1 was still `prepare` when `zadig-timeout` \(200 s\) was over\./)
    expect(Math.round((host.now() - started) / 10_000)).toBe(20)
    expect(host.said.filter((line) => line.includes('is still prepare after')).length).toBe(6)
  })

  it.each<[string, Partial<ZadigConfig['repository']>]>([
    ['another repository', { name: 'other' }],
    ['another owner', { owner: 'Octo' }],
    ['another kind of code host', { source: 'gitlab', branch: 'topic' }],
  ])('that was asked for %s never counts as passed', async (_what, wrong) => {
    const ended = await scanIn(await zadig(), { repository: { ...repository, ...wrong } })

    expect(ended).toMatchObject({ status: 'done', value: { status: 'passed', result: 'unknown' } })
    const scanned = profile === '5.0' ? 'no repository at all' : 'octo/shop \\(main\\)'
    expect(problemOf(ended)).toMatch(new RegExp(`^Zadig scanned ${scanned}, not .* \`zadig-repo\``))
  })

  it.each<[string, string, ZadigOptions, Partial<ZadigConfig>]>([
    ['a wrong token', 'Zadig answered 401. The token is not valid.', {}, { token: 'nobody' }],
    [
      'a user without the right',
      'Zadig answered 403. The user of `zadig-token` may not run scans in project `shop`',
      { users: [{ token }] },
      {},
    ],
    [
      'a scan nobody knows',
      'Zadig answered 500. It knows no scan `lost` in project `shop`. Check `zadig-project`',
      {},
      { scan: 'lost' },
    ],
    [
      'a project nobody knows',
      'Zadig answered 500. It knows no scan `shop-codescan` in project `lost`.',
      {},
      { project: 'lost' },
    ],
    [
      'a branch that is not given',
      'Zadig answered 400. It says: Bad Request branch cannot be empty.',
      {},
      { repository: { ...repository, branch: '' } },
    ],
    [
      'a scan without its SonarQube',
      'Zadig answered 400. It says: 创建工作流任务失败 failed to get sonar integration',
      { sonarSystems: [] },
      {},
    ],
    [
      'a redirect',
      "Zadig answered 302. The address does not lead to Zadig's API. Check `zadig-url`",
      { faults: [{ path: /./, status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }] },
      {},
    ],
    [
      'a page in place of an answer',
      'answered 200 with something that is not JSON. Check that `zadig-url`',
      { faults: [{ path: /./, status: 200, body: '<!doctype html>' }] },
      {},
    ],
    ['a token that no header can carry', 'could not be reached: Invalid character', {}, { token: 'two\nlines' }],
  ])('explains %s, and does not say that anything runs', async (_what, sentence, options, more) => {
    const { host, server } = await zadig(options)

    const text = problemOf(await scanIn({ host, server }, more))

    expect(text).toContain(sentence)
    expect(text).not.toContain('may have started')
    expect(server.tasks).toEqual([])
    expect(server.requests.length).toBeLessThanOrEqual(1)
  })

  it.each<[string, string, Omit<Fault, 'path'>]>([
    [
      'a bare 400',
      'Zadig answered 400. The scan may have started all the same',
      { status: 400, body: '', applies: true },
    ],
    ['a bare 500', 'Zadig answered 500. It gives no reason. The scan may have started', { status: 500, body: '' }],
    [
      'the page of a gateway',
      'Zadig answered 502. It gives no reason. The scan may have started',
      { status: 502, body: '<html>' },
    ],
    [
      'another success',
      'Zadig answered 201. It gives no reason. The scan may have started',
      { status: 201, body: '', applies: true },
    ],
    ['a broken connection', 'The connection to Zadig was lost: ', { action: 'reset', applies: true }],
    ['half an answer', 'The connection to Zadig was lost: ', { action: 'truncate', applies: true }],
    ['an answer without a number', 'Zadig answered without the number of a task.', { status: 200, body: {} }],
    ['a number that is none', 'Zadig answered without the number of a task.', { status: 200, body: { task_id: '7' } }],
    ['null', 'Zadig answered without the number of a task.', { status: 200, body: 'null' }],
  ])('is never started twice: after %s it may have started', async (_what, sentence, fault) => {
    const { host, server } = await zadig({ faults: [{ method: 'POST', path: /\/task\?/, ...fault }] })

    const text = problemOf(await scanIn({ host, server }))

    expect(text).toContain(sentence)
    expect(text).toContain(
      'The scan may have started all the same; codescan-gate does not send it twice. Look at scan `shop-codescan` of project `shop`',
    )
    expect(sentBy('POST', server)).toHaveLength(1)
    expect(server.requests).toHaveLength(1)
  })

  it('cannot be reached where nobody listens', async () => {
    const host = closing(await testHost())
    const gone = await listen(() => ({ status: 200 }))
    await gone.close()
    const url = gone.url.replace('127.0.0.1', 'localhost')

    const texts = [problemOf(await scanIn({ host, server: gone })), problemOf(await scanIn({ host, server: { url } }))]

    for (const text of texts) {
      expect(text).toMatch(
        /^Zadig \(http:\S+\) could not be reached: .*ECONNREFUSED.*\. Check `zadig-url` and the network\.$/,
      )
    }
  })

  it('follows no redirect, so the token reaches no other host', async () => {
    const other = closing(await listen(() => ({ status: 200, body: { task_id: 1 } })))
    const faults: Fault[] = [{ path: /./, status: 307, headers: { location: `${other.url}/` }, body: '' }]

    const text = problemOf(await scanIn(await zadig({ faults })))

    expect(text).toContain('Zadig answered 307.')
    expect(other.requests).toEqual([])
  })

  it('bears what may pass while it waits', async () => {
    const faults: Fault[] = [
      { status: 500, body: '' },
      { status: 502, body: '<html>502 Bad Gateway</html>' },
      { action: 'reset' as const },
      { status: 200, body: '<html>back soon</html>' },
      { action: 'truncate' as const },
    ].map((fault) => ({ method: 'GET', path: /./, ...fault }))

    expect(await scanIn(await zadig({ faults }))).toMatchObject({ value: { result: 'passed', problem: undefined } })
  })

  it.each<[string, number, string, Omit<Fault, 'path'>]>([
    ['six failures in a row', 6, 'Zadig answered 502.', { status: 502, body: '' }],
    [
      'a task that is gone',
      1,
      'or no such task',
      { status: 500, body: { message: 'Internal Error: ', code: 500, description: 'mongo: no documents in result' } },
    ],
    ['a token that was taken back', 1, 'The token is not valid.', { status: 401, body: '' }],
  ])('keeps the number of its task after %s', async (_what, asked, sentence, fault) => {
    const { host, server } = await zadig({ faults: [{ method: 'GET', path: /./, times: 9, after: 1, ...fault }] })

    const ended = await scanIn({ host, server })

    expect(ended).toMatchObject({ status: 'done', value: { taskId: 1, status: 'waiting', result: 'unknown' } })
    expect(problemOf(ended)).toMatch(/^Task 1 was started, but what became of it is not known\. /)
    expect(problemOf(ended)).toContain(sentence)
    expect(sentBy('GET', server)).toHaveLength(asked + 1)
  })

  it('leads to SonarQube when there is a report', async () => {
    const ended = await scanIn(await zadig())

    expect(ended).toMatchObject({
      value: { resultLink: 'https://sonar.example.com/dashboard?branch=main&id=shop_shop-codescan' },
    })
  })
})

describe('Other releases of Zadig', () => {
  it.each(['1.18', '2.0', '4.1', '4.2', '4.3'] as const)(
    '%s is followed to its end, whatever its words look like',
    async (profile) => {
      const host = closing(await testHost())
      const server: ZadigSandbox = closing(
        await startZadig({
          profile,
          now: host.now,
          stepMs: 4000,
          scans: [
            {
              project: 'ä b',
              name: 'scan 1',
              ending: profile === '1.18' ? 'Failed' : 'failed',
              repos: [{ owner: 'o', name: 'r', branch: 'b', source: 'gitlab' }],
            },
          ],
        }),
      )
      const repository = { owner: 'o', name: 'r', branch: 'b', source: 'gitlab', prs: [] }
      const config = {
        need: 'required',
        url: server.url,
        token: server.token,
        project: 'ä b',
        scan: 'scan 1',
        repository,
        variables: [],
        timeoutMs: 60_000,
        queueTimeoutMs: 60_000,
        cancelOnAbort: true,
      } as const

      const ended = await scanInZadig({ ...config, variables: [] }, host)

      expect(ended).toMatchObject({ taskId: 1, status: 'failed', result: 'failed' })
    },
  )

  it('tells a user who has to pass multi-factor authentication first', async () => {
    const host = closing(await testHost())
    const server = closing(await startZadig({ users: [{ token: 'robot', mfa: true, admin: true }] }))
    const repository = { owner: 'octo', name: 'shop', branch: 'main', source: 'github', prs: [] }
    const config = {
      need: 'required',
      url: server.url,
      token: 'robot',
      project: 'shop',
      scan: 'shop-codescan',
      repository,
    } as const

    const work = scanInZadig(
      { ...config, variables: [], timeoutMs: 1000, queueTimeoutMs: 1000, cancelOnAbort: false },
      host,
    )

    await expect(work).rejects.toThrow(
      'Zadig answered 403. The user of `zadig-token` has to pass multi-factor authentication first',
    )
  })
})
