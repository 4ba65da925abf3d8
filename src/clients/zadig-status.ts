/** Where a task stands. What has ended without a `verdict` says nothing about the code. */
type Phase = 'queued' | 'running' | 'held' | 'ended'

interface Meaning {
  phase: Phase
  verdict?: 'passed' | 'failed'
  /** A sentence for whoever waits, or wonders why it ended. */
  says?: string
}

const queued: Meaning = { phase: 'queued' }
const running: Meaning = { phase: 'running' }
const breakpoint: Meaning = { phase: 'held', says: 'Somebody has set a breakpoint in Zadig, and the task waits there.' }
const approval: Meaning = { phase: 'held', says: 'The task waits for an approval in Zadig.' }

/**
 * Every word of Zadig's enumeration that has a meaning for a scan (config/consts.go), lower case. Any other word, as
 * `disabled`, `changed` and `notRun` would be here, ends nothing: it is shown, and the waiting goes on.
 */
const meanings: Record<string, Meaning> = {
  '': queued,
  waiting: queued,
  queued,
  created: queued,
  blocked: queued,
  pending: queued,
  running,
  prepare: running,
  distributed: running,
  debug_before: breakpoint,
  debug_after: breakpoint,
  pause: { phase: 'held', says: 'The task is paused until somebody goes on with it in Zadig.' },
  wait_for_approval: approval,
  waitforapprove: approval,
  wait_for_manual_error_handling: {
    phase: 'held',
    says: 'The task waits until somebody decides on its error in Zadig.',
  },
  passed: { phase: 'ended', verdict: 'passed' },
  failed: { phase: 'ended', verdict: 'failed' },
  timeout: { phase: 'ended', says: 'The task ran into the time limit that is set in Zadig.' },
  cancelled: { phase: 'ended', says: 'Somebody, or a restart of the server, cancelled the task.' },
  reject: { phase: 'ended', says: 'The task was rejected.' },
  unstable: { phase: 'ended', says: 'The task failed, and Zadig is set to overlook that.' },
  skipped: { phase: 'ended', says: 'Zadig skipped the task, so nothing was scanned.' },
}

function meaningOf(status: string): Meaning {
  // A word of a server may be `constructor`.
  return Object.hasOwn(meanings, status) ? (meanings[status] ?? running) : running
}

export function isTerminal(status: string): boolean {
  return meaningOf(status).phase === 'ended'
}

/** Whether Zadig has not begun with the task; its own time limit does not count this time either. */
export function isQueued(status: string): boolean {
  return meaningOf(status).phase === 'queued'
}

/** What a task that has ended says about the code; undefined when it says nothing. */
export function verdictOf(status: string): 'passed' | 'failed' | undefined {
  return meaningOf(status).verdict
}

/** What a task waits for that no time will bring, a sentence; empty when it just takes its time. */
export function whatHolds(status: string): string {
  const { phase, says = '' } = meaningOf(status)
  return phase === 'held' ? says : ''
}

/** Why a task that ended with this word says nothing about the code. */
export function explainStatus(status: string): string {
  return `${meaningOf(status).says ?? `The task ended as \`${status}\`.`} Look at the task in Zadig, then run this job again.`
}
