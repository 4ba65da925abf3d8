import type { Operation } from '../contract.ts'
import type { Answer } from '../http.ts'

// The description that the sandbox is held to is that of github.com. What an older Enterprise Server does differently is
// written here, with where it is known from; its answers are held against the description first, and aged afterwards.

/** What data residency puts where an Enterprise Server has its version. */
export const dataResidency = 'ghe.com'

/** Of an Enterprise Server; github.com, which has none, is older than nothing. */
export function isBefore(version: string | undefined, release: string): boolean {
  if (version === undefined) return false
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = release.split('.').map(Number)
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
}

// The descriptions ghes-2.22 and ghes-3.0: no question after an upload; `instances_url` is "added" in 3.0. The
// lists of organisations and enterprises came with 3.4 or 3.5, and 3.6 or 3.7: the late one is played.
const since: Record<string, string> = {
  'code-scanning/get-sarif': '3.1',
  'code-scanning/list-alert-instances': '3.0',
  'code-scanning/list-alerts-for-org': '3.5',
  'code-scanning/list-alerts-for-enterprise': '3.7',
}

/** Where there is no question after an upload, an analysis tells that it failed. */
export function failsInAnalyses(version: string | undefined): boolean {
  return isBefore(version, '3.1')
}

/** Whether the server has the endpoint at all. */
export function isThere(version: string | undefined, { id }: Operation): boolean {
  return !isBefore(version, since[id] ?? '0.0')
}

/** What an Enterprise Server refuses in a body that github.com would take. */
export function misfits(version: string | undefined, { id }: Operation, body: object): string[] {
  if (version === undefined || id !== 'code-scanning/upload-sarif') return []
  const { commit_sha, tool_name } = body as { commit_sha?: unknown; tool_name?: unknown }
  const isLong = typeof commit_sha === 'string' && commit_sha.length > 40
  return [
    // No description of an Enterprise Server has the key.
    ...('validate' in body ? ['"validate" is not a permitted key.'] : []),
    // Up to ghes-3.16 exactly 40 digits.
    ...(isLong && isBefore(version, '3.17')
      ? [`For 'properties/commit_sha', "${commit_sha}" does not match /^[0-9a-fA-F]{40}$/.`]
      : []),
    // Early descriptions of 2.22 list it as required, later ones do not: the strict one is played.
    ...(tool_name === undefined && isBefore(version, '3.1') ? ['"tool_name" wasn\'t supplied.'] : []),
  ]
}

type Item = Record<string, unknown>

const aged: Record<string, (item: Item, version: string) => Item> = {
  'code-scanning/list-alerts-for-repo': ({ most_recent_instance: instance, ...alert }, version) => ({
    ...withoutUrl(alert, version),
    instance,
  }),
  'code-scanning/get-alert': oldAlert,
  'code-scanning/update-alert': oldAlert,
  'code-scanning/list-recent-analyses': oldAnalysis,
  'code-scanning/get-analysis': oldAnalysis,
}

/** The answer as a server before 3.1 gives it. */
export function inItsShape(version: string | undefined, { id }: Operation, answer: Answer): Answer {
  const age = aged[id]
  const isSarif = answer.headers?.['content-type'] === 'application/sarif+json'
  if (version === undefined || !isBefore(version, '3.1') || !age || answer.status !== 200 || isSarif) return answer
  const { body } = answer
  return { ...answer, body: Array.isArray(body) ? body.map((item) => age(item, version)) : age(body as Item, version) }
}

/** Deprecated already in 2.22, "and will, in future, not be included". */
function oldAlert({ most_recent_instance: instance, ...alert }: Item, version: string): Item {
  return { ...withoutUrl(alert, version), instances: [instance] }
}

function withoutUrl({ instances_url, ...alert }: Item, version: string): Item {
  return isBefore(version, '3.0') ? alert : { ...alert, instances_url }
}

function oldAnalysis(analysis: Item): Item {
  return { ...analysis, tool_name: (analysis['tool'] as { name: string }).name }
}
