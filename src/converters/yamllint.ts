import type { Finding } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { expectEntries } from './read/entries.ts'
import { linesOf } from './read/lines.ts'
import { someLine } from './report.ts'
import { yamllintRule } from './yamllint-rule.ts'

/** `./a.yaml:3:5: [error] too many spaces after colon (colons)`. */
const entry = /^(\S.*?):(\d+):(\d+): \[(error|warning)\] (.*)$/
const trailingRule = / \(([a-z][a-z\d-]*)\)$/

export const yamllint = defineConverter({
  id: 'yamllint',
  tool: { name: 'yamllint', url: 'https://yamllint.readthedocs.io' },
  reads: 'yamllint --format parsable',
  proof: 'run',
  detects: someLine(entry),
  read(report) {
    const findings = [...linesOf(report.text)].flatMap((line) => toFinding(entry.exec(line)))
    expectEntries(report, findings.length, 'a.yaml:3:5: [error] too many spaces after colon (colons)')
    return { findings, columns: 'unicodeCodePoints' }
  },
})

function toFinding(match: RegExpExecArray | null): Finding | [] {
  if (!match) return []
  const [, file = '', line, column, level, text = ''] = match
  const rule = trailingRule.exec(text)
  return {
    rule: rule ? yamllintRule(rule[1]!) : { id: 'yamllint' },
    level: levelOf(level),
    message: rule ? text.slice(0, rule.index) : text,
    location: { file, line: Number(line), column: Number(column) },
  }
}
