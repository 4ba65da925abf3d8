import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Level, Notification, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { linesOf } from './read/lines.ts'
import { someLine } from './report.ts'
import { yamllintRule } from './yamllint-rule.ts'

const entryLine = /^\s+(\d{1,9}):(\d{1,9})\s+(?:✓\s+)?(\S+)\s+(\S.*)$/
const ownLine = /^\s+\d{1,9}:\d{1,9}\s+(?:✓\s+)?(?:error|warning|warn|information|info|hint|note|[✖×⚠‼ℹ])\s+\S/
const summaryLine = /^\S+ (\d{1,9}) problems? \(/
/** What tools print when they found nothing. */
const allIsWell = /^(?:No results with a severity of |Woohoo! Your API |Found 0 warnings and 0 errors\.)/

const signs: Record<string, Level> = { '✖': 'error', '×': 'error', '⚠': 'warning', '‼': 'warning', ℹ: 'note' }

interface Entry {
  file: string
  line: number
  column: number
  word: string
  /** What stands behind the severity, column by column of the table. */
  cells: string[]
}

export const stylish = defineConverter({
  id: 'stylish',
  tool: { name: 'stylish', url: 'https://eslint.org/docs/latest/use/formatters/#stylish' },
  reads: 'eslint --format stylish, and the linters that print the same list under each file',
  proof: 'run',
  generic: true,
  detects: someLine(ownLine),
  read({ text }) {
    const { entries, counted, isWell } = readList(text)
    if (entries.length === 0 && !isWell)
      throw new UnreadableReport('none of its lines is `  line:column  error  message  rule` below the name of a file')
    const isYamllint = entries.some(({ cells }) => /^\([\w-]+\)$/.test(cells.at(-1)!))
    return {
      findings: entries.map((entry) => toFinding(entry, isYamllint)),
      notifications: missing(counted, entries.length),
      columns: isYamllint ? 'unicodeCodePoints' : undefined,
    }
  },
})

function readList(text: string): { entries: Entry[]; counted?: number; isWell: boolean } {
  const entries: Entry[] = []
  let file = ''
  let counted: number | undefined
  let isWell = true
  for (const line of linesOf(text)) {
    const entry = entryLine.exec(line)
    const summary = summaryLine.exec(line)
    if (entry) entries.push({ file, ...cellsOf(entry) })
    else if (summary) counted = (counted ?? 0) + Number(summary[1])
    // Redocly ends the name of the file with a colon.
    else if (/^\S/.test(line)) file = line.trimEnd().replace(/:$/, '')
    isWell &&= line.trim() === ''
  }
  return { entries, counted, isWell: isWell || [...linesOf(text)].some((line) => allIsWell.test(line)) }
}

function cellsOf([, line, column, word = '', rest = '']: RegExpExecArray): Omit<Entry, 'file'> {
  // yamllint leaves one blank only where its message fills the column.
  const apart = rest.trimEnd().replace(/ (\([a-z-]+\))$/, '  $1')
  return { line: Number(line), column: Number(column), word, cells: apart.split(/\s{2,}/) }
}

/** The tool counts what it found: an entry that was not understood must not be lost in silence. */
function missing(counted: number | undefined, read: number): Notification[] {
  if (counted === undefined || counted === read) return []
  const message = `The report says that there are ${counted} problems, but ${read} could be read.`
  return [{ level: 'error', message, incomplete: true }]
}

function toFinding({ file, line, column, word, cells }: Entry, isYamllint: boolean): Finding {
  const { id, message, path } = sorted(cells)
  const rule: Rule = isYamllint && id ? yamllintRule(id) : { id: id ?? nameless(message) }
  return {
    rule,
    level: signs[word] ?? levelOf(word),
    message,
    location: file === '' || /^<.*>$/.test(file) ? undefined : { file, line, column },
    ...(path && { sarif: { properties: { path } } }),
  }
}

/**
 * Most tools put the rule last; Spectral and Redocly put it first, and Spectral the place in the document last. A rule has
 * no blanks in it, and a message has some.
 */
function sorted(cells: string[]): { id?: string; message: string; path?: string } {
  const [first = '', second = '', third] = cells
  if (isWord(first) && second.includes(' ')) return { id: first, message: second, path: third }
  const last = cells.at(-1)!
  if (cells.length < 2 || !isWord(last)) return { message: cells.join('  ') }
  return { id: last.replace(/^\(([\w-]+)\)$/, '$1'), message: cells.slice(0, -1).join('  ') }
}

function isWord(cell: string): boolean {
  return /^\S*[A-Za-z]\S*$/.test(cell)
}

function nameless(message: string): string {
  return message.startsWith('Parsing error') ? 'parse-error' : 'stylish'
}
