import type { Invocation, Location, PropertyBag, Result, Run, Fix as SarifFix, ThreadFlowLocation } from 'sarif'
import { type ColumnUnit, columnUnit } from './columns.ts'
import type { Finding, Fix, Notification, Place, Telling, Tool } from './finding.ts'
import { toDescriptor, type Used, used } from './run-rules.ts'
import { fileAt, isPlainBag, largest, present, toLocation, toRegion } from './sarif.ts'
import { addressOf } from './uri.ts'

/** Writes what a report says as a SARIF run: one rule per id, one result per finding, in the report's order. */
export function toRun(tool: Tool, { findings, notifications = [], columns }: Telling): Run {
  const rules = new Map<string, Used>()
  const results: Result[] = []
  const plain: boolean[] = []
  for (const finding of findings) {
    const result = toResult(finding, used(finding, rules))
    results.push(result)
    plain.push(isPlain(result, finding))
  }
  plainLists.set(results, plain)
  return {
    tool: {
      driver: present({
        name: tool.name,
        version: tool.version,
        informationUri: tool.url === undefined ? undefined : addressOf(tool.url),
        rules: Array.from(rules.values(), toDescriptor),
      }),
    },
    ...columnsOf(columns),
    ...(notifications.length > 0 && { invocations: [toInvocation(notifications)] }),
    results,
  }
}

/** By list, as a set of results would cost more than to look at each. */
const plainLists = new WeakMap<unknown[], boolean[]>()

/**
 * Which results of a list were written by `toRun` and say nothing but what a rule found on lines of files: in these nothing
 * can be wrong, so nobody needs to look. Undefined for any other list.
 */
export function plainIn(results: unknown[]): boolean[] | undefined {
  return plainLists.get(results)
}

function isPlain({ ruleId, locations, relatedLocations = [] }: Result, { flow, fixes, sarif }: Finding): boolean {
  const hasMore = flow?.length || fixes?.length || (sarif && !saysOnlyProperties(sarif))
  if (hasMore || !ruleId || !locations?.[0]?.physicalLocation?.region?.startLine) return false
  return locations.every(isInFile) && relatedLocations.every(isInFile)
}

function saysOnlyProperties(sarif: Partial<Result>): boolean {
  for (const key in sarif) if (key !== 'properties') return false
  return sarif.properties === undefined || isPlainBag(sarif.properties)
}

function isInFile({ physicalLocation: { artifactLocation, region = {} } = {} }: Location): boolean {
  const { startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 } = region
  return Boolean(artifactLocation?.uri) && Math.max(startLine, startColumn, endLine, endColumn) <= largest
}

/** SARIF knows two units; the others stay a mark of ours until the sources are at hand. */
function columnsOf(unit: ColumnUnit | undefined): Pick<Run, 'columnKind' | 'properties'> {
  if (unit === 'utf16CodeUnits' || unit === 'unicodeCodePoints') return { columnKind: unit }
  return unit ? { properties: { [columnUnit]: unit } } : {}
}

/**
 * The id is given as the rule has it: one text for all its results is quick to compare, and holds on to no report. What few
 * have is added key by key, as this is done for every finding, and a whole with gaps would have to be copied without them.
 */
function toResult(finding: Finding, { index: ruleIndex, rule: { id: ruleId } }: Used): Result {
  const { level, message, location, fingerprint, related, flow, fixes, sarif } = finding
  // GitHub refuses a result without a message, and some tools leave it empty.
  const text = { text: message || ruleId }
  const result: Result = location
    ? { ruleId, ruleIndex, level, message: text, locations: [toLocation(location)] }
    : { ruleId, ruleIndex, level, message: text }
  if (related?.length) result.relatedLocations = related.map(toRelated)
  if (flow?.length) result.codeFlows = [{ threadFlows: [{ locations: flow.map(toStep) }] }]
  if (fingerprint !== undefined) result.partialFingerprints = { 'scanner/v1': fingerprint }
  if (fixes?.length) result.fixes = fixes.map(toFix)
  const properties = markedProperties(finding)
  if (properties) result.properties = properties
  return sarif ? laidOver(result, sarif) : result
}

function markedProperties({ columns, sarif }: Finding): PropertyBag | undefined {
  return columns ? { [columnUnit]: columns, ...sarif?.properties } : sarif?.properties
}

/** What the format says in SARIF's own words stands in the place of ours; its properties are there already. */
function laidOver(result: Result, sarif: Partial<Result>): Result {
  for (const key in sarif) {
    const value = sarif[key as keyof Result]
    if (key !== 'properties' && value !== undefined) Object.assign(result, { [key]: value })
  }
  return result
}

function toRelated(place: Place, at: number): Location {
  return withMessage({ id: at + 1, ...toLocation(place) }, place)
}

function toPlace(place: Place): Location {
  return withMessage(toLocation(place), place)
}

function withMessage(location: Location, { message }: Place): Location {
  if (message) location.message = { text: message }
  return location
}

function toStep(place: Place): ThreadFlowLocation {
  return { location: toPlace(place) }
}

/** One change a file, as SARIF wants it. */
function toFix({ description, edits }: Fix): SarifFix {
  const files = [...new Set(edits.map(({ file }) => file))]
  return {
    description: { text: description },
    artifactChanges: files.map((file) => ({
      artifactLocation: fileAt(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ text: inserted, ...at }) => ({
          deletedRegion: toRegion(at) ?? { startLine: 1 },
          insertedContent: { text: inserted },
        })),
    })),
  }
}

function toInvocation(notifications: Notification[]): Invocation {
  return {
    executionSuccessful: !notifications.some(({ incomplete }) => incomplete),
    toolExecutionNotifications: notifications.map(({ level, message, location }) => ({
      level,
      message: { text: message },
      ...(location && { locations: [toLocation(location)] }),
    })),
  }
}
