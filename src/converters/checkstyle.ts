import type { ColumnUnit } from '../model/columns.ts'
import type { Finding, Notification, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readXml } from './read/xml.ts'
import { hasXmlRoot } from './report.ts'
import { ruleNameOf } from './rule-suffix.ts'
import { columnsOf } from './tool-columns.ts'

/** Many tools put their own name before their rules; Checkstyle writes the class, without saying what its columns count. */
const habits: { prefix: string; columns?: ColumnUnit }[] = [
  { prefix: 'com.puppycrawl.tools.checkstyle.' },
  { prefix: 'eslint.rules.', columns: columnsOf.eslint },
  { prefix: 'htmlhint.', columns: columnsOf.htmlHint },
  { prefix: 'jshint.', columns: columnsOf.jsHint },
  { prefix: 'ShellCheck.', columns: columnsOf.shellCheck },
  { prefix: 'stylelint.rules.', columns: columnsOf.stylelint },
]

export const checkstyle = defineConverter({
  id: 'checkstyle',
  tool: { name: 'Checkstyle', url: 'https://checkstyle.org' },
  reads: 'checkstyle -f xml, and the many linters that write the same XML',
  proof: 'run',
  generic: true,
  detects: hasXmlRoot('checkstyle'),
  read({ text }) {
    const findings: Finding[] = []
    const notifications: Notification[] = []
    const rules = new Map<string | undefined, Rule>()
    let columns: ColumnUnit | undefined
    let file = ''
    readXml(text, 'checkstyle', {
      open(name, attributes) {
        if (name === 'file') file = attributes['name'] ?? ''
        if (name !== 'error') return
        const source = attributes['source']
        const rule = rules.get(source) ?? { id: ruleIdOf(source) }
        if (!rules.has(source)) columns ??= habitOf(source)?.columns
        rules.set(source, rule)
        findings.push(toFinding(file, rule, attributes))
      },
      close(name, trace) {
        if (name === 'exception') notifications.push(crashOf(file, trace))
        if (name === 'file') file = ''
      },
    })
    return { findings, notifications, columns }
  },
})

function toFinding(file: string, rule: Rule, { line, column, severity, message }: Record<string, string>): Finding {
  return {
    rule,
    level: levelOf(severity),
    message: message ?? '',
    // PHPStan and others write what belongs to no file under a <file> without a name.
    location: file ? { file, line: Number(line), column: Number(column) } : undefined,
    // A check that is switched to "ignore" still writes its entry; nobody wants it as an alert.
    sarif: severity === 'ignore' ? { suppressions: [{ kind: 'external', justification: 'severity is "ignore"' }] } : {},
  }
}

function habitOf(source: string | undefined) {
  return habits.find(({ prefix }) => source?.startsWith(prefix))
}

/** Tools prefix their rules with their own name; Checkstyle writes the Java class, whose last word is the check. */
function ruleIdOf(source: string | undefined): string {
  if (!source) return 'checkstyle'
  const prefix = habitOf(source)?.prefix
  if (!prefix) return source
  if (prefix.startsWith('com.puppycrawl')) return source.slice(source.lastIndexOf('.') + 1).replace(/(?<=.)Check$/, '')
  const id = source.slice(prefix.length)
  return ruleNameOf(id) ?? id
}

/** Checkstyle writes <exception> for a file that it could not check, so its silence on that file means nothing. */
function crashOf(file: string, trace: string): Notification {
  return {
    level: 'error',
    message: trace.trim() || 'Checkstyle crashed on this file',
    location: file ? { file } : undefined,
    incomplete: true,
  }
}
