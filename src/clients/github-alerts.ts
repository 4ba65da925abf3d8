import * as z from 'zod/mini'
import type { AlertFilters, AlertInstance, AlertOwner, CodeScanningAlert } from '../model/code-scanning.ts'
import type { Reason } from '../model/dismissal.ts'
import { checked } from './checked.ts'
import {
  connect,
  type GitHubAccess,
  type Octokit,
  type Repository,
  repositoryOf,
  type ServerAccess,
  told,
  unlessNoAnalysis,
  unlessThere,
} from './octokit.ts'

export type AlertChange =
  | { state: 'open' }
  | { state: 'dismissed'; dismissed_reason: Reason; dismissed_comment?: string }

export interface GitHubAlerts {
  /** Every page. */
  list(filters: AlertFilters): Promise<CodeScanningAlert[]>
  get(number: number): Promise<CodeScanningAlert>
  instances(number: number): Promise<AlertInstance[]>
  /** False when it was so already. */
  update(number: number, change: AlertChange): Promise<boolean>
}

/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
export async function githubAlerts(access: GitHubAccess): Promise<GitHubAlerts> {
  const octokit = await connect(access)
  const here = repositoryOf(access)
  const one = <T>(what: string, number: number, work: () => Promise<T>) =>
    told(`${what} alert ${number}`, access, () =>
      unlessThere(`There is no alert ${number} in ${access.repository}, or the token cannot see it.`, work),
    )
  return {
    list: (filters) => told('Listing the alerts', access, () => list(octokit, here, filters)),
    get: (number) => one('Reading', number, () => get(octokit, here, number)),
    instances: (number) => one('Reading where there is', number, () => instances(octokit, here, number)),
    update: (number, change) => one(verbs[change.state], number, () => update(octokit, here, number, change)),
  }
}

const ownerLists = {
  org: { route: 'GET /orgs/{name}/code-scanning/alerts', noun: 'organisation' },
  enterprise: { route: 'GET /enterprises/{name}/code-scanning/alerts', noun: 'enterprise' },
}

/**
 * Every page of the alerts of the default branches of all repositories that the token's user answers for. Throws
 * `ServiceError` with a sentence for the user.
 */
export async function alertsOfOwner(
  server: ServerAccess,
  owner: AlertOwner,
  filters: AlertFilters,
): Promise<CodeScanningAlert[]> {
  const octokit = await connect(server)
  const { route, noun } = ownerLists[owner.kind]
  const asked = { apiUrl: server.apiUrl, owner }
  return told(`Listing the alerts of the ${noun} ${owner.name}`, asked, async () => {
    const found = await octokit.paginate<unknown>(route, { name: owner.name, ...filters, per_page: 100 })
    return found.map(alertOf)
  })
}

const verbs = { open: 'Reopening', dismissed: 'Dismissing' }

async function list(octokit: Octokit, here: Repository, filters: AlertFilters): Promise<CodeScanningAlert[]> {
  const route: string = 'GET /repos/{owner}/{repo}/code-scanning/alerts'
  const found = await unlessNoAnalysis(() => octokit.paginate<unknown>(route, { ...here, ...filters, per_page: 100 }))
  return found.map(alertOf)
}

async function get(octokit: Octokit, here: Repository, number: number): Promise<CodeScanningAlert> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}', {
    ...here,
    alert_number: number,
  })
  return alertOf(data)
}

async function instances(octokit: Octokit, here: Repository, number: number): Promise<AlertInstance[]> {
  const route: string = 'GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances'
  const found = await octokit.paginate<unknown>(route, { ...here, alert_number: number, per_page: 100 })
  return found.map((instance) => checked('an alert', Instance, instance))
}

async function update(octokit: Octokit, here: Repository, number: number, change: AlertChange): Promise<boolean> {
  try {
    await octokit.request('PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}', {
      ...here,
      alert_number: number,
      ...(change as { state: 'open' }),
    })
    return true
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    // Also what a second attempt meets, when the answer to the first was lost.
    if (status === 400 && /already (?:open|dismissed)/i.test(message)) return false
    throw error
  }
}

const text = z.nullish(z.string())
const number = z.nullish(z.number())
const Instance = z.looseObject({
  ref: text,
  category: text,
  state: text,
  commit_sha: text,
  message: z.nullish(z.looseObject({ text })),
  location: z.nullish(z.looseObject({ path: text, start_line: number, start_column: number })),
})
const Alert = z.looseObject({
  number: z.int().check(z.positive()),
  state: text,
  created_at: text,
  fixed_at: text,
  html_url: text,
  dismissed_by: z.nullish(z.looseObject({ login: text })),
  dismissed_at: text,
  dismissed_reason: text,
  dismissed_comment: text,
  rule: z.nullish(
    z.looseObject({
      id: text,
      severity: text,
      security_severity_level: text,
      description: text,
      full_description: text,
      help: text,
      help_uri: text,
    }),
  ),
  tool: z.nullish(z.looseObject({ name: text, version: text })),
  most_recent_instance: z.nullish(Instance),
  repository: z.nullish(z.looseObject({ full_name: text })),
})

/** Enterprise Server 2.22 has `instance` in lists (as a list) and `instances` elsewhere, where servers now have one object. */
function alertOf(data: unknown): CodeScanningAlert {
  const { instance, instances, ...alert } = checked('an alert', Alert, data)
  const old = [instance, instances].flat().find((each) => each !== undefined && each !== null)
  if (alert.most_recent_instance || old === undefined) return alert
  return { ...alert, most_recent_instance: checked('an alert', Instance, old) }
}
