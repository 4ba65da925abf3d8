import type { Alert } from '../model/alert.ts'
import { advicesOf, type Condition, isBlocked, type Outcome, reasonsOf } from '../model/outcome.ts'
import { aligned } from './columns.ts'
import { cut, oneLine, plain } from './plain.ts'
import { measuresLine } from './zadig.ts'

const most = 50
const longest = { cell: 200, message: 120, sentence: 600 }
const marks = { pass: '✓', note: 'i', warn: '!', fail: '✗', error: '?', 'not-applicable': '-' } as const

/** The same outcome for a terminal or a plain log: what blocks, the conditions, the verdict last, where eyes rest. */
export function tableOf(outcome: Outcome): string {
  const { verdict, reason, blocking, warning, conditions, notices = [], sarifPath } = outcome
  return [
    ...findings(blocking, isBlocked(outcome) ? 'blocking' : 'tolerated'),
    ...findings(warning, 'below the limit'),
    ...conditions.map(condition),
    ...measuresLine(outcome),
    ...notices.map((notice) => `· ${oneLine(notice)}`),
    ...[...advicesOf(conditions), ...reasonsOf(conditions)].map((advice) => `→ ${oneLine(advice)}`),
    ...(sarifPath ? [`SARIF: ${oneLine(sarifPath)}`] : []),
    `${verdict.toUpperCase()}: ${cut(oneLine(reason), longest.sentence)}`,
  ].join('\n')
}

function findings(alerts: Alert[], title: string): string[] {
  if (alerts.length === 0) return []
  const cell = (text: string) => cut(oneLine(text), longest.cell)
  const rows = alerts
    .slice(0, most)
    .map(({ severity, file = '', line, rule, message }) => [
      severity,
      cell(line === undefined ? file : `${file}:${line}`),
      cell(rule),
      cut(oneLine(message), longest.message),
    ])
  const rest = alerts.length - rows.length
  return [
    `${alerts.length} ${title}`,
    ...aligned(rows).map((row) => `  ${row}`),
    ...(rest > 0 ? [`  …and ${rest} more in the SARIF`] : []),
    '',
  ]
}

function condition({ name, expected, actual, result, explanation }: Condition): string {
  const line = `${marks[result]} ${oneLine(name)}: ${oneLine(actual)} (expected ${oneLine(expected)})`
  return explanation ? `${line}\n${plain(explanation).replace(/^(?=.)/gm, '    ')}` : line
}
