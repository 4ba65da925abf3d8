import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes. Below it there is too little to win. */
const worthwhile = 64 * 1024 * 1024

/**
 * Collects what nobody holds any more. V8 sees no need while the machine has memory, and a report of 20 MB leaves 60 MB
 * behind that a small runner could use for what comes next; it takes as long as 500 results.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size < worthwhile) return
  // Node lends the collector to contexts that are made after this, and to nobody else.
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('typeof gc === "function" && gc')
  if (typeof collect === 'function') collect()
}
