import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Location, Notification, Reading } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { linesOf } from './read/lines.ts'
import { array, nullish, number, type Of, object, string, union } from './read/shape.ts'
import { type Report, someLine } from './report.ts'

const Point = object({ line: nullish(number), column: nullish(number) })
const Issue = object({
  check_name: string,
  categories: nullish(array(string)),
  url: nullish(string),
  severity: nullish(string),
  level: nullish(string),
  description: string,
  content: nullish(object({ body: nullish(string) })),
  location: object({
    path: string,
    /** Where it knows the column, its versions put it in either of the two. */
    lines: nullish(object({ begin: union([number, Point]) })),
    positions: nullish(object({ begin: Point })),
  }),
})

export const ansibleLint = defineConverter({
  id: 'ansible-lint',
  tool: { name: 'ansible-lint', url: 'https://docs.ansible.com/projects/lint/' },
  reads: 'ansible-lint --format json (or pep8, or --parseable)',
  proof: 'run',
  detects: (report) => (isJson(report) ? isFromAnsibleLint(report) : hasOwnRule(report)),
  read: (report) => (isJson(report) ? readIssues(report) : readLines(report)),
})

function isJson({ text }: Report): boolean {
  return text.trimStart().startsWith('[')
}

/** Its JSON is that of Code Climate: only the documentation of its rules tells whose it is. */
const documentation =
  /^https:\/\/(?:ansible-lint\.readthedocs\.io|ansible\.readthedocs\.io\/projects\/lint|docs\.ansible\.com\/projects\/lint)\//

function isFromAnsibleLint(report: Report): boolean {
  if (!report.text.includes('"check_name"')) return false
  try {
    const issues = report.json()
    return Array.isArray(issues) && issues.some((issue) => documentation.test(String(issue?.url)))
  } catch {
    return false
  }
}

function readIssues(report: Report): Reading {
  return readingOf(readJson(report, array(Issue)).map(toFinding))
}

/** A rule of its own that broke has not looked at the file. */
function readingOf(all: Finding[]): Reading {
  const isCrash = ({ rule }: Finding) => rule.id.startsWith('internal-error')
  return {
    findings: all.filter((finding) => !isCrash(finding)),
    notifications: all
      .filter(isCrash)
      .map(({ message, location }): Notification => ({ level: 'error', message, location, incomplete: true })),
    columns: 'unicodeCodePoints',
  }
}

function toFinding(issue: Of<typeof Issue>): Finding {
  const { check_name, categories, url, severity, level, description, content, location } = issue
  return {
    rule: { id: check_name, url: url ?? undefined, tags: categories ?? undefined },
    level: levelOf(level ?? severity ?? undefined),
    message: [description, content?.body].flatMap((text) => (text && text !== 'None' ? plain(text) : [])).join('\n'),
    location: { file: location.path, ...pointOf(location) },
    // Its fingerprint is made of the line's number as well, and changes with every line above.
    sarif: ownWords({ severity, level }),
  }
}

function pointOf({ lines, positions }: Of<typeof Issue>['location']): Omit<Location, 'file'> {
  const begin = positions?.begin ?? lines?.begin
  if (typeof begin === 'number') return { line: begin }
  return { line: begin?.line ?? undefined, column: begin?.column ?? undefined }
}

/** It escapes brackets for its own printing in colour, and then prints JSON instead; nothing is Python's `None`. */
function plain(text: string): string {
  return text.replaceAll('\\[', '[')
}

const entry =
  /^(?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?: (?<rule>[a-z][\w-]*(?:\[[\w-]*\])?)(?:: (?<message>.*))?$/

/** Many linters write such lines, and some of its rules have names like theirs. These do not. */
const ownRules = [
  String.raw`(?:args|fqcn|galaxy|jinja|key-order|meta-runtime|name|role-name|schema|syntax-check|var-naming|yaml)\[[\w-]*\]`,
  'command-instead-of-(?:module|shell)',
  'deprecated-(?:bare-vars|command-syntax|local-action)',
  'load-failure',
  'loop-var-prefix',
  'no-(?:changed-when|free-form|jinja-when|log-password|prompting|relative-paths|same-owner)',
  'package-latest',
  'partial-become',
  'risky-(?:file-permissions|octal|shell-pipe)',
]
const ownRule = new RegExp(`:\\d+: (?:${ownRules.join('|')})(?=[:\\s]|$)`)

const hasOwnRule = someLine(ownRule)

function readLines({ text }: Report): Reading {
  const findings: Finding[] = []
  for (const line of linesOf(text)) {
    const found = entry.exec(line)
    if (found) findings.push(findingOf(found.groups as unknown as Entry))
  }
  if (findings.length === 0 && text.trim() !== '')
    throw new UnreadableReport('it holds no line like `play.yml:3: name[missing]: All tasks should be named.`')
  return readingOf(findings)
}

interface Entry {
  file: string
  line: string
  column?: string
  rule: string
  message?: string
}

function findingOf({ file, line, column, rule, message = '' }: Entry): Finding {
  // What is no error says so at the end.
  const level = / \(([a-z]+)\)$/.exec(message)?.[1]
  const isLevel = level === 'warning' || level === 'info' || level === 'note'
  return {
    rule: { id: rule },
    level: isLevel ? levelOf(level) : 'error',
    message: isLevel ? message.slice(0, -level.length - 3) : message,
    location: { file, line: Number(line), column: column ? Number(column) : undefined },
  }
}
