import type { ReportingConfiguration, ReportingDescriptor, Result } from 'sarif'
import type { Alert } from './alert.ts'
import { type Severity, severityOfScore, unranked } from './severity.ts'

interface Rated {
  severity: Severity
  level: Alert['level']
  score?: number
}

/** GitHub blocks "high or higher" and `error` alike, so the levels take the places of the severities. */
const ofLevel: Record<Alert['level'], Severity> = { error: 'high', warning: 'medium', note: 'low', none: 'note' }

/** These are no problems (SARIF 3.27.9). A word that SARIF does not know must not hide a result. */
const harmless: unknown[] = ['pass', 'open', 'review', 'informational', 'notApplicable'] satisfies Result.kind[]

export function isFinding({ kind }: Result): boolean {
  return !harmless.includes(kind)
}

/**
 * The severity of a result: `security-severity` of the result, else of its rule; else its level, else what the run
 * overrides, else the rule's default, else `warning`. A score that is no number from 0 to 10, or a level that SARIF
 * does not know, makes it unknown.
 */
export function rate(result: Result, rule?: ReportingDescriptor, override?: ReportingConfiguration): Rated {
  const told = result.level ?? override?.level ?? rule?.defaultConfiguration?.level ?? 'warning'
  const isKnown = Object.hasOwn(ofLevel, told)
  const level = isKnown ? told : 'error'
  const given = scoreGiven(result.properties) ?? scoreGiven(rule?.properties)
  if (result.properties?.[unranked] || (given === undefined && rule?.properties?.[unranked]))
    return { severity: 'unknown', level }
  if (given === undefined) return { severity: isKnown ? ofLevel[level] : 'unknown', level }
  const score = Number(given)
  const isScore = given.trim() !== '' && score >= 0 && score <= 10
  return isScore ? { severity: severityOfScore(score), level, score } : { severity: 'unknown', level }
}

function scoreGiven(properties: Result['properties']): string | undefined {
  const value: unknown = properties?.['security-severity']
  return value === undefined || value === null ? undefined : String(value)
}
