import { describe, expect, it } from '@jest/globals'
import type { Fault } from '../sandbox/faults.ts'
import type { RecordedRequest } from '../sandbox/http.ts'
import { scanIdOf } from '../sandbox/zadig/scan.ts'
import type { ZadigOptions, ZadigProfile, ZadigSandbox, ZadigScan } from '../sandbox/zadig/server.ts'
import { codeHostToken } from '../sandbox/zadig/workflow.ts'
import type { ZadigConfig } from '../src/config/zadig.ts'
import { interrupted } from '../src/entry/endings.ts'
import { onInterrupt } from '../src/entry/interruptions.ts'
import { zadigCondition } from '../src/gate/conditions.ts'
import type { Host } from '../src/model/host.ts'
import type { Attempt, Condition, ZadigScan as Scanned } from '../src/model/outcome.ts'
import { measuresLine, measuresTable } from '../src/render/zadig.ts'
import { attempt } from '../src/stages/attempt.ts'
import { scanInZadig } from '../src/stages/zadig.ts'
import { configFor, type Place, repository, shop, token, zadig } from './kit/zadig.ts'

const profiles = ['1.18', '2.0', '3.4', '4.1', '4.2', '4.3', '5.0'] as const
/** Those whose tasks can be read and cancelled as tasks of a workflow. */
const recent = ['3.4', '4.1', '4.2', '4.3', '5.0'] as const
const scanId = scanIdOf(shop)
const red = {
  QualityGateStatus: 'ERROR',
  Ncloc: '1200',
  Bugs: '3',
  Vulnerabilities: '1',
  CodeSmells: '12',
  Coverage: '81.2',
}

type Ended = Attempt<Scanned>

async function scanIn({ host, server }: Place, more: Partial<ZadigConfig> = {}): Promise<Ended> {
  const ended = await attempt(configFor(server, more), (wanted) => scanInZadig(wanted, host))
  const shown = [JSON.stringify(ended), ...host.said, ...zadigCondition(ended, 'required').map(wordsOf)].join('\n')
  for (const secret of [token, codeHostToken]) expect(shown).not.toContain(secret)
  return ended
}

const wordsOf = ({ phrase, explanation = '', advice = '' }: Condition) => [phrase, explanation, advice].join('\n')
const conditionOf = (ended: Ended) => zadigCondition(ended, 'required')[0]!
const exitCodeOf = (ended: Ended) =>
  ({ pass: 0, note: 0, 'not-applicable': 0, warn: 0, fail: 1, error: 3 })[conditionOf(ended).result]
const doneOf = (ended: Ended) => (ended.status === 'done' ? ended.value : undefined)
const problemOf = (ended: Ended) => (ended.status === 'failed' ? ended.error.message : (doneOf(ended)?.problem ?? ''))
const sent = ({ requests }: ZadigSandbox, wanted: RegExp) =>
  requests.filter(({ method, path }: RecordedRequest) => wanted.test(`${method} ${path}`))
const starts = (server: ZadigSandbox) => sent(server, /^POST /).length
const lists = (server: ZadigSandbox) => sent(server, /^GET \/api\/aslan/).length
const records = (server: ZadigSandbox) => sent(server, /^GET \/openapi\/workflows/).length
const cancels = (server: ZadigSandbox) => sent(server, /^DELETE /)

describe('A task that ends', () => {
  it.each([
    ['passed', 0, ''],
    ['failed', 1, 'its quality gate is red, or the task broke'],
    ['timeout', 3, 'time limit that is set in Zadig'],
    ['cancelled', 3, 'cancelled the task'],
    ['reject', 3, 'rejected'],
    ['unstable', 3, 'set to overlook that'],
    ['skipped', 3, 'nothing was scanned'],
  ] as const)(
    'status `%s`: ends with exit code %i, in any case of letters, on every version',
    async (ending, code, words) => {
      for (const profile of profiles) {
        for (const word of [ending, ending.toUpperCase()]) {
          const ended = await scanIn(await zadig({ profile }, { ending: word }))

          expect([profile, doneOf(ended)?.status, exitCodeOf(ended)]).toEqual([profile, ending, code])
          expect(wordsOf(conditionOf(ended))).toContain(words)
        }
      }
    },
  )
})

describe('A task that goes on', () => {
  it.each(['waiting', 'queued', 'created', 'blocked', 'pending', ''])(
    'status `%s`: stands in the queue, for which there is a time of its own',
    async (word) => {
      const passed = await scanIn(await zadig({}, { statuses: [word, 'running', 'passed'] }))
      const place = await zadig({}, { statuses: [word] })
      const started = place.host.now()

      const ended = await scanIn(place, { queueTimeoutMs: 60_000 })

      expect(exitCodeOf(passed)).toBe(0)
      expect(doneOf(ended)).toMatchObject({ status: word, result: 'unknown' })
      expect(problemOf(ended)).toMatch(/^Task 1 stood in Zadig's queue, .*`zadig-queue-timeout` \(60 s\) was over/)
      expect((place.host.now() - started) / 60_000).toBeCloseTo(1, 0)
      expect(starts(place.server)).toBe(1)
    },
  )

  it.each(['running', 'prepare', 'distributed', 'disabled', 'changed', 'notRun', 'constructor', 'a word of 2031'])(
    'status `%s`: is shown, is waited for, and counts from the end of the queue',
    async (word) => {
      const queue = Array.from({ length: 50 }, () => 'waiting')
      const passed = await zadig({}, { statuses: [...queue, word, 'passed'] })
      const place = await zadig({}, { statuses: ['waiting', word] })
      const started = place.host.now()

      const ended = await scanIn(place, { timeoutMs: 60_000 })

      expect(exitCodeOf(await scanIn(passed, { timeoutMs: 60_000 }))).toBe(0)
      expect(passed.host.said).toContain('Zadig task 1 is waiting.')
      expect(place.host.said).toContain(`Zadig task 1 is ${word.toLowerCase()}.`)
      expect(exitCodeOf(ended)).toBe(3)
      expect(problemOf(ended)).toContain(`still \`${word.toLowerCase()}\` when \`zadig-timeout\` (60 s) was over.`)
      expect(Math.round((place.host.now() - started) / 10_000)).toBeLessThan(8)
    },
  )

  it.each([
    ['debug_before', 'breakpoint'],
    ['debug_after', 'breakpoint'],
    ['pause', 'is paused'],
    ['wait_for_approval', 'an approval'],
    ['waitforapprove', 'an approval'],
    ['wait_for_manual_error_handling', 'decides on its error'],
  ])('status `%s`: waits for a person, and says so at once and at the end', async (word, words) => {
    const passed = await scanIn(await zadig({}, { statuses: ['waiting', word, 'running', 'passed'] }))
    const place = await zadig({}, { statuses: ['waiting', word] })

    const ended = await scanIn(place, { timeoutMs: 90_000 })

    expect(exitCodeOf(passed)).toBe(0)
    expect(place.host.said.find((line) => line.startsWith(`Zadig task 1 is ${word}.`))).toContain(words)
    expect(place.host.said.filter((line) => /is still \w+ after .+, of 1 min 30 s at most\./.test(line))).toHaveLength(
      2,
    )
    expect(problemOf(ended)).toContain(words)
  })
})

describe.each(profiles)('On Zadig %s what is not our code never passes and never fails', (profile) => {
  const drops = { '1.18': true, '2.0': true, '3.4': false, '4.1': false, '4.2': true, '4.3': true, '5.0': true }[
    profile
  ]

  it.each<[string, Partial<ZadigScan>, Partial<typeof repository>, string]>([
    ['the wrong repository', {}, { name: 'other' }, 'octo/shop (main)'],
    ['another case of letters', {}, { owner: 'Octo' }, 'octo/shop (main)'],
    ['an unmatched branch', {}, { source: 'gitlab', branch: 'topic' }, 'octo/shop (main)'],
    ['another kind of code host', {}, { source: 'gitlab', prs: [7] }, 'octo/shop (main) of `github`'],
    [
      'the second repository of the scan',
      { repos: [{ ...repository, name: 'lib' }, repository] },
      { branch: 'topic' },
      'octo/lib (main), octo/shop (main)',
    ],
    ['a scan without repositories', { repos: [] }, {}, 'no repository at all'],
  ])('%s', async (_what, scan, wanted, configured) => {
    for (const ending of ['passed', 'failed']) {
      const place = await zadig({ profile }, { ...scan, ending })
      const ended = await scanIn(place, { repository: { ...repository, ...wanted } })

      expect([ending, doneOf(ended)?.result, exitCodeOf(ended)]).toEqual([ending, 'unknown', 3])
      expect(problemOf(ended)).toContain(`Zadig scanned ${drops ? 'no repository at all' : configured}, not `)
      expect(problemOf(ended)).toContain('`zadig-repo`, `zadig-source` and `zadig-branch`')
      expect(starts(place.server)).toBe(1)
    }
  })

  it('a pull request that was merged with nothing is our code', async () => {
    const place = await zadig({ profile })

    expect(exitCodeOf(await scanIn(place, { repository: { ...repository, branch: 'topic', prs: [7] }, scanId }))).toBe(
      0,
    )
  })
})

describe('What goes wrong while a task is waited for', () => {
  const gateway = '<html>502 Bad Gateway</html>'
  it.each<[string, Omit<Fault, 'path'>]>([
    ['a burst of 5xx', { status: 503, body: '', times: 5 }],
    ['the page of a gateway', { status: 502, body: gateway, times: 5 }],
    ['the page of a gateway, as a success', { status: 200, body: gateway, times: 5 }],
    ['plain text', { status: 500, body: 'upstream connect error', times: 5 }],
    ['an empty body', { status: 200, body: '', times: 5 }],
    ['null', { status: 200, body: 'null', times: 5 }],
    ['a list', { status: 200, body: [], times: 5 }],
    ['a rate limit', { status: 429, body: '', times: 5 }],
    ['resets', { action: 'reset', times: 5 }],
    ['answers that break off', { action: 'truncate', times: 5 }],
  ])('%s: passes by, and decides nothing', async (_what, fault) => {
    for (const profile of ['1.18', '4.1', '5.0'] as const) {
      const place = await zadig(
        { profile, faults: [{ method: 'GET', path: /codescan/, ...fault }] },
        { ending: 'failed' },
      )
      const ended = await scanIn(place)

      expect([profile, exitCodeOf(ended), starts(place.server)]).toEqual([profile, 1, 1])
    }
  })

  it.each<[string, Omit<Fault, 'path'>]>([
    ['5xx', { status: 500, body: '' }],
    ['the page of a gateway', { status: 502, body: gateway }],
    ['the page of a gateway, as a success', { status: 200, body: gateway }],
    ['plain text', { status: 404, body: 'Invalid path: /openapi' }],
    ['an empty body', { status: 200, body: '' }],
    ['null', { status: 200, body: 'null' }],
    ['a token that was taken back', { status: 401, body: '' }],
    ['resets', { action: 'reset' }],
    ['numbers for words', { status: 200, body: { status: 1, result_link: 2, repo_info: 3 } }],
    ['passed, and no word of what', { status: 200, body: { status: 'passed' } }],
    ['passed, and nonsense of what', { status: 200, body: { status: 'passed', repo_info: [null, 1, 'x', {}] } }],
  ])('%s for ever: could not be evaluated, never a hang, a pass or a second start', async (_what, fault) => {
    for (const after of [0, 1]) {
      const place = await zadig({ faults: [{ method: 'GET', path: /codescan/, times: 1e6, after, ...fault }] })
      const ended = await scanIn(place, { queueTimeoutMs: 120_000, timeoutMs: 120_000 })

      expect([exitCodeOf(ended), starts(place.server)]).toEqual([3, 1])
      expect(problemOf(ended)).not.toBe('')
    }
  })

  it.each<[string, Omit<Fault, 'path'>]>([
    ['a bare 400', { status: 400, body: '', applies: true }],
    ['a success without a body', { status: 200, body: '', applies: true }],
    ['a reset', { action: 'reset', applies: true }],
    ['the page of a gateway', { status: 504, body: gateway, applies: true }],
  ])('the start answered with %s: may have started, on every version, and is not repeated', async (_what, fault) => {
    for (const profile of profiles) {
      const place = await zadig({ profile, faults: [{ method: 'POST', path: /./, ...fault }] })
      const ended = await scanIn(place)

      expect([profile, exitCodeOf(ended), starts(place.server)]).toEqual([profile, 3, 1])
      expect(problemOf(ended)).toContain('may have started all the same')
      expect(place.server.tasks).toHaveLength(1)
    }
  })
})

describe('Why a task ended as it did', () => {
  it.each(recent)('on Zadig %s is told with what SonarQube measured, and where to look', async (profile) => {
    const place = await zadig({ profile }, { ending: 'failed', metrics: red, error: 'quality gate status: ERROR' })
    const ended = await scanIn(place)
    const outcome = { zadig: ended }

    expect(doneOf(ended)).toMatchObject({
      result: 'failed',
      error: 'quality gate status: ERROR',
      metrics: { gate: 'ERROR', bugs: '3', vulnerabilities: '1', codeSmells: '12', coverage: '81.2' },
      url: `${place.server.url}/v1/projects/detail/shop/scanner/detail/shop-codescan/task/1?id=${scanId}`,
      resultLink: 'https://sonar.example.com/dashboard?branch=main&id=shop_shop-codescan',
    })
    expect(conditionOf(ended)).toMatchObject({
      result: 'fail',
      phrase: 'the quality gate of SonarQube is ERROR (Zadig task 1)',
      explanation: expect.stringContaining('Zadig says: quality gate status: ERROR'),
    })
    expect(measuresTable(outcome)).toContain('| task 1 | ERROR | 3 | 1 | 12 | 81\\.2 % |')
    expect(measuresLine(outcome)).toEqual([
      '· SonarQube, by Zadig task 1: quality gate ERROR, bugs 3, vulnerabilities 1, code smells 12, coverage 81.2 %',
    ])
    expect([lists(place.server), records(place.server)]).toEqual([1, 1])
  })

  it('of a pass is only asked for where that costs little', async () => {
    const [unknown, known] = [await zadig({}, { metrics: red }), await zadig({}, { metrics: red })]

    expect(doneOf(await scanIn(unknown))?.metrics).toBeUndefined()
    expect(doneOf(await scanIn(known, { scanId }))?.metrics).toMatchObject({ bugs: '3' })
    expect([lists(unknown.server), records(unknown.server)]).toEqual([0, 0])
    expect([lists(known.server), records(known.server)]).toEqual([0, 1])
  })

  it.each<[string, Partial<ZadigOptions>]>([
    ['the user may not see the scans', { users: [{ token, tokenEnabled: true, projects: { shop: { run: true } } }] }],
    ['the list is refused', { faults: [{ path: /aslan/, status: 404, body: 'Invalid path: /api' }] }],
    ['the list is a page', { faults: [{ path: /aslan/, status: 200, body: '<html>' }] }],
    [
      'the list has odd ids',
      { faults: [{ path: /aslan/, status: 200, body: [null, { name: shop.name, id: '../x' }] }] },
    ],
    ['the task is refused', { faults: [{ path: /workflows/, status: 403, body: '' }] }],
    [
      'the task is nonsense',
      { faults: [{ path: /workflows/, status: 200, body: { stages: [{ jobs: [{ spec: 1 }] }, 7] } }] },
    ],
    ['the connection breaks', { faults: [{ path: /workflows/, action: 'reset' }] }],
  ])('stays unknown when %s, which changes nothing', async (_what, options) => {
    const place = await zadig(options, { ending: 'failed', metrics: red })
    const ended = await scanIn(place)

    expect(exitCodeOf(ended)).toBe(1)
    expect(wordsOf(conditionOf(ended))).toContain('Zadig says only that task 1 failed')
    expect(lists(place.server)).toBe(1)
  })

  it.each(['1.18', '2.0'] as const)('stays unknown on Zadig %s, which has no such record', async (profile) => {
    const ended = await scanIn(await zadig({ profile }, { ending: 'failed', metrics: red, error: 'clone failed' }))

    expect(wordsOf(conditionOf(ended))).toContain('Zadig says only that task 1 failed')
  })

  it('is quoted without the tokens that stand in addresses, short, and on a line', async () => {
    const error = `git fetch https://x-access-token:${codeHostToken}@github.com/octo/shop\n::error::x ${'long '.repeat(200)}`
    const ended = await scanIn(await zadig({}, { ending: 'failed', error }))

    expect(doneOf(ended)?.error).toMatch(/^git fetch https:\/\/\*\*\*@github\.com\/octo\/shop ::error::x long/)
    expect(doneOf(ended)?.error?.length).toBeLessThanOrEqual(300)
    const cut = await scanIn(await zadig({}, { ending: 'failed', error: `cloning https://oauth2:${codeHostToken}` }))
    expect(doneOf(cut)?.error).toBe('cloning https://oauth2:***')
  })

  it('is not taken from another scan, whose id was given by mistake', async () => {
    const other: ZadigScan = { ...shop, name: 'other', metrics: red }
    const place = await zadig({ scans: [{ ...shop, ending: 'failed' }, other] })
    await scanIn(place, { scan: 'other' })
    const ended = await scanIn(place, { scanId: scanIdOf(other) })

    expect(doneOf(ended)?.metrics).toBeUndefined()
    expect(doneOf(ended)?.url).not.toContain(scanIdOf(other))
    expect(place.host.said).toContain(
      '`zadig-scan-id` is the id of scan `other`, not of `shop-codescan`: it is not used.',
    )
  })

  it('counts the pull requests, where they are told', async () => {
    const wanted = { repository: { ...repository, prs: [7] }, scanId }
    const told = (spec: object) => ({ path: /workflows/, status: 200, body: { stages: [{ jobs: [{ spec }] }] } })
    const ours = { repo_owner: 'octo', repo_name: 'shop' }
    const scanned = async (spec: object) => scanIn(await zadig({ faults: [told(spec)] }), wanted)

    expect(exitCodeOf(await scanned({ repos: [{ ...ours, prs: [7] }] }))).toBe(0)
    expect(exitCodeOf(await scanned({ repos: [{ ...ours, pr: 7, prs: null }] }))).toBe(0)
    expect(exitCodeOf(await scanned({ repos: [ours] }))).toBe(0)
    const wrong = await scanned({ repos: [{ ...ours, prs: [8] }] })
    expect(exitCodeOf(wrong)).toBe(3)
    expect(problemOf(wrong)).toMatch(/^Zadig merged pull request 8 before it scanned, but not 7,/)
  })
})

describe('A task that nobody waits for any longer', () => {
  const endless = { statuses: ['waiting', 'running'] }

  it.each(recent)('is cancelled in Zadig %s when its time is over', async (profile) => {
    for (const more of [{ scanId }, {}]) {
      for (const statuses of [['waiting'], endless.statuses]) {
        const place = await zadig({ profile }, { statuses })
        const ended = await scanIn(place, { ...more, timeoutMs: 30_000, queueTimeoutMs: 30_000 })

        expect(problemOf(ended)).toMatch(/Zadig was told to cancel it\.$/)
        expect(cancels(place.server).map(({ path }) => path)).toEqual([
          `/openapi/workflows/custom/task?workflowKey=zadig-scanning-${scanId}&taskId=1`,
        ])
        expect(lists(place.server)).toBe('scanId' in more ? 0 : 1)
        await place.host.sleep(10_000)
        expect(place.server.tasks[0]?.status).toBe('cancelled')
      }
    }
  })

  it.each<[string, RegExp, ZadigOptions, Partial<ZadigConfig>]>([
    ['on 1.18', /could not be cancelled: Zadig answered 400\..*by hand: http\S+$/, { profile: '1.18' }, {}],
    [
      'without the right to see scans',
      /It runs on: .* `zadig-scan-id`.* by hand: http\S+\/scanner$/,
      { users: [{ token, tokenEnabled: true, projects: { shop: { run: true } } }] },
      {},
    ],
    [
      'when the server refuses',
      /It may run on, .*Zadig answered 502\..* by hand: http\S+$/,
      { faults: [{ method: 'DELETE', path: /./, status: 502, body: '' }] },
      {},
    ],
    ['when that is not wanted', /It runs on in Zadig: http\S+$/, {}, { cancelOnAbort: false }],
  ])('runs on %s, and it is said where to end it', async (_what, words, options, more) => {
    const place = await zadig(options, endless)
    const ended = await scanIn(place, { timeoutMs: 30_000, ...more })

    expect(problemOf(ended)).toMatch(words)
    expect(exitCodeOf(ended)).toBe(3)
    expect(place.server.tasks[0]?.status).toBe('running')
  })

  it.each([
    ['in the queue', ['waiting']],
    ['under way', endless.statuses],
  ])("is not another scan's %s, whatever id was given", async (_where, statuses) => {
    const other: ZadigScan = { ...shop, name: 'other', statuses }
    const place = await zadig({ scans: [{ ...shop, statuses }, other] })
    const times = { timeoutMs: 10_000, queueTimeoutMs: 10_000 }
    await scanIn(place, { ...times, scan: 'other', cancelOnAbort: false })
    const ended = await scanIn(place, { ...times, scanId: scanIdOf(other) })

    expect(problemOf(ended)).toContain('It runs on: ')
    expect(cancels(place.server)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('is cancelled when %s stops us, and the log says so', async (signal) => {
    const place = await zadig({}, endless)
    const host: Host = { ...place.host, onInterrupt, sleep: (ms) => new Promise((done) => setTimeout(done, ms)) }
    const stopped = scanInZadig(configFor(place.server, { timeoutMs: 2500, queueTimeoutMs: 3000 }), host)
    while (!place.host.said.some((line) => line.startsWith('Zadig runs task 1'))) await place.host.sleep(1)

    const exitCode = await interrupted(signal, host, async () => {})

    expect(exitCode).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(cancels(place.server)).toHaveLength(1)
    expect(place.host.said.slice(-2)).toEqual([
      `A Zadig task was under way: ${place.server.url}/v1/projects/detail/shop/scanner`,
      'Zadig was told to cancel it.',
    ])
    expect(place.host.published[0]?.outputs).toMatchObject({ passed: 'false', verdict: 'error' })
    await stopped
  })

  it('may have started when somebody stops us before its number is known', async () => {
    const place = await zadig({ faults: [{ method: 'POST', path: /./, action: 'hang', applies: true }] })
    void scanInZadig(configFor(place.server), place.host).catch(() => undefined)
    while (starts(place.server) === 0) await place.host.sleep(1)

    for (const work of place.host.atInterrupt) await work()

    expect(place.host.said.at(-1)).toContain('The scan may have started all the same')
    expect([starts(place.server), cancels(place.server).length]).toEqual([1, 0])
  })

  it('is nothing to us once it has ended', async () => {
    const place = await zadig({}, { ending: 'failed' })
    await scanIn(place)

    expect(place.host.atInterrupt.size).toBe(0)
    expect(cancels(place.server)).toEqual([])
  })
})

describe('The ten surprises of Zadig (1 and 8 are about creating scans, 9 about running inside Zadig)', () => {
  const lost = {
    status: 500,
    body: { message: 'Internal Error: ', code: 500, description: 'mongo: no documents in result' },
  }

  it('surprise 2: HTTP 400 does not mean "not started"', async () => {
    const place = await zadig({ faults: [{ method: 'POST', path: /./, status: 400, body: '', applies: true }] })

    expect(problemOf(await scanIn(place))).toContain(
      'may have started all the same; codescan-gate does not send it twice',
    )
    expect([starts(place.server), place.server.tasks.length]).toEqual([1, 1])
  })

  it('surprise 3: only the first configured repository can be addressed, exactly', async () => {
    const repos = [{ ...repository, name: 'lib' }, repository]

    expect(problemOf(await scanIn(await zadig({}, { repos })))).toContain('only the first repository of a scan')
  })

  it.each(['4.2', '4.3', '5.0'] as const)('surprise 4: Zadig %s scans nothing and passes', async (profile) => {
    const ended = await scanIn(await zadig({ profile }, { repos: [] }))

    expect([doneOf(ended)?.status, exitCodeOf(ended)]).toEqual(['passed', 3])
  })

  it('surprise 5: `failed` is one word for a red gate, for no gate, and for everything that breaks', async () => {
    const failed = async (scan: Partial<ZadigScan>) =>
      wordsOf(conditionOf(await scanIn(await zadig({}, { ending: 'failed', ...scan }))))

    expect(await failed({ metrics: red })).toContain('The quality gate of SonarQube is `ERROR`')
    expect(await failed({ metrics: { ...red, QualityGateStatus: 'NONE' } })).toContain('has no quality gate')
    expect(await failed({ error: 'failed to clone' })).toContain('Zadig task 1 failed. Zadig says: failed to clone')
    expect(await failed({})).toContain('its quality gate is red, or the task broke')
  })

  it.each(profiles)(
    'surprise 6: on Zadig %s a restart of the server, of which the word may say nothing',
    async (profile) => {
      const place = await zadig({ profile }, { restarts: true })
      const ended = await scanIn(place, { timeoutMs: 60_000 })

      expect([exitCodeOf(ended), starts(place.server)]).toEqual([3, 1])
      expect(doneOf(ended)?.status).toBe(profile === '5.0' ? 'running' : 'cancelled')
      expect(problemOf(ended)).toContain(profile === '5.0' ? 'ended as `cancelled`' : 'cancelled the task')
      expect(cancels(place.server)).toEqual([])
    },
  )

  it('surprise 6: the words of 5.0 go back and forth, and end while `end_time` is still 0', async () => {
    const place = await zadig({ profile: '5.0' })
    const ended = await scanIn(place)

    expect(place.host.said.flatMap((line) => /^Zadig task 1 is (\w+)\.$/.exec(line)?.[1] ?? [])).toEqual([
      'waiting',
      'running',
      'prepare',
      'running',
      'passed',
    ])
    expect(exitCodeOf(ended)).toBe(0)
  })

  it('surprise 7: there is no 404, and often no body', async () => {
    const gone = await zadig({ faults: [{ method: 'GET', path: /./, times: 9, ...lost }] })

    expect(problemOf(await scanIn(gone))).toContain('It knows no scan `shop-codescan`')
    expect(sent(gone.server, /^GET /)).toHaveLength(1)
    for (const [status, words] of [
      [401, 'The token is not valid'],
      [403, 'may not run scans'],
    ] as const) {
      const place = await zadig({ faults: [{ path: /./, status, body: '' }] })
      expect(problemOf(await scanIn(place))).toContain(words)
    }
  })

  it('surprise 10: the token travels in the header alone, and the record of a task is never shown', async () => {
    const place = await zadig({}, { ending: 'failed', metrics: red })
    await scanIn(place)

    const { requests } = place.server
    expect(requests.filter(({ path }) => /[?&]token=/.test(path))).toEqual([])
    expect(new Set(requests.map(({ headers }) => headers['authorization']))).toEqual(new Set([`Bearer ${token}`]))
    expect(records(place.server)).toBe(1)
  })
})

describe('The whole way from start to verdict', () => {
  it.each<[ZadigProfile]>(profiles.map((profile) => [profile]))('on Zadig %s', async (profile) => {
    const green = { ...red, QualityGateStatus: 'OK' }
    const passed = await scanIn(await zadig({ profile }, { metrics: green }), { scanId })
    const failed = await scanIn(await zadig({ profile }, { ending: 'Failed', metrics: red }))

    expect([exitCodeOf(passed), exitCodeOf(failed)]).toEqual([0, 1])
    const isKept = recent.some((each) => each === profile)
    expect([doneOf(passed)?.metrics?.gate, doneOf(failed)?.metrics?.gate]).toEqual(
      isKept ? ['OK', 'ERROR'] : [undefined, undefined],
    )
  })
})
