import type { ReportingConfiguration, ReportingDescriptor, Result, Run, ToolComponent } from 'sarif'

/** Finds the rule of a result, and what the run overrides of it. */
export interface RuleBook {
  ruleOf(result: Result): ReportingDescriptor | undefined
  overrideOf(result: Result, rule: ReportingDescriptor | undefined): ReportingConfiguration | undefined
}

/** Made once a run: looking rules up by id must not cost the length of the list each time. */
export function ruleBook(run: Run): RuleBook {
  const { driver, extensions = [] } = run.tool
  const driverRules = byId(driver)
  const extensionRules = extensions.map(byId)
  const ruleOf = (result: Result) => {
    const at = result.rule?.toolComponent?.index ?? -1
    const component = extensions[at] ?? driver
    const index = result.rule?.index ?? result.ruleIndex ?? -1
    const id = result.ruleId ?? result.rule?.id
    return component.rules?.[index] ?? inBook(extensionRules[at] ?? driverRules, id) ?? anywhere(extensionRules, id)
  }
  return { ruleOf, overrideOf: overrides(run) }
}

type Rules = Map<string, ReportingDescriptor>

function byId({ rules = [] }: ToolComponent): Rules {
  return new Map(rules.map((rule) => [rule.id, rule]))
}

/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5). */
function inBook(rules: Rules, id: string | undefined): ReportingDescriptor | undefined {
  if (id === undefined) return undefined
  const found = rules.get(id)
  if (found) return found
  const slash = id.lastIndexOf('/')
  return slash > 0 ? inBook(rules, id.slice(0, slash)) : undefined
}

/** Tools that put their rules into extensions often leave the reference to the extension out. */
function anywhere(books: Rules[], id: string | undefined): ReportingDescriptor | undefined {
  for (const rules of books) {
    const found = inBook(rules, id)
    if (found) return found
  }
  return undefined
}

function overrides({ invocations = [] }: Run): RuleBook['overrideOf'] {
  const maps = invocations.map(
    ({ ruleConfigurationOverrides = [] }) =>
      new Map(ruleConfigurationOverrides.map(({ descriptor, configuration }) => [descriptor.id, configuration])),
  )
  return (result, rule) => {
    const map = maps[result.provenance?.invocationIndex ?? (maps.length === 1 ? 0 : -1)]
    return rule && map?.get(rule.id)
  }
}
