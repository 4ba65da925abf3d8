import type { Alert } from '../model/alert.ts'
import type { Verdict } from '../model/outcome.ts'

/** What is neither blocking nor below a limit nor accepted: what was there before, and what no gate counts. */
export function unshown({ blocking, warning, findings }: Pick<Verdict, 'blocking' | 'warning' | 'findings'>): {
  old: Alert[]
  uncounted: Alert[]
} {
  const shown = new Set([...blocking, ...warning])
  const others = findings.filter((alert) => !alert.accepted && !shown.has(alert))
  return {
    old: others.filter(({ isNew }) => isNew === false),
    uncounted: others.filter(({ isNew }) => isNew !== false),
  }
}
