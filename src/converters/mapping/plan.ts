import type { ColumnUnit } from '../../model/columns.ts'
import { type Field, fieldOf, fieldsOf, type Reader } from './field.ts'
import { type Path, parsePath } from './path.ts'
import type { Mapping } from './schema.ts'
import type { Scope } from './scope.ts'

/** Where something is, field by field. */
export type PlaceFields = Partial<Record<(typeof placeNames)[number], Field>>
export const placeNames = ['file', 'line', 'column', 'endLine', 'endColumn'] as const

/** Something that an entry may have several of. */
export interface Part {
  each?: Path
  place: PlaceFields
  /** `text` and `description` of a fix, `message` of another place. */
  words: Partial<Record<'text' | 'description' | 'message', Field>>
}

/** Whether a value at an entry is one of those that count. */
export type Test = (entry: Scope, reader: Reader) => boolean

/** A mapping made ready: every path read, every pattern compiled. */
export interface Plan {
  mapping: Mapping
  entries?: Path
  only?: Test
  version?: Field
  /** What is read of each entry, in the order that people read it. */
  fields: { name: FieldName; fields: Field[] }[]
  positions: Positions
  fix?: Part
  related?: Part
  suppressed?: { test: Test; because?: Field }
  errors?: { entries: Path; message: Field; place: PlaceFields }
}

export interface Positions {
  firstLine: number
  firstColumn: number
  isInclusive: boolean
  unit?: ColumnUnit
}

const fieldNames = ['rule', 'level', 'message', ...placeNames, 'tags', 'cwe', 'score', 'url', 'help'] as const
export type FieldName = (typeof fieldNames)[number]

export function planOf(mapping: Mapping): Plan {
  const { tool, entries, only, positions, fix, related, suppressedWhen: suppressed, errors } = mapping
  return {
    mapping,
    entries: entries === undefined ? undefined : parsePath(entries),
    only: only && testOf(only),
    version: tool.version === undefined ? undefined : fieldOf(tool.version),
    fields: fieldNames.flatMap((name) => {
      const given = mapping[name]
      return given === undefined ? [] : [{ name, fields: fieldsOf(given) }]
    }),
    positions: {
      firstLine: positions?.firstLine ?? 1,
      firstColumn: positions?.firstColumn ?? 1,
      isInclusive: positions?.end === 'inclusive',
      unit: positions?.unit,
    },
    fix: fix && partOf(fix),
    related: related && partOf(related),
    suppressed: suppressed && { test: testOf(suppressed), because: optional(suppressed.because) },
    errors: errors && {
      entries: parsePath(errors.entries),
      message: fieldOf(errors.message),
      place: placeOf(errors),
    },
  }
}

function testOf({ from, equals = [true] }: NonNullable<Mapping['only']>): Test {
  const field = fieldOf(from)
  const wanted = new Set(equals.map(String))
  return (entry, reader) => field.texts(entry, reader).some((text) => wanted.has(text))
}

function partOf(given: NonNullable<Mapping['fix']> | NonNullable<Mapping['related']>): Part {
  const words = { text: undefined, description: undefined, message: undefined, ...given }
  return {
    each: given.each === undefined ? undefined : parsePath(given.each),
    place: placeOf(given),
    words: {
      text: words.text === undefined ? undefined : fieldOf(words.text, 'code'),
      description: optional(words.description),
      message: optional(words.message),
    },
  }
}

function placeOf(given: Pick<Mapping, (typeof placeNames)[number]>): PlaceFields {
  return Object.fromEntries(placeNames.map((name) => [name, optional(given[name])]))
}

function optional(given: Parameters<typeof fieldOf>[0] | undefined): Field | undefined {
  return given === undefined ? undefined : fieldOf(given)
}
