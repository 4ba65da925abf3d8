import { ServiceError } from '../model/errors.ts'
import { isOlder } from '../model/github-version.ts'
import { nameApiVersion, serverVersion } from './github-server.ts'
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
  /** ISO 8601: `YYYY-MM-DDTHH:MM:SSZ`. */
  started_at?: string
  /** Enterprise Servers before 3.1 demand it. */
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

/** An upload on its way. */
export interface Delivery {
  id: string
  /** How many runs it holds: GitHub makes one analysis of each. */
  runs: number
}

export interface GitHub {
  /** Of an Enterprise Server; undefined for github.com, and where it is not known. */
  version: string | undefined
  uploadSarif(body: SarifUpload): Promise<{ id: string }>
  /** undefined while GitHub does not know the upload yet. Asks once: whoever waits asks again. */
  processing(delivery: Delivery): Promise<Processing | undefined>
  analyses(sarifId: string): Promise<Analysis[]>
  /** The newest hundred of a full ref. */
  analysesOf(ref: string): Promise<Analysis[]>
  /** Whether GitHub scans with CodeQL itself. Needs a token that may read the administration of the repository. */
  hasDefaultSetup(): Promise<boolean>
}

/**
 * One function per endpoint; each throws `ServiceError` with a sentence for the user. Asks the server first which one it
 * is, as old ones miss an endpoint.
 */
export async function github(access: GitHubAccess): Promise<GitHub> {
  const octokit = await connect(access)
  const version = await serverVersion(octokit, access)
  nameApiVersion(octokit, version)
  const here = repositoryOf(access)
  const ask = isOlder(version, '3.1') ? processingByAnalyses : processing
  return {
    version,
    uploadSarif: (body) => told('The upload', access, () => uploadSarif(octokit, here, body)),
    processing: (delivery) => told('Asking after the upload', access, () => ask(octokit, here, delivery)),
    analyses: (id) => told('Reading what GitHub stored', access, () => analyses(octokit, here, { sarif_id: id })),
    hasDefaultSetup: () => told('Asking for the default setup', access, () => hasDefaultSetup(octokit, here)),
    analysesOf: (ref) => told('Reading the analyses of a branch', access, () => analyses(octokit, here, { ref })),
  }
}

/** `poll` asks again by itself; retries here would only blur its clock. */
const once = { retries: 0 }

async function uploadSarif(octokit: Octokit, here: Repository, body: SarifUpload): Promise<{ id: string }> {
  const { data, status } = await octokit.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
    ...here,
    ...body,
  })
  const id: unknown = data?.id
  if (typeof id === 'string' && id) return { id }
  throw new ServiceError(
    `The upload was answered (${status}) without an id to ask after, so what became of it is not known. Check \`github-api-url\`, then run the job again.`,
    status,
  )
}

async function processing(octokit: Octokit, here: Repository, { id }: Delivery): Promise<Processing | undefined> {
  return unlessMissing<Processing | undefined>(undefined, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}', {
      ...here,
      sarif_id: id,
      request: once,
    })
    // Only a word that ends it ends it: an answer that is garbled or new must not be taken for "complete".
    const { processing_status: word, errors } = data ?? {}
    const status = word === 'complete' || word === 'failed' ? word : 'pending'
    return { status, errors: Array.isArray(errors) ? errors.map(String) : [] }
  })
}

/** Where there is no such question, the upload is known by its analyses, which come one after the other. */
async function processingByAnalyses(octokit: Octokit, here: Repository, { id, runs }: Delivery): Promise<Processing> {
  const found = await analyses(octokit, here, { sarif_id: id, request: once })
  const errors = found.flatMap(({ error }) => error || [])
  if (errors.length > 0) return { status: 'failed', errors }
  return { status: found.length < runs ? 'pending' : 'complete', errors }
}

async function hasDefaultSetup(octokit: Octokit, here: Repository): Promise<boolean> {
  return unlessMissing(false, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/default-setup', here)
    return data?.state === 'configured'
  })
}

/** A repository without any analysis answers 404 here instead of an empty list. */
async function analyses(
  octokit: Octokit,
  here: Repository,
  which: { sarif_id?: string; ref?: string; request?: object },
): Promise<Analysis[]> {
  return unlessMissing([], async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
      ...here,
      ...which,
      per_page: 100,
    })
    const list: unknown = data
    const read = Array.isArray(list) ? list.map(analysisOf) : [undefined]
    if (read.every((analysis) => analysis !== undefined)) return read
    throw new ServiceError('GitHub did not answer with a list of analyses.')
  })
}

/** undefined for what is none: an answer that cannot be read must not look like one without faults. */
function analysisOf(entry: unknown): Analysis | undefined {
  const { id, tool, tool_name, category, results_count, rules_count, error, warning } = (entry ?? {}) as Answered
  // Enterprise Servers before 3.1 name the tool beside the tool, too.
  const name = tool?.name ?? tool_name
  if (typeof results_count !== 'number' || typeof rules_count !== 'number' || typeof name !== 'string') return undefined
  return {
    id: Number(id),
    tool: name,
    category: textOf(category),
    resultsCount: results_count,
    rulesCount: rules_count,
    error: textOf(error),
    warning: textOf(warning),
  }
}

type Answered = Record<string, unknown> & { tool?: { name?: unknown } | null }

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
