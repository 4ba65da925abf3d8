import type { ReportingDescriptor, ReportingDescriptorReference, Result, Run, ToolComponent } from 'sarif'
import { isOlder } from '../model/github-version.ts'

/** Above `reject` the whole file is refused; of what is below, `keep` is stored. */
export interface Bound {
  reject: number
  keep: number
}

/** What a server takes of an upload. Counts of results, rules and extensions are per run. */
export interface Limits {
  runs: number
  results: Bound
  rules: number
  extensions: number
  /** Steps of all code flows of one result. */
  flowLocations: Bound
  /** Of one result: of its locations, and of its related locations. */
  locations: Bound
  tags: Bound
  /** Lengths, in UTF-16 units. */
  ruleName: number
  ruleText: number
  gzipBytes: number
  /** Runs of one tool and category in one file are merged by the server; the others refuse the file. */
  mergesCategories: boolean
}

/** docs.github.com: SARIF support for code scanning, as of GitHub Enterprise Server 3.9 and January 2023. */
const newest: Limits = {
  runs: 20,
  results: { reject: 25_000, keep: 5_000 },
  rules: 25_000,
  extensions: 100,
  flowLocations: { reject: 10_000, keep: 1_000 },
  locations: { reject: 1_000, keep: 100 },
  tags: { reject: 20, keep: 10 },
  ruleName: 255,
  ruleText: 1_024,
  // "10 MB": whether a million or 2^20 bytes each is not said.
  gzipBytes: 10_000_000,
  mergesCategories: false,
}

/**
 * Of github.com, or of a GitHub Enterprise Server version such as `3.8.2` or `3.18.0.pre1`. Where the documentation of
 * a version names no limit, that of the next one which does is taken: it costs little, a refused file costs all.
 */
export function limitsOf(version: string | undefined): Limits {
  return {
    ...newest,
    // docs.github.com, enterprise-server@3.4 to 3.8: 15 runs; from 3.9: 20.
    runs: isOlder(version, '3.9') ? 15 : newest.runs,
    // enterprise-server@2.22: "any results over this limit are ignored", 1,000; from 3.4: 5,000.
    results: isOlder(version, '3.4') ? { reject: newest.results.reject, keep: 1_000 } : newest.results,
    // github.blog/changelog/2025-07-21-code-scanning-will-stop-combining-multiple-sarif-runs…
    mergesCategories: isOlder(version, '3.18'),
  }
}

/**
 * Everything that is over a limit, a sentence each, worst first. Two limits are not looked at here: the size, which
 * only the zipped file has, and runs of one category, which are merged.
 */
export function excess(runs: Run[], limits: Limits): string[] {
  const over = measured(runs, limits).map(({ things, counts, reject = Infinity, keep = Infinity }) => {
    const most = counts.reduce((a, b) => Math.max(a, b), 0)
    const stored = most > keep ? `There are ${number(most)} ${things}; GitHub stores ${number(keep)}.` : undefined
    const refused = `There are ${number(most)} ${things}; above ${number(reject)} GitHub refuses the whole upload.`
    return most > reject ? { refused } : { stored }
  })
  return [...over.map(({ refused }) => refused), ...over.map(({ stored }) => stored)].filter((it) => it !== undefined)
}

function measured(runs: Run[], limits: Limits): (Partial<Bound> & { things: string; counts: number[] })[] {
  const results = runs.flatMap((run) => run.results ?? [])
  const rules = runs.flatMap(rulesOf)
  const size = (list: { length: number } | undefined) => list?.length ?? 0
  return [
    { things: 'runs', counts: [runs.length], reject: limits.runs },
    { things: 'results in a run', counts: runs.map((run) => size(run.results)), ...limits.results },
    { things: 'rules in a run', counts: runs.map((run) => size(rulesOf(run))), reject: limits.rules },
    { things: 'extensions in a run', counts: runs.map(({ tool }) => size(tool.extensions)), reject: limits.extensions },
    { things: 'steps in the code flows of a result', counts: results.map(stepsOf), ...limits.flowLocations },
    { things: 'locations of a result', counts: results.map((it) => size(it.locations)), ...limits.locations },
    {
      things: 'related locations of a result',
      counts: results.map((it) => size(it.relatedLocations)),
      ...limits.locations,
    },
    { things: 'tags of a rule', counts: rules.map((rule) => size(tagsOf(rule))), ...limits.tags },
    { things: 'UTF-16 units in the name of a rule', counts: rules.map((it) => size(it.name)), keep: limits.ruleName },
    { things: 'UTF-16 units in a description', counts: rules.flatMap(textsOf).map(size), keep: limits.ruleText },
  ]
}

const textsOf = (rule: ReportingDescriptor) => [rule.shortDescription?.text, rule.fullDescription?.text]

/** 25000 → `25,000`, whatever the machine's language. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** The driver, then the extensions. */
export function componentsOf({ tool: { driver, extensions } }: Run): ToolComponent[] {
  return [driver, ...(extensions ?? [])]
}

export function rulesOf(run: Run): ReportingDescriptor[] {
  return componentsOf(run).flatMap(({ rules }) => rules ?? [])
}

/** Some tools write a single word, or nothing, where a list belongs. */
export function tagsOf({ properties }: ReportingDescriptor): string[] {
  const tags: unknown = properties?.tags
  return Array.isArray(tags) ? tags : []
}

export function stepsOf({ codeFlows }: Result): number {
  const threads = (codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows ?? [])
  return threads.reduce((sum, { locations }) => sum + (locations?.length ?? 0), 0)
}

/** Where a rule stands: its component, by the order of `componentsOf`, and its place there. */
export interface Place {
  component: number
  index: number
}

/** Finds the rule of a result as the gate does, so that both mean the same rule. */
export function ruleFinder(run: Run): (result: Result) => Place | undefined {
  const components = componentsOf(run)
  const books = components.map(
    ({ rules }, component) => new Map((rules ?? []).map(({ id }, index) => [id, { component, index }])),
  )
  const anywhere = new Map(books.toReversed().flatMap((book) => [...book]))
  return ({ rule, ruleId, ruleIndex }) => {
    const id = ruleId ?? rule?.id
    const component = componentOf(components, rule)
    const rules = components[component]?.rules
    const index = [rule?.index, ruleIndex].find((at) => rules?.[at ?? -1])
    const indexed = index === undefined ? undefined : { component, index }
    const found = rules?.[index ?? -1]?.id
    // An index that leads to another rule than the id is a mistake of the tool: people are shown the id.
    if (indexed && (id === undefined || id === found || id.startsWith(`${found}/`))) return indexed
    return inBook(books[component], id) ?? inBook(anywhere, id) ?? indexed
  }
}

function componentOf(components: ToolComponent[], rule: ReportingDescriptorReference | undefined): number {
  const { index = -1, name, guid } = rule?.toolComponent ?? {}
  if (index >= 0) return index + 1
  if (name === undefined && guid === undefined) return 0
  return components.findIndex((it) => (guid === undefined ? it.name === name : it.guid === guid))
}

/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5); ten levels are deep enough. */
function inBook(book: Map<string, Place> | undefined, id = '', level = 1): Place | undefined {
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')))
  return book?.get(id) ?? (parent !== '' && level < 10 ? inBook(book, parent, level + 1) : undefined)
}

/** The same result, its rule looked for at another place, or, where there is none, by its id alone. */
export function pointTo(result: Result, place?: Place): Result {
  const { ruleIndex: _index, rule, ...rest } = result
  const { index: _at, toolComponent, ...named } = rule ?? {}
  const isNamed = Object.keys(named).length > 0
  if (!place) return { ...rest, ...(isNamed && { rule: named }) }
  const { component, index } = place
  if (component === 0) return { ...rest, ruleIndex: index, ...(isNamed && { rule: { ...named, index } }) }
  return { ...rest, rule: { ...named, index, toolComponent: { ...toolComponent, index: component - 1 } } }
}
