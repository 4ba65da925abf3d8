import type { Result, Run } from 'sarif'
import { isFinding } from '../model/rating.ts'
import { isSuppressed } from './acceptance.ts'
import { firstSeen, match } from './match.ts'

/**
 * What is to be accepted as old, as little as it takes to know it again: no lines, which move, and in an order of its own,
 * so that a baseline under version control changes only where findings do. `before` keeps the day a finding was first seen.
 */
export function baselineOf(runs: Run[], before: Run[], now: number): Run[] {
  const { known } = match(runs, before)
  const day = new Date(now).toISOString().slice(0, 10)
  return byTool(runs).map(([name, all]) =>
    reduced(
      name,
      all.flatMap((run) =>
        (run.results ?? [])
          .filter((result) => isFinding(result) && !isSuppressed(result))
          .map((result) => entryOf(run, result, dayOf(known.get(result)?.since) ?? day)),
      ),
    ),
  )
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

function reduced(name: string, entries: Result[]): Run {
  const sorted = entries.map((entry) => ({ entry, key: JSON.stringify(entry) }))
  sorted.sort((a, b) =>
    orderOf(a.entry) < orderOf(b.entry) ? -1 : orderOf(a.entry) > orderOf(b.entry) ? 1 : a.key < b.key ? -1 : 1,
  )
  return { tool: { driver: { name } }, results: sorted.map(({ entry }) => entry) }
}

function orderOf({ ruleId, locations }: Result): string {
  return `${locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''}\0${ruleId ?? ''}`
}

function entryOf(run: Run, result: Result, since: string): Result {
  const at = result.locations?.[0]?.physicalLocation?.artifactLocation
  const uri = at?.uri ?? run.artifacts?.[at?.index ?? -1]?.location?.uri
  const prints = { ...result.partialFingerprints, ...result.fingerprints }
  return {
    ruleId: result.ruleId ?? result.rule?.id,
    message: { text: result.message.text ?? result.message.id ?? '' },
    ...(uri !== undefined && { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
    ...(Object.keys(prints).length > 0 && { partialFingerprints: prints }),
    properties: { [firstSeen]: since },
  }
}

function dayOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 10)
}
