import type { Finding, Notification, Tool } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readXml } from './read/xml.ts'
import { hasXmlRoot } from './report.ts'

/** The format does not name the tool that wrote it, but many tools leave their name in `source`. */
const producers: { prefix: string; tool: Tool }[] = [
  { prefix: 'com.puppycrawl.tools.checkstyle.', tool: { name: 'Checkstyle', url: 'https://checkstyle.org' } },
  { prefix: 'eslint.rules.', tool: { name: 'ESLint', url: 'https://eslint.org' } },
  { prefix: 'htmlhint.', tool: { name: 'HTMLHint', url: 'https://htmlhint.com' } },
  { prefix: 'jshint.', tool: { name: 'JSHint', url: 'https://jshint.com' } },
  { prefix: 'ShellCheck.', tool: { name: 'ShellCheck', url: 'https://www.shellcheck.net' } },
  { prefix: 'stylelint.rules.', tool: { name: 'Stylelint', url: 'https://stylelint.io' } },
]

const checkstyleTool: Tool = { name: 'Checkstyle', url: 'https://checkstyle.org' }

export const checkstyle = defineConverter({
  id: 'checkstyle',
  tool: checkstyleTool,
  reads: 'checkstyle -f xml, and the many linters that write the same XML',
  proof: 'run',
  generic: true,
  detects: hasXmlRoot('checkstyle'),
  read({ text }) {
    const findings: Finding[] = []
    const notifications: Notification[] = []
    let tool: Tool | undefined
    let file = ''
    readXml(text, 'checkstyle', {
      open(name, attributes) {
        if (name === 'file') file = attributes['name'] ?? ''
        if (name !== 'error') return
        tool ??= producerOf(attributes['source'])?.tool
        findings.push(toFinding(file, attributes))
      },
      close(name, trace) {
        if (name === 'exception') notifications.push(crashOf(file, trace))
        if (name === 'file') file = ''
      },
    })
    return { findings, notifications, tool: tool ?? checkstyleTool }
  },
})

function toFinding(file: string, { line, column, severity, message, source }: Record<string, string>): Finding {
  return {
    rule: { id: ruleIdOf(source) },
    level: levelOf(severity),
    message: message ?? '',
    // PHPStan and others write what belongs to no file under a <file> without a name.
    location: file ? { file, line: Number(line), column: Number(column) } : undefined,
    // A check that is switched to "ignore" still writes its entry; nobody wants it as an alert.
    sarif: severity === 'ignore' ? { suppressions: [{ kind: 'external', justification: 'severity is "ignore"' }] } : {},
  }
}

function producerOf(source: string | undefined) {
  return producers.find(({ prefix }) => source?.startsWith(prefix))
}

/** Tools prefix their rules with their own name; Checkstyle writes the Java class, whose last word is the check. */
function ruleIdOf(source: string | undefined): string {
  if (!source) return 'checkstyle'
  const prefix = producerOf(source)?.prefix
  if (!prefix) return source
  return prefix.startsWith('com.puppycrawl')
    ? source.slice(source.lastIndexOf('.') + 1).replace(/(?<=.)Check$/, '')
    : source.slice(prefix.length)
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
