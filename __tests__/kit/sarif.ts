import type { Result, Run } from 'sarif'

/** A result with a place, as most tools write it. */
export function resultAt(uri: string, startLine = 1, more: Partial<Result> = {}): Result {
  return {
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
    ...more,
  }
}

export function runOf(name: string, results: Result[], more: Partial<Run> = {}): Run {
  return { tool: { driver: { name } }, results, ...more }
}

/** The text of a log with these runs. */
export function logOf(...runs: unknown[]): string {
  return JSON.stringify({ version: '2.1.0', runs })
}
