import { apiUrlOf } from './access.ts'
import type { Build } from './build.ts'
import type { Options } from './options.ts'

/** What there is to tell new findings from old ones by. */
export interface CompareConfig {
  /** Globs of SARIF files; empty when nobody gave any. */
  baseline: string[]
  /** Absolute: where their paths begin. */
  cwd: string
  /** Absolute. */
  root: string
  /** What it is compared with; undefined where nothing came before, and only a baseline can tell. */
  base?: Base
  github?: { apiUrl: string; token: string; repository: string }
  /** Its number, where the run is for a pull request. */
  pullRequest?: number
  /** The branch whose alerts are those of the code: its own, or the one that a pull request goes into. */
  alertsOf?: string
}

export interface Base {
  /** The branch a pull request or a merge queue goes into, or that was pushed to. */
  branch?: string
  /** A commit that is known to be the base: that of a merge queue, or what was there before a push. */
  commit?: string
  /** Whether the commit may be gone, or be no ancestor: after a force push. */
  isDoubtful?: boolean
}

interface Around {
  cwd: string
  root: string
  repository?: string
  /** Whether GitHub is asked at all: not where nothing is to be uploaded, nor in a run that GitHub gives less to. */
  asksGitHub: boolean
}

export function compareConfig(
  options: Options,
  build: Build,
  { cwd, root, repository, asksGitHub }: Around,
): CompareConfig {
  const token = options['github-token']
  return {
    baseline: options.baseline ?? [],
    cwd,
    root,
    base: baseOf(build),
    pullRequest: pullRequestOf(build.ref),
    alertsOf: build.baseBranch ?? branchOf(build.ref),
    github: asksGitHub && token && repository ? { apiUrl: apiUrlOf(options, build), token, repository } : undefined,
  }
}

function pullRequestOf(ref: string | undefined): number | undefined {
  const number = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

/** GitHub writes zeros for "there was none": the first push to a branch. */
const none = /^0+$/

function baseOf({ baseBranch, event, before, mergeBase, ref }: Build): Base | undefined {
  if (event === 'merge_group') return mergeBase ? { commit: mergeBase, branch: baseBranch } : undefined
  if (baseBranch) return { branch: baseBranch }
  const branch = branchOf(ref)
  if (event === 'push' && branch && before && !none.test(before)) return { branch, commit: before, isDoubtful: true }
  return undefined
}

function branchOf(ref: string | undefined): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1]
}
