import type { Location, Notification, Reading } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { expectEntries } from './read/entries.ts'
import { readJson } from './read/json.ts'
import { linesOf } from './read/lines.ts'
import { array, nullish, number, object, string } from './read/shape.ts'
import { type Report, someLine, someValueHasKeys } from './report.ts'

const Line = object({
  file: string,
  line: nullish(number),
  column: nullish(number),
  end_line: nullish(number),
  end_column: nullish(number),
  message: string,
  hint: nullish(string),
  code: nullish(string),
  severity: string,
})

/** `a.py:10:12:10:14: error: words  [code]`, with none, one, two or four numbers. */
const entry = /^(\S.*?):(?:(\d+):(?:(\d+):)?(?:(\d+):(\d+):)?)? (error|note|warning): (.*)$/
const trailingCode = / {2}\[([a-z][\w-]*)\]$/
const ofPython = /^\S.*?\.pyi?:(?:\d+:)* (?:error|note|warning): /
const summary =
  /^(?:Found \d+ errors? in \d+ files? \((?:checked|errors prevented)|Success: no issues found in \d+ source files?)/

export const mypy = defineConverter({
  id: 'mypy',
  tool: { name: 'mypy', url: 'https://mypy-lang.org' },
  reads: 'mypy --show-column-numbers --show-error-end (or plain, or --output json)',
  proof: 'run',
  detects: (report) =>
    someLine(ofPython)(report) ||
    someLine(summary)(report) ||
    someValueHasKeys('file', 'line', 'column', 'message', 'hint', 'code', 'severity')(report),
  read(report) {
    const reading: Reading = { findings: [], notifications: [], columns: 'utf8Bytes' }
    const entries = report.text.trimStart().startsWith('{') ? jsonEntries(report) : textEntries(report)
    for (const it of entries) fileUnder(it, reading)
    return reading
  },
})

interface Entry {
  at: Location
  severity: string
  code?: string
  words: string[]
}

function jsonEntries(report: Report): Entry[] {
  const lines = readJson({ json: () => report.jsonValues().values }, array(Line))
  return lines.map(({ file, line, column, end_line, end_column, severity, code, message, hint }) => ({
    // Columns from 0, the end exclusive.
    at: {
      file,
      line: line ?? undefined,
      column: after(column),
      endLine: end_line ?? undefined,
      endColumn: after(end_column),
    },
    severity,
    code: code ?? undefined,
    words: hint ? [message, hint] : [message],
  }))
}

function textEntries(report: Report): Entry[] {
  const entries: Entry[] = []
  /** With --pretty, the words of an entry may go on for lines, up to its code. */
  let open: Entry | undefined
  for (const line of linesOf(report.text)) {
    const match = entry.exec(line)
    if (summary.test(line)) open = undefined
    else if (match) open = added(match, entries)
    else if (open && /^\S/.test(line)) continueWith(line, open)
    else open = undefined
    if (open?.code) open = undefined
  }
  const stopped = /^Found .*\(errors prevented further checking\)/m.exec(report.text)
  if (stopped) entries.push({ at: { file: '' }, severity: 'error', words: [stopped[0]] })
  if (!/^Success: no issues found/m.test(report.text))
    expectEntries(report, entries.length, 'a.py:10:12: error: Incompatible return value type  [return-value]')
  return entries
}

/** A note on the line of the entry before explains that one; any other is an entry of its own. */
function added(match: RegExpExecArray, entries: Entry[]): Entry | undefined {
  const [, file = '', line, column, endLine, endColumn, severity = '', text = ''] = match
  const { code, words } = split(text)
  const last = entries.at(-1)
  const isAbout = last && last.at.file === file && last.at.line === numberOf(line)
  if (severity === 'note' && !code && isAbout && !words.startsWith('Revealed ')) {
    last.words.push(words)
    return undefined
  }
  const at = { file, line: numberOf(line), column: numberOf(column), endLine: numberOf(endLine) }
  // The end is the last byte itself.
  const added = { at: { ...at, endColumn: after(numberOf(endColumn)) }, severity, code, words: [words] }
  entries.push(added)
  return added
}

function continueWith(line: string, open: Entry): void {
  const { code, words } = split(line)
  open.code = code
  // Always the only words so far: a note on the same line ends what may go on.
  if (words) open.words[0] += ` ${words}`
}

function split(text: string): { code?: string; words: string } {
  const code = trailingCode.exec(text) ?? /^\[([a-z][\w-]*)\]$/.exec(text)
  return code ? { code: code[1], words: text.slice(0, code.index).trimEnd() } : { words: text.trimEnd() }
}

function fileUnder({ at, severity, code, words }: Entry, reading: Reading): void {
  const level = levelOf(severity)
  const message = words.join('\n')
  const isOwnTrouble = at.line === undefined || at.line < 1 || message.startsWith('INTERNAL ERROR')
  if (isOwnTrouble) {
    const location = at.file ? { file: at.file, line: at.line } : undefined
    reading.notifications!.push({ level, message, location, incomplete: level === 'error' } satisfies Notification)
    return
  }
  // In JSON, what has no code of its own is `misc`.
  const id = code ?? 'misc'
  const url = `https://mypy.readthedocs.io/en/stable/_refs.html#code-${id}`
  reading.findings.push({ rule: { id, url }, level, message, location: at })
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

function after(column: number | null | undefined): number | undefined {
  return typeof column === 'number' ? column + 1 : undefined
}
