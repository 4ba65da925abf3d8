import { isObject, type Json } from '../../model/json.ts'

/** The objects of a list; none for what is no list. */
export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The entries of a dictionary whose values are objects. */
export function entriesOf(value: unknown): [string, Json][] {
  return isObject(value) ? Object.entries(value).filter((entry): entry is [string, Json] => isObject(entry[1])) : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A text or a number, as a key; '' for anything else, which may not even be turned into a text. */
export function keyOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}

/** A text as a message or a description holds it. */
export function wordsOf(value: unknown): { text: string } | undefined {
  return typeof value === 'string' ? { text: value } : undefined
}

/** What is no object stays as it is: the check that follows names its place. */
export function changed(value: unknown, change: (object: Json) => Json): unknown {
  return isObject(value) ? change(value) : value
}

/** What is no list, and what in it is no object, stays as it is: the check that follows names its place. */
export function changedEach(value: unknown, change: (object: Json) => Json): unknown {
  return Array.isArray(value) ? value.map((item) => changed(item, change)) : value
}

/** The object without what is undefined. */
export function present(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}

/** As `present`; undefined when nothing is left. */
export function unlessEmpty(object: Json): Json | undefined {
  const rest = present(object)
  return Object.keys(rest).length > 0 ? rest : undefined
}
