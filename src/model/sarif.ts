import type { Invocation, Log, Region, ReportingDescriptor, Result, Run, Location as SarifLocation } from 'sarif'
import type { Finding, Location, Notification, Reading, Rule, Tool } from './finding.ts'
import { addressOf, uriOfPath } from './uri.ts'

/** The final schema, by the address that GitHub's rule set asks for (GH1011). */
export const sarifSchema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** A property of ours, on a result that names no file of its own: the place it has stands in for one. */
export const placeless = 'codescan-gate/placeless'

export function toLog(runs: Run[]): Log {
  return { $schema: sarifSchema, version: '2.1.0', runs }
}

/** How many results are written at once: some ten kilobytes, as what is larger is kept apart and let go of late. */
const piece = 50

/**
 * The text of a log, as `JSON.stringify(toLog(runs))` has it, in pieces: a log of 25,000 results would need its own size
 * in memory again.
 */
export function* logText(runs: Run[]): Generator<string> {
  const frame = JSON.stringify(toLog([]))
  yield frame.slice(0, -2)
  for (const [at, run] of runs.entries()) {
    if (at > 0) yield ','
    yield* runText(run)
  }
  yield frame.slice(-2)
}

function* runText(run: Run): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(run)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}:`
    if (key === 'results' && Array.isArray(value)) yield* listText(value)
    else yield JSON.stringify(value)
    before = ','
  }
  yield '}'
}

function* listText(items: unknown[]): Generator<string> {
  yield '['
  for (let at = 0; at < items.length; at += piece) {
    if (at > 0) yield ','
    yield JSON.stringify(items.slice(at, at + piece)).slice(1, -1)
  }
  yield ']'
}

/** Writes what a report says as a SARIF run: one rule per id, one result per finding, in the report's order. */
export function toRun(tool: Tool, { findings, notifications = [], columnKind }: Reading): Run {
  const rules = uniqueRules(findings)
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]))
  return {
    tool: {
      driver: present({
        name: tool.name,
        version: tool.version,
        informationUri: tool.url,
        rules: rules.map(toDescriptor),
      }),
    },
    ...(columnKind && { columnKind }),
    ...(notifications.length > 0 && { invocations: [toInvocation(notifications)] }),
    results: findings.map((finding) => toResult(finding, indexOf.get(finding.rule.id)!)),
  }
}

/** A rule met twice keeps its first wording and its highest score. */
function uniqueRules(findings: Finding[]): Rule[] {
  const rules = new Map<string, Rule>()
  for (const { rule } of findings) {
    const known = rules.get(rule.id)
    if (known === rule) continue
    rules.set(rule.id, known ? { ...rule, ...present(known), ...highest(known, rule) } : rule)
  }
  return [...rules.values()]
}

function highest(a: Rule, b: Rule): Pick<Rule, 'score'> {
  const scores = [a.score, b.score].filter((score) => score !== undefined)
  return scores.length > 0 ? { score: Math.max(...scores) } : {}
}

function toDescriptor(rule: Rule): ReportingDescriptor {
  const properties = present({ tags: rule.tags, 'security-severity': rule.score?.toFixed(1) })
  return present({
    id: rule.id,
    name: rule.name,
    shortDescription: rule.summary === undefined ? undefined : { text: rule.summary },
    help: rule.help === undefined ? undefined : { text: rule.help },
    // Plugins also write paths of their own repository, which lead nowhere from here.
    helpUri: rule.url === undefined ? undefined : addressOf(rule.url),
    properties: Object.keys(properties).length > 0 ? properties : undefined,
  })
}

function toResult(finding: Finding, ruleIndex: number): Result {
  return present({
    ruleId: finding.rule.id,
    ruleIndex,
    level: finding.level,
    // GitHub refuses a result without a message, and some tools leave it empty.
    message: { text: finding.message || finding.rule.id },
    locations: finding.location && [toLocation(finding.location)],
    partialFingerprints: finding.fingerprint === undefined ? undefined : { 'scanner/v1': finding.fingerprint },
    ...finding.sarif,
  })
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

export function toLocation(at: Location): SarifLocation {
  const region = toRegion(at)
  return { physicalLocation: { artifactLocation: { uri: uriOfPath(at.file) }, ...(region && { region }) } }
}

/** Scanners write 0 or -1 for "no line" and "no column", and ends before starts; SARIF wants those left out. */
export function toRegion(at: Omit<Location, 'file'>): Region | undefined {
  const startLine = positive(at.line)
  if (startLine === undefined) return undefined
  const startColumn = positive(at.column)
  const endLine = positive(at.endLine)
  const endColumn = positive(at.endColumn)
  const reversed =
    (endLine ?? startLine) < startLine ||
    ((endLine ?? startLine) === startLine && endColumn !== undefined && endColumn < (startColumn ?? 1))
  return present({
    startLine,
    startColumn,
    endLine: reversed ? undefined : endLine,
    endColumn: reversed ? undefined : endColumn,
  })
}

function positive(n: number | undefined): number | undefined {
  return n !== undefined && Number.isSafeInteger(n) && n > 0 ? n : undefined
}

/** The same object without the keys that are absent: nothing undefined travels, so equal runs are deeply equal. */
function present<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
