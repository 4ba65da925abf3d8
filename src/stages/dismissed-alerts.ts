import type { Run } from 'sarif'
import { githubAlerts } from '../clients/github-alerts.ts'
import type { CompareConfig } from '../config/compare.ts'
import { match } from '../gate/match.ts'
import type { Dismissals, Known } from '../model/comparison.ts'
import { gitIn } from '../model/git.ts'
import type { Host } from '../model/host.ts'
import { baseAnalysis } from './base-analysis.ts'

/** Where GitHub keeps the alerts of the code that was scanned. */
export interface AlertsAt {
  github: NonNullable<CompareConfig['github']>
  /** The branch whose alerts count: that of the code, or the one a pull request goes into. */
  branch: string
  root: string
}

/**
 * Which findings people dismissed on GitHub, by the numbers of their alerts. `known` are findings whose numbers are known
 * already. Throws `ServiceError` when GitHub does not say: 403 is not "none".
 */
export async function dismissedAlerts(
  runs: Run[],
  known: ReadonlyMap<object, Known> | undefined,
  at: AlertsAt,
  host: Host,
): Promise<Dismissals> {
  const client = await githubAlerts({ ...at.github, log: host.log })
  const alerts = await client.list({ state: 'dismissed', ref: `refs/heads/${at.branch}` })
  if (alerts.length === 0) return new Map()
  const byNumber = new Map(alerts.map((alert) => [alert.number, alert]))
  const numbers = known ?? (await numbered(runs, at, host))
  const found: Dismissals = new Map()
  for (const result of runs.flatMap(({ results = [] }) => results)) {
    const alert = numbers.get(result)?.alert
    const dismissed = alert === undefined ? undefined : byNumber.get(alert)
    if (!dismissed) continue
    const { dismissed_reason: reason, dismissed_comment: comment } = dismissed
    found.set(result, { alert: alert!, reason: reason ?? undefined, comment: comment ?? undefined })
  }
  return found
}

async function numbered(
  runs: Run[],
  { github, branch, root }: AlertsAt,
  host: Host,
): Promise<ReadonlyMap<object, Known>> {
  const commit = await gitIn(root, host.ask)('rev-parse', '--verify', '--quiet', 'HEAD')
  const found = commit === undefined ? undefined : await baseAnalysis(runs, { branch, commit, root, github }, host)
  return found ? match(runs, found.runs).known : new Map()
}
