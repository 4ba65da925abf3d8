import type { Finding, Location, Notification, Place, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { jsonAmongLines } from './read/among-lines.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys, type Report, someValueHasKeys } from './report.ts'

const Span = object({
  offset: number,
  length: number,
  line: nullish(number),
  column: nullish(number),
})
const Label = object({ label: nullish(string), span: Span })
const Diagnostic = object({
  message: string,
  code: nullish(string),
  severity: nullish(string),
  causes: nullish(array(string)),
  url: nullish(string),
  help: nullish(string),
  filename: nullish(string),
  labels: nullish(array(Label)),
  related: nullish(array(object({ message: string, filename: nullish(string), labels: nullish(array(Label)) }))),
})
const Whole = object({ diagnostics: array(Diagnostic), number_of_files: number })

export const oxlint = defineConverter({
  id: 'oxlint',
  tool: { name: 'Oxlint', url: 'https://oxc.rs' },
  reads: 'oxlint --format json',
  proof: 'run',
  detects: (report) =>
    someValueHasKeys('diagnostics', 'number_of_files')(report) ||
    // Until 1.0 the list stood alone.
    itemsHaveKeys('message', 'causes', 'filename', 'labels')(report),
  read(report) {
    const { diagnostics, number_of_files: files } = wholeOf(report)
    return {
      findings: diagnostics.map(toFinding),
      notifications: files === 0 ? [nothingLinted] : [],
      columns: 'utf8Bytes',
    }
  },
})

const nothingLinted: Notification = {
  level: 'error',
  message: 'Oxlint found no files to lint. Check its paths and ignore patterns.',
  incomplete: true,
}

/** `No files found to lint …` may stand above the JSON. */
function wholeOf(report: Report): { diagnostics: Of<typeof Diagnostic>[]; number_of_files?: number } {
  const only = jsonAmongLines(report)
  return Array.isArray(only.json()) ? { diagnostics: readJson(only, array(Diagnostic)) } : readJson(only, Whole)
}

function toFinding(diagnostic: Of<typeof Diagnostic>): Finding {
  const { message, code, severity, causes, url, help, filename, labels, related } = diagnostic
  const file = filename || undefined
  const [first] = labels ?? []
  return {
    rule: { ...ruleOf(code), url: url ?? undefined, help: help ?? undefined },
    level: levelOf(severity ?? undefined),
    message: [message, ...(causes ?? [])].join('\n'),
    location: file === undefined ? undefined : { file, ...(first && placeOf(first.span)) },
    related: [
      // A label without words says no more than the place that the finding has.
      ...placesIn(file, labels).filter((place, at) => at > 0 || place.message),
      ...(related ?? []).flatMap((it) =>
        placesIn(it.filename || file, it.labels).map((place) => ({ ...place, message: place.message || it.message })),
      ),
    ],
    // The same rule gives other advice elsewhere.
    sarif: help ? { properties: { help } } : {},
  }
}

function placesIn(file: string | undefined, labels: Of<typeof Label>[] | null | undefined): Place[] {
  if (file === undefined) return []
  return (labels ?? []).map(({ label, span }) => ({ file, ...placeOf(span), message: label ?? undefined }))
}

/** Old versions have the offset only. */
function placeOf({ offset, length, line, column }: Of<typeof Span>): Omit<Location, 'file'> {
  return { line: line ?? undefined, column: column ?? undefined, byteOffset: offset, byteLength: length }
}

/** `eslint(no-eval)`: the plugin and the rule. What the parser says has no rule. */
function ruleOf(code: string | null | undefined): Rule {
  if (!code) return { id: 'parse-error' }
  const [, plugin, name] = /^([\w@/-]+)\(([^()]+)\)$/.exec(code) ?? []
  return plugin ? { id: code, name, tags: [plugin] } : { id: code }
}
