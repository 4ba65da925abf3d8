import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { toLog } from '../src/model/sarif.ts'
import { unranked } from '../src/model/severity.ts'
import { relativePaths } from '../src/transforms/paths.ts'
import { repair } from '../src/transforms/repair.ts'
import { describeRules } from '../src/transforms/rules.ts'
import { violations } from '../src/transforms/schema.ts'
import { checkout, tests } from './kit/fixtures.ts'
import { deepFreeze } from './kit/freeze.ts'
import { fc } from './kit/properties.ts'
import { noMultitool, ruleSetErrors, schemaErrors } from './kit/referees.ts'

const place = { artifactLocation: { uri: 'a.ts' }, region: { startLine: 3 } }
const sound = { ruleId: 'r', message: { text: 'm' }, locations: [{ physicalLocation: place }] }
const anchorPlace = { artifactLocation: { uri: 'README.md', uriBaseId: 'CHECKOUT_ROOT' }, region: { startLine: 1 } }

/** Whatever a tool may write, which the types of SARIF would not let pass. */
function runOf(result: object, rest: object = {}): Run {
  return { tool: { driver: { name: 'Tool' } }, results: [{ ...sound, ...result }], ...rest } as unknown as Run
}

const withDriver = (driver: object, result: object = {}, rest: object = {}): Run =>
  runOf(result, { tool: { driver: { name: 'Tool', ...driver } }, ...rest })

/** Repaired twice: what is repaired is frozen before, and stays as it is afterwards. */
function repaired(run: Run) {
  const once = repair(deepFreeze(run), 'README.md')
  const twice = repair(deepFreeze(once.run), 'README.md')
  expect(twice.repairs).toEqual([])
  expect(twice.run).toBe(once.run)
  return once
}

function resultOf(run: Run): { result: Result; kinds: string[] } {
  const { run: after, repairs } = repaired(run)
  return { result: after.results![0]!, kinds: repairs.map(({ kind }) => kind) }
}

describe('a run without faults', () => {
  it('comes back as the very same object', () => {
    const run = withDriver(
      { rules: [{ id: 'r', properties: { tags: ['a'], 'security-severity': '7.5' } }] },
      { level: 'error', kind: 'fail', ruleIndex: 0, fingerprints: { a: 'b' } },
      { originalUriBaseIds: { SRC: { uri: 'file:///src/' } }, properties: { anything: [null] } },
    )

    expect(repair(deepFreeze(run), 'README.md')).toEqual({ run, repairs: [] })
    expect(repair(run, 'README.md').run).toBe(run)
  })

  it.each([null, undefined])('keeps results that are %s', (results) => {
    const run = runOf({}, { results })

    expect(repair(run, 'README.md').run).toBe(run)
  })
})

describe('messages', () => {
  const strings = { m1: { text: 'use {1}, {{not}} {0} {7}', markdown: '**{0}**' } }

  it.each<[string, object, object, string | undefined]>([
    ['the words of the rule', { id: 'm1', arguments: ['a', 'b'] }, { messageStrings: strings }, 'use b, {not} a {7}'],
    ['the markdown', { id: 'x', markdown: '*y*' }, {}, '*y*'],
    ['the short description', { id: 'x' }, { shortDescription: { text: 'short' } }, 'short'],
    ['the id of the rule', {}, {}, 'r'],
    ['the text itself', { text: 'a {0}', arguments: ['b'], id: 'x' }, {}, 'a b'],
    ['the text as it is, braces too', { text: 'a {0} {{b}}' }, {}, 'a {0} {{b}}'],
    ['the id of the rule for an odd id', { id: '__proto__' }, { messageStrings: strings }, 'r'],
  ])('become %s', (_what, message, rule, text) => {
    const { result } = resultOf(withDriver({ rules: [{ id: 'r', ...rule }] }, { message }))

    expect(result.message).toMatchObject({ text })
    expect(Object.keys(result.message)).not.toEqual(expect.arrayContaining(['id']))
    expect(Object.keys(result.message)).not.toEqual(expect.arrayContaining(['arguments']))
  })

  it('are found in an extension, and in words that all rules share', () => {
    const extension = { name: 'more', rules: [{ id: 'e', messageStrings: { m: { text: 'of the extension' } } }] }
    const driver = { name: 'Tool', globalMessageStrings: { all: { text: 'for {0}' } } }
    const tool = { driver, extensions: [extension] }
    const rule = { index: 0, toolComponent: { index: 0 } }

    const ofExtension = resultOf(runOf({ ruleId: undefined, rule, message: { id: 'm' } }, { tool }))
    const shared = resultOf(runOf({ message: { id: 'all', arguments: ['all'] } }, { tool }))

    expect(ofExtension.result).toMatchObject({ ruleId: 'e', message: { text: 'of the extension' } })
    expect(shared.result.message).toEqual({ text: 'for all' })
  })

  it('of places and notifications are written out too, and empty ones of places go', () => {
    const shared = { globalMessageStrings: { m: { text: 'step' } } }
    const related = [
      { id: 1, physicalLocation: place, message: { id: 'm' } },
      { id: 2, physicalLocation: place, message: {} },
    ]
    const codeFlows = [{ threadFlows: [{ locations: [{ location: { message: { id: 'm' } } }] }] }]
    const invocations = [{ executionSuccessful: true, toolExecutionNotifications: [{ message: { id: 'm' } }] }]

    const { run } = repaired(withDriver(shared, { relatedLocations: related, codeFlows }, { invocations }))

    const [result] = run.results!
    expect(result!.relatedLocations!.map(({ message }) => message)).toEqual([{ text: 'step' }, undefined])
    expect(result!.codeFlows![0]!.threadFlows[0]!.locations[0]!.location!.message).toEqual({ text: 'step' })
    expect(run.invocations![0]!.toolExecutionNotifications).toEqual([{ message: { text: 'step' } }])
  })
})

describe('places', () => {
  const artifacts = [{ location: { uri: 'b.ts', uriBaseId: 'SRC' } }]

  it.each<[string, unknown, string]>([
    ['nothing at all', undefined, 'm'],
    ['no places', [], 'm'],
    ['an empty place', [{}], 'm'],
    ['a place without a file', [{ physicalLocation: { region: { startLine: 7 } } }], 'm'],
    ['an index that leads nowhere', [{ physicalLocation: { artifactLocation: { index: 5 } } }], 'm'],
    ['a logical place', [{ logicalLocations: [{ fullyQualifiedName: 'a.b', name: 'b' }] }], 'm (in a.b)'],
    ['a logical place by index', [{ logicalLocations: [{ index: 0 }] }], 'm (in listed)'],
    ['git', [{ physicalLocation: { artifactLocation: { uri: 'git://x/y' } } }], 'm (at git://x/y)'],
    ['an image', [{ physicalLocation: { artifactLocation: { uri: 'nginx:1.2' } } }], 'm (at nginx:1.2)'],
    ['HTTPS', [{ physicalLocation: { artifactLocation: { uri: 'HTTPS://x' } } }], 'm (at HTTPS://x)'],
  ])('become the anchor for %s', (_what, locations, text) => {
    const listed = [{ fullyQualifiedName: 'listed' }]

    const { result } = resultOf(runOf({ locations }, { logicalLocations: listed }))

    expect(result.locations).toMatchObject([{ physicalLocation: anchorPlace }])
    expect(result.message.text).toBe(text)
  })

  it.each(['C:\\a\\b.ts', 'c:/a/b.ts', 'file:///a/b.ts', 'FILE:///a', './a.ts', 'src/a:b.ts'])(
    'leave %s alone',
    (uri) => {
      const run = runOf({ locations: [{ physicalLocation: { ...place, artifactLocation: { uri } } }] })

      expect(repair(run, 'README.md').run).toBe(run)
    },
  )

  it('are looked up in the list of files, wherever GitHub reads them', () => {
    const location = { physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 2 } } }
    const codeFlows = [{ threadFlows: [{ locations: [{ location }, { index: 0 }] }] }]
    const rest = { artifacts, threadFlowLocations: [{ location, nestingLevel: 2 }] }

    const { result } = resultOf(runOf({ locations: [location], relatedLocations: [location], codeFlows }, rest))

    const found = { physicalLocation: { artifactLocation: { uri: 'b.ts', uriBaseId: 'SRC', index: 0 } } }
    const steps = result.codeFlows![0]!.threadFlows[0]!.locations
    expect([result.locations![0], result.relatedLocations![0], steps[0]!.location]).toMatchObject([found, found, found])
    expect(steps[1]).toMatchObject({ location: found, nestingLevel: 2 })
  })

  it('have numbers for ids', () => {
    const ids = [7, '8', 'nine', 1.5, -2]
    const relatedLocations = ids.map((id) => ({ id, physicalLocation: place }))

    const { result } = resultOf(runOf({ relatedLocations }))

    expect(result.relatedLocations!.map(({ id }) => id)).toEqual([7, 8, undefined, undefined, undefined])
  })

  it('with a file go first', () => {
    const away = { physicalLocation: { artifactLocation: { uri: 'https://x' } } }

    const { result } = resultOf(runOf({ locations: [{ id: 1 }, away, { id: 2, physicalLocation: place }] }))

    expect(result.locations).toEqual([
      { id: 2, physicalLocation: place },
      { id: 1 },
      { message: { text: 'at https://x' }, physicalLocation: anchorPlace },
    ])
    expect(result.message.text).toBe('m')
  })

  it('beside the first keep their address in their own message', () => {
    const away = { message: { text: 'why' }, physicalLocation: { artifactLocation: { uri: 'https://x' } } }
    const codeFlows = [{ threadFlows: [{ locations: [{ location: away }] }] }]

    const { result } = resultOf(runOf({ relatedLocations: [away], codeFlows }))

    const expected = { message: { text: 'why (at https://x)' }, physicalLocation: anchorPlace }
    expect(result.relatedLocations).toEqual([expected])
    expect(result.codeFlows![0]!.threadFlows[0]!.locations).toEqual([{ location: expected }])
  })

  it('below an address of the web are paths of the checkout', () => {
    const bases = { SRC: { uri: 'https://x/', description: { text: 'd' } }, OTHER: { uri: 'file:///o/' } }
    const locations = [{ physicalLocation: { ...place, artifactLocation: { uri: 'a.ts', uriBaseId: 'SRC' } } }]

    const { run } = repaired(runOf({ locations }, { originalUriBaseIds: bases }))

    expect(run.originalUriBaseIds).toEqual({ SRC: { description: { text: 'd' } }, OTHER: bases.OTHER })
    const { artifactLocation } = relativePaths(run, checkout).results![0]!.locations![0]!.physicalLocation!
    expect(artifactLocation).toEqual({ uri: 'a.ts' })
  })

  it('keep the anchor at the root, wherever the scanner ran', () => {
    const { run } = repaired(runOf({ locations: [] }))

    const ready = relativePaths(run, { ...checkout, ranIn: 'packages/a' })

    expect(ready.results![0]!.locations![0]!.physicalLocation!.artifactLocation).toEqual({ uri: 'README.md' })
  })
})

describe('regions', () => {
  it.each<[object, object]>([
    [
      { startLine: '5', startColumn: '2' },
      { startLine: 5, startColumn: 2 },
    ],
    [
      { startLine: 5, startColumn: 0, endLine: -1, endColumn: 1.5 },
      { startLine: 5, endColumn: 1 },
    ],
    [{ startLine: 5.7, endLine: 4 }, { startLine: 5 }],
    [
      { startLine: 5, startColumn: 9, endColumn: 3, snippet: { text: 's' } },
      { startLine: 5, startColumn: 9, snippet: { text: 's' } },
    ],
    [
      { startLine: 5, endLine: 6, startColumn: 9, endColumn: 3 },
      { startLine: 5, endLine: 6, startColumn: 9, endColumn: 3 },
    ],
    [{ startLine: 0, endLine: 4 }, { startLine: 1 }],
    [
      { startLine: 'x', charOffset: 4 },
      { startLine: 1, charOffset: 4 },
    ],
    [{ startLine: 1e99 }, { startLine: 1 }],
    [
      { charOffset: 4, charLength: 2 },
      { startLine: 1, charOffset: 4, charLength: 2 },
    ],
  ])('%j become %j', (region, expected) => {
    const { result } = resultOf(runOf({ locations: [{ physicalLocation: { ...place, region } }] }))

    expect(result.locations![0]!.physicalLocation!.region).toEqual(expected)
  })

  it('are given to the first place only', () => {
    const bare = { physicalLocation: { artifactLocation: { uri: 'a.ts' } } }

    const { result, kinds } = resultOf(runOf({ locations: [bare, bare], relatedLocations: [bare] }))

    expect(result.locations).toEqual([{ physicalLocation: { ...place, region: { startLine: 1 } } }, bare])
    expect(result.relatedLocations).toEqual([bare])
    expect(kinds).toEqual(['line 1 given to findings in a file without a line'])
  })
})

describe('words and scores', () => {
  it.each([
    ['High', 'error'],
    ['Error', 'error'],
    ['info', 'note'],
    ['MODERATE', 'warning'],
    ['None', 'none'],
    ['strange', undefined],
    [2, undefined],
  ])('the level %j becomes %j, of results, rules and overrides', (level, expected) => {
    const rules = [{ id: 'r', defaultConfiguration: { level } }]
    const overrides = [{ descriptor: { id: 'r' }, configuration: { level } }]
    const invocations = [{ executionSuccessful: true, ruleConfigurationOverrides: overrides }]

    const { run } = repaired(withDriver({ rules }, { level }, { invocations }))

    expect(run.results![0]!.level).toBe(expected)
    // What cannot be ranked is marked; as a default it counts as the worst.
    expect(run.results![0]!.properties?.[unranked]).toBe(expected === undefined ? true : undefined)
    expect(run.tool.driver.rules![0]!.defaultConfiguration!.level).toBe(expected ?? 'error')
    expect(run.invocations![0]!.ruleConfigurationOverrides![0]!.configuration.level).toBe(expected ?? 'error')
  })

  it.each([
    ['Fail', 'fail'],
    ['notapplicable', 'notApplicable'],
    ['vulnerability', undefined],
  ])('the kind %j becomes %j', (kind, expected) => {
    expect(resultOf(runOf({ kind })).result.kind).toBe(expected)
  })

  it.each([
    [7, '7.0'],
    [7.5, '7.5'],
    [1e-9, '0.0'],
    ['7', '7'],
    [' 7,5 ', '7.5'],
    ['High', '8.0'],
    ['CRITICAL', '9.5'],
    ['moderate', '5.5'],
    ['low', '2.0'],
    ['info', '0.5'],
    ['none', undefined],
    ['', undefined],
    ['undefined', undefined],
    ['NaN', undefined],
    ['0x5', undefined],
    ['-1', undefined],
    [11, undefined],
    [null, undefined],
    [true, undefined],
  ])('the score %j becomes %j, of rules in every part, and of results', (score, expected) => {
    const properties = { 'security-severity': score, other: 1 }
    const part = { rules: [{ id: 'r', properties }] }
    const tool = { driver: { name: 'Tool', ...part }, extensions: [{ name: 'more', ...part }] }

    const { run } = repaired(runOf({ properties }, { tool }))

    const { driver, extensions } = run.tool
    for (const { properties: clean } of [driver.rules![0]!, extensions![0]!.rules![0]!, run.results![0]!]) {
      const isLost = expected === undefined && score !== 'none' && score !== null
      const kept = expected === undefined ? {} : { 'security-severity': expected }
      expect(clean).toEqual({ other: 1, ...kept, ...(isLost && { [unranked]: true }) })
    }
  })

  it('tags and fingerprints are texts, and no tag comes twice', () => {
    const { result } = resultOf(
      runOf({
        properties: { tags: ['a', 1, 'a', null, 'b'] },
        fingerprints: { a: 'b', c: 1 },
        partialFingerprints: { a: null, c: 'd' },
      }),
    )

    expect(result.properties).toEqual({ tags: ['a', 'b'] })
    expect(result.fingerprints).toEqual({ a: 'b' })
    expect(result.partialFingerprints).toEqual({ c: 'd' })
  })

  it('null is left out, as SARIF knows none', () => {
    const { result, kinds } = resultOf(runOf({ suppressions: null, codeFlows: null, relatedLocations: [null] }))

    expect(result).toEqual({ ...sound, relatedLocations: [] })
    expect(kinds).toEqual(['null left out'])
  })

  it('a tool without a name is an unknown one', () => {
    const { run } = repaired(runOf({ ruleId: undefined }, { tool: { driver: { name: ' ', version: '1' } } }))

    expect(run.tool.driver).toEqual({ name: 'Unknown tool', version: '1' })
    expect(run.results![0]!.ruleId).toBe('unknown-tool')
  })
})

describe('rules', () => {
  const twins = [
    { id: 'a', name: 'first', properties: { tags: ['t'], 'security-severity': '3.0' } },
    { id: 'b' },
    {
      id: 'a',
      name: 'second',
      help: { text: 'h' },
      properties: { 'security-severity': 'high', precision: 'low' },
      defaultConfiguration: { level: 'error' },
    },
    { id: 'c' },
  ]

  it('with the same id become one, with the first wording and the higher severity, and references follow', () => {
    const descriptor = { index: 3 }
    const overrides = [{ descriptor, configuration: { level: 'note' } }]
    const invocations = [{ executionSuccessful: true, ruleConfigurationOverrides: overrides }]
    const results = [
      { ...sound, ruleId: 'a', ruleIndex: 2 },
      { ...sound, ruleId: 'c', rule: { id: 'c', index: 3 } },
      { ...sound, ruleId: undefined, ruleIndex: 3 },
    ]

    const { run, repairs } = repaired(withDriver({ rules: twins }, {}, { results, invocations }))

    expect(run.tool.driver.rules).toEqual([
      {
        id: 'a',
        name: 'first',
        help: { text: 'h' },
        properties: { tags: ['t'], 'security-severity': '8.0', precision: 'low' },
        defaultConfiguration: { level: 'error' },
      },
      { id: 'b' },
      { id: 'c' },
    ])
    expect(run.results).toMatchObject([
      { ruleIndex: 0 },
      { rule: { id: 'c', index: 2 } },
      { ruleId: 'c', ruleIndex: 2 },
    ])
    expect(run.invocations![0]!.ruleConfigurationOverrides![0]!.descriptor).toEqual({ index: 2 })
    expect(repairs).toContainEqual({ kind: 'rules with the same id merged', count: 1, example: 'a' })
  })

  it.each<[string, object, object]>([
    ['the id of the reference', { rule: { id: 'b' } }, { ruleId: 'b', rule: { id: 'b' } }],
    ['the id of the indexed rule', { ruleIndex: 1 }, { ruleId: 'b', ruleIndex: 1 }],
    ['the id of a rule of an extension', { rule: { index: 0, toolComponent: { name: 'more' } } }, { ruleId: 'e' }],
    ['the name of the tool', { ruleIndex: 9 }, { ruleId: 'my-tool-2' }],
  ])('a result without a rule id gets %s', (_what, reference, expected) => {
    const driver = { name: 'My Tool (2)', rules: [{ id: 'a' }, { id: 'b' }] }
    const tool = { driver, extensions: [{ name: 'more', rules: [{ id: 'e' }] }] }

    const { result } = resultOf(runOf({ ruleId: undefined, ...reference }, { tool }))

    expect(result).toMatchObject(expected)
  })

  it.each<[string, object, object]>([
    ['out of range', { ruleId: 'b', ruleIndex: 7 }, { ruleIndex: 1 }],
    ['another rule', { ruleId: 'b', ruleIndex: 0 }, { ruleIndex: 1 }],
    ['another rule, and no right one', { ruleId: 'z', ruleIndex: 0 }, { ruleIndex: undefined }],
    ['the rule of a part of it', { ruleId: 'b/1', ruleIndex: 1 }, { ruleIndex: 1 }],
    ['nothing, in words of SARIF', { ruleId: 'b', ruleIndex: -1 }, { ruleIndex: -1 }],
    ['half a rule', { ruleId: 'a', ruleIndex: 0.5 }, { ruleIndex: 0 }],
    ['no part of the tool', { ruleId: 'b', rule: { index: 0, toolComponent: { index: 4 } } }, { rule: { index: 1 } }],
  ])('an index that leads to %s is right afterwards', (_what, reference, expected) => {
    const { result } = resultOf(withDriver({ rules: [{ id: 'a' }, { id: 'b' }] }, reference))

    expect({ ruleIndex: result.ruleIndex, rule: result.rule }).toEqual({
      rule: undefined,
      ruleIndex: undefined,
      ...expected,
    })
  })
})

/** What a tool may write at a place where GitHub reads. */
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  -1,
  1.5,
  3,
  '2',
  '',
  'x',
  'high',
  'git://x',
  [],
  [null],
  {},
  { id: 'm' },
  { text: 't' },
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ arbitrary, weight: 4 }, odd)
const oddRecord = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model, { requiredKeys: [] }).map((record) => JSON.parse(JSON.stringify(record)) as object)

const oddMessage = oddRecord({
  text: maybe(fc.constantFrom('t', '{0} {{')),
  id: fc.constantFrom('m', 'n'),
  arguments: maybe(fc.constant(['{0}', 1])),
  markdown: odd,
})
const oddRegion = oddRecord({ startLine: odd, endLine: odd, startColumn: odd, endColumn: odd, charOffset: fc.nat() })
const oddArtifact = oddRecord({
  uri: maybe(fc.constantFrom('a.ts', 'git://x', 'b:c')),
  index: maybe(fc.nat(2)),
  uriBaseId: fc.constantFrom('A', 'B'),
})
const oddLocation = oddRecord({
  physicalLocation: maybe(
    oddRecord({ artifactLocation: maybe(oddArtifact), region: maybe(oddRegion), contextRegion: odd }),
  ),
  message: maybe(oddMessage),
  logicalLocations: maybe(fc.constant([{ name: 'n' }])),
})
const oddRule = fc
  .tuple(
    fc.constantFrom('a', 'b', 'a/1'),
    oddRecord({
      defaultConfiguration: maybe(oddRecord({ level: odd })),
      properties: maybe(oddRecord({ 'security-severity': odd, tags: maybe(fc.array(odd)) })),
      messageStrings: fc.constant({ m: { text: 'words {0}' } }),
      shortDescription: fc.constant({ text: 'short' }),
    }),
  )
  .map(([id, rest]) => ({ id, ...rest }))
const oddResult = oddRecord({
  ruleId: maybe(fc.constantFrom('a', 'b', 'a/1/2')),
  ruleIndex: maybe(fc.nat(4)),
  rule: maybe(
    oddRecord({
      id: fc.constantFrom('a', 'c'),
      index: maybe(fc.nat(3)),
      toolComponent: maybe(oddRecord({ index: fc.nat(2), name: fc.constant('e') })),
    }),
  ),
  level: odd,
  kind: odd,
  message: maybe(oddMessage),
  locations: maybe(fc.array(maybe(oddLocation), { maxLength: 3 })),
  relatedLocations: maybe(fc.array(maybe(oddLocation), { maxLength: 3 })),
  codeFlows: maybe(
    fc.array(
      oddRecord({
        threadFlows: maybe(
          fc.array(
            oddRecord({
              locations: maybe(
                fc.array(oddRecord({ location: maybe(oddLocation), index: fc.nat(2) }), { maxLength: 2 }),
              ),
            }),
            { maxLength: 2 },
          ),
        ),
      }),
      { maxLength: 2 },
    ),
  ),
  properties: maybe(oddRecord({ 'security-severity': odd, tags: odd })),
  partialFingerprints: maybe(fc.dictionary(fc.string(), odd)),
  suppressions: odd,
})
const oddRun = fc
  .record({
    results: fc.array(oddResult, { maxLength: 4 }),
    rules: fc.array(oddRule, { maxLength: 5 }),
    more: fc.array(oddRule, { maxLength: 3 }),
    step: oddLocation,
    base: odd,
  })
  .map(({ results, rules, more, step, base }) => ({
    tool: { driver: { name: 'Tool', rules }, extensions: [{ name: 'e', rules: more }] },
    artifacts: [{ location: { uri: 'git://z' } }, { location: { uri: 'z.ts', uriBaseId: 'A' } }, {}],
    threadFlowLocations: [{ location: step }, { location: { physicalLocation: place } }],
    originalUriBaseIds: typeof base === 'string' ? { A: { uri: base } } : {},
    results,
  })) as unknown as fc.Arbitrary<Run>

it('leaves what it has repaired as it is, and drops no finding, whatever a tool wrote', () => {
  fc.assert(
    fc.property(oddRun, (run) => {
      const { run: after } = repaired(run)
      expect(after.results).toHaveLength(run.results!.length)
    }),
    { numRuns: 500 },
  )
})

describe('a result that looks sound', () => {
  const spot = { ...place, contextRegion: { startLine: 2, endLine: 4, endColumn: 9 } }
  const steps = [{ location: { physicalLocation: place, message: { text: 's' } }, nestingLevel: 0 }]
  const rich = {
    ruleId: 'r',
    ruleIndex: 0,
    level: 'error',
    kind: 'fail',
    message: { text: 'm', markdown: '*m*' },
    locations: [{ id: 1, physicalLocation: spot, logicalLocations: [{ name: 'f' }] }, { physicalLocation: place }],
    relatedLocations: [{ id: 2, physicalLocation: place, message: { text: 'there' } }, { physicalLocation: spot }],
    codeFlows: [{ threadFlows: [{ locations: steps }] }],
    rule: { id: 'r', index: 0 },
    fixes: [
      {
        description: { text: 'd' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.ts' },
            replacements: [{ deletedRegion: { startLine: 1 }, insertedContent: { text: '' } }],
          },
        ],
      },
    ],
    partialFingerprints: { a: 'b' },
    fingerprints: { c: 'd' },
    baselineState: 'new',
    properties: { anything: [null] },
    rank: 7,
  }
  const odd = [
    null,
    undefined,
    '',
    0,
    -1,
    1,
    'twice',
    1.5,
    '3',
    2 ** 40,
    true,
    'High',
    [],
    {},
    [null],
    [{}],
    'git://x/y',
    'a.ts',
  ].concat({ security: 1 } as never)
  /** Every place in a value, as the keys that lead there. */
  const placesIn = (value: unknown): string[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [[key], ...placesIn(inner).map((path) => [key, ...path])])
      : []
  /** What may stand where nothing of its name stood. */
  const keys =
    'tags security-severity index id arguments charOffset startLine endLine endColumn startColumn uri uriBaseId'
      .split(' ')
      .concat(
        'markdown',
        'text',
        'region',
        'properties',
        'suppressions',
        'occurrenceCount',
        'rule',
        'level',
        'location',
      )
  const change = fc.record({
    path: fc.constantFrom(...placesIn(rich)),
    value: fc.constantFrom(...odd),
    key: fc.option(fc.constantFrom(...keys), { nil: undefined }),
  })
  const damaged = (changes: { path: string[]; value: unknown; key?: string }[]) => {
    const result = structuredClone(rich) as unknown as Record<string, unknown>
    for (const { path, value, key } of changes) {
      const parents = path.slice(0, -1)
      const parent = parents.reduce<unknown>((object, name) => (object as Record<string, unknown>)?.[name], result)
      if (typeof parent !== 'object' || parent === null) continue
      if (value === 'twice' && Array.isArray(parent)) parent.push(parent.at(Number(path.at(-1))))
      else Object.assign(parent, { [key ?? path.at(-1)!]: value })
    }
    return result
  }
  /** A list that nobody mends, and that no quick look knows. */
  const unusual = { attachments: [{ artifactLocation: { uri: 'x.png' } }] }
  const mended = (result: object) => {
    const { run, repairs } = repair(withDriver({ rules: [{ id: 'r' }] }, result), 'README.md')
    const { attachments: _unusual, ...rest } = run.results![0]!
    return { rest, kinds: repairs.map(({ kind, count }) => `${kind} ${count}`) }
  }

  const wrong = (result: object) => violations([withDriver({ rules: [{ id: 'r' }] }, result)])

  it('has nothing to be mended with more care either, and keeps to the schema', () => {
    expect(wrong(rich).count).toBe(0)
    expect(mended(rich).kinds).toEqual([])
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const result = damaged(changes)
        expect(mended(result)).toEqual(mended({ ...result, ...unusual }))
        expect(wrong(result)).toEqual(wrong({ ...result, ...unusual }))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('what converters write', () => {
  const goldens = readdirSync(join(tests, 'converters'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^expected\..*\.sarif$/.test(basename(name)),
  )

  // Findings about a whole file have no line, which GitHub wants, and some tools name no file at all; PHPMD writes the
  // arguments of messages beside the text.
  const expected = [
    'line 1 given to findings in a file without a line',
    'findings without a file placed in README.md',
    'findings about packages without a file placed where packages are listed, or else in README.md',
    'message id and arguments left out, as the text is there',
  ]

  it.each(goldens)('needs next to no repair: %s', (name) => {
    const runs: Run[] = JSON.parse(readFileSync(join(tests, 'converters', name), 'utf8')).runs

    const kinds = runs.flatMap((run) => repaired(run).repairs).map(({ kind }) => kind)

    expect(expected).toEqual(expect.arrayContaining(kinds))
  })
})

describe('GitHub', () => {
  let server: GitHubSandbox
  beforeAll(async () => {
    server = await startGitHub({ processingMs: 1 })
  })
  afterAll(async () => {
    await server.close()
    expect(server.violations).toEqual([])
  })

  /** Uploads a run and waits for the end of the processing. */
  async function upload(run: Run): Promise<string> {
    const sarif = gzipSync(JSON.stringify(toLog([run]))).toString('base64')
    const url = `${server.url}/repos/${server.repository}/code-scanning/sarifs`
    const headers = { authorization: `Bearer ${server.token}` }
    const body = JSON.stringify({
      commit_sha: 'a'.repeat(40),
      ref: 'refs/heads/main',
      sarif,
      checkout_uri: 'file:///src',
    })
    const { id } = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { id: string }
    for (;;) {
      const answer = (await (await fetch(`${url}/${id}`, { headers })).json()) as { processing_status: string }
      if (answer.processing_status !== 'pending') return answer.processing_status
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  const ready = (run: Run) => describeRules(relativePaths(repaired(run).run, checkout))
  const rule = (properties: object) => withDriver({ rules: [{ id: 'r', properties }] })
  const at = (artifactLocation: object, region: object = { startLine: 1 }) =>
    runOf({ locations: [{ physicalLocation: { artifactLocation, region } }] })

  const refused: [string, Run][] = [
    ['a message that is only named', runOf({ message: { id: 'm' } })],
    ['no message', runOf({ message: {} })],
    ['no places', runOf({ locations: [] })],
    ['no file', runOf({ locations: [{ logicalLocations: [{ name: 'f' }] }] })],
    ['a file by index', { ...at({ index: 0 }), artifacts: [{ location: { uri: 'a.ts' } }] }],
    ['a first place without a file', runOf({ locations: [{}, { physicalLocation: place }] })],
    ['an address of git', at({ uri: 'git://x/y' })],
    ['an image', at({ uri: 'nginx:1.2' })],
    ['a score that is a number', rule({ 'security-severity': 6.5 })],
    ['a score that is a word', rule({ 'security-severity': 'Medium' })],
    ['a score that is undefined', rule({ 'security-severity': 'undefined' })],
    ['a tag that is no text', rule({ tags: [1] })],
    ['a level that is a number', runOf({ level: 2 })],
    ['a line that is a text', at({ uri: 'a.ts' }, { startLine: '3' })],
    ['half a column', at({ uri: 'a.ts' }, { startLine: 3, startColumn: 1.5 })],
    ['half a rule index', runOf({ ruleIndex: 0.5 })],
    ['a rule id that is a number', runOf({ ruleId: 5 })],
    ['a fingerprint that is a number', runOf({ partialFingerprints: { a: 1 } })],
    ['null among the related places', runOf({ relatedLocations: [null] })],
    ['a tool without a name', withDriver({ name: '' })],
  ]

  it.each(refused)('refuses %s, and takes it once repaired', async (_what, run) => {
    const before = await upload(run)
    const after = ready(run)

    expect(before).toBe('failed')
    expect(await upload(after)).toBe('complete')
    expect(schemaErrors(toLog([after]))).toEqual([])
  })

  it.each<[string, Run]>([
    ['a base on the web', { ...at({ uri: 'a.ts', uriBaseId: 'A' }), originalUriBaseIds: { A: { uri: 'https://x/' } } }],
    ['rules that come twice', withDriver({ rules: [{ id: 'r' }, { id: 'r' }] }, { ruleIndex: 1 })],
    ['no rule id', runOf({ ruleId: undefined })],
    ['odd words', runOf({ level: 'High', kind: 'bug' })],
    ['no line', at({ uri: 'a.ts' }, {})],
    ['suppressions that are null', runOf({ suppressions: null })],
  ])('takes %s once repaired', async (_what, run) => {
    const after = ready(run)

    expect(await upload(after)).toBe('complete')
    expect(schemaErrors(toLog([after]))).toEqual([])
  })

  const ask = noMultitool === undefined ? it : it.skip
  ask('would find no error by its own rules in any of these once repaired', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'repair-'))
    const files = refused.map(([, run], at) => {
      const file = join(folder, `${at}.sarif`)
      writeFileSync(file, JSON.stringify(toLog([ready(run)])))
      return file
    })

    const errors = await ruleSetErrors(files)

    rmSync(folder, { recursive: true })
    expect(errors).toEqual([])
  })

  it('takes whatever a tool wrote once repaired', async () => {
    await fc.assert(
      fc.asyncProperty(oddRun, async (run) => {
        expect(await upload(ready(run))).toBe('complete')
      }),
      { numRuns: 100 },
    )
  })
})
