import * as z from 'zod/mini'
import type { Finding, Location, Notification, Place, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { jsonAmongLines } from './read/among-lines.ts'
import { readJson } from './read/json.ts'
import { itemsHaveKeys, type Report, someValueHasKeys } from './report.ts'

const Span = z.object({
  offset: z.number(),
  length: z.number(),
  line: z.nullish(z.number()),
  column: z.nullish(z.number()),
})
const Label = z.object({ label: z.nullish(z.string()), span: Span })
const Diagnostic = z.object({
  message: z.string(),
  code: z.nullish(z.string()),
  severity: z.nullish(z.string()),
  causes: z.nullish(z.array(z.string())),
  url: z.nullish(z.string()),
  help: z.nullish(z.string()),
  filename: z.nullish(z.string()),
  labels: z.nullish(z.array(Label)),
  related: z.nullish(
    z.array(z.object({ message: z.string(), filename: z.nullish(z.string()), labels: z.nullish(z.array(Label)) })),
  ),
})
const Whole = z.object({ diagnostics: z.array(Diagnostic), number_of_files: z.number() })

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
function wholeOf(report: Report): { diagnostics: z.output<typeof Diagnostic>[]; number_of_files?: number } {
  const only = jsonAmongLines(report)
  return Array.isArray(only.json()) ? { diagnostics: readJson(only, z.array(Diagnostic)) } : readJson(only, Whole)
}

function toFinding(diagnostic: z.output<typeof Diagnostic>): Finding {
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

function placesIn(file: string | undefined, labels: z.output<typeof Label>[] | null | undefined): Place[] {
  if (file === undefined) return []
  return (labels ?? []).map(({ label, span }) => ({ file, ...placeOf(span), message: label ?? undefined }))
}

/** Old versions have the offset only. */
function placeOf({ offset, length, line, column }: z.output<typeof Span>): Omit<Location, 'file'> {
  return { line: line ?? undefined, column: column ?? undefined, byteOffset: offset, byteLength: length }
}

/** `eslint(no-eval)`: the plugin and the rule. What the parser says has no rule. */
function ruleOf(code: string | null | undefined): Rule {
  if (!code) return { id: 'parse-error' }
  const [, plugin, name] = /^([\w@/-]+)\(([^()]+)\)$/.exec(code) ?? []
  return plugin ? { id: code, name, tags: [plugin] } : { id: code }
}
