import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Result, Run } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { baselineOf } from '../src/gate/baseline.ts'
import { judge } from '../src/gate/judge.ts'
import { tableOf } from '../src/gate/table.ts'
import { asksFor, questionOf, testOf } from '../src/gate/where.ts'
import type { Alert } from '../src/model/alert.ts'
import { NotEvaluated, ServiceError, UserError } from '../src/model/errors.ts'
import type { Condition, Facts, Upload, Verdict, ZadigScan } from '../src/model/outcome.ts'
import type { Where } from '../src/model/policy.ts'
import type { Severity } from '../src/model/severity.ts'
import { reportOf } from '../src/render/report-json.ts'
import { hostile } from './kit/hostile.ts'
import { comparedWith, factsOf, inputsOf, policyFrom } from './kit/policy.ts'
import { fc } from './kit/properties.ts'
import { resultAt, runOf } from './kit/sarif.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const dayMs = 24 * 3_600_000

const finding = (uri = 'a.js', more: Partial<Result> = {}) => resultAt(uri, 1, { level: 'error', ...more })
const tool = (...results: Result[]) => runOf('Tool', results)

/** The verdict of a policy file, whose first line is the version, on what was learnt. */
async function by(policy: string, facts: Facts, raw = {}, event = 'push'): Promise<Verdict> {
  return judge(facts, await policyFrom(`version: 1\n${policy}`, inputsOf(raw, event), now), now)
}

const byInputs = (facts: Facts, raw = {}, event = 'push') => by('', facts, raw, event)
const one = ({ conditions }: Verdict, id: string): Partial<Condition> => conditions.find((each) => each.id === id) ?? {}

const upload = (more: Partial<Upload> = {}): Facts['upload'] => ({
  status: 'done',
  value: { id: 'u', status: 'complete', url: 'https://x', errors: [], uploads: [], warnings: [], ...more },
})
const zadig = (more: Partial<ZadigScan> = {}): Facts['zadig'] => ({
  status: 'done',
  value: { taskId: 3, status: 'passed', result: 'passed', url: 'u', resultLink: '', elapsedMs: 1, ...more },
})
const failed = (message: string): { status: 'failed'; error: UserError } => ({
  status: 'failed',
  error: new ServiceError(message),
})

describe('A gate’s policy file', () => {
  const refused: [case_: string, text: string, words: RegExp][] = [
    ['an empty file', '', /^policy\.yml:1:1: `the file` must be a mapping/],
    ['a text', 'block everything', /must be a mapping/],
    ['no version', 'gates: []', /`\/version` is missing/],
    ['a version that is to come', 'version: 2', /policy\.yml:1:1: `\/version` must be 1 or less/],
    ['an unknown key', 'version: 1\ngate: []', /^policy\.yml:2:1: `\/gate` is no field.*did you mean.*gates/i],
    [
      'an unknown key, deep',
      'version: 1\ngates:\n  - id: a\n    where: {seveirty: high}',
      /^policy\.yml:4:13: .*did you mean.*severity/i,
    ],
    ['the typo of a peer, `ingores`', 'version: 1\nexceptoins: []', /did you mean.*exceptions/i],
    ['a wrong type', 'version: 1\ngates:\n  - {id: a, max: "0"}', /^policy\.yml:3:13: .*must be a whole number/],
    ['a limit below 0', 'version: 1\ngates:\n  - {id: a, max: -1}', /must be 0 or more/],
    ['half a finding', 'version: 1\ngates:\n  - {id: a, max: 0.5}', /whole number/],
    ['an unknown severity', 'version: 1\ngates:\n  - {id: a, where: {severity: ">=hihg"}}', /^policy\.yml:3:21/],
    ['an unknown action', 'version: 1\ngates:\n  - {id: a, then: brake}', /must be one of fail, warn, note/],
    ['an unknown event', 'version: 1\ngates:\n  - {id: a, events: [pull_requests]}', /must be one of .*pull_request,/],
    ['no list of gates', 'version: 1\ngates: {id: a}', /must be a list/],
    ['what is no YAML', 'version: 1\ngates: [', /^policy\.yml:2:\d+: this is not YAML/],
    ['a key twice', 'version: 1\nversion: 1', /^policy\.yml:2:1: this is not YAML/],
    ['two documents', 'version: 1\n---\nversion: 1', /this is not YAML/],
    [
      'a bomb of aliases',
      `version: 1\na: &a [x]\n${[...'bcdefgh'].map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`).join('\n')}`,
      /^policy\.yml: .*alias/i,
    ],
    ['brackets without end', `version: ${'['.repeat(20_000)}`, /this is not YAML|nest/],
    [
      'a bad regular expression',
      'version: 1\ngates:\n  - {id: a, where: {rule: "/(/"}}',
      /^policy\.yml:3:13: a pattern/,
    ],
    ['one that RE2 does not know', 'version: 1\ngates:\n  - {id: a, where: {rule: "/(?=x)/"}}', /a pattern cannot be/],
    [
      'one that is spelt with an escape',
      'version: 1\ngates:\n  - {id: a, where: {rule: "\\x2f(/"}}',
      /missing|parenth/i,
    ],
    ['a glob with a misplaced **', 'version: 1\ngates:\n  - {id: a, where: {path: "a**"}}', /stands alone/],
    ['a day that is not in the calendar', exception('expires: 2026-02-30'), /there is no 2026-02-30 in the calendar/],
    ['a day in words', exception('expires: tomorrow'), /must match/],
    [
      'an exception without a reason',
      'version: 1\nexceptions:\n  - {id: E, match: {rule: r}, expires: 2027-01-01}',
      /has no reason/,
    ],
    [
      'an exception without an end',
      'version: 1\nexceptions:\n  - {id: E, match: {rule: r}, reason: x}',
      /has no expires/,
    ],
    [
      'an exception for everything',
      'version: 1\nexceptions:\n  - {id: E, match: {}, reason: x, expires: 2027-01-01}',
      /would accept every finding/,
    ],
    [
      'an end too far away',
      `${exception('expires: 2026-12-03')}\nexception-rules: {max-days: 10}`,
      /more than 10 days/,
    ],
    [
      'no end, where one is asked for by max-days',
      `${exception('owner: me')}\nexception-rules: {max-days: 10, require: [reason]}`,
      /ends never.*max-days/,
    ],
    [
      'a rating of everything',
      'version: 1\nsettings: {severity-overrides: [{severity: note}]}',
      /would rate every finding/,
    ],
    [
      'two gates of one id',
      'version: 1\ngates:\n  - {id: a}\n  - {id: a}',
      /^policy\.yml:4:6: the gate `a` is there twice/,
    ],
    [
      'a limit beside a status',
      'version: 1\ngates:\n  - {id: z, max: 0, status: {source: zadig}}',
      /counts no findings/,
    ],
    [
      'a status that only warns',
      'version: 1\ngates:\n  - {id: z, then: warn, status: {source: zadig}}',
      /status\.warn/,
    ],
    ['`fixed` without a limit', 'version: 1\ngates:\n  - {id: a, scope: fixed}', /has no limit/],
    ['`min` above `max`', 'version: 1\ngates:\n  - {id: a, min: 2, max: 1}', /can never hold/],
    ['a lock without gates', 'version: 1\nsettings: {lock: true}', /^policy\.yml:2:12: .*cannot be locked/],
  ]

  function exception(more: string): string {
    return `version: 1\nexceptions:\n  - {id: E, match: {rule: r}, reason: x, ${more}}`
  }

  it.each(refused)('is refused: %s', async (_, text, words) => {
    const error = await policyFrom(text, inputsOf(), now).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    )

    expect(error).toBeInstanceOf(UserError)
    // Exit 2: wrong set-up, and not 3.
    expect(error).not.toBeInstanceOf(NotEvaluated)
    expect(error!.message).toMatch(words)
  })

  it('takes an end that is just near enough, and one of today', async () => {
    const ends = (day: string) =>
      policyFrom(`${exception(`expires: ${day}`)}\nexception-rules: {max-days: 10}`, inputsOf(), now)

    expect((await ends('2026-12-02')).exceptions).toHaveLength(1)
    expect((await ends('2026-11-22')).exceptions).toHaveLength(1)
  })

  it('may be JSON, may have comments and a byte order mark', async () => {
    expect((await policyFrom('{"version": 1, "gates": [{"id": "a"}]}')).gates).toHaveLength(1)
    expect((await policyFrom('\ufeff# why\nversion: 1 # first\n')).gates.map(({ id }) => id)).toEqual([
      'findings',
      'warnings',
    ])
  })

  it('has regular expressions of RE2: a catastrophic one returns at once', async () => {
    const started = Date.now()
    const text = 'a'.repeat(50_000)
    const verdict = await by(
      'gates:\n  - {id: a, where: {message: "/^(a+)+$/"}}\n  - {id: b, where: {message: "/^(a|a)*b$/i"}}',
      factsOf([
        tool(finding('a.js', { message: { text: `${text}!` } }), finding('a.js', { message: { text: 'AAB' } })),
      ]),
    )

    expect(Date.now() - started).toBeLessThan(10_000)
    expect(verdict.counted.map(({ alerts }) => alerts.length)).toEqual([0, 1])
  })
})

describe('`where`', () => {
  const words = fc.constantFrom('a', 'b', 'src/a.js', 'r')
  const alert = fc.record({
    rule: words,
    file: fc.option(words, { nil: undefined }),
    message: words,
    tags: fc.array(words, { maxLength: 2 }),
    countsAs: fc.constantFrom<Severity>('critical', 'high', 'low'),
    level: fc.constantFrom('error', 'note'),
    score: fc.option(fc.constantFrom(1, 9.5), { nil: undefined }),
    since: fc.option(fc.constantFrom(0, 5, 10), { nil: undefined }),
    kev: fc.option(fc.boolean(), { nil: undefined }),
    fixable: fc.boolean(),
    fingerprints: fc.array(words, { maxLength: 2 }),
  })
  const pattern = words.map((text) => [{ text, matches: (word: string) => word === text }])
  const flat = fc.record<Where>(
    {
      rule: pattern,
      'rule-not': pattern,
      path: pattern,
      message: pattern,
      tag: pattern,
      severity: fc.constantFrom([{ operator: '>=', value: 'high' } as const]),
      'security-severity': fc.constantFrom([{ operator: '>', value: 5 } as const]),
      age: fc.constantFrom([{ operator: '>', value: 5 } as const]),
      kev: fc.boolean(),
      fixable: fc.boolean(),
      fingerprint: words.map((word) => [word]),
      reaches: fc
        .constantFrom(['error'] as const, ['never'] as const, ['high', 'error'] as const)
        .map((list) => [...list]),
    },
    { requiredKeys: [] },
  )
  const nestedWhere = fc
    .tuple(flat, fc.option(fc.array(flat, { maxLength: 3 }), { nil: undefined }), fc.option(flat, { nil: undefined }))
    .map(([where, any, not]): Where => ({ ...where, ...(any && { any }), ...(not && { not }) }))

  it('asked of all findings by the column says what it says of each one alone, however often it is asked', () => {
    fc.assert(
      fc.property(
        fc.array(alert, { maxLength: 8 }),
        fc.array(nestedWhere, { minLength: 1, maxLength: 4 }),
        (given, wheres) => {
          const alerts = given as unknown as Alert[]
          const table = tableOf(alerts)
          for (const where of [...wheres, ...wheres]) {
            const alone = testOf(where, 10)
            expect([...table.ask(questionOf(where, 10))]).toEqual(alerts.map(alone))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  const rules = [
    {
      id: 'js/sql',
      defaultConfiguration: { level: 'error' as const },
      properties: {
        tags: ['security', 'external/cwe/cwe-089'],
        'security-severity': '9.1',
        epss: 0.6,
        kev: true,
        cvss: 8,
      },
    },
    { id: 'CVE-2021-44228', properties: { tags: ['deps'] } },
  ]
  const first = resultAt('src/a/db.js', 4, {
    ruleId: 'js/sql',
    message: { text: 'Query from input' },
    fixes: [{ artifactChanges: [] }],
    partialFingerprints: { h: 'f1' },
  })
  const second = resultAt('test/pom.xml', 1, { ruleId: 'CVE-2021-44228', level: 'note', message: { text: 'log4j' } })
  const review = resultAt('src/r.js', 1, { ruleId: 'js/sql', kind: 'review', level: 'none' })
  const run: Run = {
    tool: { driver: { name: 'Semgrep', rules } },
    automationDetails: { id: 'ci/' },
    results: [first, second, review],
  }

  it.each<[where: string, expected: ('first' | 'second' | 'review')[]]>([
    ['{}', ['first', 'second']],
    ['{tool: Semgrep}', ['first', 'second']],
    ['{tool: [x, "Sem*"]}', ['first', 'second']],
    ['{tool: semgrep}', []],
    ['{rule: js/*}', ['first']],
    ['{rule: js*}', []],
    ['{rule: "/^js/"}', ['first']],
    ['{rule: "/^JS/"}', []],
    ['{rule: "/^JS/i"}', ['first']],
    ['{rule-not: js/*}', ['second']],
    ['{tag: security}', ['first']],
    ['{tag-not: security}', ['second']],
    ['{cwe: CWE-89}', ['first']],
    ['{cwe: ["79", "0089"]}', ['first']],
    ['{cve: CVE-2021-*}', ['second']],
    ['{cve: cve-2021-44228}', ['second']],
    ['{path: "src/**"}', ['first']],
    ['{path: "./src/**"}', ['first']],
    ['{path: ["src/*", "test/*"]}', ['second']],
    ['{path-not: "test/**"}', ['first']],
    ['{message: "Query*"}', ['first']],
    ['{category: ci/}', ['first', 'second']],
    ['{language: javascript}', ['first']],
    ['{severity: critical}', ['first']],
    ['{severity: ">=high"}', ['first']],
    ['{severity: "<high"}', ['second']],
    ['{severity: [critical, low]}', ['first', 'second']],
    ['{level: error}', ['first']],
    ['{level: "<=warning"}', ['second']],
    ['{security-severity: ">=9.1"}', ['first']],
    ['{security-severity: ">9.1"}', []],
    ['{cvss: ">=8"}', ['first']],
    ['{cvss: 8}', ['first']],
    ['{epss: ">=0.6"}', ['first']],
    ['{epss: "<0.6"}', []],
    ['{kev: true}', ['first']],
    ['{kev: false}', []],
    ['{fixable: true}', ['first']],
    ['{fixable: false}', ['second']],
    ['{fingerprint: [f1, f2]}', ['first']],
    ['{kind: review}', ['review']],
    ['{kind: [review, fail]}', ['first', 'second', 'review']],
    ['{any: [{tag: security}, {path: "test/**"}]}', ['first', 'second']],
    ['{any: [{kind: review}]}', ['review']],
    ['{not: {path: "test/**"}}', ['first']],
    ['{severity: ">=low", not: {rule: js/*}}', ['second']],
    // What is unknown stays unknown when it is denied: Kleene's logic.
    ['{not: {kev: false}}', ['first']],
    ['{not: {kev: true}}', []],
    ['{any: [{kev: true}, {path: "test/**"}]}', ['first', 'second']],
  ])('%s: %j', async (where, expected) => {
    const { counted } = await by(
      `gates:\n  - {id: a, where: ${where}, if-unknown: no-match}`,
      factsOf([structuredClone(run)]),
    )
    const names = { 'src/a/db.js': 'first', 'test/pom.xml': 'second', 'src/r.js': 'review' } as const

    expect(counted[0]!.alerts.map(({ file }) => names[file as keyof typeof names]).sort()).toEqual([...expected].sort())
  })

  it.each([
    ['match', 'fail', 1],
    ['no-match', 'pass', 0],
    ['warn', 'warn', 0],
  ])('what does not say what is asked counts as if-unknown says: %s', async (word, verdict, count) => {
    const outcome = await by(`gates:\n  - {id: a, where: {kev: true}, if-unknown: ${word}}`, factsOf([tool(finding())]))

    expect([outcome.verdict, outcome.counted[0]!.alerts.length]).toEqual([verdict, count])
  })

  it('age counts from the day a finding was first seen; what is new has the age 0, and nobody has to be unsure', async () => {
    const runs = [tool(finding('old.js'), finding('new.js'))]
    const before = baselineOf([tool(finding('old.js'))], [], now - 8 * dayMs)
    const comparison = comparedWith(runs, before)
    const of = (where: string) => by(`gates:\n  - {id: a, where: ${where}}`, factsOf(runs, { comparison }))

    expect((await of('{age: ">7d"}')).blocking.map(({ file }) => file)).toEqual(['old.js'])
    expect((await of('{age: ">2w"}')).verdict).toBe('pass')
    expect((await of('{age: "<=1h"}')).blocking.map(({ file }) => file)).toEqual(['new.js'])
  })

  it('age within `not` is asked for as well', () => {
    const where: Where = { not: { age: [{ operator: '<', value: 5 }] } }
    expect([asksFor(where, 'age'), asksFor({ not: { kind: [] } }, 'kind')]).toEqual([true, false])
  })

  it('a kind that one gate asks for is counted by no other one, and is no finding', async () => {
    const outcome = await by(
      'gates:\n  - {id: reviews, where: {kind: review}, then: warn}\n  - {id: rest}',
      factsOf([tool(finding('a.js', { kind: 'review' }), finding('a.js', { kind: 'pass' }))]),
    )

    expect(outcome.conditions.map(({ id, result }) => [id, result])).toEqual([
      ['reviews', 'warn'],
      ['rest', 'pass'],
    ])
    expect([outcome.total, outcome.counts.high, outcome.findings.length]).toEqual([0, 0, 1])
  })
})

describe('Limits and scopes', () => {
  const results = (count: number) => Array.from({ length: count }, (_, at) => finding(`f${at}.js`))
  const limit = (text: string, count: number) => by(`gates:\n  - {id: a, ${text}}`, factsOf([tool(...results(count))]))

  it.each([
    ['max: 0', 0, 'pass'],
    ['max: 0', 1, 'fail'],
    ['max: 2', 2, 'pass'],
    ['max: 2', 3, 'fail'],
    ['max: 2147483647', 3, 'pass'],
    ['min: 2', 1, 'fail'],
    ['min: 2', 2, 'pass'],
    ['min: 0', 0, 'pass'],
    ['min: 1, max: 2', 0, 'fail'],
    ['min: 1, max: 2', 2, 'pass'],
    ['min: 1, max: 2', 3, 'fail'],
    ['max: 0, then: warn', 1, 'warn'],
    ['max: 0, then: note', 1, 'skipped'],
    ['events: [push]', 1, 'fail'],
    ['events: [schedule]', 1, 'skipped'],
  ])('%s, %i findings: %s', async (text, count, verdict) => {
    expect((await limit(text, count)).verdict).toBe(verdict)
  })

  const compared = (nowResults: Result[], before: Result[]) => {
    const runs = [tool(...nowResults)]
    return factsOf(runs, { comparison: comparedWith(runs, [tool(...before)]) })
  }
  const [a, b, c] = ['a.js', 'b.js', 'c.js']
  const at = (...names: (string | undefined)[]) => names.map((name) => finding(name))

  it.each<[scope: string, now: Result[], before: Result[], verdict: string, actual: string]>([
    ['new, max: 0', at(a), at(a), 'pass', '0'],
    ['new, max: 0', at(a, b), at(a), 'fail', '1'],
    // Nobody knows which of two alike is the old one.
    ['new, max: 0', at(a, a), at(a), 'fail', '2'],
    ['all, max: 1', at(a, b), at(a), 'fail', '2'],
    ['delta, max: 0', at(b, c), at(a, b), 'pass', '0'],
    ['delta, max: 0', at(a, b, c), at(a, b), 'fail', '1'],
    ['delta, max: 0', at(a), at(a, b), 'pass', '-1'],
    ['fixed, min: 1', at(a), at(a, b), 'pass', '1'],
    ['fixed, min: 1', at(a), at(a), 'fail', '0'],
  ])('scope: %s', async (...[scope, nowResults, before, verdict, actual]) => {
    const outcome = await by(`gates:\n  - {id: a, scope: ${scope}}`, compared(nowResults, before))

    expect([outcome.verdict, one(outcome, 'a').actual]).toEqual([verdict, actual])
  })

  it.each([
    ['new', 'skipped'],
    ['delta', 'skipped'],
    ['fixed, min: 1', 'skipped'],
    ['all', 'fail'],
  ])('scope: %s with nothing to compare with: %s, also beside an upload that went well', async (scope, verdict) => {
    const facts = factsOf([tool(finding())], { upload: upload() })
    expect((await by(`gates:\n  - {id: a, scope: ${scope}}`, facts)).verdict).toBe(verdict)
  })

  const missing = { status: 'failed', error: new NotEvaluated('Nobody knows. More.') } as const
  it.each([
    ['fail', 'new', 'error', 3],
    ['warn', 'new', 'warn', 0],
    ['all', 'new', 'fail', 1],
    ['all', 'delta', 'error', 3],
    ['fail', 'delta', 'error', 3],
    ['fail', 'fixed, min: 1', 'error', 3],
  ])('on-missing: %s, scope: %s: %s', async (onMissing, scope, verdict, exitCode) => {
    const outcome = await by(
      `new: {on-missing: ${onMissing}}\ngates:\n  - {id: a, scope: ${scope}}`,
      factsOf([tool(finding())], { comparison: missing }),
    )

    expect([outcome.verdict, outcome.exitCode]).toEqual([verdict, exitCode])
  })

  it('an exception counts neither before nor after: it makes no room for new findings', async () => {
    const policy = (match: string) =>
      `gates:\n  - {id: a, scope: delta}\nexceptions:\n  - {id: E, match: ${match}, reason: x, expires: 2027-01-01}`
    const facts = compared(at(a, b), at('legacy/x.js', 'legacy/y.js'))

    expect(one(await by(policy('{path: "legacy/**"}'), facts), 'a')).toMatchObject({ actual: '2', result: 'fail' })
  })

  it('a dismissed alert counts neither before nor after', async () => {
    const runs = [tool(...at(a, b))]
    const dismissed = { status: 'done', value: new Map([[runs[0]!.results![0]!, { alert: 1 }]]) } as const
    const facts = factsOf(runs, { comparison: comparedWith(runs, [tool(...at(a))]), dismissed })

    expect(one(await by('gates:\n  - {id: a, scope: delta}', facts), 'a').actual).toBe('1')
    const ignoring = 'exception-rules: {dismissed: ignore}\ngates:\n  - {id: a, scope: delta}'
    expect(one(await by(ignoring, facts), 'a').actual).toBe('1')
  })

  it('what was suppressed and is not any more is new; where suppressions are ignored it is old', async () => {
    const facts = compared([finding()], [finding('a.js', { suppressions: [{ kind: 'inSource' }] })])

    expect((await by('gates:\n  - {id: a, scope: new}', facts)).verdict).toBe('fail')
    expect((await by('gates:\n  - {id: a, scope: delta}', facts)).verdict).toBe('fail')
    const ignoring = (scope: string) => `exception-rules: {suppressions: ignore}\ngates:\n  - {id: a, scope: ${scope}}`
    expect((await by(ignoring('new'), facts)).verdict).toBe('pass')
    expect((await by(ignoring('delta'), facts)).verdict).toBe('pass')
  })

  it('a baseline keeps what gates ask: severities, levels and tags', async () => {
    const rules = [{ id: 'r', properties: { 'security-severity': '9.8', tags: ['security'] } }, { id: 'q' }]
    const described = (...found: Result[]): Run => ({ tool: { driver: { name: 'Tool', rules } }, results: found })
    const bare = { ruleId: undefined, level: undefined }
    const was = [finding('a.js', { ...bare, ruleIndex: 0 }), finding('b.js', { ruleId: 'q', level: 'note' })]
    const before = baselineOf([described(...was)], [], now)
    const runs = [described(...structuredClone(was))]
    const facts = factsOf(runs, { comparison: comparedWith(runs, before) })
    const of = async (where: string) =>
      one(await by(`gates:\n  - {id: a, scope: delta, where: ${where}}`, facts), 'a').actual

    for (const where of ['{severity: critical}', '{level: note}', '{severity: medium}', '{tag: security}', '{}'])
      expect([where, await of(where)]).toEqual([where, '0'])
    expect((await by('gates:\n  - {id: a, scope: new}', facts)).verdict).toBe('pass')
  })

  it.each([
    ['a tool that took no part', '{tool: tol}', /no tool `tol` took part/],
    ['a rule that nobody knows', '{rule: js/sqli}', /no tool knows a rule `js\/sqli`/],
  ])('a gate on %s is told, for a typo looks the same', async (_, where, words) => {
    const outcome = await by(`gates:\n  - {id: a, where: ${where}}`, factsOf([tool()]))

    expect(outcome.verdict).toBe('warn')
    expect(outcome.reason).toMatch(words)
  })

  it.each(['warnings', 'findings', 'upload', 'scan', 'zadig'])(
    'a gate may be called %s, and still decides',
    async (id) => {
      const outcome = await by(
        `gates:\n  - {id: ${id}}`,
        factsOf([tool(finding())], { upload: upload(), zadig: zadig() }),
      )

      expect(outcome.verdict).toBe('fail')
    },
  )
})

describe('Ratings', () => {
  const odd = finding('a.js', { level: undefined, properties: { 'security-severity': 'nonsense' } })

  it.each([
    ['unknown counts as high', '', odd, 'fail'],
    ['unknown-severity: note', 'settings: {unknown-severity: note}', odd, 'pass'],
    ['unknown-severity: critical', 'settings: {unknown-severity: critical}', odd, 'fail'],
    ['level-severity', 'settings: {level-severity: {error: low}}', finding(), 'pass'],
    ['an override by path', 'settings: {severity-overrides: [{path: "a*", severity: note}]}', finding(), 'pass'],
    [
      'an override before the score',
      'settings: {severity-overrides: [{rule: r, severity: critical}]}',
      finding('a', { level: 'note', properties: { 'security-severity': '1.0' } }),
      'fail',
    ],
    [
      'the first override that fits',
      'settings: {severity-overrides: [{rule: r, severity: low}, {rule: r, severity: critical}]}',
      finding(),
      'pass',
    ],
  ])('%s', async (_, settings, result, verdict) => {
    const outcome = await by(`${settings}\ngates:\n  - {id: a, where: {severity: ">=high"}}`, factsOf([tool(result)]))

    expect(outcome.verdict).toBe(verdict)
  })
})

describe('Exceptions', () => {
  const excepted = (entries: string[], rules = '{}', results = [finding()]) =>
    by(
      `gates:\n  - {id: a}\nexception-rules: ${rules}\nexceptions:\n${entries.map((entry) => `  - {${entry}}`).join('\n')}`,
      factsOf([tool(...results)]),
    )
  const holds = 'id: E1, match: {rule: r}, reason: because, expires: 2026-11-22'
  const over = 'id: E2, match: {rule: r}, reason: because, expires: 2026-11-21'

  it.each<[case_: string, entries: string[], rules: string, verdict: string, words: RegExp | undefined]>([
    ['holds through its last day', [holds], '{}', 'pass', undefined],
    ['has ended: it counts again', [over], '{}', 'fail', /E2 ended on 2026-11-21/],
    [
      'has ended, and that fails',
      ['id: E2, match: {rule: other}, reason: x, expires: 2026-11-21'],
      '{expired: fail}',
      'fail',
      /E2 ended/,
    ],
    ['ends soon', [holds], '{warn-before: 14d}', 'warn', /E1 ends on 2026-11-22/],
    [
      'ends not so soon',
      ['id: E3, match: {rule: r}, reason: x, expires: 2026-12-22'],
      '{warn-before: 2w}',
      'pass',
      undefined,
    ],
    [
      'is not used',
      [holds, 'id: E4, match: {rule: other}, reason: x, expires: 2027-01-01'],
      '{}',
      'warn',
      /E4 meets no finding/,
    ],
    [
      'is not used, and nobody minds',
      [holds, 'id: E4, match: {rule: other}, reason: x, expires: 2027-01-01'],
      '{unused: ignore}',
      'pass',
      undefined,
    ],
    [
      'overlaps another: both are in use',
      [holds, 'id: E5, match: {path: "*"}, reason: x, expires: 2027-01-01'],
      '{}',
      'pass',
      undefined,
    ],
    ['needs no end', ['id: E6, match: {rule: r}, reason: x'], '{require: [reason]}', 'pass', undefined],
  ])('%s', async (...[, entries, rules, verdict, words]) => {
    const outcome = await excepted(entries, rules)

    expect(outcome.verdict).toBe(verdict)
    if (words) expect(one(outcome, 'exceptions').explanation).toMatch(words)
    else expect(one(outcome, 'exceptions')).toEqual({})
  })

  it('is listed with its finding', async () => {
    const { accepted, total } = await excepted([holds])

    expect([accepted.map(({ accepted }) => accepted), total]).toEqual([
      [{ by: 'exception', id: 'E1', reason: 'because', until: Date.parse('2026-11-22T23:59:59.999Z') }],
      0,
    ])
  })

  it('is not called unused by a scan that did not take place', async () => {
    const policy = 'exceptions:\n  - {id: E, match: {rule: r}, reason: x, expires: 2027-01-01}'
    expect(one(await by(policy, factsOf([], { problems: [new NotEvaluated('crash')] })), 'exceptions')).toEqual({})
  })

  it.each([
    [undefined, 'honor', 'pass'],
    ['accepted', 'honor', 'pass'],
    ['underReview', 'honor', 'fail'],
    ['rejected', 'honor', 'fail'],
    ['accepted', 'ignore', 'fail'],
  ])('a suppression of status %s, %s: %s', async (status, word, verdict) => {
    const suppressed = finding('a.js', { suppressions: [{ kind: 'inSource', status: status as 'accepted' }] })
    const outcome = await by(`exception-rules: {suppressions: ${word}}\ngates: [{id: a}]`, factsOf([tool(suppressed)]))

    expect(outcome.verdict).toBe(verdict)
  })

  it.each([
    ['honor', 'pass'],
    ['ignore', 'fail'],
  ])('dismissed: %s: %s', async (word, verdict) => {
    const runs = [tool(finding())]
    const dismissed = { status: 'done', value: new Map([[runs[0]!.results![0]!, { alert: 7, reason: 'x' }]]) } as const
    const outcome = await by(`exception-rules: {dismissed: ${word}}\ngates: [{id: a}]`, factsOf(runs, { dismissed }))

    expect(outcome.verdict).toBe(verdict)
  })
})

const words =
  'gates:\n  - id: zadig\n    status: {source: zadig, pass: [unstable], warn: [Cancelled], skip: skipped, fail: [odd]}'

describe('§5.6', () => {
  const clean = [tool()]
  const problem = (message: string) => factsOf([], { problems: [new NotEvaluated(message)] })
  const unsuccessful = runOf('Tool', [], {
    invocations: [{ executionSuccessful: false, exitCodeDescription: 'out of memory' }],
  })
  const tried = (status: string, result: ZadigScan['result'] = 'unknown') =>
    factsOf(clean, { zadig: zadig({ status, result, problem: `It ended as ${status}.` }) })
  const lists = (message: string) => factsOf(clean, { dismissed: failed(message) })
  const comparing = (message: string) =>
    factsOf([tool(finding())], { comparison: { status: 'failed', error: new NotEvaluated(message) } })
  const asNew = 'gates: [{id: a, scope: new}]\n'

  type Expected = 'E' | 'W' | 'pass' | 'fail' | 'skip'
  const verdicts: Record<Expected, [string, number]> = {
    E: ['error', 3],
    W: ['warn', 0],
    pass: ['pass', 0],
    fail: ['fail', 1],
    skip: ['pass', 0],
  }

  it.each<
    [
      row: string,
      source: string,
      facts: Facts,
      required: Expected,
      optional: Expected,
      words: RegExp | undefined,
      more?: string,
    ]
  >([
    [
      '§5.6 row 1: scanner crashed',
      'scanner',
      problem('semgrep exited 2 before producing results. More.'),
      'E',
      'W',
      /semgrep exited 2/,
    ],
    [
      '§5.6 row 2: SARIF absent, empty, invalid, no runs',
      'scanner',
      problem('No SARIF at out/*.sarif.'),
      'E',
      'W',
      /No SARIF at/,
    ],
    [
      '§5.6 row 3: executionSuccessful: false',
      'scanner',
      factsOf([unsuccessful]),
      'E',
      'W',
      /unsuccessful run: out of memory/,
    ],
    ['§5.6 row 4: 0 results, run successful', 'scanner', factsOf(clean), 'pass', 'pass', undefined],
    [
      '§5.6 row 5: converter dropped records',
      'scanner',
      factsOf([
        runOf('T', [], {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [{ level: 'error', message: { text: '3 of 120 records' } }],
            },
          ],
        }),
      ]),
      'E',
      'W',
      /3 of 120 records/,
    ],
    [
      '§5.6 row 6: upload 403',
      'upload',
      factsOf(clean, { upload: failed('GitHub refuses (403): give `security-events: write`.') }),
      'E',
      'W',
      /security-events/,
    ],
    [
      '§5.6 row 7: upload 404, code scanning disabled',
      'upload',
      factsOf(clean, { upload: failed('Code scanning is not enabled (404).') }),
      'E',
      'W',
      /not enabled/,
    ],
    [
      '§5.6 row 8: upload rejected',
      'upload',
      factsOf(clean, { upload: upload({ status: 'failed', errors: ['expected artifact location'] }) }),
      'E',
      'W',
      /expected artifact location/,
    ],
    [
      '§5.6 row 9: still pending at timeout',
      'upload',
      factsOf(clean, { upload: upload({ status: 'pending' }) }),
      'E',
      'W',
      /processing-timeout/,
    ],
    [
      '§5.6 row 10: processed with warning',
      'upload',
      factsOf(clean, { upload: upload({ warnings: ['GitHub stored 5000 of 5421'] }) }),
      'W',
      'W',
      /5000 of 5421/,
    ],
    [
      '§5.6 row 12: no base analysis, forced',
      'upload',
      comparing('GitHub has no analysis of main. Run the scan.'),
      'E',
      'E',
      /no analysis of main/,
      asNew,
    ],
    [
      '§5.6 row 14: baseline file missing',
      'upload',
      comparing('The baseline is missing. Create it.'),
      'E',
      'E',
      /baseline is missing/,
      asNew,
    ],
    [
      '§5.6 row 15: shallow clone, no merge-base',
      'upload',
      comparing('Git finds no common commit. fetch-depth: 0'),
      'E',
      'E',
      /fetch-depth: 0/,
      asNew,
    ],
    [
      '§5.6 row 17: alerts list 403',
      'dismissed-alerts',
      lists('GitHub refuses (403).'),
      'E',
      'W',
      /counts as if it had not been/,
    ],
    [
      '§5.6 row 18: alerts 5xx, rate limit',
      'dismissed-alerts',
      lists('GitHub is out of order (503).'),
      'E',
      'W',
      /503/,
    ],
    [
      '§5.6 row 19: Zadig without a token, stranger',
      'zadig',
      factsOf(clean, { zadig: failed('GitHub gives runs of forks no secrets.') }),
      'E',
      'W',
      /forks/,
    ],
    [
      '§5.6 row 21: Zadig 401, 403',
      'zadig',
      factsOf(clean, { zadig: failed('Zadig refuses the token (403).') }),
      'E',
      'W',
      /403/,
    ],
    [
      '§5.6 row 22: Zadig project or scan 404',
      'zadig',
      factsOf(clean, { zadig: failed('Zadig knows no scan shop/x.') }),
      'E',
      'W',
      /no scan shop\/x/,
    ],
    [
      '§5.6 row 23: Zadig task failed',
      'zadig',
      factsOf(clean, { zadig: zadig({ status: 'failed', result: 'failed' }) }),
      'fail',
      'W',
      /task 3 failed/,
    ],
    ['§5.6 row 24: Zadig timeout', 'zadig', tried('timeout'), 'E', 'W', /ended as timeout/],
    ['§5.6 row 24: Zadig cancelled', 'zadig', tried('cancelled'), 'E', 'W', /ended as cancelled/],
    ['§5.6 row 24: Zadig reject', 'zadig', tried('reject'), 'E', 'W', /ended as reject/],
    ['§5.6 row 25: Zadig unstable, not mapped', 'zadig', tried('unstable'), 'E', 'W', /ended as unstable/],
    ['§5.6 row 25: Zadig unstable, mapped', 'zadig', tried('unstable'), 'pass', 'pass', undefined, words],
    ['§5.6 row 25: Zadig skipped, mapped', 'zadig', tried('skipped'), 'skip', 'skip', undefined, words],
    ['§5.6 row 25: Zadig cancelled, mapped in any case', 'zadig', tried('cancelled'), 'W', 'W', undefined, words],
    [
      '§5.6 row 26: Zadig waits for approval until the time is up',
      'zadig',
      tried('wait_for_approval'),
      'E',
      'W',
      /wait_for_approval/,
    ],
    ['§5.6 row 27: unknown status word', 'zadig', tried('bogus'), 'E', 'W', /bogus/],
    ['§5.6 row 27: unknown status word, mapped to fail', 'zadig', tried('odd'), 'fail', 'W', undefined, words],
  ])('%s', async (...[, source, facts, required, optional, said, more = '']) => {
    const raw = source === 'upload' || source === 'zadig' ? (need: string) => ({ [source]: need }) : () => ({})
    const asked = (need: string) =>
      by(
        `${more}\nsources: {scanner: required, ${source === 'scanner' ? '' : `${source}: ${need}`}}`.replace(
          'scanner: required, }',
          `scanner: ${need}}`,
        ),
        facts,
        raw(need),
      )

    for (const [need, expected] of [
      ['required', required],
      ['optional', optional],
    ] as const) {
      const outcome = await asked(need)
      expect([need, outcome.verdict, outcome.exitCode]).toEqual([need, ...verdicts[expected]])
      if (said) expect(outcome.conditions.map(({ explanation }) => explanation).join()).toMatch(said)
    }
  })

  it('§5.6 row 8: the local gate’s result is shown all the same', async () => {
    const outcome = await byInputs(factsOf(clean, { upload: upload({ status: 'failed', errors: ['x'] }) }))
    expect(one(outcome, 'findings').result).toBe('pass')
  })

  it('§5.6 row 20: Zadig required by the policy, and not configured: wrong set-up, never nothing', async () => {
    await expect(by('sources: {zadig: required}', factsOf(clean))).rejects.toThrow(
      /`zadig` is `required`, and this run has none/,
    )
    expect((await by('sources: {zadig: required}', factsOf(clean), { zadig: 'off' })).verdict).toBe('pass')
  })

  it('every pair of "not evaluated" and a proven violation: the violation decides, both are listed', async () => {
    const outcome = await byInputs(
      factsOf([tool(finding()), unsuccessful], { upload: failed('x'), zadig: failed('y') }),
      { zadig: 'required' },
    )

    expect([outcome.verdict, outcome.exitCode]).toEqual(['fail', 1])
    expect(outcome.conditions.map(({ result }) => result)).toEqual(['error', 'fail', 'error', 'error'])
  })
})

describe('§1.4: defects of peers that we do not have', () => {
  const scored = (place: 'rule' | 'result', score: string): Run => {
    const properties = { 'security-severity': score }
    const rules = [{ id: 'r', ...(place === 'rule' && { properties }) }]
    return {
      tool: { driver: { name: 'T', rules } },
      results: [resultAt('a.js', 1, place === 'result' ? { properties } : {})],
    }
  }

  it('§1.4 defect 1: dependency-review, `||=`: everything is evaluated, then combined; all blocking findings are there', async () => {
    const outcome = await by(
      'gates:\n  - {id: a}\n  - {id: b, where: {path: b.js}}\n  - {id: c, max: 9}',
      factsOf([tool(finding(), finding('b.js'))]),
    )
    expect(outcome.conditions.map(({ result }) => result)).toEqual(['fail', 'fail', 'pass'])
    expect(outcome.blocking).toHaveLength(2)
  })

  it('§1.4 defect 6: trivy-action: the limit filters the gate, never what is reported', async () => {
    const outcome = await byInputs(factsOf([tool(finding('a.js', { level: 'note' }))]), { 'fail-on': 'critical' })
    expect([outcome.verdict, outcome.findings.length, outcome.total]).toEqual(['pass', 1, 1])
  })

  it('§1.4 defect 5: trivy-action, `TRUE` is not `true`: one reader of switches, which refuses the rest', async () => {
    expect(() => inputsOf({ summary: 'yes' })).toThrow(UserError)
    expect(() => inputsOf({ summary: 'TRUE' })).not.toThrow()
    await expect(policyFrom('version: 1\nsettings: {lock: "true"}')).rejects.toThrow(/must be true or false/)
  })

  it.each(['rule', 'result'] as const)(
    '§1.4 defect 8: policy-as-code, a severity that is absent at one place: read at the %s',
    async (place) => {
      expect((await byInputs(factsOf([scored(place, '9.8')]), { 'fail-on': 'critical' })).verdict).toBe('fail')
    },
  )

  it('§1.4 defect 8: policy-as-code, no severity at all, or null: never below every limit', async () => {
    const bare = resultAt('a.js')
    expect((await byInputs(factsOf([tool(bare)]), { 'fail-on': 'medium' })).verdict).toBe('fail')
    expect((await byInputs(factsOf([scored('rule', null as never)]), { 'fail-on': 'medium' })).verdict).toBe('fail')
    expect((await byInputs(factsOf([scored('rule', 'NA')]), { 'fail-on': 'high' })).verdict).toBe('fail')
  })

  it.each([
    'ingores: []',
    'gates: [{id: a, action: fail}]',
    'gates: [{id: a, then: stop}]',
    'settings: {unknown-severity: hihg}',
  ])('§1.4 defects 7 and 9: policy-as-code, a word that nobody knows is no pass: %s', async (text) => {
    await expect(policyFrom(`version: 1\n${text}`)).rejects.toThrow(UserError)
  })

  it('§1.4 defect 15: codecov-action, a failed upload is green: required by default', async () => {
    expect((await byInputs(factsOf([tool()], { upload: failed('no') }))).exitCode).toBe(3)
  })

  it('§1.4 defect 16: reviewdog, more than 9 results make an error: the number of findings changes only what it counts', async () => {
    const many = Array.from({ length: 300 }, (_, at) => finding(`f${at}.js`, { level: 'note' }))
    expect((await byInputs(factsOf([tool(...many)]), { 'fail-on': 'high', 'warn-on': 'never' })).verdict).toBe('pass')
  })
})

describe('§3: what people ask of a gate', () => {
  const high = [tool(finding())]
  const clean = [tool()]
  const old = (runs: Run[], before: Run[]) => factsOf(runs, { comparison: comparedWith(runs, before) })

  it.each<[ask: string, verdict: () => Promise<Verdict>, expected: string, exitCode: number]>([
    ['§3 ask 1: SARIF with high findings is not green', () => byInputs(factsOf(high)), 'fail', 1],
    ['§3 ask 2: report all, fail on some', () => byInputs(factsOf(high), { 'fail-on': 'critical' }), 'warn', 0],
    [
      '§3 ask 4: old findings do not fail a pull request',
      () => byInputs(old(high, [tool(finding())]), {}, 'pull_request'),
      'pass',
      0,
    ],
    ['§3 ask 4: nor one with new ones pass', () => byInputs(old(high, clean), {}, 'pull_request'), 'fail', 1],
    [
      '§3 ask 5: findings come from the SARIF, whatever GitHub has',
      () => byInputs(factsOf(high, { upload: upload() })),
      'fail',
      1,
    ],
    [
      '§3 ask 6: 403 is not "0 alerts"',
      () => by('sources: {dismissed-alerts: required}', factsOf(clean, { dismissed: failed('403') })),
      'error',
      3,
    ],
    [
      '§3 ask 8: unscored findings pass no limit',
      () => byInputs(factsOf([tool(finding('a', { properties: { 'security-severity': '?' } }))])),
      'fail',
      1,
    ],
    [
      '§3 ask 9: a merge queue is judged by what is new',
      () => byInputs(old(high, [tool(finding())]), {}, 'merge_group'),
      'pass',
      0,
    ],
    [
      '§3 ask 15: not evaluated is no failure and no pass',
      () => byInputs(factsOf(clean, { upload: upload({ status: 'pending' }) })),
      'error',
      3,
    ],
    ['§3 ask 18: a warning is exit 0', () => by('gates: [{id: a, then: warn}]', factsOf(high)), 'warn', 0],
    [
      '§3 ask 19: enforcement: warn is total',
      () =>
        byInputs(factsOf(high, { upload: failed('x'), problems: [new NotEvaluated('y')] }), { enforcement: 'warn' }),
      'warn',
      0,
    ],
    [
      '§3 ask 19: on-error: warn leaves violations alone',
      () => byInputs(factsOf(high, { upload: failed('x') }), { 'on-error': 'warn' }),
      'fail',
      1,
    ],
    [
      '§3 ask 19: on-error: warn',
      () => byInputs(factsOf(clean, { upload: failed('x') }), { 'on-error': 'warn' }),
      'warn',
      0,
    ],
    [
      '§3 ask 25: a dismissed alert does not fail',
      () =>
        byInputs(
          factsOf(high, { dismissed: { status: 'done', value: new Map([[high[0]!.results![0]!, { alert: 1 }]]) } }),
        ),
      'pass',
      0,
    ],
    [
      '§3 ask 27: a crash is not a finding',
      () => byInputs(factsOf([], { problems: [new NotEvaluated('crash')] })),
      'error',
      3,
    ],
    [
      '§3 ask 28: no report at all does not pass',
      () => byInputs(factsOf([], { problems: [new NotEvaluated('No report.')] })),
      'error',
      3,
    ],
    ['§3 ask 28: zero results do', () => byInputs(factsOf(clean)), 'pass', 0],
    [
      '§3 ask 31: the first run has no baseline: not "all old"',
      () =>
        byInputs(factsOf(high, { comparison: { status: 'failed', error: new NotEvaluated('none') } }), {
          'new-only': 'true',
        }),
      'error',
      3,
    ],
    [
      '§3 ask 34: a gate that can never count warns',
      () => by('gates: [{id: a, where: {tool: typo}}]', factsOf(clean)),
      'warn',
      0,
    ],
    [
      '§3, asked also: delta and all in one policy',
      () => by('gates: [{id: a, scope: delta}, {id: b, max: 1}]', old(high, [tool(finding())])),
      'pass',
      0,
    ],
    [
      '§3, asked also: EPSS and KEV degrade visibly',
      () => by('gates: [{id: a, where: {epss: ">=0.5"}}]', factsOf(high)),
      'warn',
      0,
    ],
  ])('%s', async (_, judged, expected, exitCode) => {
    const outcome = await judged()
    expect([outcome.verdict, outcome.exitCode]).toEqual([expected, exitCode])
  })

  it('§3 ask 7: the severity is read at the rule, also in extensions', async () => {
    const run = {
      tool: {
        driver: { name: 'C' },
        extensions: [{ name: 'p', rules: [{ id: 'r', properties: { 'security-severity': '9.9' } }] }],
      },
      results: [resultAt('a.js')],
    }
    expect((await byInputs(factsOf([run]), { 'fail-on': 'critical' })).verdict).toBe('fail')
  })

  it('§3 ask 17: which condition failed, what was expected and what came', async () => {
    const outcome = await by('gates: [{id: a, title: None, max: 0}]', factsOf(high))
    expect(one(outcome, 'a')).toMatchObject({ name: 'None', expected: '0', actual: '1', result: 'fail' })
  })

  it('§3 ask 24: the blocking findings are named', async () => {
    expect((await byInputs(factsOf(high))).blocking.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.js:1'])
  })

  it('§3 ask 26: exceptions have a reason and an end', async () => {
    await expect(policyFrom('version: 1\nexceptions: [{id: E, match: {rule: r}}]')).rejects.toThrow(
      /no reason and no expires/,
    )
  })

  it('§3 ask 29: a moved line is not new', async () => {
    const print = { partialFingerprints: { primaryLocationLineHash: 'h:1' }, level: 'error' as const }
    const outcome = await byInputs(old([tool(resultAt('a.js', 40, print))], [tool(resultAt('a.js', 7, print))]), {
      'new-only': 'true',
    })
    expect(outcome.verdict).toBe('pass')
  })

  it('§3 ask 35: soft and hard failures look different', async () => {
    const outcome = await by('gates: [{id: hard}, {id: soft, then: warn}, {id: told, then: note}]', factsOf(high))
    expect(outcome.conditions.map(({ result }) => result)).toEqual(['fail', 'warn', 'note'])
  })
})

describe('Whatever the findings are', () => {
  const levels = ['error', 'warning', 'note'] as const
  const result = fc
    .record({
      uri: fc.constantFrom('src/a.js', 'src/b.js', 'test/c.js'),
      level: fc.constantFrom(...levels),
      ruleId: fc.constantFrom('r', 'q/x'),
      hash: fc.constantFrom('1:1', '2:1', '3:1'),
      line: fc.integer({ min: 1, max: 50 }),
      score: fc.constantFrom(undefined, '9.5', '5.0', 'odd'),
    })
    .map(({ uri, level, ruleId, hash, line, score }) =>
      resultAt(uri, line, {
        level,
        ruleId,
        partialFingerprints: { primaryLocationLineHash: hash },
        ...(score && { properties: { 'security-severity': score } }),
      }),
    )
  const results = fc.array(result, { maxLength: 10 })
  const where = fc.constantFrom(
    '{}',
    '{severity: ">=high"}',
    '{path: "src/**"}',
    '{rule: r}',
    '{not: {level: error}}',
    '{any: [{rule: r}, {severity: low}]}',
  )
  const gates = (scopes: string[]) =>
    fc
      .array(
        fc.record({
          scope: fc.constantFrom(...scopes),
          where,
          max: fc.nat(3),
          broken: fc.constantFrom('fail', 'fail', 'warn', 'note'),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map(
        (list) =>
          `gates:\n${list.map(({ scope, where, max, broken }, at) => `  - {id: g${at}, scope: ${scope}, where: ${where}, max: ${max}, then: ${broken}}`).join('\n')}`,
      )
  const copy = (given: Result[]) => structuredClone(given)
  const compared = (found: Result[], before: Result[], renames?: Map<string, string>) => {
    const runs = [tool(...found)]
    return factsOf(runs, { comparison: comparedWith(runs, [tool(...copy(before))], renames) })
  }
  const few = { numRuns: 60 }

  // `min` and `fixed` ask for more of something, and `delta` may fall: a finding more can be what they want. `new` is in,
  // because one finding more never makes another one old.
  it('a finding more never turns a fail into a pass', async () => {
    await fc.assert(
      fc.asyncProperty(results, result, results, gates(['all', 'new']), async (found, more, before, policy) => {
        const less = await by(policy, compared(copy(found), before))
        const grown = await by(policy, compared([...copy(found), more], before))
        if (less.verdict === 'fail') expect(grown.verdict).toBe('fail')
      }),
      few,
    )
  })

  it('neither their order, nor their lines, nor the names of their files change the verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        results,
        results,
        gates(['all', 'new', 'delta']),
        fc.nat(1000),
        async (found, before, policy, shift) => {
          const told = async (facts: Facts) => {
            const { verdict, conditions, counts } = await by(policy.replaceAll('src/**', '**/*.js'), facts)
            return { verdict, counts, conditions: conditions.map(({ actual }) => actual) }
          }
          const expected = await told(compared(copy(found), before))
          const moved = copy(found)
          for (const { locations } of moved) locations![0]!.physicalLocation!.region!.startLine! += shift
          const named = copy(found)
          const renames = new Map<string, string>()
          for (const { locations } of named) {
            const at = locations![0]!.physicalLocation!.artifactLocation!
            renames.set(`new/${at.uri}`, at.uri!)
            at.uri = `new/${at.uri}`
          }

          expect(await told(compared(copy(found).reverse(), [...before].reverse()))).toEqual(expected)
          expect(await told(compared(moved, before))).toEqual(expected)
          expect(await told(compared(named, before, renames))).toEqual(expected)
        },
      ),
      few,
    )
  })

  it('duplicates count, and the limits are exact', async () => {
    await fc.assert(
      fc.asyncProperty(result, fc.integer({ min: 1, max: 6 }), async (single, count) => {
        const facts = factsOf([tool(...Array.from({ length: count }, () => structuredClone(single)))])
        const of = async (limit: string) => (await by(`gates: [{id: a, ${limit}}]`, facts)).verdict

        expect(await of(`max: ${count}`)).toBe('pass')
        expect(await of(`max: ${count - 1}`)).toBe('fail')
        expect(await of(`min: ${count}`)).toBe('pass')
        expect(await of(`min: ${count + 1}`)).toBe('fail')
      }),
      few,
    )
  })

  it('a scan in shards gates as one: the union has the verdict and the counts of one run', async () => {
    await fc.assert(
      fc.asyncProperty(
        results,
        results,
        gates(['all', 'new', 'delta']),
        fc.nat(10),
        async (found, before, policy, cut) => {
          const whole = compared(copy(found), before)
          const shards = [tool(...copy(found.slice(0, cut))), tool(...copy(found.slice(cut)))]
          const union = factsOf(shards, { comparison: comparedWith(shards, [tool(...copy(before))]) })
          const told = async (facts: Facts) => {
            const { verdict, counts, conditions, newFindings, total } = await by(policy, facts)
            return { verdict, counts, newFindings, total, actual: conditions.map(({ actual }) => actual) }
          }

          expect(await told(union)).toEqual(await told(whole))
        },
      ),
      few,
    )
  })

  const values = {
    'fail-on': ['critical', 'note', 'never'],
    'warn-on': ['critical', 'never'],
    'max-findings': ['0', '100'],
    'new-only': ['true', 'false', 'auto'],
    baseline: ['b.sarif'],
    'policy-ref': ['head', 'base'],
    enforcement: ['block', 'warn', 'off'],
    'on-error': ['fail', 'warn'],
    filter: ['-**'],
    'filter-severity': ['critical'],
    upload: ['required', 'optional', 'off'],
    zadig: ['required', 'optional', 'off'],
    'untrusted-runs': ['local', 'fail'],
    annotations: ['off'],
    summary: ['false'],
  }
  const pairs = Object.entries(values).flatMap(([name, all]) => all.map((value) => [name, value] as const))
  // Of many at once one would be refused nearly always, and the verdict never be looked at.
  const options = fc.subarray(pairs, { minLength: 1, maxLength: 3 }).map((some) => Object.fromEntries(some))

  it('a locked policy cannot be loosened by any input: it is refused, or the verdict is as bad at least', async () => {
    const order = ['skipped', 'pass', 'warn', 'error', 'fail']
    await fc.assert(
      fc.asyncProperty(
        results,
        gates(['all', 'new']),
        options,
        fc.constantFrom('push', 'pull_request'),
        async (found, gatesText, given, event) => {
          const policy = `settings: {lock: true}\n${gatesText}`
          const facts = { ...compared(copy(found), found.slice(1)), upload: failed('x'), zadig: zadig() }
          const alone = await by(policy, facts, {}, event)
          const beside = await by(policy, facts, given, event).catch((error: unknown) => error as Error)

          if (beside instanceof UserError) expect(beside.message).toMatch(/is locked/)
          else expect(order.indexOf((beside as Verdict).verdict)).toBeGreaterThanOrEqual(order.indexOf(alone.verdict))
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    'enforcement=warn',
    'on-error=warn',
    'upload=optional',
    'zadig=off',
    'new-only=true',
    'baseline=x',
    'filter=-**',
    'filter-severity=high',
    'policy-ref=head',
  ])('a locked policy refuses %s by name', async (word) => {
    const [name = '', value = ''] = word.split('=')
    await expect(by('settings: {lock: true}\ngates: [{id: a}]', factsOf([tool()]), { [name]: value })).rejects.toThrow(
      new RegExp(`locked.*\`${name}\` would loosen`),
    )
  })
})

describe('report.json', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(projectRoot(), 'schemas', 'report.schema.json'), 'utf8')),
  )
  const errorsOf = (facts: Facts, verdict: Verdict) => {
    validate(JSON.parse(JSON.stringify(reportOf({ ...facts, ...verdict }))))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
  const hostileRun = (text: string): Run => ({
    tool: {
      driver: { name: text || 'T', version: text, rules: [{ id: 'r', helpUri: 'x', properties: { tags: [text] } }] },
    },
    automationDetails: { id: text },
    results: [
      finding(`a/${text}`, {
        message: { text },
        suppressions: [{ kind: 'inSource', justification: text }],
      }),
      finding(text, { fingerprints: { k: text } }),
    ],
  })
  const cases: [case_: string, facts: Facts][] = [
    ['no findings', factsOf([tool()])],
    ['no run', factsOf([], { problems: [new NotEvaluated('x')] })],
    [
      'a failed comparison',
      factsOf([tool(finding())], { comparison: { status: 'failed', error: new NotEvaluated('x') } }),
    ],
    [
      'a comparison',
      factsOf([tool(finding())], { comparison: comparedWith([tool(finding())], [tool(finding(), finding('b.js'))]) }),
    ],
    ['everything failed', factsOf([tool()], { upload: failed('a'), zadig: failed('b'), dismissed: failed('c') })],
    [
      'everything done',
      factsOf([tool()], {
        upload: upload(),
        zadig: zadig({ metrics: { gate: 'OK' } }),
        notices: ['n'],
        sarifPath: '/x',
      }),
    ],
    ...hostile.map(([what, text]): [string, Facts] => [what, factsOf([hostileRun(text)], { notices: [text] })]),
  ]

  it.each(cases)('is as its schema says: %s', async (_, facts) => {
    for (const policy of [
      '',
      'gates: [{id: a, scope: new}, {id: b, scope: delta}]\nexceptions: [{id: E, match: {path: "a*"}, reason: x, expires: 2027-01-01}]',
    ])
      expect(errorsOf(facts, await by(policy, facts))).toEqual([])
  })
})
