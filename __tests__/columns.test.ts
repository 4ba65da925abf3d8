import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Region, Result, Run } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { converters } from '../src/converters/index.ts'
import { type ColumnUnit, columnUnit, markConverted } from '../src/model/columns.ts'
import type { Finding, Reading } from '../src/model/finding.ts'
import { toRun } from '../src/model/run.ts'
import { convert } from '../src/stages/convert.ts'
import { normalise } from '../src/stages/normalise.ts'
import { type Position, utf16ColumnsOf } from '../src/transforms/column-sweep.ts'
import { utf16Columns } from '../src/transforms/columns.ts'
import { placesOf } from '../src/transforms/offset-sweep.ts'
import { deepFreeze } from './kit/freeze.ts'
import { fc } from './kit/properties.ts'
import { schemaErrors } from './kit/referees.ts'

const unitNames = ['utf16CodeUnits', 'unicodeCodePoints', 'utf8Bytes', 'tabs4', 'tabs8', 'cells'] as const
const bytesOf = (text: string) => Buffer.from(text, 'utf8')

describe('a column in UTF-16', () => {
  const probe = "\tf('😀é', token)"
  const start = 11
  const end = 16

  it.each<[ColumnUnit, number, number]>([
    ['utf16CodeUnits', 11, 16],
    ['unicodeCodePoints', 10, 15],
    ['utf8Bytes', 14, 19],
    ['tabs4', 13, 18],
    ['tabs8', 17, 22],
    ['cells', 18, 23],
  ])('is found for the probe line, counted in %s', (unit, from, to) => {
    const columns = utf16ColumnsOf(bytesOf(`x\n${probe}\r\ny`), [
      { line: 2, column: from, unit, isEnd: false },
      { line: 2, column: to, unit, isEnd: true },
    ])

    expect(columns).toEqual([start, end])
    expect(probe.slice(start - 1, end - 1)).toBe('token')
  })

  it.each<[string, string, ColumnUnit, column: number, start: number, end: number]>([
    ['inside of a character of four bytes', 'a😀b', 'utf8Bytes', 3, 2, 4],
    ['inside of a character of four bytes', 'a😀b', 'utf8Bytes', 5, 2, 4],
    ['inside of a character of four bytes', 'a😀b', 'utf8Bytes', 6, 4, 4],
    ['inside of a surrogate pair', 'a😀b', 'utf16CodeUnits', 3, 2, 4],
    ['inside of a tab', 'a\tb', 'tabs8', 2, 2, 2],
    ['inside of a tab', 'a\tb', 'tabs8', 5, 2, 3],
    ['inside of a tab', 'a\tb', 'tabs8', 9, 3, 3],
    ['inside of a tab', 'a\tb', 'tabs4', 4, 2, 3],
    ['inside of a tab', 'a\tb', 'tabs4', 5, 3, 3],
    ['inside of a wide letter', '中b', 'cells', 2, 1, 2],
    ['inside of a wide letter', '中b', 'cells', 3, 2, 2],
    ['behind an accent that stands alone', 'e\u0301x', 'cells', 2, 3, 3],
    ['behind the line', 'ab', 'unicodeCodePoints', 3, 3, 3],
    ['behind the line', 'ab', 'unicodeCodePoints', 4, 3, 3],
    ['behind the line', 'ab', 'unicodeCodePoints', 2_000_000_000, 3, 3],
    ['behind an empty line', '', 'cells', 1, 1, 1],
    ['behind an empty line', '', 'cells', 7, 1, 1],
    ['behind a byte order mark, which no tool counts', '\ufeffäb', 'utf8Bytes', 3, 2, 2],
  ])('%s, starts go down, ends go up, and nothing lies behind the end (%j in %s, column %d)', (...row) => {
    const [, text, unit, column, start, end] = row
    const ask = (isEnd: boolean) => utf16ColumnsOf(bytesOf(text), [{ line: 1, column, unit, isEnd }])

    expect([ask(false), ask(true)]).toEqual([[start], [end]])
  })

  it('counts every byte of Latin-1 as one character', () => {
    const text = Buffer.from('Grüße: éè, token', 'latin1')

    for (const unit of ['utf8Bytes', 'unicodeCodePoints'] as const)
      expect(utf16ColumnsOf(text, [{ line: 1, column: 12, unit, isEnd: false }])).toEqual([12])
  })

  it('stays as it is on a line that the file does not have', () => {
    expect(utf16ColumnsOf(bytesOf('é\n'), [{ line: 3, column: 7, unit: 'utf8Bytes', isEnd: false }])).toEqual([7])
  })

  const piece = fc.constantFrom('a', ' ', '\t', 'é', 'e\u0301', '中', '😀', '👩‍💻', '\u200b', '\n', '\r\n', '\r', ';')
  const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
  const position = fc.record({
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom(...unitNames),
    isEnd: fc.boolean(),
  })

  it('is what a slow count from the start of the line finds', () => {
    fc.assert(
      fc.property(source, fc.array(position, { maxLength: 30 }), (text, positions) => {
        expect(utf16ColumnsOf(bytesOf(text), positions)).toEqual(positions.map((it) => slowly(text, it)))
      }),
      { numRuns: 2000 },
    )
  })

  it('is in the line and never decreases, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...unitNames), (bytes, unit) => {
        const positions = Array.from({ length: 70 }, (_, at) => ({ line: 1, column: at + 1, unit, isEnd: false }))
        const columns = utf16ColumnsOf(bytes, positions)

        expect(columns[0]).toBe(1)
        expect([...columns].sort((a, b) => a - b)).toEqual(columns)
        expect(columns.at(-1)).toBeLessThanOrEqual(bytes.length + 1)
      }),
    )
  })

  it('is found in time that grows with the file and the questions only', () => {
    const count = 60_000
    const long = bytesOf('é😀\t'.repeat(count))
    const many = bytesOf('é\n'.repeat(count))
    const positions = Array.from({ length: count }, (_, at) => ({
      line: 1,
      column: at * 3 + 1,
      unit: 'cells' as const,
      isEnd: at % 2 > 0,
    }))
    const started = performance.now()

    expect(utf16ColumnsOf(long, positions)).toHaveLength(count)
    expect(
      utf16ColumnsOf(
        many,
        positions.map((it, at) => ({ ...it, line: at + 1, column: 2 })),
      )[count - 1],
    ).toBe(2)
    expect(
      placesOf(
        long,
        positions.map(({ column }) => ({ at: column, unit: 'utf16' })),
      ).at(-1)!.line,
    ).toBe(1)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('and the line are found for an offset, in bytes and in UTF-16', () => {
    fc.assert(
      fc.property(source, fc.array(fc.nat({ max: 90 }), { maxLength: 20 }), (text, offsets) => {
        const bytes = bytesOf(text)
        const ofBytes = placesOf(
          bytes,
          offsets.map((at) => ({ at, unit: 'bytes' })),
        )
        const ofUnits = placesOf(
          bytes,
          offsets.map((at) => ({ at, unit: 'utf16' })),
        )

        expect(ofBytes).toEqual(offsets.map((at) => slowPlace(bytes, Math.min(at, bytes.length), at)))
        expect(ofUnits.map(({ line }) => line)).toEqual(offsets.map((at) => slowLine(text.slice(0, at), text[at])))
      }),
    )
  })

  /** Splits, joins and counts, one position at a time. */
  function slowly(text: string, { line, column, unit, isEnd }: Position): number {
    const content = text.split(/\r\n|\r|\n/)[line - 1]
    if (content === undefined) return column
    const boundaries = [{ passed: 0, units: 0 }]
    for (const character of content) {
      const { passed, units } = boundaries.at(-1)!
      boundaries.push({ passed: passed + slowWidth(character, passed, unit), units: units + character.length })
    }
    const down = boundaries.findLast(({ passed }) => passed <= column - 1)!
    if (!isEnd || down.passed === column - 1) return down.units + 1
    return (boundaries.find(({ passed }) => passed > column - 1) ?? down).units + 1
  }

  function slowWidth(character: string, passed: number, unit: ColumnUnit): number {
    const stop = unit === 'tabs4' ? 4 : 8
    const cells = {
      '\t': stop - (passed % stop),
      中: 2,
      '😀': 2,
      '👩': 2,
      '💻': 2,
      '\u0301': 0,
      '\u200b': 0,
      '\u200d': 0,
    }
    if (unit === 'utf16CodeUnits') return character.length
    if (unit === 'utf8Bytes') return bytesOf(character).length
    if (unit === 'unicodeCodePoints' || (unit !== 'cells' && character !== '\t')) return 1
    return Object.hasOwn(cells, character) ? cells[character as keyof typeof cells] : 1
  }

  function slowPlace(bytes: Buffer, at: number, asked: number): { line: number; column: number } {
    const before = bytes.subarray(0, at).toString('latin1')
    const line = slowLine(before, bytes.subarray(at, at + 1).toString('latin1'))
    return { line, column: asked - startOf(bytes.toString('latin1'), line) + 1 }
  }

  /** Between CR and LF is still the line that they end. */
  function slowLine(before: string, next: string | undefined): number {
    const line = before.split(/\r\n|\r|\n/).length
    return before.endsWith('\r') && next === '\n' ? line - 1 : line
  }

  function startOf(text: string, line: number): number {
    const ends = [...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: ending }) => index + ending.length)
    return [0, ...ends][line - 1]!
  }
})

describe('the columns of a run', () => {
  const probe = "\tf('😀é', token)\n"
  const files: Record<string, string> = { 'a.c': probe, 'b.c': `\n${probe}` }
  const asked: string[] = []
  const sources = {
    root: '/repo',
    read(path: string) {
      asked.push(path)
      return files[path] === undefined ? undefined : bytesOf(files[path])
    },
  }
  const at = (file: string, more: object = {}) => ({ file, line: 1, column: 14, endColumn: 19, ...more })
  const finding = (more: Partial<Finding>): Finding => ({ rule: { id: 'r' }, level: 'note', message: 'm', ...more })
  const runOf = (reading: Reading): Run => deepFreeze(markConverted(toRun({ name: 'tool' }, reading)))
  const mapped = (columns: ColumnUnit | undefined, ...findings: Partial<Finding>[]) =>
    utf16Columns(runOf({ columns, findings: findings.map(finding) }), sources)
  const region = (result: Result | undefined) => result!.locations![0]!.physicalLocation!.region
  const token = { startLine: 1, startColumn: 11, endColumn: 16 }

  it('are mapped wherever a region is: places, flows, fixes, stacks, and what the tool says of itself', () => {
    const place = at('a.c')
    const location = {
      physicalLocation: { artifactLocation: { uri: 'a.c' }, region: { startLine: 1, startColumn: 14 } },
    }
    const run = utf16Columns(
      runOf({
        columns: 'utf8Bytes',
        findings: [
          finding({
            location: place,
            related: [at('b.c', { line: 2 })],
            flow: [place],
            fixes: [
              {
                description: 'd',
                edits: [
                  { ...place, text: 'x' },
                  { ...at('b.c', { line: 2 }), text: '' },
                ],
              },
            ],
            sarif: { stacks: [{ frames: [{ location }] }] },
          }),
        ],
        notifications: [{ level: 'error', message: 'm', location: place }],
      }),
      sources,
    )
    const [result] = run.results!
    const second = { ...token, startLine: 2 }

    expect(region(result)).toEqual(token)
    expect(result!.relatedLocations![0]!.physicalLocation!.region).toEqual(second)
    expect(result!.codeFlows![0]!.threadFlows[0]!.locations[0]!.location!.physicalLocation!.region).toEqual(token)
    expect(result!.fixes![0]!.artifactChanges.map(({ replacements }) => replacements[0]!.deletedRegion)).toEqual([
      token,
      second,
    ])
    expect(result!.stacks![0]!.frames[0]!.location!.physicalLocation!.region).toEqual({ startLine: 1, startColumn: 11 })
    expect(run.invocations![0]!.toolExecutionNotifications![0]!.locations![0]!.physicalLocation!.region).toEqual(token)
    expect(run.columnKind).toBe('utf16CodeUnits')
  })

  it('are mapped by the unit of each finding, and each file is read once', () => {
    asked.length = 0
    const run = mapped(
      'unicodeCodePoints',
      { location: at('a.c', { column: 10, endColumn: 15 }) },
      { location: at('a.c'), columns: 'utf8Bytes' },
      {
        location: at('a.c', { column: 18, endColumn: undefined }),
        columns: 'cells',
        sarif: { properties: { own: 1 } },
      },
      { location: at('a.c', { column: 11, endColumn: 16 }), columns: 'utf16CodeUnits' },
    )

    expect(run.results!.map(region)).toEqual([token, token, { startLine: 1, startColumn: 11 }, token])
    expect(run.results!.map(({ properties }) => properties)).toEqual([undefined, undefined, { own: 1 }, undefined])
    expect(asked).toEqual(['a.c'])
    expect(JSON.stringify(run)).not.toContain(columnUnit)
  })

  const here = { location: at('a.c') }
  const gone = { location: at('gone.c') }
  const outside = { location: at('/usr/include/stdio.h') }

  it.each<[string, ColumnUnit | undefined, Partial<Finding>[], Run['columnKind'], (number | undefined)[]]>([
    ['all files are at hand', 'utf8Bytes', [here, here], 'utf16CodeUnits', [11, 11]],
    ['code points, and a file is missing', 'unicodeCodePoints', [here, gone], 'unicodeCodePoints', [14, 14]],
    ['bytes, and a file is missing', 'utf8Bytes', [here, gone], undefined, [11, 14]],
    [
      'bytes, their ends as lengths, and a file is missing',
      'utf8Bytes',
      [{ location: { file: 'gone.c', line: 1, column: 14, byteOffset: 13, byteLength: 5 } }],
      undefined,
      [14],
    ],
    ['cells, and a file lies outside', 'cells', [here, outside], undefined, [7, 14]],
    [
      'code points and bytes, and a file is missing',
      'unicodeCodePoints',
      [{ ...here, columns: 'utf8Bytes' }, gone],
      undefined,
      [11, 14],
    ],
    [
      'code points and UTF-16, and a file is missing',
      'unicodeCodePoints',
      [{ ...here, columns: 'utf16CodeUnits' }, gone],
      undefined,
      [14, 14],
    ],
    [
      'a missing file in which no column is known',
      'utf8Bytes',
      [here, { location: { file: 'gone.c', line: 3 } }],
      'utf16CodeUnits',
      [11, undefined],
    ],
    ['UTF-16, which needs no file', 'utf16CodeUnits', [gone], 'utf16CodeUnits', [14]],
    ['no column at all', 'tabs8', [{ location: { file: 'gone.c', line: 3 } }], 'utf16CodeUnits', [undefined]],
    ['a unit that nobody knows', undefined, [here], undefined, [14]],
    [
      'a unit that nobody knows, beside bytes',
      undefined,
      [here, { ...here, columns: 'utf8Bytes' }],
      undefined,
      [14, 11],
    ],
    ['no findings of a tool whose unit nobody knows', undefined, [], undefined, []],
  ])('say what they count: %s', (_case, ...[unit, findings, kind, columns]) => {
    const run = mapped(unit, ...findings)

    expect(run.columnKind).toBe(kind)
    expect(run.results!.map((result) => region(result)!.startColumn)).toEqual(columns)
    expect(JSON.stringify(run)).not.toContain(columnUnit)
    expect(schemaErrors({ version: '2.1.0', runs: [run] })).toEqual([])
  })

  it.each<[string, object, Region]>([
    ['bytes', { byteOffset: 13 + 1, byteLength: 5 }, { startLine: 2, startColumn: 11, endLine: 2, endColumn: 16 }],
    ['UTF-16', { charOffset: 10 + 1, charLength: 5 }, { startLine: 2, startColumn: 11, endLine: 2, endColumn: 16 }],
    ['bytes, for an insertion', { byteOffset: 14 }, { startLine: 2, startColumn: 11, endLine: 2, endColumn: 11 }],
    [
      'bytes, over a line end',
      { byteOffset: 0, byteLength: 1 },
      { startLine: 1, startColumn: 1, endLine: 2, endColumn: 1 },
    ],
    [
      'bytes behind the file',
      { byteOffset: 99, byteLength: 9 },
      { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 },
    ],
  ])('are found, with the lines, for offsets in %s', (_unit, offsets, wanted) => {
    const run = mapped(undefined, { location: { file: 'b.c', ...offsets } })

    expect(region(run.results![0])).toEqual(wanted)
    expect(run.columnKind).toBe('utf16CodeUnits')
  })

  it('leave an insertion inside of a character an insertion', () => {
    const run = mapped('utf8Bytes', {
      fixes: [{ description: 'd', edits: [{ ...at('a.c', { column: 6, endColumn: 6 }), text: 'x' }] }],
    })

    expect(run.results![0]!.fixes![0]!.artifactChanges[0]!.replacements[0]!.deletedRegion).toEqual({
      startLine: 1,
      startColumn: 5,
      endColumn: 5,
    })
  })

  it('are left alone in SARIF that a tool wrote itself, whatever it says they count', () => {
    const native = deepFreeze({
      ...toRun({ name: 'clang' }, { findings: [finding({ location: at('a.c') })], columns: 'unicodeCodePoints' }),
    })

    expect(utf16Columns(native, sources)).toBe(native)
  })

  it('are mapped on the whole way from a report to SARIF, and the offsets of converters become lines', async () => {
    const root = mkdtempSync(join(tmpdir(), 'columns-'))
    writeFileSync(join(root, 'a.sh'), "#!/bin/sh\n\techo '😀é' $x\n")
    const comment = {
      file: 'a.sh',
      line: 2,
      endLine: 2,
      column: 12,
      endColumn: 14,
      level: 'info',
      code: 2086,
      message: 'm',
    }
    const [run] = await line(root, 'shellcheck', JSON.stringify({ comments: [comment] }))
    const findings = ['a.sh', 'gone'].map((file) => finding({ location: { file, byteOffset: 25, byteLength: 2 } }))
    const ready = normalise([runOf({ findings })], { root, folder: root })
    rmSync(root, { recursive: true })

    expect(region(run!.results![0])).toEqual({ startLine: 2, startColumn: 13, endLine: 2, endColumn: 15 })
    expect(ready.runs[0]!.results!.map(region)).toEqual([
      { startLine: 2, startColumn: 13, endLine: 2, endColumn: 15 },
      { startLine: 1, byteOffset: 25, byteLength: 2 },
    ])
    expect(ready.notices).toEqual([])
  })
})

/** A report, as production reads it and makes it ready, with the files it speaks of in a folder. */
async function line(root: string, format: string, text: string): Promise<Run[]> {
  const { runs, problems } = await convert([{ name: format, format, read: async () => bytesOf(text) }], {
    redact: (it) => it,
  })
  expect(problems).toEqual([])
  return normalise(runs, { root, folder: root }).runs
}

/** A scan of a file whose finding must mark a token behind a tab, an emoji and an accented letter. */
interface Proof {
  format: string
  words: string[]
  /** The file that is scanned, by its name. */
  file: string
  text: string
  /** Exactly this, or what begins with it where the tool tells no end. */
  token: string
  endsAreTold: boolean
  /** The finding that is meant, where there may be others. */
  rule?: RegExp
  stream?: 'stderr'
  /** What else the tool wants in the folder. */
  files?: Record<string, string>
}

const c = 'void g(const char *, int);\nvoid f(void) {\n\tg("😀é", missing);\n}\n'
const python = "def f() -> None:\n\tprint('😀é', missing)\n"

const proofs: Proof[] = [
  {
    format: 'eslint',
    words: ['eslint', '--format', 'json', 'a.js'],
    file: 'a.js',
    text: "\tlet s = ['😀é', missing]\n",
    token: 'missing',
    endsAreTold: true,
    files: { 'eslint.config.mjs': "export default [{ rules: { 'no-undef': 'error' } }]\n" },
  },
  {
    format: 'tsc',
    words: ['tsc', '--noEmit', '--pretty', 'false', '--ignoreConfig', 'a.ts'],
    file: 'a.ts',
    text: "export function f(s: string): void {\n\tvoid ['😀é', s, missing]\n}\n",
    token: 'missing',
    endsAreTold: false,
  },
  ...['biome', 'rdjson'].map((format) => ({
    format,
    words: ['biome', 'lint', `--reporter=${format === 'biome' ? 'json' : format}`, 'a.js'],
    file: 'a.js',
    text: "export function f(s) {\n\treturn ['😀é', s == 1]\n}\n",
    token: '==',
    endsAreTold: true,
    rule: /noDoubleEquals/,
    files: { 'biome.json': '{}' },
  })),
  {
    format: 'shellcheck',
    words: ['shellcheck', '--format', 'json1', 'a.sh'],
    file: 'a.sh',
    text: "#!/bin/bash\nx=$1\n\techo '😀é' $x\n",
    token: '$x',
    endsAreTold: true,
  },
  {
    format: 'gcc-json',
    words: ['gcc', '-fsyntax-only', '-fdiagnostics-format=json', 'a.c'],
    file: 'a.c',
    text: c,
    token: 'missing',
    endsAreTold: true,
    stream: 'stderr',
  },
  {
    format: 'gcc',
    words: ['gcc', '-fsyntax-only', 'a.c'],
    file: 'a.c',
    text: c,
    token: 'missing',
    endsAreTold: false,
    stream: 'stderr',
  },
  {
    format: 'gcc',
    words: ['clang', '-fsyntax-only', 'a.c'],
    file: 'a.c',
    text: c,
    token: 'missing',
    endsAreTold: false,
    stream: 'stderr',
  },
  {
    format: 'clang-tidy',
    words: ['clang-tidy', '--checks=-*,readability-magic-numbers', 'a.c', '--'],
    file: 'a.c',
    text: c.replace('missing', '12345'),
    token: '12345',
    endsAreTold: false,
  },
  {
    format: 'cppcheck',
    words: ['cppcheck', '--quiet', '--xml', 'a.c'],
    file: 'a.c',
    text: 'int g(const char *, int);\nint f(void) {\n\tint *p = 0;\n\treturn g("😀é", *p);\n}\n',
    token: 'p)',
    endsAreTold: false,
    stream: 'stderr',
  },
  {
    format: 'flawfinder',
    words: ['flawfinder', '--csv', 'a.c'],
    file: 'a.c',
    text: 'int f(char *a, const char *b) {\n\treturn g(a, "😀é", strcpy(a, b));\n}\n',
    token: 'strcpy',
    endsAreTold: true,
  },
  {
    format: 'pylint',
    words: ['pylint', '--output-format=json', '--disable=all', '--enable=undefined-variable', 'a.py'],
    file: 'a.py',
    text: python,
    token: 'missing',
    endsAreTold: true,
  },
  {
    format: 'flake8',
    words: ['flake8', 'a.py'],
    file: 'a.py',
    text: python,
    token: 'missing',
    endsAreTold: false,
    rule: /F821/,
  },
  {
    format: 'flake8',
    words: ['flake8', 'a.py'],
    file: 'a.py',
    text: "def f(x):\n\treturn ('😀é', x == None)\n",
    token: '== None',
    endsAreTold: false,
    rule: /E711/,
  },
  {
    format: 'mypy',
    words: ['mypy', '--show-column-numbers', '--show-error-end', '--show-error-codes', 'a.py'],
    file: 'a.py',
    text: "def f(x: int) -> None: ...\ndef g() -> None:\n\tf(0) if '😀é' else f('é😀')\n",
    token: "'é😀'",
    endsAreTold: true,
    rule: /arg-type/,
  },
  {
    format: 'pyright',
    words: ['pyright', '--outputjson', 'a.py'],
    file: 'a.py',
    text: python,
    token: 'missing',
    endsAreTold: true,
  },
  {
    format: 'yamllint',
    words: ['yamllint', '--format', 'parsable', 'a.yaml'],
    file: 'a.yaml',
    text: "---\na: ['\t😀é', yes]\n",
    token: 'yes',
    endsAreTold: false,
    rule: /truthy/,
  },
  {
    format: 'rubocop',
    words: ['rubocop', '--format', 'json', '--only', 'Style/NilComparison', 'a.rb'],
    file: 'a.rb',
    text: "def f\n\tp('😀é', 1 == nil)\nend\n",
    token: '==',
    endsAreTold: true,
  },
  {
    format: 'cargo',
    words: ['rustc', '--error-format=json', 'a.rs'],
    file: 'a.rs',
    text: 'fn main() {\n\tlet _ = ("😀é", missing);\n}\n',
    token: 'missing',
    endsAreTold: true,
    rule: /E0425/,
    stream: 'stderr',
  },
  {
    format: 'luacheck',
    words: ['luacheck', '--formatter', 'plain', '--codes', '--ranges', 'a.lua'],
    file: 'a.lua',
    text: "do\n\tprint('😀é', missing)\nend\n",
    token: 'missing',
    endsAreTold: true,
  },
  {
    format: 'hlint',
    words: ['hlint', '--json', 'a.hs'],
    file: 'a.hs',
    text: 'f :: [String]\nf = g\n\t[["😀é"], (not True) `seq` []]\n',
    token: 'not True',
    endsAreTold: true,
    rule: /Evaluate/,
  },
  {
    format: 'sqlfluff',
    // Else it guesses the encoding, and takes a short file for Latin-1.
    words: [
      'sqlfluff',
      'lint',
      '--dialect',
      'ansi',
      '--encoding',
      'utf-8',
      '--format',
      'json',
      '--rules',
      'L010',
      'a.sql',
    ],
    file: 'a.sql',
    text: "SELECT\n\t'😀é' as x\nFROM t\n",
    token: 'as',
    endsAreTold: false,
  },
  {
    format: 'phpcs',
    words: [
      'phpcs',
      '--standard=Generic',
      '--tab-width=4',
      '--sniffs=Generic.PHP.LowerCaseConstant',
      '--report=json',
      'a.php',
    ],
    file: 'a.php',
    text: "<?php\n\techo '😀é', TRUE;\n",
    token: 'TRUE',
    endsAreTold: false,
  },
  {
    format: 'oxlint',
    words: ['oxlint', '--format', 'json', '--deny', 'eqeqeq', 'a.js'],
    file: 'a.js',
    text: "export function f(s) {\n\treturn ['😀é', s == 1]\n}\n",
    token: '==',
    endsAreTold: true,
    rule: /eqeqeq/,
  },
  {
    format: 'stylelint',
    words: ['stylelint', '--formatter', 'json', 'a.css'],
    file: 'a.css',
    text: "a {\n\tcontent: '😀é'; colr: red;\n}\n",
    token: 'colr',
    endsAreTold: true,
    stream: 'stderr',
    files: { '.stylelintrc.json': '{"rules":{"property-no-unknown":true}}' },
  },
  {
    format: 'htmlhint',
    words: ['htmlhint', '--format', 'json', '--rules', 'attr-lowercase', 'a.html'],
    file: 'a.html',
    text: '<!DOCTYPE html>\n<html><head><title>t</title></head><body>\n\t<p title=\'😀é\' CLASS="a"></p>\n</body></html>\n',
    token: ' CLASS',
    endsAreTold: false,
  },
  {
    format: 'markdownlint',
    words: ['markdownlint', '--json', 'a.md'],
    file: 'a.md',
    text: "# t\n\n-\titem '😀é' <b>x</b>\n",
    token: '<b>',
    endsAreTold: true,
    rule: /MD033/,
    stream: 'stderr',
  },
  {
    format: 'ast-grep',
    words: ['ast-grep', 'scan', '--json', '--rule', 'rule.yml', 'a.js'],
    file: 'a.js',
    text: "export function f(s) {\n\ts('😀é', eval(s))\n}\n",
    token: 'eval(s)',
    endsAreTold: true,
    files: { 'rule.yml': 'id: no-eval\nlanguage: js\nrule:\n  pattern: eval($A)\nseverity: warning\nmessage: m\n' },
  },
]

describe('The proof of columns: what a real scan marks is the token', () => {
  const path = [join(projectRoot(), 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  const folder = mkdtempSync(join(tmpdir(), 'proof-'))
  const known = new Set(converters.map(({ id }) => id))
  const installed = new Map<string, boolean>()
  afterAll(() => rmSync(folder, { recursive: true }))

  const hasTool = (tool: string) => {
    const found =
      installed.get(tool) ?? spawnSync('sh', ['-c', `command -v ${tool}`], { env: { PATH: path } }).status === 0
    installed.set(tool, found)
    return found
  }
  const whyNot = ({ format, words: [tool] }: Proof) => {
    if (!known.has(format)) return ` (there is no format ${format})`
    return hasTool(tool!) ? '' : ` (${tool} is not installed)`
  }

  const titled = proofs.map((proof, at) => ({ ...proof, at, lacks: whyNot(proof) }))
  const title = ({ format, words, token, lacks }: (typeof titled)[number]) =>
    `${format}: ${token} by ${words[0]}${lacks}`

  for (const proof of titled) {
    const ask = proof.lacks ? it.skip : it
    ask(title(proof), async () => {
      const root = join(folder, String(proof.at))
      mkdirSync(root)
      for (const [name, text] of Object.entries({ ...proof.files, [proof.file]: proof.text }))
        writeFileSync(join(root, name), text)
      const [program = '', ...args] = proof.words
      const env = { ...process.env, PATH: path, NO_COLOR: '1', LC_ALL: 'C.UTF-8' }
      const { stdout, stderr } = spawnSync(program, args, { cwd: root, env, encoding: 'utf8' })
      const runs = await line(root, proof.format, proof.stream === 'stderr' ? stderr : stdout)
      const result = runs
        .flatMap(({ results = [] }) => results)
        .find((it) => proof.rule?.test(it.ruleId ?? '') !== false)

      expect(marked(result, proof)).toBe(proof.token)
    })
  }

  /** What the region marks; as many letters of the rest of the line as the token has where the tool tells no end. */
  function marked(result: Result | undefined, { text, token, endsAreTold }: Proof): string | undefined {
    const {
      startLine = 0,
      startColumn = 1,
      endLine = startLine,
      endColumn,
    } = result?.locations?.[0]?.physicalLocation?.region ?? {}
    const lines = text.split('\n')
    if (endLine !== startLine || (endColumn === undefined) === endsAreTold) return undefined
    return lines[startLine - 1]?.slice(startColumn - 1, endsAreTold ? endColumn! - 1 : startColumn - 1 + token.length)
  }
})
