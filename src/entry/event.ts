import { readFileSync } from 'node:fs'

/** What GitHub tells of the event that started the run; undefined elsewhere, and when the file is not to be read. */
export function eventOf(environment: Record<string, string | undefined>): unknown {
  const path = environment['GITHUB_EVENT_PATH']
  if (!path || environment['GITHUB_ACTIONS'] !== 'true') return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Runners that imitate GitHub's may not write it; everything that it tells can also be absent.
    return undefined
  }
}
