import type { Result, Run } from 'sarif'

/** How loudly a finding speaks, in SARIF's words. */
export type Level = 'error' | 'warning' | 'note'

/** One problem, at one place, as a converter reads it from a scanner's report. */
export interface Finding {
  rule: Rule
  level: Level
  message: string
  location?: Location
  /** A stable identity, when the scanner has one of its own. */
  fingerprint?: string
  /** Anything the fields above have no word for; laid over the finished SARIF result. */
  sarif?: Partial<Result>
}

/** What all findings of a kind share. Only `id` must be known. */
export interface Rule {
  id: string
  name?: string
  summary?: string
  help?: string
  url?: string
  tags?: string[]
  /** 0.0–10.0, like CVSS; GitHub shows it as low, medium, high or critical. */
  score?: number
}

/** Lines and columns count from 1, ends are exclusive; a location without a line means the whole file. */
export interface Location {
  /** A path as the scanner prints it; `toRun` makes a URI of it. */
  file: string
  line?: number
  column?: number
  endLine?: number
  endColumn?: number
}

export interface Tool {
  name: string
  url?: string
  version?: string
}

/** Something the tool says of itself, not of the code: a file it could not read, a rule that broke. */
export interface Notification {
  level: Level
  message: string
  location?: Location
  /** The scan is not complete, so what it did not report proves nothing. */
  incomplete?: boolean
}

/** Everything one report says: as many findings and notifications as it has entries. */
export interface Reading {
  findings: Finding[]
  notifications?: Notification[]
  /** The unit that columns count in; left out where the format does not say. */
  columnKind?: Run['columnKind']
}
