import { type CommentMark, markOf } from '../model/comment-mark.ts'
import { type Condition, isFailing, type Outcome } from '../model/outcome.ts'
import { fitted, type SummaryContext } from './findings.ts'
import { links } from './footer.ts'
import { code, link } from './markdown.ts'
import { blockingSection, conditionsTable, heading, whatToDo } from './summary.ts'

/** GitHub takes 65,536 characters. */
const budget = 60_000
const mostFindings = 10
const mostConditions = 30

/** The comment on a pull request: the verdict, the conditions, the worst of what blocks, what to do, and where the rest is. */
export function commentOf(outcome: Outcome, context: SummaryContext, mark: CommentMark): string {
  const head = [`${markOf(mark)}\n${heading(outcome)}`, conditionsOf(outcome)]
  const tail = [whatToDo(outcome), footer(outcome, context)]
  const fixed = [...head, ...tail].filter(Boolean).join('\n\n')
  const blocking = isFailing(outcome) ? [blockingSection(outcome, mostFindings, context)] : []
  const lists = fitted(blocking, budget - new TextEncoder().encode(fixed).length - 100)
  const text = [...head, ...lists, ...tail].filter(Boolean).join('\n\n')
  return text.length <= budget ? text : [head[0], footer(outcome, context)].join('\n\n')
}

/** Those that hold are the first to be left out. */
function conditionsOf({ conditions }: Outcome): string {
  const rest = conditions.length - mostConditions
  if (rest <= 0) return conditionsTable(conditions)
  const weights: Condition['result'][] = ['fail', 'error', 'warn']
  const weightOf = ({ result }: Condition) => (weights.indexOf(result) + weights.length + 1) % (weights.length + 1)
  const worst = [...conditions].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, mostConditions)
  return `${conditionsTable(worst)}\n\n…and ${rest} more conditions: see the job summary.`
}

function footer(outcome: Outcome, { commit, runUrl }: SummaryContext): string {
  const places = [runUrl ? link('Job summary', runUrl) : '', links(outcome)].filter(Boolean)
  return [commit ? `Commit ${code(commit.slice(0, 7))}` : '', ...places].filter(Boolean).join(' · ')
}
