import type { ColumnUnit } from '../model/columns.ts'
import type { Finding, Level, Tool } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { wholeNumber } from './read/whole-number.ts'
import { readXml } from './read/xml.ts'
import { hasXmlRoot } from './report.ts'
import { withoutRule } from './rule-suffix.ts'
import { columnsOf } from './tool-columns.ts'

const roots = ['jslint', 'lint', 'csslint']
const cssLint: Tool = { name: 'CSSLint', url: 'https://github.com/CSSLint/csslint' }

export const jslintXml = defineConverter({
  id: 'jslint-xml',
  tool: { name: 'JSLint', url: 'https://www.jslint.com' },
  reads: 'jshint --reporter=jslint, secretlint --format jslint-xml, csslint --format=lint-xml, and others',
  proof: 'run',
  generic: true,
  detects: (report) => roots.some((root) => hasXmlRoot(root)(report)),
  read(report) {
    const root = roots.find((name) => hasXmlRoot(name)(report)) ?? 'jslint'
    const findings: Finding[] = []
    let columns: ColumnUnit | undefined
    let file = ''
    readXml(report.text, root, {
      open(name, attributes) {
        if (name === 'file') file = attributes['name'] ?? ''
        if (name !== 'issue') return
        columns ??= columnsIn(attributes)
        findings.push(toFinding(file, attributes))
      },
      close(name) {
        if (name === 'file') file = ''
      },
    })
    return { findings, columns, ...(root === 'csslint' && { tool: cssLint }) }
  },
})

/** JSHint writes a letter for the severity, secretlint the name of its rule; the others cannot be told apart. */
function columnsIn({ severity = '', reason = '' }: Record<string, string>): ColumnUnit | undefined {
  if (/^[EWI]$/.test(severity)) return columnsOf.jsHint
  return isSecret(reason) ? columnsOf.secretlint : undefined
}

function isSecret(reason: string): boolean {
  return /> @secretlint\/[\w-]+\)$/.test(reason)
}

function toFinding(file: string, { line, char, severity, reason = '' }: Record<string, string>): Finding {
  // Neither JSHint nor CSSLint writes its rule here; what stands in parentheses at the end is part of their sentence.
  const { message, rule } = severity ? { message: reason, rule: undefined } : withoutRule(reason)
  return {
    rule: { id: rule ?? 'jslint-xml' },
    level: severity ? levelIn(severity) : isSecret(reason) ? 'error' : 'warning',
    message,
    location: file ? { file, line: wholeNumber(line), column: wholeNumber(char) } : undefined,
  }
}

const letters: Record<string, Level> = { E: 'error', W: 'warning', I: 'note' }

function levelIn(severity: string): Level {
  return Object.hasOwn(letters, severity) ? letters[severity]! : levelOf(severity)
}
