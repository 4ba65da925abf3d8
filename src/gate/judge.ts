import type { Alert } from '../model/alert.ts'
import { grouped } from '../model/grouped.ts'
import { type Condition, exitCodes, type Facts, type Verdict } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { isFinding } from '../model/rating.ts'
import type { Severity } from '../model/severity.ts'
import { type Acceptances, acceptances } from './acceptance.ts'
import { dismissalCondition, scanConditions, uploadCondition, zadigCondition } from './conditions.ts'
import { exceptionConditions } from './exceptions.ts'
import { alertsIn, asksForKinds, classified, done, findingsOf, type Known } from './findings.ts'
import { type Evaluated, evaluate, type Findings } from './gates.ts'
import { byPlace, worstFirst } from './order.ts'

/** What the gates make of the findings. */
export interface Weighed {
  accepting: Acceptances
  /** Worst first. */
  alerts: Alert[]
  /** Those that nobody accepted. */
  active: Alert[]
  findings: Findings
  evaluated: Evaluated[]
}

/** The part of the verdict that takes long, and in which no server has a say: it can be found out while they are at work. */
export function weigh(facts: Known, policy: Policy, now: number): Weighed {
  const accepting = accepted(facts, policy, now)
  const alerts = sorted(classified(facts, policy, accepting, now))
  const active = alerts.filter(({ accepted }) => !accepted)
  const findings = findingsOf(facts, policy, { active, accepting, now })
  const evaluated = facts.runs.length > 0 ? policy.gates.map((gate) => evaluate(gate, policy, findings)) : []
  return { accepting, alerts, active, findings, evaluated }
}

/**
 * The verdict on everything that was learnt. All conditions are evaluated, then combined in three-valued logic: a proven
 * violation beats "could not be evaluated", which beats a warning, which beats a pass. No condition at all is no pass.
 */
export function judge(facts: Facts, policy: Policy, now = Date.now(), weighed = weigh(facts, policy, now)): Verdict {
  const { accepting, alerts, active, findings, evaluated } = weighed
  const limits = evaluated.filter(isShown).map(({ condition }) => condition)
  const { upload, zadig, dismissedAlerts } = policy.sources
  const conditions = [
    ...scanConditions(facts, policy.sources.scanner),
    ...limits,
    // Where nothing was scanned, no exception can be in use.
    ...exceptionConditions(policy, evaluated.length > 0 ? accepting : { ...accepting, unused: () => [] }),
    ...dismissalCondition(facts.dismissed, dismissedAlerts),
    ...uploadCondition(facts.upload, upload),
    ...zadigCondition(facts.zadig, zadig, policy.zadigWords),
  ]
  const isCompared = done(facts.comparison) !== undefined
  const counted = asksForKinds(policy) ? countedBy(evaluated) : new Set<Alert>()
  const total = alertsIn(findings.now)
  return {
    ...combine(conditions, policy),
    conditions,
    counted: evaluated.map(({ gate, counted }) => ({ gate: gate.id, alerts: counted })),
    ...shown(active, evaluated),
    counts: countBySeverity(total),
    total: total.length,
    accepted: alerts.filter((alert) => alert.accepted && isFinding(alert)),
    findings: alerts.filter((alert) => isFinding(alert) || counted.has(alert)),
    ...(isCompared && {
      newFindings: total.filter(({ isNew }) => isNew).length,
      fixed: findings.fixed && alertsIn(findings.fixed),
    }),
  }
}

function accepted({ comparison, dismissed: attempt }: Known, policy: Policy, now: number): Acceptances {
  const { known } = done(comparison) ?? {}
  const dismissed = done(attempt)
  const wasDismissed = new Set([...(dismissed?.keys() ?? [])].map((result) => known?.get(result)?.was))
  return acceptances(policy.exceptions, policy.exceptionRules, { dismissed, wasDismissed, now })
}

/** A warning that holds has nothing to say; a limit that holds has. */
function isShown({ gate, condition }: Evaluated): boolean {
  return !gate.isQuiet || condition.result === 'warn'
}

function countedBy(evaluated: Evaluated[]): Set<Alert> {
  const alerts = new Set<Alert>()
  for (const { counted } of evaluated) for (const alert of counted) alerts.add(alert)
  return alerts
}

function shown(active: Alert[], evaluated: Evaluated[]): Pick<Verdict, 'blocking' | 'warning'> {
  const of = (wanted: (one: Evaluated) => boolean) => countedBy(evaluated.filter(wanted))
  const failed = of(({ condition: { result } }) => result === 'fail' || result === 'error')
  const limited = of(({ gate }) => gate.ifBroken === 'fail')
  const others = of(({ gate }) => gate.ifBroken !== 'note')
  // What is tolerated is shown in the place of what blocks, where nothing does.
  const first = failed.size > 0 ? failed : limited
  return {
    blocking: active.filter((alert) => first.has(alert)),
    warning: active.filter((alert) => others.has(alert) && !first.has(alert)),
  }
}

/** Those of one weight are sorted among themselves: scanners report file by file, so that they are nearly in order. */
function sorted(alerts: Alert[]): Alert[] {
  const groups = grouped(alerts, ({ severity, score }) => `${severity} ${score}`)
  const inOrder = [...groups.values()].sort(([a], [b]) => worstFirst(a!, b!))
  return inOrder.flatMap((group) => group.sort(byPlace))
}

/** The worst comes first, and decides. */
const ranks: Condition['result'][] = ['fail', 'error', 'warn', 'pass']

function combine(conditions: Condition[], policy: Policy): Pick<Verdict, 'verdict' | 'exitCode' | 'reason'> {
  const deciding = conditions.filter(({ result }) => ranks.includes(result))
  const [worst] = isIdle(conditions, deciding)
    ? []
    : deciding.sort((a, b) => ranks.indexOf(a.result) - ranks.indexOf(b.result))
  if (!worst) return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: nothingApplied(conditions) }
  const reason = reasonOf(worst, conditions)
  if (policy.enforcement === 'off')
    return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: `The gate is off. ${reason}` }
  const isDemoted = policy.enforcement === 'warn' || (policy.onError === 'warn' && worst.result === 'error')
  const verdict = (isDemoted && worst.result !== 'pass' ? 'warn' : worst.result) as Verdict['verdict']
  return { verdict, exitCode: exitCodes[verdict], reason }
}

/** Where no gate applied, an upload that went well is no verdict on the code. */
function isIdle(conditions: Condition[], deciding: Condition[]): boolean {
  const isOut = conditions.some(({ isLimit, result }) => isLimit && result === 'not-applicable')
  return isOut && deciding.every(({ id, isLimit, result }) => result === 'pass' && !isLimit && id !== 'zadig')
}

function nothingApplied(conditions: Condition[]): string {
  return conditions.length === 0
    ? 'There was nothing to evaluate.'
    : 'No gate of the policy applies to this run, so nothing was decided.'
}

/** Everything that holds, or the first of what weighs most. */
function reasonOf(worst: Condition, conditions: Condition[]): string {
  if (worst.result !== 'pass') return `${worst.phrase}.`
  return `${conditions
    .filter(({ result }) => result === 'pass')
    .map(({ phrase }) => phrase)
    .join(', ')}.`
}

function countBySeverity(alerts: Alert[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, note: 0, unknown: 0 }
  for (const { severity } of alerts) counts[severity] += 1
  return counts
}
