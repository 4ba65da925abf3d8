import type { Severity } from './severity.ts'

/** A SARIF result with its rule looked up and its severity resolved: what the gate judges and reports show. Read-only. */
export interface Alert {
  tool: string
  rule: string
  message: string
  severity: Severity
  level: 'error' | 'warning' | 'note' | 'none'
  /** The number behind the severity, where the tool gave one. */
  score?: number
  /** Relative to the repository, decoded. */
  file?: string
  line?: number
  endLine?: number
  column?: number
  endColumn?: number
  /** What columns count where they do not count UTF-16 code units. */
  columnKind?: 'unicodeCodePoints'
  /** Source that the report quotes; `hasColumns` where the columns count from the start of its lines. */
  snippet?: { startLine: number; text: string; hasColumns: boolean }
  /** What the gate ranks it as: the severity, or what an unknown one counts as. */
  countsAs: Severity
  ratedBy: RatedBy
  url?: string
  cwes: string[]
  cves: string[]
  tags: string[]
  category?: string
  /** By the name of the file, or what the tool says: `python`. */
  language?: string
  kind: string
  /** The tool knows a fix, or the version that has one. */
  fixable: boolean
  cvss?: number
  /** The chance that it is exploited within 30 days, 0 to 1 (FIRST). */
  epss?: number
  /** Whether it is in CISA's list of what is known to be exploited. */
  kev?: boolean
  fingerprints: string[]
  /** Whether it was not there before; undefined when that is not known. */
  isNew?: boolean
  /** How it was known again, when it was. */
  knownBy?: string
  /** When it was first seen, milliseconds since the epoch. */
  since?: number
  /** Someone accepted it: it is shown, and never counts. */
  accepted?: Acceptance
}

/** Where the severity comes from, for people. */
export type RatedBy =
  | 'policy'
  | 'score of the result'
  | 'score of the rule'
  | 'level of the result'
  | 'level set by the run'
  | 'level of the rule'
  | 'default level'
  | 'unknown'

export interface Acceptance {
  by: 'suppression' | 'dismissed alert' | 'exception'
  /** Of the exception, or the number of the alert. */
  id?: string
  reason?: string
  /** Milliseconds since the epoch. */
  until?: number
}
