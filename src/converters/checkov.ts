import type { Finding, Fix, Notification } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, literal, nullish, number, type Of, object, string, unknown } from './read/shape.ts'
import { hasKeys, itemsHaveKeys, type Report } from './report.ts'

const Vulnerability = object({
  id: nullish(string),
  link: nullish(string),
  cvss: nullish(number),
  description: nullish(string),
})
const Check = object({
  check_id: string,
  check_name: nullish(string),
  check_result: nullish(object({ suppress_comment: nullish(string) })),
  file_path: nullish(string),
  file_abs_path: nullish(string),
  repo_file_path: nullish(string),
  file_line_range: nullish(array(number)),
  resource: nullish(string),
  severity: nullish(string),
  guideline: nullish(string),
  short_description: nullish(string),
  /** A text in files of lines, a structure elsewhere. */
  fixed_definition: nullish(unknown),
  vulnerability_details: nullish(Vulnerability),
})
const Summary = object({
  parsing_errors: nullish(number),
  checkov_version: nullish(string),
})
const Framework = object({
  check_type: string,
  results: object({
    failed_checks: nullish(array(Check)),
    skipped_checks: nullish(array(Check)),
    parsing_errors: nullish(array(string)),
  }),
  summary: nullish(Summary),
})
type Check = Of<typeof Check>
type Framework = Of<typeof Framework>

const tool = { name: 'Checkov', url: 'https://www.checkov.io' }
const isFramework = hasKeys('check_type', 'results')
const isList = itemsHaveKeys('check_type', 'results')
/** Where there was nothing to check for it, the summary is all it writes. */
const isBareSummary = hasKeys('passed', 'failed', 'skipped', 'parsing_errors', 'checkov_version')

export const checkov = defineConverter({
  id: 'checkov',
  tool,
  reads: 'checkov --directory . --output json',
  proof: 'seen',
  detects: (report) => isFramework(report) || isList(report) || isBareSummary(report),
  read(report) {
    const frameworks = frameworksOf(report)
    const version = frameworks.map(({ summary }) => summary?.checkov_version).find(Boolean)
    return {
      findings: frameworks.flatMap(findingsOf),
      notifications: frameworks.flatMap(notificationsOf),
      tool: { ...tool, version: version ?? undefined },
    }
  },
})

function frameworksOf(report: Report): Framework[] {
  if (Array.isArray(report.json())) return readJson(report, array(Framework))
  if (isFramework(report)) return [readJson(report, Framework)]
  // Required here: without them, this is something else.
  const Bare = object({ ...Summary.members, passed: number, failed: literal(0), checkov_version: string })
  return [{ check_type: '', results: {}, summary: readJson(report, Bare) }]
}

function findingsOf({ check_type, results }: Framework): Finding[] {
  return [
    ...(results.failed_checks ?? []).map((check) => toFinding(check, check_type)),
    ...(results.skipped_checks ?? []).map((check) => skipped(check, check_type)),
  ]
}

function toFinding(check: Check, framework: string): Finding {
  const { check_id, check_name, guideline, severity, resource, short_description, vulnerability_details } = check
  const score = vulnerability_details?.cvss ?? scoreOfWord(severity)
  const summary = vulnerability_details?.id || check_name || undefined
  const file = fileOf(check)
  const [line, endLine] = check.file_line_range ?? []
  return {
    rule: {
      id: check_id,
      summary,
      description: vulnerability_details?.description || undefined,
      url: vulnerability_details?.link || guideline || undefined,
      tags: ['security', framework],
      score: score && score > 0 && score <= 10 ? score : undefined,
    },
    // Without a key for its platform it knows no severities, and fails on everything.
    level: severity ? levelOf(severity) : 'error',
    message: (vulnerability_details && short_description) || check_name || check_id,
    location: file ? { file, line, endLine } : undefined,
    fixes: fixesOf(check, file),
    sarif: ownWords({ severity, resource }),
  }
}

/** Two of its three paths begin with a slash although they are relative: to where it ran, and to what it scanned. */
function fileOf({ repo_file_path, file_abs_path, file_path }: Check): string | undefined {
  return repo_file_path?.replace(/^\//, '') || file_abs_path || file_path?.replace(/^\//, '') || undefined
}

function fixesOf({ fixed_definition: text, file_line_range, check_id }: Check, file: string | undefined): Fix[] {
  const [line = 0, endLine = 0] = file_line_range ?? []
  if (typeof text !== 'string' || !file || line < 1 || endLine < line) return []
  return [
    { description: `Checkov's fix for ${check_id}`, edits: [{ file, line, endLine, text: text.replace(/\n$/, '') }] },
  ]
}

function skipped(check: Check, framework: string): Finding {
  const finding = toFinding(check, framework)
  const justification = check.check_result?.suppress_comment || undefined
  const suppression = { kind: 'inSource' as const, ...(justification && { justification }) }
  return { ...finding, sarif: { ...finding.sarif, suppressions: [suppression] } }
}

/** A file that it could not parse was not checked. */
function notificationsOf({ check_type, results, summary }: Framework): Notification[] {
  const files = (results.parsing_errors ?? []).filter(Boolean)
  // These paths are absolute, or relative with a slash before them: nobody can tell.
  const named = files.map((file) => gap(`${file} could not be parsed as ${check_type}, and was not checked`))
  const unnamed = (summary?.parsing_errors ?? 0) - files.length
  if (files.length > 0 || unnamed <= 0) return named
  return [gap(`${unnamed} files could not be parsed${check_type && ` as ${check_type}`}, and were not checked`)]
}

function gap(message: string): Notification {
  return { level: 'error', message, incomplete: true }
}
