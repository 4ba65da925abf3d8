import type { Finding, Fix, Location } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys } from './report.ts'

const Span = object({
  start_line_no: nullish(number),
  start_line_pos: nullish(number),
  end_line_no: nullish(number),
  end_line_pos: nullish(number),
})
const Violation = object({
  ...Span.members,
  /** Before version 3. */
  line_no: nullish(number),
  line_pos: nullish(number),
  code: string,
  description: string,
  name: nullish(string),
  warning: nullish(boolean),
  fixes: nullish(array(object({ ...Span.members, type: nullish(string), edit: nullish(string) }))),
})
const File = object({ filepath: string, violations: array(Violation) })
type Violation = Of<typeof Violation>
type Span = Of<typeof Span>

export const sqlfluff = defineConverter({
  id: 'sqlfluff',
  tool: { name: 'SQLFluff', url: 'https://sqlfluff.com' },
  reads: 'sqlfluff lint --format json',
  proof: 'run',
  detects: itemsHaveKeys('filepath', 'violations'),
  read: (report) => ({
    columns: 'unicodeCodePoints',
    findings: readJson(report, array(File)).flatMap(({ filepath, violations }) =>
      violations.map((violation) => toFinding(filepath, violation)),
    ),
  }),
})

function toFinding(file: string, violation: Violation): Finding {
  const { code, description, name, warning, line_no, line_pos } = violation
  const { line = line_no ?? undefined, column = line_pos ?? undefined, ...rest } = locationOf(file, violation)
  return {
    rule: { id: code, name: name || undefined, url: documentationOf(code) },
    // A violation fails its run; what its configuration makes a warning does not.
    level: warning ? 'warning' : 'error',
    message: description,
    location: { ...rest, line, column },
    fixes: fixesOf(file, violation),
  }
}

function locationOf(file: string, span: Span): Location {
  return {
    file,
    line: span.start_line_no ?? undefined,
    column: span.start_line_pos ?? undefined,
    endLine: span.end_line_no ?? undefined,
    endColumn: span.end_line_pos ?? undefined,
  }
}

/** The rules of version 1 had other names, which its newer documentation leads on from nowhere. */
function documentationOf(code: string): string | undefined {
  return /^[A-Z]{2}\d{2}$/.test(code) ? `https://docs.sqlfluff.com/en/stable/perma/rule/${code}.html` : undefined
}

function fixesOf(file: string, { fixes, code }: Violation): Fix[] {
  // Without a place it could only be put somewhere else.
  if (!fixes?.length || fixes.some(({ start_line_no, start_line_pos }) => !start_line_no || !start_line_pos)) return []
  return [
    {
      description: `SQLFluff's fix for ${code}`,
      edits: fixes.map(({ type, edit, ...span }) => ({ ...placeOf(file, type, span), text: edit ?? '' })),
    },
  ]
}

/** An insertion has its place before or behind what it is told for. */
function placeOf(file: string, type: string | null | undefined, span: Span): Location {
  const whole = locationOf(file, span)
  const { line, column, endLine = line, endColumn = column } = whole
  if (type === 'create_before') return { file, line, column, endLine: line, endColumn: column }
  if (type === 'create_after') return { file, line: endLine, column: endColumn, endLine, endColumn }
  return whole
}
