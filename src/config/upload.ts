import { UserError } from '../model/errors.ts'
import type { Need } from '../model/outcome.ts'
import { apiUrlOf } from './access.ts'
import { type Build, pullRequestOf } from './build.ts'
import type { Options } from './options.ts'

export interface UploadConfig {
  need: Need
  apiUrl: string
  serverUrl: string
  token: string
  repository: string
  ref: string
  sha: string
  root: string
  timeoutMs: number
  suppressed: 'drop' | 'keep' | 'dismiss'
  dismissals: 'default-branch' | 'any-branch' | 'dry-run'
  overLimit: 'trim' | 'split' | 'fail'
  /** Of a pull request: where it goes. */
  baseBranch?: string
  /** What earlier steps of this job have uploaded. */
  earlier: string[]
}

interface Origin {
  ref?: string
  sha?: string
  repository?: string
  root: string
  /** What `upload` means when nobody says: the action uploads, the CLI does not. */
  byDefault: Need | 'off'
}

/** Where the SARIF goes, or undefined when it is not to be uploaded. */
export function uploadConfig(options: Options, build: Build, origin: Origin): UploadConfig | undefined {
  const need = needOf(options, build, origin)
  if (need === 'off' || build.stranger?.isReadOnly) return undefined
  const { ref, sha, repository, root } = origin
  const token = options['github-token']
  const missing = Object.entries({ 'github-token': token, repository, ref, sha }).filter(([, value]) => !value)
  if (!token || !repository || !ref || !sha)
    throw new UserError(
      `The upload needs ${missing.map(([name]) => `\`${name}\``).join(', ')}, and ${unsaid(build, repository, ref)}. Give ${missing.length > 1 ? 'them' : 'it'}, or set \`upload\` to \`off\`.`,
    )
  return {
    need,
    apiUrl: apiUrlOf(options, build),
    serverUrl: serverUrlOf(options, build),
    token,
    repository,
    ref,
    sha,
    root,
    timeoutMs: options['processing-timeout'] ?? 5 * 60_000,
    suppressed: options.suppressed ?? 'drop',
    dismissals: options.dismissals ?? 'default-branch',
    overLimit: options['over-limit'] ?? 'trim',
    baseBranch: pullRequestOf(ref) === undefined ? undefined : build.baseBranch,
    earlier: build.uploads ?? [],
  }
}

/** Why something is missing, as far as the build knows. */
function unsaid({ doubts }: Build, repository: string | undefined, ref: string | undefined): string {
  const known = [repository ? undefined : doubts?.repository, ref ? undefined : doubts?.ref]
  return [...new Set(known.filter((doubt) => doubt !== undefined))].join(', and ') || 'the environment does not say'
}

/** Where it may well fail for no fault of the code, it decides nothing unless the user says so. */
function needOf({ upload }: Options, { stranger, event }: Build, { byDefault }: Origin): Need | 'off' {
  const wanted = upload ?? byDefault
  if (wanted === 'off') return 'off'
  // The branch of a merge queue may be gone before the upload is processed.
  if (stranger || (event === 'merge_group' && upload === undefined)) return 'optional'
  return wanted
}

/** What the user should know of an upload that is not what was asked for. */
export function uploadNotices(options: Options, { stranger }: Build, byDefault: Need | 'off'): string[] {
  if (!stranger || (options.upload ?? byDefault) === 'off') return []
  return stranger.isReadOnly
    ? [
        `This is a run of ${stranger.who}: its token may not upload, so the upload is skipped and the local gate decides.`,
      ]
    : [
        `This is a run of ${stranger.who}: its token can upload only with \`security-events: write\` in the job, so the upload is optional here.`,
      ]
}

/** Where people look, next to the API: `https://ghe.example/api/v3` and `https://api.tenant.ghe.com` tell it. */
export function serverUrlOf({ 'github-api-url': api }: Options, build: Build): string {
  if (!api || api === build.apiUrl) return build.serverUrl ?? 'https://github.com'
  return api.replace(/\/api\/v3$/, '').replace(/^(https?:\/\/)api\./, '$1')
}
