import type { Finding, Level, Location, Notification, Place } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { expectEntries } from './read/entries.ts'
import { linesOf } from './read/lines.ts'
import { someLine } from './report.ts'

/** `a.ts(1,7): error TS2322: words`, and without a place: `error TS5058: words`. */
const plain = /^(?:(\S.*?)\((\d+),(\d+)\): )?(error|warning|message|suggestion) (TS\d+): (.*)$/
/** `a.ts:1:7 - error TS2322: words`, with the source and marks below it. */
const pretty = /^(\S.*?):(\d+):(\d+) - (error|warning|message|suggestion) (TS\d+): (.*)$/
/** `  a.ts:1:7`: another place, with its source and what is to be said of it below. */
const other = /^ {2}(\S.*):(\d+):(\d+)$/

export const tsc = defineConverter({
  id: 'tsc',
  tool: { name: 'TypeScript', url: 'https://www.typescriptlang.org' },
  reads: 'tsc (or vue-tsc), with --pretty or --pretty false',
  proof: 'run',
  detects: (report) => someLine(plain)(report) || someLine(pretty)(report),
  read(report) {
    const findings: Finding[] = []
    const notifications: Notification[] = []
    const diagnostics = diagnosticsOf([...linesOf(report.text)])
    // What a watching compiler says when all is well.
    if (!/\bFound 0 errors\b/.test(report.text))
      expectEntries(report, diagnostics.length, "a.ts(1,7): error TS2322: Type 'string' is …")
    for (const { code, level, message, at, related } of diagnostics) {
      const text = message.join('\n')
      if (at) findings.push({ rule: { id: code }, level, message: text, location: at, related })
      // Of files, options or libraries: the compiler does not go on to check types then.
      else notifications.push({ level, message: `${code}: ${text}`, incomplete: level === 'error' })
    }
    return { findings, notifications, columns: 'utf16CodeUnits' }
  },
})

interface Diagnostic {
  code: string
  level: Level
  message: string[]
  at?: Location
  related: Place[]
}

/** What the next line belongs to: words, the source below a place, or nothing. */
interface Reader {
  found: Diagnostic[]
  words?: (line: string) => void
  frame?: Frame
}

interface Frame {
  place: Place
  /** The line of the source that was shown last, and how far it was moved to the right. */
  shown?: { line: number; indent: number }
}

function diagnosticsOf(lines: string[]): Diagnostic[] {
  const reader: Reader = { found: [] }
  for (const [index, line] of lines.entries()) {
    const last = reader.found.at(-1)
    if (startDiagnostic(line, reader)) continue
    const place = last && other.exec(line)
    if (place) startPlace(last, place, reader)
    else if (line === '') endWords(last, reader)
    else if (reader.frame && isFrame(line, lines[index + 1], reader.frame)) continue
    else if (/^\s/.test(line)) reader.words?.(line)
  }
  return reader.found
}

function startDiagnostic(line: string, reader: Reader): boolean {
  const match = plain.exec(line) ?? pretty.exec(line)
  if (!match) return false
  const [, file, row, column, word, code = '', text = ''] = match
  const message = [text]
  const at = file === undefined ? undefined : { file, line: Number(row), column: Number(column) }
  reader.found.push({ code, level: levelOf(word === 'message' ? 'info' : word), message, at, related: [] })
  reader.words = (more) => message.push(more)
  reader.frame = undefined
  return true
}

function startPlace({ related }: Diagnostic, [, file = '', row, column]: RegExpExecArray, reader: Reader): void {
  const place: Place = { file, line: Number(row), column: Number(column) }
  related.push(place)
  reader.frame = { place }
  reader.words = (line) => {
    place.message = place.message === undefined ? line.trim() : `${place.message}\n${line.trim()}`
  }
}

/** A blank line ends what is said of a diagnostic; its source follows. */
function endWords(last: Diagnostic | undefined, reader: Reader): void {
  reader.words = undefined
  reader.frame = last?.at && last.related.length === 0 ? { place: last.at } : undefined
}

/** A line of source, or the waves under it, whose end is the place's end. */
function isFrame(line: string, next: string | undefined, frame: Frame): boolean {
  const { place, shown } = frame
  const source = /^\s*(\d+) /.exec(line)
  const number = Number(source?.[1])
  if (source && number >= (shown ? shown.line + 1 : place.line!) && /^[\s~]*$/.test(next ?? '')) {
    frame.shown = { line: number, indent: source[0].length }
    return true
  }
  if (!/^[\s~.]+$/.test(line)) return false
  const waves = line.lastIndexOf('~')
  if (waves >= 0 && shown) Object.assign(place, { endLine: shown.line, endColumn: waves - shown.indent + 2 })
  return true
}
