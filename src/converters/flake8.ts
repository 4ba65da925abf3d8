import type { ColumnUnit } from '../model/columns.ts'
import type { Finding, Level, Reading, Rule } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { withoutPassword } from './hardcoded-passwords.ts'
import { expectEntries } from './read/entries.ts'
import { linesOf } from './read/lines.ts'
import { someLine } from './report.ts'

/** `./a.py:1:10: E401 multiple imports on one line`. A plugin's code is at most three letters and as many digits. */
const entry = /^(\S.*?):(\d+):(\d+): ([A-Z]{1,3}\d{3}) (\S.*)$/
/** Older plugins have longer ones. */
const longer = /^(\S.*?):(\d+):(\d+): ([A-Z]{1,8}\d{1,4}) (\S.*)$/

export const flake8 = defineConverter({
  id: 'flake8',
  tool: { name: 'Flake8', url: 'https://flake8.pycqa.org' },
  reads: 'flake8 (or pycodestyle), in its default format',
  proof: 'run',
  detects: someLine(entry),
  read(report) {
    const reading: Reading = { findings: [], notifications: [], columns: 'utf8Bytes' }
    for (const line of linesOf(report.text)) {
      const match = longer.exec(line)
      if (match) fileUnder(match, reading)
    }
    const { findings, notifications } = reading
    expectEntries(report, findings.length + notifications!.length, 'a.py:1:10: E401 multiple imports on one line')
    return reading
  },
})

function fileUnder([, file = '', line, column, code = '', message = '']: RegExpExecArray, reading: Reading): void {
  if (code === 'E902' && isUnread(message)) {
    reading.notifications!.push({ level: 'error', message, location: { file }, incomplete: true })
    return
  }
  reading.findings.push({
    rule: ruleOf(code),
    level: levelOfCode(code),
    message: withoutPassword(message),
    location: { file, line: Number(line), column: Number(column) },
    columns: unitOf(code),
  } satisfies Finding)
}

/** E902 is said of files that are not there or hold no text, but also of an indentation that ends nowhere. */
function isUnread(message: string): boolean {
  return /^(?:\w*(?:OS|IO|NotFound|Permission|IsADirectory|UnicodeDecode|Unicode)Error)\b/.test(message)
}

/** One report mixes both: pycodestyle counts characters, everything else passes on the bytes of Python's syntax tree. */
function unitOf(code: string): ColumnUnit | undefined {
  return isPycodestyle(code) ? 'unicodeCodePoints' : undefined
}

function isPycodestyle(code: string): boolean {
  return /^[EW]\d{3}$/.test(code)
}

/** Errors and pyflakes; conventions of names, docstrings and complexity; warnings, also those of plugins. */
function levelOfCode(code: string): Level {
  if (/^[EF]\d{3}$/.test(code)) return 'error'
  return /^[CDN]\d{3}$/.test(code) ? 'note' : 'warning'
}

function ruleOf(code: string): Rule {
  if (code === 'C901' || /^F\d{3}$/.test(code) || code === 'E999' || code === 'E902')
    return { id: code, url: 'https://flake8.pycqa.org/en/latest/user/error-codes.html' }
  if (isPycodestyle(code)) return { id: code, url: 'https://pycodestyle.pycqa.org/en/latest/intro.html#error-codes' }
  // The rules that come from Bandit.
  return { id: code, tags: /^S\d{3}$/.test(code) ? ['security'] : undefined }
}
