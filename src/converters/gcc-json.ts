import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Location, Notification, Place } from '../model/finding.ts'
import { remarksOf } from './compiler-text.ts'
import { idOfWord, isGivingUp, levelOfWord, realPlace } from './compiler-words.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { isObjectWith, type Report, valuesWith } from './report.ts'
import { optionOf } from './warning-options.ts'

const Point = object({
  file: string,
  line: number,
  // Bytes, as `column` was before GCC 11.
  'byte-column': nullish(number),
  column: nullish(number),
})
const Range = object({
  caret: Point,
  start: nullish(Point),
  finish: nullish(Point),
  label: nullish(string),
})
const Note = object({ message: string, locations: nullish(array(Range)) })
const Diagnostic = object({
  ...Note.members,
  kind: string,
  option: nullish(string),
  option_url: nullish(string),
  children: nullish(array(Note)),
  fixits: nullish(array(object({ start: Point, next: Point, string: string }))),
  path: nullish(array(object({ location: nullish(Point), description: nullish(string) }))),
  metadata: nullish(object({ cwe: nullish(number) })),
})
type Diagnostic = Of<typeof Diagnostic>

export const gccJson = defineConverter({
  id: 'gcc-json',
  tool: { name: 'GCC', url: 'https://gcc.gnu.org' },
  reads: 'gcc -fdiagnostics-format=json',
  proof: 'run',
  detects,
  read(report) {
    const entries = withNotes(readDiagnostics(report))
    return {
      findings: entries.filter((entry) => !isOfItself(entry)).map(toFinding),
      notifications: [
        ...entries.filter(isOfItself).map(toNotification),
        ...report.jsonValues().otherLines.flatMap(remarksOf),
      ],
      columns: 'utf8Bytes',
    }
  },
})

function detects(report: Report): boolean {
  return valuesWith(report, ['kind', 'locations']).some((value) => Array.isArray(value) && isDiagnostic(value[0]))
}

function isDiagnostic(value: unknown): boolean {
  return isObjectWith(value, ['kind', 'message', 'locations'])
}

/** Each file that was compiled has written a list of its own. */
function readDiagnostics(report: Report): Diagnostic[] {
  const { values } = report.jsonValues()
  const lists = values.filter((value) => Array.isArray(value))
  if (lists.length === 0 || lists.length < values.length)
    throw new UnreadableReport(
      lists.length === 0 ? 'it holds no list of diagnostics' : 'it holds more than lists of diagnostics',
    )
  return readJson({ json: () => lists.flat() }, array(Diagnostic))
}

/** A note that stands beside the others explains the one above it. */
function withNotes(diagnostics: Diagnostic[]): Diagnostic[] {
  const entries: Diagnostic[] = []
  for (const diagnostic of diagnostics) {
    const above = entries.at(-1)
    if (above && diagnostic.kind === 'note') above.children = [...(above.children ?? []), diagnostic]
    else entries.push(diagnostic)
  }
  return entries
}

/** What has no place is not said of the code, and after a fatal error nothing more is said of the file. */
function isOfItself(entry: Diagnostic): boolean {
  return isGivingUp(entry.kind) || !entry.locations?.[0]
}

function toNotification({ kind, message, locations }: Diagnostic): Notification {
  const level = levelOfWord(kind)
  const [range] = locations ?? []
  const location = range && realPlace(placeOf(range))
  return { level, message: `${kind}: ${message}`, location, ...(level === 'error' && { incomplete: true }) }
}

function toFinding({ kind, message, option, option_url: url, metadata, ...rest }: Diagnostic): Finding {
  const { locations, children, fixits, path } = rest
  const [first, ...others] = locations!
  const notes = (children ?? []).flatMap(
    (note) => note.locations?.slice(0, 1).map((range) => placeOf(range, note.message)) ?? [],
  )
  const edits = (fixits ?? []).map(({ start, next, string }) => ({ ...spanOf(start, next), text: string }))
  return {
    rule: {
      id: (option && optionOf(option)) || idOfWord(kind),
      url: url ?? undefined,
      weaknesses: metadata?.cwe ? [metadata.cwe] : undefined,
    },
    level: levelOfWord(kind),
    message,
    location: realPlace(placeOf(first!)),
    related: [...others.map((range) => placeOf(range)), ...notes].filter(realPlace),
    flow: (path ?? []).flatMap(({ location, description }) =>
      location ? [{ ...spanOf(location), message: description ?? undefined }] : [],
    ),
    fixes: edits.length > 0 ? [{ description: "GCC's own fix", edits }] : [],
  }
}

/** The end is the last character of the range. */
function placeOf({ caret, start, finish, label }: Of<typeof Range>, message = label ?? undefined): Place {
  // GCC leaves out an end that is the caret.
  const span = spanOf(start ?? caret, finish ?? (start ? caret : undefined))
  return { ...span, endColumn: span.endColumn && span.endColumn + 1, message }
}

function spanOf(start: Of<typeof Point>, end?: Of<typeof Point>): Location {
  return {
    file: start.file,
    line: start.line,
    column: columnOf(start),
    endLine: end?.line,
    endColumn: end && columnOf(end),
  }
}

function columnOf(point: Of<typeof Point>): number | undefined {
  return point['byte-column'] ?? point.column ?? undefined
}
