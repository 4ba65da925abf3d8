import type { Alert } from '../model/alert.ts'
import { encodePath } from '../model/uri.ts'
import { code, link, prose, table } from './markdown.ts'
import { cut } from './plain.ts'

export interface SummaryContext {
  /** An address that the path of a file is appended to. */
  blobUrl?: string
}

/** The first few findings, and how many there are beyond them. */
export function findingsTable(alerts: Alert[], rows: number, context: SummaryContext): string {
  if (alerts.length === 0) return ''
  const shown = alerts.slice(0, rows)
  const rest = alerts.length - shown.length
  const list = shown.map((alert) => [
    severity(alert),
    place(alert, context),
    rule(alert),
    prose(cut(alert.message, longest.message)),
  ])
  return [
    shown.length > 0 && table(['Severity', 'Where', 'Rule', 'Message'], list),
    rest > 0 && `…and ${rest} more: the SARIF has them all.`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const longest = { message: 500, rule: 200, file: 300, cwes: 3 }

function severity({ severity: word, countsAs, score, level }: Alert): string {
  if (word === 'unknown') return `unknown (treated as ${countsAs})`
  return score === undefined ? `${word} (${level})` : `${word} ${score.toFixed(1)}`
}

function place({ file, line }: Alert, { blobUrl }: SummaryContext): string {
  if (!file) return ''
  const anchor = line === undefined ? '' : `#L${line}`
  const url = fileAddress(file, blobUrl)
  return link(code(`${tail(file)}${line === undefined ? '' : `:${line}`}`), url && `${url}${anchor}`)
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
  return [link(code(cut(id, longest.rule)), url), ...cwes.slice(0, longest.cwes)].join(' ')
}
