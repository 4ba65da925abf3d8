import type { Finding, Location } from '../model/finding.ts'
import { present } from '../model/sarif.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys, type Report } from './report.ts'
import { secretPrint, secretRule, withoutSecrets } from './secrets.ts'

const text = nullish(string)
const Attributes = nullish(object({ path: text, commit_sha: text, author_name: text, commit_date: text }))
const Leak = object({
  RuleID: string,
  Description: text,
  StartLine: number,
  EndLine: nullish(number),
  StartColumn: nullish(number),
  EndColumn: nullish(number),
  Match: text,
  Secret: text,
  File: text,
  Commit: text,
  Author: text,
  Date: text,
  Link: text,
  Entropy: nullish(number),
  Tags: nullish(array(string)),
  Fingerprint: text,
  // Betterleaks, which began as Gitleaks.
  Attributes,
  Metadata: Attributes,
  ValidationStatus: text,
})
const Old = object({
  rule: string,
  line: text,
  lineNumber: nullish(number),
  offender: text,
  file: string,
  commit: text,
  author: text,
  date: text,
  leakURL: text,
  tags: text,
})

const gitleaksTool = { name: 'Gitleaks', url: 'https://gitleaks.io' }

const isOld = itemsHaveKeys('rule', 'offender', 'lineNumber')

export const gitleaks = defineConverter({
  id: 'gitleaks',
  tool: gitleaksTool,
  reads: 'gitleaks --report-format json (also of version 7, and betterleaks)',
  proof: 'seen',
  detects: (report) => itemsHaveKeys('RuleID', 'StartLine', 'Secret')(report) || isOld(report),
  read(report) {
    // Version 7 writes `null` where nothing was found.
    if (report.json() === null) return { findings: [] }
    if (isOld(report)) return { findings: readJson(report, array(Old)).map(fromOld) }
    return {
      findings: readLeaks(report).map(fromLeak),
      // Bytes: https://github.com/gitleaks/gitleaks/issues/1962
      columns: 'utf8Bytes',
    }
  },
})

type Leak = Of<typeof Leak>

function readLeaks(report: Report): Leak[] {
  return readJson(report, array(Leak))
}

function fromLeak(leak: Leak): Finding {
  const { RuleID: id, Secret: secret, Match: match, Entropy: entropy, ValidationStatus: validation } = leak
  const { commit_sha, author_name, commit_date } = leak.Attributes ?? leak.Metadata ?? {}
  const masked = (given: string | null | undefined) => (given ? withoutSecrets(given, secret, match) : undefined)
  const description = masked(leak.Description)
  return {
    rule: secretRule({ id, summary: description, tags: leak.Tags?.flatMap((tag) => masked(tag) ?? []) }),
    level: validation === 'INVALID' || validation === 'REVOKED' ? 'warning' : 'error',
    message: description ?? `A secret was found by ${id}`,
    location: placeOf(leak),
    fingerprint: printOf(leak),
    sarif: propertiesOf({
      commit: leak.Commit || commit_sha,
      author: masked(leak.Author || author_name),
      date: leak.Date || commit_date,
      link: masked(leak.Link),
      entropy,
      validation,
    }),
  }
}

/** A tool that was told to redact gives one secret for all; then its own word for the place must do. */
function printOf({ RuleID, Secret, Fingerprint }: Leak): string | undefined {
  const isTold = Secret && Secret !== 'REDACTED' && !Secret.endsWith('...')
  return isTold ? secretPrint(RuleID, Secret) : Fingerprint || undefined
}

/**
 * Gitleaks counts from the line feed before the line, so all lines but the first have one column too many
 * (https://github.com/gitleaks/gitleaks/issues/1424); the ends are inclusive. Betterleaks has mended that.
 */
function placeOf(leak: Leak): Location | undefined {
  const { StartLine: line, StartColumn: column, EndColumn: endColumn, Attributes: attributes } = leak
  const file = leak.File || attributes?.path || leak.Metadata?.path
  if (!file) return undefined
  const endLine = leak.EndLine ?? line
  const shift = (at: number) => (at > 1 && !attributes ? 1 : 0)
  return {
    file,
    line,
    endLine,
    column: column ? column - shift(line) : undefined,
    endColumn: endColumn ? endColumn + 1 - shift(endLine) : undefined,
  }
}

function fromOld({ rule, offender, file, lineNumber, tags, ...more }: Of<typeof Old>): Finding {
  const { commit, date } = more
  const author = more.author && withoutSecrets(more.author, offender)
  const link = more.leakURL && withoutSecrets(more.leakURL, offender)
  return {
    rule: secretRule({ id: rule, tags: tags?.split(/,\s*/).filter(Boolean) }),
    level: 'error',
    message: `A secret was found: ${rule}`,
    location: { file, line: lineNumber ?? undefined },
    fingerprint: offender && offender !== 'REDACTED' ? secretPrint(rule, offender) : undefined,
    sarif: propertiesOf({ commit, author, date, link }),
  }
}

/** Go's zero. */
const noDate = '0001-01-01T00:00:00Z'

/** What the tool says beside, without what it leaves empty: most of it is only known for commits. */
function propertiesOf(given: Record<string, unknown>): Finding['sarif'] {
  const known = Object.entries(given).filter(([, value]) => value !== '' && value !== null && value !== noDate)
  const properties = present(Object.fromEntries(known))
  return Object.keys(properties).length > 0 ? { properties } : {}
}
