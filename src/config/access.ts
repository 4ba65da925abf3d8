import { UserError } from '../model/errors.ts'
import type { Build } from './build.ts'
import type { OptionName, Options } from './options.ts'

export interface AccessConfig {
  apiUrl: string
  token: string
  repository: string
}

/** What the commands ask for that only talk to GitHub. */
export const accessOptions: OptionName[] = ['repository', 'github-token', 'github-api-url']

/** Where the commands ask that only talk to GitHub; throws `UserError` with what is missing. */
export function accessConfig(options: Options, build: Build): AccessConfig {
  const { 'github-token': token, repository = build.repository } = options
  const missing = Object.entries({ 'github-token': token, repository }).filter(([, value]) => !value)
  if (!token || !repository)
    throw new UserError(
      `This needs ${missing.map(([name]) => `\`${name}\``).join(' and ')}, and the environment does not say. Give --repository OWNER/NAME; the token comes from GITHUB_TOKEN.`,
    )
  return { apiUrl: apiUrlOf(options, build), token, repository }
}

export function apiUrlOf({ 'github-api-url': given }: Options, build: Build): string {
  return given ?? build.apiUrl ?? 'https://api.github.com'
}
