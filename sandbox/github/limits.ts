import type { CodeFlow, Location, Result, Rule, Run } from './sarif.ts'
import { isBefore } from './versions.ts'

/** Above `most` the server refuses the file; above `kept` it stores a part and says so. docs.github.com: SARIF support. */
export const limits = {
  runs: { most: 20 },
  results: { most: 25_000, kept: 5_000 },
  rules: { most: 25_000 },
  extensions: { most: 100 },
  steps: { most: 10_000, kept: 1_000 },
  locations: { most: 1_000, kept: 100 },
  tags: { most: 20, kept: 10 },
}

export interface Profile {
  runs: number
  results: { most: number; kept: number }
  /** Whether it says what it left out. */
  tellsCuts: boolean
  mergesCategories: boolean
}

/** Enterprise Server: 15 runs a file up to 3.8, runs of one category merged up to 3.17. Before 3.4, less is documented. */
export function profileOf(version: string | undefined): Profile {
  const isFirst = isBefore(version, '3.4')
  return {
    runs: isBefore(version, '3.9') ? 15 : limits.runs.most,
    // enterprise-server@2.22: "Any results over this limit are ignored".
    results: isFirst ? { most: Number.POSITIVE_INFINITY, kept: 1_000 } : limits.results,
    tellsCuts: !isFirst,
    mergesCategories: isBefore(version, '3.18'),
  }
}

export function rulesOf(run: Run): Rule[] {
  return [run.tool?.driver, ...(run.tool?.extensions ?? [])].flatMap((component) => component?.rules ?? [])
}

export function stepsOf(result: Result): number {
  const flows = (result.codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows ?? [])
  return flows.map(({ locations }) => locations?.length ?? 0).reduce((sum, length) => sum + length, 0)
}

type Weigh = (result: Result) => number

/** What is stored of a run, and a sentence for everything that is not. `weigh` is higher for results that matter more. */
export function truncated(
  run: Run,
  { results: { kept }, tellsCuts }: Profile,
  weigh: Weigh,
): { run: Run; warnings: string[] } {
  const warnings: string[] = []
  const note = (sentence: string) => tellsCuts && warnings.push(sentence)
  const results = worstFirst(run.results ?? [], { kept, weigh, note }).map((result) => cut(result, note))
  const driver = run.tool?.driver
  const extensions = run.tool?.extensions?.map((each) => ({
    ...each,
    rules: each.rules?.map((rule) => cutTags(rule, note)),
  }))
  const rules = driver?.rules?.map((rule) => cutTags(rule, note))
  return { run: { ...run, tool: { driver: { ...driver, rules }, extensions }, results }, warnings }
}

type Note = (sentence: string) => void

function worstFirst(results: Result[], { kept, weigh, note }: { kept: number; weigh: Weigh; note: Note }): Result[] {
  if (results.length <= kept) return results
  note(stored('An analysis file contained', [results.length, kept], 'results'))
  const chosen = new Set([...results].sort((a, b) => weigh(b) - weigh(a)).slice(0, kept))
  return results.filter((result) => chosen.has(result))
}

function cut(result: Result, note: Note): Result {
  const { locations, relatedLocations, codeFlows } = result
  const name = `A result of rule ${result.ruleId ?? '?'} in an uploaded SARIF file had`
  const shortened = (list: Location[] | null | undefined) => {
    if (!list || list.length <= limits.locations.kept) return list
    note(stored(name, [list.length, limits.locations.kept], 'locations'))
    return list.slice(0, limits.locations.kept)
  }
  const steps = stepsOf(result)
  if (steps > limits.steps.kept) note(stored(name, [steps, limits.steps.kept], 'thread flow locations'))
  return {
    ...result,
    locations: shortened(locations),
    relatedLocations: shortened(relatedLocations),
    codeFlows: steps > limits.steps.kept ? firstSteps(codeFlows ?? [], limits.steps.kept) : codeFlows,
  }
}

function firstSteps(flows: CodeFlow[], most: number): CodeFlow[] {
  let left = most
  return flows.map((flow) => ({
    ...flow,
    threadFlows: flow.threadFlows?.map((thread) => {
      const locations = thread.locations?.slice(0, left)
      left -= locations?.length ?? 0
      return { ...thread, locations }
    }),
  }))
}

function cutTags(rule: Rule, note: Note): Rule {
  const tags = rule.properties?.tags
  const { kept } = limits.tags
  if (!tags || tags.length <= kept) return rule
  note(stored(`The rule ${rule.id} in an uploaded SARIF file had`, [tags.length, kept], 'tags'))
  return { ...rule, properties: { ...rule.properties, tags: tags.slice(0, kept) } }
}

function stored(subject: string, [had, kept]: [number, number], things: string): string {
  return `${subject} ${had} ${things} which is more than our limit of ${kept}. Only ${kept} ${things} were stored.`
}
