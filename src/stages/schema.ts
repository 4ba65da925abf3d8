import type { Run } from 'sarif'
import { UnreadableReport } from '../model/errors.ts'
import { anchorPath, repair } from '../transforms/repair.ts'
import { kindOf, mostCounted, type Violations, violations } from '../transforms/schema.ts'

/**
 * Throws `UnreadableReport` for runs of native SARIF that break the schema where repair cannot mend them. The runs stay as
 * they are: `normalise` mends them, and says so. `version` is the one that the report was written in.
 */
export function holdToSchema(runs: Run[], version: unknown): void {
  if (violations(runs).count === 0) return
  const left = violations(runs.map((run) => repair(run, anchorPath).run))
  if (left.count === 0) return
  throw new UnreadableReport(told(asWritten(runs, left), version))
}

/** Repair moves and merges, so what it left is looked up in what the tool wrote: pointers lead into the user's file. */
function asWritten(runs: Run[], left: Violations): Violations {
  const { told: written } = violations(runs, new Set(left.told.map(kindOf)))
  return { count: left.count, told: written.length > 0 ? written.slice(0, left.count) : left.told }
}

function told({ count, told: first }: Violations, version: unknown): string {
  const more = count - first.length
  const places = [
    ...first.map(({ pointer, rule }) => `${pointer} ${rule}`),
    ...(more > 0 ? [`and ${count >= mostCounted ? 'at least ' : ''}${more.toLocaleString('en')} more`] : []),
  ]
  const upgrade = version === '2.1.0' ? '' : ', to which it was upgraded,'
  return `it breaks the schema of SARIF 2.1.0${upgrade} beyond repair: ${places.join('; ')}. Mend it in the report, or in the tool that writes it`
}
