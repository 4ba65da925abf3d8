import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../model/host.ts'

const works = new Set<() => Promise<void>>()

/** GitHub's runner sends SIGTERM 7.5 s after SIGINT, and ends the step 2.5 s after that. */
const graceMs = 5000

export const onInterrupt: Host['onInterrupt'] = (work) => {
  works.add(work)
  return () => void works.delete(work)
}

/** Does, once, what was asked for; whoever is not ready in time is left behind. */
export async function tidyUp(): Promise<void> {
  const todo = [...works].map((work) => work().catch(() => undefined))
  works.clear()
  if (todo.length > 0) await Promise.race([Promise.all(todo), sleep(graceMs, undefined, { ref: false })])
}
