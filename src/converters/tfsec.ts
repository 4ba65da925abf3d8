import type { Finding } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullable, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

const Result = object({
  rule_id: string,
  long_id: nullish(string),
  legacy_rule_id: nullish(string),
  rule_description: nullish(string),
  rule_provider: nullish(string),
  rule_service: nullish(string),
  impact: nullish(string),
  resolution: nullish(string),
  links: nullish(array(string)),
  description: nullish(string),
  severity: nullish(string),
  /** 0 failed, 1 passed, 2 ignored; `passed` before version 1. */
  status: nullish(number),
  passed: nullish(boolean),
  resource: nullish(string),
  location: object({
    filename: string,
    start_line: nullish(number),
    end_line: nullish(number),
  }),
})
const Results = object({ results: nullable(array(Result)) })
type Result = Of<typeof Result>

export const tfsec = defineConverter({
  id: 'tfsec',
  tool: { name: 'tfsec', url: 'https://aquasecurity.github.io/tfsec' },
  reads: 'tfsec --format json .',
  proof: 'seen',
  detects: (report) => hasKeys('results')(report) && isOfTfsec(report),
  read: (report) => ({
    findings: (readJson(report, Results).results ?? []).filter((result) => !hasPassed(result)).map(toFinding),
  }),
})

/** Without findings, its report is one key and nothing else. */
function isOfTfsec(report: Report): boolean {
  const json = report.json() as { results: unknown }
  if (json.results === null) return Object.keys(json).length === 1
  return Array.isArray(json.results) && isObjectWith(json.results[0], ['rule_id', 'rule_provider', 'location'])
}

function hasPassed({ status, passed }: Result): boolean {
  return status === 1 || passed === true
}

function toFinding(result: Result): Finding {
  const { rule_id, long_id, rule_description, rule_provider, rule_service, impact, resolution, links } = result
  const { severity, description, location, resource, status, legacy_rule_id } = result
  return {
    rule: {
      id: rule_id,
      name: long_id || undefined,
      summary: rule_description || undefined,
      description: impact || undefined,
      help: resolution || undefined,
      url: links?.[0] || undefined,
      tags: ['security', rule_provider, rule_service].flatMap((tag) => tag || []),
      score: scoreOfWord(severity),
    },
    level: levelOf(severity ?? undefined),
    message: description || rule_description || rule_id,
    location: {
      file: location.filename,
      line: location.start_line ?? undefined,
      endLine: location.end_line ?? undefined,
    },
    sarif: {
      ...ownWords({ severity, resource, legacyRuleId: legacy_rule_id }),
      ...(status === 2 && { suppressions: [{ kind: 'inSource' }] }),
    },
  }
}
