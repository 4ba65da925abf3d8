import type { ReportingDescriptor, Result, Run } from 'sarif'
import { grouped } from '../model/grouped.ts'
import { componentsOf, ruleFinder } from './limits.ts'

/** As many of the worst results, in the order of the run. Of equals the first stay. */
export function worst(run: Run, most: number): Result[] {
  const find = ruleFinder(run)
  const components = componentsOf(run)
  const ranked = run.results!.map((result, at) => {
    const place = find(result)
    return { at, ...rankOf(result, place && components[place.component]!.rules![place.index]) }
  })
  // There are few ranks, however many results there are.
  const equals = [...grouped(ranked, ({ score, level }) => `${score} ${level}`).values()]
  equals.sort(([a], [b]) => b!.score - a!.score || b!.level - a!.level)
  const kept = new Set(
    equals
      .flat()
      .slice(0, most)
      .map(({ at }) => at),
  )
  return run.results!.filter((_, at) => kept.has(at))
}

const levels = ['none', 'note', 'warning', 'error']
function rankOf(result: Result, rule: ReportingDescriptor | undefined) {
  if ((result.kind ?? 'fail') !== 'fail') return { score: -1, level: 0 }
  const level = levels.indexOf(result.level ?? rule?.defaultConfiguration?.level ?? 'warning')
  const given: unknown = result.properties?.['security-severity'] ?? rule?.properties?.['security-severity'] ?? -1
  const score = Number(given)
  // What cannot be rated must not be the first to go: a score stands where `high` begins, a level where errors do.
  return { score: Number.isNaN(score) ? 7 : score, level: level < 0 ? 3 : level }
}
