import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Level, Location, Notification, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { readJson } from '../read/json.ts'
import { array } from '../read/shape.ts'
import { isObjectWith, itemsHaveKeys, type Report, valuesWith } from '../report.ts'
import { Issue, type Place, type Point } from './issue.ts'
import { type Trait, traitOf } from './traits.ts'

const isArray = itemsHaveKeys('description', 'location')

export const codeClimate = defineConverter({
  id: 'code-climate',
  tool: { name: 'Code Climate', url: 'https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md' },
  reads:
    "Code Climate's issues, which GitLab calls a code quality report: a list, JSON lines, or objects parted by NUL",
  proof: 'run',
  generic: true,
  detects: (report) => isIssue(isArray(report) ? (report.json() as unknown[])[0] : firstLine(report)),
  read(report) {
    const entries = entriesOf(report)
    const issues = readJson({ json: () => entries.filter(isIssueEntry) }, array(Issue))
    const trait = traitOf(issues)
    const bodies = new Map<string, string>()
    return {
      findings: issues.map((issue) => toFinding(issue, trait, bodies)),
      notifications: entries.filter((entry) => !isIssueEntry(entry)).map(otherEntry),
      columns: trait?.columns,
    }
  },
})

/** The first object of a report that is no list. Texts that cannot be it are not parsed to find out. */
function firstLine(report: Report): unknown {
  return report.opening === '{' ? valuesWith(report, ['location'])[0] : undefined
}

/** Of issues in other formats, none has a description as well as a location with a path and lines, or positions, in it. */
function isIssue(entry: unknown): boolean {
  if (!isObjectWith(entry, ['description', 'location'])) return false
  const { location } = entry as { location: unknown }
  return isObjectWith(location, ['path', 'lines']) || isObjectWith(location, ['path', 'positions'])
}

function entriesOf(report: Report): unknown[] {
  if (report.text.trim() === '') return []
  if (report.text.trimStart().startsWith('[')) {
    const list = report.json()
    if (Array.isArray(list)) return list
  }
  const { values } = report.jsonValues()
  if (values.length === 0) throw new UnreadableReport('it holds no JSON objects, so no issues')
  return values
}

/** Engines of Code Climate also write measurements among their issues. */
function isIssueEntry(entry: unknown): boolean {
  const type: unknown = isObjectWith(entry, ['type']) ? (entry as { type: unknown }).type : undefined
  return typeof type !== 'string' || type.toLowerCase() === 'issue'
}

function otherEntry(entry: unknown): Notification {
  const { type } = entry as { type: string }
  return { level: 'note', message: `An entry of the type "${type}" is no issue, and is left out` }
}

function toFinding(issue: Issue, trait: Trait | undefined, bodies: Map<string, string>): Finding {
  const id = issue.check_name || trait?.checkOf?.(issue) || 'code-climate'
  const body = (typeof issue.content === 'string' ? issue.content : issue.content?.body)?.trim() || undefined
  const isOwn = trait?.bodyIsOwn === true
  // A rule has one help text; what another of its findings says differently stays with that one.
  const first = body && !isOwn ? (bodies.get(id) ?? body) : undefined
  if (first) bodies.set(id, first)
  const content = body !== first && !isOwn ? body : undefined
  const base = trait?.countsFromZero ? 1 : 0
  return {
    rule: ruleOf(id, issue, first),
    level: levelIn(issue, trait),
    message: isOwn && body ? `${issue.description}\n\n${body}` : issue.description,
    location: placeOf(issue.location, base),
    related: issue.other_locations?.map((place) => placeOf(place, base)),
    fingerprint: issue.fingerprint ?? undefined,
    sarif: ownWords({ severity: issue.severity, content }),
  }
}

/** Ansible-lint says beside the severity whether the finding fails its run. */
function levelIn({ level, severity }: Issue, trait: Trait | undefined): Level {
  const isWarning = severity && severity === trait?.warning
  return isWarning ? 'warning' : levelOf(level ?? severity ?? undefined)
}

function ruleOf(id: string, { categories, url }: Issue, body: string | undefined): Rule {
  return {
    id,
    url: url ?? undefined,
    tags: categories?.map((category) => category.toLowerCase()),
    ...(body && { help: body, markdown: body }),
  }
}

/** Lines include the last one; the column of an end is the one behind it, as HLint and Buf write it. */
function placeOf({ path: file, lines, positions }: Place, base: 0 | 1): Location {
  const [begin, end] = positions ? [positions.begin, positions.end] : [pointOf(lines?.begin), pointOf(lines?.end)]
  const [offset, stop] = [begin?.offset ?? undefined, end?.offset ?? undefined]
  if (offset !== undefined) return { file, charOffset: offset, charLength: (stop ?? offset) - offset }
  const from = (n: number | null | undefined) => (n === null || n === undefined ? undefined : n + base)
  return {
    file,
    ...{ line: from(begin?.line), column: from(begin?.column) },
    ...{ endLine: from(end?.line), endColumn: from(end?.column) },
  }
}

function pointOf(line: number | Point | null | undefined): Point | undefined {
  return typeof line === 'number' ? { line } : (line ?? undefined)
}
