import { checkOf } from './schema-checks.ts'
import { newWalk, type Violation, type Violations } from './schema-walk.ts'

export { mostCounted, type Violation, type Violations } from './schema-walk.ts'

/**
 * Where runs break the JSON schema of SARIF 2.1.0, in one walk whose time grows with the size of the runs only. Formats
 * of strings are not looked at. With `only`, violations of these kinds count and no others.
 */
export function violations(runs: readonly unknown[], only?: ReadonlySet<string>): Violations {
  const walk = newWalk((violation) => only?.has(kindOf(violation)) !== false)
  const check = checkOf('run')
  walk.within('runs', undefined, () => {
    for (const [at, run] of runs.entries()) walk.within(at, run, check)
  })
  return walk.found
}

/** Equal for violations of one rule at places that differ by their positions in lists only. */
export function kindOf({ pointer, rule }: Violation): string {
  return `${pointer.replace(/\/\d+(?=\/|$)/g, '/*')} ${rule}`
}
