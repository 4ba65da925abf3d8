import { messageOf } from '../model/errors.ts'
import { isOlder } from '../model/github-version.ts'
import type { GitHubAccess, Octokit } from './octokit.ts'

/** By its name alone: github.com, or Enterprise Cloud with data residency, which behaves alike. */
export function isCloud(apiUrl: string): boolean {
  return /^https:\/\/(?:api\.github\.com|[^/:@]+\.ghe\.com)(?:[/:]|$)/i.test(apiUrl)
}

/**
 * The version of a GitHub Enterprise Server, such as `3.17.2`; undefined for github.com and where it is not told. That
 * a server keeps it to itself fails nothing: GitHub speaks up when something is over its limits.
 */
export async function serverVersion(octokit: Octokit, { apiUrl, log }: GitHubAccess): Promise<string | undefined> {
  if (isCloud(apiUrl)) return undefined
  try {
    const { headers } = await octokit.request('GET /meta')
    const version = headers['x-github-enterprise-version']
    log.debug(`${apiUrl} is ${version === undefined ? 'github.com, as it names no version' : `GitHub ${version}`}.`)
    return version === undefined ? undefined : String(version)
  } catch (error) {
    const { status, response } = error as { status?: number; response?: unknown }
    const why = response === undefined ? messageOf(error) : `it answered ${status}`
    log.info(`${apiUrl} does not tell its version (${why}), so it is taken for the newest GitHub.`)
    return undefined
  }
}

/** From now on every request names the version of the API that it is written for. */
export function nameApiVersion(octokit: Octokit, version: string | undefined): void {
  // docs.github.com, API Versions: since Enterprise Server 3.9.
  if (isOlder(version, '3.9')) return
  octokit.hook.before('request', ({ headers }) => {
    headers['x-github-api-version'] = '2022-11-28'
  })
}
