import type { Alert } from '../model/alert.ts'
import { type Condition, exitCodes, type Facts, type Verdict } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { bySeverity, isAtLeast, type Severity, type Threshold } from '../model/severity.ts'
import { alertsOf } from './alerts.ts'
import { scanConditions, uploadCondition, zadigCondition } from './conditions.ts'

/**
 * The verdict on everything that was learnt. All conditions are evaluated, then combined in three-valued logic: a proven
 * violation beats "could not be evaluated", which beats a warning, which beats a pass. No condition at all is no pass.
 */
export function judge(facts: Facts, policy: Policy): Verdict {
  const alerts = alertsOf(facts.runs)
  const active = alerts.filter(({ suppressed }) => !suppressed)
  const blocking = active.filter((alert) => reaches(alert, policy.failOn))
  const warning = active.filter((alert) => !reaches(alert, policy.failOn) && reaches(alert, policy.warnOn))
  const conditions = [
    ...scanConditions(facts),
    ...(facts.runs.length > 0 ? findingsConditions(blocking.length, warning.length, policy) : []),
    ...uploadCondition(facts.upload, policy.upload),
    ...zadigCondition(facts.zadig, policy.zadig),
  ]
  return {
    ...combine(conditions, policy),
    conditions,
    blocking: sorted(blocking),
    warning: sorted(warning),
    counts: countBySeverity(active),
    total: active.length,
    suppressed: alerts.length - active.length,
  }
}

function reaches({ severity, level }: Alert, thresholds: Threshold[]): boolean {
  return thresholds.some((threshold) => {
    if (threshold === 'never') return false
    if (threshold === 'error') return level === 'error'
    if (threshold === 'warning') return level === 'error' || level === 'warning'
    return isAtLeast(severity, threshold)
  })
}

/** Those of one weight are sorted among themselves: scanners report file by file, so that they are nearly in order. */
function sorted(alerts: Alert[]): Alert[] {
  const groups = new Map<string, Alert[]>()
  for (const alert of alerts) {
    const weight = `${alert.severity} ${alert.score}`
    const group = groups.get(weight)
    if (group) group.push(alert)
    else groups.set(weight, [alert])
  }
  const inOrder = [...groups.values()].sort(([a], [b]) => worstFirst(a!, b!))
  return inOrder.flatMap((group) => group.sort(worstFirst))
}

/** Down to the last field that is shown, so that the order of the runs and results makes no difference. */
function worstFirst(a: Alert, b: Alert): number {
  return (
    bySeverity(a.severity, b.severity) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    compare(a.severity, b.severity) ||
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    compare(a.tool, b.tool) ||
    compare(a.level, b.level)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const whatToDo =
  'Fix the blocking findings, or have them suppressed in the source with a reason. `fail-on` and `max-findings` say what blocks.'

function counted(findings: number): string {
  return `${findings === 0 ? 'no' : findings} ${findings === 1 ? 'finding' : 'findings'}`
}

function findingsConditions(blocking: number, warning: number, { failOn, warnOn, maxFindings }: Policy): Condition[] {
  const isTolerated = blocking > 0 && blocking <= maxFindings
  const blocks: Condition = {
    id: 'findings',
    name: `Findings at or above ${failOn.join(' or ')}`,
    expected: maxFindings === 0 ? '0' : `at most ${maxFindings}`,
    actual: String(blocking),
    result: blocking > maxFindings ? 'fail' : 'pass',
    phrase: `${counted(blocking)} at or above ${failOn.join(' or ')}${isTolerated ? ` (${maxFindings} tolerated)` : ''}`,
    ...(blocking > maxFindings && { advice: whatToDo }),
  }
  const warns: Condition = {
    id: 'warnings',
    name: `Findings that do not block, at or above ${warnOn.join(' or ')}`,
    expected: '0',
    actual: String(warning),
    result: 'warn',
    phrase: `${counted(warning)} at or above ${warnOn.join(' or ')}`,
  }
  const neverFails = failOn.every((word) => word === 'never')
  return [...(neverFails ? [] : [blocks]), ...(warning > 0 ? [warns] : [])]
}

/** The worst comes first, and decides. */
const ranks = ['fail', 'error', 'warn', 'pass'] as const

function combine(conditions: Condition[], policy: Policy): Pick<Verdict, 'verdict' | 'exitCode' | 'reason'> {
  const [worst] = [...conditions].sort((a, b) => ranks.indexOf(a.result) - ranks.indexOf(b.result))
  if (!worst) return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: 'There was nothing to evaluate.' }
  const reason = reasonOf(worst, conditions)
  if (policy.enforcement === 'off')
    return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: `The gate is off. ${reason}` }
  const isDemoted = policy.enforcement === 'warn' || (policy.onError === 'warn' && worst.result === 'error')
  const verdict = isDemoted && worst.result !== 'pass' ? 'warn' : worst.result
  return { verdict, exitCode: exitCodes[verdict], reason }
}

/** Everything that holds, or the first of what weighs most. */
function reasonOf(worst: Condition, conditions: Condition[]): string {
  if (worst.result !== 'pass') return `${worst.phrase}.`
  return `${conditions.map(({ phrase }) => phrase).join(', ')}.`
}

function countBySeverity(alerts: Alert[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, note: 0, unknown: 0 }
  for (const { severity } of alerts) counts[severity] += 1
  return counts
}
