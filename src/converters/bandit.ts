import type { Finding, Location, Notification, Rule } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { withoutPassword } from './hardcoded-passwords.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, record, string, union, unknown } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

const Issue = object({
  test_id: string,
  test_name: nullish(string),
  issue_severity: nullish(string),
  issue_confidence: nullish(string),
  issue_cwe: nullish(object({ id: nullish(union([number, string])) })),
  issue_text: string,
  filename: string,
  line_number: nullish(number),
  line_range: nullish(array(number)),
  col_offset: nullish(number),
  end_col_offset: nullish(number),
  more_info: nullish(string),
})
type Issue = Of<typeof Issue>
const Bandit = object({
  results: array(Issue),
  errors: nullish(array(object({ filename: nullish(string), reason: string }))),
  metrics: record(unknown),
})

export const bandit = defineConverter({
  id: 'bandit',
  tool: { name: 'Bandit', url: 'https://bandit.readthedocs.io' },
  reads: 'bandit --format json',
  proof: 'run',
  detects: isBandit,
  read(report) {
    const { results, errors, metrics } = readJson(report, Bandit)
    const notifications = (errors ?? []).map(
      ({ filename, reason }): Notification => ({
        level: 'error',
        message: reason,
        location: filename ? { file: filename } : undefined,
        incomplete: true,
      }),
    )
    const scanned = Object.keys(metrics).filter((name) => name !== '_totals')
    if (scanned.length === 0 && notifications.length === 0) notifications.push(nothingScanned)
    return { findings: results.map(toFinding), notifications, columns: 'utf8Bytes' }
  },
})

function isBandit(report: Report): boolean {
  if (!hasKeys('results', 'errors', 'metrics', 'generated_at')(report)) return false
  return isObjectWith((report.json() as { metrics: unknown }).metrics, ['_totals'])
}

const nothingScanned: Notification = {
  level: 'error',
  message: 'Bandit scanned no file. Check the paths it is given; folders need --recursive.',
  incomplete: true,
}

function toFinding(issue: Issue): Finding {
  const { issue_severity: severity, issue_confidence: confidence, issue_text: text } = issue
  return {
    rule: ruleOf(issue),
    level: levelOf(severity ?? undefined),
    message: withoutPassword(text),
    location: locationOf(issue),
    sarif: { properties: { ...(severity && { severity }), ...(confidence && { confidence }) } },
  }
}

function ruleOf({ test_id, test_name, issue_severity, issue_confidence, issue_cwe, more_info }: Issue): Rule {
  const confidence = issue_confidence?.toLowerCase()
  return {
    id: test_id,
    name: test_name ?? undefined,
    url: more_info ?? undefined,
    tags: ['security'],
    weaknesses: issue_cwe?.id ? [issue_cwe.id] : [],
    precision: confidence === 'high' || confidence === 'medium' || confidence === 'low' ? confidence : undefined,
    score: scoreOfWord(issue_severity),
  }
}

/** Lines since ever; columns, of Python's syntax tree and so bytes from 0, since 1.7.1 and 1.7.3. */
function locationOf({ filename, line_number, line_range, col_offset, end_col_offset }: Issue): Location {
  const line = line_number ?? line_range?.[0]
  const endColumn = typeof end_col_offset === 'number' && end_col_offset > 0 ? end_col_offset + 1 : undefined
  return {
    file: filename,
    line,
    column: typeof col_offset === 'number' && col_offset >= 0 ? col_offset + 1 : undefined,
    endLine: line_range?.length ? Math.max(...line_range) : undefined,
    endColumn,
  }
}
