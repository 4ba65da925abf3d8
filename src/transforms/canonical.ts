/** What lies deeper is not told apart; the schema's check refuses it anyway. */
export const deepest = 500

/**
 * The same text for values that are equal as JSON, in whatever order their keys are: so that twins in a long list are
 * found by looking each one up, not by comparing it with all others.
 */
export function canonical(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value)
  // A number that is too large for JSON is read as infinity, which must not be taken for null.
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth === deepest) return '…'
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join()}]`
  const object = value as Record<string, unknown>
  let text = '{'
  for (const key of Object.keys(object).sort()) text += `${JSON.stringify(key)}:${canonical(object[key], depth + 1)},`
  return `${text}}`
}

/** Up to here, comparing all with all is quicker than writing each out, as most differ in the first thing they hold. */
const few = 8

/** For each item that equals an earlier one, the place of that one; undefined when all differ. */
export function twinsIn(items: unknown[]): Map<number, number> | undefined {
  if (items.length < 2) return undefined
  const firstOf = items.length <= few ? comparing(items) : lookingUp(items)
  const twins = new Map<number, number>()
  for (let at = 1; at < items.length; at++) {
    const first = firstOf(at)
    if (first !== at) twins.set(at, first)
  }
  return twins.size > 0 ? twins : undefined
}

type FirstOf = (at: number) => number

function comparing(items: unknown[]): FirstOf {
  return (at) => items.findIndex((item, first) => first === at || areEqual(item, items[at], 0))
}

/** Only what looks like another on the surface is written out: a rule's id tells it from all others, and its help is long. */
function lookingUp(items: unknown[]): FirstOf {
  const surfaces = items.map(surfaceOf)
  const firstOfSurface = firstPlaces(surfaces)
  const shared = new Set(surfaces.filter((surface, at) => firstOfSurface.get(surface) !== at))
  const texts = items.map((item, at) => (shared.has(surfaces[at]!) ? canonical(item) : undefined))
  const firstOfText = firstPlaces(texts)
  return (at) => (texts[at] === undefined ? at : firstOfText.get(texts[at])!)
}

function firstPlaces<T>(values: T[]): Map<T, number> {
  const first = new Map<T, number>()
  for (const [at, value] of values.entries()) if (!first.has(value)) first.set(value, at)
  return first
}

/** Of a text that is compared on the surface. */
const beginning = 80

/** What a value holds itself, without what lies deeper. Equal values have equal surfaces. */
function surfaceOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, beginning)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.length}`
  const object = value as Record<string, unknown>
  let text = '{'
  for (const key of Object.keys(object).sort()) {
    const member = object[key]
    text += `${key}:${typeof member === 'object' && member !== null ? '' : surfaceOf(member)},`
  }
  return text
}

/** Whether two values are equal as JSON, as `canonical` has it. */
function areEqual(a: unknown, b: unknown, depth: number): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (depth === deepest) return true
  if (Array.isArray(a) || Array.isArray(b)) return areListsEqual(a, b, depth)
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key as never], b[key as never], depth + 1))
  )
}

function areListsEqual(a: unknown, b: unknown, depth: number): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, at) => areEqual(item, b[at], depth + 1))
}
