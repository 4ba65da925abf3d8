import type { Component, Result, Rule, Run } from './sarif.ts'
import type { AlertRule, Level, SecurityLevel } from './state.ts'

export type FindRule = (result: Result) => Rule

/** Finds the rule of a result as SARIF has it: by index in the driver or in the extension it names, else by id. */
export function ruleFinder(run: Run): FindRule {
  const components = [run.tool?.driver, ...(run.tool?.extensions ?? [])]
  const byId = new Map<string, Rule>()
  for (const rule of components.flatMap((component) => component?.rules ?? [])) {
    if (rule.id && !byId.has(rule.id)) byId.set(rule.id, rule)
  }
  return (result) => {
    const id = result.ruleId ?? result.rule?.id ?? undefined
    const index = result.rule?.index ?? result.ruleIndex ?? -1
    const found = componentOf(run, result)?.rules?.[index] ?? (id === undefined ? undefined : byId.get(id))
    return { ...found, id: id ?? found?.id }
  }
}

function componentOf(run: Run, { rule }: Result): Component | null | undefined {
  const index = rule?.toolComponent?.index
  if (typeof index === 'number' && index >= 0) return run.tool?.extensions?.[index]
  const name = rule?.toolComponent?.name
  return run.tool?.extensions?.find((extension) => name && extension.name === name) ?? run.tool?.driver
}

/** The rule as an alert shows it; the names are cut to the documented lengths. */
export function alertRule(rule: Rule, result: Result): AlertRule {
  const name = (rule.name ?? rule.id ?? '').slice(0, 255)
  const short = rule.shortDescription?.text ?? rule.fullDescription?.text ?? name
  return {
    id: rule.id ?? null,
    name,
    severity: levelOf(result, rule),
    securitySeverity: securityLevel(scoreOf(rule)),
    description: short.slice(0, 1024),
    fullDescription: (rule.fullDescription?.text ?? short).slice(0, 1024),
    tags: rule.properties?.tags ?? [],
    help: rule.help?.markdown ?? rule.help?.text ?? null,
    helpUri: rule.helpUri ?? null,
  }
}

function levelOf({ level, kind }: Result, rule: Rule): Level {
  const quiet = kind && kind !== 'fail' ? 'none' : undefined
  const word = level ?? quiet ?? rule.defaultConfiguration?.level
  return word === 'none' || word === 'note' || word === 'error' ? word : 'warning'
}

export function scoreOf(rule: Rule): number | undefined {
  const score = rule.properties?.['security-severity']
  return score ? Number(score) : undefined
}

/** The bands of CVSS, as documented for `security-severity`. */
function securityLevel(score: number | undefined): SecurityLevel | null {
  if (score === undefined || !(score > 0 && score <= 10)) return null
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  return score >= 4 ? 'medium' : 'low'
}

// How security findings and others rank among each other is not documented; levels are put amid the bands.
const weights: Record<Level, number> = { error: 8, warning: 5, note: 2, none: 0 }

/** Higher for what the server keeps first when a run holds too many results. */
export function weightOf(result: Result, rule: Rule): number {
  return scoreOf(rule) ?? weights[levelOf(result, rule)]
}
