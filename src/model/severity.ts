import type { Level } from './finding.ts'

/** GitHub's four security severities, and what is left for results without one. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'note' | 'unknown'

/** Worst first. `unknown` stands beside `high`: what cannot be ranked must not slip under a threshold. */
const rank: Record<Severity, number> = { critical: 5, high: 4, unknown: 4, medium: 3, low: 2, note: 1 }

/** The higher, the worse. */
export function rankOf(severity: Severity): number {
  return rank[severity]
}

export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return rank[severity] >= rank[limit]
}

/** For sorting: the worst first. */
export function bySeverity(a: Severity, b: Severity): number {
  return rank[b] - rank[a]
}

/** GitHub's bands of `security-severity` (facts: docs print "over 9.0", CVSS and GitHub's tools use 9.0 and up). */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'note'
}

const words: Record<string, Level> = {
  critical: 'error',
  high: 'error',
  error: 'error',
  fatal: 'error',
  blocker: 'error',
  medium: 'warning',
  moderate: 'warning',
  warning: 'warning',
  warn: 'warning',
  major: 'warning',
  low: 'note',
  negligible: 'note',
  minor: 'note',
  info: 'note',
  information: 'note',
  note: 'note',
  notice: 'note',
  style: 'note',
  convention: 'note',
  refactor: 'note',
  hint: 'note',
  suggestion: 'note',
  advice: 'note',
  ignore: 'note',
}

const levels = new Map(Object.entries(words))

/** The level for a scanner's own word, in any case; a word nobody knows is a warning, as SARIF's default is. */
export function levelOf(word: string | undefined): Level {
  return levels.get(word?.trim().toLowerCase() ?? '') ?? 'warning'
}

/** In the middle of the bands that GitHub shows. */
const middles: Record<string, number> = {
  critical: 9.5,
  high: 8,
  medium: 5.5,
  moderate: 5.5,
  low: 2,
  info: 0.5,
  informational: 0.5,
  negligible: 0.5,
}

const scores = new Map(Object.entries(middles))

/** The `security-severity` for the word of a security scanner that gives no number; undefined for a word nobody knows. */
export function scoreOfWord(word: string | null | undefined): number | undefined {
  return scores.get(word?.trim().toLowerCase() ?? '')
}

/** A property of ours, on a result or a rule whose own word for its severity could not be kept: it counts as unknown. */
export const unranked = 'codescan-gate/unranked'

/** What a gate may be set to: a severity, a level of SARIF, or nothing at all. */
export type Threshold = 'critical' | 'high' | 'medium' | 'low' | 'note' | 'never' | 'error' | 'warning'
