import { UnreadableReport } from '../model/errors.ts'
import type { Converter } from './converter.ts'
import { Diagnostic, rdformatTool, runsBySource } from './rdformat.ts'
import { readJson } from './read/json.ts'
import { array } from './read/shape.ts'
import { isObjectWith, type Report, someValueHasKeys } from './report.ts'

export const rdjsonl: Converter = {
  id: 'rdjsonl',
  tool: rdformatTool,
  reads: "reviewdog's rdjsonl: a diagnostic on each line",
  proof: 'documented',
  generic: true,
  detects: isDiagnostics,
  convert(report) {
    const { values, otherLines } = report.jsonValues()
    if (values.length === 0 && otherLines.length > 0)
      throw new UnreadableReport('no line of it is a diagnostic, which is a JSON object')
    return runsBySource({ diagnostics: readJson({ json: () => values }, array(Diagnostic)) })
  },
}

/** Staticcheck and others write `message` and `location` on each line as well, but no `path` in the location. */
function isDiagnostics(report: Report): boolean {
  if (!someValueHasKeys('message', 'location')(report)) return false
  return report
    .jsonValues()
    .values.every(
      (value) =>
        isObjectWith(value, ['message', 'location']) &&
        isObjectWith((value as { location: unknown }).location, ['path']),
    )
}
