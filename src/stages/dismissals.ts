import type { Run } from 'sarif'
import { type AlertChange, type GitHubAlerts, githubAlerts } from '../clients/github-alerts.ts'
import { githubAnalyses } from '../clients/github-analyses.ts'
import type { UploadConfig } from '../config/upload.ts'
import { isSuppressed } from '../gate/acceptance.ts'
import { standingOf } from '../gate/suppressions.ts'
import { counted } from '../model/counted.ts'
import { dismissalOf, isOurs } from '../model/dismissal.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Upload } from '../model/outcome.ts'

/** What has to change at GitHub, so that its alerts say what the suppressions say. */
export interface Plan {
  changes: { number: number; change: AlertChange }[]
  /** Alerts of suppressed results that are dismissed already, by whomever. */
  before: number
  /** Suppressed results that GitHub did not store. */
  missing: number
  /** Changes for the next run. */
  later: number
}

// GitHub's secondary limits: 80 changes a minute, 500 an hour (docs.github.com, rate limits for the REST API).
const pauseMs = 60_000 / 80
const mostChanges = 500

/** Compares what was sent with every analysis that GitHub made of it. */
export async function planOf(sent: Run[], { analyses }: Upload, config: UploadConfig, host: Host): Promise<Plan> {
  const access = { ...config, log: host.log }
  const dismissed = await (await githubAlerts(access)).list({ state: 'dismissed', ref: config.ref })
  const ours = dismissed.filter(({ dismissed_comment: comment }) => isOurs(comment))
  const isNothingToDo = ours.length === 0 && !sent.some(({ results }) => results?.some(isSuppressed))
  const stored = isNothingToDo ? [] : await storedRuns(analyses ?? [], config, host)
  const { suppressed, counting, missing } = standingOf(sent, stored)
  const known = new Set(dismissed.map(({ number }) => number))
  const changes: Plan['changes'] = [
    ...ours.filter(({ number }) => counting.has(number)).map(({ number }) => ({ number, change: reopening })),
    ...[...suppressed]
      .filter(([number]) => !known.has(number))
      .map(([number, why]) => {
        const { reason, comment } = dismissalOf(why)
        return { number, change: { state: 'dismissed', dismissed_reason: reason, dismissed_comment: comment } as const }
      }),
  ]
  return {
    changes: changes.slice(0, mostChanges),
    before: [...suppressed.keys()].filter((number) => known.has(number)).length,
    missing,
    later: Math.max(0, changes.length - mostChanges),
  }
}

const reopening: AlertChange = { state: 'open' }

async function storedRuns(ids: number[], config: UploadConfig, host: Host): Promise<Run[]> {
  const client = await githubAnalyses({ ...config, log: host.log })
  const runs: Run[] = []
  for (const id of ids) runs.push(...(await client.sarif(id)).runs)
  return runs
}

/** What would be done, sentences. */
export function rehearsed(plan: Plan): string[] {
  const numbers = (state: AlertChange['state']) =>
    plan.changes.filter(({ change }) => change.state === state).map(({ number }) => number)
  const [dismissed, open] = [numbers('dismissed'), numbers('open')]
  const named = (list: number[]) =>
    list.length > 0 ? ` (${list.slice(0, 20).join(', ')}${list.length > 20 ? ', …' : ''})` : ''
  const what = `${counted(dismissed.length, 'alert')} would be dismissed${named(dismissed)}, ${open.length} reopened${named(open)}`
  return summed(plan, `Suppressed results, a dry run: ${what}`)
}

/** Makes the changes, one at a time, and tells how it went, sentences. */
export async function carriedOut(plan: Plan, config: UploadConfig, host: Host): Promise<string[]> {
  const client = await githubAlerts({ ...config, log: host.log })
  const done = { dismissed: 0, open: 0 }
  const failures: ServiceError[] = []
  for (const { number, change } of plan.changes) {
    await host.sleep(pauseMs)
    const failure = await tried(client, number, change)
    if (failure) failures.push(failure)
    else done[change.state] += 1
    if (failure && !isAboutOne(failure)) break
  }
  const left = plan.changes.length - done.dismissed - done.open
  const what = `${counted(done.dismissed, 'alert')} dismissed, ${done.open} reopened`
  return [
    ...summed(plan, `Suppressed results: ${what}`),
    ...(failures[0] ? [`${counted(left, 'alert')} could not be dismissed or reopened. ${failures[0].message}`] : []),
  ]
}

async function tried(client: GitHubAlerts, number: number, change: AlertChange): Promise<ServiceError | undefined> {
  try {
    await client.update(number, change)
    return undefined
  } catch (error) {
    if (error instanceof ServiceError) return error
    throw error
  }
}

/** Whether the next alert may fare better: it is this one that GitHub does not accept, not the token or the moment. */
function isAboutOne({ status }: ServiceError): boolean {
  return status === 400 || status === 404 || status === 422
}

/** One line of counts, when there is anything to tell. */
function summed({ changes, before, missing, later }: Plan, start: string): string[] {
  if (changes.length + before + missing === 0) return []
  const unknown = missing > 0 ? `; ${counted(missing, 'suppressed result')} not found in what GitHub stored` : ''
  const rest =
    later > 0 ? `; ${counted(later, 'alert')} left to the next run, as GitHub takes ${mostChanges} changes an hour` : ''
  return [`${start}, ${before} dismissed before${unknown}${rest}.`]
}
