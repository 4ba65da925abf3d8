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
  /** Told once a minute, so that a quiet log is not taken for a hang. */
  onHeartbeat(waitedMs: number): void
}

const firstPauseMs = 2500
const shortestPauseMs = 1000
const heartbeatMs = 60_000
/** A server that answers with an error this often in a row is down, not busy. */
const toleratedFailures = 5

/**
 * Asks until there is an answer, or the time is up (undefined). The first question comes after 2.5 s, the next after a
 * fifth of the time gone by, so that short work is noticed soon and long work is not pestered. Answers of the kind "try
 * again" (no status, 429, 5xx) are tried again, five in a row; when the time is up over one of them, it is thrown.
 */
export async function poll<T>(ask: () => Promise<T | undefined>, patience: Patience): Promise<T | undefined> {
  const { timeoutMs, longestPauseMs, clock, onHeartbeat } = patience
  const start = clock.now()
  let failures = 0
  let failure: unknown
  let heartbeats = 0
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
      failure = error
      if (!isPassing(error) || failures > toleratedFailures) throw error
    }
    const waited = clock.now() - start
    if (waited >= (heartbeats + 1) * heartbeatMs) {
      heartbeats = Math.floor(waited / heartbeatMs)
      onHeartbeat(waited)
    }
    pause = Math.min(longestPauseMs, Math.max(shortestPauseMs, waited / 5))
  }
  if (failure !== undefined) throw failure
  return undefined
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof ServiceError)) return false
  const { status } = error
  return status === undefined || status === 429 || status >= 500
}
