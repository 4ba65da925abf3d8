import type { Alert } from '../model/alert.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { oneLine } from './plain.ts'

const most = 20

/** What decided about the findings that a word fits, for a terminal; undefined when it fits none. */
export function explanationOf(word: string, outcome: Outcome, policy: Policy): string | undefined {
  const found = outcome.findings.filter((alert) => isMeant(alert, word))
  if (found.length === 0) return undefined
  const shown = found.slice(0, most).map((alert) => explanation(alert, outcome, policy))
  const rest = found.length - shown.length
  return [...shown, ...(rest > 0 ? [`…and ${rest} more; name one by file:line.`] : [])].join('\n\n')
}

function isMeant({ file, line, rule, fingerprints }: Alert, word: string): boolean {
  return [file, `${file}:${line}`, rule, ...fingerprints].includes(word.replace(/^\.\//, ''))
}

function explanation(alert: Alert, outcome: Outcome, policy: Policy): string {
  const { file = '(no file)', line, rule, tool, message } = alert
  const place = line === undefined ? file : `${file}:${line}`
  return [
    `${oneLine(place)}  ${oneLine(rule)} (${oneLine(tool)})`,
    `  ${oneLine(message)}`,
    `  severity: ${severity(alert)}`,
    `  new: ${newness(alert, outcome)}`,
    ...(alert.accepted ? [`  accepted: ${acceptance(alert)}`] : []),
    ...gates(alert, outcome, policy),
  ].join('\n')
}

function severity({ severity, score, level, ratedBy, countsAs }: Alert): string {
  const counted = severity === countsAs ? '' : `, counts as ${countsAs}`
  return `${severity}${counted}, by the ${ratedBy} (${score === undefined ? level : `score ${score}`})`
}

function newness({ isNew, knownBy }: Alert, { comparison }: Outcome): string {
  if (comparison?.status === 'failed') return `not known: ${oneLine(comparison.error.message)}`
  if (comparison?.status !== 'done') return 'nothing was compared'
  const { against } = comparison.value
  return isNew ? `yes, it is not in ${oneLine(against)}` : `no, it is in ${oneLine(against)} (known by its ${knownBy})`
}

function acceptance({ accepted }: Alert): string {
  const { by, id, reason, until } = accepted!
  const end = until === undefined ? '' : `, until ${new Date(until).toISOString().slice(0, 10)}`
  return `by ${by}${id ? ` ${oneLine(id)}` : ''}${reason ? `: ${oneLine(reason)}` : ''}${end}`
}

function gates(alert: Alert, { counted, conditions }: Outcome, policy: Policy): string[] {
  return policy.gates.map(({ id, title }) => {
    const isCounted = counted.some(({ gate, alerts }) => gate === id && alerts.includes(alert))
    const result = conditions.find((condition) => condition.id === id)?.result ?? 'pass'
    return `  gate ${oneLine(title ?? id)}: ${isCounted ? `counts it (${result})` : 'does not count it'}`
  })
}
