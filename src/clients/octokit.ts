import { ServiceError } from '../model/errors.ts'
import type { Logger } from '../model/host.ts'
import { type Asked, explainGitHub } from './github-errors.ts'

export interface ServerAccess {
  /** Without a slash at the end: `https://api.github.com`, `https://HOST/api/v3`. */
  apiUrl: string
  token: string
  log: Logger
}

export interface GitHubAccess extends ServerAccess {
  /** `owner/name` */
  repository: string
}

/** Trying again cannot help: the request, the token or the size is wrong. 403 and 429 belong to the rate limits alone. */
const doNotRetry = [400, 401, 403, 404, 410, 413, 422, 429, 451]
const uploadTimeoutMs = 180_000
const questionTimeoutMs = 30_000
/** A wait that GitHub asks for is obeyed up to here; a longer one is told to the user. */
const longestRateLimitWaitSeconds = 120

export type Octokit = Awaited<ReturnType<typeof connect>>
export type Repository = { owner: string; repo: string }

export function repositoryOf({ repository }: GitHubAccess): Repository {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}

/** Where GitHub says 404 for "there is none". */
export async function unlessMissing<T>(missing: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if ((error as { status?: number }).status === 404) return missing
    throw error
  }
}

/** GitHub says 404 `no analysis found` for an empty list. Any other 404 is a repository that the token cannot see. */
export async function unlessNoAnalysis<T>(ask: () => Promise<T[]>): Promise<T[]> {
  try {
    return await ask()
  } catch (error) {
    const { status, response } = error as Answered
    if (status === 404 && /^no analysis found\.?$/i.test(String(response?.data?.message))) return []
    throw error
  }
}

/** Where GitHub says 404 for what the user named: the sentence tells it, and that the list knows better. */
export async function unlessThere<T>(sentence: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const { status, response } = error as Answered
    if (status !== 404 || !response) throw error
    throw new ServiceError(`${sentence} See what \`list\` shows, and check \`repository\`.`, status, { cause: error })
  }
}

interface Answered {
  status?: number
  response?: { data?: { message?: unknown } }
}

/** What it throws, it throws as a sentence. */
export async function told<T>(what: string, asked: Asked, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explainGitHub(error, what, asked)
  }
}

/** Loaded only when it is wanted: it costs as much time as 3,000 results. */
const toolkit = () =>
  Promise.all([import('@actions/github'), import('@octokit/plugin-retry'), import('@octokit/plugin-throttling')])

export async function connect({ apiUrl, token, log }: ServerAccess) {
  const [{ getOctokit }, { retry }, { throttling }] = await toolkit()
  const wait = (limit: string) => (seconds: number, asked: object, _octokit: object, retries: number) => {
    // Whoever wants no retries has a patience of its own, and is told how long to wait.
    if ((asked as RequestOptions).request?.retries === 0) return false
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
type RequestOptions = { url: string; request?: { retries?: number; signal?: AbortSignal } }
type Send = (options: RequestOptions) => unknown

/** Each attempt has its own time, which neither the rate limit nor a pause before a retry uses up. */
function timeLimit(octokit: unknown): void {
  const { hook } = octokit as Hooks
  hook.wrap('request', (request, options) => {
    const timeoutMs = options.url.endsWith('/sarifs') ? uploadTimeoutMs : questionTimeoutMs
    // Written into the options: the hooks further in are bound to them, and see nothing that is merely passed on.
    options.request = { ...options.request, signal: AbortSignal.timeout(timeoutMs) }
    return request(options)
  })
}
