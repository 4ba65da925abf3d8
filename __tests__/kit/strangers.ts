import { isObject, type Json } from '../../src/model/json.ts'

export const stranger = 'a member that nobody reads'

/**
 * The document again and again, each time with such a member in all objects of another place: in every item of a list, in
 * every entry of one key. Nothing for a text that is no JSON document.
 */
export function* withStrangers(text: string): Generator<string> {
  const document = parsed(text)
  const objects = new Map<string, Json[]>()
  collect(document, '', objects)
  for (const those of objects.values()) {
    for (const object of those) object[stranger] = stranger
    yield JSON.stringify(document)
    for (const object of those) delete object[stranger]
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function collect(value: unknown, place: string, objects: Map<string, Json[]>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, `${place}[]`, objects)
  if (!isObject(value)) return
  objects.set(place, [...(objects.get(place) ?? []), value])
  for (const [key, member] of Object.entries(value)) collect(member, `${place}.${key}`, objects)
}
