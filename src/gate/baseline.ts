import type { ReportingDescriptor, Result, Run } from 'sarif'
import { firstSeen } from '../model/comparison.ts'
import { dayOf } from '../model/day.ts'
import { uriOfResult } from '../model/place.ts'
import { isFinding, rate } from '../model/rating.ts'
import { ruleBook } from '../model/rule-book.ts'
import { unranked } from '../model/severity.ts'
import { isSuppressed } from './acceptance.ts'
import { match } from './match.ts'

/**
 * What is to be accepted as old, as little as it takes to know it again and to count it: no lines, which move, and in an
 * order of its own, so that a baseline under version control changes only where findings do. `before` keeps the day a
 * finding was first seen.
 */
export function baselineOf(runs: Run[], before: Run[], now: number): Run[] {
  const { known } = match(runs, before)
  return byTool(runs).map(([name, all]) => {
    const rules = new Map<string, ReportingDescriptor>()
    const results = all.flatMap((run) => {
      const { ruleOf, overrideOf } = ruleBook(run)
      return (run.results ?? [])
        .filter((result) => isFinding(result) && !isSuppressed(result))
        .map((result) => {
          const rule = ruleOf(result)
          const { level } = rate(result, rule, overrideOf(result, rule))
          const kept = rule && essence(rule)
          if (kept && !rules.has(kept.id)) rules.set(kept.id, kept)
          return entryOf(run, result, { level, rule, since: dayOf(known.get(result)?.since ?? now) })
        })
    })
    return reduced(name, results, rules)
  })
}

/** The baseline without what is gone: it never grows. Tools that took no part now keep all they have. */
export function pruned(before: Run[], runs: Run[]): { runs: Run[]; removed: number } {
  const { fixed } = match(runs, before)
  const left = before.map((run) => ({ ...run, results: (run.results ?? []).filter((result) => !fixed.has(result)) }))
  return { runs: left, removed: fixed.size }
}

function byTool(runs: Run[]): [string, Run[]][] {
  const names = [...new Set(runs.map(({ tool }) => tool.driver.name))].sort()
  return names.map((name) => [name, runs.filter(({ tool }) => tool.driver.name === name)])
}

function reduced(name: string, entries: Result[], rules: Map<string, ReportingDescriptor>): Run {
  const sorted = entries.map((entry) => ({ entry, key: `${orderOf(entry)}\0${JSON.stringify(entry)}` }))
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1))
  const described = [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    tool: { driver: { name, ...(described.length > 0 && { rules: described }) } },
    results: sorted.map(({ entry }) => entry),
  }
}

function orderOf({ ruleId, locations }: Result): string {
  return `${locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''}\0${ruleId ?? ''}`
}

/** What rates findings and what gates ask of them, from a bag of properties; what changes by itself is left out. */
function ratingOf(properties: Result['properties']): object {
  const names = ['security-severity', unranked, 'tags', 'cvss', 'kev']
  return Object.fromEntries(names.flatMap((name) => (properties?.[name] == null ? [] : [[name, properties[name]]])))
}

/** Of a rule: without it, gates that count by severity or tag would not count what was there before. */
function essence({ id, defaultConfiguration, properties }: ReportingDescriptor): ReportingDescriptor {
  const level = defaultConfiguration?.level
  const rating = ratingOf(properties)
  return {
    id,
    ...(level && { defaultConfiguration: { level } }),
    ...(Object.keys(rating).length > 0 && { properties: rating }),
  }
}

interface About {
  level: Exclude<Result['level'], undefined>
  rule: ReportingDescriptor | undefined
  since: string
}

function entryOf(run: Run, result: Result, { level, rule, since }: About): Result {
  const uri = uriOfResult(run, result)
  const prints = { ...result.partialFingerprints, ...result.fingerprints }
  return {
    ruleId: result.ruleId ?? result.rule?.id ?? rule?.id,
    ...(level !== (rule?.defaultConfiguration?.level ?? 'warning') && { level }),
    message: { text: result.message.text ?? result.message.id ?? '' },
    ...(uri !== undefined && { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
    ...(Object.keys(prints).length > 0 && { partialFingerprints: prints }),
    properties: { ...ratingOf(result.properties), [firstSeen]: since },
  }
}
