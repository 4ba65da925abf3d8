import type { Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import type { Known as Before, Comparison } from '../model/comparison.ts'
import type { Attempt, Facts } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { isFinding } from '../model/rating.ts'
import { type Acceptances, isSuppressed } from './acceptance.ts'
import { readAlerts } from './alerts.ts'
import type { Findings, Pool } from './gates.ts'
import { type Table, tableOf } from './table.ts'
import { asksFor } from './where.ts'

/** What is known of the findings before any server has judged. */
export type Known = Pick<Facts, 'runs' | 'comparison' | 'dismissed'>

export function done<T>(attempt: Attempt<T> | undefined): T | undefined {
  return attempt?.status === 'done' ? attempt.value : undefined
}

/** Each finding with whether it is new, and whether somebody accepted it. */
export function classified({ runs, comparison }: Known, policy: Policy, accepting: Acceptances, now: number): Alert[] {
  const compared = done(comparison)
  const honours = policy.exceptionRules.suppressions === 'honor'
  return readAlerts(runs, policy.ratings, kindsAskedBy(policy)).map(({ result, alert }) => {
    // The alert was made just now, and nobody else has it: to copy it for this would take as long again.
    if (compared) {
      const known = compared.known.get(result)
      const isOld = known && !(honours && lostSuppression(result, known))
      alert.isNew = !isOld
      alert.knownBy = isOld ? known.by : undefined
      alert.since = isOld ? known.since : now
    }
    alert.accepted = accepting.of(result, alert)
    return alert
  })
}

/** What was accepted in the source until now has never counted: for the gate it is new. */
function lostSuppression(result: Result, { was }: Before): boolean {
  return was !== undefined && isSuppressed(was) && !isSuppressed(result)
}

export function asksForKinds({ gates }: Policy): boolean {
  return gates.some(({ where }) => asksFor(where, 'kind'))
}

/** What is no finding is read for gates that ask for it only. */
function kindsAskedBy(policy: Policy): (result: Result) => boolean {
  return asksForKinds(policy) ? () => true : isFinding
}

interface Now {
  /** What nobody accepted. */
  active: Alert[]
  accepting: Acceptances
  now: number
}

export function findingsOf({ runs, comparison }: Known, policy: Policy, { active, accepting, now }: Now): Findings {
  const compared = done(comparison)
  const before = compared && readBefore(compared, policy, accepting)
  const table = tableOf(active)
  return {
    now: poolOf(table),
    fresh: poolOf(table, ({ isNew }) => isNew !== false),
    before: before && poolOf(before.table),
    fixed: before && poolOf(before.table, (alert) => before.fixed.has(alert)),
    comparison: comparison ?? { status: 'skipped' },
    tools: new Set(runs.map(({ tool }) => tool.driver.name)),
    rules: new Set(runs.flatMap(rulesOf)),
    time: now,
  }
}

/** Where no gate asks how many there were before, only what is gone is read. */
function readBefore({ before, fixed: gone }: Comparison, policy: Policy, accepting: Acceptances) {
  if (!before) return undefined
  const isAsked = kindsAskedBy(policy)
  const isWanted = policy.gates.some(({ scope }) => scope === 'delta')
    ? isAsked
    : (result: Result) => gone.has(result) && isAsked(result)
  const counting = readAlerts(before, policy.ratings, isWanted).filter(
    (one) => !accepting.before(one.result, one.alert),
  )
  return {
    table: tableOf(counting.map(({ alert }) => alert)),
    fixed: new Set(counting.filter(({ result }) => gone.has(result)).map(({ alert }) => alert)),
  }
}

function poolOf(table: Table, isIn: (alert: Alert) => boolean = () => true): Pool {
  const everyKind = [...table.alerts.keys()].filter((row) => isIn(table.alerts[row]!))
  return { table, everyKind, findings: everyKind.filter((row) => isFinding(table.alerts[row]!)) }
}

export function alertsIn({ table, findings }: Pool): Alert[] {
  return findings.map((row) => table.alerts[row]!)
}

function rulesOf({ tool, results = [] }: Run): string[] {
  const described = [tool.driver, ...(tool.extensions ?? [])].flatMap(({ rules = [] }) => rules.map(({ id }) => id))
  return [...described, ...results.map(({ ruleId, rule }: Result) => ruleId ?? rule?.id ?? '')]
}
