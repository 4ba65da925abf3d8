import type { Notification, Place } from '../model/finding.ts'
import type { FixIt } from './compiler-fix-its.ts'
import { levelOfWord } from './compiler-words.ts'
import { optionOf } from './warning-options.ts'

/** What a compiler says at one place: an error, a warning, a note. */
export interface Diagnostic {
  /** As it is written, in small letters: `error`, `fatal error`, `warning`, `note`, `style`, …; `message` for none. */
  word: string
  message: string
  /** What stood in brackets behind the message, the last one first. */
  brackets: string[]
  /** The option or the rule that the last of them names which names one. */
  option: string | undefined
  place: Place
  fixIts: FixIt[]
}

// A colon may stand in a path where no blank and no number follows it.
const path = '([^\\s:][^:]*(?::(?![\\s\\d])[^:]*)*)'
const words =
  '(fatal error|internal compiler error|sorry, unimplemented|error|warning|note|remark|style|performance|portability|information|info|debug)'
const diagnosticLine = new RegExp(
  `^${path}:(\\d{1,9})(?::(\\d{1,9}))?:(?:((?:\\{[\\d:-]+\\})+):)? ${words}: (.*)$`,
  'i',
)
/** Most lines are no diagnostics and lead to none, and this tells it soonest. */
const hasNumber = /:\d/
// Linkers and others beside the compiler say no such word.
const wordlessLine = /^(?=[^\s:]*[./\\])([^\s:]+):(\d{1,9})(?::(\d{1,9}))?: (\S.*)$/
const remarkLine = new RegExp(`^(?:([^\\s:][^:]*): )?${words}: (.*)$`, 'i')
const includedLine = new RegExp(`^(?:In file included from|In module .* imported from|\\s+from) ${path}:(\\d{1,9})`)
const requiredLine = new RegExp(`^${path}:(\\d{1,9})(?::(\\d{1,9}))?:\\s{3,}(\\S.*)$`)
const inlinedLine = new RegExp(`^\\s+(inlined from .*) at ${path}:(\\d{1,9})(?::(\\d{1,9}))?[,:]$`)

export function isDiagnosticLine(line: string): boolean {
  return hasNumber.test(line) && diagnosticLine.test(line)
}

export function diagnosticOf(line: string): Diagnostic | undefined {
  if (!hasNumber.test(line)) return undefined
  const match = diagnosticLine.exec(line) ?? wordless(line)
  if (!match) return undefined
  const caret = { file: match[1]!, line: Number(match[2]), column: Number(match[3] ?? 0) }
  const ranges = match[4]
  const place = ranges ? { ...caret, ...endOf(caret, ranges) } : caret
  const [word, message] = [match[5]!.toLowerCase(), match[6]!.trimEnd()]
  return withoutBrackets({ word, message, brackets: [], option: undefined, place, fixIts: [] })
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
function withoutBrackets(it: Diagnostic): Diagnostic {
  while (it.message.endsWith(']')) {
    const open = it.message.lastIndexOf(' [')
    const content = it.message.slice(open + 2, -1)
    const option = optionOf(content)
    if (open < 0 || (option === undefined && !mark.test(content))) break
    it.option ??= option
    it.brackets.push(content)
    it.message = it.message.slice(0, open).trimEnd()
  }
  return it
}

/** What stands in brackets beside options and rules: a weakness, or a category of Clang, with names like `Semantic Issue`. */
const mark = /^CWE-\d+$|^[A-Z][\w-]+(?: [\w-]+)* Issue$/

/** A place that leads to the diagnostic below. */
export function contextOf(line: string): Place | undefined {
  if (!hasNumber.test(line)) return undefined
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
