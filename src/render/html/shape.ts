/** What the page's script reads: every finding, with tools, rules and files named once. */
export interface PageData {
  rules: RuleData[]
  files: FileData[]
  findings: FindingData[]
}

export interface RuleData {
  id: string
  tool: string
  /** Of http(s). */
  help?: string
}

export interface FileData {
  path: string
  /** Where it is seen, at the scanned commit. */
  url?: string
}

/** Whether it was there before, and whether it counts; `open` where nobody knows what was there before. */
export type Status = 'new' | 'existing' | 'open' | 'accepted' | 'fixed'

export interface FindingData {
  /** Places in `rules` and `files`. */
  rule: number
  file?: number
  line?: number
  severity: string
  /** The number behind the severity. */
  score?: string
  message: string
  status: Status
  blocks?: true
  /** CWE and CVE, to be searched and shown. */
  ids?: string[]
  /** What else is known: names and values. */
  facts?: [name: string, value: string][]
  code?: CodeData
}

export interface CodeData {
  start: number
  lines: CodeLine[]
  /** The lines that the finding points at. */
  from: number
  to: number
}

/** Parted where a finding points at a part of it; null where it is not shown, because a secret stands there. */
export type CodeLine = string | [before: string, marked: string, after: string] | null
