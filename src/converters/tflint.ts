import type { Finding, Location, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

const Point = object({ line: number, column: number })
const Range = object({ filename: string, start: Point, end: Point })
const Issue = object({
  rule: object({ name: string, severity: nullish(string), link: nullish(string) }),
  message: string,
  range: Range,
  callers: nullish(array(Range)),
  fixable: nullish(boolean),
  fixed: nullish(boolean),
})
const Failure = object({
  summary: nullish(string),
  message: string,
  severity: nullish(string),
  range: nullish(Range),
})
const Inspection = object({ issues: array(Issue), errors: array(Failure) })
type Issue = Of<typeof Issue>

export const tflint = defineConverter({
  id: 'tflint',
  tool: { name: 'TFLint', url: 'https://github.com/terraform-linters/tflint' },
  reads: 'tflint --format json',
  proof: 'seen',
  detects: (report) => hasKeys('issues', 'errors')(report) && isOfTflint(report),
  read(report) {
    const { issues, errors } = readJson(report, Inspection)
    return {
      findings: issues.filter(({ fixed }) => !fixed).map(toFinding),
      notifications: [...issues.filter(({ fixed }) => fixed).map(fixOf), ...errors.map(toNotification)],
      // HCL counts what a reader takes for one character; that is one code point nearly always.
      columns: 'unicodeCodePoints',
    }
  },
})

/** Without findings, its report is two empty lists and nothing else. */
function isOfTflint(report: Report): boolean {
  const json = report.json() as { issues: unknown; errors: unknown }
  if (!Array.isArray(json.issues) || !Array.isArray(json.errors) || Object.keys(json).length !== 2) return false
  return json.issues.length === 0 || isObjectWith(json.issues[0], ['rule', 'message', 'range'])
}

function toFinding({ rule, message, range, callers, fixable }: Issue): Finding {
  return {
    rule: { id: rule.name, url: rule.link || undefined },
    level: levelOf(rule.severity ?? undefined),
    message,
    location: locationOf(range),
    related: callers?.flatMap((caller) => {
      const at = locationOf(caller)
      return at ? { ...at, message: 'The module is called here' } : []
    }),
    sarif: ownWords({ severity: rule.severity, fixable }),
  }
}

/** What belongs to no file has a range without a name. */
function locationOf({ filename, start, end }: Of<typeof Range>): Location | undefined {
  if (filename === '') return undefined
  return { file: filename, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** What `--fix` has changed is no longer in the file. */
function fixOf({ rule, message, range }: Issue): Notification {
  return { level: 'note', message: `${rule.name} was fixed: ${message}`, location: locationOf(range) }
}

function toNotification({ summary, message, severity, range }: Of<typeof Failure>): Notification {
  const level = levelOf(severity ?? 'error')
  return {
    level,
    message: [summary, message].filter(Boolean).join('; '),
    location: range ? locationOf(range) : undefined,
    incomplete: level === 'error',
  }
}
