import { UnreadableReport } from '../model/errors.ts'
import type { Notification, Place } from '../model/finding.ts'
import { fixItOf } from './compiler-fix-its.ts'
import { contextOf, type Diagnostic, diagnosticOf, isDiagnosticLine, remarksOf } from './compiler-text.ts'
import { linesOf, withoutColours } from './read/lines.ts'

/** An error or a warning with the notes below it and the places above it, such as who included the file. */
export interface Entry {
  main: Diagnostic
  notes: Diagnostic[]
  contexts: Place[]
}

export interface CompilerText {
  /** To be gone through once. Throws `UnreadableReport` at the end of a text that holds neither entries nor remarks. */
  entries: Iterable<Entry>
  /** What a program of the toolchain says of itself, at no place. All are here once the entries were gone through. */
  remarks: Notification[]
}

const caretLine = /^[\s~]*\^[\s~^]*$/

/** What tools print when they found nothing. */
const allIsWell = /^(?:Checking .*\.\.\.|\d+\/\d+ files checked .*|No warnings or errors were found\.)$/

/**
 * Reads what GCC, Clang and those who print like them say. Source excerpts, carets and summaries are skipped. A note belongs
 * to what stands above it, unless `standsAlone`.
 */
export function readCompilerText(text: string, standsAlone: (note: Diagnostic) => boolean): CompilerText {
  const remarks: Notification[] = []
  return { entries: entriesIn(withoutColours(text), remarks, standsAlone), remarks }
}

/** An entry is whole where the next one begins. */
function* entriesIn(
  text: string,
  remarks: Notification[],
  standsAlone: (note: Diagnostic) => boolean,
): Generator<Entry> {
  let entry: Entry | undefined
  let beside: Beside = { contexts: [], remarks }
  for (const line of tellingLines(text)) {
    const diagnostic = diagnosticOf(line)
    if (!diagnostic) {
      take(line, beside)
      continue
    }
    const { contexts } = beside
    beside = { last: diagnostic, contexts: [], remarks }
    if (entry && diagnostic.word === 'note' && !standsAlone(diagnostic)) {
      entry.notes.push(diagnostic)
      entry.contexts.push(...contexts)
      continue
    }
    if (entry) yield entry
    entry = { main: diagnostic, notes: [], contexts }
  }
  if (entry) yield entry
  else if (remarks.length === 0 && !isSilent(text))
    throw new UnreadableReport('none of its lines is one of a compiler, as `file:line:column: warning: …`')
}

/** What lines say that are no diagnostics: of the last one, of the next one, or of neither. */
interface Beside {
  last?: Diagnostic
  /** Of the next one. */
  contexts: Place[]
  remarks: Notification[]
}

function take(line: string, { last, contexts, remarks }: Beside): void {
  const context = contextOf(line)
  const fixIt = context ? undefined : fixItOf(line)
  if (context) contexts.push(context)
  else if (fixIt) last?.fixIts.push(fixIt)
  else remarks.push(...remarksOf(line))
}

function isSilent(text: string): boolean {
  for (const line of linesOf(text)) if (line.trim() !== '' && !allIsWell.test(line)) return false
  return true
}

/**
 * The lines in which a colon stands before a blank or a number, as it does wherever something is said: most lines of a build
 * have none, and are passed over unseen.
 */
function* tellingLines(text: string): Generator<string> {
  const telling = /:[ \d]/g
  while (telling.test(text)) {
    const start = text.lastIndexOf('\n', telling.lastIndex - 2) + 1
    const end = endOfLine(text, start)
    if (!isExcerpt(text, start, end)) yield lineOf(text, start, end)
    telling.lastIndex = end
  }
}

/** A line of source may look like anything, but it stands between a diagnostic and its carets. */
function isExcerpt(text: string, start: number, end: number): boolean {
  if (start === 0) return false
  const below = text.slice(end + 1, endOfLine(text, end + 1))
  if (!below.includes('^') || !caretLine.test(below)) return false
  return isDiagnosticLine(lineOf(text, text.lastIndexOf('\n', start - 2) + 1, start - 1))
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  return newline === -1 ? text.length : newline
}

function lineOf(text: string, start: number, end: number): string {
  return text.slice(start, text[end - 1] === '\r' ? end - 1 : end)
}
