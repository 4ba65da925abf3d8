import type { Run } from 'sarif'
import type { ColumnUnit } from '../model/columns.ts'
import type { Edit, Finding, Location, Tool } from '../model/finding.ts'
import { toRun } from '../model/run.ts'
import { levelOf } from '../model/severity.ts'
import { ownWords } from './own-words.ts'
import { array, nullish, number, type Of, object, string, union } from './read/shape.ts'
import { columnsOf } from './tool-columns.ts'

const Position = object({ line: nullish(number), column: nullish(number) })
const Range = object({ start: nullish(Position), end: nullish(Position) })
const Place = object({ path: string, range: nullish(Range) })
const Related = nullish(array(object({ message: nullish(string), location: nullish(Place) })))
const Source = nullish(object({ name: nullish(string), url: nullish(string) }))

/** Protocol Buffers write an enumeration by name or by number, and names of fields in snake or in camel case. */
const Severity = nullish(union([string, number]))

export const Diagnostic = object({
  message: nullish(string),
  // What names no place is no diagnostic, but some other message.
  location: Place,
  severity: Severity,
  source: Source,
  code: nullish(object({ value: nullish(string), url: nullish(string) })),
  suggestions: nullish(array(object({ range: nullish(Range), text: nullish(string) }))),
  original_output: nullish(string),
  originalOutput: nullish(string),
  related_locations: Related,
  relatedLocations: Related,
})
export type Diagnostic = Of<typeof Diagnostic>

export const DiagnosticResult = object({
  diagnostics: array(Diagnostic),
  source: Source,
  severity: Severity,
})

export const rdformatTool: Tool = {
  name: 'Reviewdog Diagnostic Format',
  url: 'https://github.com/reviewdog/reviewdog/tree/master/proto/rdf',
}

/** The format counts columns in bytes; these tools pass on columns of their own. */
const ownColumns: Record<string, ColumnUnit> = { biome: columnsOf.biome, ruff: columnsOf.ruff }

/** A run for each tool that is named as a source: reviewdog joins the diagnostics of several. */
export function runsBySource({ diagnostics, source, severity }: Of<typeof DiagnosticResult>): Run[] {
  const sources = new Map<string, { tool: Tool; findings: Finding[] }>()
  // A report without diagnostics is that of the tool it names, or nobody's.
  if (diagnostics.length === 0) return [toRun(toolOf(source), { findings: [], columns: unitOf(source?.name) })]
  for (const diagnostic of diagnostics) {
    const tool = toolOf(diagnostic.source?.name ? diagnostic.source : source)
    const known = sources.get(tool.name) ?? { tool, findings: [] }
    known.findings.push(toFinding(diagnostic, diagnostic.severity || severity))
    sources.set(tool.name, known)
  }
  return [...sources.values()].map(({ tool, findings }) => toRun(tool, { findings, columns: unitOf(tool.name) }))
}

function toolOf(source: Of<typeof Source>): Tool {
  if (!source?.name) return rdformatTool
  return { name: source.name, ...(source.url && { url: source.url }) }
}

function unitOf(name: string | null | undefined): ColumnUnit {
  const key = name?.toLowerCase() ?? ''
  return (Object.hasOwn(ownColumns, key) ? ownColumns[key] : undefined) ?? 'utf8Bytes'
}

const severities = ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO']

function toFinding(diagnostic: Diagnostic, severity: Of<typeof Severity>): Finding {
  const { message, location, code, original_output, originalOutput } = diagnostic
  const word = typeof severity === 'number' ? severities[severity] : severity
  const output = original_output ?? originalOutput
  const related = diagnostic.related_locations ?? diagnostic.relatedLocations ?? []
  return {
    rule: { id: code?.value || 'diagnostic', url: code?.url || undefined },
    level: levelOf(word ?? undefined),
    message: message ?? '',
    location: placeOf(location),
    related: related.flatMap((it) =>
      it.location ? [{ ...placeOf(it.location), ...(it.message && { message: it.message }) }] : [],
    ),
    fixes: fixesOf(location.path, diagnostic),
    sarif: ownWords({ originalOutput: output === message ? undefined : output }),
  }
}

/** Ends are exclusive. Where both columns are left out, whole lines are meant, the last one included. */
function placeOf({ path: file, range }: Of<typeof Place>): Location {
  const { start, end } = range ?? {}
  return {
    file,
    ...{ line: start?.line ?? undefined, column: start?.column ?? undefined },
    ...{ endLine: end?.line ?? undefined, endColumn: end?.column ?? undefined },
  }
}

function fixesOf(path: string, { suggestions }: Diagnostic) {
  return (suggestions ?? []).flatMap(({ range, text }) => {
    const edit: Edit = { ...placeOf({ path, range: range ?? undefined }), text: text ?? '' }
    // Without an end, a column marks where something is to be inserted.
    const at = range?.end || edit.column === undefined ? {} : { endLine: edit.line, endColumn: edit.column }
    return edit.line === undefined ? [] : [{ description: 'A suggestion of the tool', edits: [{ ...edit, ...at }] }]
  })
}
