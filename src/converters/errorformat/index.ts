import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Level } from '../../model/finding.ts'
import { type Converter, defineConverter } from '../converter.ts'
import { boundedLines } from '../long-lines.ts'
import { freshBudget } from '../regexp/index.ts'
import { ruleIn } from '../rule-in-message.ts'
import { formatsOf } from './format.ts'
import { type Entry, type Exists, scan } from './scan.ts'

/** A converter for text that these formats of Vim's 'errorformat' describe. Throws a plain `Error` for a wrong one. */
export function errorformatConverter(
  texts: string[],
  { exists, toolName = 'errorformat' }: { exists: Exists; toolName?: string },
): Converter {
  const formats = formatsOf(texts)
  const namelessRule = toolName.toLowerCase().replace(/[^a-z\d]+/g, '-')
  return defineConverter({
    id: 'errorformat',
    tool: { name: toolName },
    reads: 'text, by the formats of `errorformat`',
    proof: 'run',
    generic: true,
    silentWhenClean: true,
    detects: () => false,
    read({ text }) {
      const { lines, cut } = boundedLines(text)
      const { entries, known } = scan(lines, { formats, exists, budget: freshBudget() })
      if (known === 0 && text.trim() !== '') throw new UnreadableReport(unmatched(text))
      return { findings: entries.map((entry) => toFinding(entry, namelessRule)), notifications: cut() }
    },
  })
}

/** A wrong format must not pass for a clean scan: lines that are there without findings are to be named. */
function unmatched(text: string): string {
  const first = text.trim().split('\n', 1)[0]!.trim().slice(0, 60)
  return `no format of \`errorformat\` matches a line of it. If the tool prints this when it finds nothing, add a format for one of its lines, such as \`%-G${escaped(first)}%.%#\``
}

function escaped(words: string): string {
  return words.replaceAll('%', '%%').replace(/[\\,]/g, '\\$&')
}

/** Vim knows e, w, i and n; the others are what pylint, RuboCop and flake8 write in its place. */
const levels: Record<string, Level> = {
  e: 'error',
  f: 'error',
  w: 'warning',
  i: 'note',
  n: 'note',
  c: 'note',
  r: 'note',
  h: 'note',
  s: 'note',
}

function toFinding(entry: Entry, namelessRule: string): Finding {
  const { file, line, endLine, column, endColumn, cells, type, message, ...named } = entry
  const isEmpty = endColumn === column && (endLine ?? line) === line
  return {
    rule: { id: named.rule ?? named.number ?? ruleIn(message) ?? namelessRule },
    level: levels[type?.toLowerCase() ?? ''] ?? 'warning',
    message: message.trim(),
    location:
      file === undefined ? undefined : { file, line, column, endLine, endColumn: isEmpty ? undefined : endColumn },
    columns: cells ? 'cells' : undefined,
  }
}
