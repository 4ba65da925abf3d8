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

function lookingUp(items: unknown[]): FirstOf {
  const known = new Map<string, number>()
  const texts = items.map((item) => canonical(item))
  texts.forEach((text, at) => {
    if (!known.has(text)) known.set(text, at)
  })
  return (at) => known.get(texts[at]!)!
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
