import type { Result } from 'sarif'
import type { ColumnUnit } from './columns.ts'

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
  /** Other places that explain this one. */
  related?: Place[]
  /** The way through the program that leads here, step by step. */
  flow?: Place[]
  fixes?: Fix[]
  /** The unit of this finding's columns, where one report mixes several. */
  columns?: ColumnUnit
  /** Anything the fields above have no word for; laid over the finished SARIF result. */
  sarif?: Partial<Result>
}

/** What all findings of a kind share. Only `id` must be known. */
export interface Rule {
  id: string
  name?: string
  summary?: string
  description?: string
  help?: string
  /** The help again, as Markdown. */
  markdown?: string
  url?: string
  tags?: string[]
  /** Weaknesses as the tool names them: `79`, `CWE-79`, `CWE-79: Cross-site Scripting`. They become tags that GitHub knows. */
  weaknesses?: (string | number)[]
  precision?: 'very-high' | 'high' | 'medium' | 'low'
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
  /** For tools that count no lines: bytes of the file, from 0. Lines are found where the source is at hand. */
  byteOffset?: number
  byteLength?: number
  /** The same in UTF-16 code units. */
  charOffset?: number
  charLength?: number
}

/** A location with what is to be said of it. */
export interface Place extends Location {
  message?: string
}

export interface Fix {
  description: string
  edits: Edit[]
}

/** What stands at the location is to be replaced by the text; an empty location is an insertion. */
export interface Edit extends Location {
  text: string
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

/**
 * Everything one report says: as many findings and notifications as it has entries. Findings that are made one by one need
 * not all be there at once; then the notifications are complete when the last finding was told.
 */
export interface Telling {
  findings: Iterable<Finding>
  notifications?: Notification[]
  /** The unit that columns count in; left out where the format does not say. */
  columns?: ColumnUnit
}

export interface Reading extends Telling {
  findings: Finding[]
}
