import { isObject } from '../model/json.ts'
/** The part of JSON Schema 2020-12 that our schemas are written in; `breachesOf` knows exactly this part. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  description?: string
  enum?: string[]
  const?: string | boolean
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  items?: Schema
  minItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: false
  allOf?: Case[]
  /** One of them has to fit; what is told is the breach of the one of the value's own type. */
  anyOf?: Schema[]
  /** For editors: what counts when the key is absent. */
  default?: string | number | boolean
}

export interface Case {
  if: Schema
  then: Schema
}

/** Where a value breaks a schema, the rule that it breaks, and what the schema says of the value it wants. */
export interface Breach {
  /** A JSON pointer; empty for the whole. */
  pointer: string
  rule: string
  wanted?: string
  /** The key that the schema does not know, and those that it knows beside it. */
  unknown?: { key: string; known: string[] }
}

/** All places where the value breaks the schema, each once, from the top down. */
export function breachesOf(schema: Schema, value: unknown, pointer = ''): Breach[] {
  if (schema.anyOf) return breachesOfAny(schema.anyOf, value, pointer, schema.description)
  const own = ruleBrokenBy(schema, value)
  if (own !== undefined) return [{ pointer, rule: own, wanted: schema.description }]
  const found = [
    ...(Array.isArray(value) ? itemBreaches(schema, value, pointer) : []),
    ...(isObject(value) ? propertyBreaches(schema, value, pointer) : []),
    ...(schema.allOf ?? []).flatMap((branch) =>
      breachesOf(branch.if, value).length === 0 ? breachesOf(branch.then, value, pointer) : [],
    ),
  ]
  return found.filter((breach, index) => found.findIndex((other) => other.pointer === breach.pointer) === index)
}

function breachesOfAny(schemas: Schema[], value: unknown, pointer: string, wanted: string | undefined): Breach[] {
  const tried = schemas.map((schema) => ({ schema, breaches: breachesOf(schema, value, pointer) }))
  if (tried.some(({ breaches }) => breaches.length === 0)) return []
  const own = tried.find(({ schema }) => schema.type && typeRules[schema.type][1](value))
  return (
    own?.breaches ?? [
      { pointer, rule: `must be ${tried.map(({ schema }) => kinds[schema.type!]).join(' or ')}`, wanted },
    ]
  )
}

const kinds: Record<NonNullable<Schema['type']>, string> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

function itemBreaches({ items }: Schema, values: unknown[], pointer: string): Breach[] {
  return items ? values.flatMap((value, index) => breachesOf(items, value, `${pointer}/${index}`)) : []
}

function propertyBreaches(schema: Schema, value: Record<string, unknown>, pointer: string): Breach[] {
  const { properties = {}, required = [], additionalProperties } = schema
  const at = (key: string) => `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const known = Object.keys(properties)
  const missing = required.filter((key) => !Object.hasOwn(value, key))
  const unknown = additionalProperties === false ? Object.keys(value).filter((key) => !known.includes(key)) : []
  return [
    ...unknown.map((key) => ({ pointer: at(key), rule: 'is no field of it', unknown: { key, known } })),
    ...missing.map((key) => ({ pointer: at(key), rule: 'is missing', wanted: properties[key]?.description })),
    ...known
      .filter((key) => Object.hasOwn(value, key))
      .flatMap((key) => breachesOf(properties[key] ?? {}, value[key], at(key))),
  ]
}

const typeRules: Record<NonNullable<Schema['type']>, [rule: string, holds: (value: unknown) => boolean]> = {
  object: ['must be a mapping of keys to values', isObject],
  array: ['must be a list', Array.isArray],
  string: ['must be a text', (value) => typeof value === 'string'],
  integer: ['must be a whole number', Number.isInteger],
  number: ['must be a number', Number.isFinite],
  boolean: ['must be true or false', (value) => typeof value === 'boolean'],
}

/** Texts are counted in characters, not in UTF-16 units, as JSON Schema has it. */
function ruleBrokenBy(schema: Schema, value: unknown): string | undefined {
  if (schema.type) {
    const [rule, holds] = typeRules[schema.type]
    if (!holds(value)) return rule
  }
  if (schema.enum && !schema.enum.includes(value as string)) return `must be one of ${schema.enum.join(', ')}`
  if (schema.const !== undefined && value !== schema.const) return `must be ${schema.const}`
  if (typeof value === 'string') return textRule(schema, value)
  if (typeof value === 'number') return numberRule(schema, value)
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0)) return 'must not be empty'
  return undefined
}

function numberRule({ minimum = -Infinity, maximum = Infinity }: Schema, value: number): string | undefined {
  if (value < minimum) return `must be ${minimum} or more`
  return value > maximum ? `must be ${maximum} or less` : undefined
}

function textRule({ minLength = 0, maxLength, pattern }: Schema, value: string): string | undefined {
  const length = [...value].length
  if (length < minLength) return 'must not be empty'
  if (maxLength !== undefined && length > maxLength) return 'must be empty or absent'
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? undefined : `must match ${pattern}`
}
