import type { Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { type Attempt, type Condition, exitCodes, type Facts, type Verdict } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import type { Severity } from '../model/severity.ts'
import { type Acceptances, acceptances } from './acceptance.ts'
import { readAlerts } from './alerts.ts'
import { dismissalCondition, scanConditions, uploadCondition, zadigCondition } from './conditions.ts'
import { exceptionConditions } from './exceptions.ts'
import { type Evaluated, evaluate, type Findings } from './gates.ts'
import { worstFirst } from './order.ts'

/**
 * The verdict on everything that was learnt. All conditions are evaluated, then combined in three-valued logic: a proven
 * violation beats "could not be evaluated", which beats a warning, which beats a pass. No condition at all is no pass.
 */
export function judge(facts: Facts, policy: Policy, now = Date.now()): Verdict {
  const accepting = acceptances(policy.exceptions, policy.exceptionRules, {
    dismissed: done(facts.dismissed),
    now,
  })
  const alerts = sorted(classified(facts, policy, accepting))
  const active = alerts.filter(({ accepted }) => !accepted)
  const findings = findingsOf(facts, policy, active, now)
  const evaluated = facts.runs.length > 0 ? policy.gates.map((gate) => evaluate(gate, policy, findings)) : []
  const limits = evaluated.filter(isShown).map(({ condition }) => condition)
  const { upload, zadig, dismissedAlerts } = policy.sources
  const conditions = [
    ...scanConditions(facts, policy.sources.scanner),
    ...limits,
    ...exceptionConditions(policy, accepting),
    ...dismissalCondition(facts.dismissed, dismissedAlerts),
    ...uploadCondition(facts.upload, upload),
    ...zadigCondition(facts.zadig, zadig, policy.zadigWords),
  ]
  const isCompared = done(facts.comparison) !== undefined
  return {
    ...combine(conditions, policy),
    conditions,
    counted: evaluated.map(({ gate, counted }) => ({ gate: gate.id, alerts: counted })),
    ...shown(active, evaluated),
    counts: countBySeverity(active),
    total: active.length,
    accepted: alerts.filter(({ accepted }) => accepted),
    findings: alerts,
    ...(isCompared && { newFindings: active.filter(({ isNew }) => isNew).length, fixed: findings.fixed }),
  }
}

function done<T>(attempt: Attempt<T> | undefined): T | undefined {
  return attempt?.status === 'done' ? attempt.value : undefined
}

/** Each finding with whether it is new, and whether somebody accepted it. */
function classified({ runs, comparison }: Facts, { ratings, gates }: Policy, accepting: Acceptances): Alert[] {
  const everyKind = gates.some(({ where }) => where.kind !== undefined)
  const compared = done(comparison)
  return readAlerts(runs, ratings, { everyKind }).map(({ result, alert }) => {
    const known = compared?.known.get(result)
    const placed = compared ? { ...alert, isNew: known === undefined, knownBy: known?.by, since: known?.since } : alert
    const accepted = accepting.of(result, placed)
    return accepted ? { ...placed, accepted } : placed
  })
}

function findingsOf({ runs, comparison }: Facts, { ratings }: Policy, now: Alert[], time: number): Findings {
  const compared = done(comparison)
  const before =
    compared?.before && readAlerts(compared.before, ratings).filter(({ result }) => !compared.accepted?.has(result))
  return {
    now,
    before: before?.map(({ alert }) => alert),
    fixed: before?.filter(({ result }) => compared!.fixed.has(result)).map(({ alert }) => alert),
    comparison: comparison ?? { status: 'skipped' },
    tools: new Set(runs.map(({ tool }) => tool.driver.name)),
    rules: new Set(runs.flatMap(rulesOf)),
    time,
  }
}

function rulesOf({ tool, results = [] }: Run): string[] {
  const described = [tool.driver, ...(tool.extensions ?? [])].flatMap(({ rules = [] }) => rules.map(({ id }) => id))
  return [...described, ...results.map(({ ruleId, rule }: Result) => ruleId ?? rule?.id ?? '')]
}

/** A warning that holds has nothing to say; a limit that holds has. */
function isShown({ gate, condition }: Evaluated): boolean {
  return gate.id !== 'warnings' || condition.result === 'warn'
}

function shown(active: Alert[], evaluated: Evaluated[]): Pick<Verdict, 'blocking' | 'warning'> {
  const of = (wanted: (one: Evaluated) => boolean) =>
    new Set(evaluated.filter(wanted).flatMap(({ counted }) => counted))
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

/** The worst comes first, and decides. */
const ranks: Condition['result'][] = ['fail', 'error', 'warn', 'pass']

function combine(conditions: Condition[], policy: Policy): Pick<Verdict, 'verdict' | 'exitCode' | 'reason'> {
  const deciding = conditions.filter(({ result }) => ranks.includes(result))
  const [worst] = deciding.sort((a, b) => ranks.indexOf(a.result) - ranks.indexOf(b.result))
  if (!worst) return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: nothingApplied(conditions) }
  const reason = reasonOf(worst, conditions)
  if (policy.enforcement === 'off')
    return { verdict: 'skipped', exitCode: exitCodes.skipped, reason: `The gate is off. ${reason}` }
  const isDemoted = policy.enforcement === 'warn' || (policy.onError === 'warn' && worst.result === 'error')
  const verdict = (isDemoted && worst.result !== 'pass' ? 'warn' : worst.result) as Verdict['verdict']
  return { verdict, exitCode: exitCodes[verdict], reason }
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
