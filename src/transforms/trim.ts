import type { CodeFlow, Location, ReportingDescriptor, Result, Run, ThreadFlow, ToolComponent } from 'sarif'
import {
  componentsOf,
  type Limits,
  number,
  type Place,
  pointTo,
  ruleFinder,
  rulesOf,
  stepsOf,
  tagsOf,
} from './limits.ts'
import { worst } from './worst.ts'

/** Cuts runs to what GitHub stores, the worst results kept; `notes` says what was left out. What fits stays the same. */
export function trim(runs: Run[], limits: Limits): { runs: Run[]; notes: string[] } {
  const lost: Lost = { things: new Map(), limits }
  const trimmed = runs.map((run) => trimRules(trimTool(trimResults(run, lost), lost), lost))
  return { runs: trimmed, notes: [...lost.things].map(([what, count]) => `Left out: ${number(count)} ${what}.`) }
}

interface Lost {
  /** How much was left out so far, by what it is. */
  things: Map<string, number>
  limits: Limits
}

function lose({ things }: Lost, what: string, count: number): void {
  if (count > 0) things.set(what, (things.get(what) ?? 0) + count)
}

function trimResults(run: Run, lost: Lost): Run {
  const given = run.results ?? []
  const { keep } = lost.limits.results
  const kept = given.length > keep ? worst(run, keep) : given
  lose(lost, `results, the least severe of runs with more than ${number(keep)}`, given.length - kept.length)
  const results = kept.map((result) => trimResult(result, lost))
  return results.length === given.length && results.every((it, at) => it === given[at]) ? run : { ...run, results }
}

/** So many items of a list, those that matter first, in their order; the list itself when it is short enough. */
function keepers<T>(list: T[], most: number, matters: (item: T) => boolean): T[] {
  if (list.length <= most) return list
  const first = list.map(matters)
  const places = [...list.keys()].sort((a, b) => Number(first[b]) - Number(first[a]) || a - b)
  const kept = new Set(places.slice(0, most))
  return list.filter((_, at) => kept.has(at))
}

function trimResult(result: Result, lost: Lost): Result {
  const { locations: most, flowLocations } = lost.limits
  const [places, related, flows] = [result.locations ?? [], result.relatedLocations ?? [], result.codeFlows ?? []]
  // The message links to related locations by their ids: `[text](id)`.
  const isLinked = ({ id }: Location) => id !== undefined && (result.message?.text ?? '').includes(`](${id})`)
  const locations = keepers(places, most.keep, () => false)
  const relatedLocations = keepers(related, most.keep, isLinked)
  const codeFlows = stepsOf(result) > flowLocations.keep ? trimFlows(flows, flowLocations.keep) : flows
  if (locations === places && relatedLocations === related && codeFlows === flows) return result
  const steps = stepsOf(result) - stepsOf({ ...result, codeFlows })
  lose(lost, `locations of results with more than ${most.keep}`, places.length - locations.length)
  lose(lost, `related locations of results with more than ${most.keep}`, related.length - relatedLocations.length)
  lose(lost, `steps of code flows with more than ${number(flowLocations.keep)}`, steps)
  return {
    ...result,
    ...(locations !== places && { locations }),
    ...(relatedLocations !== related && { relatedLocations }),
    ...(codeFlows !== flows && { codeFlows }),
  }
}

/** Of the flow that is too long the last step stays, so that source and sink survive; there is no room for later ones. */
function trimFlows(codeFlows: CodeFlow[], most: number): CodeFlow[] {
  let left = most
  const trimThread = (thread: ThreadFlow): ThreadFlow[] => {
    const locations = thread.locations ?? []
    const isWhole = locations.length <= left
    const kept = isWhole ? locations : left < 2 ? [] : [...locations.slice(0, left - 1), locations.at(-1)!]
    left = isWhole ? left - kept.length : 0
    if (isWhole) return [thread]
    return kept.length > 0 ? [{ ...thread, locations: kept }] : []
  }
  return codeFlows.flatMap((flow) => {
    const threadFlows = (flow.threadFlows ?? []).flatMap(trimThread)
    return threadFlows.length > 0 ? [{ ...flow, threadFlows }] : []
  })
}

/** Drops unused extensions and unused rules, as far as needed. Used rules of a dropped extension move to the driver. */
function trimTool(run: Run, lost: Lost): Run {
  const { limits } = lost
  const components = componentsOf(run)
  const count = rulesOf(run).length
  if (count <= limits.rules && components.length - 1 <= limits.extensions) return run
  const find = ruleFinder(run)
  const found = (run.results ?? []).map(find)
  const used = new Set(found.map((place) => place && keyOf(place)))
  const users = new Set(found.map((place) => place?.component))
  const order = [0, ...keepers([...components.keys()].slice(1), limits.extensions, (at) => users.has(at))]
  const newPlace = new Map(order.map((from, to) => [from, to]))
  const places = components.flatMap(({ rules }, component) => (rules ?? []).map((_, index) => ({ component, index })))
  const isUsed = (place: Place) => used.has(keyOf(place))
  const mayStay = places.filter((place) => newPlace.has(place.component) || isUsed(place))
  const moved = new Map<string, Place>()
  const rules = order.map((): ReportingDescriptor[] => [])
  for (const place of keepers(mayStay, limits.rules, isUsed)) {
    const component = newPlace.get(place.component) ?? 0
    const index = rules[component]!.push(components[place.component]!.rules![place.index]!) - 1
    moved.set(keyOf(place), { component, index })
  }
  lose(lost, `extensions of runs with more than ${limits.extensions}`, components.length - order.length)
  lose(lost, `rules of runs with more than ${number(limits.rules)}, unused ones first`, count - moved.size)
  const point = (result: Result, at: number) => pointTo(result, found[at] && moved.get(keyOf(found[at])))
  const trimmed = order.map((from, to) => ({
    ...components[from]!,
    ...((components[from]!.rules || rules[to]!.length > 0) && { rules: rules[to]! }),
  }))
  return { ...withTool(run, trimmed), ...(run.results && { results: run.results.map(point) }) }
}

const keyOf = ({ component, index }: Place) => `${component} ${index}`

function withTool(run: Run, [driver, ...extensions]: ToolComponent[]): Run {
  return { ...run, tool: { ...run.tool, driver: driver!, ...(run.tool.extensions && { extensions }) } }
}

function trimRules(run: Run, lost: Lost): Run {
  const given = componentsOf(run)
  const components = given.map((component) => {
    const rules = component.rules?.map((rule) => trimRule(rule, lost))
    return rules?.some((rule, at) => rule !== component.rules![at]) ? { ...component, rules } : component
  })
  return components.every((component, at) => component === given[at]) ? run : withTool(run, components)
}

function trimRule(rule: ReportingDescriptor, lost: Lost): ReportingDescriptor {
  const { tags: most, ruleName, ruleText } = lost.limits
  const tags = keepers(tagsOf(rule), most.keep, (tag) => /^(?:security$|external\/cwe\/)/.test(tag))
  const lostTags = tagsOf(rule).length - tags.length
  lose(lost, `tags of rules with more than ${most.keep}`, lostTags)
  let trimmed = lostTags > 0 ? { ...rule, properties: { ...rule.properties, tags } } : rule
  if (isLong(rule.name, ruleName)) trimmed = { ...trimmed, name: shortened(rule.name, ruleName, lost) }
  for (const key of ['shortDescription', 'fullDescription'] as const) {
    const text = rule[key]?.text
    if (isLong(text, ruleText)) trimmed = { ...trimmed, [key]: { ...rule[key], text: shortened(text, ruleText, lost) } }
  }
  return trimmed
}

function isLong(text: string | undefined, most: number): text is string {
  return typeof text === 'string' && text.length > most
}

/** Never ends in half a surrogate pair. */
function shortened(text: string, most: number, lost: Lost): string {
  const short = `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
  lose(lost, 'UTF-16 units of names and descriptions that GitHub cuts', text.length - short.length)
  return short
}

/** Drops the less severe half of all results of the largest run; undefined when nothing is left to drop. */
export function halve(runs: Run[]): { runs: Run[]; note: string } | undefined {
  const sizes = runs.map(({ results }) => results?.length ?? 0)
  const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0))
  const size = sizes[largest] ?? 0
  if (size === 0) return undefined
  const run = runs[largest]!
  const results = worst(run, Math.floor(size / 2))
  const dropped = size - results.length
  const note = `Left out: ${number(dropped)} of ${number(size)} results of ${run.tool.driver.name}, the least severe, as the SARIF was too large.`
  return { runs: runs.with(largest, { ...run, results }), note }
}

/** SARIF that GitHub's documentation does not list as supported, and whose absence leaves valid SARIF behind. */
const ignored = new Set(
  `addresses address conversion graphs graphTraversals webRequest webResponse webRequests webResponses logicalLocations
  policies translations taxonomies taxa relationships versionControlProvenance runAggregates threadFlowLocations
  specialLocations snippet contextRegion annotations contents hashes stacks stack state initialState immutableState fixes
  attachments workItemUris hostedViewerUri toolExecutionNotifications toolConfigurationNotifications environmentVariables
  globalMessageStrings messageStrings notifications translationMetadata supportedTaxonomies responseFiles`.split(/\s+/),
)
/** Somebody else's keys, or texts: not looked into. */
const notWalked = new Set('originalUriBaseIds partialFingerprints fingerprints message properties help'.split(' '))

/** Drops what GitHub ignores, and nothing that it reads: the docs' table of supported properties. */
export function slim(runs: Run[]): Run[] {
  return runs.map(slimmed)
}

function slimmed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(slimmed) as T
  const read = Object.entries(value).filter(([key]) => !ignored.has(key))
  return Object.fromEntries(read.map(([key, item]) => [key, notWalked.has(key) ? item : slimmed(item)])) as T
}
