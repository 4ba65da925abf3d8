import type { Budget } from '../regexp/index.ts'
import type { Field, LinePattern, ProblemMatcher } from './definition.ts'

/** What the patterns of a matcher have found so far, or in the end. */
export type Match = Partial<Record<Field, string>>

/** A matcher at work: what its earlier patterns found on the lines before. */
export interface Running {
  matcher: ProblemMatcher
  found: (Match | undefined)[]
}

export function running(matcher: ProblemMatcher): Running {
  return { matcher, found: [] }
}

/**
 * Tries one line as GitHub's runner does: the patterns from the last to the first, each on what the one before it found
 * on the line before. Returns what the whole matcher found; undefined while it has not.
 */
export function tryLine(run: Running, line: string, budget: Budget): Match | undefined {
  const { patterns, severity } = run.matcher
  const [first, ...others] = patterns
  for (const [back, pattern] of others.toReversed().entries()) {
    const index = others.length - back
    const before = run.found[index - 1]
    const match = before && matched(pattern, line, before, budget)
    if (back > 0) run.found[index] = match
    else if (match) {
      run.found = []
      if (pattern.loop) run.found[index - 1] = before
      return ended(match, severity)
    } else run.found[index - 1] = undefined
  }
  const match = matched(first!, line, undefined, budget)
  if (others.length === 0) return match && ended(match, severity)
  run.found[0] = match
  return undefined
}

function ended(match: Match, severity: string): Match {
  return { ...match, severity: match.severity || severity }
}

/** What was found before stands, also where a later pattern would find the same field. */
function matched(pattern: LinePattern, line: string, before: Match | undefined, budget: Budget): Match | undefined {
  const groups = pattern.matcher.match(line, budget)
  if (!groups) return undefined
  const own = Object.fromEntries(pattern.fields.map(([field, group]) => [field, groups[group] ?? '']))
  return { ...own, ...before }
}
