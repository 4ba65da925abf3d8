import { UserError } from '../model/errors.ts'
import type { Need } from '../model/outcome.ts'
import type { Build } from './build.ts'
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
  suppressed: 'drop' | 'keep'
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
  const need = options.upload ?? origin.byDefault
  if (need === 'off') return undefined
  const { ref, sha, repository, root } = origin
  const token = options['github-token']
  const missing = Object.entries({ 'github-token': token, repository, ref, sha }).filter(([, value]) => !value)
  if (!token || !repository || !ref || !sha)
    throw new UserError(
      `The upload needs ${missing.map(([name]) => `\`${name}\``).join(', ')}, and the environment does not say. Give ${missing.length > 1 ? 'them' : 'it'}, or set \`upload\` to \`off\`.`,
    )
  return {
    need,
    apiUrl: options['github-api-url'] ?? build.apiUrl ?? 'https://api.github.com',
    serverUrl: serverUrlOf(options, build),
    token,
    repository,
    ref,
    sha,
    root,
    timeoutMs: options['processing-timeout'] ?? 5 * 60_000,
    suppressed: options.suppressed ?? 'drop',
  }
}

/** Where people look, next to the API: `https://ghe.example/api/v3` and `https://api.tenant.ghe.com` tell it. */
export function serverUrlOf({ 'github-api-url': api }: Options, build: Build): string {
  if (!api || api === build.apiUrl) return build.serverUrl ?? 'https://github.com'
  return api.replace(/\/api\/v3$/, '').replace(/^(https?:\/\/)api\./, '$1')
}
