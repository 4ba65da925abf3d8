import type { Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { advicesOf, type Condition, isBlocked, type Outcome } from '../model/outcome.ts'
import type { Severity } from '../model/severity.ts'
import { findingsTable, type SummaryContext } from './findings.ts'
import { code, escaped, link, prose, table } from './markdown.ts'
import { cut, plain } from './plain.ts'
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
  const { conditions, notices = [] } = outcome
  const told = notices.map((notice) => `- ${prose(cut(notice, longest.sentence))}`).join('\n')
  const head = [
    heading(outcome),
    conditionsTable(conditions),
    ...conditions.map(explanation),
    measuresTable(outcome),
    told,
  ]
  const tail = [whatToDo(conditions), totals(outcome), links(outcome), footer(outcome)]
  for (let rows = most; ; rows = Math.floor(rows / 2)) {
    const parts = [...head, ...findings(outcome, rows, context), ...tail]
    const text = `${parts.filter(Boolean).join('\n\n')}\n`
    if (Buffer.byteLength(text) <= budget) return text
    if (rows === 0) return shortened(text)
  }
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

function heading({ verdict, reason }: Outcome): string {
  return `## ${icons[verdict]} ${titleOf(verdict)}: ${prose(cut(reason, longest.sentence))}`
}

function conditionsTable(conditions: Condition[]): string {
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

function findings(outcome: Outcome, rows: number, context: SummaryContext): string[] {
  const { blocking, warning } = outcome
  return [
    titled(isBlocked(outcome) ? 'Blocking' : 'Tolerated', findingsTable(blocking, rows, context), blocking.length),
    folded(findingsTable(warning, rows, context), warning.length),
  ]
}

function titled(title: string, list: string, count: number): string {
  return list && `**${title} (${count})**\n\n${list}`
}

function folded(list: string, count: number): string {
  return list && `<details><summary>${counted(count, 'finding')} below the limit</summary>\n\n${list}\n\n</details>`
}

function whatToDo(conditions: Condition[]): string {
  const advices = advicesOf(conditions)
  return advices.length > 0 ? `**What to do:** ${advices.map(prose).join(' ')}` : ''
}

/** What the tools said in all, next to what of it counts. */
function totals({ runs, total, counts, accepted, newFindings, fixed }: Outcome): string {
  if (runs.length === 0) return ''
  const shown = runs.slice(0, most).map(toolLine)
  const bySeverity = (Object.keys(counts) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
  const split = bySeverity.length > 0 ? ` (${bySeverity.join(', ')})` : ''
  const changed =
    newFindings === undefined ? '' : `, ${newFindings} new${fixed?.length ? `, ${fixed.length} fixed` : ''}`
  const hidden = accepted.length > 0 ? `; ${acceptedWords(accepted)}` : ''
  return `${shown.join(' · ')}${runs.length > most ? ' · …' : ''}. In all ${counted(total, 'finding')}${split}${changed}${hidden}.`
}

/** `2 suppressed, 1 dismissed on GitHub, 1 excepted by the policy` */
function acceptedWords(accepted: Alert[]): string {
  const words = {
    suppression: 'suppressed',
    'dismissed alert': 'dismissed on GitHub',
    exception: 'excepted by the policy',
  }
  return Object.entries(words)
    .map(([by, word]) => [accepted.filter((alert) => alert.accepted?.by === by).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}

function toolLine({ tool: { driver }, results }: Run): string {
  const version = driver.semanticVersion ?? driver.version
  const name = version ? `${driver.name} ${version}` : driver.name
  return `${escaped(cut(name, 200))}: ${counted(results?.length ?? 0, 'result')}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function links({ upload, zadig }: Outcome): string {
  const found: string[] = []
  if (upload.status === 'done') found.push(link('Code scanning alerts', upload.value.url))
  if (zadig.status === 'done')
    found.push(`${link(`Zadig task ${zadig.value.taskId}`, zadig.value.url)} (${duration(zadig.value.elapsedMs)})`)
  if (zadig.status === 'done' && zadig.value.resultLink) found.push(link('SonarQube result', zadig.value.resultLink))
  return found.join(' · ')
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

const meanings: Record<number, string> = { 0: 'the job may go on', 1: 'the gate failed', 3: 'not evaluated' }

function footer({ exitCode, sarifPath }: Outcome): string {
  const meaning = meanings[exitCode] ? ` (${meanings[exitCode]})` : ''
  return `<sub>Exit code ${exitCode}${meaning}.${sarifPath ? ` SARIF: ${code(sarifPath)}` : ''}</sub>`
}
