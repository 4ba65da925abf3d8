import type { Result, Run } from 'sarif'

/** Which findings were there before, and by whose word. */
export interface Comparison {
  source: 'baseline' | 'base-branch' | 'diff'
  /** What it was compared with, for people: `the analysis of main at 4f2c1aa (2 hours old)`. */
  against: string
  /** The commit that it was compared with, where one is known. */
  commit?: string
  /** The results that were there before, and what is known of them. */
  known: Map<Result, Known>
  /** Everything that was there before; undefined where only the changed lines are known. */
  before?: Run[]
  /** What of it is gone, although its file was looked at again. */
  fixed: Set<Result>
  /** Sentences: which source was left out and why, how old it is. */
  notices: string[]
}

/** What makes a finding new: `not in the analysis of main at 4f2c1aa (2 hours old)`. */
export function newnessOf({ source, against }: Pick<Comparison, 'source' | 'against'>): string {
  return `${source === 'diff' ? 'on' : 'not in'} ${against}`
}

/** The sentence that tells it in a log. */
export function newnessSentence(comparison: Pick<Comparison, 'source' | 'against'>): string {
  return `New findings are those that are ${newnessOf(comparison)}.`
}

/** How a finding was known again. */
export interface Known {
  by: 'fingerprint' | 'line' | 'renamed' | 'message' | 'unchanged line'
  /** The result that it was; absent where only the changed lines are known. */
  was?: Result
  /** The number of GitHub's alert. */
  alert?: number
  /** When it was first seen, milliseconds since the epoch. */
  since?: number
}

/** Findings whose alert people dismissed on GitHub. */
export type Dismissals = Map<Result, { alert: number; reason?: string; comment?: string }>

/** A property of ours, on the results of a baseline: when they were first seen, ISO 8601. */
export const firstSeen = 'codescan-gate/firstSeen'
