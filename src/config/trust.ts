import { NotEvaluated, UserError } from '../model/errors.ts'
import type { Options } from './options.ts'

/** Somebody whose run GitHub gives less to: no secrets, and a token that may not write. */
export interface Stranger {
  who: 'a fork' | 'Dependabot'
  /** Whether nothing in the workflow can give the token more. */
  isReadOnly: boolean
}

/** The part of a build that says whom it is for. */
interface Run {
  sha?: string
  event?: string
  stranger?: Stranger
}

interface PullRequestEvent {
  repository?: { full_name?: unknown }
  pull_request?: { head?: { repo?: { full_name?: unknown } | null } }
}

/** Who started this run, if it is not one of our own. `pull_request_target` runs with our secrets, whoever asks. */
export function strangerOf(
  event: string | undefined,
  actor: string | undefined,
  payload: unknown,
): Stranger | undefined {
  const { repository, pull_request: pullRequest } = (payload ?? {}) as PullRequestEvent
  // The repository of a fork that was deleted meanwhile is null.
  if (event === 'pull_request' && pullRequest && pullRequest.head?.repo?.full_name !== repository?.full_name)
    return { who: 'a fork', isReadOnly: true }
  if (actor !== 'dependabot[bot]') return undefined
  // On a pull request, `permissions:` of the job count for Dependabot; on a push they do not.
  return { who: 'Dependabot', isReadOnly: event === 'push' }
}

/** Says what becomes of a stranger's run, or refuses it. */
export function checkStranger({ stranger }: Run, options: Options): void {
  if (stranger && options['untrusted-runs'] === 'fail')
    throw new NotEvaluated(
      `This is a run of ${stranger.who}, without secrets and with a read-only token, and \`untrusted-runs\` is \`fail\`. A maintainer can run it from a branch of this repository.`,
    )
}

/**
 * `pull_request_target` runs with secrets and a token that may write. A scanner that is started on the code of the pull
 * request runs whatever that code configures, with all of that in reach. So what is checked out must be the base.
 */
export function checkCheckout(run: Run, head: string | undefined, options: Options): void {
  const startsPrograms =
    options.command !== undefined ||
    (options.scanner?.length ?? 0) > 0 ||
    // A scan is created in Zadig with the script that the file holds.
    (options['zadig-definition'] !== undefined && options.zadig !== 'off')
  if (run.event !== 'pull_request_target' || !startsPrograms || options['allow-untrusted-checkout']) return
  if (head === run.sha) return
  throw new UserError(
    'This is a `pull_request_target` run, with secrets and a token that may write, and other code than that of the base branch is checked out: a scanner would run what the pull request configures. Use `pull_request`, or scan in a job without secrets and give its report with `report`; or set `allow-untrusted-checkout` to `true` when you know that it is safe.',
  )
}

/** A sentence for each address, by its option, to which a token would travel readable for everybody on the way. */
export function plainTextWarnings(addresses: Record<string, string | undefined>): string[] {
  return Object.entries(addresses)
    .filter(([, address]) => address && isReadableOnTheWay(address))
    .map(
      ([option, address]) =>
        `\`${option}\` is ${address}: over plain http everybody on the way can read the token. Use https.`,
    )
}

function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
