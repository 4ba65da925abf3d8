import type { Run } from 'sarif'
import * as z from 'zod/mini'
import type { ColumnUnit } from '../model/columns.ts'
import type { Edit, Finding, Location, Tool } from '../model/finding.ts'
import { toRun } from '../model/run.ts'
import { levelOf } from '../model/severity.ts'
import { ownWords } from './own-words.ts'
import { columnsOf } from './tool-columns.ts'

const Position = z.object({ line: z.nullish(z.number()), column: z.nullish(z.number()) })
const Range = z.object({ start: z.nullish(Position), end: z.nullish(Position) })
const Place = z.object({ path: z.string(), range: z.nullish(Range) })
const Related = z.nullish(z.array(z.object({ message: z.nullish(z.string()), location: z.nullish(Place) })))
const Source = z.nullish(z.object({ name: z.nullish(z.string()), url: z.nullish(z.string()) }))

/** Protocol Buffers write an enumeration by name or by number, and names of fields in snake or in camel case. */
const Severity = z.nullish(z.union([z.string(), z.number()]))

export const Diagnostic = z.object({
  message: z.nullish(z.string()),
  // What names no place is no diagnostic, but some other message.
  location: Place,
  severity: Severity,
  source: Source,
  code: z.nullish(z.object({ value: z.nullish(z.string()), url: z.nullish(z.string()) })),
  suggestions: z.nullish(z.array(z.object({ range: z.nullish(Range), text: z.nullish(z.string()) }))),
  original_output: z.nullish(z.string()),
  originalOutput: z.nullish(z.string()),
  related_locations: Related,
  relatedLocations: Related,
})
export type Diagnostic = z.output<typeof Diagnostic>

export const DiagnosticResult = z.object({
  diagnostics: z.array(Diagnostic),
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
export function runsBySource({ diagnostics, source, severity }: z.output<typeof DiagnosticResult>): Run[] {
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

function toolOf(source: z.output<typeof Source>): Tool {
  if (!source?.name) return rdformatTool
  return { name: source.name, ...(source.url && { url: source.url }) }
}

function unitOf(name: string | null | undefined): ColumnUnit {
  const key = name?.toLowerCase() ?? ''
  return (Object.hasOwn(ownColumns, key) ? ownColumns[key] : undefined) ?? 'utf8Bytes'
}

const severities = ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO']

function toFinding(diagnostic: Diagnostic, severity: z.output<typeof Severity>): Finding {
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
function placeOf({ path: file, range }: z.output<typeof Place>): Location {
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
