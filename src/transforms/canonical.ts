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

/** For each item that equals an earlier one, the place of that one; undefined when all differ. */
export function twinsIn(items: unknown[]): Map<number, number> | undefined {
  if (items.length < 2) return undefined
  const known = new Map<string, number>()
  const twins = new Map<number, number>()
  items.forEach((item, at) => {
    const text = canonical(item)
    const first = known.get(text)
    if (first === undefined) known.set(text, at)
    else twins.set(at, first)
  })
  return twins.size > 0 ? twins : undefined
}
