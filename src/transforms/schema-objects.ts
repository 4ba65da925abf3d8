import { isObject } from '../model/json.ts'
import { deepest } from './canonical.ts'
import { changed, mapped } from './repair-change.ts'
import { definitionOf, type Shape } from './schema-shapes.ts'

/** What to make of the objects of a definition, by its name. */
export type Changes = Record<string, (object: Record<string, unknown>) => Record<string, unknown>>

/** The object with each part of it changed that the schema says is of one of these definitions; where none differs, itself. */
export function changedObjects<T extends object>(value: T, definition: string, changes: Changes): T {
  return partsChanged(value, { kind: 'object', definition }, { changes, depth: 0 }) as T
}

interface Descent {
  changes: Changes
  depth: number
}

function partsChanged(value: unknown, shape: Shape, { changes, depth }: Descent): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  const inner = (part: unknown, its: Shape) => partsChanged(part, its, { changes, depth: depth + 1 })
  if (shape.kind === 'list' && Array.isArray(value)) return mapped(value, (item) => inner(item, shape.items))
  if (!isObject(value)) return value
  if (shape.kind === 'dictionary') return withEntries(value, (part) => inner(part, shape.values))
  if (shape.kind !== 'object') return value
  const { properties } = definitionOf(shape.definition)
  const known = Object.entries(value).filter(([key]) => properties.has(key))
  const patch = Object.fromEntries(known.map(([key, part]) => [key, inner(part, properties.get(key)!)]))
  const whole = changed(value, patch)
  return changes[shape.definition]?.(whole) ?? whole
}

function withEntries(dictionary: Record<string, unknown>, change: (part: unknown) => unknown): Record<string, unknown> {
  const entries = Object.entries(dictionary).map(([key, part]) => [key, change(part)] as const)
  return entries.every(([key, part]) => part === dictionary[key]) ? dictionary : Object.fromEntries(entries)
}
