import { search } from './match.ts'
import { parsePattern } from './parse.ts'
import { compile } from './program.ts'
import type { Syntax } from './syntax.ts'
import { type Budget, mostSteps } from './work.ts'

export type { Budget } from './work.ts'

/** A pattern that is matched in time linear in the text, whoever wrote either of them. */
export interface Matcher {
  /** Groups, the whole match included, which is group 0. */
  groups: number
  names: Map<string, number>
  /** What the groups hold where the pattern matches first; undefined when it matches nowhere. */
  match(text: string, budget: Budget): (string | undefined)[] | undefined
}

/** Throws a plain `Error` that says what is wrong with the pattern, and where. */
export function matcherOf(pattern: string): Matcher {
  return matcherFrom(parsePattern(pattern))
}

export function matcherFrom({ node, groups, names }: Syntax): Matcher {
  const program = compile(node)
  return {
    groups,
    names,
    match(text, budget) {
      const places = search(program, groups, text, budget)
      return places && Array.from({ length: groups }, (_, group) => part(text, places, group))
    },
  }
}

function part(text: string, places: Int32Array, group: number): string | undefined {
  const from = places[group * 2]!
  return from < 0 ? undefined : text.slice(from, places[group * 2 + 1])
}

export const freshBudget = (): Budget => ({ steps: mostSteps })
