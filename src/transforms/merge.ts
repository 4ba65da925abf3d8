import type { Artifact, ArtifactLocation, ReportingDescriptor, Result, Run, ToolComponent } from 'sarif'
import { grouped } from '../model/grouped.ts'
import { componentsOf, number, type Place, pointTo, ruleFinder, rulesOf } from './limits.ts'
import { mapLocations } from './locations.ts'
import { categoryOf, fileBeside, filedUnder } from './split.ts'

/**
 * Runs that GitHub would file under one tool and category become one run: it refuses a file that has several. Runs that
 * do not go together without loss stay on their own, under a category with a number of their own.
 */
export function mergeByCategory(runs: Run[]): { runs: Run[]; notes: string[] } {
  const groups = grouped(runs, filedUnder)
  const taken = new Set(groups.keys())
  const notes: string[] = []
  const merged = [...groups.values()].flatMap((group) => {
    const bins = binsOf(group)
    const subject = `runs of ${group[0]!.tool.driver.name} in category \`${categoryOf(group[0]!)}\``
    const united = group.length - bins.length
    if (united > 0) notes.push(`${number(united + 1)} ${subject} were merged, as GitHub takes one of each.`)
    return bins.map((bin, at) => {
      if (at === 0) return unite(bin)
      const filed = fileBeside(unite(bin), taken)
      notes.push(`Not all ${subject} go together; one is filed under \`${categoryOf(filed)}\`.`)
      return filed
    })
  })
  return merged.length === runs.length && notes.length === 0 ? { runs, notes } : { runs: merged, notes }
}

/** Runs that go together, each list in the order of its runs. */
function binsOf(group: Run[]): Run[][] {
  const bins: { key: string; parts: Map<string, string>; runs: Run[] }[] = []
  for (const run of group) {
    const key = isAlone(run) ? `its own ${bins.length}` : likeness(run)
    const parts = partsOf(run)
    const bin = bins.find((it) => it.key === key && agree(it.parts, parts))
    if (!bin) bins.push({ key, parts, runs: [run] })
    else {
      bin.runs.push(run)
      for (const [name, part] of parts) bin.parts.set(name, part)
    }
  }
  return bins.map(({ runs }) => runs)
}

/**
 * Which invocation's overrides count for a result is settled by how many there are; relations of rules and files inside
 * of files are told by index. Such runs are rare, and stay alone.
 */
function isAlone(run: Run): boolean {
  const overrides = run.invocations?.some(({ ruleConfigurationOverrides: all }) => all?.length)
  const related = rulesOf(run).flatMap(({ relationships }) => relationships ?? [])
  const byIndex = related.some(({ target }) => !target.toolComponent && target.index !== undefined)
  return Boolean(overrides || byIndex || run.artifacts?.some(({ parentIndex = -1 }) => parentIndex >= 0))
}

/** What must be the same in all runs that become one: all that is neither joined nor compared part by part. */
function likeness(run: Run): string {
  const { results: _a, artifacts: _b, automationDetails: _c, originalUriBaseIds: _d, properties: _e, ...rest } = run
  const { invocations, tool, ...more } = Object.fromEntries(Object.entries(rest).filter(([key]) => !inOne.has(key)))
  const isWhole = !(invocations as Run['invocations'])?.some(({ executionSuccessful }) => executionSuccessful === false)
  return JSON.stringify([isWhole, described((tool as Run['tool']).driver), more])
}

/** A component without what is joined; properties are read by nobody, and the first run's are kept. */
function described({ rules: _rules, properties: _properties, ...component }: ToolComponent): object {
  return component
}

/** May come from one run, or from several that say the same. */
const shared = ['taxonomies', 'translations', 'policies', 'versionControlProvenance'] as const
/** Results point into these by index, so that only one run may bring them. */
const pointedInto = ['addresses', 'graphs', 'logicalLocations', 'threadFlowLocations', 'webRequests'] as const
const inOne = new Set<string>([...shared, ...pointedInto])

function partsOf(run: Run): Map<string, string> {
  const bases = Object.entries(run.originalUriBaseIds ?? {})
  return new Map([
    ...bases.map(([name, base]) => [`base ${name}`, JSON.stringify(base)] as const),
    ...shared.filter((name) => run[name]?.length).map((name) => [name, JSON.stringify(run[name])] as const),
    ...pointedInto.filter((name) => run[name] !== undefined).map((name) => [name, ''] as const),
  ])
}

function agree(known: Map<string, string>, parts: Map<string, string>): boolean {
  return [...parts].every(([name, part]) => !known.has(name) || (part !== '' && known.get(name) === part))
}

function unite(runs: Run[]): Run {
  if (runs.length === 1) return runs[0]!
  const { artifacts, indexes } = uniteArtifacts(runs)
  const moved = runs.map(({ artifacts: _united, ...run }, at) =>
    artifacts.length === 0 ? run : mapLocations(run, (location) => reindexed(location, indexes[at]!)),
  )
  const { components, moves } = uniteComponents(runs)
  const [driver, ...extensions] = components
  const bases = Object.assign({}, ...moved.toReversed().map(({ originalUriBaseIds }) => originalUriBaseIds))
  const invocations = moved.flatMap((run) => run.invocations ?? [])
  return {
    // The first run's word counts where they differ in what nobody reads.
    ...Object.assign({}, ...moved.toReversed()),
    tool: { ...runs[0]!.tool, driver, ...(extensions.length > 0 && { extensions }) },
    ...(Object.keys(bases).length > 0 && { originalUriBaseIds: bases }),
    ...(invocations.length > 0 && { invocations }),
    ...(artifacts.length > 0 && { artifacts }),
    ...(runs.some(({ results }) => results) && { results: uniteResults(moved, components, moves) }),
  }
}

/** By the run, the component there, and the index of the rule there. */
type Moves = Place[][][]

function uniteResults(runs: Run[], components: ToolComponent[], moves: Moves): Result[] {
  let invocations = 0
  return runs.flatMap((run, at) => {
    const find = ruleFinder(run)
    const own = componentsOf(run)
    const before = invocations
    invocations += run.invocations?.length ?? 0
    return (run.results ?? []).map((result) => {
      const from = find(result)
      const to = from && moves[at]![from.component]![from.index]!
      const rules = to && [own[from.component]!.rules![from.index]!, components[to.component]!.rules![to.index]!]
      return invokedAfter(before, levelled(pointTo(result, to), rules))
    })
  })
}

function invokedAfter(before: number, result: Result): Result {
  const { invocationIndex: index = -1 } = result.provenance ?? {}
  return index < 0 ? result : { ...result, provenance: { ...result.provenance, invocationIndex: index + before } }
}

/** Where runs disagree on the level of a rule, the results of each keep theirs. */
function levelled(result: Result, rules: ReportingDescriptor[] = []): Result {
  const [before, after] = rules.map(({ defaultConfiguration }) => defaultConfiguration?.level ?? 'warning')
  const isTold = result.level !== undefined || (result.kind ?? 'fail') !== 'fail'
  return before === after || isTold ? result : { ...result, level: before }
}

/** The driver, and every extension that is not the same as one before; rules with one id become one. */
function uniteComponents(runs: Run[]): { components: ToolComponent[]; moves: Moves } {
  const united: { component: ToolComponent; rules: ReportingDescriptor[]; indexes: Map<string, number> }[] = []
  const known = new Map<string, number>()
  const moves = runs.map((run) =>
    componentsOf(run).map((component, at) => {
      const key = at === 0 ? 'driver' : JSON.stringify(described(component))
      const to = known.get(key) ?? united.push({ component, rules: [], indexes: new Map() }) - 1
      known.set(key, to)
      const { rules, indexes } = united[to]!
      return (component.rules ?? []).map((rule) => {
        const index = indexes.get(rule.id) ?? rules.length
        indexes.set(rule.id, index)
        rules[index] = rules[index] ? uniteRules(rules[index], rule) : rule
        return { component: to, index }
      })
    }),
  )
  const components = united.map(({ component, rules }) => (rules.length > 0 ? { ...component, rules } : component))
  return { components, moves }
}

/** The first wording, and the highest score, as when findings become rules. */
function uniteRules(first: ReportingDescriptor, { defaultConfiguration: _own, ...rule }: ReportingDescriptor) {
  const [a, b] = [first, rule].map(({ properties }) => properties?.['security-severity'])
  const score = Number(b) > Number(a) || a === undefined ? b : a
  const properties = { ...rule.properties, ...first.properties, ...(score && { 'security-severity': score }) }
  return { ...rule, ...first, ...(Object.keys(properties).length > 0 && { properties }) }
}

/** Files that are described the same are one. */
function uniteArtifacts(runs: Run[]): { artifacts: Artifact[]; indexes: number[][] } {
  const artifacts: Artifact[] = []
  const known = new Map<string, number>()
  const indexes = runs.map((run) =>
    (run.artifacts ?? []).map((artifact) => {
      const { index: _own, ...location } = artifact.location ?? {}
      const plain = artifact.location ? { ...artifact, location } : artifact
      const key = JSON.stringify(plain)
      const index = known.get(key) ?? artifacts.push(plain) - 1
      known.set(key, index)
      return index
    }),
  )
  return { artifacts, indexes }
}

function reindexed(location: ArtifactLocation, indexes: number[]): ArtifactLocation {
  if (location.index === undefined) return location
  const { index, ...rest } = location
  const to = indexes[index]
  return to === undefined ? rest : { ...rest, index: to }
}
