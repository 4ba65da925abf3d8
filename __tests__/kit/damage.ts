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

/** Texts that parsers trip over, in the place of an attribute's value, a word or a sign. */
const otherWords = ['', ' ', '-1', '0', '1e999', 'NaN', '&amp;', '&#0;', '&nbsp;', '%', 'a:b', '\\', 'x'.repeat(99)]

/** Reports that were cut, patched over, or had a value replaced by one of another type. */
export function damaged(texts: string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...texts).chain((text) => {
    const place = fc.nat({ max: text.length })
    const cut = place.map((end) => text.slice(0, end))
    const removed = fc.tuple(place, fc.nat({ max: 40 })).map(([at, size]) => text.slice(0, at) + text.slice(at + size))
    const patched = fc
      .tuple(place, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '"', '<', '&a;', ']', '}', '\ud83d')))
      .map(([at, patch]) => text.slice(0, at) + patch + text.slice(at + patch.length))
    const doubled = fc.tuple(place, place).map(([a, b]) => text.slice(0, Math.max(a, b)) + text.slice(Math.min(a, b)))
    return fc.oneof(cut, removed, patched, doubled, { arbitrary: swapped(text), weight: 6 })
  })
}

function swapped(text: string): fc.Arbitrary<string> {
  if (text.startsWith('<')) return swappedAttribute(text)
  return isJson(text) ? swappedValues(text) : swappedLine(text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** One line has a value or a word swapped, as it is JSON or text; the others stay. */
function swappedLine(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n')
  return fc.nat({ max: lines.length - 1 }).chain((at) => {
    const line = lines[at]!
    const other = isJson(line) && line.length > 2 ? swappedValues(line) : swappedWord(line)
    return other.map((changed) => [...lines.slice(0, at), changed, ...lines.slice(at + 1)].join('\n'))
  })
}

function swappedWord(line: string): fc.Arbitrary<string> {
  const words = [...line.matchAll(/\w+|\W/g)]
  return fc.tuple(fc.nat(), fc.constantFrom(...otherWords)).map(([at, other]) => {
    const word = words[at % Math.max(words.length, 1)]
    return word ? line.slice(0, word.index) + other + line.slice(word.index + word[0].length) : other
  })
}

/** One to three values of a JSON document, anywhere, become something else or go away. */
function swappedValues(text: string): fc.Arbitrary<string> {
  const swap = fc.tuple(fc.nat(), fc.constantFrom<unknown>(undefined, ...oddities))
  return fc.array(swap, { minLength: 1, maxLength: 3 }).map((swaps) => {
    const json = JSON.parse(text)
    for (const [at, value] of swaps) {
      const slots = slotsOf(json)
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
function swappedAttribute(text: string): fc.Arbitrary<string> {
  const values = [...text.matchAll(/(?<==)(["'])(.*?)\1/g)]
  return fc.tuple(fc.nat({ max: values.length - 1 }), fc.constantFrom(...otherWords)).map(([at, value]) => {
    const { index, 0: old } = values[at]!
    return `${text.slice(0, index)}"${value}"${text.slice(index + old.length)}`
  })
}
