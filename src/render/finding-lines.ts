import type { Alert } from '../model/alert.ts'
import type { Excerpt } from '../model/excerpt.ts'
import { grouped } from '../model/grouped.ts'
import type { Line, Sheet, Span } from '../model/sheet.ts'
import { encodePath, uriOfPath, webUrl } from '../model/uri.ts'
import { cellsOf, seen, seenLine } from './cells.ts'
import { cut } from './plain.ts'

/** What helps to show where findings are. */
export interface Sources {
  excerpts?: Map<Alert, Excerpt>
  /** The checkout's folder, for links to files. */
  root?: string
}

const longest = { cell: 200, message: 300, column: 60 }
/** Cells of severity and place at most, for the lines that a narrow terminal makes of one. */
const hang = 6

/** A line a finding, with its source below; those of a file together, and the file with the worst one first. */
export function findingLines(alerts: Alert[], { excerpts, root }: Sources): Sheet {
  const lines = aligned(byFile(alerts).map((alert) => ({ alert, spans: spansOf(alert, root) })))
  return lines.flatMap(({ alert, line }, at) => {
    const excerpt = excerpts?.get(alert)
    if (!excerpt) return [line]
    return [line, { excerpt, role: alert.severity }, ...(at < lines.length - 1 ? [''] : [])]
  })
}

/** Within a file from top to bottom, as one reads it. */
function byFile(alerts: Alert[]): Alert[] {
  const files = grouped(alerts, ({ file = '' }) => file)
  const down = (a: Alert, b: Alert) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  return [...files.values()].flatMap((there) => there.sort(down))
}

function spansOf(alert: Alert, root: string | undefined): Span[] {
  const { severity, rule, message } = alert
  return [
    { text: severity, role: severity },
    { text: cut(placeOf(alert), longest.cell), role: 'strong', url: fileUrl(alert, root) },
    { text: cut(seen(rule), longest.cell), role: 'faint', url: webUrl(alert.url)?.href },
    { text: cut(seenLine(message), longest.message) },
  ]
}

/** As editors and terminals know it: `path:line:column`. */
export function placeOf({ file = '', line, column }: Alert): string {
  const path = seen(file)
  if (line === undefined) return path
  return `${path}:${line}${column === undefined ? '' : `:${column}`}`
}

/** Of a file of the checkout only. */
function fileUrl({ file }: Alert, root: string | undefined): string | undefined {
  if (!file || !root || /^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(file) || file.split(/[/\\]/).includes('..'))
    return undefined
  return `${uriOfPath(root)}/${encodePath(file)}`
}

function aligned(rows: { alert: Alert; spans: Span[] }[]): { alert: Alert; line: Line }[] {
  const widthOf = (column: number) =>
    Math.min(longest.column, Math.max(0, ...rows.map(({ spans }) => cellsOf(spans[column]!.text))))
  const widths = [widthOf(0), widthOf(1), widthOf(2)]
  return rows.map(({ alert, spans }) => {
    const columns = spans.flatMap((span, at) => [{ ...span, width: widths[at] }, { text: '  ' }])
    return { alert, line: { spans: [{ text: '  ' }, ...columns.slice(0, -1)], hang } }
  })
}

/** A sentence of which the lines after the first are indented. */
export function hanging(text: string, hang = 2): Line {
  return { spans: [{ text }], hang }
}
