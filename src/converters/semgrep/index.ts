import type { Finding, Level, Location, Notification, Place } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { readJson } from '../read/json.ts'
import { array, boolean, nullish, number, type Of, object, string, union, unknown } from '../read/shape.ts'
import { hasKeys } from '../report.ts'
import { flowOf, Trace } from './flow.ts'
import { Metadata, ruleOf } from './rule.ts'

const Position = object({ line: number, col: number })
const Result = object({
  check_id: string,
  path: string,
  start: Position,
  end: nullish(Position),
  extra: object({
    message: nullish(string),
    severity: nullish(string),
    metadata: nullish(Metadata),
    fingerprint: nullish(string),
    fix: nullish(string),
    is_ignored: nullish(boolean),
    dataflow_trace: nullish(Trace),
    validation_state: nullish(string),
    sca_info: nullish(
      object({
        reachable: nullish(boolean),
        dependency_match: nullish(
          object({
            lockfile: nullish(string),
            found_dependency: nullish(
              object({ package: string, version: nullish(string), line_number: nullish(number) }),
            ),
          }),
        ),
      }),
    ),
  }),
})
type Result = Of<typeof Result>
const ToolError = object({
  type: nullish(union([string, array(unknown)])),
  level: nullish(string),
  message: nullish(string),
  long_msg: nullish(string),
  short_msg: nullish(string),
  rule_id: nullish(string),
  path: nullish(string),
})
const Semgrep = object({
  version: nullish(string),
  results: array(Result),
  errors: array(ToolError),
  paths: object({
    skipped: nullish(array(object({ path: string, reason: string, details: nullish(string) }))),
  }),
  skipped_rules: nullish(array(object({ rule_id: string, details: nullish(string) }))),
})

const tool = { name: 'Semgrep', url: 'https://semgrep.dev' }

export const semgrep = defineConverter({
  id: 'semgrep',
  tool,
  reads: 'semgrep scan --json (or opengrep)',
  proof: 'documented',
  detects: hasKeys('results', 'errors', 'paths'),
  read(report) {
    const { version, results, errors, paths, skipped_rules } = readJson(report, Semgrep)
    return {
      findings: results.map(toFinding),
      notifications: [
        ...errors.map(errorOf),
        ...(paths.skipped ?? []).map(
          ({ path, reason, details }): Notification => ({
            level: 'note',
            message: `Semgrep skipped this file: ${details || reason}`,
            location: { file: path },
          }),
        ),
        ...(skipped_rules ?? []).map(
          ({ rule_id, details }): Notification => ({
            level: 'warning',
            message: `Semgrep skipped the rule ${rule_id}${details ? `: ${details}` : '.'}`,
          }),
        ),
      ],
      columns: 'utf8Bytes',
      tool: { ...tool, version: version ?? undefined },
    }
  },
})

/** A file that could be read in part only is a warning of Semgrep's; what it calls an error left something out. */
function errorOf({ type, level, rule_id, path, ...said }: Of<typeof ToolError>): Notification {
  // Some kinds of error are a list of the kind and its places.
  const kind = String((Array.isArray(type) ? type[0] : type) || 'an error without a name')
  const words = said.message || said.long_msg || said.short_msg || kind
  const own = levelOf(level ?? undefined)
  return {
    level: own,
    message: rule_id ? `${words} (rule ${rule_id})` : words,
    location: path ? { file: path } : undefined,
    incomplete: own === 'error',
  }
}

function toFinding(result: Result): Finding {
  const { check_id, path, extra } = result
  const { message, severity, metadata, fix, is_ignored, fingerprint, validation_state, sca_info } = extra
  const location = locationOf(result)
  const own = {
    ...(severity && { severity }),
    ...(metadata?.confidence && { confidence: metadata.confidence }),
    ...(validation_state && { validation_state }),
    ...(typeof sca_info?.reachable === 'boolean' && { reachable: sca_info.reachable }),
  }
  return {
    rule: ruleOf(check_id, metadata ?? {}, severity ?? ''),
    level: levelOfWord(severity ?? ''),
    message: message ?? '',
    location,
    // Whoever is not logged in gets a sentence in its place.
    fingerprint: fingerprint && /^[\da-f]{32,}(?:_\d+)?$/i.test(fingerprint) ? fingerprint : undefined,
    fixes: typeof fix === 'string' ? [{ description: "The rule's fix", edits: [{ ...location, text: fix }] }] : [],
    flow: extra.dataflow_trace ? flowOf(extra.dataflow_trace) : undefined,
    related: dependencyOf(extra.sca_info, path),
    sarif: {
      ...(is_ignored && { suppressions: [{ kind: 'inSource', justification: 'nosemgrep' }] }),
      properties: own,
    },
  }
}

/** Lines and bytes from 1, the end exclusive. */
function locationOf({ path, start, end }: Result): Location {
  return { file: path, line: start.line, column: start.col, endLine: end?.line, endColumn: end?.col }
}

function levelOfWord(severity: string): Level {
  return /^(?:INVENTORY|EXPERIMENT)$/.test(severity) ? 'note' : levelOf(severity)
}

/** The package that the code can be reached in, where the lock file names it. */
function dependencyOf(info: Result['extra']['sca_info'], path: string): Place[] {
  const { found_dependency: found, lockfile } = info?.dependency_match ?? {}
  if (!found) return []
  const message = found.version ? `${found.package} ${found.version}` : found.package
  return [{ file: lockfile || path, line: found.line_number ?? undefined, message }]
}
