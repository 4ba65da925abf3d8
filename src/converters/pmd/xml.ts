import type { Finding, Notification, Reading, Tool } from '../../model/finding.ts'
import { wholeNumber } from '../read/whole-number.ts'
import { readXml } from '../read/xml.ts'
import { configurationError, endsAreExclusive, processingError, toFinding, type Violation } from './violation.ts'

type Attributes = Record<string, string>

const phpmd: Tool = { name: 'PHPMD', url: 'https://phpmd.org' }

export function readPmdXml(text: string): Reading & { tool?: Tool | undefined; version?: string | undefined } {
  const findings: Finding[] = []
  const notifications: Notification[] = []
  let root: Attributes = {}
  let file = ''
  let current: Attributes = {}
  readXml(text, 'pmd', {
    open(name, attributes) {
      if (name === 'pmd') root = attributes
      else if (name === 'file') file = attributes['name'] ?? ''
      else current = attributes
    },
    close(name, own) {
      const isExclusive = endsAreExclusive(root['version'])
      if (name === 'violation') findings.push(toFinding(violationOf(file, current, own), isExclusive))
      else if (name === 'suppressedviolation') findings.push(toFinding(suppressedOf(current), isExclusive))
      else if (name === 'error') notifications.push(processingError(current['filename'], current['msg']))
      else if (name === 'configerror') notifications.push(configurationError(current['rule'], current['msg']))
      else if (name === 'file') file = ''
    },
  })
  const version = /^\d/.test(root['version'] ?? '') ? root['version'] : undefined
  return { findings, notifications, version, tool: root['tool'] === 'phpmd' ? phpmd : undefined }
}

function violationOf(file: string, attributes: Attributes, text: string): Violation {
  const { rule, ruleset, priority, externalInfoUrl, beginline, begincolumn, endline, endcolumn } = attributes
  const { package: pack, class: className, method, variable, function: functionName } = attributes
  return {
    ...{ file, rule, ruleSet: ruleset, priority: wholeNumber(priority), url: externalInfoUrl, message: text.trim() },
    ...{ beginLine: wholeNumber(beginline), beginColumn: wholeNumber(begincolumn) },
    ...{ endLine: wholeNumber(endline), endColumn: wholeNumber(endcolumn) },
    context: { package: pack, class: className, method, variable, function: functionName },
  }
}

/** XML tells less of what was suppressed than JSON does: no rule, and no place in the file. */
function suppressedOf({ filename, msg, usermsg, suppressiontype, ...attributes }: Attributes): Violation {
  const suppression = { type: suppressiontype, reason: usermsg }
  return { ...violationOf(filename ?? '', attributes, msg ?? ''), suppression }
}
