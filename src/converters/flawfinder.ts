import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Level, Tool } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { readCsv } from './read/csv.ts'

/** The level that the rule has by default came with version 2.0.16. */
const head = /^\s*File,Line,Column,(?:DefaultLevel,)?Level,Category,Name,Warning,/

const tool: Tool = { name: 'Flawfinder', url: 'https://dwheeler.com/flawfinder/' }

export const flawfinder = defineConverter({
  id: 'flawfinder',
  tool,
  reads: 'flawfinder --csv',
  proof: 'run',
  detects: ({ text }) => head.test(text),
  read({ text }) {
    if (!head.test(text)) throw new UnreadableReport('its first line does not name the columns of Flawfinder')
    const rows = readCsv(text)
    const version = rows[0]?.['ToolVersion']
    return {
      findings: rows.map(toFinding),
      tool: version ? { ...tool, version } : tool,
      columns: 'unicodeCodePoints',
    }
  },
})

/** From 0, hardly a risk, to 5, a great one. */
const levels: Record<string, { level: Level; score: number }> = {
  '5': { level: 'error', score: 9.5 },
  '4': { level: 'error', score: 8.0 },
  '3': { level: 'warning', score: 5.5 },
  '2': { level: 'note', score: 2.0 },
  '1': { level: 'note', score: 0.5 },
  '0': { level: 'note', score: 0.5 },
}

function toFinding(row: Record<string, string>): Finding {
  const { File: file = '', Line, Column, Level = '', DefaultLevel, Category = '', Name = '' } = row
  const { Warning = '', Suggestion = '', Note = '', CWEs = '', Fingerprint, RuleId, HelpUri } = row
  const { level, score } = levels[Level] ?? { level: 'warning' as const, score: undefined }
  return {
    rule: {
      id: RuleId || `${Category}/${Name}`,
      name: `${Category}/${Name}`,
      summary: Warning,
      help: Suggestion || undefined,
      url: HelpUri || undefined,
      tags: [Category],
      weaknesses: CWEs.match(/CWE-\d+/g) ?? undefined,
      score,
    },
    level,
    message: [Warning, Suggestion, Note].filter(Boolean).join(' '),
    location: { file, line: Number(Line), column: Number(Column), endColumn: endOf(row) },
    fingerprint: Fingerprint || undefined,
    sarif: { properties: { level: Level, ...(DefaultLevel && { defaultLevel: DefaultLevel }) } },
  }
}

/** Behind the name of the function, where the line that is quoted has it at the column. */
function endOf({ Context = '', Name = '', Column }: Record<string, string>): number | undefined {
  if (Name === '' || !Context.includes(Name)) return undefined
  const start = Number(Column) - 1
  const there = [...Context].slice(start, start + Name.length).join('')
  return there === Name ? start + Name.length + 1 : undefined
}
