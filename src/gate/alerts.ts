import type { ReportingDescriptor, Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { languageOf } from '../model/language.ts'
import { pathOfResult } from '../model/place.ts'
import { defaultRatings, type Ratings } from '../model/policy.ts'
import { isFinding, rate } from '../model/rating.ts'
import { ruleBook } from '../model/rule-book.ts'
import { testOf } from './where.ts'

/** A finding as the gate judges it, and the result that it was read from. */
export interface Read {
  alert: Alert
  result: Result
}

/** The findings of all runs, as the gate judges them. The runs stay as they are. */
export function alertsOf(runs: Run[], ratings = defaultRatings): Alert[] {
  return readAlerts(runs, ratings).map(({ alert }) => alert)
}

/** The same, each with its result; with `everyKind` also what its tool does not call a problem. */
export function readAlerts(runs: Run[], ratings: Ratings, { everyKind = false } = {}): Read[] {
  const rated = overridden(ratings)
  return runs.flatMap((run) => {
    const { ruleOf, overrideOf } = ruleBook(run)
    const facts = new Map<ReportingDescriptor | undefined, RuleFacts>()
    const wanted = everyKind ? (run.results ?? []) : (run.results ?? []).filter(isFinding)
    return wanted.map((result) => {
      const rule = ruleOf(result)
      const known = facts.get(rule) ?? factsOf(rule)
      facts.set(rule, known)
      const rating = rate(result, rule, overrideOf(result, rule), ratings.levels)
      return { result, alert: rated(alertOf(run, { result, rule, rating, facts: known }, ratings)) }
    })
  })
}

interface Parts {
  result: Result
  rule: ReportingDescriptor | undefined
  rating: ReturnType<typeof rate>
  facts: RuleFacts
}

function alertOf(run: Run, { result, rule, rating, facts }: Parts, { unknown }: Ratings): Alert {
  const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {}
  const artifact = run.artifacts?.[artifactLocation?.index ?? -1]
  const file = pathOfResult(run, result)
  return {
    tool: run.tool.driver.name,
    rule: result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unknown',
    message: messageOf(run, result, rule),
    file,
    line: region?.startLine,
    endLine: region?.endLine,
    column: region?.startColumn,
    endColumn: region?.endColumn,
    url: rule?.helpUri,
    category: run.automationDetails?.id,
    language: artifact?.sourceLanguage ?? (file && languageOf(file)),
    kind: result.kind ?? 'fail',
    fingerprints: Object.values({ ...result.fingerprints, ...result.partialFingerprints }),
    ...facts,
    ...exploitsOf(result, facts),
    ...rating,
    countsAs: rating.severity === 'unknown' ? unknown : rating.severity,
  }
}

/** Some tools only name the message: its words stand at the rule, with places for arguments (SARIF 3.11). */
function messageOf({ tool: { driver } }: Run, { message }: Result, rule?: ReportingDescriptor): string {
  const { text, markdown, id = '', arguments: given } = message ?? {}
  const named = rule?.messageStrings?.[id] ?? driver.globalMessageStrings?.[id]
  const words = text ?? named?.text ?? markdown ?? ''
  return given ? words.replace(/\{(\d+)\}/g, (place, number) => given[number] ?? place) : words
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

/** The names that tools use for them; scores are numbers, or texts of numbers. */
function numbersOf(properties: Result['properties']): Pick<Alert, 'cvss' | 'epss' | 'kev'> {
  const number = (...names: string[]) => {
    const told = names.map((name) => properties?.[name]).find((value) => value !== undefined && value !== null)
    const value = typeof told === 'string' && told.trim() === '' ? Number.NaN : Number(told)
    return Number.isFinite(value) ? value : undefined
  }
  const kev: unknown = properties?.['kev']
  return {
    cvss: number('cvss', 'cvssV3_score', 'security-severity'),
    epss: number('epss', 'epss-score'),
    kev: typeof kev === 'boolean' ? kev : undefined,
  }
}

/** What the result says itself goes before what its rule says. */
function exploitsOf({ properties, fixes }: Result, facts: RuleFacts): Pick<Alert, 'cvss' | 'epss' | 'kev' | 'fixable'> {
  const own = numbersOf(properties)
  return {
    cvss: own.cvss ?? facts.cvss,
    epss: own.epss ?? facts.epss,
    kev: own.kev ?? facts.kev,
    fixable: Boolean(fixes?.length) || Boolean(properties?.['fixedVersion'] ?? properties?.['fixable']),
  }
}

/** A policy's own ratings go before everything that a tool says; the first that fits counts. */
function overridden({ overrides }: Ratings): (alert: Alert) => Alert {
  const tests = overrides.map(({ where, severity }) => ({ severity, fits: testOf(where, 0) }))
  return (alert) => {
    const found = tests.find(({ fits }) => fits(alert) === true)
    return found ? { ...alert, severity: found.severity, countsAs: found.severity, ratedBy: 'policy' } : alert
  }
}
