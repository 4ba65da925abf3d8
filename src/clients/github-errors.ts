import type { AlertOwner } from '../model/code-scanning.ts'
import { messageOf, ServiceError } from '../model/errors.ts'

/** Which server was asked, and what for. */
export type Asked = { apiUrl: string } & (
  | {
      repository: string
      /** The permission of the job that it takes, where it is not that of code scanning. */
      needs?: string
    }
  | { owner: AlertOwner }
)

interface Refusal {
  status?: number
  message: string
  response?: { data?: unknown; headers?: Record<string, string | undefined> }
}

/** A sentence for what GitHub answered, or for no answer at all (facts: a 403 has four meanings, a 404 three). */
export function explainGitHub(thrown: unknown, what: string, asked: Asked): ServiceError {
  const error = thrown as Refusal
  if (thrown instanceof ServiceError) return thrown
  const status = error.response ? error.status : undefined
  const said = saidBy(error)
  const meaning = status === undefined ? noAnswer(error, asked) : meaningOf(status, said, asked)
  const answer = status === undefined ? '' : ` GitHub answered ${status}${said ? ` (${said})` : ''}.`
  const waitMs = status === undefined ? undefined : waitOf(status, said, error.response?.headers ?? {})
  return new ServiceError(`${what} failed.${answer} ${meaning}`, status, { cause: thrown, waitMs })
}

/** GitHub's own message, on one line and short: it goes into a sentence. */
function saidBy({ response }: Refusal): string {
  const { message } = (response?.data ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300) : ''
}

function noAnswer(error: Refusal, { apiUrl }: Asked): string {
  const isTimeout = /aborted|timeout/i.test(messageOf(error))
  return isTimeout
    ? `${apiUrl} did not answer in time. Run the job again.`
    : `${apiUrl} could not be reached (${messageOf(error)}). Check \`github-api-url\` and the network, then run the job again.`
}

function meaningOf(status: number, said: string, asked: Asked): string {
  if (status === 401) return 'The token is not valid (any more). Check `github-token`.'
  if (isRateLimit(status, said)) return 'Wait for the rate limit to reset, then run the job again.'
  if ('owner' in asked && (status === 403 || status === 404)) return hidden(status, asked.owner)
  if ('needs' in asked && asked.needs && (status === 403 || status === 404)) return lacking(said, asked.needs)
  if (status === 403) return forbidden(said)
  if (status === 404 && 'repository' in asked) return notFound(said, asked.repository)
  if (status === 413)
    return 'The SARIF is larger than the 10 MB (gzipped) that GitHub takes. Narrow the scan, or split it by `category`.'
  if (status === 400 || status === 422) return 'GitHub does not accept this request; trying again will not help.'
  if (status >= 500) return 'GitHub has a problem of its own. Run the job again.'
  return 'This answer is not known to codescan-gate.'
}

function isRateLimit(status: number, said: string): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test(said))
}

/** For a rate limit that names no time, docs.github.com asks for a minute at least. */
const waitForUnknownMs = 60_000

/** How long to wait before the next question, by GitHub's own clock; undefined when waiting is not what it asks for. */
function waitOf(status: number, said: string, headers: Record<string, string | undefined>): number | undefined {
  if (status !== 403 && status !== 429 && status !== 503) return undefined
  const { date = '', 'retry-after': after = '', 'x-ratelimit-remaining': remaining } = headers
  const now = Date.parse(date)
  // `retry-after` is in seconds, or, from some proxies, a date.
  const waits = [/^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now]
  if (isRateLimit(status, said)) {
    if (remaining === '0') waits.push(Number(headers['x-ratelimit-reset']) * 1000 - now)
    waits.push(waitForUnknownMs)
  }
  const wait = waits.find((ms) => Number.isFinite(ms))
  return wait === undefined ? undefined : Math.max(0, wait)
}

function lacking(said: string, needs: string): string {
  if (/archived/i.test(said)) return 'The repository is archived, so nothing in it can be changed.'
  if (/locked/i.test(said)) return 'Somebody has locked the conversation.'
  return `Add \`${needs}\` to the \`permissions:\` of the job; runs of forks and of Dependabot may have a read-only token whatever the job says.`
}

function forbidden(said: string): string {
  if (/(?:advanced|code) security must be enabled|not enabled/i.test(said))
    return 'Code scanning is off for this repository: enable Code Security in its settings (public repositories have it for free), or set `upload: off`.'
  if (/archived/i.test(said)) return 'The repository is archived, so nothing in it can be changed.'
  return 'The token lacks a permission. Add `permissions: { contents: read, security-events: write }` to the job; runs of forks and of Dependabot have a read-only token whatever the job says.'
}

const owners = {
  org: {
    noun: 'organisation',
    who: 'its owners and security managers',
    token:
      'a classic token with the scope `security_events` or `repo`, or a fine-grained one that may read code scanning alerts',
  },
  enterprise: {
    noun: 'enterprise',
    who: 'its members, with the alerts of those organisations that they own or are security manager of',
    token:
      'a classic token with the scope `security_events` or `repo`; fine-grained tokens and those of Apps do not work',
  },
}

/** docs.github.com names who may list, and which tokens work, for each endpoint. */
function hidden(status: 403 | 404, { kind, name }: AlertOwner): string {
  const { noun, who, token } = owners[kind]
  const missing = `Either there is no ${noun} \`${name}\` on this server, or the token cannot see it, or the server has no such list. `
  return `${status === 404 ? missing : ''}GitHub shows this list to ${who}. Give \`github-token\` the token of such a person: ${token}. The \`GITHUB_TOKEN\` that a job is given cannot see it.`
}

function notFound(said: string, repository: string): string {
  if (/commit not found/i.test(said))
    return 'GitHub does not know this commit in this repository. Push it first, or check `sha` and `repository`.'
  if (/^ref /i.test(said))
    return 'GitHub does not know this ref. Check `ref`; the branch of a merge queue may be gone already.'
  return `Either \`${repository}\` is not the repository, or the token cannot see it, or this server has no code scanning. Check \`repository\` and \`github-token\`.`
}
