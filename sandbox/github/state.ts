import type { Result, Run } from './sarif.ts'

/** An upload, as it arrived and as it ended. */
export interface Delivery {
  id: string
  commitSha: string
  ref: string
  checkoutUri: string | undefined
  startedAt: string | undefined
  /** The `tool_name` of the request; what alerts show is the name inside the SARIF. */
  toolName: string
  /** The parsed SARIF; `undefined` when it is no JSON. */
  sarif: unknown
  status: 'pending' | 'complete' | 'failed'
  errors: string[]
  gzipBytes: number
}

export interface Tool {
  name: string
  guid: string | null
  version: string | null
}

/** What was stored of one run. */
export interface Analysis {
  id: number
  sarifId: string
  ref: string
  commitSha: string
  category: string
  tool: Tool
  createdAt: string
  resultsCount: number
  rulesCount: number
  /** Empty when there is none, as is the warning. */
  error: string
  warning: string
  stored: StoredRun[]
}

export interface StoredRun {
  run: Run
  results: StoredResult[]
}

export interface StoredResult {
  result: Result
  guid: string
  alert: number
}

export type Level = 'none' | 'note' | 'warning' | 'error'
export type SecurityLevel = 'low' | 'medium' | 'high' | 'critical'

export interface AlertRule {
  id: string | null
  name: string
  severity: Level
  securitySeverity: SecurityLevel | null
  description: string
  fullDescription: string
  tags: string[]
  help: string | null
  helpUri: string | null
}

export interface Place {
  path: string
  startLine: number
  endLine: number
  startColumn: number
  endColumn: number
}

/** Where and in which configuration an alert was seen. */
export interface Instance {
  ref: string
  category: string
  state: 'open' | 'fixed'
  commitSha: string
  message: string
  place: Place
  /** The analysis that spoke last about it. */
  analysisId: number
}

export interface Alert {
  number: number
  tool: Tool
  rule: AlertRule
  /** As the default branch has it; of an alert that lives in a pull request only, as that has it. */
  state: 'open' | 'fixed'
  createdAt: string
  updatedAt: string
  fixedAt: string | null
  /** Somebody's word, which holds on every branch. */
  dismissal: Dismissal | undefined
  /** Names of users. */
  assignees: string[]
  instances: Instance[]
}

export interface Dismissal {
  by: string
  at: string
  reason: string
  comment: string | null
}

/** In the conversation of a pull request. */
export interface Comment {
  id: number
  issue: number
  author: string
  body: string
  createdAt: string
  updatedAt: string
}

/** A file of a pull request. */
export interface ChangedFile {
  filename: string
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  additions: number
  deletions?: number
  /** The name that Git gives to what the head has of it. */
  sha: string | null
  patch?: string
  previous_filename?: string
}

/** What the server remembers of its one repository. */
export interface Repository {
  owner: string
  name: string
  defaultBranch: string
  /** Texts of files by `path@ref`. */
  files: Record<string, string>
  /** What pull requests change, by their number. */
  pulls: Record<number, ChangedFile[]>
  hasDefaultSetup: boolean
  maxAlerts: number
  version: string | undefined
  deliveries: Delivery[]
  analyses: Analysis[]
  alerts: Alert[]
  /** The numbers that there are. */
  pullRequests: number[]
  comments: Comment[]
  /** The login of whoever the token belongs to. */
  holder: string
  /** Alerts by tool, rule, path and fingerprint. */
  identities: Map<string, Alert>
  /** The last ids that were given away: what is deleted leaves no number behind. */
  lastAlert: number
  lastAnalysis: number
}

/** GitHub's times carry no fractions. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}

/** `main` and `refs/heads/main` are one branch. */
export function fullRef(ref: string): string {
  return ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
}
