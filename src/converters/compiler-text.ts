import { UnreadableReport } from '../model/errors.ts'
import type { Notification, Place } from '../model/finding.ts'
import { type FixIt, fixItOf } from './compiler-fix-its.ts'
import { levelOfWord } from './compiler-words.ts'
import { linesOf } from './read/lines.ts'
import { optionOf } from './warning-options.ts'

/** What a compiler says at one place: an error, a warning, a note. */
export interface Diagnostic {
  /** As it is written, in small letters: `error`, `fatal error`, `warning`, `note`, `style`, …; `message` for none. */
  word: string
  message: string
  /** What stood in brackets behind the message, the last one first. */
  brackets: string[]
  place: Place
  fixIts: FixIt[]
}

/** An error or a warning with the notes below it and the places above it, such as who included the file. */
export interface Entry extends Diagnostic {
  notes: Diagnostic[]
  contexts: Place[]
}

export interface CompilerText {
  entries: Entry[]
  /** What a program of the toolchain says of itself, at no place. */
  remarks: Notification[]
}

// A colon may stand in a path where no blank and no number follows it.
const path = '([^\\s:][^:]*(?::(?![\\s\\d])[^:]*)*)'
const words =
  '(fatal error|internal compiler error|sorry, unimplemented|error|warning|note|remark|style|performance|portability|information|info|debug)'
const diagnosticLine = new RegExp(
  `^${path}:(\\d{1,9})(?::(\\d{1,9}))?:(?:((?:\\{[\\d:-]+\\})+):)? ${words}: (.*)$`,
  'i',
)
/** Most lines of a build are no diagnostics and lead to none, and this tells it soonest. */
const hasNumber = /:\d/
// Linkers and others beside the compiler say no such word.
const wordlessLine = /^(?=[^\s:]*[./\\])([^\s:]+):(\d{1,9})(?::(\d{1,9}))?: (\S.*)$/
const remarkLine = new RegExp(`^(?:([^\\s:][^:]*): )?${words}: (.*)$`, 'i')
const includedLine = new RegExp(`^(?:In file included from|In module .* imported from|\\s+from) ${path}:(\\d{1,9})`)
const requiredLine = new RegExp(`^${path}:(\\d{1,9})(?::(\\d{1,9}))?:\\s{3,}(\\S.*)$`)
const inlinedLine = new RegExp(`^\\s+(inlined from .*) at ${path}:(\\d{1,9})(?::(\\d{1,9}))?[,:]$`)
const caretLine = /^[\s~]*\^[\s~^]*$/

/** What tools print when they found nothing. */
const allIsWell = /^(?:Checking .*\.\.\.|\d+\/\d+ files checked .*|No warnings or errors were found\.)$/

export function isDiagnosticLine(line: string): boolean {
  return hasNumber.test(line) && diagnosticLine.test(line)
}

/**
 * Reads what GCC, Clang and those who print like them say. Source excerpts, carets and summaries are skipped; throws
 * `UnreadableReport` for text that holds nothing else. A note belongs to what stands above it, unless `standsAlone`.
 */
export function readCompilerText(text: string, standsAlone: (note: Diagnostic) => boolean): CompilerText {
  const { read, take } = compilerReader(standsAlone)
  // Line by line, as a build has many and most say nothing: only the two around each are at hand.
  let above = ''
  let line = ''
  for (const below of linesOf(text)) {
    take(line, above, below)
    above = line
    line = below
  }
  take(line, above, '')
  if (read.entries.length === 0 && read.remarks.length === 0 && !isSilent(text))
    throw new UnreadableReport('none of its lines is one of a compiler, as `file:line:column: warning: …`')
  return read
}

function compilerReader(standsAlone: (note: Diagnostic) => boolean) {
  const read: CompilerText = { entries: [], remarks: [] }
  let contexts: Place[] = []
  let last: Diagnostic | undefined

  function takeNumbered(line: string): boolean {
    const diagnostic = diagnosticOf(line)
    if (diagnostic) {
      add(read.entries, diagnostic, contexts, standsAlone)
      last = diagnostic
      contexts = []
      return true
    }
    const context = contextOf(line)
    const fixIt = context ? undefined : fixItOf(line)
    if (context) contexts.push(context)
    else if (fixIt) last?.fixIts.push(fixIt)
    return context !== undefined || fixIt !== undefined
  }

  function take(line: string, above: string, below: string): void {
    if (isExcerpt(above, below)) return
    const isTaken = hasNumber.test(line) && takeNumbered(line)
    if (!isTaken && line.includes(': ')) read.remarks.push(...remarksOf(line))
  }

  return { read, take }
}

function isSilent(text: string): boolean {
  for (const line of linesOf(text)) if (line.trim() !== '' && !allIsWell.test(line)) return false
  return true
}

/** A line of source may look like anything, but it stands between a diagnostic and its carets. */
function isExcerpt(above: string, below: string): boolean {
  return below.includes('^') && caretLine.test(below) && isDiagnosticLine(above)
}

function add(entries: Entry[], it: Diagnostic, contexts: Place[], standsAlone: (note: Diagnostic) => boolean): void {
  const above = entries.at(-1)
  if (!above || it.word !== 'note' || standsAlone(it)) entries.push(Object.assign(it, { notes: [], contexts }))
  else {
    above.notes.push(it)
    above.contexts.push(...contexts)
  }
}

function diagnosticOf(line: string): Diagnostic | undefined {
  const match = diagnosticLine.exec(line) ?? wordless(line)
  if (!match) return undefined
  const [, file = '', row, column, ranges = '', word = '', rest = ''] = match
  const { message, brackets } = withoutBrackets(rest)
  const caret = { file, line: Number(row), column: Number(column ?? 0) }
  const place = ranges ? { ...caret, ...endOf(caret, ranges) } : caret
  return { word: word.toLowerCase(), message, brackets, place, fixIts: [] }
}

function wordless(line: string): (string | undefined)[] | undefined {
  const [all, file, row, column, rest] = wordlessLine.exec(line) ?? []
  return all === undefined ? undefined : [all, file, row, column, '', 'message', rest]
}

/** Clang prints the ranges it underlines; the one around the caret says where the problem ends. */
function endOf(caret: { line: number; column: number }, ranges: string): Pick<Place, 'endLine' | 'endColumn'> {
  for (const [, ...numbers] of ranges.matchAll(/\{(\d+):(\d+)-(\d+):(\d+)\}/g)) {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers.map(Number)
    const isBehindStart = caret.line > line || (caret.line === line && caret.column >= column)
    const isBeforeEnd = caret.line < endLine || (caret.line === endLine && caret.column < endColumn)
    if (isBehindStart && isBeforeEnd) return { endLine, endColumn }
  }
  return {}
}

/** `message [CWE-415] [-Wanalyzer-double-free]`; other words in brackets are part of the message. */
function withoutBrackets(text: string): { message: string; brackets: string[] } {
  const brackets: string[] = []
  let message = text.trimEnd()
  for (let open = message.lastIndexOf(' ['); open >= 0 && message.endsWith(']'); open = message.lastIndexOf(' [')) {
    const content = message.slice(open + 2, -1)
    if (!isMark(content)) break
    brackets.push(content)
    message = message.slice(0, open).trimEnd()
  }
  return { message, brackets }
}

/** An option, a rule, a weakness, or a category of Clang, which has names like `Semantic Issue`. */
function isMark(bracket: string): boolean {
  return optionOf(bracket) !== undefined || /^CWE-\d+$|^[A-Z][\w-]+(?: [\w-]+)* Issue$/.test(bracket)
}

function contextOf(line: string): Place | undefined {
  const included = includedLine.exec(line)
  if (included) return { file: included[1]!, line: Number(included[2]), message: 'included from here' }
  const required = requiredLine.exec(line)
  if (required) return placeAt(required[1]!, required[2]!, required[3], required[4]!)
  const inlined = inlinedLine.exec(line)
  return inlined ? placeAt(inlined[2]!, inlined[3]!, inlined[4], inlined[1]!) : undefined
}

function placeAt(file: string, line: string, column: string | undefined, message: string): Place {
  return { file, line: Number(line), column: column === undefined ? undefined : Number(column), message }
}

/**
 * What the line says at no place, as `cc1: error: …`: nothing of the code, but an input is missing, an option is unknown,
 * a program broke.
 */
export function remarksOf(line: string): Notification[] {
  const [, program, word, message] = remarkLine.exec(line) ?? []
  if (!word) return []
  const level = levelOfWord(word.toLowerCase())
  const text = `${program ? `${program}: ` : ''}${word}: ${message}`
  return [{ level, message: text, ...(level === 'error' && { incomplete: true }) }]
}
