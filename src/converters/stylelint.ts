import type { Finding, Fix, Location, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { jsonAmongLines } from './read/among-lines.ts'
import { readJson } from './read/json.ts'
import { array, int, nullish, number, type Of, object, string, tuple } from './read/shape.ts'
import { itemsHaveKeys } from './report.ts'

const Place = object({
  line: nullish(number),
  column: nullish(number),
  endLine: nullish(number),
  endColumn: nullish(number),
})
const Edit = object({ range: tuple([int, int]), text: string })
const Warning = object({
  ...Place.members,
  rule: nullish(string),
  severity: nullish(string),
  text: string,
  url: nullish(string),
  fix: nullish(Edit),
})
const File = object({
  source: nullish(string),
  warnings: array(Warning),
  parseErrors: nullish(array(object({ ...Place.members, text: string }))),
  invalidOptionWarnings: nullish(array(object({ text: string }))),
  deprecations: nullish(array(object({ text: string, reference: nullish(string) }))),
})

export const stylelint = defineConverter({
  id: 'stylelint',
  tool: { name: 'Stylelint', url: 'https://stylelint.io' },
  reads: 'stylelint --formatter json (on standard error since 16)',
  proof: 'run',
  detects: itemsHaveKeys('warnings', 'deprecations', 'invalidOptionWarnings'),
  read(report) {
    // Node's warnings go to standard error as well.
    const files = readJson(jsonAmongLines(report), array(File))
    return {
      findings: files.flatMap(({ source, warnings }) => warnings.map((warning) => toFinding(source, warning))),
      notifications: files.flatMap(notificationsOf),
      columns: 'utf16CodeUnits',
    }
  },
})

function toFinding(source: string | null | undefined, warning: Of<typeof Warning>): Finding {
  const { rule, severity, text, url, fix } = warning
  const id = rule || 'stylelint'
  const location = locationOf(source, warning)
  return {
    rule: { id, url: url ?? (rule ? documentationOf(rule) : undefined) },
    level: levelOf(severity ?? undefined),
    // The rule has a field of its own.
    message: text.endsWith(` (${id})`) ? text.slice(0, -id.length - 3) : text,
    location,
    fixes: fix && location ? fixesOf(location.file, fix) : [],
  }
}

/** Rules of plugins have a namespace, `scss/no-…`; `--report-…` and `CssSyntaxError` are no rules. */
function documentationOf(rule: string): string | undefined {
  return /^[a-z][a-z-]*$/.test(rule) ? `https://stylelint.io/user-guide/rules/${rule}` : undefined
}

function locationOf(source: string | null | undefined, at: Of<typeof Place>) {
  // What came by standard input has no file, or a made-up one.
  if (!source || source.startsWith('<input')) return undefined
  const { line, column, endLine, endColumn } = at
  return {
    file: source,
    line: line ?? undefined,
    column: column ?? undefined,
    endLine: endLine ?? undefined,
    endColumn: endColumn ?? undefined,
  } satisfies Location
}

function fixesOf(file: string, { range: [start, end], text }: Of<typeof Edit>): Fix[] {
  if (start < 0 || end < start) return []
  const edit = { file, charOffset: start, charLength: end - start, text }
  return [{ description: "Stylelint's automatic fix", edits: [edit] }]
}

function notificationsOf(file: Of<typeof File>): Notification[] {
  const { source, parseErrors, invalidOptionWarnings, deprecations } = file
  const location = locationOf(source, {})
  return [
    ...(parseErrors ?? []).map(
      ({ text, ...at }): Notification => ({ level: 'warning', message: text, location: locationOf(source, at) }),
    ),
    // The rule was not run at all.
    ...(invalidOptionWarnings ?? []).map(
      ({ text }): Notification => ({ level: 'error', message: text, location, incomplete: true }),
    ),
    ...(deprecations ?? []).map(
      ({ text, reference }): Notification => ({
        level: 'note',
        message: reference ? `${text} See ${reference}` : text,
        location,
      }),
    ),
  ]
}
