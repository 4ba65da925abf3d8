import type { Result, Run } from 'sarif'
import type { Comparison, Known } from '../model/comparison.ts'
import { NotEvaluated } from '../model/errors.ts'
import { packageFile } from '../model/package-files.ts'
import { pathOfResult } from '../model/place.ts'
import type { Changes } from './changes.ts'
import type { ChangedLines } from './diff-lines.ts'

/** New is what touches a changed line; what names no line is new with its file. */
export function byDiff(
  runs: Run[],
  { commit, lines }: Changes,
  diffMatch: 'any' | 'all',
  notices: string[],
): Comparison {
  const known = new Map<Result, Known>()
  for (const run of runs)
    for (const result of run.results ?? [])
      if (!isOnChange(run, result, lines, diffMatch)) known.set(result, { by: 'unchanged line' })
  return {
    source: 'diff',
    against: `the lines that changed since ${commit?.slice(0, 7)}`,
    commit,
    known,
    fixed: new Set(),
    notices,
  }
}

function isOnChange(
  run: Run,
  result: Result,
  lines: ReadonlyMap<string, ChangedLines>,
  diffMatch: 'any' | 'all',
): boolean {
  const path = pathOfResult(run, result)
  // Nobody knows where it is, so nobody knows that it is old.
  if (path === undefined) return true
  const changed = lines.get(path)
  if (changed === undefined) return false
  if (changed === 'unknown')
    throw new NotEvaluated(
      `What is new is not known: GitHub does not say which lines of ${path} the pull request changes (it is too large, or the checkout has it otherwise), and there are findings in it. Check out with \`fetch-depth: 0\`, or give a \`baseline\`.`,
    )
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
