import type { Reading } from '../../model/finding.ts'
import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import type { Report } from '../report.ts'
import { configurationError, endsAreExclusive, processingError, toFinding, type Violation } from './violation.ts'

const text = nullish(string)
const count = nullish(number)

const Entry = object({
  ...{ beginline: count, begincolumn: count, endline: count, endcolumn: count },
  description: text,
  rule: text,
  ruleset: text,
  priority: count,
  externalInfoUrl: text,
  suppressiontype: text,
  usermsg: text,
})
const Files = array(object({ filename: string, violations: array(Entry) }))

const PmdReport = object({
  pmdVersion: text,
  files: Files,
  suppressedViolations: nullish(Files),
  processingErrors: nullish(array(object({ filename: text, message: text }))),
  configurationErrors: nullish(array(object({ rule: text, message: text }))),
})

export function readPmdJson(report: Report): Reading & { version?: string | undefined } {
  const pmd = readJson(report, PmdReport)
  const isExclusive = endsAreExclusive(pmd.pmdVersion ?? undefined)
  const files = [...pmd.files, ...(pmd.suppressedViolations ?? [])]
  return {
    version: pmd.pmdVersion ?? undefined,
    findings: files.flatMap(({ filename, violations }) =>
      violations.map((entry) => toFinding(violationOf(filename, entry), isExclusive)),
    ),
    notifications: [
      ...(pmd.processingErrors ?? []).map((it) => processingError(it.filename ?? undefined, it.message ?? undefined)),
      ...(pmd.configurationErrors ?? []).map((it) => configurationError(it.rule ?? undefined, it.message ?? undefined)),
    ],
  }
}

function violationOf(file: string, entry: Of<typeof Entry>): Violation {
  const { suppressiontype: type, usermsg: reason } = entry
  return {
    file,
    ...{ beginLine: entry.beginline ?? undefined, beginColumn: entry.begincolumn ?? undefined },
    ...{ endLine: entry.endline ?? undefined, endColumn: entry.endcolumn ?? undefined },
    ...{ rule: entry.rule ?? undefined, ruleSet: entry.ruleset ?? undefined, priority: entry.priority ?? undefined },
    ...{ url: entry.externalInfoUrl ?? undefined, message: entry.description ?? '' },
    ...(type && { suppression: { type, reason: reason ?? undefined } }),
  }
}
