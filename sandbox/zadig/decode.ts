/**
 * Reads JSON as Go's decoder does: the first value of the text counts, a value of the wrong type leaves its field at zero,
 * unknown fields are ignored, and all that was right is kept even though the whole is called a failure.
 */
export function decode<T>(text: string, read: Read<T>): { value: T; failed: boolean } {
  const problems: Problems = { count: 0 }
  const first = firstValue(text)
  if (!first) problems.count++
  return { value: read(first?.value, problems), failed: problems.count > 0 }
}

export interface Problems {
  count: number
}

export type Read<T> = (value: unknown, problems: Problems) => T

export const string: Read<string> = (value, problems) =>
  typeof value === 'string' ? value : wrong(value, problems, '')

export const bool: Read<boolean> = (value, problems) =>
  typeof value === 'boolean' ? value : wrong(value, problems, false)

export const int: Read<number> = (value, problems) =>
  Number.isInteger(value) ? Number(value) : wrong(value, problems, 0)

export function list<T>(item: Read<T>): Read<T[]> {
  return (value, problems) =>
    Array.isArray(value) ? value.map((each) => item(each, problems)) : wrong(value, problems, [])
}

export function struct<T extends object>(fields: { [Name in keyof T]: Read<T[Name]> }): Read<T> {
  return (value, problems) => {
    const given = isRecord(value) ? value : wrong(value, problems, {} as Record<string, unknown>)
    const entries = Object.entries<Read<unknown>>(fields).map(([name, read]) => [name, read(given[name], problems)])
    return Object.fromEntries(entries)
  }
}

/** A pointer: absent and null are told from a value. */
export function nullable<T>(read: Read<T>): Read<T | undefined> {
  return (value, problems) => (value === undefined || value === null ? undefined : read(value, problems))
}

/** Nothing given and null are zero without complaint. */
function wrong<T>(value: unknown, problems: Problems, zero: T): T {
  if (value !== undefined && value !== null) problems.count++
  return zero
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What follows the first value is never read. */
function firstValue(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.slice(0, endOfValue(text))) }
  } catch {
    return undefined
  }
}

function endOfValue(text: string): number {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]|[^\s"[\]{},:]+/gs)) {
    if (token === '{' || token === '[') depth++
    if (token === '}' || token === ']') depth--
    if (depth <= 0) return index + token.length
  }
  return text.length
}
