import { isObject } from '../model/json.ts'
/** Remembers that something was mended, and where. */
export type Note = (kind: string, example?: string) => void

/** A text with something in it; anything else counts as none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A whole number that is not below the least, given as a number or as its digits. */
export function wholeNumber(given: unknown, least: number): number | undefined {
  const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given
  return Number.isSafeInteger(number) && Number(number) >= least ? Number(number) : undefined
}

/** One of these words, however its letters are written; undefined for any other. */
export function wordIn<T extends string>(words: readonly T[], given: unknown): T | undefined {
  const said = String(given).trim().toLowerCase()
  return words.find((word) => word.toLowerCase() === said)
}

/** The object with some keys replaced, or left out where undefined; the very same object when nothing differs. */
export function changed<T extends object>(object: T, patch: { [K in keyof T]?: T[K] | undefined }): T {
  let copy: T | undefined
  for (const key in patch) {
    const value = patch[key]
    if (value === object[key]) continue
    copy ??= { ...object }
    if (value === undefined) delete copy[key]
    else copy[key] = value as T[typeof key]
  }
  return copy ?? object
}

/** The list with its items replaced; the very same list when nothing differs. */
export function mapped<T>(items: T[], change: (item: T, at: number) => T): T[] {
  let copy: T[] | undefined
  for (let at = 0; at < items.length; at++) {
    const next = change(items[at]!, at)
    if (next === items[at]) continue
    copy ??= [...items]
    copy[at] = next
  }
  return copy ?? items
}

/** As `mapped`, for a list of objects that may be no list, or hold null: GitHub cannot read either. */
export function mappedObjects<T extends object>(items: T[] | undefined, change: (item: T) => T): T[] | undefined {
  if (!Array.isArray(items)) return undefined
  const objects = items.every(isObject) ? items : items.filter(isObject)
  return mapped(objects as T[], change)
}

/** SARIF knows no null: what a tool has nothing for, it leaves out. */
export function withoutNulls<T extends object>(object: T, note: Note): T {
  const empty = firstNull(object)
  if (empty === undefined) return object
  note('null left out', empty)
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) as T
}

function firstNull(object: object): string | undefined {
  for (const key in object) if (object[key as keyof object] === null) return key
  return undefined
}
