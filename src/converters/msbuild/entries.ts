import { UnreadableReport } from '../../model/errors.ts'
import type { Place } from '../../model/finding.ts'
import { linesOf } from '../read/lines.ts'
import { type Line, placedLine, unplacedLine } from './line.ts'

/** A line with what is said below it. */
export interface Entry extends Line {
  related: Place[]
}

/** After these words MSBuild repeats all errors and warnings of the build. */
const summary = /^\s*Build (?:succeeded\.|FAILED\.)/
/** What says that a tool came to its end and found nothing, and what denies it. */
const ended = /^\s*(?:Build succeeded\.|Your code has been rated at 10\.00\/10|Total errors found: 0$)/
const counted = /^\s*[1-9]\d* (?:Warning|Error)\(s\)/
const relatedPlace = /^ {2}(\S.*?):(\d{1,9}):(\d{1,9})$/

/** The entries of a text; throws `UnreadableReport` for one that has none and does not say that all is well. */
export function readEntries(text: string): Entry[] {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let repeats = false
  let isText = false
  let above = ''
  for (const line of linesOf(text)) {
    const found = placedLine(line) ?? unplacedLine(line)
    repeats ||= summary.test(line)
    isText ||= line.trim() !== ''
    if (!found && !repeats) addTo(entries.at(-1), line, above)
    else if (found && (!repeats || !seen.has(withoutNode(line)))) add(entries, found)
    if (found) seen.add(withoutNode(line))
    above = line
  }
  if (isText && entries.length === 0 && !isWell([...linesOf(text)]))
    throw new UnreadableReport('none of its lines is one of Visual Studio, as `file(line,column): error CODE: …`')
  return entries
}

function isWell(lines: string[]): boolean {
  return lines.some((line) => ended.test(line)) && !lines.some((line) => counted.test(line))
}

/** While it builds, MSBuild says which of its nodes speaks: `2>`. */
function withoutNode(line: string): string {
  return line.trim().replace(/^\d+>/, '')
}

function add(entries: Entry[], line: Line): void {
  const above = entries.at(-1)
  if (above && line.word === 'note' && line.place) above.related.push({ ...line.place, message: line.message })
  else entries.push({ ...line, related: [] })
}

/** TypeScript explains an error in lines below it, further in, and in its pretty form names related places. */
function addTo(entry: Entry | undefined, line: string, above: string): void {
  if (!entry || entry.project) return
  const place = relatedPlace.exec(line)
  const last = entry.related.at(-1)
  if (place) entry.related.push({ file: place[1]!, line: Number(place[2]), column: Number(place[3]) })
  else if (last && /^ {4}(?!\d+ |\s*~*\s*$)/.test(line))
    last.message = [last.message, line.trim()].filter(Boolean).join(' ')
  else if (!last && /^(?: {2}|\t)\s*[^\s~]/.test(line) && above.trim() !== '') entry.message += `\n${line.trimEnd()}`
}
