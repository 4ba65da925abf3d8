import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, ReportingDescriptor, Result, Run } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { columnUnit } from '../src/model/columns.ts'
import { ruleBook } from '../src/model/rule-book.ts'

/** What is counted of each result, by the head of its column. */
const carried: Record<string, (result: Result, rule: ReportingDescriptor | undefined) => unknown> = {
  column: (result) => regionOf(result)?.startColumn ?? regionOf(result)?.byteOffset,
  end: (result) => regionOf(result)?.endColumn ?? regionOf(result)?.byteLength,
  level: ({ level }) => level,
  described: (_, rule) => isOwn(rule, rule?.fullDescription?.text) || isOwn(rule, rule?.shortDescription?.text),
  help: (_, rule) => rule?.helpUri ?? isOwn(rule, rule?.help?.text),
  tags: (_, rule) => rule?.properties?.tags?.length,
  CWE: (_, rule) => rule?.properties?.tags?.some((tag) => tag.startsWith('external/cwe/')),
  score: ({ properties }, rule) => properties?.['security-severity'] ?? rule?.properties?.['security-severity'],
  fingerprint: ({ partialFingerprints, fingerprints }) => partialFingerprints ?? fingerprints,
  fix: ({ fixes }) => fixes?.length,
  related: ({ relatedLocations }) => relatedLocations?.length,
  flow: ({ codeFlows }) => codeFlows?.length,
  suppressed: ({ suppressions }) => suppressions?.length,
}

export const fidelityHead = ['`format`', 'Results', 'Columns count', ...Object.keys(carried)]

/** A row of the golden files of a format: how many results, the unit of their columns, and percent of what they carry. */
export function fidelityOf(id: string): string[] {
  const runs = goldensOf(id)
  const seen = runs.flatMap((run) => {
    const { ruleOf } = ruleBook(run)
    return (run.results ?? []).map((result) => ({ result, rule: ruleOf(result) }))
  })
  const percent = Object.values(carried).map((has) => seen.filter(({ result, rule }) => has(result, rule)).length)
  const shown = percent.map((count) => (count === 0 ? '' : String(Math.floor((100 * count) / seen.length))))
  return [`\`${id}\``, String(seen.length), unitsOf(runs).join(', '), ...shown]
}

/** Those made by hand to be odd say nothing of what a tool carries. */
function goldensOf(id: string): Run[] {
  const folder = join(projectRoot(), '__tests__', 'converters', id)
  const names = readdirSync(folder).filter((name) => name.startsWith('expected.') && !/\bodd\b/.test(name))
  return names.sort().flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Log).runs)
}

const units: Record<string, string> = {
  utf16CodeUnits: 'UTF-16',
  unicodeCodePoints: 'code points',
  utf8Bytes: 'bytes',
  tabs4: 'code points, tabs to 4',
  tabs8: 'code points, tabs to 8',
  cells: 'cells',
}

function unitsOf(runs: Run[]): string[] {
  const marks = runs.flatMap((run) => [
    run.columnKind,
    run.properties?.[columnUnit],
    ...(run.results ?? []).map(({ properties }) => properties?.[columnUnit]),
  ])
  return [
    ...new Set(marks.filter((mark) => mark !== undefined).map((mark) => units[String(mark)] ?? String(mark))),
  ].sort()
}

function regionOf({ locations }: Result) {
  return locations?.[0]?.physicalLocation?.region
}

/** Where a tool says nothing of a rule, its id is put there. */
function isOwn(rule: ReportingDescriptor | undefined, text: string | undefined): boolean {
  return text !== undefined && text !== rule?.id && text !== rule?.name
}
