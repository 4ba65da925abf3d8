import type { Result, Run, Suppression } from 'sarif'
import { pathOfResult } from '../model/place.ts'
import { type RuleBook, ruleBook } from '../model/rule-book.ts'
import { isSuppressed } from './acceptance.ts'

/** What our results say of the alerts that GitHub made of them. */
export interface Standing {
  /** Alerts with nothing but suppressed results behind them. */
  suppressed: Map<number, Suppression>
  /** Alerts with a result that counts, whatever else is behind them. */
  counting: Set<number>
  /** Suppressed results that GitHub did not store. */
  missing: number
}

/** `stored` are the runs as GitHub gives them back, with the number of its alert at each result. */
export function standingOf(runs: Run[], stored: Run[]): Standing {
  const known = index(runs)
  const found = new Set<Result>()
  const suppressed = new Map<number, Suppression>()
  const counting = new Set<number>()
  for (const { number, keys } of stored.flatMap(numbered)) {
    for (const result of keys.map((key) => known.get(key)).find((results) => results !== undefined) ?? []) {
      found.add(result)
      if (isSuppressed(result)) suppressed.set(number, suppressionOf(result))
      else counting.add(number)
    }
  }
  // One alert may stand for several results; it is wanted as long as one of them counts.
  for (const number of counting) suppressed.delete(number)
  const all = runs.flatMap(({ results = [] }) => results.filter(isSuppressed))
  return { suppressed, counting, missing: all.filter((result) => !found.has(result)).length }
}

function index(runs: Run[]): Map<string, Result[]> {
  const known = new Map<string, Result[]>()
  for (const run of runs) {
    const book = ruleBook(run)
    for (const result of run.results ?? [])
      for (const key of new Set(keysOf(run, result, book))) {
        const same = known.get(key)
        if (same) same.push(result)
        else known.set(key, [result])
      }
  }
  return known
}

function numbered(run: Run): { number: number; keys: string[] }[] {
  const book = ruleBook(run)
  return (run.results ?? []).flatMap((result) => {
    const number: unknown = result.properties?.['github/alertNumber']
    return Number.isSafeInteger(number) ? [{ number: number as number, keys: keysOf(run, result, book) }] : []
  })
}

/** By tool, rule and place, first with the fingerprint, then without: GitHub may have none, or one of its own. */
function keysOf(run: Run, result: Result, { ruleOf }: RuleBook): string[] {
  const { region } = result.locations?.[0]?.physicalLocation ?? {}
  const path = pathOfResult(run, result) ?? ''
  const rule = result.ruleId ?? result.rule?.id ?? ruleOf(result)?.id
  const place = [run.tool.driver.name, rule, path, region?.startLine ?? 1, region?.startColumn ?? 1]
  const fingerprint = result.partialFingerprints?.['primaryLocationLineHash']
  return [...(fingerprint ? [JSON.stringify([...place, fingerprint])] : []), JSON.stringify(place)]
}

/** The one that says why, if any does. */
function suppressionOf({ suppressions = [] }: Result): Suppression {
  return suppressions.find(({ justification }) => justification) ?? suppressions[0]!
}
