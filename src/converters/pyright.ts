import type { Finding, Location, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys } from './report.ts'

const Position = object({ line: number, character: number })
const Diagnostic = object({
  file: nullish(string),
  severity: string,
  message: string,
  range: nullish(object({ start: Position, end: Position })),
  rule: nullish(string),
})
const Pyright = object({
  version: nullish(string),
  generalDiagnostics: array(Diagnostic),
  summary: object({ filesAnalyzed: number }),
})

const tool = { name: 'Pyright', url: 'https://github.com/microsoft/pyright' }

export const pyright = defineConverter({
  id: 'pyright',
  tool,
  reads: 'pyright --outputjson (or basedpyright)',
  proof: 'run',
  detects: hasKeys('generalDiagnostics', 'summary'),
  read(report) {
    const { version, generalDiagnostics, summary } = readJson(report, Pyright)
    return {
      findings: generalDiagnostics.map(toFinding),
      notifications: summary.filesAnalyzed === 0 ? [nothingAnalyzed] : [],
      columns: 'utf16CodeUnits',
      tool: { ...tool, version: version ?? undefined },
    }
  },
})

/** It says so in words, but its JSON looks as if all were well. */
const nothingAnalyzed: Notification = {
  level: 'error',
  message: 'Pyright analysed no file. Check its paths, and `include` and `exclude` in its configuration.',
  incomplete: true,
}

function toFinding({ file, severity, message, range, rule }: Of<typeof Diagnostic>): Finding {
  // Syntax errors have no rule.
  const id = rule || 'pyright'
  return {
    rule: {
      id,
      url: id.startsWith('report')
        ? `https://github.com/microsoft/pyright/blob/main/docs/configuration.md#${id}`
        : undefined,
    },
    level: levelOf(severity),
    message,
    location: file ? { file, ...(range && linesOf(range)) } : undefined,
  }
}

/** Pyright counts lines and characters from 0. */
function linesOf({ start, end }: Of<typeof Diagnostic>['range'] & {}): Omit<Location, 'file'> {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}
