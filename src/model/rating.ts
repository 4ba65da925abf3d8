import type { ReportingConfiguration, ReportingDescriptor, Result } from 'sarif'
import type { Alert, RatedBy } from './alert.ts'
import { defaultRatings } from './policy.ts'
import { type Severity, severityOfScore, unranked } from './severity.ts'

interface Rated {
  severity: Severity
  level: Alert['level']
  score?: number
  ratedBy: RatedBy
}

/** These are no problems (SARIF 3.27.9). A word that SARIF does not know must not hide a result. */
const harmless: unknown[] = ['pass', 'open', 'review', 'informational', 'notApplicable'] satisfies Result.kind[]

export function isFinding({ kind }: { kind?: string }): boolean {
  return kind === undefined || kind === 'fail' || !harmless.includes(kind)
}

/**
 * The severity of a result: `security-severity` of the result, else of its rule; else its level, else what the run
 * overrides, else the rule's default, else `warning`. A score that is no number from 0 to 10, or a level that SARIF
 * does not know, makes it unknown.
 */
export function rate(
  result: Result,
  rule?: ReportingDescriptor,
  override?: ReportingConfiguration,
  levels = defaultRatings.levels,
): Rated {
  const [told, levelFrom] = levelTold(result, rule, override)
  const isKnown = Object.hasOwn(levels, told)
  const level = isKnown ? told : 'error'
  const own = scoreGiven(result.properties)
  const given = own ?? scoreGiven(rule?.properties)
  const unknown: Rated = { severity: 'unknown', level, ratedBy: 'unknown' }
  if (result.properties?.[unranked] || (given === undefined && rule?.properties?.[unranked])) return unknown
  if (given === undefined) return isKnown ? { severity: levels[level], level, ratedBy: levelFrom } : unknown
  const score = Number(given)
  const isScore = given.trim() !== '' && score >= 0 && score <= 10
  const ratedBy = own === undefined ? 'score of the rule' : 'score of the result'
  return isScore ? { severity: severityOfScore(score), level, score, ratedBy } : unknown
}

function levelTold(
  { level }: Result,
  rule?: ReportingDescriptor,
  override?: ReportingConfiguration,
): [level: Alert['level'], from: RatedBy] {
  // Null as well says nothing.
  if (level) return [level, 'level of the result']
  if (override?.level) return [override.level, 'level set by the run']
  const byDefault = rule?.defaultConfiguration?.level
  return byDefault ? [byDefault, 'level of the rule'] : ['warning', 'default level']
}

function scoreGiven(properties: Result['properties']): string | undefined {
  const value: unknown = properties?.['security-severity']
  return value === undefined || value === null ? undefined : String(value)
}
