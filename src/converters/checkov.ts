import * as z from 'zod/mini'
import type { Finding, Fix, Notification } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { hasKeys, itemsHaveKeys, type Report } from './report.ts'

const Vulnerability = z.object({
  id: z.nullish(z.string()),
  link: z.nullish(z.string()),
  cvss: z.nullish(z.number()),
  description: z.nullish(z.string()),
})
const Check = z.object({
  check_id: z.string(),
  check_name: z.nullish(z.string()),
  check_result: z.nullish(z.object({ suppress_comment: z.nullish(z.string()) })),
  file_path: z.nullish(z.string()),
  file_abs_path: z.nullish(z.string()),
  repo_file_path: z.nullish(z.string()),
  file_line_range: z.nullish(z.array(z.number())),
  resource: z.nullish(z.string()),
  severity: z.nullish(z.string()),
  guideline: z.nullish(z.string()),
  short_description: z.nullish(z.string()),
  /** A text in files of lines, a structure elsewhere. */
  fixed_definition: z.nullish(z.unknown()),
  vulnerability_details: z.nullish(Vulnerability),
})
const Summary = z.object({
  parsing_errors: z.nullish(z.number()),
  checkov_version: z.nullish(z.string()),
})
const Framework = z.object({
  check_type: z.string(),
  results: z.object({
    failed_checks: z.nullish(z.array(Check)),
    skipped_checks: z.nullish(z.array(Check)),
    parsing_errors: z.nullish(z.array(z.string())),
  }),
  summary: z.nullish(Summary),
})
type Check = z.output<typeof Check>
type Framework = z.output<typeof Framework>

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
  if (Array.isArray(report.json())) return readJson(report, z.array(Framework))
  if (isFramework(report)) return [readJson(report, Framework)]
  // Required here: without them, this is something else.
  const Bare = z.object({ ...Summary.shape, passed: z.number(), failed: z.literal(0), checkov_version: z.string() })
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
