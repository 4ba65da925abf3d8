import * as z from 'zod/mini'
import type { Finding } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

const Result = z.object({
  rule_id: z.string(),
  long_id: z.nullish(z.string()),
  legacy_rule_id: z.nullish(z.string()),
  rule_description: z.nullish(z.string()),
  rule_provider: z.nullish(z.string()),
  rule_service: z.nullish(z.string()),
  impact: z.nullish(z.string()),
  resolution: z.nullish(z.string()),
  links: z.nullish(z.array(z.string())),
  description: z.nullish(z.string()),
  severity: z.nullish(z.string()),
  /** 0 failed, 1 passed, 2 ignored; `passed` before version 1. */
  status: z.nullish(z.number()),
  passed: z.nullish(z.boolean()),
  resource: z.nullish(z.string()),
  location: z.object({
    filename: z.string(),
    start_line: z.nullish(z.number()),
    end_line: z.nullish(z.number()),
  }),
})
const Results = z.object({ results: z.nullable(z.array(Result)) })
type Result = z.output<typeof Result>

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
