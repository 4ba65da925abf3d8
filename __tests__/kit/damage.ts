import { fc } from './properties.ts'

/** Values that parsers trip over. */
const oddities = [
  null,
  true,
  -1,
  0,
  1.5,
  Number.POSITIVE_INFINITY,
  '',
  'x',
  '__proto__',
  '%',
  'file:///%E9',
  '\ud800',
  [],
  [null],
  ['x'],
  {},
  { text: 5 },
  JSON.parse('{"__proto__":{"uri":1}}'),
]

type Texts = fc.Arbitrary<string>

/** Damage is done to short reports: long ones say the same more often, and take their time. */
const longest = 3500
/** A report that says no more than that it is one. */
const nothing = 200
/** So many are damaged at least, whatever their length. */
const fewest = 2

/**
 * Reports of one format that were cut, patched over, encoded or coloured wrongly, or had a value replaced by one of
 * another type. Everything is prepared once, so a case costs little more than the text itself.
 */
export function damaged(texts: string[]): Texts {
  const byLength = texts.filter((text) => text.trim() !== '').sort((a, b) => a.length - b.length)
  const some = byLength.findIndex(({ length }) => length > nothing)
  const short = byLength.filter(({ length }, at) => length <= longest || (some >= 0 && at < some + fewest) || at === 0)
  // What holds next to nothing can be damaged in few ways.
  return fc.oneof(...short.map((text) => ({ arbitrary: damageTo(text), weight: text.length > nothing ? 5 : 1 })))
}

function damageTo(text: string): Texts {
  const place = fc.nat({ max: text.length })
  const cut = place.map((end) => text.slice(0, end))
  const removed = fc.tuple(place, fc.nat({ max: 40 })).map(([at, size]) => text.slice(0, at) + text.slice(at + size))
  const patched = fc
    .tuple(place, fc.oneof(anyText, fc.constantFrom(...patches)))
    .map(([at, patch]) => text.slice(0, at) + patch + text.slice(at + patch.length))
  const doubled = fc.tuple(place, place).map(([a, b]) => text.slice(0, Math.max(a, b)) + text.slice(Math.min(a, b)))
  const long = fc.tuple(place, fc.constantFrom(...fillings)).map(([at, filling]) => inserted(text, at, filling))
  return fc.oneof(
    ...[cut, removed, patched, doubled, lineDamage(text), strangely(text)].map((arbitrary) => ({
      arbitrary,
      weight: 2,
    })),
    { arbitrary: long, weight: 1 },
    { arbitrary: valueDamage(text), weight: 12 },
  )
}

/** Any units of UTF-16, halves of pairs among them; a string of characters would bring a table of them all. */
const anyText = fc.array(fc.nat({ max: 0xffff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units))
const patches = ['\0', '"', '<', '&a;', ']', '}', '{', ':', '\ud83d', '\u001b[31m', '\r', '\u2028', '\ufeff', '%s', '']
/** Long enough for what is slower than linear to be seen. */
const fillings = [' ', '\t', 'x', '[', '(', ':1', '/', '"', '<a>', '\\', '\u001b['].map((part) => part.repeat(3000))

function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at)
}

/** Lines that are cut, doubled, swapped, joined, moved in or gone. */
function lineDamage(text: string): Texts {
  const lines = text.split('\n')
  const line = fc.nat({ max: lines.length - 1 })
  const how = fc.constantFrom('cut', 'double', 'swap', 'join', 'indent', 'remove')
  return fc.tuple(line, line, fc.nat({ max: 80 }), how).map(([at, other, column, what]) => {
    const now = [...lines]
    if (what === 'cut') now[at] = now[at]!.slice(0, column)
    else if (what === 'double') now.splice(other, 0, now[at]!)
    else if (what === 'swap') [now[at], now[other]] = [now[other]!, now[at]!]
    else if (what === 'join') now.splice(at, 2, now.slice(at, at + 2).join(''))
    else if (what === 'indent') now[at] = `${' '.repeat(column)}${now[at]}`
    else now.splice(at, 1)
    return now.join('\n')
  })
}

/** The same text as other systems and terminals write it, and as nobody should. */
function strangely(text: string): Texts {
  const place = fc.nat({ max: text.length })
  return fc.oneof(
    fc.constantFrom(
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\ufeff${text}`,
      `${text}\n\n`,
      // UTF-16 that was read as if it were something else.
      text.replace(/./gs, '$&\0'),
      Buffer.from(text, 'utf8').toString('latin1'),
      text.replace(/[\w.]+/g, '\u001b[1;31m$&\u001b[0m'),
    ),
    fc.tuple(place, fc.nat({ max: 9 })).map(([at, size]) => {
      const coloured = `\u001b[36m${text.slice(at, at + size)}\u001b[m\u001b[K`
      return text.slice(0, at) + coloured + text.slice(at + size)
    }),
  )
}

/** Damage to what the format is made of. */
function valueDamage(text: string): Texts {
  if (isJson(text)) return swappedValues(text)
  const lines = text.split('\n')
  const withJson = lines.flatMap((line, at) => (/^\s*[[{]/.test(line) && isJson(line) ? [at] : []))
  if (withJson.length > 0)
    return fc.oneof(
      ...withJson.slice(0, 20).map((at) => swappedValues(lines[at]!).map((line) => lines.with(at, line).join('\n'))),
    )
  return /^\s*</.test(text) ? swappedAttribute(text) : swappedWords(text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A word or a number of a text, somewhere, becomes another, or what no tool would write there. */
function swappedWords(text: string): Texts {
  const words = [...text.matchAll(/[\w.@/-]+|[:,;()[\]"'=]+/g)]
  if (words.length === 0) return fc.constant(text)
  const odd = [
    '',
    '0',
    '-1',
    '99999999999999999999',
    '1e999',
    'NaN',
    '__proto__',
    ':',
    '::',
    '()',
    '[]',
    '"',
    '\0',
    '\ud800',
    '%',
    '%E9',
    'x'.repeat(300),
  ]
  const other = fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...words.map(([word]) => word)))
  const swap = fc.tuple(fc.nat({ max: words.length - 1 }), other)
  return fc.array(swap, { minLength: 1, maxLength: 3 }).map((swaps) => {
    const last = swaps.sort(([a], [b]) => b - a)
    return last.reduce((now, [at, word]) => {
      const { index, 0: old } = words[at]!
      return now.slice(0, index) + word + now.slice(index + old.length)
    }, text)
  })
}

/** One to three values of a JSON document, anywhere, become something else or go away. */
function swappedValues(text: string): Texts {
  const swap = fc.tuple(fc.nat(), fc.constantFrom<unknown>(undefined, ...oddities))
  return fc.array(swap, { minLength: 1, maxLength: 3 }).map((swaps) => {
    const json = JSON.parse(text)
    const slots = slotsOf(json)
    for (const [at, value] of swaps) {
      const [holder, key] = slots[at % slots.length] ?? []
      if (holder && key !== undefined) holder[key] = structuredClone(value)
    }
    return written(json)
  })
}

/** JSON has no infinity, but a number too large is read as one. */
function written(json: unknown): string {
  const text = JSON.stringify(json, (_key, value) => (value === Infinity ? 'INFINITY' : value))
  return text.replaceAll('"INFINITY"', '1e999')
}

const plausible = [
  'error',
  'fail',
  'inSource',
  1,
  2,
  -2,
  { text: 'x' },
  { id: 'x' },
  [{ text: 'x' }],
  { tags: ['a', 'a'] },
]
const keys = ['extra', 'properties', 'tags', 'id', 'index', 'level', 'kind', 'region', 'location', 'guid', '__proto__']

/**
 * A JSON document in which some values were swapped, moved to where others are, taken away or added, and some items of
 * lists stand twice, the keys of the second in another order.
 */
export function mutated(text: string): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    from: fc.nat(),
    how: fc.constantFrom('swap', 'move', 'remove', 'grow'),
    key: fc.constantFrom(...keys),
    value: fc.constantFrom<unknown>(...oddities, ...plausible),
  })
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const json = JSON.parse(text)
    for (const { at, from, how, key, value } of changes) {
      const slots = slotsOf(json)
      const [holder, place] = slots[at % slots.length]!
      const [other, there] = slots[from % slots.length]!
      if (how === 'remove') remove(holder, place)
      else if (how === 'grow') grow(holder, key, value)
      else holder[place] = structuredClone(how === 'move' ? other[there] : value)
    }
    return JSON.parse(written(json))
  })
}

function remove(holder: object, place: string): void {
  // JSON knows no holes.
  if (Array.isArray(holder)) holder.splice(Number(place), 1)
  else Reflect.deleteProperty(holder, place)
}

function grow(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(reversed(holder[0]))
  else define(holder, key, structuredClone(value))
}

/** As JSON.parse does, for which `__proto__` is a key like others. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return structuredClone(value)
  return Object.fromEntries(Object.entries(structuredClone(value)).reverse())
}

type Slot = [holder: Record<string, unknown>, key: string]

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key): Slot[] => [[holder, key], ...slotsOf(holder[key])])
}

/** The value of one attribute, somewhere, becomes something else. */
function swappedAttribute(text: string): Texts {
  const values = [...text.matchAll(/(?<==)(["'])(.*?)\1/g)]
  if (values.length === 0) return swappedWords(text)
  const other = fc.constantFrom(
    '',
    ' ',
    '-1',
    '0',
    '1e999',
    'NaN',
    '&amp;',
    '&#0;',
    '&nbsp;',
    '%',
    'a:b',
    '\\',
    'x'.repeat(99),
  )
  return fc.tuple(fc.nat({ max: values.length - 1 }), other).map(([at, value]) => {
    const { index, 0: old } = values[at]!
    return `${text.slice(0, index)}"${value}"${text.slice(index + old.length)}`
  })
}
