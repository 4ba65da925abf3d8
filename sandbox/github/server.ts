import { loadContract } from '../contract.ts'
import { type Fault, withFaults } from '../faults.ts'
import { listen, type RecordedRequest } from '../http.ts'
import type { Doors } from './access.ts'
import { processDelivery } from './processing.ts'
import { rateLimits, type Toll } from './rates.ts'
import { answer, type House } from './reception.ts'
import { readSubset } from './sarif.ts'
import type { Alert, Analysis, ChangedFile, Comment, Delivery, Repository } from './state.ts'
import type { Intake } from './uploads.ts'
import { dataResidency } from './versions.ts'

export interface GitHubOptions {
  owner?: string
  repo?: string
  enterprise?: string
  token?: string
  permission?: 'write' | 'read' | 'none'
  visibility?: 'public' | 'private'
  codeSecurity?: boolean
  archived?: boolean
  /** The commits and refs the server knows; without a list it knows them all. */
  commits?: string[]
  refs?: string[]
  defaultBranch?: string
  /** Texts of files by `path@ref`. */
  files?: Record<string, string>
  /** What pull requests change, by their number. */
  pulls?: Record<number, ChangedFile[]>
  /** CodeQL results are refused while GitHub's own set-up scans the repository. */
  defaultSetup?: boolean
  maxAlerts?: number
  /** The numbers of its pull requests; 12 unless told. */
  pullRequests?: number[]
  comments?: Comment[]
  /** What the token may do in the conversation of a pull request; `permission` is for code scanning. */
  commenting?: Doors['permission']
  /** The login of whoever the token belongs to; that of a job's own unless told. */
  holder?: string
  processingMs?: number
  maxGzipBytes?: number
  faults?: Fault[]
  /** Makes it an Enterprise Server of this version, or data residency with `ghe.com`; absent, it is github.com. */
  version?: string
}

export interface GitHubSandbox {
  /** The base of the API, without a slash at its end. */
  url: string
  token: string
  repository: string
  requests: RecordedRequest[]
  /** Answers of the sandbox that leave GitHub's description: faults of the sandbox itself. */
  violations: string[]
  /** Requests that leave it: faults of the client. */
  refused: string[]
  deliveries: Delivery[]
  analyses: Analysis[]
  alerts: Alert[]
  comments: Comment[]
  /** May grow while the server runs. */
  faults: Fault[]
  close(): Promise<void>
}

/** A GitHub with one repository, on loopback. It validates whatever comes in and goes out against GitHub's description. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubSandbox> {
  const doors = doorsOf(options)
  const repository = newRepository(options, doors)
  const faults = options.faults ?? []
  const violations: string[] = []
  const refused: string[] = []
  const { intake, stop } = processing(options, repository, violations)
  const prefix = doors.version ? '/api/v3' : ''
  const toll = doors.version ? () => freeOfCharge : rateLimits()
  const versionHeader = options.version
  const contract = loadContract()
  const house: House = { doors, repository, intake, prefix, versionHeader, toll, refused, violations, contract }

  const server = await listen(withFaults(faults, (request) => answer(house, request)))
  return {
    url: server.url + prefix,
    token: doors.token,
    repository: `${doors.owner}/${doors.repo}`,
    requests: server.requests,
    violations,
    refused,
    deliveries: repository.deliveries,
    analyses: repository.analyses,
    alerts: repository.alerts,
    comments: repository.comments,
    faults,
    close: () => {
      stop()
      return server.close()
    },
  }
}

const freeOfCharge: Toll = { headers: {}, refusal: undefined } // Enterprise Servers come with rate limits off

function doorsOf({ owner = 'octo', repo = 'shop', token = 'ghs_sandbox', ...rest }: GitHubOptions): Doors {
  const { enterprise = 'octo-inc' } = rest
  const { permission = 'write', visibility = 'public', codeSecurity = true, archived = false } = rest
  const { commenting = 'write' } = rest
  const version = rest.version === dataResidency ? undefined : rest.version
  return { owner, repo, enterprise, token, permission, commenting, visibility, codeSecurity, archived, version }
}

function newRepository(options: GitHubOptions, { owner, repo, version }: Doors): Repository {
  const { defaultBranch = 'main', defaultSetup = false, maxAlerts = 1_000_000, files = {}, pulls = {} } = options
  const { pullRequests = [12], comments = [], holder = 'github-actions[bot]' } = options
  const talk = { pullRequests, comments, holder }
  const lists = { deliveries: [], analyses: [], alerts: [], identities: new Map(), lastAlert: 0, lastAnalysis: 0 }
  return {
    owner,
    name: repo,
    defaultBranch,
    files,
    pulls,
    hasDefaultSetup: defaultSetup,
    maxAlerts,
    version,
    ...talk,
    ...lists,
  }
}

function processing(options: GitHubOptions, repository: Repository, violations: string[]) {
  const { commits, refs, processingMs = 300, maxGzipBytes = 10_000_000 } = options // 10 MB, not MiB: to be on the safe side
  const timers = new Set<NodeJS.Timeout>()
  const process = (delivery: Delivery, source: string) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      try {
        processDelivery(repository, delivery, readSubset(delivery.sarif, source))
      } catch (error) {
        Object.assign(delivery, { status: 'failed', errors: [`The sandbox failed: ${error}`] })
        violations.push(`The processing failed: ${error instanceof Error ? error.stack : error}`)
      }
    }, processingMs)
    timers.add(timer)
  }
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
  }
  const intake: Intake = { maxGzipBytes, commits, refs, process }
  return { intake, stop }
}
