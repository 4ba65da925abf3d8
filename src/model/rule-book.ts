import type {
  ReportingConfiguration,
  ReportingDescriptor,
  ReportingDescriptorReference,
  Result,
  Run,
  ToolComponent,
} from 'sarif'

/** Finds the rule of a result, and what the run overrides of it. */
export interface RuleBook {
  ruleOf(result: Result): ReportingDescriptor | undefined
  overrideOf(result: Result, rule: ReportingDescriptor | undefined): ReportingConfiguration | undefined
}

/** Made once a run: looking rules up by id must not cost the length of the list each time. */
export function ruleBook(run: Run): RuleBook {
  const books = new Map(componentsOf(run).map((component) => [component, byId(component)]))
  const ruleOf = (result: Result) => {
    const id = result.ruleId ?? result.rule?.id
    const component = componentOf(run, result.rule)
    const indexed = at(component, result.rule?.index) ?? at(component, result.ruleIndex)
    // An index that leads to another rule than the id is a mistake of the tool: people are shown the id.
    if (indexed && isPartOf(id, indexed)) return indexed
    return inBook(component && books.get(component), id) ?? anywhere([...books.values()], id) ?? indexed
  }
  return { ruleOf, overrideOf: overrides(run) }
}

type Rules = Map<string, ReportingDescriptor>

function componentsOf({ tool: { driver, extensions } }: Run): ToolComponent[] {
  return [driver, ...(extensions ?? [])]
}

/** The part of the tool that a reference points into; undefined when it points nowhere (SARIF 3.54). */
function componentOf(run: Run, reference: ReportingDescriptorReference | undefined): ToolComponent | undefined {
  const { index = -1, name, guid } = reference?.toolComponent ?? {}
  if (index >= 0) return run.tool.extensions?.[index]
  if (name === undefined && guid === undefined) return run.tool.driver
  return componentsOf(run).find((component) => (guid === undefined ? component.name === name : component.guid === guid))
}

function at(component: ToolComponent | undefined, index: number | undefined): ReportingDescriptor | undefined {
  return component?.rules?.[index ?? -1]
}

function byId({ rules }: ToolComponent): Rules {
  return new Map((rules ?? []).map((rule) => [rule.id, rule]))
}

/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5). */
function isPartOf(id: string | undefined, rule: ReportingDescriptor): boolean {
  return id === undefined || id === rule.id || id.startsWith(`${rule.id}/`)
}

function inBook(rules: Rules | undefined, id: string | undefined): ReportingDescriptor | undefined {
  let part = id
  for (let level = 0; part && level < deepest; level++) {
    const found = rules?.get(part)
    if (found) return found
    part = part.slice(0, Math.max(0, part.lastIndexOf('/')))
  }
  return undefined
}

/** No tool goes this deep; a made-up id must not cost more. */
const deepest = 10

/** Tools that put their rules into extensions often leave the reference to the extension out. */
function anywhere(books: Rules[], id: string | undefined): ReportingDescriptor | undefined {
  for (const rules of books) {
    const found = inBook(rules, id)
    if (found) return found
  }
  return undefined
}

function overrides(run: Run): RuleBook['overrideOf'] {
  const maps = (run.invocations ?? []).map(
    ({ ruleConfigurationOverrides }) =>
      new Map(
        (ruleConfigurationOverrides ?? []).map(({ descriptor, configuration }) => [
          descriptor.id ?? at(componentOf(run, descriptor), descriptor.index)?.id,
          configuration,
        ]),
      ),
  )
  return (result, rule) => {
    const map = maps[result.provenance?.invocationIndex ?? -1] ?? (maps.length === 1 ? maps[0] : undefined)
    return rule && map?.get(rule.id)
  }
}
