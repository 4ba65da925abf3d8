import type { Result } from 'sarif'
import type { Acceptance, Alert } from '../model/alert.ts'
import type { Dismissals } from '../model/comparison.ts'
import type { Exception, ExceptionRules } from '../model/policy.ts'
import { testOf, yes } from './where.ts'

/** A suppression counts unless it is under review or was rejected (SARIF 3.27.23). */
export function isSuppressed({ suppressions }: Result): boolean {
  return Boolean(suppressions?.length) && suppressions!.every(({ status }) => (status ?? 'accepted') === 'accepted')
}

export interface Acceptances {
  /** Why it does not count; undefined when it does. */
  of(result: Result, alert: Alert): Acceptance | undefined
  /** The same of what was there before: what is accepted counts neither before nor after. No exception is in use by it. */
  before(result: Result, alert: Alert): Acceptance | undefined
  /** Exceptions that met no finding. Asked when all findings have been seen. */
  unused(): Exception[]
  expired: Exception[]
  /** Those that end soon. */
  ending: Exception[]
}

interface Known {
  dismissed?: Dismissals
  /** What was there before of what is dismissed. */
  wasDismissed?: ReadonlySet<Result | undefined>
  now: number
}

/** Who accepted what: the source, then GitHub, then the policy. What has expired accepts nothing. */
export function acceptances(exceptions: Exception[], rules: ExceptionRules, known: Known): Acceptances {
  const { now } = known
  const expired = exceptions.filter(({ expires = Infinity }) => expires < now)
  const holding = exceptions.filter((exception) => !expired.includes(exception))
  const tests = holding.map((exception) => ({ exception, fits: testOf(exception.match, now) }))
  const used = new Set<Exception>()
  const fitting = (alert: Alert) => tests.filter(({ fits }) => fits(alert) === yes).map(({ exception }) => exception)
  return {
    of: (result, alert) => {
      // Each that fits is used, or the second of two would be called unused by chance.
      const exceptions = fitting(alert)
      for (const exception of exceptions) used.add(exception)
      return suppressionOf(result, rules) ?? dismissalOf(result, rules, known) ?? exceptionOf(exceptions)
    },
    before: (result, alert) => {
      const isDismissed = rules.dismissed === 'honor' && known.wasDismissed?.has(result)
      return suppressionOf(result, rules) ?? (isDismissed ? { by: 'dismissed alert' } : exceptionOf(fitting(alert)))
    },
    unused: () => holding.filter((exception) => !used.has(exception)),
    expired,
    ending: holding.filter(({ expires = Infinity }) => expires - now < rules.warnBeforeMs),
  }
}

function exceptionOf([first]: Exception[]): Acceptance | undefined {
  return first && { by: 'exception', id: first.id, reason: first.reason, until: first.expires }
}

function suppressionOf(result: Result, { suppressions }: ExceptionRules): Acceptance | undefined {
  if (suppressions === 'ignore' || !isSuppressed(result)) return undefined
  const said = result.suppressions!.find(({ justification }) => justification)
  return { by: 'suppression', reason: said?.justification }
}

function dismissalOf(result: Result, rules: ExceptionRules, { dismissed }: Known): Acceptance | undefined {
  const dismissal = rules.dismissed === 'ignore' ? undefined : dismissed?.get(result)
  if (!dismissal) return undefined
  return { by: 'dismissed alert', id: String(dismissal.alert), reason: dismissal.comment || dismissal.reason }
}
