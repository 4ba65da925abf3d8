import { ServiceError } from '../model/errors.ts'
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

/** Trying again cannot help: the request, the token or the size is wrong. 403 and 429 belong to the rate limits alone. */
const doNotRetry = [400, 401, 403, 404, 410, 413, 422, 429, 451]
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
      // Requests queue per server.
      throttle: { id: apiUrl, onRateLimit: wait('rate limit'), onSecondaryRateLimit: wait('secondary rate limit') },
    },
    timeLimit,
    retry,
    throttling,
  )
}

interface Hooks {
  hook: { wrap(name: 'request', method: (request: Send, options: RequestOptions) => unknown): void }
}
type RequestOptions = { method: string; request?: object }
type Send = (options: RequestOptions) => unknown

/** Each attempt has its own time, which neither the rate limit nor a pause before a retry uses up. */
function timeLimit(octokit: unknown): void {
  const { hook } = octokit as Hooks
  hook.wrap('request', (request, options) => {
    const timeoutMs = options.method === 'POST' ? uploadTimeoutMs : questionTimeoutMs
    // Written into the options: the hooks further in are bound to them, and see nothing that is merely passed on.
    options.request = { ...options.request, signal: AbortSignal.timeout(timeoutMs) }
    return request(options)
  })
}
