import { describe, expect, it } from '@jest/globals'
import { readCsv } from '../src/converters/read/csv.ts'
import { readJson } from '../src/converters/read/json.ts'
import { jsonValues } from '../src/converters/read/json-values.ts'
import { linesOf } from '../src/converters/read/lines.ts'
import * as shape from '../src/converters/read/shape.ts'
import { reportOf } from '../src/converters/report.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { hostile } from './kit/hostile.ts'
import { fc } from './kit/properties.ts'

/** How long it takes, in milliseconds; whether it ends in a result or a refusal does not matter. */
function timeOf(work: () => unknown): number {
  const started = performance.now()
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableReport)
  }
  return performance.now() - started
}

describe('jsonValues', () => {
  it.each<[string, string, unknown[], string[]]>([
    ['nothing', '', [], []],
    ['separators that part nothing, which are no silence', ' \n\0\u001e\r\n', [], ['\0\u001e']],
    ['one document', '\n{\n "a": [1, 2]\n}\n', [{ a: [1, 2] }], []],
    ['JSON lines', '{"a":1}\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }], []],
    ['values parted by NUL', '{"a":1}\0{"a":2}\0', [{ a: 1 }, { a: 2 }], []],
    ['a record separator before each', '\u001e{"a":1}\n\u001e{"a":2}\n', [{ a: 1 }, { a: 2 }], []],
    ['values one after the other, over many lines', '{\n"a":1\n}\n{\n"a":2\n}', [{ a: 1 }, { a: 2 }], []],
    [
      'a value among plain lines',
      'Scanning…\n[\n {"a":1}\n]\n3 files, 1 finding\n',
      [[{ a: 1 }]],
      ['Scanning…', '3 files, 1 finding'],
    ],
    ['a value with words behind it', '{"a":1} done\n', [{ a: 1 }], ['done']],
    ['brackets and quotes in strings', '{"a":"]}\\"[{","b":"\\\\"}\n', [{ a: ']}"[{', b: '\\' }], []],
    [
      'lines that begin with a bracket',
      '[INFO] start\n{"a":1}\n[12:00:01] end\n{x}\n[1/2 done\n',
      [{ a: 1 }],
      ['[INFO] start', '[12:00:01] end', '{x}', '[1/2 done'],
    ],
    ['numbers and words of JSON, which begin no value', '5\nnull\n"text"\n', [], ['5', 'null', '"text"']],
    ['a list of numbers', '[1,2]\n[]\n{}\n', [[1, 2], [], {}], []],
  ])('reads %s', (_what, text, values, otherLines) => {
    expect(jsonValues(text)).toEqual({ values, otherLines })
  })

  it.each([
    ['was cut off', '{"a":1}\n{"b":', 2],
    ['was cut off in a string', '\n\n["a', 3],
    ['was cut off behind its bracket', 'x\n{\n', 2],
    ['has a comma too many', '{"a":1,}\n', 1],
  ])('refuses a value that %s, and names its line', (_what, text, line) => {
    expect(() => jsonValues(text)).toThrow(
      new UnreadableReport(`the JSON that begins on line ${line} was cut off, or is damaged`),
    )
  })

  it('gives back the values that were printed, in whatever layout, among plain lines', () => {
    const value = fc.oneof(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
      fc.array(fc.jsonValue({ maxDepth: 2 })),
    )
    const layout = fc.constantFrom(undefined, 1, 2, '\t')
    const printed = fc
      .tuple(value, layout)
      .map(([it, indent]) => ({ values: [JSON.parse(JSON.stringify(it))], text: JSON.stringify(it, null, indent) }))
    const plain = fc.stringMatching(/^[ \w.:/%()-]{0,30}$/).map((text) => ({ values: [] as unknown[], text }))
    const end = fc.constantFrom('\n', '\r\n', '\n\n', '\n\0')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(printed, plain), end)), (parts) => {
        const found = jsonValues(parts.map(([{ text }, ending]) => text + ending).join(''))

        expect(found.values).toEqual(parts.flatMap(([{ values }]) => values))
        expect(found.otherLines).toEqual(
          parts.flatMap(([{ values, text }]) => (values.length === 0 && text.trim() !== '' ? [text.trim()] : [])),
        )
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '[x\n',
    '{x\n',
    '[1\n',
    '[1,\n',
    '[-',
    '{"a":1}\n',
    '["\n',
    '[[\n',
    '[{\n',
    '"\\',
    '\\"',
    '[]x\n',
    '\0',
    '[true,\n',
    '{}{x\n',
    '{}',
    '[1]\0',
    '["\\\\',
  ])('takes time that grows with the text only: %j, again and again', (piece) => {
    expect(timeOf(() => jsonValues(piece.repeat(60_000)))).toBeLessThan(3000)
    expect(timeOf(() => jsonValues(`[INFO] ${piece.repeat(60_000)}`))).toBeLessThan(3000)
  })
})

describe('linesOf', () => {
  it.each<[string, string, string[]]>([
    ['every kind of end but a lone carriage return', 'a\nb\r\nc\rd', ['a', 'b', 'c\rd']],
    ['empty ones, and none behind the last end', '\n\na\n', ['', '', 'a']],
    ['nothing', '', []],
    [
      'colours and the deletion of the rest of the line',
      '\u001b[1;31mred\u001b[0m\u001b[K and \u001b[38;5;9mblue\u001b[m',
      ['red and blue'],
    ],
    ['links', '\u001b]8;;https://x.example\u001b\\text\u001b]8;;\u0007', ['text']],
    ['an escape that ends nowhere', 'a\u001b[0', ['a\u001b[0']],
  ])('parts %s', (_what, text, lines) => {
    expect([...linesOf(text)]).toEqual(lines)
  })

  it('gives back the lines that were joined', () => {
    const line = fc.string().filter((text) => !/[\r\n\u001b]/.test(text))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        expect([...linesOf(lines.map((text) => text + end).join(''))]).toEqual(lines)
      }),
    )
  })

  it.each([...hostile.map(([, text]) => text), '\u001b[', '\u001b]8;;', '\u001b[0;', '\u001b[ ', '\u001b]a\u001b'])(
    'takes time that grows with the text only (%#)',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / Math.max(piece.length, 1)))

      expect(timeOf(() => [...linesOf(text)].length)).toBeLessThan(2000)
    },
  )
})

describe('readCsv', () => {
  it.each<[string, string, Record<string, string>[]]>([
    [
      'rows by their head',
      'File,Line\na.c,1\nb.c,2\n',
      [
        { File: 'a.c', Line: '1' },
        { File: 'b.c', Line: '2' },
      ],
    ],
    ['quotes, commas and line ends in a field', 'a,b\r\n"x, ""y""","1\n2"\r\n', [{ a: 'x, "y"', b: '1\n2' }]],
    ['empty fields', 'a,b\n,\n', [{ a: '', b: '' }]],
    ['a head alone', 'a,b\n', []],
    ['blank lines around', '\n\na,b\n1,2\n\n', [{ a: '1', b: '2' }]],
    ['a byte order mark', '\ufeffa,b\n1,2', [{ a: '1', b: '2' }]],
    ['semicolons as what they are', 'a,b\n1;2,3', [{ a: '1;2', b: '3' }]],
  ])('reads %s', (_what, text, rows) => {
    expect(readCsv(text)).toEqual(rows)
  })

  it.each([
    ['a field too few', 'a,b\n1,2\n3\n', /^row 3 of its CSV is damaged/],
    ['a field too many', 'a,b\n1,2,3\n', /^row 2 of its CSV is damaged/],
    ['a quote that is not closed', 'a,b\n"1,2\n3,4\n', /of its CSV is damaged/],
  ])('refuses %s, and names the row', (_what, text, words) => {
    expect(() => readCsv(text)).toThrow(words)
    expect(() => readCsv(text)).toThrow(UnreadableReport)
  })

  it('gives back the rows that were written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', ';', 'é', '😀') })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field)), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = [['a', 'b'], ...rows].map((row) => row.map(quoted).join(',')).join(end)

        expect(readCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })))
      }),
    )
  })

  it.each(['"', '""', '"a"b', ',', '\n', '"a","b"\n', '"\n', '"x" "'])(
    'takes time that grows with the text only: %j, again and again',
    (piece) => {
      expect(timeOf(() => readCsv(`a,b\n${piece.repeat(50_000)}`))).toBeLessThan(3000)
    },
  )
})

describe('The shape of a report', () => {
  const { array, boolean, int, literal, natural, nullable, nullish, number, object, optional, record, string, tuple } =
    shape
  const Item = object({ name: string, size: nullish(number), tags: optional(array(string)) })
  const Both = shape.union([string, object({ file: string }), array(number)])

  it.each<[value: unknown, shape: shape.Shape<unknown>, mistake: string]>([
    [null, Item, 'at the top: must be an object'],
    [[], Item, 'at the top: must be an object'],
    [{}, Item, 'at name: is missing'],
    [{ name: 'x', size: 'y' }, Item, 'at size: must be a number'],
    [{ name: 'x', tags: null }, Item, 'at tags: must be a list'],
    [{ name: 'x', tags: ['a', 7] }, Item, 'at tags.1: must be a text'],
    [[{ name: 'x' }, { name: null }], array(Item), 'at 1.name: must be a text'],
    [{ 'a.js': { name: 'x' }, 'b.js': 5 }, record(Item), 'at b.js: must be an object'],
    [[1], record(Item), 'at the top: must be an object'],
    [[1, 2, 3], tuple([int, int]), 'at the top: must be a list of 2'],
    [[1, 2.5], tuple([int, int]), 'at 1: must be a whole number'],
    [-1, natural, 'at the top: must be a whole number from 0'],
    [JSON.parse('1e999'), number, 'at the top: must be a number'],
    [2 ** 53, int, 'at the top: must be a whole number'],
    ['true', boolean, 'at the top: must be true or false'],
    [3, literal(2), 'at the top: must be 2'],
    [undefined, object({ at: nullable(string) }), 'at the top: is missing'],
    [{}, object({ at: nullable(string) }), 'at at: is missing'],
    [5, Both, 'at the top: must be a text or an object or a list'],
    [{ file: 5 }, Both, 'at file: must be a text'],
    [[1, 'x'], Both, 'at 1: must be a number'],
  ])('%j is refused, with the place and what should stand there', (value, wanted, mistake) => {
    expect(() => readJson({ json: () => value }, wanted)).toThrow(new UnreadableReport(mistake))
  })

  it.each<[value: unknown, shape: shape.Shape<unknown>]>([
    [{ name: 'x', size: null, more: { of: 'it' } }, Item],
    [{ 'a.js': { name: 'x', tags: [] } }, record(Item)],
    [[], tuple([])],
    [{ at: null }, object({ at: nullable(string), ...Item.members, name: optional(string) })],
    [['x', { file: 'y' }, [1]], array(Both)],
    [{}, object({ all: shape.unknown })],
  ])('%j fits, and is what is read, not a copy of it', (value, wanted) => {
    expect(readJson({ json: () => value }, wanted)).toBe(value)
    expect(shape.fits(wanted, value)).toBe(true)
  })
})

describe('A report that is no JSON', () => {
  it.each([
    '{"a": hunter2-hunter2}',
    '{"a":"x"hunter2-hunter2"}',
    '[1,]hunter2-hunter2',
    'hunter2-hunter2',
    '{"a":"hunter2-hunter2',
    '"is not valid JSON" hunter2-hunter2',
  ])('is refused without a word of what it holds: %s', (text) => {
    const told = () => reportOf(text).json()

    expect(told).toThrow(/^it is not JSON, or it was cut off: /)
    expect(told).not.toThrow(/hunter2/)
  })
})
