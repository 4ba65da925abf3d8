import { describe, expect, it } from '@jest/globals'
import type { ReportingDescriptor, Result, Run } from 'sarif'
import { isSuppressed } from '../src/gate/acceptance.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import { judge as judgeBy } from '../src/gate/judge.ts'
import { adviceOn } from '../src/gate/rejections.ts'
import { NotEvaluated, ServiceError } from '../src/model/errors.ts'
import type { Attempt, Facts, Upload, Verdict, ZadigScan } from '../src/model/outcome.ts'
import { bySeverity, isAtLeast, levelOf, type Severity, severityOfScore } from '../src/model/severity.ts'
import { didYouMean } from '../src/model/suggest.ts'
import { repair } from '../src/transforms/repair.ts'
import { type Given, policyOf } from './kit/policy.ts'
import { fc } from './kit/properties.ts'

const judge = (given: Facts, wanted: Given) => judgeBy(given, policyOf(wanted))

const scored = (score: unknown) => ({ properties: { 'security-severity': score } }) as Pick<Result, 'properties'>
const result = (more: Partial<Result> = {}): Result => ({ ruleId: 'r', message: { text: 'm' }, ...more })
const rule = (more: Partial<ReportingDescriptor> = {}): ReportingDescriptor => ({ id: 'r', ...more })
const run = (results: Result[], more: Partial<Run> = {}): Run => ({
  tool: { driver: { name: 'Tool' } },
  results,
  ...more,
})
const withRules = (results: Result[], ...rules: ReportingDescriptor[]): Run =>
  run(results, { tool: { driver: { name: 'Tool', rules } } })
const severityIn = (given: Run): string =>
  alertsOf([given])
    .map(({ severity }) => severity)
    .join()

describe('The severity of a result', () => {
  const level = (word: string) => word as Result.level
  const extension = (...rules: ReportingDescriptor[]) => ({ name: 'pack', guid: 'g-1', rules })
  const extended = (given: Partial<Result>, driverRules: ReportingDescriptor[] = []): Run =>
    run([result(given)], {
      tool: {
        driver: { name: 'CodeQL', rules: driverRules },
        extensions: [extension(), extension(rule({ id: 'x' }), rule(scored('9.8'))), extension(rule({ id: 'late' }))],
      },
    })
  const overridden = (override: object, given: Partial<Result> = {}, invocations: object[] = [{}]): Run => ({
    ...withRules([result(given)], rule({ id: 'x' }), rule({ defaultConfiguration: { level: 'note' } })),
    invocations: invocations.map((each) => ({
      executionSuccessful: true,
      ruleConfigurationOverrides: [override],
      ...each,
    })) as Run['invocations'],
  })
  const toError = { descriptor: { id: 'r' }, configuration: { level: 'error' } }

  const steps: [step: string, expected: string, given: Run][] = [
    ['its own score', 'critical', run([result(scored('9.1'))])],
    ['its own score before its rule’s', 'low', withRules([result(scored('2.0'))], rule(scored('9.8')))],
    ['its own score before its level', 'low', run([result({ level: 'error', ...scored('2.0') })])],
    ['the score as a number', 'high', run([result(scored(7.5))])],
    ['the rule’s score by ruleId', 'high', withRules([result({ level: 'note' })], rule(scored('8.8')))],
    [
      'the rule’s score by ruleIndex',
      'high',
      withRules([result({ ruleId: undefined, ruleIndex: 1 })], rule({ id: 'a' }), rule(scored('8.8'))),
    ],
    [
      'the rule’s score by rule.index',
      'high',
      withRules([result({ ruleId: undefined, rule: { index: 1 } })], rule({ id: 'a' }), rule(scored('8.8'))),
    ],
    [
      'the rule’s score by rule.id',
      'high',
      withRules([result({ ruleId: undefined, rule: { id: 'r' } })], rule(scored('8.8'))),
    ],
    [
      'ruleIndex, where rule.index says "unknown"',
      'high',
      withRules([result({ ruleId: undefined, ruleIndex: 0, rule: { index: -1 } })], rule(scored('8.8'))),
    ],
    ['the rule of a hierarchical id', 'high', withRules([result({ ruleId: 'r/sub/1' })], rule(scored('8.8')))],
    [
      'the rule of a hierarchical id, by ruleIndex',
      'high',
      withRules([result({ ruleId: 'r/1', ruleIndex: 0 })], rule(scored('8.8'))),
    ],
    ['not the rule that only begins alike', 'medium', withRules([result({ ruleId: 'rule' })], rule(scored('8.8')))],
    [
      'the id, where the index leads to another rule',
      'high',
      withRules([result({ ruleIndex: 0 })], rule({ id: 'x', ...scored('1.0') }), rule(scored('8.8'))),
    ],
    [
      'the index, where nobody knows the id',
      'high',
      withRules([result({ ruleId: 'nobody', ruleIndex: 0 })], rule(scored('8.8'))),
    ],
    [
      'an extension’s rule by reference and index',
      'critical',
      extended({ ruleId: undefined, rule: { index: 1, toolComponent: { index: 1 } } }),
    ],
    ['an extension’s rule by reference and id', 'critical', extended({ rule: { toolComponent: { index: 1 } } })],
    [
      'an extension’s rule by the guid of the extension',
      'medium',
      extended({ ruleId: undefined, rule: { index: 1, toolComponent: { guid: 'g-2' } } }, [
        rule({ id: 'a' }),
        rule(scored('1.0')),
      ]),
    ],
    ['an extension’s rule by id, without a reference', 'critical', extended({})],
    [
      'an extension’s rule by id, with the reference to another extension',
      'critical',
      extended({ rule: { toolComponent: { index: 2 } } }),
    ],
    [
      'never the driver’s rule at the index that an extension was meant by',
      'medium',
      extended({ ruleId: 'gone', rule: { index: 0, toolComponent: { index: 9 } } }, [
        rule({ id: 'a', ...scored('1.0') }),
      ]),
    ],
    [
      'the driver’s rule, whose name is referred to',
      'low',
      extended({ rule: { index: 0, toolComponent: { name: 'CodeQL' } } }, [rule(scored('1.0'))]),
    ],
    ['no rule at all: SARIF’s default', 'medium', run([result()])],
    ['level error', 'high', run([result({ level: 'error' })])],
    ['level warning', 'medium', run([result({ level: 'warning' })])],
    ['level note', 'low', run([result({ level: 'note' })])],
    ['level none', 'note', run([result({ level: 'none' })])],
    [
      'a level before the rule’s default',
      'low',
      withRules([result({ level: 'note' })], rule({ defaultConfiguration: { level: 'error' } })),
    ],
    ['the rule’s default level', 'high', withRules([result()], rule({ defaultConfiguration: { level: 'error' } }))],
    [
      'a rule without a default level',
      'medium',
      withRules([result()], rule({ defaultConfiguration: { enabled: true } })),
    ],
    ['the override of the invocation before the default', 'high', overridden(toError)],
    ['the override by the index of the rule', 'high', overridden({ ...toError, descriptor: { index: 1 } })],
    ['a level before the override', 'low', overridden(toError, { level: 'note' })],
    [
      'the override of its own invocation',
      'high',
      overridden(toError, { provenance: { invocationIndex: 1 } }, [{ ruleConfigurationOverrides: [] }, {}]),
    ],
    [
      'no override of another invocation',
      'low',
      overridden(toError, { provenance: { invocationIndex: 0 } }, [{ ruleConfigurationOverrides: [] }, {}]),
    ],
    ['no override, where it is not known which invocation', 'low', overridden(toError, {}, [{}, {}])],
    [
      'the only invocation, where provenance says "unknown"',
      'high',
      overridden(toError, { provenance: { invocationIndex: -1 } }),
    ],
    ['an override that says nothing of the level', 'low', overridden({ ...toError, configuration: { rank: 5 } })],
    ['a score that is no number', 'unknown', run([result({ level: 'note', ...scored('high') })])],
    ['a score that is empty', 'unknown', run([result(scored(''))])],
    ['a score that is an object', 'unknown', withRules([result()], rule(scored({})))],
    ['a score below 0', 'unknown', run([result(scored('-0.1'))])],
    ['a score above 10', 'unknown', run([result(scored('10.1'))])],
    ['a score without end', 'unknown', run([result(scored('Infinity'))])],
    ['a score of null is none', 'low', run([result({ level: 'note', ...scored(null) })])],
    ['a level that SARIF does not know', 'unknown', run([result({ level: level('critical') })])],
    ['a level that every object has', 'unknown', run([result({ level: level('constructor') })])],
    ['a level in capitals', 'unknown', run([result({ level: level('Error') })])],
    ['a level of null is none', 'medium', run([result({ level: null as unknown as Result.level })])],
    [
      'null where lists should be',
      'medium',
      run([result({ suppressions: null as never })], {
        tool: { driver: { name: 'T', rules: null as never }, extensions: null as never },
        invocations: null as never,
      }),
    ],
  ]

  it.each(steps)('%s: %s', (_, expected, given) => {
    expect(severityIn(given)).toBe(expected)
  })

  it.each([
    ['0.0', 'note'],
    ['0', 'note'],
    ['0.1', 'low'],
    ['3.9', 'low'],
    ['4.0', 'medium'],
    ['6.9', 'medium'],
    ['7.0', 'high'],
    ['8.9', 'high'],
    ['9.0', 'critical'],
    ['10', 'critical'],
    ['10.0', 'critical'],
  ])('has GitHub’s bands: %s is %s', (score, expected) => {
    expect(severityIn(run([result({ level: 'error', ...scored(score) })]))).toBe(expected)
    expect(severityOfScore(Number(score))).toBe(expected)
  })

  it.each(['pass', 'open', 'review', 'informational', 'notApplicable'] as const)(
    'is none where the kind is %s: that is no finding',
    (kind) => {
      expect(alertsOf([run([result({ kind, level: 'error' })])])).toEqual([])
    },
  )

  it.each(['fail', undefined, null, 'Pass', 'bogus'])('is looked at where the kind is %s', (kind) => {
    expect(severityIn(run([result({ kind: kind as Result.kind })]))).toBe('medium')
  })

  it('reads CodeQL: no level on the result, scores and levels in an extension’s rules', () => {
    const codeql: Run = {
      tool: {
        driver: { name: 'CodeQL', semanticVersion: '2.20.0', rules: [] },
        extensions: [
          {
            name: 'codeql/javascript-queries',
            rules: [
              rule({
                id: 'js/unused',
                defaultConfiguration: { level: 'note' },
                properties: { tags: ['maintainability'] },
              }),
              rule({
                id: 'js/sql-injection',
                defaultConfiguration: { level: 'error' },
                helpUri: 'https://codeql.example/js',
                properties: {
                  tags: ['security', 'external/cwe/cwe-089', 'external/cwe/cwe-0020'],
                  'security-severity': '8.8',
                },
              }),
            ],
          },
        ],
      },
      artifacts: [{ location: { uri: 'src/a%20b.js' } }],
      results: [
        result({
          ruleId: 'js/sql-injection',
          rule: { id: 'js/sql-injection', index: 1, toolComponent: { index: 0 } },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { index: 0 },
                region: { startLine: 4, startColumn: 2, endColumn: 9 },
              },
            },
          ],
        }),
        result({ ruleId: 'js/unused', rule: { index: 0, toolComponent: { index: 0 } } }),
      ],
    }

    const [injection, unused] = alertsOf([codeql])

    expect(injection).toEqual({
      tool: 'CodeQL',
      rule: 'js/sql-injection',
      message: 'm',
      severity: 'high',
      level: 'error',
      score: 8.8,
      file: 'src/a b.js',
      line: 4,
      endLine: undefined,
      column: 2,
      endColumn: 9,
      url: 'https://codeql.example/js',
      cwes: ['CWE-89', 'CWE-20'],
      tags: ['security', 'external/cwe/cwe-089', 'external/cwe/cwe-0020'],
      cves: [],
      cvss: 8.8,
      countsAs: 'high',
      ratedBy: 'score of the rule',
      fingerprints: [],
      fixable: false,
      kind: 'fail',
      language: 'javascript',
    })
    expect([unused!.severity, unused!.level]).toEqual(['low', 'note'])
  })

  it('comes with the words that stand at the rule, where the message only names them', () => {
    const given = withRules(
      [
        result({ message: { id: 'default', arguments: ['`x`'] } }),
        result({ message: { text: '{0} and {1}', arguments: ['a'] } }),
        result({ message: { markdown: '*b*' } }),
        result({ message: undefined as never }),
      ],
      rule({ messageStrings: { default: { text: 'Do not use {0}.' } } }),
    )

    expect(alertsOf([given]).map(({ message }) => message)).toEqual(['Do not use `x`.', 'a and {1}', '*b*', ''])
  })

  it('costs no more for a made-up id than for a real one', () => {
    const started = Date.now()

    alertsOf([
      withRules(
        [result({ ruleId: '/a'.repeat(100_000) })],
        rule({ properties: { tags: ['cwe-'.repeat(50_000), `cwe-${'0'.repeat(100_000)}x`] } }),
      ),
    ])

    expect(Date.now() - started).toBeLessThan(1000)
  })

  it('is ordered with the unknown beside high, so that it slips under no threshold', () => {
    const worstFirst: Severity[] = ['critical', 'high', 'unknown', 'medium', 'low', 'note']

    expect(
      [...worstFirst]
        .reverse()
        .sort(bySeverity)
        .map((each) => (each === 'unknown' ? 'high' : each)),
    ).toEqual(['critical', 'high', 'high', 'medium', 'low', 'note'])
    expect(worstFirst.filter((severity) => isAtLeast(severity, 'high'))).toEqual(['critical', 'high', 'unknown'])
  })
})

describe('A fault that was mended', () => {
  const at = [{ physicalLocation: { artifactLocation: { uri: 'a.c' }, region: { startLine: 1 } } }]
  const severities = (run: Run) => alertsOf([run]).map(({ severity }) => severity)
  const faulty = (score: unknown, level?: unknown): Run => ({
    tool: { driver: { name: 'T', rules: [{ id: 'r', properties: { 'security-severity': score } }] } },
    results: [{ ruleId: 'r', ruleIndex: 0, level: level as Result.level, message: { text: 'm' }, locations: at }],
  })

  it.each([
    ['a score that is no number', faulty('nonsense'), 'unknown'],
    ['a score out of range', faulty('99'), 'unknown'],
    ['a level that nobody knows', faulty(undefined, 'perhaps'), 'unknown'],
    ['a score in words', faulty('Critical'), 'critical'],
    ['a score as a number', faulty(9.1), 'critical'],
    ['a score that is null', faulty(null, 'error'), 'high'],
  ])('never gets a finding under a threshold: %s', (_, run, severity) => {
    expect(severities(repair(run, 'README.md').run)).toEqual([severity])
  })
})

describe('Words', () => {
  it.each([
    ['HIGH ', 'error'],
    ['moderate', 'warning'],
    ['Info', 'note'],
    ['what', 'warning'],
    [undefined, 'warning'],
    ['constructor', 'warning'],
    ['__proto__', 'warning'],
  ] as const)('%s is level %s', (word, expected) => {
    expect(levelOf(word)).toBe(expected)
  })

  it('that are near are suggested, and others are not', () => {
    expect(didYouMean('hihg', ['high', 'low'])).toBe(' Did you mean `high`?')
    expect(didYouMean('elephant', ['high', 'low'])).toBe('')
    expect(didYouMean('x', [])).toBe('')
  })
})

describe('A suppression', () => {
  const suppressed = (...statuses: (string | undefined | null)[]) =>
    isSuppressed(
      result({ suppressions: statuses.map((status) => ({ kind: 'inSource', status })) as Result['suppressions'] }),
    )

  it.each([
    ['none', [], false],
    ['one without a status', [undefined], true],
    ['one with a status of null', [null], true],
    ['an accepted one', ['accepted'], true],
    ['one under review', ['underReview'], false],
    ['a rejected one', ['rejected'], false],
    ['one of two rejected', ['accepted', 'rejected'], false],
    ['a status that nobody knows', ['Accepted'], false],
  ] as const)('%s', (_, statuses, expected) => {
    expect(suppressed(...statuses)).toBe(expected)
  })

  it('is told and counted, and never blocks', () => {
    const accepted = result({ ...scored('9.9'), suppressions: [{ kind: 'external' }] })

    const verdict = judge(facts({ runs: [run([accepted])] }), policy())

    expect(verdict).toMatchObject({ verdict: 'pass', blocking: [], warning: [], total: 0 })
    expect(verdict.accepted).toMatchObject([{ rule: 'r', accepted: { by: 'suppression' } }])
  })
})

const skipped = { status: 'skipped' } as const
const facts = (more: Partial<Facts> = {}): Facts => ({
  runs: [],
  problems: [],
  upload: skipped,
  zadig: skipped,
  ...more,
})
const policy = (more: Partial<Given> = {}): Given => ({
  failOn: ['high'],
  warnOn: ['medium'],
  maxFindings: 0,
  enforcement: 'block',
  onError: 'fail',
  upload: 'required',
  zadig: 'required',
  ...more,
})
const uploaded = (more: Partial<Upload> = {}): Attempt<Upload> => ({
  status: 'done',
  value: {
    id: 'i',
    status: 'complete',
    url: 'https://github.example/alerts',
    uploads: [],
    errors: [],
    warnings: [],
    ...more,
  },
})
const scanned = (more: Partial<ZadigScan> = {}): Attempt<ZadigScan> => ({
  status: 'done',
  value: {
    taskId: 5,
    status: 'passed',
    result: 'passed',
    url: 'https://zadig.example/5',
    resultLink: '',
    elapsedMs: 1,
    ...more,
  },
})
const broken = <T>(message: string): Attempt<T> => ({ status: 'failed', error: new ServiceError(message, 403) })
const high = result({ level: 'error' })
const medium = result({ level: 'warning' })

type Weight = 'pass' | 'warn' | 'error' | 'fail'
const order: Weight[] = ['pass', 'warn', 'error', 'fail']
const exitCodeOf = { pass: 0, warn: 0, error: 3, fail: 1, skipped: 0 }

describe('The verdict', () => {
  type Part<T> = [name: string, given: T, weight: Weight | undefined]
  const findings: Part<Run[]>[] = [
    ['no scan', [], undefined],
    ['no findings', [run([])], 'pass'],
    ['findings below the limit', [run([medium])], 'warn'],
    ['findings at the limit', [run([high, medium])], 'fail'],
    ['findings above the limit', [run([result(scored('9.9'))])], 'fail'],
  ]
  const problems: Part<NotEvaluated[]>[] = [
    ['no problem', [], undefined],
    ['a scan that crashed', [new NotEvaluated('ESLint ended with exit code 2.')], 'error'],
  ]
  const uploads: Part<[Attempt<Upload>, Given['upload']]>[] = [
    ['no upload', [skipped, 'required'], undefined],
    ['upload complete', [uploaded(), 'required'], 'pass'],
    ['upload complete with warnings', [uploaded({ warnings: ['w'] }), 'required'], 'warn'],
    ['upload failed', [uploaded({ status: 'failed', errors: ['e'] }), 'required'], 'error'],
    ['optional upload failed', [uploaded({ status: 'failed' }), 'optional'], 'warn'],
    ['upload pending', [uploaded({ status: 'pending' }), 'required'], 'error'],
    ['optional upload pending', [uploaded({ status: 'pending' }), 'optional'], 'warn'],
    ['upload refused', [broken('GitHub answered 403.'), 'required'], 'error'],
    ['optional upload refused', [broken('GitHub answered 403.'), 'optional'], 'warn'],
  ]
  const zadigs: Part<[Attempt<ZadigScan>, Given['zadig']]>[] = [
    ['no Zadig', [skipped, 'required'], undefined],
    ['Zadig passed', [scanned(), 'required'], 'pass'],
    ['Zadig failed', [scanned({ status: 'failed', result: 'failed' }), 'required'], 'fail'],
    ['optional Zadig failed', [scanned({ status: 'failed', result: 'failed' }), 'optional'], 'warn'],
    [
      'Zadig unknown',
      [scanned({ status: 'timeout', result: 'unknown', problem: 'It timed out.' }), 'required'],
      'error',
    ],
    ['optional Zadig unknown', [scanned({ status: '', result: 'unknown' }), 'optional'], 'warn'],
    ['Zadig refused', [broken('Zadig answered 403.'), 'required'], 'error'],
    ['optional Zadig refused', [broken('Zadig answered 403.'), 'optional'], 'warn'],
  ]
  const ways = (['block', 'warn', 'off'] as const).flatMap((enforcement) =>
    (['fail', 'warn'] as const).map((onError) => ({ enforcement, onError })),
  )

  function expected(
    weights: Weight[],
    { enforcement, onError }: Pick<Given, 'enforcement' | 'onError'>,
  ): Verdict['verdict'] {
    const worst = order.findLast((weight) => weights.includes(weight))
    if (worst === undefined || enforcement === 'off') return 'skipped'
    if (enforcement === 'warn' && worst !== 'pass') return 'warn'
    return worst === 'error' && onError === 'warn' ? 'warn' : worst
  }

  const cases = findings.flatMap(([a, runs, one]) =>
    problems.flatMap(([b, found, two]) =>
      uploads.flatMap(([c, [upload, uploadNeed], three]) =>
        zadigs.map(([d, [zadig, zadigNeed], four]) => ({
          name: [a, b, c, d].join(', '),
          given: facts({ runs, problems: found, upload, zadig }),
          needs: { upload: uploadNeed, zadig: zadigNeed },
          weights: [one, two, three, four].filter((weight) => weight !== undefined),
        })),
      ),
    ),
  )

  it.each(ways)('follows from what weighs most, with enforcement $enforcement and on-error $onError', (way) => {
    const told = cases.map(({ name, given, needs }) => {
      const { verdict, exitCode, reason } = judge(given, policy({ ...way, ...needs }))
      return `${name}: ${verdict} ${exitCode} ${/^[^\n]{2,}\.$/.test(reason)}`
    })

    const wanted = cases.map(({ name, weights }) => [name, expected(weights, way)] as const)
    expect(told).toEqual(wanted.map(([name, verdict]) => `${name}: ${verdict} ${exitCodeOf[verdict]} true`))
  })

  it('names all conditions, whatever came first: nothing is short-circuited', () => {
    const runs = [run([high]), run([medium], { invocations: [{ executionSuccessful: false }] })]
    const found = [new NotEvaluated('A.'), new NotEvaluated('B.')]

    const { conditions, reason } = judge(
      facts({ runs, problems: found, upload: broken('C.'), zadig: scanned({ status: 'failed', result: 'failed' }) }),
      policy(),
    )

    expect(conditions.map(({ id, result: weight }) => `${id} ${weight}`)).toEqual([
      'scan error',
      'scan error',
      'scan error',
      'findings fail',
      'warnings warn',
      'upload error',
      'zadig fail',
    ])
    expect(reason).toBe('1 finding at or above high.')
  })

  it('is skipped, with a notice, where nothing could be judged', () => {
    expect(judge(facts(), policy())).toMatchObject({
      verdict: 'skipped',
      exitCode: 0,
      reason: 'There was nothing to evaluate.',
      conditions: [],
    })
    expect(judge(facts({ runs: [run([high])] }), policy({ enforcement: 'off' })).reason).toBe(
      'The gate is off. 1 finding at or above high.',
    )
  })

  it.each([
    [['never'], ''],
    [['critical'], 'c'],
    [['high'], 'c h u'],
    [['medium'], 'c h u m'],
    [['low'], 'c h u m l'],
    [['note'], 'c h u m l n'],
    [['error'], 'h'],
    [['warning'], 'c h m'],
    [['critical', 'error'], 'c h'],
    [['never', 'critical'], 'c'],
  ] as const)('with fail-on %s blocks: %s', (failOn, blocking) => {
    const of = (ruleId: string, more: Partial<Result>) => result({ ruleId, ...more })
    // The critical one has no level, so it is a warning; the level of the unknown one is known.
    const results = [
      of('c', scored('9')),
      of('h', { level: 'error' }),
      of('u', { level: 'note', ...scored('?') }),
      of('m', { level: 'warning' }),
      of('l', { level: 'note' }),
      of('n', { level: 'none' }),
    ]

    const verdict = judge(facts({ runs: [run(results)] }), policy({ failOn: [...failOn], warnOn: ['never'] }))

    expect(verdict.blocking.map(({ rule: id }) => id).join(' ')).toBe(blocking)
  })

  it('takes a level that SARIF does not know for an error', () => {
    const odd = run([result({ level: 'constructor' as Result.level })])

    expect(judge(facts({ runs: [odd] }), policy({ failOn: ['error'] })).verdict).toBe('fail')
    expect(judge(facts({ runs: [odd] }), policy({ failOn: ['high'] })).verdict).toBe('fail')
  })

  it.each([0, 1, 3])('tolerates exactly max-findings: %i pass, one more fails', (maxFindings) => {
    const of = (count: number) =>
      judge(facts({ runs: [run(Array.from({ length: count }, () => high))] }), policy({ maxFindings }))

    expect([of(maxFindings).verdict, of(maxFindings).exitCode]).toEqual(['pass', 0])
    expect([of(maxFindings + 1).verdict, of(maxFindings + 1).exitCode]).toEqual(['fail', 1])
    expect(of(maxFindings + 1).blocking).toHaveLength(maxFindings + 1)
  })

  it('counts by severity, the worst first, to the last tie', () => {
    const at = (file: string, startLine: number, startColumn: number, more: Partial<Result> = {}) =>
      result({
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine, startColumn } } }],
        ...more,
      })
    const results = [
      at('b', 1, 1),
      at('a', 2, 1),
      at('a', 1, 2),
      at('a', 1, 1, { message: { text: 'z' } }),
      at('a', 1, 1),
      result(scored('9.0')),
      result(scored('9.9')),
      result(scored('x')),
    ]

    const { blocking, counts, total } = judge(facts({ runs: [run(results)] }), policy())

    expect(
      blocking.map(({ severity, score, file, line, column, message }) =>
        [severity, score, file, line, column, message].join(' '),
      ),
    ).toEqual([
      'critical 9.9    m',
      'critical 9    m',
      'high  a 1 1 m',
      'high  a 1 1 z',
      'high  a 1 2 m',
      'high  a 2 1 m',
      'high  b 1 1 m',
      'unknown     m',
    ])
    expect([counts, total]).toEqual([{ critical: 2, high: 5, medium: 0, low: 0, note: 0, unknown: 1 }, 8])
  })
})

describe('A source that is not available', () => {
  type Row = [
    row: string,
    given: Partial<Facts>,
    verdicts: [required: Verdict['verdict'], optional: Verdict['verdict']],
    reason: RegExp,
  ]
  const clean = [run([])]
  const unsuccessful = run([], {
    invocations: [{ executionSuccessful: true }, { executionSuccessful: false, exitCodeDescription: 'out of memory.' }],
  })
  const rows: Row[] = [
    [
      'scanner binary missing / crashed',
      { problems: [new NotEvaluated('semgrep exited with 2 before producing results. It said:\nx')] },
      ['error', 'error'],
      /^semgrep exited with 2 before producing results\.$/,
    ],
    [
      'SARIF file absent / empty / invalid JSON / no runs',
      { problems: [new NotEvaluated('No report matches `out/*.sarif` in the folder. Did the scanner run?')] },
      ['error', 'error'],
      /No report matches `out\/\*\.sarif`/,
    ],
    [
      'invocations[].executionSuccessful: false',
      { runs: [unsuccessful] },
      ['error', 'error'],
      /^The tool reports an unsuccessful run: out of memory\.$/,
    ],
    ['0 results, run successful', { runs: clean }, ['pass', 'pass'], /^no findings at or above high\.$/],
    [
      'upload 403',
      { runs: clean, upload: broken('Resource not accessible by integration. Give the job security-events: write.') },
      ['error', 'warn'],
      /^Resource not accessible by integration\.$/,
    ],
    [
      'upload 413 / 422 rejected, status failed',
      { runs: clean, upload: uploaded({ status: 'failed', errors: ['expected at least one location', 'second'] }) },
      ['error', 'warn'],
      /^GitHub could not process the SARIF: expected at least one location\.$/,
    ],
    [
      'status failed, without a reason',
      { runs: clean, upload: uploaded({ status: 'failed' }) },
      ['error', 'warn'],
      /it gave no reason/,
    ],
    [
      'processing still pending at timeout',
      { runs: clean, upload: uploaded({ status: 'pending' }) },
      ['error', 'warn'],
      /had not processed the SARIF when `processing-timeout` was over/,
    ],
    [
      'processed with warning (results truncated)',
      { runs: clean, upload: uploaded({ warnings: ['GitHub stored 5000 of 5421 results.'] }) },
      ['warn', 'warn'],
      /something to say/,
    ],
    [
      'Zadig 401/403',
      { zadig: broken('Zadig answered 401. The token is not valid.') },
      ['error', 'warn'],
      /^Zadig answered 401\.$/,
    ],
    [
      'Zadig task failed',
      { zadig: scanned({ status: 'failed', result: 'failed' }) },
      ['fail', 'warn'],
      /^Zadig task 5 failed\.$/,
    ],
    [
      'Zadig timeout, cancelled, reject',
      { zadig: scanned({ status: 'cancelled', result: 'unknown', problem: 'Somebody cancelled the task.' }) },
      ['error', 'warn'],
      /^Somebody cancelled the task\.$/,
    ],
    [
      'Zadig unknown, without a reason',
      { zadig: scanned({ status: 'odd', result: 'unknown' }) },
      ['error', 'warn'],
      /What became of Zadig task 5 is not known/,
    ],
    ['an error without words', { zadig: broken('') }, ['error', 'warn'], /no reason is known/],
  ]

  it.each(rows)('%s', (_, given, [required, optional], reason) => {
    const needed = judge(facts(given), policy())
    const wished = judge(facts(given), policy({ upload: 'optional', zadig: 'optional' }))

    expect([needed.verdict, needed.exitCode]).toEqual([required, exitCodeOf[required]])
    expect([wished.verdict, wished.exitCode]).toEqual([optional, exitCodeOf[optional]])
    expect(needed.reason).toMatch(reason)
    for (const { result: weight, explanation, advice } of needed.conditions)
      expect(weight === 'pass' || Boolean(explanation ?? advice)).toBe(true)
  })

  it('says how to let the others decide, where it is required only', () => {
    const whyFor = (need: Given['upload']) =>
      judge(facts({ upload: broken('GitHub answered 500.') }), policy({ upload: need })).conditions[0]!.why

    expect(whyFor('required')).toBe('`upload` is `required`; with `optional` the other conditions decide.')
    expect(whyFor('optional')).toBeUndefined()
  })

  it('gives all of GitHub’s sentences, each on a line of its own', () => {
    const { conditions } = judge(
      facts({ upload: uploaded({ status: 'failed', errors: ['first. With a stop', 'second'] }) }),
      policy(),
    )

    expect(conditions[0]!.explanation).toBe('GitHub could not process the SARIF:\nfirst. With a stop\nsecond')
  })

  it('tells what the tool says of its unsuccessful run', () => {
    const toolExecutionNotifications = [
      { message: { text: 'a.js: cannot be parsed.' } },
      { message: undefined as never },
      { message: { text: 'b.js too.' } },
    ]
    const { conditions } = judge(
      facts({ runs: [run([], { invocations: [{ executionSuccessful: false, toolExecutionNotifications }] })] }),
      policy(),
    )

    expect(conditions[0]!.explanation).toBe(
      'The tool reports an unsuccessful run: a.js: cannot be parsed. b.js too. What it did not report proves nothing.',
    )
  })
})

describe('Whatever comes', () => {
  const anyResult = fc.record(
    {
      ruleId: fc.constantFrom('r', 'r/1', 'x', 'nobody'),
      message: fc.constant({ text: 'm' }),
      level: fc.constantFrom('error', 'warning', 'note', 'none', 'bogus'),
      kind: fc.constantFrom('fail', 'pass', 'review', 'bogus'),
      properties: fc.constantFrom(
        {},
        { 'security-severity': '9.8' },
        { 'security-severity': '0.0' },
        { 'security-severity': 'x' },
        { 'security-severity': '5' },
      ),
      suppressions: fc.constantFrom([], [{ kind: 'inSource' }], [{ kind: 'inSource', status: 'rejected' }]),
    },
    { requiredKeys: ['ruleId', 'message'] },
  ) as fc.Arbitrary<Result>
  const anyRun = fc
    .record({
      results: fc.array(anyResult, { maxLength: 6 }),
      successful: fc.boolean(),
      score: fc.constantFrom('9.0', '3.0', undefined),
    })
    .map(({ results, successful, score }) => ({
      ...withRules(results, rule({ id: 'x' }), rule(score ? scored(score) : {})),
      invocations: [{ executionSuccessful: successful }],
    }))
  const anyFacts: fc.Arbitrary<Facts> = fc.record({
    runs: fc.array(anyRun, { maxLength: 3 }),
    problems: fc.constantFrom([], [new NotEvaluated('P.')]),
    upload: fc.constantFrom(skipped, uploaded(), uploaded({ status: 'pending' }), broken<Upload>('U.')),
    zadig: fc.constantFrom(skipped, scanned(), scanned({ result: 'failed' }), broken<ZadigScan>('Z.')),
  })
  const words = fc.uniqueArray(
    fc.constantFrom('critical', 'high', 'medium', 'low', 'note', 'error', 'warning', 'never' as const),
    { minLength: 1, maxLength: 2 },
  )
  const anyPolicy: fc.Arbitrary<Given> = fc.record({
    failOn: words,
    warnOn: words,
    maxFindings: fc.nat(3),
    enforcement: fc.constantFrom('block', 'warn', 'off'),
    onError: fc.constantFrom('fail', 'warn'),
    upload: fc.constantFrom('required', 'optional'),
    zadig: fc.constantFrom('required', 'optional'),
  })
  const weightOf = ({ verdict }: Verdict) => order.indexOf(verdict as Weight)
  const options = { numRuns: 300 }

  it('a finding more never makes the verdict better', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyResult, (given, wanted, extra) => {
        const [first = withRules([]), ...others] = given.runs
        const before = { ...given, runs: [first, ...others] }
        const after = { ...given, runs: [{ ...first, results: [...first.results!, extra] }, ...others] }

        expect(weightOf(judge(after, wanted))).toBeGreaterThanOrEqual(weightOf(judge(before, wanted)))
      }),
      options,
    )
  })

  it('the order of runs and results changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, wanted) => {
        const turned = {
          ...given,
          runs: given.runs.map((each) => ({ ...each, results: [...each.results!].reverse() })).reverse(),
        }

        expect(judge(turned, wanted)).toEqual(judge(given, wanted))
      }),
      options,
    )
  })

  it('what is suppressed never counts', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyResult, (given, wanted, extra) => {
        const accepted = {
          ...extra,
          kind: 'fail' as const,
          suppressions: [{ kind: 'external' as const, status: 'accepted' as const }],
        }
        const [first = withRules([]), ...others] = given.runs
        const before = judge({ ...given, runs: [first, ...others] }, wanted)
        const after = judge(
          { ...given, runs: [{ ...first, results: [accepted, ...first.results!] }, ...others] },
          wanted,
        )

        expect({ ...after, accepted: [], findings: [] }).toEqual({ ...before, accepted: [], findings: [] })
        expect(after.accepted.length).toBe(before.accepted.length + 1)
      }),
      options,
    )
  })

  it('a run that was not successful is never a pass, and without enforcement only ever a zero', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyRun, (given, wanted, extra) => {
        const crashed = { ...extra, invocations: [{ executionSuccessful: false }] }
        const verdict = judge({ ...given, runs: [...given.runs, crashed] }, wanted)

        expect(verdict.verdict).not.toBe('pass')
        if (wanted.enforcement === 'block' && wanted.onError === 'fail') expect([1, 3]).toContain(verdict.exitCode)
        if (wanted.enforcement !== 'block') expect(verdict.exitCode).toBe(0)
      }),
      options,
    )
  })

  it('what it is given stays as it was', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, wanted) => {
        const before = JSON.stringify(given.runs)
        judge(given, wanted)

        expect(JSON.stringify(given.runs)).toBe(before)
      }),
      options,
    )
  })
})

describe('What to do about an upload that was not processed', () => {
  it.each([
    [
      'CodeQL analyses from advanced configurations cannot be processed when the default setup is enabled',
      /Switch it off/,
    ],
    ['rejecting delivery as the repository has too many logical alerts', /analyses delete/],
    ['A delivery cannot contain multiple runs with the same category. Please …', /`category` of its own/],
    ['rejecting SARIF, as there are more runs than allowed (21 > 20)', /`over-limit`/],
    ['unsuccessful execution', /did not finish/],
    ['an invalid URI was provided as a SARIF location', /please report it/],
    ['locationFromSarifResult: expected artifact location', /please report it/],
    ['SARIF URI scheme "git" did not match the checkout URI scheme "file"', /please report it/],
    ['could not convert rules: invalid security severity value, is not a number: Medium', /please report it/],
    ['something that nobody has heard of', /^Run the job again\.$/],
  ])('%s', (error, advice) => {
    expect(adviceOn([error])).toMatch(advice)
  })

  it('is said once for many places, for each kind, and also where GitHub gives no reason', () => {
    const kinds = ['expected a result message', 'rejecting SARIF, as there are more', 'expected a result message']

    expect(adviceOn(kinds)).toBe(`${adviceOn(kinds.slice(1, 2))} ${adviceOn(kinds.slice(0, 1))}`)
    expect(adviceOn([])).toBe('Run the job again.')
  })
})
