import type { Suppression } from 'sarif'
import type { Finding, Notification } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { precisionOf } from './confidence.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullable, nullish, number, type Of, object, record, string } from './read/shape.ts'
import { hasKeys } from './report.ts'

const Weakness = object({ id: nullish(string), ID: nullish(string) })
const Issue = object({
  severity: nullish(string),
  confidence: nullish(string),
  cwe: nullish(Weakness),
  rule_id: string,
  details: string,
  file: string,
  line: nullish(string),
  column: nullish(string),
  nosec: nullish(boolean),
  suppressions: nullish(array(object({ kind: nullish(string), justification: nullish(string) }))),
  autofix: nullish(string),
})
const LoadError = object({ line: nullish(number), column: nullish(number), error: string })
const Scan = object({
  'Golang errors': nullish(record(nullish(array(LoadError)))),
  // An error in its place has no such key.
  Issues: nullable(array(Issue)),
  GosecVersion: nullish(string),
})
type Issue = Of<typeof Issue>

const tool = { name: 'gosec', url: 'https://github.com/securego/gosec' }

export const gosec = defineConverter({
  id: 'gosec',
  tool,
  reads: 'gosec -fmt=json ./...',
  proof: 'seen',
  detects: hasKeys('Golang errors', 'Issues', 'Stats'),
  read(report) {
    const { 'Golang errors': errors, Issues, GosecVersion } = readJson(report, Scan)
    return {
      findings: (Issues ?? []).map(toFinding),
      notifications: Object.entries(errors ?? {}).flatMap(([file, them]) =>
        (them ?? []).map((it) => toNotification(file, it)),
      ),
      columns: 'utf8Bytes',
      // Builds of one's own call themselves `dev`.
      tool: { ...tool, ...(GosecVersion && GosecVersion !== 'dev' && { version: GosecVersion }) },
    }
  },
})

function toFinding(issue: Issue): Finding {
  const { rule_id, details, severity, confidence, cwe, file, column, autofix } = issue
  const weakness = cwe?.id || cwe?.ID
  const score = scoreOfWord(severity)
  const suppressions = suppressionsOf(issue)
  return {
    rule: {
      id: rule_id,
      url: 'https://github.com/securego/gosec/blob/HEAD/RULES.md#rules-list',
      tags: ['security'],
      weaknesses: weakness ? [weakness] : undefined,
      precision: precisionOf(confidence),
      score,
    },
    level: levelOf(severity ?? undefined),
    message: details,
    location: { file, ...linesOf(issue.line), column: column ? Number(column) : undefined },
    sarif: {
      ...ownWords({ severity, confidence, autofix, 'security-severity': score?.toFixed(1) }),
      ...(suppressions.length > 0 && { suppressions }),
    },
  }
}

/** A statement over several lines is told as `12-15`. */
function linesOf(line: string | null | undefined): { line?: number; endLine?: number } {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(line ?? '') ?? []
  return { line: first ? Number(first) : undefined, endLine: last ? Number(last) : undefined }
}

function suppressionsOf({ nosec, suppressions }: Issue): Suppression[] {
  if (!suppressions?.length) return nosec ? [{ kind: 'inSource' }] : []
  const all = suppressions.map(
    ({ kind, justification }): Suppression => ({
      kind: kind === 'external' ? 'external' : 'inSource',
      ...(justification && { justification }),
    }),
  )
  // SARIF wants each of them once, and two comments may say the same.
  return all.filter((one, at) => at === all.findIndex((other) => isSame(one, other)))
}

function isSame(one: Suppression, other: Suppression): boolean {
  return one.kind === other.kind && one.justification === other.justification
}

/** A package that does not compile is not analysed. */
function toNotification(file: string, { line, column, error }: Of<typeof LoadError>): Notification {
  return {
    level: 'error',
    message: error,
    location: file ? { file, line: line ?? undefined, column: column ?? undefined } : undefined,
    incomplete: true,
  }
}
