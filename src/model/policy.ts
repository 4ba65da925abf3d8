import type { Need } from './outcome.ts'
import type { Severity, Threshold } from './severity.ts'

/** What the gate demands. Its defaults are filled in. */
export interface Policy {
  /** Each is evaluated, in the order they are shown. */
  gates: Gate[]
  ratings: Ratings
  exceptions: Exception[]
  exceptionRules: ExceptionRules
  sources: { scanner: Need | 'off'; upload: Need | 'off'; zadig: Need | 'off'; dismissedAlerts: Need | 'off' }
  /** What a gate on new findings does when nobody knows which are new. */
  onMissing: 'fail' | 'warn' | 'all'
  newness: NewnessPolicy
  enforcement: 'block' | 'warn' | 'off'
  /** What becomes of something required that could not be evaluated. */
  onError: 'fail' | 'warn'
  /** What Zadig's words for an end mean; those that are not here mean what they mean anyway. */
  zadigWords: Record<string, 'pass' | 'warn' | 'fail' | 'skip'>
  /** GitHub's word for what started the run, for gates that are meant for some events only. */
  event?: string
}

/** By what a finding is told to be new. */
export interface NewnessPolicy {
  source: 'auto' | 'baseline' | 'base-branch' | 'diff'
  /** Globs of SARIF files. */
  baseline: string[]
  /** Whether one changed line is enough. */
  diffMatch: 'any' | 'all'
}

/** `delta`: how many more there are than before. `fixed`: those that are gone. */
export type Scope = 'new' | 'all' | 'delta' | 'fixed'

/** A limit on the number of findings of a kind. */
export interface Gate {
  id: string
  title?: string
  scope: Scope
  where: Where
  /** How many are tolerated; below `min` there are too few. */
  max?: number
  min?: number
  ifBroken: 'fail' | 'warn' | 'note'
  /** What a finding counts for that does not carry what `where` asks. */
  ifUnknown: 'match' | 'no-match' | 'warn'
  /** Without a list: whatever started the run. */
  events?: string[]
  /** What it counts, behind "3 findings". */
  what: string
  /** Nothing is said of it while it holds. */
  isQuiet?: true
}

/** All that is named must fit; of a list, one. */
export interface Where {
  tool?: TextPattern[]
  rule?: TextPattern[]
  'rule-not'?: TextPattern[]
  tag?: TextPattern[]
  'tag-not'?: TextPattern[]
  path?: TextPattern[]
  'path-not'?: TextPattern[]
  message?: TextPattern[]
  category?: TextPattern[]
  language?: TextPattern[]
  kind?: TextPattern[]
  cve?: TextPattern[]
  /** As `CWE-79`. */
  cwe?: string[]
  severity?: Limit<Severity>[]
  level?: Limit<Threshold>[]
  'security-severity'?: Limit<number>[]
  cvss?: Limit<number>[]
  epss?: Limit<number>[]
  /** Milliseconds. */
  age?: Limit<number>[]
  kev?: boolean
  fixable?: boolean
  fingerprint?: string[]
  any?: Where[]
  not?: Where
  /** The words of `fail-on`: a severity or a level at least. */
  reaches?: Threshold[]
}

/** A glob, or a regular expression of RE2 between slashes. */
export interface TextPattern {
  /** As the user wrote it. */
  text: string
  matches(candidate: string): boolean
}

export interface Limit<T> {
  operator: '>=' | '>' | '<=' | '<' | '='
  value: T
}

/** How findings are rated, beyond what their tool says. */
export interface Ratings {
  /** What an unknown severity counts as. */
  unknown: Severity
  levels: Record<'error' | 'warning' | 'note' | 'none', Severity>
  /** The first that fits wins over everything else. */
  overrides: { where: Where; severity: Severity; text: string }[]
}

export interface Exception {
  id: string
  match: Where
  reason?: string
  owner?: string
  ticket?: string
  /** The last millisecond on which it holds. */
  expires?: number
}

export interface ExceptionRules {
  warnBeforeMs: number
  expired: 'ignore' | 'fail'
  unused: 'warn' | 'ignore'
  suppressions: 'honor' | 'ignore'
  dismissed: 'honor' | 'ignore'
}

export const defaultRatings: Ratings = {
  unknown: 'high',
  // GitHub blocks "high or higher" and `error` alike, so the levels take the places of the severities.
  levels: { error: 'high', warning: 'medium', note: 'low', none: 'note' },
  overrides: [],
}

export interface SimpleLimits {
  failOn: Threshold[]
  warnOn: Threshold[]
  maxFindings: number
  scope: 'new' | 'all'
}

/** The gates that `fail-on`, `warn-on` and `max-findings` stand for. */
export function simpleGates({ failOn, warnOn, maxFindings, scope }: SimpleLimits): Gate[] {
  const above = (words: Threshold[]) => `at or above ${words.join(' or ')}`
  const kind = scope === 'new' ? 'New findings' : 'Findings'
  const gate = { scope, ifUnknown: 'match' } as const
  const blocks: Gate = {
    ...gate,
    id: 'findings',
    title: `${kind} ${above(failOn)}`,
    where: { reaches: failOn },
    max: maxFindings,
    ifBroken: 'fail',
    what: above(failOn),
  }
  const warns: Gate = {
    ...gate,
    id: 'warnings',
    title: `${kind} that do not block, ${above(warnOn)}`,
    where: { reaches: warnOn, not: { reaches: failOn } },
    max: 0,
    ifBroken: 'warn',
    what: above(warnOn),
    isQuiet: true,
  }
  return failOn.every((word) => word === 'never') ? [warns] : [blocks, warns]
}
