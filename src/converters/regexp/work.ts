import { UnreadableReport } from '../../model/errors.ts'
import type { Look, UnitTable } from './program.ts'
import type { Edge } from './syntax.ts'
import { holds } from './units.ts'

/** What one report may cost: steps of matching, counted down. The same report costs the same on every machine. */
export interface Budget {
  steps: number
}

/** Half a minute and less; the lines of a report of ten megabytes take a tenth of it. */
export const mostSteps = 1_000_000_000

/** Throws `UnreadableReport` once the budget is used up. */
export function checkBudget({ steps }: Budget): void {
  if (steps < 0)
    throw new UnreadableReport(
      `matching its lines takes more than ${mostSteps} steps; simplify the patterns, or split the report`,
    )
}

/** One text that a program is run on. */
export interface Work {
  text: string
  budget: Budget
  /** Whether an assertion holds at a place of the text. */
  holds(look: Look, at: number): boolean
}

/** Whether the character at a place of the text is one of these; there is none before the start and behind the end. */
export function isUnit({ first, others }: UnitTable, text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 256 ? first[unit] === 1 : holds(others, unit)
}

export function isEdge(text: string, at: number, edge: Edge): boolean {
  if (edge === 'start') return at === 0
  if (edge === 'end') return at === text.length
  return (isWord(text, at - 1) !== isWord(text, at)) === (edge === 'word')
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /\w/.test(text[at]!)
}
