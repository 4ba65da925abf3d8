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
  /** Someone accepted it: it is shown, and never counts. */
  suppressed: boolean
  url?: string
  cwes: string[]
}
