import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Log, Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { convert } from '../src/stages/convert.ts'
import { normalise } from '../src/stages/normalise.ts'
import { fileReports } from '../src/stages/report-files.ts'
import { canonical, twinsIn } from '../src/transforms/canonical.ts'
import { repair } from '../src/transforms/repair.ts'
import { violations } from '../src/transforms/schema.ts'
import { mutated } from './kit/damage.ts'
import { findConverter } from './kit/find-converter.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { deepFreeze } from './kit/freeze.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { fc } from './kit/properties.ts'
import { brokenPlaces } from './kit/referees.ts'

const goldens = fixturesOf('sarif').map(({ name, golden }) => ({ name, text: readFileSync(golden, 'utf8') }))

const place = { artifactLocation: { uri: 'a.ts' }, region: { startLine: 3 } }
const sound = { ruleId: 'r', message: { text: 'm' }, locations: [{ physicalLocation: place }] }

function runOf(result: object, rest: object = {}): Run {
  return { tool: { driver: { name: 'Tool' } }, results: [{ ...sound, ...result }], ...rest } as unknown as Run
}

const told = (run: unknown) => violations([run]).told.map(({ pointer, rule }) => `${pointer} ${rule}`)

/** Objects as deep as this, one in the other. */
function nested(levels: number, inner: unknown = 1): unknown {
  let value = inner
  for (let level = 0; level < levels; level++) value = { a: value }
  return value
}

/** A log with everything that SARIF has a list or a dictionary for, so that mutations reach most of the schema. */
const rich = runOf(
  {
    rule: { id: 'r', toolComponent: { name: 'Tool' } },
    codeFlows: [{ threadFlows: [{ locations: [{ location: { physicalLocation: place }, importance: 'essential' }] }] }],
    relatedLocations: [
      { id: 1, physicalLocation: place },
      { id: 2, physicalLocation: place },
    ],
    suppressions: [{ kind: 'inSource' }],
    graphs: [
      { nodes: [{ id: 'n', children: [{ id: 'm' }] }], edges: [{ id: 'e', sourceNodeId: 'n', targetNodeId: 'm' }] },
    ],
    graphTraversals: [{ resultGraphIndex: 0 }],
    stacks: [{ frames: [{ location: { physicalLocation: place } }] }],
    fixes: [
      { artifactChanges: [{ artifactLocation: { uri: 'a.ts' }, replacements: [{ deletedRegion: { startLine: 1 } }] }] },
    ],
    rank: 5.5,
    partialFingerprints: { a: 'b' },
    properties: { tags: ['a', 'b'] },
  },
  {
    language: 'en-US',
    artifacts: [{ location: { uri: 'a.ts', index: 0 }, roles: ['added'], mimeType: 'text/plain', hashes: { a: 'b' } }],
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: [{ message: { text: 'm' }, level: 'note' }] },
    ],
    originalUriBaseIds: { A: { uri: 'file:///a/' } },
    webRequests: [{ headers: { a: 'b' } }],
  },
)

describe('The verdict', () => {
  const texts = [...goldens.map(({ text }) => text), JSON.stringify({ version: '2.1.0', runs: [rich, rich] })]

  it.each(goldens)('is that of ajv: nothing is wrong in $name', ({ text }) => {
    const { runs }: Log = JSON.parse(text)

    expect([violations(runs), brokenPlaces({ version: '2.1.0', runs })]).toEqual([{ count: 0, told: [] }, []])
  })

  it('is that of ajv for whatever became of them, and its places are among those of ajv', () => {
    const seen = { good: 0, bad: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...texts).chain(mutated), (log) => {
        const runs = (log as Log | null)?.runs
        if (!Array.isArray(runs)) return
        const { told: ours, count } = violations(runs)
        const theirs = brokenPlaces({ version: '2.1.0', runs })

        expect([count > 0, ours, theirs]).toEqual([theirs.length > 0, ours, theirs])
        // ajv tells of strange keys and of twins at the object or the list that holds them.
        for (const { pointer } of ours) {
          const parent = pointer.slice(0, pointer.lastIndexOf('/'))
          expect(theirs.some((its) => its === pointer || its === parent)).toBe(true)
        }
        seen[count > 0 ? 'bad' : 'good']++
      }),
      { numRuns: 1500 },
    )
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100)
  })
})

describe('A violation', () => {
  it.each<[what: string, run: unknown, violation: string]>([
    [
      'an unknown word',
      runOf({ level: 'fatal' }),
      '/runs/0/results/0/level must be one of none, note, warning, error, not "fatal"',
    ],
    [
      'a strange key',
      runOf({ severity: 1 }),
      '/runs/0/results/0/severity is not a property of result that SARIF knows (put it into `properties`, or leave it out)',
    ],
    [
      'a key that is missing',
      runOf({ message: {} }),
      '/runs/0/results/0/message lacks `text` or `id`, as message must have one',
    ],
    ['a key that must be there', { results: [] }, '/runs/0 lacks `tool`, which run must have'],
    [
      'a twin',
      runOf({ suppressions: [{ kind: 'external' }, { kind: 'inSource' }, { kind: 'external' }] }),
      '/runs/0/results/0/suppressions/2 equals item 0 of the same list, and no two may be equal',
    ],
    [
      'an empty list',
      runOf({ fixes: [{ artifactChanges: [] }] }),
      '/runs/0/results/0/fixes/0/artifactChanges must have at least 1 item',
    ],
    ['a number that is too small', runOf({ ruleIndex: -2 }), '/runs/0/results/0/ruleIndex must be at least -1, not -2'],
    ['a number that is too large', runOf({ rank: 101 }), '/runs/0/results/0/rank must be at most 100, not 101'],
    ['half a number', runOf({ ruleIndex: 0.5 }), '/runs/0/results/0/ruleIndex must be a whole number, not 0.5'],
    ['no number', runOf({ rank: Infinity }), '/runs/0/results/0/rank must be a number, not Infinity'],
    ['no string', runOf({ ruleId: null }), '/runs/0/results/0/ruleId must be a string, not null'],
    ['no list', runOf({ locations: {} }), '/runs/0/results/0/locations must be a list, not an object'],
    ['no object', runOf({ message: ['m'] }), '/runs/0/results/0/message must be an object, not a list'],
    [
      'no pattern',
      runOf({}, { language: 'english' }),
      '/runs/0/language must match ^[a-zA-Z]{2}(-[a-zA-Z]{2})?$, not "english"',
    ],
    [
      'a region nowhere',
      runOf({ locations: [{ physicalLocation: { ...place, region: {} } }] }),
      '/runs/0/results/0/locations/0/physicalLocation/region lacks `startLine` or `charOffset` or `byteOffset`, as region must have one',
    ],
    [
      'two graphs in one',
      runOf({ graphTraversals: [{ runGraphIndex: 0, resultGraphIndex: 0 }] }),
      '/runs/0/results/0/graphTraversals/0 must have one of `runGraphIndex` and `resultGraphIndex`, and only one',
    ],
    [
      'keys that a pointer escapes',
      runOf({ 'a/b~c': 1 }),
      '/runs/0/results/0/a~1b~0c is not a property of result that SARIF knows (put it into `properties`, or leave it out)',
    ],
    ['no run', null, '/runs/0 must be an object, not null'],
  ])('names the place and the rule: %s', (_what, run, violation) => {
    expect(told(run)).toEqual([violation])
  })

  it('does not take keys of the language for properties, wherever they come from', () => {
    const result = JSON.parse('{"message":{"text":"m"},"__proto__":{"tool":1},"constructor":1,"toString":1}')

    expect(told({ ...runOf({}), results: [result] }).map((it) => it.split(' ')[0])).toEqual(
      ['__proto__', 'constructor', 'toString'].map((key) => `/runs/0/results/0/${key}`),
    )
    expect(told(JSON.parse('{"__proto__":{"tool":{"driver":{"name":"x"}}}}'))).toContain(
      '/runs/0 lacks `tool`, which run must have',
    )
  })

  it('shows little of what is wrong, and nothing that a terminal acts on', () => {
    const [long, odd] = told(runOf({ level: 'x'.repeat(1e6), kind: '\u001b[2J\u202e\n::error::' }))

    expect(long).toMatch(/, not "x{50,58}…$/)
    expect(odd).toMatch(/, not "\\u001b\[2J\\u202e\\u000a::error::"$/)
  })

  it('is told five times at most, and counted as often as it occurs, up to a bound', () => {
    const results = (length: number) => ({
      ...runOf({}),
      results: Array.from({ length }, () => ({ ...sound, level: 1 })),
    })

    expect(violations([results(7)])).toMatchObject({ count: 7, told: [{}, {}, {}, {}, {}] })
    expect(violations([results(25_000)]).count).toBe(10_000)
  })

  it('of a format is none: those are repaired, or read by nobody', () => {
    const run = runOf(
      { guid: 'x', hostedViewerUri: ' ' },
      { invocations: [{ executionSuccessful: true, startTimeUtc: 'x' }] },
    )

    expect(told(run)).toEqual([])
  })
})

describe('What is hostile', () => {
  it('may be as deep as it likes: it is refused, not followed', () => {
    const deep = nested(100_000)
    let node: object = { id: 'n' }
    for (let level = 0; level < 100_000; level++) node = { id: 'n', children: [node] }

    expect(told(runOf({ properties: nested(400) }))).toEqual([])
    expect(told(runOf({ properties: deep }))).toEqual([
      '/runs/0/results/0/properties/a is nested more than 500 levels deep',
    ])
    expect(told(runOf({}, { artifacts: [{ properties: deep }, { properties: deep }] }))).toHaveLength(3)
    const [inGraph] = told(runOf({ graphs: [{ nodes: [node] }] }))
    expect(inGraph).toMatch(/ is nested more than 500 levels deep$/)
    expect(inGraph!.length).toBeLessThan(1000)
  })

  it('may be as long as it likes: every item of a list is written down once, and not compared with all others', () => {
    let reads = 0
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      get uri() {
        reads++
        return `${index}.ts`
      },
    }))

    expect(twinsIn(items)).toBeUndefined()
    expect(reads).toBe(20_000)
    expect(violations([runOf({}, { artifacts: items.map((_, index) => ({ length: index })) })]).count).toBe(0)
  })

  it('may not hide twins behind the order of keys, nor make twins of what differs', () => {
    expect(canonical({ a: [1, null], b: '"' })).toBe(canonical({ b: '"', a: [1, null] }))
    const different = [
      null,
      'null',
      Infinity,
      '',
      [],
      {},
      [[]],
      [''],
      ['', ''],
      { '': '' },
      '…',
      { a: '1,b:2' },
      { a: 1, b: 2 },
    ]
    expect(twinsIn(different)).toBeUndefined()
    expect(twinsIn([...different, ...different])!.size).toBe(different.length)
    for (const one of different) {
      expect(twinsIn(different.slice(0, 6).concat([one]))?.size).toBe(different.indexOf(one) < 6 ? 1 : undefined)
    }
  })

  it('finds the same twins in short lists, which it compares, as in long ones, which it writes down', () => {
    const item = fc.oneof(
      fc.constantFrom<unknown>(
        0,
        1,
        '',
        'a',
        null,
        true,
        [],
        [1],
        {},
        { a: 1 },
        { a: [1] },
        { b: 1, a: 1 },
        { a: 1, b: 1 },
      ),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const others = Array.from({ length: 20 }, (_, at) => ({ other: at }))
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 8 }), (items) => {
        expect(twinsIn(items)).toEqual(twinsIn([...items, ...others]))
      }),
      { numRuns: 500 },
    )
  })
})

describe('Repair', () => {
  function repaired(run: Run) {
    const once = repair(deepFreeze(structuredClone(run)), 'README.md')
    const twice = repair(deepFreeze(once.run), 'README.md')
    expect(twice).toEqual({ run: once.run, repairs: [] })
    expect(twice.run).toBe(once.run)
    return once
  }
  const at = (uri: string) => ({ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } })
  const ofRule = (rule: object) => ({ tool: { driver: { name: 'Tool', rules: [{ id: 'r', ...rule }] } } })
  const ofInvocation = (invocation: object) => ({ invocations: [invocation] })
  const error = { message: { text: 'no' }, level: 'Error' }

  it('of a run with everything is the run itself', () => {
    expect(violations([rich])).toEqual({ count: 0, told: [] })
    expect(repair(deepFreeze(rich), 'README.md')).toEqual({ run: rich, repairs: [] })
    expect(repair(rich, 'README.md').run).toBe(rich)
  })

  it.each<[what: string, result: object, rest: object, after: object]>([
    [
      'related places',
      { relatedLocations: [at('b'), at('c'), at('b')] },
      {},
      { results: [{ relatedLocations: [at('b'), at('c')] }] },
    ],
    [
      'places that repair made equal',
      { relatedLocations: [at('x://y'), at('x://y')] },
      {},
      { results: [{ relatedLocations: [{}] }] },
    ],
    [
      'suppressions',
      { suppressions: [{ kind: 'InSource' }, { kind: 'inSource' }] },
      {},
      { results: [{ suppressions: [{ kind: 'inSource' }] }] },
    ],
    ['references to taxa', { taxa: [{ id: 'a' }, { id: 'a' }] }, {}, { results: [{ taxa: [{ id: 'a' }] }] }],
    ['ids that a rule had', {}, ofRule({ deprecatedIds: ['a', 'b', 'a'] }), ofRule({ deprecatedIds: ['a', 'b'] })],
    [
      'logical places',
      { locations: [{ ...at('a'), logicalLocations: [{ name: 'n' }, { name: 'n' }] }] },
      {},
      { results: [{ locations: [{ logicalLocations: [{ name: 'n' }] }] }] },
    ],
    ['tokens of a run', {}, { redactionTokens: ['x', 'x'] }, { redactionTokens: ['x'] }],
    [
      'empty fixes and flows',
      { fixes: [{ artifactChanges: [] }], codeFlows: [{ threadFlows: [] }] },
      {},
      { results: [{ fixes: [], codeFlows: [] }] },
    ],
    [
      'words of suppressions and baselines',
      { suppressions: [{ kind: 'EXTERNAL', status: 'Accepted' }], baselineState: 'New' },
      {},
      { results: [{ suppressions: [{ kind: 'external', status: 'accepted' }], baselineState: 'new' }] },
    ],
    ['counts in digits', { occurrenceCount: '3' }, {}, { results: [{ occurrenceCount: 3 }] }],
    [
      'offsets in digits',
      { locations: [{ physicalLocation: { ...place, region: { startLine: 1, charOffset: '4', byteLength: -1 } } }] },
      {},
      { results: [{ locations: [{ physicalLocation: { region: { charOffset: 4 } } }] }] },
    ],
    [
      'places without a file',
      { relatedLocations: [{ id: 1, physicalLocation: { region: { startLine: 1 } } }] },
      {},
      { results: [{ relatedLocations: [{ id: 1 }] }] },
    ],
    [
      'regions nowhere',
      { relatedLocations: [{ physicalLocation: { ...place, region: {} } }] },
      {},
      { results: [{ relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' } } }] }] },
    ],
    [
      'markdown without a text',
      {},
      ofRule({ shortDescription: { markdown: '*m*' }, messageStrings: { a: {}, b: { text: 't' } } }),
      ofRule({ shortDescription: { text: '*m*', markdown: '*m*' }, messageStrings: { b: { text: 't' } } }),
    ],
    ['addresses with spaces', {}, ofRule({ helpUri: 'https://x.org/a b' }), ofRule({ helpUri: 'https://x.org/a%20b' })],
    [
      'levels of notifications',
      {},
      ofInvocation({ executionSuccessful: true, toolExecutionNotifications: [error] }),
      { invocations: [{ toolExecutionNotifications: [{ level: 'error' }] }] },
    ],
  ])('mends %s', (_what, result, rest, after) => {
    const run = runOf(result, rest)

    const once = repaired(run)

    expect(once.repairs.length).toBeGreaterThan(0)
    expect(violations([once.run])).toEqual({ count: 0, told: [] })
    expect(once.run).toMatchObject(after)
  })

  it('leaves an address that leads nowhere out', () => {
    expect(repaired(runOf({}, ofRule({ helpUri: 'docs/r.md' }))).run.tool.driver.rules).toEqual([{ id: 'r' }])
  })

  it('makes one of files that are listed twice, and whatever points to them follows', () => {
    const byIndex = (index: number) => ({
      physicalLocation: { artifactLocation: { uri: 'x', index }, region: { startLine: 1 } },
    })
    const zip = { location: { uri: 'x.zip' } }
    const artifacts = [
      zip,
      { location: { uri: 'a', index: 5 } },
      zip,
      { parentIndex: 0, length: 1 },
      { parentIndex: 2, length: 1 },
      { location: { uri: 'c' } },
    ]
    const fixes = [
      { artifactChanges: [{ artifactLocation: { index: 2 }, replacements: [{ deletedRegion: { startLine: 1 } }] }] },
    ]
    const run = runOf(
      { locations: [byIndex(5)], relatedLocations: [byIndex(4), byIndex(1), byIndex(-1), byIndex(9)], fixes },
      { artifacts, originalUriBaseIds: { A: { uri: 'file:///', index: 2 } } },
    )

    const { run: after, repairs } = repaired(run)

    expect(after.artifacts).toEqual([
      zip,
      { location: { uri: 'a', index: 3 } },
      { parentIndex: 0, length: 1 },
      { location: { uri: 'c' } },
    ])
    expect(after.results![0]).toMatchObject({
      locations: [byIndex(3)],
      relatedLocations: [byIndex(2), byIndex(1), byIndex(-1), byIndex(9)],
      fixes: [{ artifactChanges: [{ artifactLocation: { index: 0 } }] }],
    })
    expect(after.originalUriBaseIds).toEqual({ A: { uri: 'file:///', index: 0 } })
    expect(repairs).toEqual([{ kind: 'items that occur twice in a list left out', count: 2, example: 'artifacts' }])
  })

  it.each<[what: string, invocation: object, success: boolean | undefined]>([
    ['the word for it', { executionSuccessful: 'False' }, false],
    ['an exit code of 0', { exitCode: 0 }, true],
    ['an error that it told', { exitCode: 0, toolExecutionNotifications: [error] }, false],
    ['a signal', { exitSignalName: 'SIGKILL', executionSuccessful: null }, false],
    ['nothing', { commandLine: 'x' }, undefined],
    ['an exit code that may mean findings', { exitCode: 1 }, undefined],
    ['a number', { executionSuccessful: 1 }, undefined],
  ])('takes success from %s, and never makes it up', (_what, invocation, success) => {
    const { run } = repaired(runOf({}, ofInvocation(invocation)))

    const { executionSuccessful } = run.invocations![0]!
    expect(typeof executionSuccessful === 'boolean' ? executionSuccessful : undefined).toBe(success)
    expect(violations([run]).count).toBe(success === undefined ? 1 : 0)
  })
})

describe('A report', () => {
  const open: TestHost[] = []
  afterEach(async () => {
    for (const host of open.splice(0)) await host.close()
  })

  async function read(text: string) {
    const host = await testHost({ 'a.sarif': text })
    open.push(host)
    const { reports } = await fileReports({ reports: ['a.sarif'], folder: host.cwd, format: 'auto' })
    const { runs, problems } = await convert(reports, host)
    const config = { root: host.cwd, folder: host.cwd, category: 'c' } as Parameters<typeof normalise>[1]
    return {
      runs,
      problems: problems.map(({ message }) => message),
      ...(runs.length > 0 && { ready: normalise(runs, config) }),
    }
  }
  const log = (...runs: unknown[]) => JSON.stringify({ version: '2.1.0', runs })

  it('that repair mends is read, and what was mended is told', async () => {
    const { problems, ready } = await read(
      log(runOf({ level: 'High', relatedLocations: [sound.locations[0], sound.locations[0]] })),
    )

    expect(problems).toEqual([])
    expect(ready!.notices).toEqual([
      'Mended in the SARIF of Tool: 1 × level put into a word of SARIF, or left out (High); 1 × items that occur twice in a list left out (relatedLocations).',
    ])
    expect(violations(ready!.runs).count).toBe(0)
  })

  it('that repair cannot mend is refused in one sentence: the file, the place in it, the rule', async () => {
    const rules = [{ id: 'a' }, { id: 'a' }, { id: 'b', foo: 1 }]
    const moved = { level: 'High', locations: [{}, { physicalLocation: { ...place, foo: 1 } }] }
    const run = runOf(moved, { tool: { driver: { name: 'Tool', rules } } })

    const { runs, problems } = await read(log(runOf({}), run))

    expect(runs).toEqual([])
    expect(problems).toEqual([
      'The report of a.sarif cannot be read: it breaks the schema of SARIF 2.1.0 beyond repair: ' +
        '/runs/1/tool/driver/rules/2/foo is not a property of reportingDescriptor that SARIF knows (put it into `properties`, or leave it out); ' +
        '/runs/1/results/0/locations/1/physicalLocation/foo is not a property of physicalLocation that SARIF knows (put it into `properties`, or leave it out). ' +
        'Mend it in the report, or in the tool that writes it.',
    ])
  })

  it('is not refused for what stands outside of its runs, which nobody sends', async () => {
    const more = { $schema: 5, inlineExternalProperties: 1, anything: [1] }

    expect((await read(JSON.stringify({ version: '2.1.0', runs: [runOf({})], ...more }))).problems).toEqual([])
  })

  it('of an older version is checked as upgraded, and the message says so', async () => {
    const result = { ruleId: 'r', message: { text: 'm' }, foo: 1 }
    const text = JSON.stringify({
      version: '2.0.0-csd.2.beta.2019-01-24',
      runs: [{ tool: { name: 'x' }, results: [result] }],
    })

    expect((await read(text)).problems).toEqual([
      expect.stringContaining(
        'it breaks the schema of SARIF 2.1.0, to which it was upgraded, beyond repair: /runs/0/results/0/foo is not',
      ),
    ])
  })

  it.each<[what: string, run: unknown, more: string]>([
    [
      '25,000 results that are wrong',
      { ...runOf({}), results: Array.from({ length: 25_000 }, () => ({ ...sound, foo: 'x'.repeat(100) })) },
      'and at least 9,995 more. ',
    ],
    [
      'keys of a megabyte',
      runOf(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}${'k'.repeat(1e6)}`, 1]))),
      'and 4 more. ',
    ],
  ])('is refused in few words, whatever it holds: %s', async (_what, run, more) => {
    const { problems } = await read(log(run))

    expect(problems).toEqual([expect.stringContaining(more)])
    expect(problems[0]!.length).toBeLessThan(2000)
  })

  it('of a depth that cannot be written again is refused', async () => {
    const text = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`

    const { problems } = await read(log(runOf({ properties: 'here' })).replace('"here"', text))

    expect(problems).toEqual([
      expect.stringContaining('/runs/0/results/0/properties/a is nested more than 500 levels deep.'),
    ])
  })

  it('that was damaged is refused as unreadable, or mended until it keeps to the schema', () => {
    const texts = [...fixturesOf('sarif').map(({ text }) => text), log(rich)]
    const ends = { refused: 0, kept: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...texts).chain(mutated), (json) => {
        let runs: Run[]
        try {
          runs = findConverter('sarif').convert(reportOf(JSON.stringify(json)))
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableReport)
          return
        }
        const { run: after, repairs } = repair(deepFreeze(runs[0] ?? runOf({})), 'README.md')
        ends[violations([after]).count > 0 ? 'refused' : 'kept']++
        if (repairs.length === 0) expect(after).toBe(runs[0] ?? after)
      }),
      { numRuns: 1500 },
    )
    expect(Math.min(ends.refused, ends.kept)).toBeGreaterThan(50)
  })
})
