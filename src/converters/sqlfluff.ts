import * as z from 'zod/mini'
import type { Finding, Fix, Location } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { itemsHaveKeys } from './report.ts'

const Span = z.object({
  start_line_no: z.nullish(z.number()),
  start_line_pos: z.nullish(z.number()),
  end_line_no: z.nullish(z.number()),
  end_line_pos: z.nullish(z.number()),
})
const Violation = z.object({
  ...Span.shape,
  /** Before version 3. */
  line_no: z.nullish(z.number()),
  line_pos: z.nullish(z.number()),
  code: z.string(),
  description: z.string(),
  name: z.nullish(z.string()),
  warning: z.nullish(z.boolean()),
  fixes: z.nullish(z.array(z.object({ ...Span.shape, type: z.nullish(z.string()), edit: z.nullish(z.string()) }))),
})
const File = z.object({ filepath: z.string(), violations: z.array(Violation) })
type Violation = z.output<typeof Violation>
type Span = z.output<typeof Span>

export const sqlfluff = defineConverter({
  id: 'sqlfluff',
  tool: { name: 'SQLFluff', url: 'https://sqlfluff.com' },
  reads: 'sqlfluff lint --format json',
  proof: 'run',
  detects: itemsHaveKeys('filepath', 'violations'),
  read: (report) => ({
    columns: 'unicodeCodePoints',
    findings: readJson(report, z.array(File)).flatMap(({ filepath, violations }) =>
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
