import type { Logger } from '../model/host.ts'
import { explainGitHub } from './github-errors.ts'

export interface GitHubAccess {
  /** Without a slash at the end: `https://api.github.com`, `https://HOST/api/v3`. */
  apiUrl: string
  token: string
  /** `owner/name` */
  repository: string
  log: Logger
}

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

/** Trying again cannot help: the request, the token or the size is wrong. 403 is tried again only by the rate limit. */
const doNotRetry = [400, 401, 403, 404, 410, 413, 422, 451]
const uploadTimeoutMs = 180_000
const questionTimeoutMs = 30_000
/** A wait that GitHub asks for is obeyed up to here; a longer one is told to the user. */
const longestRateLimitWaitSeconds = 120

type Octokit = Awaited<ReturnType<typeof connect>>

/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
export async function github(access: GitHubAccess): Promise<GitHub> {
  const octokit = await connect(access)
  const [owner = '', repo = ''] = access.repository.split('/')
  const here = { owner, repo }
  return {
    uploadSarif: (body) => told('The upload', access, () => uploadSarif(octokit, here, body)),
    processing: (id) => told('Asking after the upload', access, () => processing(octokit, here, id)),
    analyses: (id) => told('Reading what GitHub stored', access, () => analyses(octokit, here, id)),
  }
}

type Repository = { owner: string; repo: string }

async function uploadSarif(octokit: Octokit, here: Repository, body: SarifUpload): Promise<{ id: string }> {
  const { data } = await octokit.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
    ...here,
    ...body,
    request: { signal: AbortSignal.timeout(uploadTimeoutMs) },
  })
  if (!data.id) throw new Error('GitHub accepted the upload and named no id to ask after')
  return { id: data.id }
}

async function processing(octokit: Octokit, here: Repository, id: string): Promise<Processing | undefined> {
  return unlessMissing<Processing | undefined>(undefined, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', {
      ...here,
      sarif_id: id,
      // `poll` asks again by itself; retries here would only blur its clock.
      request: { signal: AbortSignal.timeout(questionTimeoutMs), retries: 0 },
    })
    return { status: data.processing_status ?? 'pending', errors: [...(data.errors ?? [])] }
  })
}

/** A repository without any analysis answers 404 here instead of an empty list. */
async function analyses(octokit: Octokit, here: Repository, id: string): Promise<Analysis[]> {
  return unlessMissing([], async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
      ...here,
      sarif_id: id,
      per_page: 100,
      request: { signal: AbortSignal.timeout(questionTimeoutMs) },
    })
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

async function unlessMissing<T>(missing: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if ((error as { status?: number }).status === 404) return missing
    throw error
  }
}

async function told<T>(what: string, access: GitHubAccess, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explainGitHub(error, what, access)
  }
}

/** Loaded only here: the toolkit costs a program that uploads nothing 45 ms at start. */
async function connect({ apiUrl, token, log }: GitHubAccess) {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const wait = (limit: string) => (seconds: number, _request: object, _octokit: object, retries: number) => {
    const worthIt = seconds <= longestRateLimitWaitSeconds && retries < 2
    log.info(`GitHub's ${limit} is reached; it asks to wait ${seconds} s${worthIt ? '' : ', which is too long'}.`)
    return worthIt
  }
  const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug }
  return getOctokit(
    token,
    {
      baseUrl: apiUrl,
      userAgent: 'codescan-gate',
      log: quiet,
      retry: { doNotRetry },
      throttle: { onRateLimit: wait('rate limit'), onSecondaryRateLimit: wait('secondary rate limit') },
    },
    retry,
    throttling,
  )
}
