import type { Converter } from './converter.ts'
import { DiagnosticResult, rdformatTool, runsBySource } from './rdformat.ts'
import { readJson } from './read/json.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

export const rdjson: Converter = {
  id: 'rdjson',
  tool: rdformatTool,
  reads: "reviewdog's rdjson: biome lint --reporter=rdjson, ruff check --output-format rdjson, and others",
  proof: 'run',
  generic: true,
  detects: isDiagnosticResult,
  convert: (report) => runsBySource(readJson(report, DiagnosticResult)),
}

/** Biome, oxlint and Terraform write `diagnostics` as well, in shapes and with keys of their own. */
function isDiagnosticResult(report: Report): boolean {
  if (!hasKeys('diagnostics')(report)) return false
  const { diagnostics, source, ...others } = report.json() as { diagnostics: unknown; source?: unknown }
  if (!Array.isArray(diagnostics) || Object.keys(others).some((key) => key !== 'severity')) return false
  const [first] = diagnostics
  if (first === undefined) return isObjectWith(source, ['name'])
  return (
    isObjectWith(first, ['message', 'location']) && isObjectWith((first as { location: unknown }).location, ['path'])
  )
}
