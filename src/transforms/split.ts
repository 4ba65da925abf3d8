import type { Result, Run } from 'sarif'
import { uriOfResult } from '../model/place.ts'
import { type Limits, number } from './limits.ts'
import { trim } from './trim.ts'

/**
 * Deals results out over several uploads so that none is cut. A run with too many becomes parts, each under a category
 * of its own that a finding keeps from scan to scan; the first part keeps the run's. What cannot be dealt out, such as
 * the steps of one result, is trimmed.
 */
export function split(runs: Run[], limits: Limits): { uploads: Run[][]; notes: string[] } {
  const dealt = runs.map((run) => partsOf(run, limits.results.keep))
  const notes = dealt.filter(({ length }) => length > 1).map(noteOf)
  const trimmed = trim(dealt.flat(), limits)
  const rest = trimmed.runs.values()
  const whole = dealt.map((parts) => parts.map(() => rest.next().value as Run))
  const most = whole.reduce((longest, parts) => Math.max(longest, parts.length), 0)
  const uploads = Array.from({ length: most }, (_, at) => whole.flatMap((parts) => parts[at] ?? []))
  return { uploads: uploads.flatMap((upload) => chunkRuns(upload, limits)), notes: [...notes, ...trimmed.notes] }
}

/** As many runs in each list as one upload may hold, in their order. */
export function chunkRuns(runs: Run[], { runs: most }: Limits): Run[][] {
  return Array.from({ length: Math.ceil(runs.length / most) }, (_, at) => runs.slice(at * most, (at + 1) * most))
}

function noteOf(parts: Run[]): string {
  const results = parts.reduce((sum, part) => sum + part.results!.length, 0)
  const name = parts[0]!.tool.driver.name
  const [first, last] = [parts[0]!, parts.at(-1)!].map(categoryOf)
  return `${number(results)} results of ${name} were dealt out to ${parts.length} categories, \`${first}\` to \`${last}\`.`
}

/** A part without results is uploaded too: its alerts must close. */
function partsOf(run: Run, most: number): Run[] {
  const results = run.results ?? []
  if (results.length <= most) return [run]
  const hashes = hashesOf(run, results, most)
  let count = 2 ** Math.ceil(Math.log2(results.length / most))
  while (isOverfull(hashes, count, most)) count *= 2
  const parts = Array.from({ length: count }, (): Result[] => [])
  results.forEach((result, at) => {
    parts[hashes[at]! % count]!.push(result)
  })
  return parts.map((part, at) => ({ ...(at === 0 ? run : fileUnderPart(run, `part-${at + 1}`)), results: part }))
}

function isOverfull(hashes: number[], count: number, most: number): boolean {
  const sizes = new Uint32Array(count)
  for (const hash of hashes) sizes[hash % count]!++
  return sizes.some((size) => size > most)
}

/** A file's results stay together, unless they alone are more than half of what a part may hold. */
function hashesOf(run: Run, results: Result[], most: number): number[] {
  const files = results.map((result) => uriOfResult(run, result) ?? '')
  const sizes = countsOf(files)
  const met = new Map<string, number>()
  return results.map((result, at) => {
    const file = files[at]!
    if (sizes.get(file)! <= most / 2) return hashOf(file)
    const { ruleId, rule, partialFingerprints, message } = result
    const print = partialFingerprints?.['primaryLocationLineHash'] ?? message?.text
    const finding = JSON.stringify([file, ruleId ?? rule?.id, print])
    // Only findings that cannot be told apart are dealt out by their order.
    const times = met.get(finding) ?? 0
    met.set(finding, times + 1)
    return hashOf(times === 0 ? finding : `${finding} ${times}`)
  })
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** FNV-1a over UTF-16 units, then mixed (MurmurHash3's last step) so that the lowest bits depend on all. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The text up to the last slash of the id, as GitHub reads it; an id without a slash has none. */
export function categoryOf({ automationDetails }: Run): string {
  const id = automationDetails?.id ?? ''
  return id.slice(0, Math.max(0, id.lastIndexOf('/')))
}

/** What GitHub tells analyses apart by. */
export function filedUnder(run: Run): string {
  return JSON.stringify([run.tool.driver.name, categoryOf(run)])
}

/** The same run under a category below its own. */
export function fileUnderPart(run: Run, part: string): Run {
  const category = categoryOf(run)
  const id = run.automationDetails?.id ?? ''
  const own = id.slice(id.lastIndexOf('/') + 1)
  return { ...run, automationDetails: { ...run.automationDetails, id: `${category && `${category}/`}${part}/${own}` } }
}

/** The same run under `category/variant-n`, with the first number from 2 that is not taken yet. */
export function fileBeside(run: Run, taken: Set<string>): Run {
  for (let at = 2; ; at++) {
    const filed = fileUnderPart(run, `variant-${at}`)
    if (taken.has(filedUnder(filed))) continue
    taken.add(filedUnder(filed))
    return filed
  }
}
