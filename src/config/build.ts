import { UserError } from '../model/errors.ts'
import { uploadsVariable } from '../model/outcome.ts'
import { type Stranger, strangerOf } from './trust.ts'

/** As in `process.env`. */
export type Environment = Record<string, string | undefined>

/** What the place we run in says of itself; every part may be missing. */
export interface Build {
  platform: 'github' | 'zadig' | 'local'
  repository?: string
  sha?: string
  ref?: string
  apiUrl?: string
  serverUrl?: string
  /** Absolute path of the checkout. */
  workspace?: string
  /** The branch a pull request goes into. */
  baseBranch?: string
  /** The number of the pull request, which the ref does not always tell. */
  pullRequest?: number
  /** Where people see the run. */
  runUrl?: string
  /** `path/of/workflow.yml:job` */
  analysisKey?: string
  /** The word of GitHub for what started the run. */
  event?: string
  /** What a branch pointed to before the push; zeros where there was no branch. */
  before?: string
  /** What a merge queue builds on. */
  mergeBase?: string
  stranger?: Stranger
  /** What earlier steps of the job have uploaded. */
  uploads?: string[]
  /** Credentials that the checkout holds. */
  secrets?: string[]
  /** Why the repository, or the ref and the commit, are not known: a clause for the message that asks for them. */
  doubts?: { repository?: string; ref?: string }
}

/**
 * Reads the environment once, and what GitHub tells of the event. Inside Zadig nothing is believed: there a commit message of the form `#KEY=value#` becomes
 * an environment variable, so a stranger could redirect the upload and its token. There `zadigBuild` asks the checkout.
 */
export function detectBuild(environment: Environment, payload?: unknown): Build {
  // Whatever it says: a commit message can change the word, but not take the variable away.
  if (environment['ZADIG'] !== undefined) return { platform: 'zadig' }
  const given = (name: string) => environment[name] || undefined
  return {
    platform: environment['GITHUB_ACTIONS'] === 'true' ? 'github' : 'local',
    repository: given('GITHUB_REPOSITORY'),
    sha: given('GITHUB_SHA'),
    ref: given('GITHUB_REF'),
    apiUrl: given('GITHUB_API_URL'),
    serverUrl: given('GITHUB_SERVER_URL'),
    workspace: given('GITHUB_WORKSPACE'),
    baseBranch: given('GITHUB_BASE_REF') ?? queueOf(payload),
    pullRequest: numberOf(payload),
    runUrl: runUrlOf(environment),
    analysisKey: analysisKeyOf(given('GITHUB_WORKFLOW_REF'), given('GITHUB_JOB')),
    event: given('GITHUB_EVENT_NAME'),
    ...historyOf(payload),
    stranger: strangerOf(given('GITHUB_EVENT_NAME'), given('GITHUB_ACTOR'), payload),
    uploads: given(uploadsVariable)?.split('\n'),
  }
}

function runUrlOf(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined
}

function numberOf(payload: unknown): number | undefined {
  const { pull_request: pullRequest } = (payload ?? {}) as { pull_request?: { number?: unknown } }
  const number = pullRequest?.number
  return Number.isSafeInteger(number) ? (number as number) : undefined
}

interface HistoryEvent {
  before?: unknown
  merge_group?: { base_sha?: unknown; base_ref?: unknown }
}

/** The branch that a merge queue goes into, which GitHub does not put into the environment. */
function queueOf(payload: unknown): string | undefined {
  const ref: unknown = ((payload ?? {}) as HistoryEvent).merge_group?.base_ref
  return typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : undefined
}

function historyOf(payload: unknown): Pick<Build, 'before' | 'mergeBase'> {
  const { before, merge_group: group } = (payload ?? {}) as HistoryEvent
  const sha = (value: unknown) => (typeof value === 'string' && /^[\da-f]{40,64}$/.test(value) ? value : undefined)
  return { before: sha(before), mergeBase: sha(group?.base_sha) }
}

/** `octo/shop/.github/workflows/scan.yml@refs/heads/main` and `scan` make `.github/workflows/scan.yml:scan`. */
function analysisKeyOf(workflowRef: string | undefined, job: string | undefined): string | undefined {
  const path = workflowRef && /^[^/]+\/[^/]+\/(.+?)@/.exec(workflowRef)?.[1]
  return path && job ? `${path}:${job}` : undefined
}

/** The category that GitHub's own uploader makes: workflow, job and matrix, in the order of the matrix's keys. */
export function categoryOf(analysisKey: string, matrix: string | undefined): string {
  const entries = Object.entries(matrixOf(matrix) ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const parts = entries.map(([key, value]) => `${key}:${typeof value === 'string' ? value : ''}/`)
  return `${analysisKey}/${parts.join('')}`
}

function matrixOf(text: string | undefined): object | null {
  if (!text) return null
  try {
    return JSON.parse(text) as object | null
  } catch {
    throw new UserError('`matrix`: this is not JSON. There is no need to set this input.')
  }
}

/** The number of a pull request, from a ref like `refs/pull/7/merge`. */
export function pullRequestOf(ref: string | undefined): number | undefined {
  const number = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

type Git = (...words: string[]) => Promise<string | undefined>
interface Commit {
  ref?: string
  sha?: string
}

/**
 * Which commit was scanned, and under which ref GitHub knows it. Explicit values always win; else it is the commit that
 * is checked out. A checkout of a pull request's own commit, where GitHub built the merge, goes under `refs/pull/N/head`.
 */
export async function scannedCommit(given: Commit, build: Build, git: Git): Promise<Commit> {
  if ((given.ref === undefined) !== (given.sha === undefined))
    throw new UserError('`ref` and `sha` go together: give both, or neither.')
  if (given.ref !== undefined) return { ref: given.ref, sha: given.sha }
  // What is checked out there may be a merge that nobody else knows.
  if (build.platform === 'zadig') return { ref: build.ref, sha: build.sha }
  const head = await git('rev-parse', 'HEAD')
  const sha = head ?? build.sha
  if (build.ref === undefined) return { sha, ref: await git('symbolic-ref', '--quiet', 'HEAD') }
  const merge = /^refs\/pull\/(\d+)\/merge$/.exec(build.ref)?.[1]
  if (merge === undefined || head === undefined || head === build.sha) return { sha, ref: build.ref }
  // A merge that GitHub made anew since the event: the checkout has it under its remote name.
  const fetched = await git('rev-parse', '--verify', '--quiet', `refs/remotes/pull/${merge}/merge`)
  return { sha, ref: fetched === head ? build.ref : `refs/pull/${merge}/head` }
}
