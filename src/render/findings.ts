import type { Acceptance, Alert } from '../model/alert.ts'
import { dayOf } from '../model/day.ts'
import { encodePath } from '../model/uri.ts'
import { code, link, prose, row, table } from './markdown.ts'
import { cut, oneLine } from './plain.ts'

export interface SummaryContext {
  /** An address that the path of a file is appended to. */
  blobUrl?: string
  /** The commit that was scanned. */
  commit?: string
  /** Where people see the run, and its summary. */
  runUrl?: string
  /** Where `report.json` is. */
  reportPath?: string
}

/** A list of findings that can be shortened, row by row from its end. */
export interface Section {
  title: string
  /** Shown only to whoever opens it. */
  isFolded: boolean
  head: string[]
  /** As many as are worth showing. */
  rows: string[]
  /** How many there are in all. */
  count: number
}

const titles = ['Severity', 'Where', 'Rule', 'Message']

export function section(title: string, alerts: Alert[], most: number, context: SummaryContext): Section {
  const rows = alerts
    .slice(0, most)
    .map((alert) => row([...identity(alert, context), prose(cut(alert.message, longest.message))]))
  return { title, isFolded: false, head: titles, rows, count: alerts.length }
}

/** What somebody accepted: by whose word, why, and for how long. */
export function acceptedSection(title: string, alerts: Alert[], most: number, context: SummaryContext): Section {
  const rows = alerts
    .slice(0, most)
    .map((alert) => row([...identity(alert, context), alert.accepted ? acceptance(alert.accepted) : '']))
  return { title, isFolded: true, head: [...titles.slice(0, 3), 'Accepted'], rows, count: alerts.length }
}

/** Nothing for a list of nothing. */
export function sectionText({ title, isFolded, head, rows, count }: Section, shown = rows.length): string {
  if (count === 0) return ''
  const rest = count - shown
  const list = [
    ...(shown > 0 ? [`${table(head, [])}\n${rows.slice(0, shown).join('\n')}`] : []),
    ...(rest > 0 ? [shown > 0 ? `…and ${rest} more: the SARIF has them all.` : 'The SARIF has them all.'] : []),
  ].join('\n\n')
  return isFolded
    ? `<details><summary>${title}</summary>\n\n${list}\n\n</details>`
    : `**${title} (${count})**\n\n${list}`
}

/** As many rows as there is room for, in bytes; those of the first sections go first. */
export function fitted(sections: Section[], room: number): string[] {
  let left = room - sections.reduce((bytes, each) => bytes + bytesOf(sectionText(each, 0)) + slack, 0)
  return sections.map((each) => {
    let shown = 0
    for (const line of each.rows) {
      left -= bytesOf(line) + 1
      if (left < 0) break
      shown += 1
    }
    return sectionText(each, shown)
  })
}

/** For the head of a table, and for the words that say how many rows are left out. */
const slack = 200

const bytesOf = (text: string) => new TextEncoder().encode(text).length

const longest = { message: 500, rule: 200, file: 300, cwes: 3 }

function identity(alert: Alert, context: SummaryContext): string[] {
  return [severity(alert), place(alert, context), rule(alert)]
}

function severity({ severity: word, countsAs, score, level }: Alert): string {
  if (word === 'unknown') return `unknown (treated as ${countsAs})`
  return score === undefined ? `${word} (${level})` : `${word} ${score.toFixed(1)}`
}

function place({ file, line, endLine = line }: Alert, { blobUrl }: SummaryContext): string {
  if (!file) return ''
  const range = endLine! > line! ? `#L${line}-L${endLine}` : `#L${line}`
  // GitHub shows the lines of Markdown only where it is asked for its source.
  const anchor = line === undefined ? '' : `${/\.(?:md|markdown)$/i.test(file) ? '?plain=1' : ''}${range}`
  const url = fileAddress(file, blobUrl)
  return link(code(`${tail(oneLine(file))}${line === undefined ? '' : `:${line}`}`), url && `${url}${anchor}`)
}

/** Where a file is seen; undefined for what is not in the repository. */
export function fileAddress(file: string, blobUrl: string | undefined): string | undefined {
  return blobUrl && isInRepository(file) ? `${blobUrl}${encodePath(file)}` : undefined
}

/** An absolute path, one that leaves the checkout, or an address of another kind is no file of the repository. */
export function isInRepository(file: string): boolean {
  return !/^(?:[/\\]|[a-z][a-z\d+.-]*:)|[\r\n]/i.test(file) && !file.split('/').includes('..')
}

/** The end of a path says more than its start. */
function tail(file: string): string {
  return file.length <= longest.file ? file : `…${file.slice(1 - longest.file).toWellFormed()}`
}

function rule({ rule: id, url, cwes }: Alert): string {
  // GitHub would tell whoever watches an issue that it was spoken of here.
  const isCall = url !== undefined && /\/(?:issues|pull|discussions|commit)\/\w+/.test(url)
  return [link(code(cut(id, longest.rule)), isCall ? undefined : url), ...cwes.slice(0, longest.cwes)].join(' ')
}

/** `excepted by the policy: EX-12, until 2027-01-31. The reason.` */
function acceptance({ by, id, reason, until }: Acceptance): string {
  const words = {
    suppression: 'suppressed in the source',
    'dismissed alert': `dismissed on GitHub${id ? ` (alert ${code(cut(id, 20))})` : ''}`,
    exception: `excepted by the policy${id ? `: ${code(cut(id, longest.rule))}` : ''}`,
  }
  const end = until === undefined ? '' : `, until ${dayOf(until)}`
  return `${words[by]}${end}. ${reason ? prose(cut(reason, longest.message)) : 'No reason is given.'}`
}
