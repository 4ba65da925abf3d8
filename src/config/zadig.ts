import { UserError } from '../model/errors.ts'
import type { Need } from '../model/outcome.ts'
import { type Build, pullRequestOf } from './build.ts'
import type { Options } from './options.ts'
import type { ZadigDefinition } from './zadig-definition.ts'

export interface ZadigConfig {
  need: Need
  url: string
  /** Absent in runs of strangers. */
  token?: string
  project: string
  scan: string
  /** 24 hexadecimal digits; when absent, the list of scans is asked, but only where there is something to explain. */
  scanId?: string
  repository: { owner: string; name: string; source: string; branch: string; prs: number[] }
  variables: { key: string; value: string }[]
  /** From it the scan is created when Zadig does not have it. */
  definition?: ZadigDefinition
  queueTimeoutMs: number
  /** From when the task has left the queue. */
  timeoutMs: number
  /** Whether a task that is not waited for any longer is cancelled. */
  cancelOnAbort: boolean
}

/** Which scan to run in Zadig, or undefined when none is wanted. */
export function zadigConfig(
  options: Options,
  build: Build,
  ref: string | undefined,
  repository: string | undefined,
): ZadigConfig | undefined {
  const url = options['zadig-url']
  const need = options.zadig ?? 'required'
  const isMeant = options['zadig-project'] || options['zadig-scan'] || options.zadig === 'required'
  if (!url && isMeant && need !== 'off')
    throw new UserError('The Zadig scan needs `zadig-url`, the address of the server.')
  if (!url || need === 'off') return undefined
  const token = options['zadig-token']
  const project = options['zadig-project']
  const scan = options['zadig-scan']
  const [, owner, name] = /^(.+)\/(.+)$/.exec(options['zadig-repo'] ?? repository ?? '') ?? []
  const { branch, prs } = zadigTarget(options, build, ref)
  const missing = Object.entries({ token, project, scan, repo: name, branch }).filter(([, value]) => !value)
  // GitHub gives strangers no secrets; that is nothing the workflow could mend.
  const hasToken = token !== undefined || build.stranger !== undefined
  if (!hasToken || !project || !scan || !owner || !name || !branch)
    throw new UserError(`The Zadig scan needs ${missing.map(([part]) => `\`zadig-${part}\``).join(', ')}.`)
  return {
    need,
    url,
    token,
    project,
    scan,
    scanId: options['zadig-scan-id'],
    repository: { owner, name, source: options['zadig-source'] ?? 'github', branch, prs },
    variables: options['zadig-variables'] ?? [],
    ...patienceOf(options),
  }
}

function patienceOf(options: Options): Pick<ZadigConfig, 'timeoutMs' | 'queueTimeoutMs' | 'cancelOnAbort'> {
  return {
    timeoutMs: options['zadig-timeout'] ?? 30 * 60_000,
    queueTimeoutMs: options['zadig-queue-timeout'] ?? 30 * 60_000,
    cancelOnAbort: options['zadig-cancel-on-abort'] ?? true,
  }
}

/** Zadig merges pull requests into the branch it is told, so for a pull request that is the base branch. */
function zadigTarget(options: Options, build: Build, ref: string | undefined): { branch?: string; prs: number[] } {
  const pullRequest = pullRequestOf(ref)
  const branch = pullRequest === undefined ? ref?.replace(/^refs\/heads\//, '') : build.baseBranch
  return {
    branch: options['zadig-branch'] ?? (branch?.startsWith('refs/') ? undefined : branch),
    prs: options['zadig-prs'] ?? (pullRequest === undefined ? [] : [pullRequest]),
  }
}
