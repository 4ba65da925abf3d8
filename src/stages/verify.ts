import type { Run } from 'sarif'
import type { Analysis, GitHub } from '../clients/github.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { number, rulesOf } from '../transforms/limits.ts'
import { categoryOf } from '../transforms/split.ts'

/** The list may lag behind the word "complete", but not long. */
const lagMs = 3000

export interface Verified {
  /** Where GitHub stored something else than what it was sent, or has something to say about it: sentences. */
  warnings: string[]
  /** Ids of what it stored. */
  analyses: number[]
}

/** Compares what GitHub stored of an upload with what it was sent. */
export async function verify(sent: Run[], id: string, client: GitHub, host: Host): Promise<Verified> {
  try {
    let analyses = await client.analyses(id)
    if (analyses.length < sent.length) {
      await host.sleep(lagMs)
      analyses = await client.analyses(id)
    }
    const warnings = [...remarks(analyses), ...differences(sent, analyses)]
    return { warnings, analyses: analyses.map((analysis) => analysis.id) }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    // Worth a line, not a verdict: GitHub has said that it is complete.
    host.log.warn(`What GitHub stored could not be compared with what was sent. ${error.message}`)
    return { warnings: [], analyses: [] }
  }
}

function remarks(analyses: Analysis[]): string[] {
  return analyses.flatMap(({ tool, category, error, warning }) =>
    [error, warning].filter(Boolean).map((text) => `${named(tool, category)}: ${text}`),
  )
}

/** What was sent and what was stored of one tool in one category. */
interface Pair {
  name: string
  sent?: Run
  stored: Analysis[]
}

function differences(sent: Run[], analyses: Analysis[]): string[] {
  return pairs(sent, analyses).flatMap(({ name, sent: run, stored }) => {
    const results = sum(stored.map(({ resultsCount }) => resultsCount))
    const rules = sum(stored.map(({ rulesCount }) => rulesCount))
    if (!run) return [`GitHub stored ${number(results)} results of ${name}, which were not sent.`]
    const wanted = run.results?.length ?? 0
    if (stored.length === 0) return [`GitHub stored nothing of ${name}: ${number(wanted)} results were sent.${all}`]
    return [
      ...(results === wanted
        ? []
        : [`GitHub stored ${number(results)} of ${number(wanted)} results of ${name}.${all}`]),
      ...(isCountOfRules(rules, run)
        ? []
        : [`GitHub counts ${number(rules)} rules of ${name}, and ${number(rulesOf(run).length)} were sent.`]),
    ]
  })
}

const all = ' The gate has used all of them.'

/** One run and one analysis belong together whatever they are called: the list holds nothing but this upload. */
function pairs(sent: Run[], analyses: Analysis[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const run of sent) {
    const name = named(run.tool.driver.name, categoryOf(run))
    pairs.set(name, { name, sent: run, stored: [] })
  }
  const [only] = pairs.values()
  for (const analysis of analyses) {
    const name = named(analysis.tool, analysis.category)
    const pair = sent.length === 1 && analyses.length === 1 && only ? only : (pairs.get(name) ?? { name, stored: [] })
    pair.stored.push(analysis)
    pairs.set(pair.name, pair)
  }
  return [...pairs.values()]
}

/**
 * GitHub counts "the rules that were run": all that were sent. Whether a rule that two components share counts twice, or
 * one that only a result names counts at all, is not documented, so that no such count is a difference.
 */
function isCountOfRules(count: number, run: Run): boolean {
  const rules = rulesOf(run)
  const listed = new Set(rules.map(({ id }) => id))
  const used = (run.results ?? []).flatMap(({ ruleId, rule }) => ruleId ?? rule?.id ?? [])
  const unlisted = new Set(used.filter((id) => !listed.has(id)))
  return count >= listed.size && count <= rules.length + unlisted.size
}

function named(tool: string, category: string): string {
  // What an upload without a category is filed under is shown as either.
  const own = category.replace(/\/$/, '').replace(/^\(default\)$/, '')
  return own === '' ? tool : `${tool} (category \`${own}\`)`
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
