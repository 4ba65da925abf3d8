import type { Run } from 'sarif'
import type { CompareConfig } from '../config/compare.ts'
import { match } from '../gate/match.ts'
import type { Comparison } from '../model/comparison.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { NewnessPolicy } from '../model/policy.ts'
import { baseAnalysis } from './base-analysis.ts'
import { readBaseline } from './baseline-files.ts'
import { byDiff } from './by-diff.ts'
import { changesSince, commonCommit } from './changes.ts'
import { changesOfPullRequest } from './pull-request-changes.ts'

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
  const commit = await startOf(config, host).catch((error: unknown) => {
    if (error instanceof NotEvaluated) return error
    throw error
  })
  if (commit === undefined) return undefined
  if (commit instanceof NotEvaluated) {
    if (source === 'base-branch') throw commit
    return byPullRequest(runs, config, diffMatch, { host, why: commit })
  }
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

/** Git lacks the history; GitHub has it. */
async function byPullRequest(
  runs: Run[],
  { github, pullRequest, root }: CompareConfig,
  diffMatch: 'any' | 'all',
  { host, why }: { host: Host; why: NotEvaluated },
): Promise<Comparison> {
  if (!github || pullRequest === undefined) throw why
  const changes = await changesOfPullRequest({ github, number: pullRequest, root }, host).catch((error: unknown) => {
    if (!(error instanceof NotEvaluated)) throw error
    throw new NotEvaluated(`${why.message} GitHub was asked what changed: ${error.message}`, { cause: error })
  })
  const notice = 'Git lacks the history that tells what changed, so GitHub was asked for the files of the pull request.'
  return {
    ...byDiff(runs, changes, diffMatch, [notice]),
    against: `the lines that pull request #${pullRequest} changes`,
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
