import type { Location, Result, Run } from 'sarif'
import type { Pattern } from '../model/pattern.ts'
import { pathNamedBy, uriAt } from '../model/place.ts'
import { isFinding, rate } from '../model/rating.ts'
import { type RuleBook, ruleBook } from '../model/rule-book.ts'
import { placeless } from '../model/sarif.ts'

export interface Filter {
  /** The last one that speaks of a finding decides; without any it stays. */
  patterns: Pattern[]
  /** Severities and levels to keep; undefined keeps them all. */
  severities?: string[]
}

/** How many findings a line of the filter spoke of, and how many it left out. */
interface Tally {
  matched: number
  leftOut: number
}

/** Leaves out what the user does not want to hear of, and says how much that was and which line did it. */
export function filterRuns(runs: Run[], filter: Filter): { runs: Run[]; notes: string[] } {
  const tallies = new Map(filter.patterns.map((pattern): [Pattern, Tally] => [pattern, { matched: 0, leftOut: 0 }]))
  const severity: Tally = { matched: 0, leftOut: 0 }
  const kept = runs.map((run) => {
    const book = ruleBook(run)
    const results = run.results?.flatMap((result) => {
      if (!isWanted(result, book, filter)) {
        severity.leftOut++
        return []
      }
      return placesKept(result, { run, book, filter, tallies })
    })
    return results && results.length === run.results!.length && results.every((it, at) => it === run.results![at])
      ? run
      : { ...run, ...(results && { results }) }
  })
  return { runs: kept, notes: notesOf(runs, { tallies, severity }) }
}

/** What cannot be rated stays: nobody has said that it does not matter. */
function isWanted(result: Result, { ruleOf, overrideOf }: RuleBook, { severities }: Filter): boolean {
  if (!severities || !isFinding(result)) return true
  const rule = ruleOf(result)
  const { severity, level } = rate(result, rule, overrideOf(result, rule))
  return severity === 'unknown' || severities.includes(severity) || severities.includes(level)
}

interface Sieve {
  run: Run
  book: RuleBook
  filter: Filter
  tallies: Map<Pattern, Tally>
}

/** The result with the places that are wanted; nothing when none of them is. */
function placesKept(result: Result, { run, book, filter, tallies }: Sieve): Result[] {
  if (filter.patterns.length === 0) return [result]
  const ids = [result.ruleId ?? result.rule?.id, book.ruleOf(result)?.id].filter((id) => id !== undefined)
  const speaking = filter.patterns.filter(({ matchesRule }) => ids.some(matchesRule))
  const places = result.properties?.[placeless] ? [] : (result.locations ?? [])
  const deciders = places.map((place) => deciderOf(place, run, speaking))
  for (const pattern of new Set(deciders)) if (pattern) tallies.get(pattern)!.matched++
  const kept = places.filter((_, at) => deciders[at]?.includes !== false)
  if (kept.length === places.length) return [result]
  if (kept.length > 0) return [{ ...result, locations: kept }]
  tallies.get(deciders[0]!)!.leftOut++
  return []
}

function deciderOf(place: Location, run: Run, patterns: Pattern[]): Pattern | undefined {
  const uri = uriAt(run, place)
  if (uri === undefined) return undefined
  const path = pathNamedBy(uri)
  return patterns.findLast(({ matchesPath }) => matchesPath(path))
}

function notesOf(runs: Run[], { tallies, severity }: { tallies: Map<Pattern, Tally>; severity: Tally }): string[] {
  const all = runs.reduce((sum, { results }) => sum + (results?.length ?? 0), 0)
  const lines = [...tallies].map(([{ line }, tally]) => ({ line: `\`${line}\``, ...tally }))
  const left = [...lines, { line: '`filter-severity`', ...severity }].filter(({ leftOut }) => leftOut > 0)
  const total = left.reduce((sum, { leftOut }) => sum + leftOut, 0)
  const idle = lines.filter(({ matched }) => matched === 0).map(({ line }) => line)
  return [
    ...(total > 0
      ? [
          `The filter left out ${total} of ${all} findings, of the gate as well: ${left.map(({ line, leftOut }) => `${line} ${leftOut}`).join(', ')}.`,
        ]
      : []),
    ...(idle.length > 0 && all > 0
      ? [`No finding was decided by ${idle.join(', ')} of \`filter\`: check the spelling, or take it out.`]
      : []),
  ]
}
