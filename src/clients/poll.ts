import { ServiceError } from '../model/errors.ts'

/** The clock and the patience of whoever waits. */
export interface Clock {
  now(): number
  sleep(ms: number): Promise<void>
}

interface Patience {
  timeoutMs: number
  /** The longest pause between two questions. */
  longestPauseMs: number
  clock: Clock
  /** Told when the server asks for a longer pause than ours. `leftMs`: until the time is up, and the last question. */
  onWait?(waitMs: number, leftMs: number): void
}

const firstPauseMs = 2500
const shortestPauseMs = 1000
/** A server that answers with an error this often in a row is down, not busy. */
const toleratedFailures = 5

/**
 * Asks until there is an answer, or the time is up (undefined). The first question comes after 2.5 s, the next after a
 * fifth of the time gone by, so that short work is noticed soon and long work is not pestered. Answers of the kind "try
 * again" (no status, 429, 5xx, or a time to wait) are tried again, five in a row; when the time is up over one of them,
 * it is thrown. A pause that the server asks for is kept, but never longer than the time that is left.
 */
export async function poll<T>(ask: () => Promise<T | undefined>, patience: Patience): Promise<T | undefined> {
  const { timeoutMs, clock } = patience
  const start = clock.now()
  let failures = 0
  let failure: ServiceError | undefined
  let pause = firstPauseMs
  for (;;) {
    const left = timeoutMs - (clock.now() - start)
    if (left <= 0) break
    await clock.sleep(Math.min(pause, left))
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
      failures = 0
      failure = undefined
    } catch (error) {
      failures += 1
      if (!isPassing(error) || failures > toleratedFailures) throw error
      failure = error
    }
    const waited = clock.now() - start
    pause = pauseAfter(waited, failure?.waitMs, patience)
  }
  if (failure !== undefined) throw failure
  return undefined
}

function pauseAfter(waited: number, askedMs = 0, { timeoutMs, longestPauseMs, onWait }: Patience): number {
  const ours = Math.min(longestPauseMs, Math.max(shortestPauseMs, waited / 5))
  if (askedMs <= ours) return ours
  onWait?.(askedMs, Math.max(0, timeoutMs - waited))
  return askedMs
}

function isPassing(error: unknown): error is ServiceError {
  if (!(error instanceof ServiceError)) return false
  const { status, waitMs } = error
  return status === undefined || status === 429 || status >= 500 || waitMs !== undefined
}
