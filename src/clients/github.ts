import { ServiceError } from '../model/errors.ts'
import {
  connect,
  type GitHubAccess,
  type Octokit,
  type Repository,
  repositoryOf,
  told,
  unlessMissing,
} from './octokit.ts'

/** The body of `POST /repos/{owner}/{repo}/code-scanning/sarifs`; GitHub refuses any other key. */
export interface SarifUpload {
  commit_sha: string
  ref: string
  /** base64 of the gzipped log, without line breaks. */
  sarif: string
  checkout_uri?: string
  /** ISO 8601 */
  started_at?: string
  tool_name?: string
}

export interface Processing {
  status: 'pending' | 'complete' | 'failed'
  errors: string[]
}

/** What GitHub stored of one run. `error` and `warning` are empty when there is none. */
export interface Analysis {
  id: number
  tool: string
  category: string
  resultsCount: number
  rulesCount: number
  error: string
  warning: string
}

export interface GitHub {
  uploadSarif(body: SarifUpload): Promise<{ id: string }>
  /** undefined while GitHub does not know the upload yet. */
  processing(sarifId: string): Promise<Processing | undefined>
  analyses(sarifId: string): Promise<Analysis[]>
}

/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
export async function github(access: GitHubAccess): Promise<GitHub> {
  const octokit = await connect(access)
  const here = repositoryOf(access)
  return {
    uploadSarif: (body) => told('The upload', access, () => uploadSarif(octokit, here, body)),
    processing: (id) => told('Asking after the upload', access, () => processing(octokit, here, id)),
    analyses: (id) => told('Reading what GitHub stored', access, () => analyses(octokit, here, id)),
  }
}

async function uploadSarif(octokit: Octokit, here: Repository, body: SarifUpload): Promise<{ id: string }> {
  const { data, status } = await octokit.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
    ...here,
    ...body,
  })
  const id: unknown = data?.id
  if (typeof id === 'string' && id) return { id }
  throw new ServiceError('GitHub took the upload, but its answer names no id to ask after. Run the job again.', status)
}

async function processing(octokit: Octokit, here: Repository, id: string): Promise<Processing | undefined> {
  return unlessMissing<Processing | undefined>(undefined, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', {
      ...here,
      sarif_id: id,
      // `poll` asks again by itself; retries here would only blur its clock.
      request: { retries: 0 },
    })
    // Only a word that ends it ends it: an answer that is garbled or new must not be taken for "complete".
    const { processing_status: word, errors } = data ?? {}
    const status = word === 'complete' || word === 'failed' ? word : 'pending'
    return { status, errors: Array.isArray(errors) ? errors.map(String) : [] }
  })
}

/** A repository without any analysis answers 404 here instead of an empty list. */
async function analyses(octokit: Octokit, here: Repository, id: string): Promise<Analysis[]> {
  return unlessMissing([], async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
      ...here,
      sarif_id: id,
      per_page: 100,
    })
    if (!Array.isArray(data)) throw new ServiceError('GitHub did not answer with a list of analyses.')
    return data.map((analysis) => ({
      id: analysis.id,
      tool: analysis.tool.name ?? '',
      category: analysis.category ?? '',
      resultsCount: analysis.results_count,
      rulesCount: analysis.rules_count,
      error: analysis.error,
      warning: analysis.warning,
    }))
  })
}
