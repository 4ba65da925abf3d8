import type { Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import type { Condition, Outcome } from '../model/outcome.ts'
import { code, escaped, link, table } from './markdown.ts'

export interface SummaryContext {
  /** An address that the path of a file is appended to. */
  blobUrl?: string
}

const icons = { pass: '✅', warn: '⚠️', fail: '❌', error: '🟥', skipped: '⏭️' } as const
const most = 50
/** The runner drops a whole summary over 1 MiB; far below that, a reader has given up anyway. */
const budget = 900 * 1024

/** The job summary: whether it passed and why, the conditions, what blocks, what to do, and where to look. */
export function summaryOf(outcome: Outcome, context: SummaryContext): string {
  const head = [heading(outcome), conditionsTable(outcome.conditions), ...explanations(outcome.conditions)]
  const tail = [toolLines(outcome.runs), links(outcome)]
  for (let rows = most; ; rows = Math.floor(rows / 2)) {
    const parts = [
      ...head,
      findings('Blocking', outcome.blocking, rows, context),
      folded('Below the limit', outcome.warning, rows, context),
      ...tail,
    ]
    const text = `${parts.filter(Boolean).join('\n\n')}\n`
    if (Buffer.byteLength(text) <= budget || rows === 0) return text
  }
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
  return `## ${icons[verdict]} ${titleOf(verdict)}: ${escaped(reason)}`
}

function conditionsTable(conditions: Condition[]): string {
  if (conditions.length === 0) return ''
  const rows = conditions.map(({ name, expected, actual, result }) => [
    escaped(name),
    escaped(expected),
    result === 'pass' ? escaped(actual) : `**${escaped(actual)}**`,
    icons[result],
  ])
  return table(['Condition', 'Expected', 'Actual', ''], rows)
}

function explanations(conditions: Condition[]): string[] {
  return conditions.flatMap(({ name, explanation }) =>
    explanation ? [`**${escaped(name)}:** ${quoted(explanation)}`] : [],
  )
}

/** The first line as text; what a tool printed beyond it as a block, where nothing is markup. */
function quoted(explanation: string): string {
  const [first = '', ...rest] = explanation.split('\n')
  if (rest.length === 0) return escaped(first)
  const block = rest.map((line) => line.replace(/`{3,}/g, "'''")).join('\n')
  return `${escaped(first)}\n\n\`\`\`text\n${block}\n\`\`\``
}

function findings(title: string, alerts: Alert[], rows: number, context: SummaryContext): string {
  if (alerts.length === 0) return ''
  const shown = alerts.slice(0, rows)
  const rest = alerts.length - shown.length
  const list = shown.map((alert) => [severity(alert), place(alert, context), rule(alert), escaped(alert.message)])
  const more = rest > 0 ? `\n\n…and ${rest} more: the SARIF has them all.` : ''
  return `**${title} (${alerts.length})**\n\n${table(['Severity', 'Where', 'Rule', 'Message'], list)}${more}`
}

function folded(title: string, alerts: Alert[], rows: number, context: SummaryContext): string {
  if (alerts.length === 0) return ''
  return `<details><summary>${title}: ${alerts.length}</summary>\n\n${findings(title, alerts, rows, context)}\n\n</details>`
}

function severity({ severity: word, score, level }: Alert): string {
  if (word === 'unknown') return 'unknown (treated as high)'
  return score === undefined ? `${word} (${level})` : `${word} ${score.toFixed(1)}`
}

function place({ file, line }: Alert, { blobUrl }: SummaryContext): string {
  if (!file) return ''
  const text = code(line === undefined ? file : `${file}:${line}`)
  const path = file.split('/').map(encodeURIComponent).join('/')
  return link(text, blobUrl && `${blobUrl}${path}${line === undefined ? '' : `#L${line}`}`)
}

function rule({ rule: id, url, cwes }: Alert): string {
  return [link(code(id), url), ...cwes].join(' ')
}

function toolLines(runs: Run[]): string {
  return runs
    .map(({ tool: { driver }, results = [] }) => {
      const version = driver.semanticVersion ?? driver.version
      const name = version ? `${driver.name} ${version}` : driver.name
      return `- ${escaped(name)}: ${results.length} ${results.length === 1 ? 'result' : 'results'}`
    })
    .join('\n')
}

function links({ upload, zadig }: Outcome): string {
  const found: string[] = []
  if (upload.status === 'done') found.push(link('Code scanning alerts', upload.value.url))
  if (zadig.status === 'done') found.push(link(`Zadig task ${zadig.value.taskId}`, zadig.value.url))
  if (zadig.status === 'done' && zadig.value.resultLink) found.push(link('SonarQube result', zadig.value.resultLink))
  return found.join(' · ')
}
