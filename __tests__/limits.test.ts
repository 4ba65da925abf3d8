import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Location, ReportingDescriptor, Result, Run } from 'sarif'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { toLog } from '../src/model/sarif.ts'
import { pack } from '../src/stages/pack.ts'
import { excess, type Limits, limitsOf, ruleFinder, rulesOf, stepsOf } from '../src/transforms/limits.ts'
import { mergeByCategory } from '../src/transforms/merge.ts'
import { categoryOf, chunkRuns, filedUnder, split } from '../src/transforms/split.ts'
import { halve, slim, trim } from '../src/transforms/trim.ts'
import { deepFreeze } from './kit/freeze.ts'
import { fc } from './kit/properties.ts'

const gitHub = limitsOf(undefined)
/** So small that a property meets every edge. */
const small: Limits = { ...gitHub, results: { reject: 20, keep: 8 }, rules: 4, runs: 3 }

const times = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index))
const at = (uri: string, id?: number): Location => ({
  ...(id !== undefined && { id }),
  physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
})
const result = (more: Partial<Result> = {}): Result => ({
  ruleId: 'r',
  message: { text: 'Found.' },
  locations: [at('src/a.ts')],
  ...more,
})
const runOf = (results: Result[], rules: ReportingDescriptor[] = [{ id: 'r' }], more: Partial<Run> = {}): Run => ({
  tool: { driver: { name: 'Lint', rules } },
  results,
  ...more,
})
const flow = (...steps: number[]) => ({
  codeFlows: [
    { threadFlows: steps.map((count) => ({ locations: times(count, (step) => ({ location: at('a', step) })) })) },
  ],
})
const inFiles = (count: number, files = 500) =>
  times(count, (index) => result({ locations: [at(`src/${index % files}.ts`)], message: { text: `Found ${index}.` } }))

describe('the limits of a version', () => {
  it.each([
    [undefined, 20, 5_000, false],
    ['ghe.com', 20, 5_000, false],
    ['2.22.1', 15, 1_000, true],
    ['3.4.0', 15, 5_000, true],
    ['3.8.2', 15, 5_000, true],
    ['3.9.0', 20, 5_000, true],
    ['3.17.9', 20, 5_000, true],
    ['3.18.0.pre1', 20, 5_000, false],
    ['3.20.1', 20, 5_000, false],
    ['4.0.0', 20, 5_000, false],
  ])('%s: %d runs, %d results stored, merges categories: %s', (version, runs, keep, mergesCategories) => {
    expect(limitsOf(version)).toMatchObject({ runs, results: { reject: 25_000, keep }, mergesCategories })
  })
})

/** What is at its edge with n, and over it with one more. */
const edges: { what: string; most: number; runs: (count: number) => Run[]; refused: boolean }[] = [
  { what: 'runs', most: 20, runs: (count) => times(count, () => runOf([])), refused: true },
  { what: 'results', most: 5_000, runs: (count) => [runOf(times(count, () => result()))], refused: false },
  { what: 'results', most: 25_000, runs: (count) => [runOf(times(count, () => result()))], refused: true },
  {
    what: 'rules',
    most: 25_000,
    runs: (count) => [
      runOf(
        [],
        times(count, (id) => ({ id: `${id}` })),
      ),
    ],
    refused: true,
  },
  {
    ...{ what: 'extensions', most: 100, refused: true },
    runs: (count) => [{ tool: { driver: { name: 'Lint' }, extensions: times(count, (n) => ({ name: `${n}` })) } }],
  },
  { what: 'steps', most: 1_000, runs: (count) => [runOf([result(flow(400, count - 400))])], refused: false },
  { what: 'steps', most: 10_000, runs: (count) => [runOf([result(flow(count))])], refused: true },
  {
    what: 'locations',
    most: 100,
    runs: (n) => [runOf([result({ locations: times(n, () => at('a')) })])],
    refused: false,
  },
  ...[100, 1_000].map((most) => ({
    ...{ what: 'related locations', most, refused: most === 1_000 },
    runs: (count: number) => [runOf([result({ relatedLocations: times(count, (id) => at('a', id)) })])],
  })),
  ...[10, 20].map((most) => ({
    ...{ what: 'tags', most, refused: most === 20 },
    runs: (count: number) => [runOf([], [{ id: 'r', properties: { tags: times(count, (tag) => `t${tag}`) } }])],
  })),
  { what: 'name', most: 255, runs: (count) => [runOf([], [{ id: 'r', name: 'n'.repeat(count) }])], refused: false },
  ...(['shortDescription', 'fullDescription'] as const).map((key) => ({
    ...{ what: 'description', most: 1_024, refused: false },
    runs: (count: number) => [runOf([], [{ id: 'r', [key]: { text: 'n'.repeat(count) } }])],
  })),
]

describe('at the edge of a limit', () => {
  it.each(edges)('$most $what are let through, and one more is told', ({ what, most, runs, refused }) => {
    const fits = excess(deepFreeze(runs(most)), gitHub)
    const over = excess(deepFreeze(runs(most + 1)), gitHub)

    expect(fits.filter((text) => text.includes('refuses'))).toEqual([])
    if (!refused) expect(fits).toEqual([])
    expect(over).toHaveLength(1)
    expect(over[0]).toContain(what)
    expect(over[0]!.includes('refuses')).toBe(refused)
  })

  it.each(edges.filter(({ what }) => what !== 'runs'))('$most $what and one more are cut to what fits', (edge) => {
    const over = deepFreeze(edge.runs(edge.most + 1))

    const { runs, notes } = trim(over, gitHub)

    expect(excess(runs, gitHub)).toEqual([])
    expect(notes).toHaveLength(1)
    expect(trim(runs, gitHub)).toEqual({ runs, notes: [] })
  })

  it.each(edges.filter(({ refused }) => !refused))('$most $what stay the same objects', ({ most, runs }) => {
    const given = runs(most)

    const { runs: same } = trim(given, gitHub)

    same.forEach((run, index) => {
      expect(run).toBe(given[index])
    })
  })

  it('names what is refused before what is cut', () => {
    const tags = { properties: { tags: times(11, String) } }

    const sentences = excess(
      [
        runOf(
          times(25_001, () => result()),
          [{ id: 'r', ...tags }],
        ),
      ],
      gitHub,
    )

    expect(sentences).toEqual([
      'There are 25,001 results in a run; above 25,000 GitHub refuses the whole upload.',
      'There are 11 tags of a rule; GitHub stores 10.',
    ])
  })
})

const scored = (id: string, score: string | undefined, level?: ReportingDescriptor['defaultConfiguration']) => ({
  ...{ id, ...(level && { defaultConfiguration: level }) },
  ...(score && { properties: { 'security-severity': score } }),
})
const rules = [
  scored('critical', '9.8'),
  scored('low', '2.1'),
  scored('error', undefined, { level: 'error' }),
  scored('plain', undefined),
]

describe('trimming results', () => {
  it('keeps the worst, by score, then by level, and of equals the first, in their order', () => {
    const given = deepFreeze(
      runOf(
        [
          result({ ruleId: 'plain', level: 'note', message: { text: '1' } }),
          result({ ruleId: 'plain', message: { text: '2' } }),
          result({ ruleId: 'error', kind: 'pass', message: { text: '3' } }),
          result({ ruleId: 'error', message: { text: '4' } }),
          result({ ruleId: 'plain', message: { text: '5' } }),
          result({ ruleId: 'low', ruleIndex: 1, message: { text: '6' } }),
          result({ ruleId: 'critical/part', message: { text: '7' } }),
          result({ ruleId: 'plain', properties: { 'security-severity': '7.5' }, message: { text: '8' } }),
        ],
        rules,
      ),
    )
    const kept = (keep: number) =>
      trim([given], { ...small, results: { reject: 20, keep } }).runs[0]!.results!.map(({ message }) => message.text)

    expect(kept(1)).toEqual(['7'])
    expect(kept(2)).toEqual(['7', '8'])
    expect(kept(3)).toEqual(['6', '7', '8'])
    expect(kept(4)).toEqual(['4', '6', '7', '8'])
    expect(kept(5)).toEqual(['2', '4', '6', '7', '8'])
    expect(kept(7)).toEqual(['1', '2', '4', '5', '6', '7', '8'])
  })

  const ranked = fc.array(
    fc.record({
      ruleId: fc.constantFrom('critical', 'low', 'error', 'plain'),
      level: fc.constantFrom('note' as const, undefined),
    }),
    { maxLength: 30 },
  )

  it('keeps the same severities whatever the order was, and the same results for the same order', () => {
    const kept = (results: Result[]) => trim([deepFreeze(runOf(results, rules))], small).runs[0]!.results!
    const words = (results: Result[]) =>
      results
        .map(({ ruleId, level }) =>
          ruleId === 'error' || ruleId === 'plain' ? `${level ?? ruleId}` : `${ruleId} ${level}`,
        )
        .sort()

    fc.assert(
      fc.property(
        ranked.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const [a, b] = [list, shuffled].map((each) => each.map((more) => result(more)))

          expect(words(kept(b!))).toEqual(words(kept(a!)))
          expect(kept(a!)).toEqual(kept(a!))
          expect(kept(a!)).toEqual(a!.filter((each) => kept(a!).includes(each)))
        },
      ),
    )
  })

  it('drops unused rules, and every result still finds its own', () => {
    const many = times(9, (id) => ({ id: `r${id}` }))
    const given = deepFreeze({
      ...runOf(
        [result({ ruleId: 'r8', ruleIndex: 8 }), result({ ruleId: undefined, ruleIndex: 5 }), result({ ruleId: 'r6' })],
        many,
      ),
    })

    const { runs, notes } = trim([given], small)

    expect(rulesOf(runs[0]!).map(({ id }) => id)).toEqual(['r0', 'r5', 'r6', 'r8'])
    expect(ruleIds(runs[0]!)).toEqual(['r8', 'r5', 'r6'])
    expect(notes).toEqual(['Left out: 5 rules of runs with more than 4, unused ones first.'])
  })

  it('drops unused extensions, and moves used rules to the driver where too many are used', () => {
    const extensions = times(4, (n) => ({ name: `e${n}`, rules: [{ id: `x${n}` }] }))
    const use = (n: number) => result({ ruleId: `x${n}`, rule: { index: 0, toolComponent: { index: n } } })
    const given = deepFreeze<Run>({ tool: { driver: { name: 'Lint' }, extensions }, results: [use(3), use(1), use(2)] })

    const { runs } = trim([given], { ...gitHub, extensions: 2 })

    expect(runs[0]!.tool.extensions!.map(({ name }) => name)).toEqual(['e1', 'e2'])
    expect(runs[0]!.tool.driver.rules).toEqual([{ id: 'x3' }])
    expect(ruleIds(runs[0]!)).toEqual(['x3', 'x1', 'x2'])
  })
})

/** What the results of a run find as their rule. */
function ruleIds(run: Run): (string | undefined)[] {
  const find = ruleFinder(run)
  const components = [run.tool.driver, ...(run.tool.extensions ?? [])]
  return (run.results ?? []).map((each) => {
    const place = find(each)
    return place && components[place.component]!.rules![place.index]!.id
  })
}

describe('trimming one result or rule', () => {
  const trimmed = (more: Partial<Result>) => trim([deepFreeze(runOf([result(more)]))], gitHub).runs[0]!.results![0]!

  it('keeps source and sink of a flow', () => {
    const { codeFlows } = trimmed(flow(1_500, 20))

    const ids = codeFlows![0]!.threadFlows[0]!.locations.map(({ location }) => location!.id)
    expect(ids).toEqual([...times(999, (id) => id), 1_499])
    expect(stepsOf({ ...result(), codeFlows })).toBe(1_000)
  })

  it('keeps related locations that the message links to', () => {
    const relatedLocations = times(150, (id) => at('a', id))

    const { relatedLocations: kept } = trimmed({ relatedLocations, message: { text: 'See [this](149).' } })

    expect(kept!.map(({ id }) => id)).toEqual([...times(99, (id) => id), 149])
  })

  it('keeps the tags that GitHub reads', () => {
    const tags = [...times(12, (tag) => `t${tag}`), 'security', 'external/cwe/cwe-079']

    const { runs } = trim([deepFreeze(runOf([], [{ id: 'r', properties: { tags } }]))], gitHub)

    expect(rulesOf(runs[0]!)[0]!.properties!.tags).toEqual([...tags.slice(0, 8), 'security', 'external/cwe/cwe-079'])
  })

  it('never cuts a text through a surrogate pair', () => {
    const { runs } = trim([deepFreeze(runOf([], [{ id: 'r', name: `${'n'.repeat(253)}😀n` }]))], gitHub)

    expect(rulesOf(runs[0]!)[0]!.name).toBe(`${'n'.repeat(253)}…`)
  })
})

describe('a file that is too large', () => {
  it('loses what GitHub ignores, and nothing that it reads', () => {
    const read = {
      ...result({ ...flow(2), relatedLocations: [at('b', 1)], partialFingerprints: { snippet: 'hash:1' } }),
      properties: { 'security-severity': '5.0' },
    }
    const given = deepFreeze<Run>({
      ...runOf(
        [{ ...read, stacks: [], fixes: [], graphs: [{}] }],
        [{ id: 'r', properties: { tags: ['a'], contents: 1 } }],
      ),
      ...{ conversion: { tool: { driver: { name: 'x' } } }, addresses: [{}], webRequests: [{}] },
      artifacts: [{ location: { uri: 'a' }, contents: { text: 'all of it' } }],
      originalUriBaseIds: { state: { uri: 'file:///x/' } },
    })

    expect(slim([given])).toEqual([
      {
        ...runOf([read], [{ id: 'r', properties: { tags: ['a'], contents: 1 } }]),
        artifacts: [{ location: { uri: 'a' } }],
        originalUriBaseIds: { state: { uri: 'file:///x/' } },
      },
    ])
  })

  it('loses the less severe half of the largest run, again and again, until nothing is left', () => {
    let runs = deepFreeze([
      runOf([result()]),
      runOf([result({ level: 'note' }), ...times(4, () => result({ level: 'error' }))]),
    ])
    const sizes: number[][] = []
    for (let next = halve(runs); next; next = halve(runs)) {
      runs = deepFreeze(next.runs)
      sizes.push(runs.map(({ results }) => results!.length))
    }

    expect(sizes).toEqual([
      [1, 2],
      [1, 1],
      [0, 1],
      [0, 0],
    ])
    expect(halve([])).toBeUndefined()
  })
})

const partOf = (uploads: Run[][]) =>
  new Map(uploads.flat().flatMap((run) => run.results!.map((each) => [each.message.text, categoryOf(run)] as const)))

describe('split', () => {
  it('deals all results out, each part within the limits', () => {
    const files = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('x', 'y')), {
      maxLength: 60,
    })

    fc.assert(
      fc.property(fc.array(files, { maxLength: 5 }), (lists) => {
        const given = lists.map((list, index) =>
          runOf(
            list.map(([uri, text], n) => result({ locations: [at(uri)], message: { text }, guid: `${index} ${n}` })),
            undefined,
            { automationDetails: { id: `c${index}/1` } },
          ),
        )
        const { uploads } = split(deepFreeze(given), small)

        const guids = (runs: Run[]) => runs.flatMap(({ results }) => results!.map(({ guid }) => guid)).sort()
        expect(guids(uploads.flat())).toEqual(guids(given))
        expect(uploads.flatMap((runs) => excess(runs, small))).toEqual([])
        expect(new Set(uploads.flat().map(filedUnder)).size).toBe(uploads.flat().length)
      }),
    )
  })

  it('leaves a finding in its category while others come and go', () => {
    const all = inFiles(12_000)
    const some = all.filter((_, index) => index % 5 !== 0)

    const before = split([runOf(some, undefined, { automationDetails: { id: 'ci/lint/7' } })], gitHub)
    const after = split([runOf(all.toReversed(), undefined, { automationDetails: { id: 'ci/lint/8' } })], gitHub)

    const later = partOf(after.uploads)
    expect(new Set(later.values())).toEqual(new Set(['ci/lint', 'ci/lint/part-2', 'ci/lint/part-3', 'ci/lint/part-4']))
    expect(before.uploads).toHaveLength(after.uploads.length)
    expect([...partOf(before.uploads)].filter(([text, category]) => later.get(text) !== category)).toEqual([])
    expect(after.notes).toEqual([
      '12,000 results of Lint were dealt out to 4 categories, `ci/lint` to `ci/lint/part-4`.',
    ])
  })

  it('deals out even a single file', () => {
    const { uploads } = split([runOf(inFiles(5_001, 1)), runOf(times(5_001, () => result()))], gitHub)

    expect(uploads.flat().map(({ results }) => results!.length > 0 && results!.length <= 5_000)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('leaves what fits alone, and chunks runs', () => {
    const runs = times(7, () => runOf([result()]))

    const { uploads, notes } = split(runs, small)

    expect(uploads.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(uploads.flat().every((run, index) => run === runs[index])).toBe(true)
    expect(notes).toEqual([])
    expect(chunkRuns([], small)).toEqual([])
  })
})

const generatedRun = fc
  .record({
    name: fc.constantFrom('A', 'B'),
    id: fc.constantFrom(undefined, 'c/1', 'c/2', 'd/'),
    kind: fc.constantFrom('utf16CodeUnits' as const, 'utf16CodeUnits' as const, undefined),
    base: fc.constantFrom('file:///a/', 'file:///a/', 'file:///b/', undefined),
    ids: fc.uniqueArray(fc.constantFrom('r1', 'r2', 'r3', 'r4'), { minLength: 1 }),
    uris: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    more: fc.uniqueArray(fc.constantFrom('e1', 'e2')),
    picks: fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.boolean(), fc.nat(4))),
  })
  .map(
    ({ name, id, kind, base, ids, uris, more, picks }): Run => ({
      tool: {
        driver: {
          name,
          rules: ids.map((rule) => ({ id: rule, defaultConfiguration: { level: ids.length > 2 ? 'error' : 'note' } })),
        },
        extensions: more.map((extension) => ({ name: extension, rules: [{ id: `${extension}/x` }] })),
      },
      ...(id && { automationDetails: { id } }),
      ...(kind && { columnKind: kind }),
      ...(base && { originalUriBaseIds: { ROOT: { uri: base } } }),
      artifacts: uris.map((uri, index) => ({ location: { uri, index } })),
      invocations: [{ executionSuccessful: true, commandLine: `${name} ${picks.length}` }],
      results: picks.map(([rule, uri, byIndex, extension]): Result => {
        const index = rule % ids.length
        const own = byIndex ? { ruleIndex: index } : { ruleId: ids[index]! }
        const other = { rule: { index: 0, toolComponent: { index: extension } } }
        return {
          ...(extension < more.length ? other : own),
          message: { text: 'm' },
          locations: [{ physicalLocation: { artifactLocation: { index: uri % uris.length } } }],
          provenance: { invocationIndex: 0 },
        }
      }),
    }),
  )

/** What a result means: its rule, level, file and invocation, looked up in its run. */
function meanings(run: Run): string[] {
  const ids = ruleIds(run)
  const find = ruleFinder(run)
  return run.results!.map((each, index) => {
    const place = find(each)!
    const rule = [run.tool.driver, ...(run.tool.extensions ?? [])][place.component]!.rules![place.index]!
    const { uri } = run.artifacts![each.locations![0]!.physicalLocation!.artifactLocation!.index!]!.location!
    const { commandLine } = run.invocations![each.provenance!.invocationIndex!]!
    const level = each.level ?? rule.defaultConfiguration?.level ?? 'warning'
    return JSON.stringify([run.tool.driver.name, run.columnKind, ids[index], level, uri, commandLine])
  })
}

describe('merging', () => {
  it('loses no result, and each finds its rule, level, file and invocation again', () => {
    fc.assert(
      fc.property(fc.array(generatedRun, { maxLength: 8 }), (given) => {
        const { runs, notes } = mergeByCategory(deepFreeze(given))

        expect(runs.flatMap(meanings).sort()).toEqual(given.flatMap(meanings).sort())
        expect(new Set(runs.map(filedUnder)).size).toBe(runs.length)
        expect(mergeByCategory(runs).runs).toBe(runs)
        expect(notes.length > 0).toBe(new Set(given.map(filedUnder)).size < given.length)
      }),
      { numRuns: 300 },
    )
  })

  it('unites rules of one id, with the first wording and the highest score', () => {
    const rule = (text: string, score: string) => ({
      id: 'r',
      help: { text },
      properties: { 'security-severity': score },
    })

    const { runs, notes } = mergeByCategory(
      deepFreeze([runOf([result()], [rule('one', '5.0')]), runOf([result()], [rule('two', '7.0')])]),
    )

    expect(runs).toHaveLength(1)
    expect(rulesOf(runs[0]!)).toEqual([rule('one', '7.0')])
    expect(notes).toEqual(['2 runs of Lint in category `` were merged, as GitHub takes one of each.'])
  })

  it.each<[string, Partial<Run>]>([
    ['another unit of columns', { columnKind: 'unicodeCodePoints' }],
    ['another base of the same name', { originalUriBaseIds: { ROOT: { uri: 'file:///b/' } } }],
    ['another version', { tool: { driver: { name: 'Lint', version: '2' } } }],
    ['other taxonomies', { taxonomies: [{ name: 'CWE' }] }],
    ['a scan that failed', { invocations: [{ executionSuccessful: false }] }],
  ])('keeps a run with %s on its own', (_, more) => {
    const first = runOf([result()], undefined, {
      ...{ originalUriBaseIds: { ROOT: { uri: 'file:///a/' } }, taxonomies: [{ name: 'OWASP' }] },
      automationDetails: { id: 'ci/lint/7' },
    })
    const taken = { ...first, automationDetails: { id: 'ci/lint/variant-2/' } }
    const second = { ...first, ...more }

    const { runs } = mergeByCategory(deepFreeze([first, taken, second]))

    expect(runs[0]).toBe(first)
    expect(runs.map((run) => run.automationDetails!.id).sort()).toEqual([
      'ci/lint/7',
      'ci/lint/variant-2/',
      'ci/lint/variant-3/7',
    ])
  })
})

describe('packing', () => {
  const runs = [runOf(inFiles(900))]
  const text = JSON.stringify(toLog(runs))
  const bytesAt = (level: number) => gzipSync(text, { level, memLevel: 9 }).length
  const within = (gzipBytes: number): Limits => ({ ...gitHub, gzipBytes })

  it.each(['trim', 'split', 'fail'] as const)('zips harder where that decides: %s', async (mode) => {
    expect(bytesAt(9)).toBeLessThan(bytesAt(6))
    const { parcels, losses } = await pack(runs, within(bytesAt(9)), mode)

    expect(parcels.map(({ zipped }) => zipped.length)).toEqual([bytesAt(9)])
    expect(losses).toEqual([])
  })

  it('sends as few bytes as it may without trying hard', async () => {
    const { parcels } = await pack(runs, within(bytesAt(6)), 'trim')

    expect(parcels[0]!.zipped.length).toBe(bytesAt(6))
    expect(gunzipSync(parcels[0]!.zipped).toString()).toBe(text)
  })

  it('splits what is too large by its bytes into parts that stay, and loses nothing', async () => {
    const two = [...runs, { ...runOf(inFiles(10)), tool: { driver: { name: 'Other' } } }]
    const limits = within(Math.floor(bytesAt(9) / 3))
    const packed = await pack(two, limits, 'split')
    const again = await pack(two, limits, 'split')
    const sent = packed.parcels.flatMap((parcel) => parcel.runs)

    expect(packed.losses).toEqual([])
    expect(packed.parcels.length).toBeGreaterThan(2)
    expect(packed.parcels.every(({ zipped }) => zipped.length <= limits.gzipBytes)).toBe(true)
    expect(sent.flatMap(({ results }) => results)).toHaveLength(910)
    expect(new Set(sent.map(filedUnder)).size).toBe(sent.length)
    expect(again.parcels.map((parcel) => parcel.runs.map(categoryOf))).toEqual(
      packed.parcels.map((parcel) => parcel.runs.map(categoryOf)),
    )
  })

  it('drops the least severe where no split helps, and refuses what nothing helps', async () => {
    const noise = randomBytes(6000).toString('base64')
    const large = [runOf([result({ message: { text: noise } }), result({ level: 'error' })])]

    const { parcels, losses } = await pack(large, within(3000), 'split')
    expect(parcels[0]!.runs[0]!.results!.map(({ level }) => level)).toEqual(['error'])
    expect(losses).toHaveLength(1)
    await expect(pack(large, within(10), 'split')).rejects.toThrow(/Nothing is left that could be dropped/)
  })
})

describe('GitHub', () => {
  const servers: GitHubSandbox[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  /** Uploads, waits, and tells what became of it. */
  async function sent(runs: Run[]): Promise<{ status: string; errors: string[]; warnings: string; stored: number }> {
    const server = await startGitHub({ processingMs: 1 })
    servers.push(server)
    const sarif = gzipSync(JSON.stringify({ version: '2.1.0', runs }), { level: 1 }).toString('base64')
    const response = await fetch(`${server.url}/repos/${server.repository}/code-scanning/sarifs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}` },
      body: JSON.stringify({ commit_sha: 'a'.repeat(40), ref: 'refs/heads/main', sarif }),
    })
    expect(response.status).toBe(202)
    while (server.deliveries[0]!.status === 'pending') await new Promise((resolve) => setTimeout(resolve, 2))
    const { status, errors } = server.deliveries[0]!
    const warnings = server.analyses.map(({ warning }) => warning).join('')
    return {
      status,
      errors,
      warnings,
      stored: server.analyses.reduce((sum, { resultsCount }) => sum + resultsCount, 0),
    }
  }

  const inCategory = (id: string) => ({ automationDetails: { id: `${id}/` } })

  it.each<[string, Run[]]>([
    ['25,001 results', [runOf(inFiles(25_001))]],
    ['1,001 related locations', [runOf([result({ relatedLocations: times(1_001, (id) => at('a', id)) })])]],
    ['10,001 flow steps', [runOf([result(flow(10_001))])]],
    ['21 tags', [runOf([result()], [{ id: 'r', properties: { tags: times(21, String) } }])]],
    [
      '101 extensions',
      [{ tool: { driver: { name: 'Lint' }, extensions: times(101, (n) => ({ name: `${n}` })) }, results: [] }],
    ],
  ])('refuses %s, and takes all of them trimmed, without a warning', async (_, runs) => {
    const refused = await sent(runs)
    const taken = await sent(trim(runs, gitHub).runs)

    expect(refused).toMatchObject({ status: 'failed', errors: [expect.stringContaining('rejecting SARIF')] })
    expect(taken).toMatchObject({ status: 'complete', errors: [], warnings: '' })
  })

  it('takes 25,001 results in 21 runs when they are split, and stores them all', async () => {
    const runs = [runOf(inFiles(25_001)), ...times(20, (n) => runOf([result()], undefined, inCategory(`m${n}`)))]

    const refused = await sent(runs)
    const { uploads } = split(runs, gitHub)
    const taken = []
    for (const upload of uploads) taken.push(await sent(upload))

    expect(refused.errors).toEqual([expect.stringContaining('more runs than allowed (21 > 20)')])
    expect(taken.map(({ status, warnings }) => `${status}${warnings}`)).toEqual(uploads.map(() => 'complete'))
    expect(taken.reduce((sum, { stored }) => sum + stored, 0)).toBe(25_021)
  })

  it('takes runs of one category when they are merged', async () => {
    const runs = times(21, () => runOf([result()], undefined, inCategory('ci')))

    const refused = await sent(runs.slice(0, 2))
    const taken = await sent(mergeByCategory(runs).runs)

    expect(refused.errors).toEqual([expect.stringContaining('multiple runs with the same category')])
    expect(taken).toMatchObject({ status: 'complete', warnings: '', stored: 21 })
  })
})
