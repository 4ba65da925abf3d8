import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Location, Notification } from '../../model/finding.ts'
import { isDiagnosticLine } from '../compiler-text.ts'
import { defineConverter } from '../converter.ts'
import { linesOf } from '../read/lines.ts'
import { someLine } from '../report.ts'
import { readShape } from './shapes.ts'

// A colon may stand in a path where no blank and no number follows it.
const path = '([^\\s:](?:[^:]|:(?![\\s\\d]))*)'
const placed = new RegExp(`^${path}:(\\d{1,9})(?::(\\d{1,9})(?:-(\\d{1,9})|:(\\d{1,9}):(\\d{1,9}))?)?:\\s+(\\S.*)$`)
const compact = /^(\S.*?): line (\d{1,9}), col (\d{1,9}), (\w+) - (.*)$/
/** Go's own words for a package that it could not check. */
const unchecked = /^vet: (.*)$/
/** What tools say that found nothing. */
const allIsWell = /^(?:go: downloading .*|Total errors found: 0|.*, no offenses detected|Total: 0 warnings.*)$/

interface Entry {
  place: Location
  said: ReturnType<typeof readShape>
}

export const unix = defineConverter({
  id: 'unix',
  tool: { name: 'unix', url: 'https://www.gnu.org/prep/standards/html_node/Errors.html' },
  reads: 'any linter that prints `file:line:column: message`, with or without a rule',
  proof: 'run',
  generic: true,
  detects: (report) => someLine(isFileLine)(report) && !someLine(isDiagnosticLine)(report),
  read({ text }) {
    const lines = [...linesOf(text)]
    const entries = lines.flatMap((line) => entryOf(line) ?? [])
    const notifications = lines.flatMap((line) => unchecked.exec(line)?.[1] ?? []).map(toNotification)
    const isSilent = lines.every((line) => line.trim() === '' || allIsWell.test(line))
    if (!isSilent && entries.length + notifications.length === 0)
      throw new UnreadableReport('none of its lines is `file:line: message`')
    return {
      findings: entries.map(toFinding),
      notifications,
      columns: entries.length > 0 && entries.every(isGo) ? 'utf8Bytes' : entries[0]?.said.columns,
    }
  },
})

/** Stricter than what is read: the name of a file has a dot or a slash and no blanks, so no clock and no log looks like it. */
function isFileLine(line: string): boolean {
  return (/^(?=[^\s:]*[./\\])[^\s:]+:\d/.test(line) && placed.test(line)) || compact.test(line)
}

function entryOf(line: string): Entry | undefined {
  if (unchecked.test(line)) return undefined
  const eslint = compact.exec(line)
  if (eslint) {
    const [, file = '', row, column, word, message] = eslint
    const place = { file, line: Number(row), column: Number(column) }
    return { place, said: readShape(`${message} [${word}]`) }
  }
  const match = placed.exec(line)
  if (!match) return undefined
  const [, file = '', row, column, lastColumn, endLine, endColumn, text = ''] = match
  const numbers = { line: row, column, endLine, endColumn }
  const at = Object.entries(numbers).flatMap(([name, digits]) => (digits ? [[name, Number(digits)]] : []))
  // Luacheck's `7-9` includes its end.
  const end = lastColumn ? { endColumn: Number(lastColumn) + 1 } : {}
  return { place: { file, ...Object.fromEntries(at), ...end }, said: readShape(text) }
}

function toFinding({ place, said: { rule = { id: 'unix' }, level = 'warning', message } }: Entry): Finding {
  return { rule, level, message, location: place }
}

function toNotification(message: string): Notification {
  return { level: 'error', message, incomplete: true }
}

/** All tools for Go count bytes, as its compiler does. */
function isGo({ place }: Entry): boolean {
  return place.file.endsWith('.go')
}
