/** Bytes. Below it there is too little to win. */
const worthwhile = 64 * 1024 * 1024

/**
 * Collects what nobody holds any more. V8 sees no need while the machine has memory, and a report of 20 MB leaves 60 MB
 * behind that a small runner could use for what comes next; it takes as long as 500 results.
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < worthwhile) return
  // Taken here, as every start would pay for an import, and few collect.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  const { runInNewContext } = process.getBuiltinModule('node:vm')
  // Node lends the collector to contexts that are made after this, and to nobody else.
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('typeof gc === "function" && gc')
  if (typeof collect === 'function') collect()
}
