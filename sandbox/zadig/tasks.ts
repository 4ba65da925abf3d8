import type { ZadigRepo, ZadigScan } from './scan.ts'

/** A repository as one task scans it. */
export interface ScannedRepo extends ZadigRepo {
  prs: number[]
}

export interface ZadigTask {
  id: number
  project: string
  scan: string
  creator: string
  /** What is really cloned, which may be nothing. */
  repos: ScannedRepo[]
  /** The pull requests of all repositories. */
  prs: number[]
  /** The variables the task runs with. */
  kvs: { key: string; value: string }[]
  createdAt: number
  readonly status: string
}

/** A task and what only the server knows of it. */
export interface RunningTask extends ZadigTask {
  scanned: ZadigScan
  stepMs: number
  now(): number
  steps: string[]
  /** When somebody cancelled it. */
  cancelledAt?: number
  /** How long its word stays the old one after that. */
  cancelLagMs: number
  /** Somebody has read the last status: only after that may `end_time` follow late. */
  endWasRead: boolean
}

// Zadig's own grouping (config/consts.go), and the two words a job may end with besides.
const terminal = new Set(['passed', 'failed', 'timeout', 'cancelled', 'reject', 'unstable', 'skipped'])

export function startTask(
  task: Omit<RunningTask, 'status' | 'createdAt' | 'endWasRead' | 'prs' | 'cancelledAt'>,
): RunningTask {
  return {
    ...task,
    prs: task.repos.flatMap(({ prs }) => prs),
    createdAt: task.now(),
    endWasRead: false,
    get status() {
      return isCancelled(this) ? 'cancelled' : (this.steps[stepAt(this)] ?? '')
    },
  }
}

export function hasEnded(task: RunningTask): boolean {
  if (isCancelled(task)) return true
  const isLast = stepAt(task) === task.steps.length - 1
  return isLast && terminal.has(task.status.toLowerCase())
}

/** Seconds, and 0 as long as the task goes on. With `late`, 0 is read at least once beside a status that has ended. */
export function endTimeOf(task: RunningTask, late: boolean): number {
  if (!hasEnded(task)) return 0
  const endedAt = task.cancelledAt ?? task.createdAt + (task.steps.length - 1) * task.stepMs
  if (!late) return inSeconds(endedAt)
  const isClosed = task.endWasRead && task.now() >= endedAt + task.stepMs
  task.endWasRead = true
  return isClosed ? inSeconds(endedAt + task.stepMs) : 0
}

export function inSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}

function isCancelled({ cancelledAt, cancelLagMs, now }: RunningTask): boolean {
  return cancelledAt !== undefined && now() >= cancelledAt + cancelLagMs
}

function stepAt({ createdAt, steps, stepMs, now }: RunningTask): number {
  return Math.min(Math.floor((now() - createdAt) / stepMs), steps.length - 1)
}
