import type { Alert } from '../../model/alert.ts'
import type { Excerpt, ExcerptLine } from '../../model/excerpt.ts'
import type { CodeData, CodeLine } from './shape.ts'
import { visible } from './visible.ts'

/** An excerpt as the page shows it. */
export function codeOf(
  { startLine: start, lines }: Excerpt,
  { line: from = start, endLine: to = from }: Alert,
): CodeData {
  return { start, lines: lines.map(lineOf), from, to: Math.max(from, to) }
}

function lineOf({ text, mark, cutBefore, cutAfter, isWithheld }: ExcerptLine): CodeLine {
  if (isWithheld) return null
  const [head, tail] = [cutBefore ? '…' : '', cutAfter ? '…' : '']
  if (!mark || mark.end <= mark.start) return `${head}${visible(text)}${tail}`
  const [before, marked, after] = [text.slice(0, mark.start), text.slice(mark.start, mark.end), text.slice(mark.end)]
  return [`${head}${visible(before)}`, visible(marked), `${visible(after)}${tail}`]
}
