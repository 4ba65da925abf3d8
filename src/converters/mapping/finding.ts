import type { Edit, Finding, Fix, Level, Location, Notification, Place } from '../../model/finding.ts'
import { present } from '../../model/sarif.ts'
import { levelOf } from '../../model/severity.ts'
import type { Reader } from './field.ts'
import type { FieldName, Part, PlaceFields, Plan, Positions } from './plan.ts'
import { placeNames } from './plan.ts'
import { find, type Scope } from './scope.ts'

/** What was read of an entry: the texts of each field. */
export type Read = Partial<Record<FieldName, string[]>>

export function readEntry(plan: Plan, entry: Scope, reader: Reader): Read {
  return Object.fromEntries(
    plan.fields.map(({ name, fields }) => [name, fields.flatMap((field) => field.texts(entry, reader))]),
  )
}

/** The finding that an entry is; undefined for one that names no rule. */
export function findingOf(plan: Plan, entry: Scope, reader: Reader): Finding | undefined {
  const read = readEntry(plan, entry, reader)
  const first = (name: FieldName) => read[name]?.[0]
  const id = first('rule')
  if (id === undefined) return undefined
  const at = located(placed(first), plan.positions)
  const location = at.file === undefined ? undefined : { ...at, file: at.file }
  return present<Finding>({
    rule: {
      id,
      help: first('help'),
      url: first('url'),
      tags: read.tags,
      weaknesses: read.cwe?.flatMap(weaknessesIn),
      score: scoreOf(first('score')),
    },
    level: asLevel(first('level')),
    message: first('message') ?? '',
    location,
    related: plan.related && placesOf(plan.related, { entry, reader, positions: plan.positions, location }),
    fixes: plan.fix && fixesOf(plan.fix, { entry, reader, positions: plan.positions, location }),
    sarif: plan.suppressed?.test(entry, reader)
      ? { suppressions: [justified(plan.suppressed.because?.texts(entry, reader)[0])] }
      : undefined,
  })
}

function justified(justification: string | undefined) {
  return { kind: 'external' as const, ...(justification !== undefined && { justification }) }
}

export function asLevel(word: string | undefined): Level {
  return word === 'error' || word === 'warning' || word === 'note' ? word : levelOf(word)
}

function scoreOf(text: string | undefined): number | undefined {
  const score = Number(text)
  return text !== undefined && score >= 0 && score <= 10 ? score : undefined
}

/** A bare number, or what is called a CWE in the text: other numbers in it are none. */
export function weaknessesIn(text: string): string[] {
  if (/^\d{1,5}$/.test(text)) return [text]
  return [...text.matchAll(/\bCWE[-_ :]?(\d{1,5})\b/gi)].map(([, number]) => number!)
}

type Numbers = Omit<Location, 'file'> & { file?: string }

function placed(text: (name: (typeof placeNames)[number]) => string | undefined): Numbers {
  const [file, ...numbers] = placeNames.map(text)
  const [line, column, endLine, endColumn] = numbers.map(countOf)
  return { file, line, column, endLine, endColumn }
}

/** `12`, and the first number of `12-15`. */
export function countOf(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,9})/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Counted from 1, the end exclusive, whatever the tool does. */
function located(at: Numbers, { firstLine, firstColumn, isInclusive }: Positions): Numbers {
  const line = (number: number | undefined) => (number === undefined ? undefined : number + 1 - firstLine)
  const column = (number: number | undefined) => (number === undefined ? undefined : number + 1 - firstColumn)
  const end = column(at.endColumn)
  return {
    file: at.file,
    line: line(at.line),
    column: column(at.column),
    endLine: line(at.endLine),
    endColumn: end === undefined ? undefined : end + (isInclusive ? 1 : 0),
  }
}

/** What the parts of an entry are read with. */
interface Around {
  entry: Scope
  reader: Reader
  positions: Positions
  /** The finding's own place. */
  location: Location | undefined
}

function scopesOf({ each }: Part, { entry, reader }: Around): Scope[] {
  if (!each) return [entry]
  return find(each, entry, reader)
}

function placeAt(
  place: PlaceFields,
  scope: Scope,
  { reader, positions }: Pick<Around, 'reader' | 'positions'>,
): Numbers {
  return located(
    placed((name) => place[name]?.texts(scope, reader)[0]),
    positions,
  )
}

function placesOf({ place, words, ...part }: Part, around: Around): Place[] {
  return scopesOf({ place, words, ...part }, around).flatMap((scope): Place[] => {
    const { file = around.location?.file, ...at } = placeAt(place, scope, around)
    const message = words.message?.texts(scope, around.reader)[0]
    const isThere = Object.values(at).some((number) => number !== undefined) || place.file !== undefined
    return file !== undefined && isThere ? [{ file, ...at, message }] : []
  })
}

/** A fix without a place of its own is for the finding's; text that is empty takes what is there away. */
function fixesOf(part: Part, around: Around): Fix[] {
  const { place, words } = part
  return scopesOf(part, around).flatMap((scope): Fix[] => {
    const text = words.text?.texts(scope, around.reader)[0]
    const own = placeAt(place, scope, around)
    const at = own.line === undefined ? around.location : { ...own, file: own.file ?? around.location?.file ?? '' }
    if (text === undefined || !at?.file || at.line === undefined) return []
    const edit: Edit = { ...at, text }
    const description = words.description?.texts(scope, around.reader)[0] ?? 'The replacement that the tool suggests'
    return [{ description, edits: [edit] }]
  })
}

/** What the tool could not do. */
export function noticeOf(
  { message, place }: NonNullable<Plan['errors']>,
  entry: Scope,
  around: Pick<Around, 'reader' | 'positions'>,
): Notification {
  const { file, ...at } = placeAt(place, entry, around)
  return {
    level: 'error',
    message: message.texts(entry, around.reader)[0] ?? 'The tool reports an error without a word.',
    location: file === undefined ? undefined : { file, ...at },
    incomplete: true,
  }
}
