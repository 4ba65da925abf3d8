import type { Alert } from '../../model/alert.ts'
import type { Snippet } from '../../model/snippet.ts'
import type { CodeData } from './shape.ts'
import { visible } from './visible.ts'

/** Of a line that is longer, the part around the finding is shown. */
const longest = { line: 240, before: 80 }

/** A snippet as the page shows it; `redact` takes secrets of ours out. */
export function codeOf(snippet: Snippet, alert: Alert, redact: (text: string) => string): CodeData {
  const { line: from = snippet.start, endLine: to = from } = alert
  let mark: CodeData['mark']
  const lines = snippet.lines.map((line, at) => {
    if (line === undefined) return null
    const shown = lineOf(redact(line), columnsOf(line, snippet.start + at, { alert, snippet, redact }))
    mark ??= shown.mark
    return shown.text
  })
  return { start: snippet.start, lines, from, to: Math.max(from, to), ...(mark && { mark }) }
}

interface Around {
  alert: Alert
  snippet: Snippet
  redact(text: string): string
}

/** Which part of this line it is, counted from 0; none where columns would say something else than they meant. */
function columnsOf(line: string, number: number, { alert, snippet, redact }: Around): [number, number] | undefined {
  const { column, endColumn, endLine = alert.line } = alert
  if (number !== alert.line || endLine !== number || snippet.isPart || redact(line) !== line) return undefined
  if (column === undefined || endColumn === undefined) return undefined
  return column >= 1 && endColumn > column && endColumn - 1 <= line.length ? [column - 1, endColumn - 1] : undefined
}

function lineOf(line: string, columns: [number, number] | undefined): { text: string; mark?: [number, number] } {
  const start = columns?.[0] ?? 0
  const from =
    line.length <= longest.line ? 0 : Math.max(0, Math.min(start - longest.before, line.length - longest.line))
  const to = Math.min(line.length, from + longest.line)
  const cut = (a: number, b: number) => visible(line.slice(Math.max(a, from), Math.min(b, to)))
  const [head, tail] = [from > 0 ? '…' : '', to < line.length ? '…' : '']
  if (!columns) return { text: `${head}${cut(from, to)}${tail}` }
  const before = head + cut(from, columns[0])
  const marked = cut(columns[0], columns[1])
  return {
    text: `${before}${marked}${cut(columns[1], to)}${tail}`,
    mark: [before.length, before.length + marked.length],
  }
}
