import type { Run } from 'sarif'
import type { Alert } from './alert.ts'
import type { Comparison, Dismissals } from './comparison.ts'
import type { UserError } from './errors.ts'
import type { Severity } from './severity.ts'

/** How a remote stage ended. Its failure is kept, not thrown, so that the report is still written. */
export type Attempt<T> = { status: 'skipped' } | { status: 'done'; value: T } | { status: 'failed'; error: UserError }

/** Whether a remote stage may decide. `off` is the absence of its configuration. */
export type Need = 'required' | 'optional'

export interface Upload {
  id: string
  /** `pending`: GitHub had not finished when the time was up, or when it could not be asked any more. */
  status: 'complete' | 'failed' | 'pending'
  /** Why it could not be asked. */
  problem?: string
  /** Where people see the alerts. */
  url: string
  /** GitHub's own sentences. */
  errors: string[]
  /** What this job has uploaded so far, a line each. */
  uploads: string[]
  /** What was changed to make it fit, and what is worth knowing, sentences. */
  notices?: string[]
  warnings: string[]
  /** Ids of what GitHub stored: an analysis a run. */
  analyses?: number[]
  /** From the first byte until GitHub had processed it. */
  elapsedMs?: number
}

/** The environment variable by which a step tells the next ones of its job what has been uploaded, a line each. */
export const uploadsVariable = 'CODESCAN_GATE_UPLOADS'

/** What SonarQube measured, as Zadig keeps it: text, and only what is known. */
export interface SonarMetrics {
  /** `OK`, `ERROR`, `WARN` or `NONE`; absent when the scan does not wait for the quality gate. */
  gate?: string
  bugs?: string
  vulnerabilities?: string
  codeSmells?: string
  /** Percent. */
  coverage?: string
}

export interface ZadigScan {
  taskId: number
  /** What was asked for: the name of the scan, the key of its project, and what it was told to scan. */
  scan?: string
  project?: string
  branch?: string
  /** Pull requests that were to be merged into the branch before. */
  prs?: number[]
  /** Zadig's own word, lower case; empty before the first answer. */
  status: string
  /** Whether the scan was completed, and what it found. */
  result: 'passed' | 'failed' | 'unknown'
  /** Why the result is unknown. */
  problem?: string
  /** Where people see the task. */
  url: string
  /** Where people see the result in SonarQube; empty when there is none. */
  resultLink: string
  /** What Zadig's record of the task adds, where it could be read: its own words for what went wrong. */
  error?: string
  metrics?: SonarMetrics
  elapsedMs: number
}

/** Whose policy decided. */
export interface PolicySource {
  /** As the user named it: a path, or `owner/repository/path@ref`. */
  name: string
  /** Of a pull request's two: the base branch's, or its own. `head` is also what is checked out where there is one only. */
  version: 'base' | 'head' | 'elsewhere'
  /** The base branch, where its version decides. */
  branch?: string
}

/** The sentence that tells it in a log. */
export function policySentence({ name, branch }: PolicySource): string {
  return `The policy is ${name}${branch === undefined ? '' : `, as ${branch} has it`}.`
}

/** What the stages learnt. */
export interface Facts {
  runs: Run[]
  /** Scans and reports that could not be evaluated. */
  problems: UserError[]
  upload: Attempt<Upload>
  zadig: Attempt<ZadigScan>
  /** Skipped where nothing asks for it, or where nothing came before. */
  comparison?: Attempt<Comparison>
  dismissed?: Attempt<Dismissals>
  /** What the user should know, and what decides nothing: sentences. */
  notices?: string[]
  /** Absent where the inputs decide. */
  policy?: PolicySource
  /** Where the SARIF was written; absent when there is none. */
  sarifPath?: string
}

/** One thing that was asked for: what was expected, what came, and what that means. */
export interface Condition {
  /** Stable, for outputs: `findings`, `scan`, `upload`, `zadig`, or the id of the policy's gate. */
  id: string
  name: string
  expected: string
  actual: string
  result: 'pass' | 'note' | 'warn' | 'fail' | 'error' | 'not-applicable'
  /** What came, as a phrase for the one line of the verdict: no full stop. */
  phrase: string
  /** Whether it counts findings. */
  isLimit?: true
  /** Why it did not pass: sentences, and perhaps lines that a tool printed. */
  explanation?: string
  /** What to do: sentences of ours. */
  advice?: string
  /** Which setting makes it decide, and what else it may be set to: a sentence. */
  why?: string
}

export interface Verdict {
  verdict: 'pass' | 'warn' | 'fail' | 'error' | 'skipped'
  exitCode: number
  /** One line. */
  reason: string
  conditions: Condition[]
  /** What each gate counted, in their order. */
  counted: { gate: string; alerts: Alert[] }[]
  /** Worst first. */
  blocking: Alert[]
  /** Worst first; shown, and never in the way. */
  warning: Alert[]
  /** Not accepted, by severity. */
  counts: Record<Severity, number>
  total: number
  /** Accepted by a suppression, a dismissed alert or an exception. */
  accepted: Alert[]
  /** How many are new; undefined when nothing was compared. */
  newFindings?: number
  /** What is gone; undefined when what there was before is not known. */
  fixed?: Alert[]
  /** Every finding, accepted ones as well, worst first. */
  findings: Alert[]
}

/** The one thing that reports are made from. */
export interface Outcome extends Facts, Verdict {}

/** Whether the findings that a gate counts are in the way; if not, they are tolerated. */
export function isBlocked({ conditions }: Pick<Verdict, 'conditions'>): boolean {
  return conditions.some(({ isLimit, result }) => isLimit && result === 'fail')
}

/** The ids of the gates that count an alert. */
export function gatesByAlert({ counted }: Pick<Verdict, 'counted'>): Map<Alert, string[]> {
  const gates = new Map<Alert, string[]>()
  for (const { gate, alerts } of counted)
    for (const alert of alerts) {
      const known = gates.get(alert)
      if (known) known.push(gate)
      else gates.set(alert, [gate])
    }
  return gates
}

/** What to do, each once, in the order of the conditions. */
export function advicesOf(conditions: Condition[]): string[] {
  return [...new Set(conditions.map(({ advice }) => advice).filter((advice) => advice !== undefined))]
}

/** Which settings make the conditions decide, each once. */
export function reasonsOf(conditions: Condition[]): string[] {
  return [...new Set(conditions.map(({ why }) => why).filter((why) => why !== undefined))]
}

/** Whether the gate was broken or could not be completed, also where `enforcement` lets that pass. */
export function isFailing({ conditions }: Pick<Verdict, 'conditions'>): boolean {
  return conditions.some(({ result }) => result === 'fail' || result === 'error')
}

/** 0 pass, warn or skipped; 1 the gate failed; 2 wrong set-up; 3 could not be evaluated. */
export const exitCodes = { pass: 0, warn: 0, skipped: 0, fail: 1, setUp: 2, error: 3 } as const

/** What an exit code tells the job; of 2 there is no outcome. */
export const exitMeanings: Record<number, string> = { 0: 'the job may go on', 1: 'the gate failed', 3: 'not evaluated' }
