import { newnessSentence } from '../model/comparison.ts'
import { counted } from '../model/counted.ts'
import { advicesOf, type Condition, isBlocked, type Outcome, policySentence, reasonsOf } from '../model/outcome.ts'
import { acceptedSection, fitted, type Section, type SummaryContext, section } from './findings.ts'
import { footer, links, totals, zadigLine } from './footer.ts'
import { escaped, prose, table } from './markdown.ts'
import { cut, plain } from './plain.ts'
import { unshown } from './unshown.ts'
import { measuresTable } from './zadig.ts'

export type { SummaryContext } from './findings.ts'

const icons = {
  pass: '✅',
  note: 'ℹ️',
  warn: '⚠️',
  fail: '❌',
  error: '🟥',
  skipped: '⏭️',
  'not-applicable': '➖',
} as const
const most = 50
/** The runner drops a whole summary over 1 MiB; far below that, a reader has given up anyway. */
const budget = 900 * 1024
const longest = { sentence: 600, block: 5000 }

/** The job summary: whether it passed and why, the conditions, what blocks, what to do, and where to look. */
export function summaryOf(outcome: Outcome, context: SummaryContext): string {
  const { conditions } = outcome
  const head = [
    heading(outcome),
    conditionsTable(conditions),
    ...conditions.map(explanation),
    zadigLine(outcome),
    measuresTable(outcome),
    noticesOf(outcome),
  ]
  const tail = [whatToDo(outcome), totals(outcome), links(outcome), footer(outcome, context)]
  const fixed = joined([...head, ...tail])
  const lists = fitted(sections(outcome, context), budget - Buffer.byteLength(fixed))
  const text = joined([...head, ...lists, ...tail])
  return Buffer.byteLength(text) <= budget ? text : shortened(text)
}

function joined(parts: string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The summary of a run that ended before there was an outcome. */
export function summaryWithout(message: string): string {
  const [first = '', ...more] = message.split('\n').map((line) => prose(cut(line, longest.sentence)))
  return `${[`## ${icons.error} ${titles.error}: ${first}`, ...more].join('\n\n')}\n`
}

/** The last resort: whole lines up to the budget. */
function shortened(text: string): string {
  const start = Buffer.from(text)
    .subarray(0, budget - 200)
    .toString()
  return `${start.slice(0, start.lastIndexOf('\n'))}\n\n…and more than GitHub shows in a summary.\n`
}

/** The verdict in three words. */
export function titleOf(verdict: Outcome['verdict']): string {
  return titles[verdict]
}

const titles = {
  pass: 'Gate passed',
  warn: 'Gate passed, with warnings',
  fail: 'Gate failed',
  error: 'Gate could not be completed',
  skipped: 'Gate was not applied',
} as const

/** Did it pass, and why: the first line of everything that people read. */
export function heading({ verdict, reason }: Outcome): string {
  return `## ${icons[verdict]} ${titleOf(verdict)}: ${prose(cut(reason, longest.sentence))}`
}

export function conditionsTable(conditions: Condition[]): string {
  if (conditions.length === 0) return ''
  const cell = (text: string) => escaped(cut(text, 200))
  const rows = conditions.map(({ name, expected, actual, result }) => [
    cell(name),
    cell(expected),
    result === 'pass' ? cell(actual) : `**${cell(actual)}**`,
    icons[result],
  ])
  return table(['Condition', 'Expected', 'Actual', ''], rows, 'lrrc')
}

/** The first line as text; what a tool or a server said beyond it as a block, where nothing is markup. */
function explanation({ name, explanation: said }: Condition): string {
  if (!said) return ''
  const [first = '', ...rest] = plain(said).split('\n')
  const sentence = `**${escaped(cut(name, 200))}:** ${prose(cut(first, longest.sentence))}`
  const block = cut(rest.join('\n').replace(/`{3,}/g, "'''"), longest.block).trim()
  return block === '' ? sentence : `${sentence}\n\n\`\`\`text\n${block}\n\`\`\``
}

/** Without what the footer tells. */
function noticesOf({ notices = [], comparison, policy }: Outcome): string {
  const told = [
    comparison?.status === 'done' ? newnessSentence(comparison.value) : undefined,
    policy && policySentence(policy),
  ]
  return notices
    .filter((notice) => !told.includes(notice))
    .map((notice) => `- ${prose(cut(notice, longest.sentence))}`)
    .join('\n')
}

/** What blocks, for everybody; the rest for whoever opens it: below the limits, there before, and accepted. */
function sections(outcome: Outcome, context: SummaryContext): Section[] {
  const { warning, accepted } = outcome
  const folded = (list: Section): Section => ({ ...list, isFolded: true })
  const { old, uncounted } = unshown(outcome)
  return [
    blockingSection(outcome, most, context),
    folded(section(`${counted(warning.length, 'finding')} below the limit`, warning, most, context)),
    folded(section(`${counted(uncounted.length, 'finding')} that no gate counts`, uncounted, most, context)),
    folded(
      section(
        `${counted(old.length, 'finding')} that ${old.length === 1 ? 'was' : 'were'} there before`,
        old,
        most,
        context,
      ),
    ),
    acceptedSection(`${counted(accepted.length, 'accepted finding')}`, accepted, most, context),
  ]
}

/** What is in the way; where nothing is, what is tolerated in its place. */
export function blockingSection(outcome: Outcome, rows: number, context: SummaryContext): Section {
  return section(isBlocked(outcome) ? 'Blocking' : 'Tolerated', outcome.blocking, rows, context)
}

/** Which setting stops the job over what could not be evaluated, and what to do. */
export function whatToDo({ conditions, exitCode }: Outcome): string {
  // What fails the job is mended first.
  const failing = conditions.filter(({ result }) => result === 'fail' || result === 'error')
  const reasons = reasonsOf(conditions)
  const advices = advicesOf([...failing, ...conditions])
  const why = exitCode === 0 ? 'What decides' : 'Why it fails the job'
  return [
    reasons.length > 0 ? `**${why}:** ${reasons.map(prose).join(' ')}` : '',
    advices.length > 0 ? `**What to do:** ${advices.map(prose).join(' ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
