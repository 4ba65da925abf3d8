import type { Run } from 'sarif'
import { githubAnalyses } from '../clients/github-analyses.ts'
import type { CompareConfig } from '../config/compare.ts'
import type { CodeScanningAnalysis } from '../model/code-scanning.ts'
import { ServiceError } from '../model/errors.ts'
import { gitIn } from '../model/git.ts'
import type { Host } from '../model/host.ts'
import { categoryOf } from '../transforms/split.ts'

/** What GitHub has of the base branch, of the tools and categories that took part now. */
export interface BaseAnalysis {
  runs: Run[]
  commit: string
  /** Milliseconds since the epoch. */
  takenAt: number | undefined
  /** Tools and categories that it has nothing of. */
  lacking: string[]
}

interface Wanted {
  branch: string
  /** What the head and the base have in common. */
  commit: string
  root: string
  github: NonNullable<CompareConfig['github']>
}

/** How many analyses of one tool are looked at: each asks Git whether its commit is an ancestor. */
const mostTried = 20

/**
 * The newest analysis of each tool and category whose commit the head builds on, as SARIF with the numbers of the alerts.
 * Undefined where there is none. "No analysis found" is none; anything else that goes wrong throws `ServiceError`.
 */
export async function baseAnalysis(runs: Run[], wanted: Wanted, host: Host): Promise<BaseAnalysis | undefined> {
  const client = await githubAnalyses({ ...wanted.github, log: host.log })
  const list = await client.list({ ref: `refs/heads/${wanted.branch}` })
  const newestFirst = list.sort((a, b) => timeOf(b) - timeOf(a))
  const found: CodeScanningAnalysis[] = []
  const lacking: string[] = []
  for (const name of new Set(runs.map(keyOf))) {
    const own = newestFirst.filter((analysis) => keyOfAnalysis(analysis) === name)
    const analysis = await firstAncestor(own.slice(0, mostTried), wanted, host)
    if (analysis) found.push(analysis)
    else lacking.push(name)
  }
  if (found.length === 0) return undefined
  const logs: Run[] = []
  for (const { id } of found) logs.push(...(await client.sarif(id)).runs)
  const oldest = found.reduce((a, b) => (timeOf(a) <= timeOf(b) ? a : b))
  return { runs: logs, commit: commitOf(oldest), takenAt: timeOf(oldest) || undefined, lacking }
}

async function firstAncestor(
  analyses: CodeScanningAnalysis[],
  { commit, root }: Wanted,
  host: Host,
): Promise<CodeScanningAnalysis | undefined> {
  const git = gitIn(root, host.ask)
  for (const analysis of analyses) {
    const taken = commitOf(analysis)
    if (taken === commit) return analysis
    if ((await git('merge-base', taken, commit)) === taken) return analysis
  }
  return undefined
}

function keyOf(run: Run): string {
  return JSON.stringify([run.tool.driver.name, trimmed(categoryOf(run) ?? '')])
}

function keyOfAnalysis({ tool, category }: CodeScanningAnalysis): string {
  return JSON.stringify([tool?.name, trimmed(category ?? '')])
}

/** GitHub takes a category with or without its last slash for the same. */
function trimmed(category: string): string {
  return category.replace(/\/$/, '')
}

function timeOf({ created_at: created }: CodeScanningAnalysis): number {
  return Date.parse(created ?? '') || 0
}

function commitOf({ id, commit_sha: commit }: CodeScanningAnalysis): string {
  // What is handed to Git as a word must be a commit, and nothing that Git takes for an option.
  if (commit && /^[\da-f]{40,64}$/.test(commit)) return commit
  throw new ServiceError(`GitHub did not say which commit analysis ${id} is of.`)
}
