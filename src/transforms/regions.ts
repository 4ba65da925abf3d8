import type { Region, Run } from 'sarif'
import { type ColumnUnit, markedUnit } from '../model/columns.ts'
import { isObject } from '../model/json.ts'
import { mapped } from './repair-change.ts'

/** What a region becomes, given the unit of its columns and the file that it is in. */
type Change = (region: Region, unit: ColumnUnit | undefined, uri: string) => Region

/**
 * Changes every region of a run that lies in a file: of locations, related ones, flows, stacks, fixes, and of what the
 * tool says of itself. The order is always the same. Only what changes is copied.
 */
export function mapRegions(run: Run, change: Change): Run {
  const unit = markedUnit(run)
  const ofRun: Walk = { change, unit }
  const invocations = walked(run.invocations, undefined, ofRun) as Run['invocations']
  const results = run.results && mapped(run.results, (result) => walked(result, undefined, of(result)) as typeof result)
  const isSame = invocations === run.invocations && results === run.results
  return isSame ? run : { ...run, ...(invocations && { invocations }), ...(results && { results }) }

  function of(bearer: Parameters<typeof markedUnit>[0]): Walk {
    const own = markedUnit(bearer)
    return own && own !== unit ? { change, unit: own } : ofRun
  }
}

interface Walk {
  change: Change
  unit: ColumnUnit | undefined
}

const regions = new Set(['region', 'contextRegion', 'deletedRegion'])

/** Where there are no regions: with `properties`, nearly half of a log. */
const without = new Set([
  'properties',
  'message',
  'partialFingerprints',
  'fingerprints',
  'artifactLocation',
  'insertedContent',
  'logicalLocations',
  'suppressions',
])

function walked(value: unknown, uri: string | undefined, walk: Walk): unknown {
  if (Array.isArray(value)) return mapped(value, (item) => walked(item, uri, walk))
  if (!isObject(value)) return value
  const file = fileOf(value) ?? uri
  let copy: Record<string, unknown> | undefined
  for (const key in value) {
    const before = value[key]
    if (typeof before !== 'object' || before === null || without.has(key)) continue
    const after = regions.has(key) ? changedIn(before, file, walk) : walked(before, file, walk)
    if (after === before) continue
    copy ??= { ...value }
    copy[key] = after
  }
  return copy ?? value
}

function changedIn(region: Region, uri: string | undefined, { change, unit }: Walk): Region {
  return uri === undefined ? region : change(region, unit, uri)
}

function fileOf({ artifactLocation }: Record<string, unknown>): string | undefined {
  const uri = isObject(artifactLocation) ? artifactLocation['uri'] : undefined
  return typeof uri === 'string' ? uri : undefined
}
