import type { Alert } from '../model/alert.ts'
import type { Excerpt, ExcerptLine } from '../model/excerpt.ts'
import { grouped } from '../model/grouped.ts'
import { holdsSecret } from '../model/secret-finding.ts'
import { lineWalk } from '../transforms/line-walk.ts'
import { sourcesIn } from './sources.ts'

/** What is read for excerpts, and what must not be shown of it. */
export interface Excerpted {
  /** Of the checkout. */
  root: string
  /** Every finding: a line in which one of them is a secret is shown for none. */
  findings: Alert[]
  /** Lines of context before and after. */
  around?: number
  redact(text: string): string
}

/** Of one finding; longer ones are shown by their start. */
const mostLines = 12
/** UTF-16 units of a line, and how many of them come before what is marked. */
const longest = { line: 480, before: 120 }

/**
 * The source lines of alerts, for those whose file can be read in the checkout or whose report quotes it. Nothing is
 * read outside the checkout, and no line is shown in which a scanner has found a secret.
 */
export function excerptsOf(alerts: Alert[], from: Excerpted): Map<Alert, Excerpt> {
  const sources = sourcesIn(from.root)
  const placed = alerts.filter(({ file, line = 0 }) => file !== undefined && line >= 1)
  // Each file is read once.
  const files = grouped(placed, (alert) => alert.file!)
  if (files.size === 0) return new Map()
  const secrets = secretLines(from.findings.filter(({ file }) => file !== undefined && files.has(file)))
  const excerpts = new Map<Alert, Excerpt>()
  for (const [file, there] of files) {
    const bytes = sources.bytes(file)
    for (const alert of there) {
      const quoted = (bytes && linesOf(bytes, alert, from.around ?? 0)) ?? snippetOf(alert)
      if (quoted)
        excerpts.set(
          alert,
          excerpt(quoted, alert, (line) => secrets.has(`${file}:${line}`), from.redact),
        )
    }
  }
  return excerpts
}

function secretLines(findings: Alert[]): Set<string> {
  const lines = new Set<string>()
  for (const alert of findings) {
    const { file, line, endLine = line } = alert
    if (line === undefined || endLine === undefined || !holdsSecret(alert)) continue
    // No key is longer than that, and a report may say anything.
    for (let at = line; at <= Math.min(endLine, line + 500); at++) lines.add(`${file}:${at}`)
  }
  return lines
}

interface Quoted {
  startLine: number
  texts: string[]
  /** Whether columns count from the start of these lines. */
  hasColumns: boolean
}

/** Undefined where the file has no such line: it is another one than was scanned, or no text. */
function linesOf(bytes: Uint8Array, { line = 1, endLine = line }: Alert, around: number): Quoted | undefined {
  const walk = lineWalk(bytes)
  const startLine = Math.max(1, line - around)
  const texts: string[] = []
  for (let number = startLine; number <= endLine + around && texts.length < mostLines; number++) {
    const place = walk.line(number)
    // What comes after the last line break is no line, unless a finding says so.
    if (!place || (number > line && place.start === bytes.length)) break
    texts.push(Buffer.from(bytes.buffer, bytes.byteOffset + place.start, place.end - place.start).toString('utf8'))
  }
  const isThere = startLine + texts.length > line
  return isThere && !texts.some((text) => text.includes('\0')) ? { startLine, texts, hasColumns: true } : undefined
}

/** What the report quotes of the file, where the file itself is not at hand. */
function snippetOf({ snippet, line = 1 }: Alert): Quoted | undefined {
  if (!snippet) return undefined
  const texts = snippet.text.replace(/\r?\n$/, '').split(/\r\n?|\n/, mostLines)
  const isThere = snippet.startLine <= line && line < snippet.startLine + texts.length
  return isThere ? { ...snippet, texts } : undefined
}

function excerpt(
  { startLine, texts, hasColumns }: Quoted,
  alert: Alert,
  isSecret: (line: number) => boolean,
  redact: (text: string) => string,
): Excerpt {
  const lines = texts.map((text, at): ExcerptLine => {
    const line = startLine + at
    if (isSecret(line) || redact(text) !== text) return { text: '', isWithheld: true }
    return windowed(text, hasColumns ? markIn(text, line, alert) : undefined)
  })
  return { startLine, lines }
}

function markIn(text: string, at: number, alert: Alert): ExcerptLine['mark'] {
  const { line = 1, endLine = line, column, endColumn } = alert
  if (column === undefined || at < line || at > endLine) return undefined
  const unitsBefore = (column: number) => Math.min(text.length, inUtf16(text, column - 1, alert))
  const start = at === line ? unitsBefore(column) : 0
  const end = at < endLine ? text.length : endColumn === undefined ? start + 1 : unitsBefore(endColumn)
  // A column behind the line is of another text than this one.
  if (at === line && inUtf16(text, column - 1, alert) > text.length) return undefined
  return { start, end: Math.max(start, Math.min(end, text.length)) }
}

/** Tools that write SARIF themselves may count code points. */
function inUtf16(text: string, column: number, { columnKind }: Alert): number {
  if (columnKind !== 'unicodeCodePoints') return column
  return [...text.slice(0, 2 * column)].slice(0, column).join('').length
}

/** A minified line is megabytes long, and a slice of it would keep all of it in memory. */
function windowed(text: string, mark: ExcerptLine['mark']): ExcerptLine {
  if (text.length <= longest.line) return { text, mark }
  const from = Math.max(0, (mark?.start ?? 0) - longest.before)
  const shown = text.slice(from, from + longest.line).toWellFormed()
  const inside = (unit: number) => Math.min(shown.length, unit - from)
  return {
    text: Buffer.from(shown).toString(),
    mark: mark && { start: inside(mark.start), end: inside(mark.end) },
    ...(from > 0 && { cutBefore: true }),
    ...(from + shown.length < text.length && { cutAfter: true }),
  }
}
