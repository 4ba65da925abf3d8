import type {
  Invocation,
  Location,
  PropertyBag,
  ReportingDescriptor,
  Result,
  Run,
  Fix as SarifFix,
  ThreadFlowLocation,
} from 'sarif'
import { type ColumnUnit, columnUnit } from './columns.ts'
import type { Finding, Fix, Level, Notification, Place, Reading, Rule, Tool } from './finding.ts'
import { present, toLocation, toRegion } from './sarif.ts'
import { addressOf, uriOfPath } from './uri.ts'

/** Writes what a report says as a SARIF run: one rule per id, one result per finding, in the report's order. */
export function toRun(tool: Tool, { findings, notifications = [], columns }: Reading): Run {
  const rules = uniqueRules(findings)
  return {
    tool: {
      driver: present({
        name: tool.name,
        version: tool.version,
        informationUri: tool.url === undefined ? undefined : addressOf(tool.url),
        rules: [...rules.values()].map(toDescriptor),
      }),
    },
    ...columnsOf(columns),
    ...(notifications.length > 0 && { invocations: [toInvocation(notifications)] }),
    results: findings.map((finding) => {
      const { index, rule } = rules.get(finding.rule.id)!
      return toResult(finding, index, rule.id)
    }),
  }
}

/** SARIF knows two units; the others stay a mark of ours until the sources are at hand. */
function columnsOf(unit: ColumnUnit | undefined): Pick<Run, 'columnKind' | 'properties'> {
  if (unit === 'utf16CodeUnits' || unit === 'unicodeCodePoints') return { columnKind: unit }
  return unit ? { properties: { [columnUnit]: unit } } : {}
}

interface Used {
  index: number
  rule: Rule
  level: Level
}

/** A rule met twice keeps its first wording, its highest score and its worst level. */
function uniqueRules(findings: Finding[]): Map<string, Used> {
  const rules = new Map<string, Used>()
  for (const { rule, level } of findings) {
    const known = rules.get(rule.id)
    if (!known) rules.set(rule.id, { index: rules.size, rule, level })
    else {
      known.level = worse(known.level, level)
      if (known.rule !== rule && addsTo(known.rule, rule))
        known.rule = { ...rule, ...present(known.rule), ...highest(known.rule, rule) }
    }
  }
  return rules
}

/** Most converters write the rule anew for each finding, and it says the same. */
function addsTo(known: Rule, rule: Rule): boolean {
  for (const key in rule) {
    const [had, given] = [known[key as keyof Rule], rule[key as keyof Rule]]
    if (given !== undefined && (had === undefined || (key === 'score' && given > had))) return true
  }
  return false
}

function worse(a: Level, b: Level): Level {
  if (a === b) return a
  return ['error', 'warning', 'note'].find((level) => level === a || level === b) as Level
}

function highest(a: Rule, b: Rule): Pick<Rule, 'score'> {
  const scores = [a.score, b.score].filter((score) => score !== undefined)
  return scores.length > 0 ? { score: Math.max(...scores) } : {}
}

function toDescriptor({ rule, level }: Used): ReportingDescriptor {
  const descriptor: ReportingDescriptor = { id: rule.id }
  if (rule.name !== undefined) descriptor.name = rule.name
  if (rule.summary !== undefined) descriptor.shortDescription = { text: rule.summary }
  if (rule.description !== undefined) descriptor.fullDescription = { text: rule.description }
  if (rule.help !== undefined) descriptor.help = present({ text: rule.help, markdown: rule.markdown })
  // Plugins also write paths of their own repository, which lead nowhere from here.
  const helpUri = rule.url === undefined ? undefined : addressOf(rule.url)
  if (helpUri !== undefined) descriptor.helpUri = helpUri
  // SonarQube takes the level of the rule, whatever the result says.
  descriptor.defaultConfiguration = { level }
  const properties = propertiesOf(rule)
  if (properties) descriptor.properties = properties
  return descriptor
}

function propertiesOf(rule: Rule): PropertyBag | undefined {
  const { precision, score } = rule
  const tags = tagsOf(rule)
  if (tags.length === 0 && precision === undefined && score === undefined) return undefined
  return present({
    tags: tags.length > 0 ? tags : undefined,
    precision,
    'security-severity': score?.toFixed(1),
  })
}

/** GitHub files a rule under its weaknesses by tags like `external/cwe/cwe-079`, and wants `security` beside a score. */
function tagsOf({ tags, weaknesses = [], score }: Rule): string[] {
  const known = weaknesses.flatMap((weakness) => /\d+/.exec(String(weakness))?.[0] ?? [])
  const all = new Set(tags)
  if (known.length > 0 || score !== undefined) all.add('security')
  for (const id of known) all.add(`external/cwe/cwe-${id.padStart(3, '0')}`)
  return [...all]
}

/**
 * The id is given as the rule has it: one text for all its results is quick to compare, and holds on to no report. Key by
 * key, as this is done for every finding, and a whole with gaps would have to be copied without them.
 */
function toResult(finding: Finding, ruleIndex: number, ruleId: string): Result {
  const { level, message, location, fingerprint, related, flow, fixes, sarif } = finding
  // GitHub refuses a result without a message, and some tools leave it empty.
  const result: Result = { ruleId, ruleIndex, level, message: { text: message || ruleId } }
  if (location) result.locations = [toLocation(location)]
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
      artifactLocation: { uri: uriOfPath(file) },
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
