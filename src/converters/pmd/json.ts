import * as z from 'zod/mini'
import type { Reading } from '../../model/finding.ts'
import { readJson } from '../read/json.ts'
import type { Report } from '../report.ts'
import { configurationError, endsAreExclusive, processingError, toFinding, type Violation } from './violation.ts'

const text = z.nullish(z.string())
const count = z.nullish(z.number())

const Entry = z.object({
  ...{ beginline: count, begincolumn: count, endline: count, endcolumn: count },
  description: text,
  rule: text,
  ruleset: text,
  priority: count,
  externalInfoUrl: text,
  suppressiontype: text,
  usermsg: text,
})
const Files = z.array(z.object({ filename: z.string(), violations: z.array(Entry) }))

const PmdReport = z.object({
  pmdVersion: text,
  files: Files,
  suppressedViolations: z.nullish(Files),
  processingErrors: z.nullish(z.array(z.object({ filename: text, message: text }))),
  configurationErrors: z.nullish(z.array(z.object({ rule: text, message: text }))),
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

function violationOf(file: string, entry: z.output<typeof Entry>): Violation {
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
