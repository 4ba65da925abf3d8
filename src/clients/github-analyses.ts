import type { Log } from 'sarif'
import * as z from 'zod/mini'
import type { AnalysisFilters, CodeScanningAnalysis } from '../model/code-scanning.ts'
import { ServiceError } from '../model/errors.ts'
import { checked } from './checked.ts'
import {
  connect,
  type GitHubAccess,
  type Octokit,
  type Repository,
  repositoryOf,
  told,
  unlessNoAnalysis,
  unlessThere,
} from './octokit.ts'

/** `last`: the alerts would go with it, so it has to be confirmed. `old`: it is not the newest one of its set. */
export type Deletion = { status: 'deleted'; next?: number } | { status: 'last' | 'old' }

export interface GitHubAnalyses {
  /** Every page. */
  list(filters: AnalysisFilters): Promise<CodeScanningAnalysis[]>
  get(id: number): Promise<CodeScanningAnalysis>
  /** What GitHub kept of the upload; its results carry the numbers of their alerts. */
  sarif(id: number): Promise<Log>
  delete(id: number, isConfirmed: boolean): Promise<Deletion>
}

/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
export async function githubAnalyses(access: GitHubAccess): Promise<GitHubAnalyses> {
  const octokit = await connect(access)
  const here = repositoryOf(access)
  const one = <T>(what: string, id: number, work: () => Promise<T>) =>
    told(`${what} analysis ${id}`, access, () =>
      unlessThere(`There is no analysis ${id} in ${access.repository}, or the token cannot see it.`, work),
    )
  return {
    list: (filters) => told('Listing the analyses', access, () => list(octokit, here, filters)),
    get: (id) => one('Reading', id, () => get(octokit, here, id)),
    sarif: (id) => one('Reading the SARIF of', id, () => sarif(octokit, here, id)),
    delete: (id, isConfirmed) => one('Deleting', id, () => remove(octokit, here, id, isConfirmed)),
  }
}

async function list(octokit: Octokit, here: Repository, filters: AnalysisFilters): Promise<CodeScanningAnalysis[]> {
  const route: string = 'GET /repos/{owner}/{repo}/code-scanning/analyses'
  const found = await unlessNoAnalysis(() => octokit.paginate<unknown>(route, { ...here, ...filters, per_page: 100 }))
  return found.map((analysis) => checked('an analysis', Analysis, analysis))
}

const one = 'GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}'

async function get(octokit: Octokit, here: Repository, id: number): Promise<CodeScanningAnalysis> {
  const { data } = await octokit.request(one, { ...here, analysis_id: id })
  return checked('an analysis', Analysis, data)
}

async function sarif(octokit: Octokit, here: Repository, id: number): Promise<Log> {
  const headers = { accept: 'application/sarif+json' }
  const { data } = await octokit.request(one, { ...here, analysis_id: id, headers })
  const log = parsed(data)
  if (Array.isArray((log as Partial<Log> | null)?.runs)) return log as Log
  throw new ServiceError(`GitHub did not answer with the SARIF of analysis ${id}.`)
}

/** Octokit parses what is called JSON, and hands anything else over as text or bytes. */
function parsed(data: unknown): unknown {
  try {
    if (data instanceof ArrayBuffer) return JSON.parse(new TextDecoder().decode(data))
    return typeof data === 'string' ? JSON.parse(data) : data
  } catch {
    return undefined
  }
}

async function remove(octokit: Octokit, here: Repository, id: number, isConfirmed: boolean): Promise<Deletion> {
  try {
    const { data } = await octokit.request(
      'DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}',
      { ...here, analysis_id: id, ...(isConfirmed && { confirm_delete: 'true' }) },
    )
    return { status: 'deleted', next: nextOf(data) }
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    if (status === 400 && /last of its type/i.test(message)) return { status: 'last' }
    if (status === 400 && /not deletable/i.test(message)) return { status: 'old' }
    throw error
  }
}

/** The number alone: an address of another server would get our token. */
function nextOf(data: unknown): number | undefined {
  const url = (data as { next_analysis_url?: unknown } | null)?.next_analysis_url
  if (url === null) return undefined
  const id = /\/analyses\/(\d+)(?:\?|$)/.exec(String(url))?.[1]
  if (id !== undefined) return Number(id)
  throw new ServiceError('GitHub deleted the analysis, but did not say which one comes next. See `analyses list`.')
}

const text = z.nullish(z.string())
const number = z.nullish(z.number())
const Analysis = z.looseObject({
  id: z.int().check(z.positive()),
  ref: text,
  commit_sha: text,
  category: text,
  created_at: text,
  results_count: number,
  rules_count: number,
  error: text,
  warning: text,
  url: text,
  sarif_id: text,
  tool: z.nullish(z.looseObject({ name: text, version: text })),
  deletable: z.nullish(z.boolean()),
})
