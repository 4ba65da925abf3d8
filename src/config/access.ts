import { UserError } from '../model/errors.ts'
import type { Build } from './build.ts'
import type { OptionName, Options } from './options.ts'

export interface ServerConfig {
  apiUrl: string
  token: string
}

export interface AccessConfig extends ServerConfig {
  repository: string
}

/** What the commands ask for that only talk to GitHub. */
export const accessOptions: OptionName[] = ['repository', 'github-token', 'github-api-url']

/** Where the commands ask that only talk to GitHub; throws `UserError` with what is missing. */
export function accessConfig(options: Options, build: Build): AccessConfig {
  const { 'github-token': token, repository = build.repository } = options
  if (!repository && !token)
    throw new UserError(
      'This needs `github-token` and `repository`, and the environment does not say. Put a token into the variable GITHUB_TOKEN, and give --repository OWNER/NAME.',
    )
  if (!repository)
    throw new UserError('This needs `repository`, and the environment does not say. Give --repository OWNER/NAME.')
  return { ...serverConfig(options, build), repository }
}

/** The same for what is not about one repository. */
export function serverConfig(options: Options, build: Build): ServerConfig {
  const { 'github-token': token } = options
  if (!token)
    throw new UserError(
      'This needs `github-token`, and the environment does not say. Put a token into the variable GITHUB_TOKEN.',
    )
  return { apiUrl: apiUrlOf(options, build), token }
}

export function apiUrlOf({ 'github-api-url': given }: Options, build: Build): string {
  return given ?? build.apiUrl ?? 'https://api.github.com'
}
