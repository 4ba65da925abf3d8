import type { Finding, Level, Notification, Rule } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullable, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys } from './report.ts'

const File = object({
  file_name: string,
  similarity_id: nullish(string),
  line: nullish(number),
  resource_type: nullish(string),
  resource_name: nullish(string),
  issue_type: nullish(string),
  expected_value: nullish(string),
  actual_value: nullish(string),
  remediation: nullish(string),
  remediation_type: nullish(string),
})
const Query = object({
  query_name: string,
  query_id: string,
  query_url: nullish(string),
  severity: nullish(string),
  platform: nullish(string),
  cwe: nullish(string),
  category: nullish(string),
  description: nullish(string),
  files: array(File),
})
const Counters = object({
  files_scanned: nullish(number),
  files_parsed: nullish(number),
  files_failed_to_scan: nullish(number),
  queries_failed_to_execute: nullish(number),
})
const Summary = object({
  ...Counters.members,
  kics_version: nullish(string),
  queries: nullable(array(Query)),
})
type Query = Of<typeof Query>

const tool = { name: 'KICS', url: 'https://kics.io' }

export const kics = defineConverter({
  id: 'kics',
  tool,
  reads: 'kics scan --path . --report-formats json --output-path DIR',
  proof: 'seen',
  detects: hasKeys('queries', 'queries_total', 'files_scanned', 'severity_counters'),
  read(report) {
    const { queries, kics_version, ...counters } = readJson(report, Summary)
    return {
      findings: (queries ?? []).flatMap((query) => query.files.map((file) => toFinding(query, file))),
      notifications: gapsIn(counters),
      tool: { ...tool, version: kics_version?.replace(/^v(?=\d)/, '') || undefined },
    }
  },
})

function toFinding(query: Query, file: Of<typeof File>): Finding {
  const { severity, query_name } = query
  const { file_name, line, similarity_id, expected_value, actual_value, resource_type, resource_name } = file
  const found = actual_value || query_name
  return {
    rule: ruleOf(query),
    level: levelIn(severity),
    message: expected_value ? `${found} (expected: ${expected_value})` : found,
    location: { file: file_name, line: line ?? undefined },
    fingerprint: similarity_id || undefined,
    sarif: ownWords({
      severity,
      resourceType: resource_type,
      resourceName: resource_name,
      issueType: file.issue_type,
      remediation: file.remediation,
      remediationType: file.remediation_type,
    }),
  }
}

function ruleOf({ query_id, query_name, query_url, severity, platform, cwe, category, description }: Query): Rule {
  return {
    id: query_id,
    name: query_name,
    summary: query_name,
    description: description || undefined,
    url: query_url || undefined,
    tags: ['security', platform, category].flatMap((tag) => tag || []),
    weaknesses: cwe ? [cwe] : undefined,
    score: scoreOfWord(severity),
  }
}

function levelIn(severity: string | null | undefined): Level {
  return severity?.toUpperCase() === 'TRACE' ? 'note' : levelOf(severity ?? undefined)
}

/** That it parsed a few files less than it found is usual: not every one is of a kind it knows. */
function gapsIn(counters: Of<typeof Counters>): Notification[] {
  const { files_scanned, files_parsed, files_failed_to_scan: files, queries_failed_to_execute: queries } = counters
  return [
    files ? `${files} files could not be scanned` : '',
    queries ? `${queries} queries could not be executed` : '',
    files_scanned && files_parsed === 0 && !files ? `None of the ${files_scanned} files could be parsed` : '',
  ].flatMap((message): Notification[] => (message ? [{ level: 'error', message, incomplete: true }] : []))
}
