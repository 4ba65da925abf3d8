import type { Alert } from '../model/alert.ts'
import { dayOf } from '../model/day.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import type { Sheet } from '../model/sheet.ts'
import { findingLines, hanging, type Sources } from './finding-lines.ts'
import { oneLine } from './plain.ts'

const most = 20

/** What decided about the findings that a word fits, for a terminal; undefined when it fits none. */
export function explanationOf(word: string, judged: Judged, sources: Sources): Sheet | undefined {
  const found = meantBy(word, judged.outcome)
  if (found.length === 0) return undefined
  const shown = found.slice(0, most).map((alert) => explanation(alert, judged, sources))
  const rest = found.length - shown.length
  const parts = [...shown, ...(rest > 0 ? [[`…and ${rest} more; name one by file:line.`]] : [])]
  return parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]))
}

/** What was judged, and by what. */
export interface Judged {
  outcome: Outcome
  policy: Policy
}

/** The findings that a word fits: a file, `file:line`, with a column or without, a rule, or a fingerprint. */
export function meantBy(word: string, { findings }: Outcome): Alert[] {
  const wanted = word.replace(/^\.\//, '')
  return findings.filter(({ file, line, column, rule, fingerprints }) =>
    [file, `${file}:${line}`, `${file}:${line}:${column}`, rule, ...fingerprints].includes(wanted),
  )
}

function explanation(alert: Alert, { outcome, policy }: Judged, sources: Sources): Sheet {
  const told = [
    `tool: ${oneLine(alert.tool)}`,
    `severity: ${severity(alert)}`,
    `new: ${newness(alert, outcome)}`,
    ...(alert.accepted ? [`accepted: ${acceptance(alert)}`] : []),
    ...gates(alert, outcome, policy),
  ]
  return [...findingLines([alert], sources), ...told.map((text) => hanging(`  ${text}`, 4))]
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
  const end = until === undefined ? '' : `, until ${dayOf(until)}`
  return `by ${by}${id ? ` ${oneLine(id)}` : ''}${reason ? `: ${oneLine(reason)}` : ''}${end}`
}

function gates(alert: Alert, { counted, conditions }: Outcome, policy: Policy): string[] {
  return policy.gates.map(({ id, title }) => {
    const isCounted = counted.some(({ gate, alerts }) => gate === id && alerts.includes(alert))
    const result = conditions.find((condition) => condition.id === id)?.result ?? 'pass'
    return `gate ${oneLine(title ?? id)}: ${isCounted ? `counts it (${result})` : 'does not count it'}`
  })
}
