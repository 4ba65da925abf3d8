import type { Region, ReportingDescriptor, Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { languageOf } from '../model/language.ts'
import { pathNamedBy, uriOfResult } from '../model/place.ts'
import { defaultRatings, type Ratings } from '../model/policy.ts'
import { isFinding, rate } from '../model/rating.ts'
import { ruleBook } from '../model/rule-book.ts'
import { testOf, yes } from './where.ts'

/** A finding as the gate judges it, and the result that it was read from. */
export interface Read {
  alert: Alert
  result: Result
}

/** The findings of all runs, as the gate judges them. The runs stay as they are. */
export function alertsOf(runs: Run[], ratings = defaultRatings): Alert[] {
  return readAlerts(runs, ratings).map(({ alert }) => alert)
}

/** The same, each with its result: of those that are wanted, which are all that their tool calls a problem. */
export function readAlerts(runs: Run[], ratings: Ratings, isWanted: (result: Result) => boolean = isFinding): Read[] {
  const rated = overriding(ratings)
  return runs.flatMap((run) => {
    const { ruleOf, overrideOf } = ruleBook(run)
    const facts = new Map<ReportingDescriptor | undefined, RuleFacts>()
    const files = filesOf(run)
    return (run.results ?? []).filter(isWanted).map((result) => {
      const rule = ruleOf(result)
      const known = facts.get(rule) ?? factsOf(rule)
      facts.set(rule, known)
      const rating = rate(result, rule, overrideOf(result, rule), ratings.levels)
      return {
        result,
        alert: rated(alertOf(run, { result, rule, rating, facts: known, file: files(result) }, ratings)),
      }
    })
  })
}

interface Parts {
  result: Result
  rule: ReportingDescriptor | undefined
  rating: ReturnType<typeof rate>
  facts: RuleFacts
  file: FileFacts
}

/** Every key is there, always, in one order: what 100,000 objects of one shape are asked is found ten times as fast. */
function alertOf(run: Run, { result, rule, rating, facts, file }: Parts, { unknown }: Ratings): Alert {
  const { artifactLocation, region, contextRegion } = result.locations?.[0]?.physicalLocation ?? {}
  const artifact = run.artifacts?.[artifactLocation?.index ?? -1]
  const { severity, level, score, ratedBy } = rating
  const own = result.properties && numbersOf(result.properties)
  return {
    tool: run.tool.driver.name,
    rule: result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unknown',
    message: messageOf(run, result, rule),
    severity,
    level,
    score,
    file: file.path,
    line: region?.startLine,
    endLine: region?.endLine,
    column: region?.startColumn,
    endColumn: region?.endColumn,
    countsAs: severity === 'unknown' ? unknown : severity,
    ratedBy,
    columnKind: run.columnKind === 'unicodeCodePoints' ? run.columnKind : undefined,
    snippet: quotedBy(contextRegion) ?? quotedBy(region),
    url: rule?.helpUri,
    cwes: facts.cwes,
    cves: facts.cves,
    tags: facts.tags,
    category: run.automationDetails?.id,
    language: artifact?.sourceLanguage ?? file.language,
    kind: result.kind ?? 'fail',
    fixable: isFixable(result),
    // What the result says itself goes before what its rule says.
    cvss: own?.cvss ?? facts.cvss,
    epss: own?.epss ?? facts.epss,
    kev: own?.kev ?? facts.kev,
    fingerprints: printsOf(result),
    isNew: undefined,
    knownBy: undefined,
    since: undefined,
    accepted: undefined,
  }
}

/** A region that begins in the middle of a line quotes only itself, or the whole line: nobody can tell (SARIF 3.30.13). */
function quotedBy(region: Region | undefined): Alert['snippet'] {
  const text = region?.snippet?.text
  if (!text || region?.startLine === undefined) return undefined
  return { startLine: region.startLine, text, hasColumns: (region.startColumn ?? 1) === 1 }
}

/** Some tools only name the message: its words stand at the rule, with places for arguments (SARIF 3.11). */
function messageOf({ tool: { driver } }: Run, { message }: Result, rule?: ReportingDescriptor): string {
  const { text, markdown, id = '', arguments: given } = message ?? {}
  const named = rule?.messageStrings?.[id] ?? driver.globalMessageStrings?.[id]
  const words = text ?? named?.text ?? markdown ?? ''
  return given ? words.replace(/\{(\d+)\}/g, (place, number) => given[number] ?? place) : words
}

function printsOf({ fingerprints, partialFingerprints }: Result): string[] {
  const prints = fingerprints ? { ...fingerprints, ...partialFingerprints } : partialFingerprints
  return prints ? Object.values(prints) : noPrints
}

/** One list for all that have none: alerts are read only. */
const noPrints: string[] = []

/** What the name of a file says. */
interface FileFacts {
  path: string | undefined
  language: string | undefined
}

/** The file of a result, each found out once: few files have nearly all findings. */
function filesOf(run: Run): (result: Result) => FileFacts {
  const files = new Map<string | undefined, FileFacts>()
  return (result) => {
    const uri = uriOfResult(run, result)
    let file = files.get(uri)
    if (!file) {
      const path = uri === undefined ? undefined : pathNamedBy(uri)
      file = { path, language: path && languageOf(path) }
      files.set(uri, file)
    }
    return file
  }
}

/** What all findings of a rule share, found out once. */
type RuleFacts = Pick<Alert, 'cwes' | 'cves' | 'tags' | 'cvss' | 'epss' | 'kev'>

function factsOf(rule: ReportingDescriptor | undefined): RuleFacts {
  const given: unknown = rule?.properties?.tags
  const tags = Array.isArray(given) ? given.map(String) : []
  return { tags, cwes: cwesOf(tags), cves: cvesOf([rule?.id ?? '', ...tags]), ...numbersOf(rule?.properties) }
}

/** From tags of the form `external/cwe/cwe-079`. */
function cwesOf(tags: string[]): string[] {
  return tags.flatMap((tag) => {
    const number = /\bcwe-0{0,5}(\d{1,5})$/i.exec(tag)?.[1]
    return number ? [`CWE-${number}`] : []
  })
}

function cvesOf(words: string[]): string[] {
  return [...new Set(words.flatMap((word) => word.match(/\bCVE-\d{4}-\d{4,12}\b/gi) ?? []))].map((id) =>
    id.toUpperCase(),
  )
}

/** By the names that tools use for them. */
function numbersOf(properties: Result['properties']): Pick<Alert, 'cvss' | 'epss' | 'kev'> {
  const kev: unknown = properties?.['kev']
  return {
    cvss: numberIn(properties, cvssNames),
    epss: numberIn(properties, epssNames),
    kev: typeof kev === 'boolean' ? kev : undefined,
  }
}

const cvssNames = ['cvss', 'cvssV3_score', 'security-severity']
const epssNames = ['epss', 'epss-score']

/** The first that is told; scores are numbers, or texts of numbers. */
function numberIn(properties: Result['properties'], names: string[]): number | undefined {
  for (const name of names) {
    const told: unknown = properties?.[name]
    if (told === undefined || told === null) continue
    const value = typeof told === 'string' && told.trim() === '' ? Number.NaN : Number(told)
    return Number.isFinite(value) ? value : undefined
  }
  return undefined
}

function isFixable({ properties, fixes }: Result): boolean {
  return Boolean(fixes?.length) || Boolean(properties?.['fixedVersion'] ?? properties?.['fixable'])
}

/** A policy's own ratings go before everything that a tool says; the first that fits counts. */
function overriding({ overrides }: Ratings): (alert: Alert) => Alert {
  const tests = overrides.map(({ where, severity }) => ({ severity, fits: testOf(where, 0) }))
  return (alert) => {
    const found = tests.find(({ fits }) => fits(alert) === yes)
    return found ? { ...alert, severity: found.severity, countsAs: found.severity, ratedBy: 'policy' } : alert
  }
}
