import type { ColumnUnit } from '../../model/columns.ts'
import type { Finding, Level, Notification, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { someLine } from '../report.ts'
import { type Entry, readEntries } from './entries.ts'
import { placedLine } from './line.ts'

/** The codes tell who wrote them, and with that what the columns count. */
const units: { codes: RegExp; columns: ColumnUnit }[] = [
  { codes: /^(?:TS|CS|VB|BC|FS|CA|IDE|SA|RCS|S|MSB|NU|NETSDK)\d+$/, columns: 'utf16CodeUnits' },
  // Luacheck.
  { codes: /^[WE]\d{3}$/, columns: 'unicodeCodePoints' },
]

export const msbuild = defineConverter({
  id: 'msbuild',
  tool: { name: 'MSBuild', url: 'https://learn.microsoft.com/visualstudio/msbuild/msbuild' },
  reads: 'dotnet build, cl, and the linters that print `file(line,column): error CODE: …`',
  proof: 'run',
  generic: true,
  detects: someLine(isOwnLine),
  read({ text }) {
    const entries = readEntries(text)
    const known = entries.map(({ code }) => units.find(({ codes }) => codes.test(code)))
    return {
      findings: entries.filter((entry) => !isOfItself(entry)).map(toFinding),
      notifications: entries.filter(isOfItself).map(toNotification),
      columns: known.find((it) => it !== undefined)?.columns,
    }
  },
})

function isOwnLine(line: string): boolean {
  return placedLine(line) !== undefined || /^error TS\d+: /.test(line)
}

/** A compiler says nothing more of a file after a fatal error, and what has no file is about the tool. */
function isOfItself({ place, word }: Entry): boolean {
  return !place || word === 'fatal error'
}

function toNotification({ place, tool, word, code, message }: Entry): Notification {
  const level = levelOfWord(word)
  const text = `${tool ? `${tool}: ` : ''}${word} ${code}: ${message}`
  return { level, message: text, location: place, ...(level === 'error' && { incomplete: true }) }
}

function toFinding(entry: Entry): Finding {
  const { place, project, related } = entry
  return {
    ...judged(entry),
    location: place,
    related,
    ...(project && { sarif: { properties: { project } } }),
  }
}

function judged({ word, code, message }: Entry): Pick<Finding, 'rule' | 'level' | 'message'> {
  // The word is the same in each line of cpplint: its template, not its judgement.
  if (code === 'cpplint') return { ...cpplintRule(message), level: 'warning' }
  const [tail, url] = / \((https?:\/\/[^\s()]+)\)$/.exec(message) ?? ['']
  const id = code || word || 'msbuild'
  return {
    rule: { id, url: url ?? urlOf(id) },
    level: levelOfWord(word),
    message: message.slice(0, message.length - tail.length),
  }
}

/** `[whitespace/tab] Tab found [1]`: the last number is how sure it is, from 1 to 5. */
function cpplintRule(text: string): { rule: Rule; message: string } {
  const match = /^\[([\w/+-]+)\] (.*?)(?: \[\d\])?$/.exec(text)
  return { rule: { id: match?.[1] ?? 'cpplint' }, message: match?.[2] ?? text }
}

const analysis = 'https://learn.microsoft.com/dotnet/fundamentals/code-analysis'

function urlOf(code: string): string | undefined {
  if (/^CA\d{4}$/.test(code)) return `${analysis}/quality-rules/${code.toLowerCase()}`
  return /^IDE\d{4}$/.test(code) ? `${analysis}/style-rules/${code.toLowerCase()}` : undefined
}

function levelOfWord(word: string): Level {
  if (word === 'fatal error') return 'error'
  return word === 'message' ? 'note' : levelOf(word)
}
