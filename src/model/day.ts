/** The day of a time (ms since 1970) as people and files write it: `2026-01-31`, by UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
