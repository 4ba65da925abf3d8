import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ArtifactLocation, ReportingDescriptor, Result, Run } from 'sarif'
import { categoryOf } from '../src/config/build.ts'
import { toRun } from '../src/model/run.ts'
import { logText, toLog, toRegion } from '../src/model/sarif.ts'
import { addressOf, pathOfUri, uriOfPath } from '../src/model/uri.ts'
import { normalise } from '../src/stages/normalise.ts'
import { sourcesIn } from '../src/stages/sources.ts'
import { fileUnder } from '../src/transforms/category.ts'
import { addFingerprints } from '../src/transforms/fingerprints.ts'
import { lineHashes } from '../src/transforms/line-hash.ts'
import { type Checkout, relativePaths } from '../src/transforms/paths.ts'
import { describeRules } from '../src/transforms/rules.ts'
import { volatileNames } from '../src/transforms/volatile.ts'
import { tests } from './kit/fixtures.ts'
import { deepFreeze } from './kit/freeze.ts'
import { fc } from './kit/properties.ts'
import { multitoolHashes, noMultitool } from './kit/referees.ts'

interface Vectors {
  line_hash_vectors: { name: string; content_base64: string; expected: string[] }[]
  location_setup: { run_artifacts: Run['artifacts'] }
  location_vectors: {
    name: string
    result_input: Result
    expected_partialFingerprints: Result['partialFingerprints'] | null
  }[]
  automation_id_vectors: { analysis_key: string; matrix_json: string | null; automation_id: string }[]
  category_fill_vectors: {
    category_input: string | null
    run_automationDetails: Run['automationDetails'] | null
    result: Run['automationDetails'] | null
  }[]
}

/** What GitHub's own uploader computes, which its makers' code was run for. */
const vectors: Vectors = JSON.parse(readFileSync(join(tests, 'fixtures', 'fingerprint-vectors.json'), 'utf8'))

const runWith = (run: Partial<Run>): Run => ({ tool: { driver: { name: 'test' } }, ...run })

/** The hashes of every line that a text has, and of one more, which it has not. */
function hashesOf(text: string): (string | undefined)[] {
  const lines = text.split(/\r\n|\r|\n/).length + text.length
  const hashes = lineHashes(
    text,
    Array.from({ length: lines }, (_, index) => index + 1),
  )
  return Array.from(hashes.values())
}

describe('line hashes', () => {
  it.each(vectors.line_hash_vectors)('are those of GitHub for $name', ({ content_base64, expected }) => {
    expect(hashesOf(Buffer.from(content_base64, 'base64').toString('utf8'))).toEqual(expected)
  })

  it('are what the formula says, for any text', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      ' ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\0',
      '\ud83d\ude00',
      '\ud83d',
      '\u00a0',
      '\u2028',
    )
    const piece = fc.oneof({ arbitrary: unit, weight: 4 }, fc.constant('0123456789'.repeat(11)), fc.string())

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => {
        const text = pieces.join('')
        expect(hashesOf(text)).toEqual(naiveHashes(text))
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on which lines are asked for', () => {
    const text = 'return compute(x);;\n'.repeat(12)

    expect(lineHashes(text, [7, 3, 3, 99, 0, -1, 1.5, Number.POSITIVE_INFINITY])).toEqual(
      new Map([
        [3, '810b71359bbe2574:3'],
        [7, '810b71359bbe2574:7'],
      ]),
    )
  })

  const ask = noMultitool ? it.skip : it
  ask(`are those of Microsoft's multitool${noMultitool ? ` (${noMultitool})` : ''}`, async () => {
    const text = `alpha\r\nbeta  x\tq\n\n\nπ ≈ 3.14\nemoji = '😀'\nalpha\r\n${'return compute(x);\n'.repeat(12)}end`

    expect(await multitoolHashes(text, 20)).toEqual(hashesOf(text))
  })
})

/** Σ s[p+i]·37^(99−i) mod 2^64 over 100 symbols from the line's start, as plainly as it can be written. */
function naiveHashes(text: string): string[] {
  const units = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/[ \t]/g, '')
  const symbols = [...units.split('').map((unit) => unit.charCodeAt(0)), 65_535]
  const starts = [0, ...symbols.flatMap((symbol, at) => (symbol === 10 ? [at + 1] : []))]
  const seen: string[] = []
  return starts.map((start) => {
    let sum = 0n
    for (let at = start; at < start + 100; at++) sum = BigInt.asUintN(64, sum * 37n + BigInt(symbols[at] ?? 0))
    const hash = sum.toString(16)
    seen.push(hash)
    return `${hash}:${seen.filter((other) => other === hash).length}`
  })
}

describe('fingerprints of a checkout', () => {
  let base = ''
  let root = ''

  beforeAll(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')))
    root = join(base, 'repo')
    const text = 'alpha\nbeta\ngamma\n'
    mkdirSync(join(root, 'src', 'dir'), { recursive: true })
    for (const name of ['repo/src/a.txt', 'repo/src/with space.txt', 'repo/src/100%25.txt', 'outside.txt'])
      writeFileSync(join(base, name), text)
    symlinkSync(join(base, 'outside.txt'), join(root, 'src', 'link.txt'))
    symlinkSync(join(root, 'src', 'a.txt'), join(root, 'src', 'inner.txt'))
    symlinkSync(root, join(base, 'other-name'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'src', 'pipe')])
  })

  afterAll(() => rmSync(base, { recursive: true }))

  function fingerprints(result: Result): Result['partialFingerprints'] | null {
    const run = deepFreeze(runWith({ artifacts: vectors.location_setup.run_artifacts, results: [result] }))
    const sources = { root, read: sourcesIn(root).text }
    return addFingerprints(run, sources).run.results![0]!.partialFingerprints ?? null
  }

  const leadsOut = /^dotdot-escape|^symlink-to-outside/
  const inside = vectors.location_vectors.filter(({ name }) => !leadsOut.test(name))
  const outside = vectors.location_vectors.filter(({ name }) => leadsOut.test(name))

  it.each(inside)('are those of GitHub for $name', ({ result_input, expected_partialFingerprints }) => {
    const result: Result = JSON.parse(JSON.stringify(result_input).replaceAll('<BASE>', base))

    expect(fingerprints(result)).toEqual(expected_partialFingerprints)
  })

  it.each(outside)('are refused, unlike at GitHub, where the path leads out: $name', ({ result_input }) => {
    expect(fingerprints(result_input)).toBeNull()
  })

  const at = (uri: string): Result => ({
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 2 } } }],
  })

  it.each(['src/pipe', 'src/a.txt/x', 'src/%00', 'src/%E9', '', '.', '/', 'file://', 'x'.repeat(5000)])(
    'are not made, and nothing hangs, for %p',
    (uri) => {
      expect(fingerprints(at(uri))).toBeNull()
    },
  )

  it('are made for a link that stays inside', () => {
    expect(fingerprints(at('src/inner.txt'))).toEqual({ primaryLocationLineHash: 'c64b1db42192192:1' })
  })

  it('are part of what a run needs for GitHub, under whatever name the checkout is known', () => {
    const folder = join(base, 'other-name', 'src')
    const results = [at('a.txt'), at(`file://${base}/other-name/src/a.txt`), at(`${root}/src/a.txt`), at('../../x')]
    const config = { root: join(base, 'other-name'), folder, category: 'c', toolName: 'Mine' }
    const {
      runs: [run],
    } = normalise([deepFreeze(runWith({ results }))], config)

    const places = run!.results!.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri)
    const hashes = run!.results!.map((result) => result.partialFingerprints?.['primaryLocationLineHash'])
    expect(places).toEqual(['src/a.txt', 'src/a.txt', 'src/a.txt', '../../x'])
    expect(hashes).toEqual([...Array(3).fill('c64b1db42192192:1'), undefined])
    expect(run!.tool.driver.name).toBe('Mine')
    expect(run!.tool.driver.rules!.map(({ id }) => id)).toEqual(['r'])
    expect(run!.automationDetails).toEqual({ id: 'c/' })
  })
})

describe('the category', () => {
  it.each(vectors.automation_id_vectors)("of $analysis_key with $matrix_json is GitHub's", (vector) => {
    expect(categoryOf(vector.analysis_key, vector.matrix_json ?? undefined)).toBe(vector.automation_id)
  })

  it.each([
    [undefined, { id: 'mine/' }],
    [{}, { id: 'mine/' }],
    [
      { id: 'theirs/2026-11-22', guid: 'g' },
      { id: 'mine/2026-11-22', guid: 'g' },
    ],
    [{ id: 'no slash, so no category' }, { id: 'mine/no slash, so no category' }],
  ])('replaces the category of %j on request, and keeps what names the single run', (automationDetails, expected) => {
    const run = deepFreeze(runWith(automationDetails === undefined ? {} : { automationDetails }))

    expect(fileUnder(run, 'mine', 'replace').automationDetails).toEqual(expected)
    expect(fileUnder(run, undefined, 'replace')).toBe(run)
  })

  it.each(vectors.category_fill_vectors)('$category_input on $run_automationDetails makes $result', (vector) => {
    const given = vector.run_automationDetails ?? undefined
    const run = deepFreeze(runWith({ ...(given && { automationDetails: given }) }))

    expect(fileUnder(run, vector.category_input ?? undefined).automationDetails).toEqual(vector.result ?? undefined)
  })
})

describe('paths from the checkout', () => {
  const root = '/home/runner/work/app/app'

  function placed(
    location: ArtifactLocation,
    { bases, ...checkout }: Partial<Checkout> & { bases?: Run['originalUriBaseIds'] } = {},
  ) {
    const results = [{ message: { text: 'm' }, locations: [{ physicalLocation: { artifactLocation: location } }] }]
    const run = deepFreeze(runWith({ results, ...(bases && { originalUriBaseIds: bases }) }))
    const changed = relativePaths(run, { roots: [root, '/real/root'], ranIn: '', exists: () => false, ...checkout })
    expect(relativePaths(deepFreeze(changed), { roots: [root], ranIn: '', exists: () => false })).toBe(changed)
    const after = changed.results![0]!.locations![0]!.physicalLocation!.artifactLocation!
    if (after.uri === location.uri && after.uriBaseId === location.uriBaseId) expect(changed).toBe(run)
    return after
  }

  it.each([
    ['src/a.c', 'src/a.c'],
    ['./src/a.c', 'src/a.c'],
    ['.\\src\\a.c', 'src/a.c'],
    ['src\\win\\a.c', 'src/win/a.c'],
    ['src//a.c', 'src/a.c'],
    ['src/x/../a.c', 'src/a.c'],
    ['src/./a.c', 'src/a.c'],
    [`${root}/src/a.c`, 'src/a.c'],
    [`${root}//src/./x/../a.c`, 'src/a.c'],
    [`${root}/../app/src/a.c`, 'src/a.c'],
    ['/real/root/src/a.c', 'src/a.c'],
    [`file://${root}/src/a.c`, 'src/a.c'],
    [`file:${root}/src/a.c`, 'src/a.c'],
    [`FILE://${root}/src/a.c`, 'src/a.c'],
    [`file://localhost${root}/src/a.c`, 'src/a.c'],
    ['file://src/a.c', 'src/a.c'],
    [`file://${root}/a%20b%23%25%3F%C3%BC.c`, 'a%20b%23%25%3F%C3%BC.c'],
    [`file://${root}/a b[ü].c`, 'a%20b%5B%C3%BC%5D.c'],
    ['src/a:b.c', 'src/a%3Ab.c'],
    ['src/@x/$y+z,v;w=1&2.c', 'src/@x/$y+z,v;w=1&2.c'],
    ['../outside.c', '../outside.c'],
    ['../../outside.c', '../../outside.c'],
    ['/etc/passwd', 'file:///etc/passwd'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
    [`${root}-other/a.c`, `file://${root}-other/a.c`],
    [`${root}/../x.c`, 'file:///home/runner/work/app/x.c'],
    ['C:\\work\\a b.c', 'file:///C:/work/a%20b.c'],
    ['file:///C:/work/a.c', 'file:///C:/work/a.c'],
    ['https://example.com/a.c', 'https://example.com/a.c'],
    ['git:a.c', 'git:a.c'],
    ['//server/share/a.c', '//server/share/a.c'],
    ['src/a.c?x', 'src/a.c?x'],
    ['src/a.c#L1', 'src/a.c#L1'],
    ['src/%E9.c', 'src/%E9.c'],
    ['src/100%.c', 'src/100%.c'],
    ['.', '.'],
    ['', ''],
  ])('%p becomes %p', (uri, expected) => {
    expect(placed({ uri, index: 3 })).toEqual({ uri: expected, index: 3 })
  })

  it.each([
    ['D:\\a\\app\\app\\src\\a.c', 'src/a.c'],
    ['file:///d:/A/app/App/src/a.c', 'src/a.c'],
    ['file:///D:/a/app/app-other/a.c', 'file:///D:/a/app/app-other/a.c'],
    ['/a/app/app/src/a.c', 'file:///a/app/app/src/a.c'],
  ])('%p becomes %p in a checkout on Windows', (uri, expected) => {
    expect(placed({ uri }, { roots: ['D:\\a\\app\\app'] })).toEqual({ uri: expected })
  })

  const bases: Run['originalUriBaseIds'] = {
    ROOT: { uri: `file://${root}/` },
    BARE: { uri: root },
    SRC: { uri: 'src', uriBaseId: 'ROOT' },
    OPEN: { description: { text: 'wherever the sources are' } },
    NESTED_OPEN: { uri: 'lib/', uriBaseId: 'OPEN' },
    MOUNT: { uri: 'file:///github/workspace/' },
    LOOP: { uri: 'x/', uriBaseId: 'POOL' },
    POOL: { uri: 'y/', uriBaseId: 'LOOP' },
    WEB: { uri: 'https://example.com/' },
  }

  it.each([
    ['ROOT', 'a b.c', 'a%20b.c'],
    ['BARE', 'a.c', 'a.c'],
    ['SRC', 'a.c', 'src/a.c'],
    ['SRC', '../a.c', 'a.c'],
    ['OPEN', 'a.c', 'a.c'],
    ['NESTED_OPEN', 'a.c', 'lib/a.c'],
    ['UNKNOWN', './a.c', 'a.c'],
    ['constructor', 'a.c', 'a.c'],
    ['MOUNT', 'src/a.c', 'src/a.c'],
    ['LOOP', 'a.c', 'a.c'],
    ['ROOT', `file://${root}/b.c`, 'b.c'],
  ])('the base %s with %p becomes %p', (uriBaseId, uri, expected) => {
    expect(placed({ uri, uriBaseId }, { bases })).toEqual({ uri: expected })
  })

  it('joins a base that is no file', () => {
    expect(placed({ uri: 'a.c', uriBaseId: 'WEB' }, { bases })).toEqual({ uri: 'https://example.com/a.c' })
  })

  it('takes a path from where the scanner ran, unless the file lies at the top only', () => {
    const exists = (path: string) => ['README.md', 'packages/a/README.md', 'top.c'].includes(path)
    const from = (uri: string) => placed({ uri }, { ranIn: 'packages/a', exists }).uri

    expect(from('README.md')).toBe('packages/a/README.md')
    expect(from('gone.c')).toBe('packages/a/gone.c')
    expect(from('top.c')).toBe('top.c')
    expect(from('../b/x.c')).toBe('packages/b/x.c')
    expect(from('../../x.c')).toBe('x.c')
    expect(from('../../../x.c')).toBe('../../../x.c')
    expect(from(`${root}/x.c`)).toBe('x.c')
    expect(from('')).toBe('')
    expect(placed({ uri: 'x.c', uriBaseId: '%SRCROOT%' }, { ranIn: 'packages/a', exists })).toEqual({ uri: 'x.c' })
  })

  it('finds files wherever a run names them, and leaves what is none alone', () => {
    const location = { artifactLocation: { uri: `file://${root}/a.c` } }
    const elsewhere = { artifactLocation: { uri: `file://${root}/a.c` } }
    const run = deepFreeze(
      runWith({
        artifacts: [{ location: { uri: `file://${root}/a.c` } }, { location: { uri: 'b.c' } }, {}],
        originalUriBaseIds: { ROOT: { uri: `file://${root}/` } },
        invocations: [
          {
            executionSuccessful: true,
            workingDirectory: { uri: `file://${root}` },
            toolExecutionNotifications: [{ message: { text: 'm' }, locations: [{ physicalLocation: location }] }],
          },
        ],
        results: [
          { message: { text: 'untouched' }, properties: elsewhere },
          {
            message: { text: 'm' },
            analysisTarget: { uri: `file://${root}/a.c` },
            locations: [{ physicalLocation: location }],
            relatedLocations: [{ physicalLocation: location }],
            codeFlows: [{ threadFlows: [{ locations: [{ location: { physicalLocation: location } }] }] }],
            stacks: [{ frames: [{ location: { physicalLocation: location } }] }],
            fixes: [{ artifactChanges: [{ ...location, replacements: [] }] }],
          },
        ],
      }),
    )

    const changed = relativePaths(run, { roots: [root], ranIn: '', exists: () => false })

    expect(JSON.stringify(changed).match(/"uri":"[^"]*"/g)).toEqual([
      ...['a.c', 'b.c', `file://${root}/`, `file://${root}`, 'a.c', `file://${root}/a.c`].map(
        (uri) => `"uri":"${uri}"`,
      ),
      ...Array(6).fill('"uri":"a.c"'),
    ])
    expect(changed.results![0]).toBe(run.results![0])
    expect(changed.artifacts!.slice(1).map((it, at) => it === run.artifacts![at + 1])).toEqual([true, true])
    expect(changed.tool).toBe(run.tool)
  })

  it.each([
    ['a/b.c', 'a/b.c'],
    ['./a/b.c', 'a/b.c'],
    ['././a.c', 'a.c'],
    ['../a.c', '../a.c'],
    ['/a b/c#d?e%f.c', 'file:///a%20b/c%23d%3Fe%25f.c'],
    ['100%25.c', '100%2525.c'],
    ['a:b.c', 'a%3Ab.c'],
    ['C:\\a\\b.c', 'file:///C:/a/b.c'],
    ['C:/a/b.c', 'file:///C:/a/b.c'],
    ['src\\a.c', 'src/a.c'],
    ['odd/back\\slash.c', 'odd/back%5Cslash.c'],
    ['\ud800.c', '%EF%BF%BD.c'],
  ])('a scanner that prints %p means the URI %p', (path, uri) => {
    expect(uriOfPath(path)).toBe(uri)
  })

  it.each([
    ['https://eslint.org', 'https://eslint.org'],
    ['https://[::1]/a', 'https://[::1]/a'],
    ['https://a.example/]b[c d#x#y', 'https://a.example/%5Db%5Bc%20d#x%23y'],
    ['https://a.example/100%', 'https://a.example/100%25'],
    ['https://bücher.example/ä?q=ö', 'https://xn--bcher-kva.example/%C3%A4?q=%C3%B6'],
    ['mailto:me@a.example', 'mailto:me@a.example'],
    ['docs/rule.md', undefined],
    ['https:}/a.example', undefined],
  ])('spells the address %s as %s', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })

  it('spells addresses alike, however often it is asked', () => {
    for (let time = 0; time < 100_000; time++) addressOf('https://a.example/')

    expect(addressOf('https://bücher.example')).toBe('https://xn--bcher-kva.example/')
  })

  it('finds the way back from every URI it makes of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const path = `dir/${name.replaceAll('\0', '')}`
        expect(pathOfUri(uriOfPath(path))).toBe(path)
        expect(uriOfPath(path)).toMatch(/^[\w!'()*~@$&+,;=%./-]+$/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('described rules', () => {
  const rule: ReportingDescriptor = {
    id: 'known',
    shortDescription: { text: 'short' },
    fullDescription: { text: 'full' },
    help: { text: 'help' },
  }
  const described = (rules: ReportingDescriptor[], run: Partial<Run> = {}) =>
    describeRules(deepFreeze({ ...run, tool: { driver: { name: 'test', rules }, extensions: run.tool?.extensions } }))

  it('give back the same run when there is nothing to add', () => {
    const results: Result[] = [
      { ruleId: 'known', message: { text: 'm' } },
      { ruleIndex: 0, message: { text: 'm' } },
    ]
    const run = deepFreeze({ tool: { driver: { name: 'test', rules: [rule] } }, results })

    expect(describeRules(run)).toBe(run)
  })

  it('are added, once each and behind the others, for what results name', () => {
    const results = ['new', 'known', 'new', 'other/1'].map((ruleId): Result => ({ ruleId, message: { text: 'm' } }))
    const { rules } = described([rule], { results: [...results, { rule: { id: 'by-rule' }, message: { text: 'm' } }] })
      .tool.driver

    expect(rules!.map(({ id }) => id)).toEqual(['known', 'new', 'other/1', 'by-rule'])
    expect(rules![0]).toBe(rule)
    expect(rules![1]).toEqual({
      id: 'new',
      shortDescription: { text: 'new' },
      fullDescription: { text: 'new' },
      help: { text: 'new' },
    })
  })

  it('are an empty list where nothing is named, as GitHub asks for a list', () => {
    expect(describeRules(runWith({})).tool.driver.rules).toEqual([])
  })

  it('of extensions stay there, and are described, too', () => {
    const extensions = [{ name: 'pack', rules: [{ id: 'ext' }, rule] }, { name: 'models' }]
    const results: Result[] = [
      { ruleId: 'ext', message: { text: 'm' } },
      { ruleId: 'ext/sub', message: { text: 'm' } },
    ]
    const { tool } = described([rule], { results, tool: { driver: { name: 'test' }, extensions } })

    expect(tool.driver.rules).toEqual([rule])
    expect(tool.extensions![0]!.rules![0]).toMatchObject({ id: 'ext', help: { text: 'ext' } })
    expect(tool.extensions![0]!.rules![1]).toBe(rule)
    expect(tool.extensions![1]).toBe(extensions[1])
  })

  it.each(['known/1', 'known/sub/2'])('cover their parts: %s', (ruleId) => {
    expect(described([rule], { results: [{ ruleId, message: { text: 'm' } }] }).tool.driver.rules).toEqual([rule])
  })

  it.each<[ReportingDescriptor, string, string, string]>([
    [{ id: 'a', fullDescription: { text: 'full' } }, 'full', 'full', 'full'],
    [{ id: 'a', name: 'Name' }, 'Name', 'Name', 'Name'],
    [{ id: 'a', shortDescription: { text: 'short' }, help: { text: 'help' } }, 'short', 'short', 'help'],
    [{ id: 'a', shortDescription: { text: '' }, helpUri: '' }, 'a', 'a', 'a'],
    [{ id: 'a', helpUri: 'https://example.com/a' }, 'a', 'a', 'a\n\nhttps://example.com/a'],
  ])('of %j are %p, %p and %p', (given, short, full, help) => {
    const [only] = described([given]).tool.driver.rules!

    expect([only!.shortDescription!.text, only!.fullDescription!.text, only!.help!.text]).toEqual([short, full, help])
    expect(only!.helpUri).toBe(given.helpUri || undefined)
  })

  it.each([
    ['https://example.com/a?b=c%26d#e', '[x\\[y\\]](https://example.com/a?b=c%26d#e)'],
    ['https://example.com/a b/(c)', '[x\\[y\\]](https://example.com/a%20b/%28c%29)'],
    ['https://example.com/\ud800', '[x\\[y\\]](https://example.com/\ud800)'],
  ])('link to %p in Markdown', (helpUri, markdown) => {
    expect(described([{ id: 'x[y]', helpUri }]).tool.driver.rules![0]!.help!.markdown).toBe(markdown)
  })

  it('keep the Markdown that the tool wrote', () => {
    const help = { text: '', markdown: '**help**' }

    expect(described([{ id: 'a', help, helpUri: 'https://a.example' }]).tool.driver.rules![0]!.help).toEqual({
      text: 'a\n\nhttps://a.example',
      markdown: '**help**',
    })
  })

  it('give a severity as the text that GitHub asks for', () => {
    const properties = { 'security-severity': 7.5, tags: ['security'] }

    expect(described([{ ...rule, properties }]).tool.driver.rules![0]!.properties).toEqual({
      'security-severity': '7.5',
      tags: ['security'],
    })
  })
})

describe('the text of a log', () => {
  const tool = { driver: { name: 'T' } }
  const results = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ message: { text: `"${at}" é\ud800` } }))

  it.each([0, 1, 49, 50, 51, 1000])('in pieces is what it is at once, with %d results', (count) => {
    const runs: Run[] = [
      { automationDetails: undefined, tool, results: results(count), columnKind: 'utf16CodeUnits' },
      { results: results(1), tool },
      { tool, language: undefined },
    ]
    for (const some of [runs, runs.slice(0, 1), []])
      expect([...logText(some)].join('')).toBe(JSON.stringify(toLog(some)))
  })
})

describe('findings lifted to SARIF', () => {
  it.each([
    [{ line: 3 }, { startLine: 3 }],
    [{ line: 0, column: 5 }, undefined],
    [{ line: -1 }, undefined],
    [{ line: Number.NaN }, undefined],
    [{ line: 1.5 }, undefined],
    [{ column: 4 }, undefined],
    [{ line: 3, column: 0, endLine: 0, endColumn: -1 }, { startLine: 3 }],
    [
      { line: 3, column: 2, endColumn: 2 },
      { startLine: 3, startColumn: 2, endColumn: 2 },
    ],
    [
      { line: 3, column: 4, endLine: 3, endColumn: 2 },
      { startLine: 3, startColumn: 4 },
    ],
    [
      { line: 3, column: 4, endLine: 2, endColumn: 9 },
      { startLine: 3, startColumn: 4 },
    ],
    [
      { line: 3, column: 4, endLine: 5, endColumn: 1 },
      { startLine: 3, startColumn: 4, endLine: 5, endColumn: 1 },
    ],
  ])('at %j have the region %j', (at, region) => {
    expect(toRegion(at)).toEqual(region)
  })

  it('share one rule per id, with its first words, its highest score and its worst level', () => {
    const finding = { level: 'note', message: '' } as const
    const run = toRun(
      { name: 'test' },
      {
        findings: [
          { ...finding, rule: { id: 'a', summary: undefined, score: 5, url: 'docs/a.md' } },
          { ...finding, rule: { id: 'b', weaknesses: ['CWE-79: XSS', 79] }, fingerprint: 'x', columns: 'utf8Bytes' },
          { ...finding, level: 'error', rule: { id: 'a', summary: 'second', score: 9.8, tags: ['style'] } },
        ],
      },
    )

    expect(run.tool.driver.rules).toEqual([
      {
        id: 'a',
        shortDescription: { text: 'second' },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['style', 'security'], 'security-severity': '9.8' },
      },
      {
        id: 'b',
        defaultConfiguration: { level: 'note' },
        properties: { tags: ['security', 'external/cwe/cwe-079'] },
      },
    ])
    expect(run.results).toEqual([
      { ruleId: 'a', ruleIndex: 0, level: 'note', message: { text: 'a' } },
      {
        ruleId: 'b',
        ruleIndex: 1,
        level: 'note',
        message: { text: 'b' },
        partialFingerprints: { 'scanner/v1': 'x' },
        properties: { 'codescan-gate/columns': 'utf8Bytes' },
      },
      { ruleId: 'a', ruleIndex: 0, level: 'error', message: { text: 'a' } },
    ])
  })

  it('write fixes a file at a time, other places with a number, and flows step by step', () => {
    const at = { file: 'a.c', line: 1, column: 2 }
    const edits = [
      { ...at, text: 'x' },
      { file: 'b.c', byteOffset: 7, text: '' },
      { ...at, line: 3, text: 'y' },
    ]
    const { results } = toRun(
      { name: 'test' },
      {
        columns: 'unicodeCodePoints',
        findings: [
          {
            rule: { id: 'a' },
            level: 'error',
            message: 'm',
            location: at,
            related: [{ ...at, message: 'declared here' }, { file: 'b.c' }],
            flow: [{ ...at, message: 'taken' }],
            fixes: [{ description: 'do', edits }],
          },
        ],
      },
    )
    const place = { artifactLocation: { uri: 'a.c' }, region: { startLine: 1, startColumn: 2 } }

    expect(results![0]).toMatchObject({
      relatedLocations: [
        { id: 1, message: { text: 'declared here' }, physicalLocation: place },
        { id: 2, physicalLocation: { artifactLocation: { uri: 'b.c' } } },
      ],
      codeFlows: [
        { threadFlows: [{ locations: [{ location: { physicalLocation: place, message: { text: 'taken' } } }] }] },
      ],
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: 'a.c' },
              replacements: [
                { deletedRegion: place.region, insertedContent: { text: 'x' } },
                { deletedRegion: { startLine: 3, startColumn: 2 }, insertedContent: { text: 'y' } },
              ],
            },
            {
              artifactLocation: { uri: 'b.c' },
              replacements: [{ deletedRegion: { byteOffset: 7, byteLength: 0 }, insertedContent: { text: '' } }],
            },
          ],
        },
      ],
    })
  })
})

describe('fingerprints that a tool brings', () => {
  const hash = '4ecdd90537a4388a:1'
  const sources = { root: '/r', read: (path: string) => (path === 'a.js' ? 'alpha\nbeta\ngamma\n' : undefined) }
  const withPrint = (uri: string, print?: string): Result => ({
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
    ...(print !== undefined && { partialFingerprints: { primaryLocationLineHash: print, other: 'o' } }),
  })
  const run = deepFreeze(
    runWith({
      results: [withPrint('a.js', 'x:1'), withPrint('a.js', hash), withPrint('a.js'), withPrint('b.js', 'y:1')],
    }),
  )
  const prints = (results: Result[] | undefined) =>
    results!.map((result) => result.partialFingerprints?.['primaryLocationLineHash'])

  it('are kept, and those that are not the computed ones counted', () => {
    const kept = addFingerprints(run, sources)

    expect(kept.foreign).toBe(1)
    expect(prints(kept.run.results)).toEqual(['x:1', hash, hash, 'y:1'])
  })

  it('are replaced on request, where the source is known', () => {
    const replaced = addFingerprints(run, sources, 'replace')

    expect(replaced.foreign).toBe(1)
    expect(prints(replaced.run.results)).toEqual([hash, hash, hash, 'y:1'])
    expect(replaced.run.results![0]!.partialFingerprints).toHaveProperty('other', 'o')
  })
})

describe('names that will be others in the next run', () => {
  const sha = '0123456789abcdef0123456789abcdef01234567'
  const filed = (id: string) => runWith({ automationDetails: { id }, results: [] })
  const found = (uri: string, ruleId = 'r') =>
    runWith({
      results: [{ ruleId, message: { text: 'm' }, locations: [{ physicalLocation: { artifactLocation: { uri } } }] }],
    })

  it.each([
    [`scan-${sha}/`, 'a commit'],
    ['scan/3f2a91c/', 'a commit'],
    ['nightly 2026-11-22/', 'a date'],
    ['nightly-20261122/', 'a date'],
    ['run 19876543210/', 'the number of a run'],
  ])('are told for the category %s: %s', (id, kind) => {
    expect(volatileNames([filed(id), filed(id)])).toEqual([
      `The category \`${id.slice(0, -1)}\` seems to hold ${kind}. GitHub closes an alert only when every category that reported it has been uploaded again without it, so a category of one run keeps its alerts open for ever: give \`category\` a name that stays.`,
    ])
  })

  it.each([
    '.github/workflows/scan.yml:scan/node:20/',
    'defaced/',
    'facade 1234567/',
    // What stands behind the last slash is the name of the run, which GitHub does not read.
    'scan/2026-11-22',
    `scan/${sha}`,
    '',
  ])('are not seen in the category %s', (id) => {
    expect(volatileNames([filed(id)])).toEqual([])
  })

  it('are told once a kind for rules and paths, with how many there are', () => {
    const runs = [
      found('src/a.js', `gen-${sha}`),
      found('src/b.js', 'rules-2026-11-22'),
      found(`build/${sha}/a.js`),
      found('file:///tmp/x/a.js'),
      found('file:///private/var/folders/b.js'),
      found('file:///C:/Users/me/AppData/Local/Temp/c.js'),
    ]

    expect(volatileNames([...runs, ...runs])).toEqual([
      `Rule ids that hold a commit or a date: 2, such as \`gen-${sha}\`. GitHub takes them for new rules each time, and opens their alerts anew.`,
      `Paths that hold a commit: 1, such as \`build/${sha}/a.js\`. The alerts in them are opened anew with each commit.`,
      'Paths in a temporary folder: 3, such as `/tmp/x/a.js`. GitHub cannot show them, and opens their alerts anew each time. Scan the checkout itself, or set `checkout-path`.',
    ])
  })

  it.each(['CVE-2024-1231', 'CVE-2024-20241', 'GHSA-3f2a-91cc-1111', 'security/detect-eval', 'tmp/a.js'])(
    'are not seen in %s',
    (name) => {
      expect(volatileNames([found(name, name)])).toEqual([])
    },
  )
})
