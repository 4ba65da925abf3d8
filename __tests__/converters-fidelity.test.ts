import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Location, ReportingDescriptor, Result, Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { markConverted } from '../src/model/columns.ts'
import { ruleBook } from '../src/model/rule-book.ts'
import { utf16Columns } from '../src/transforms/columns.ts'
import { addFingerprints } from '../src/transforms/fingerprints.ts'
import { relativePaths } from '../src/transforms/paths.ts'
import { anchorPath, repair } from '../src/transforms/repair.ts'
import { describeRules } from '../src/transforms/rules.ts'
import { findConverter } from './kit/find-converter.ts'
import { checkout, fixturesOf, tests } from './kit/fixtures.ts'

const figures = {
  loc: (result: Result) => placeOf(result)?.artifactLocation,
  line: (result: Result) => placeOf(result)?.region?.startLine,
  col: (result: Result) => placeOf(result)?.region?.startColumn,
  endCol: (result: Result) => placeOf(result)?.region?.endColumn,
  level: ({ level }: Result, rule?: ReportingDescriptor) => level ?? rule?.defaultConfiguration?.level,
  rule: (_: Result, rule?: ReportingDescriptor) => rule,
  help: (_: Result, rule?: ReportingDescriptor) => rule?.helpUri,
  desc: (_: Result, rule?: ReportingDescriptor) => rule?.shortDescription ?? rule?.fullDescription,
  tags: (_: Result, rule?: ReportingDescriptor) => rule?.properties?.tags?.length,
  secsev: (_: Result, rule?: ReportingDescriptor) => rule?.properties?.['security-severity'],
  fp: ({ partialFingerprints, fingerprints }: Result) => partialFingerprints ?? fingerprints,
  fix: ({ fixes }: Result) => fixes?.length,
  rel: ({ relatedLocations }: Result) => relatedLocations?.length,
  flow: ({ codeFlows }: Result) => codeFlows?.length,
}
type Figure = keyof typeof figures

/** Percent of the results in what a peer makes of reports of a tool, or the tool itself writes. */
interface PeerFigures {
  peer: string
  /** How many results were counted. */
  n: number
  /** The report of the same tool among our fixtures. */
  ours: string
  figures: Record<Figure | 'abs', number>
  /** Where ours is below: what the report itself holds, and why. */
  below?: Partial<Record<Figure, { holds: number; why: string }>>
}

const peers: PeerFigures[] = JSON.parse(readFileSync(join(tests, 'fixtures', 'peer-figures.json'), 'utf8'))

describe('What becomes of a report carries no less than what others make of it', () => {
  it.each(peers.map((row) => [row.ours, row.peer, row] as const))('%s beside %s', (_ours, _peer, row) => {
    const measured = figuresOf(sent(row.ours))
    const wanted = Object.entries(row.figures).filter(([name]) => name !== 'abs') as [Figure, number][]
    const below = wanted.filter(([name, percent]) => measured[name] < percent)

    expect(Object.fromEntries(below.map(([name]) => [name, measured[name]]))).toEqual(
      Object.fromEntries(Object.entries(row.below ?? {}).map(([name, { holds }]) => [name, holds])),
    )
  })

  it.each([...new Set(peers.map(({ ours }) => ours))])('%s leads to files of the checkout', (ours) => {
    const uris = sent(ours).flatMap(({ results = [] }) => results.map((it) => placeOf(it)?.artifactLocation?.uri ?? ''))
    // What a report says of another machine's files cannot be linked to.
    const absolute = uris.filter((uri) => /^(?:[a-z]+:|\/)/i.test(uri) && !/^file:\/\/\/C:/.test(uri))

    expect(absolute).toEqual([])
  })
})

describe('What a tool writes as SARIF itself', () => {
  const own = fixturesOf('sarif').filter(({ name }) => !/^sarif-/.test(name) && !/empty/.test(name))

  it.each(own.map(({ name }) => name))('%s keeps all that it carries', (name) => {
    const written = figuresOf(JSON.parse(own.find((it) => it.name === name)!.text).runs)
    const kept = figuresOf(sent(`sarif/${name}`))

    expect(Object.keys(figures).filter((it) => kept[it as Figure] < written[it as Figure])).toEqual([])
  })
})

/** As production sends it, each file being there. */
function sent(name: string): Run[] {
  const [id = '', file] = name.split('/')
  const { text } = fixturesOf(id).find((it) => it.name === file)!
  const source = `${' '.repeat(200)}\n`.repeat(500)
  const sources = { root: '/home/runner/work/app/app', read: () => source }
  return findConverter(id)
    .convert(reportOf(text))
    .map((run) => relativePaths(repair(run, anchorPath).run, checkout))
    .map((run) =>
      id === 'sarif' ? run : utf16Columns(markConverted(run), { ...sources, read: () => Buffer.from(source) }),
    )
    .map((run) => addFingerprints(describeRules(run), sources).run)
}

function figuresOf(runs: Run[]): Record<Figure, number> {
  const seen = runs.flatMap((run) => {
    const { ruleOf } = ruleBook(run)
    return (run.results ?? []).map((result) => ({ result, rule: ruleOf(result) }))
  })
  const percent = (has: (result: Result, rule?: ReportingDescriptor) => unknown) =>
    Math.round((100 * seen.filter(({ result, rule }) => has(result, rule)).length) / seen.length)
  return Object.fromEntries(Object.entries(figures).map(([name, has]) => [name, percent(has)])) as Record<
    Figure,
    number
  >
}

function placeOf({ locations }: Result): Location['physicalLocation'] {
  return locations?.[0]?.physicalLocation
}
