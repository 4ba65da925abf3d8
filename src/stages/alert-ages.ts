import type { Result } from 'sarif'
import { githubAlerts } from '../clients/github-alerts.ts'
import type { CompareConfig } from '../config/compare.ts'
import type { Comparison, Known } from '../model/comparison.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'

/**
 * The same comparison, with the day on which GitHub first saw each finding that it has an alert for. Where GitHub does not
 * tell, ages stay unknown, for gates to say so.
 */
export async function withAges(
  comparison: Comparison,
  { github, base }: CompareConfig,
  host: Host,
): Promise<Comparison> {
  if (comparison.source !== 'base-branch' || !github) return comparison
  try {
    const client = await githubAlerts({ ...github, log: host.log })
    const alerts = await client.list({ ref: `refs/heads/${base!.branch}` })
    const seen = new Map(alerts.map(({ number, created_at: created }) => [number, Date.parse(created ?? '')]))
    return { ...comparison, known: dated(comparison.known, seen) }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const notice = `How long findings have been there is not known. ${error.message}`
    return { ...comparison, notices: [...comparison.notices, notice] }
  }
}

function dated(known: Comparison['known'], seen: ReadonlyMap<number, number>): Comparison['known'] {
  return new Map(
    [...known].map(([result, one]): [Result, Known] => {
      const since = one.since ?? seen.get(one.alert ?? -1)
      return [result, Number.isFinite(since) ? { ...one, since } : one]
    }),
  )
}
