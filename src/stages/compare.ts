import type { Result, Run } from 'sarif'
import type { CompareConfig } from '../config/compare.ts'
import { match } from '../gate/match.ts'
import type { Comparison, Known } from '../model/comparison.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { packageFile } from '../model/package-files.ts'
import { pathOfResult } from '../model/place.ts'
import type { NewnessPolicy } from '../model/policy.ts'
import { baseAnalysis } from './base-analysis.ts'
import { readBaseline } from './baseline-files.ts'
import { type Changes, changesSince, commonCommit } from './changes.ts'

/**
 * Tells new findings from old ones: by a baseline, by what GitHub has of the base branch, or by the lines that changed.
 * Undefined where nothing came before. Throws `NotEvaluated` where that cannot be told.
 */
export async function compare(
  runs: Run[],
  config: CompareConfig,
  { source, baseline, diffMatch }: NewnessPolicy,
  host: Host,
): Promise<Comparison | undefined> {
  const files = config.baseline.length > 0 ? config.baseline : baseline
  if (files.length > 0 && (source === 'auto' || source === 'baseline')) return byBaseline(runs, files, config, host)
  if (source === 'baseline')
    throw new NotEvaluated(
      'The policy tells new findings by a baseline, and there is none. Give `baseline`, or create one with `codescan-gate baseline create`.',
    )
  if (!config.base) return undefined
  const commit = await startOf(config, host)
  if (commit === undefined) return undefined
  const changes = () => changesSince(commit, config.root, host)
  if (source === 'diff') return byDiff(runs, await changes(), diffMatch, [])
  const { comparison, why } = await byBaseBranch(runs, config, commit, host)
  if (comparison) return comparison
  if (source === 'base-branch')
    throw new NotEvaluated(
      `${why} Run the scan on a push to that branch once, give a \`baseline\`, or set \`new.source\` to \`auto\`.`,
    )
  return byDiff(runs, await changes(), diffMatch, [`${why} New is what is on changed lines.`])
}

/** After a force push what was there before is no ancestor, and says nothing of what the push brought. */
async function startOf({ base, root }: CompareConfig, host: Host): Promise<string | undefined> {
  if (!base?.isDoubtful) return commonCommit({ root, base: base! }, host)
  try {
    const commit = await commonCommit({ root, base }, host)
    return commit === base.commit ? commit : undefined
  } catch (error) {
    if (error instanceof NotEvaluated) return undefined
    throw error
  }
}

async function byBaseline(runs: Run[], files: string[], { cwd }: CompareConfig, host: Host): Promise<Comparison> {
  const before = await readBaseline(files, cwd)
  const { known, fixed } = match(runs, before)
  host.log.debug(`The baseline holds ${before.flatMap(({ results = [] }) => results).length} results.`)
  return {
    source: 'baseline',
    against: `the baseline ${files.join(', ')}`,
    known,
    before,
    fixed,
    notices: [],
  }
}

const dayMs = 24 * 3_600_000
const staleDays = 30

async function byBaseBranch(
  runs: Run[],
  config: CompareConfig,
  commit: string,
  host: Host,
): Promise<{ comparison?: Comparison; why: string }> {
  const { base, github, root } = config
  const branch = base?.branch
  if (!github || !branch)
    return { why: 'GitHub cannot be asked for the analysis of the base: there is no `github-token`, or no branch.' }
  const found = await baseAnalysis(runs, { branch, commit, root, github }, host).catch((error: unknown) => {
    if (error instanceof ServiceError) return error
    throw error
  })
  // What GitHub does not tell is not "nothing": it is told, and another source has to say what is new.
  if (found instanceof ServiceError) return { why: found.message }
  if (!found || found.lacking.length > 0) {
    const tools = found?.lacking ?? runs.map(({ tool }) => tool.driver.name)
    return {
      why: `GitHub has no analysis of ${branch} that this commit builds on, for ${[...new Set(tools)].join(', ')}.`,
    }
  }
  const { renames } = await changesSince(found.commit, root, host)
  const { known, fixed } = match(runs, found.runs, renames)
  const days = found.takenAt === undefined ? 0 : Math.floor((host.now() - found.takenAt) / dayMs)
  const short = found.commit.slice(0, 7)
  const age = found.takenAt === undefined ? '' : ` (${ageOf(host.now() - found.takenAt)} old)`
  const comparison: Comparison = {
    source: 'base-branch',
    against: `the analysis of ${branch} at ${short}${age}`,
    commit: found.commit,
    known,
    before: found.runs,
    fixed,
    notices:
      days > staleDays
        ? [
            `The analysis of ${branch} that new findings are told by is ${days} days old (${short}). Scan ${branch} more often.`,
          ]
        : [],
  }
  return { comparison, why: '' }
}

function ageOf(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  if (hours < 1) return `${Math.max(1, Math.floor(ms / 60_000))} minutes`
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}

/** New is what touches a changed line; what names no line is new with its file. */
function byDiff(runs: Run[], { commit, lines }: Changes, diffMatch: 'any' | 'all', notices: string[]): Comparison {
  const known = new Map<Result, Known>()
  for (const run of runs)
    for (const result of run.results ?? [])
      if (!isOnChange(run, result, lines, diffMatch)) known.set(result, { by: 'unchanged line' })
  return {
    source: 'diff',
    against: `the lines that changed since ${commit.slice(0, 7)}`,
    commit,
    known,
    fixed: new Set(),
    notices,
  }
}

function isOnChange(run: Run, result: Result, lines: Changes['lines'], diffMatch: 'any' | 'all'): boolean {
  const path = pathOfResult(run, result)
  // Nobody knows where it is, so nobody knows that it is old.
  if (path === undefined) return true
  const changed = lines.get(path)
  if (changed === undefined) return false
  const { startLine, endLine = startLine } = result.locations?.[0]?.physicalLocation?.region ?? {}
  if (changed === 'all') return true
  // What a dependency scanner says of a list of packages as a whole is new when the file changed.
  if (startLine === undefined) return packageFile(path) !== undefined
  const isWithin = countBelow(changed, endLine! + 1) - countBelow(changed, startLine)
  return diffMatch === 'any' ? isWithin > 0 : isWithin === endLine! - startLine + 1
}

/** How many of the numbers, which ascend, are smaller. By halving: a file may have as many changed lines as findings. */
function countBelow(numbers: number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
