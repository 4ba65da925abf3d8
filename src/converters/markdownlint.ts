import { UnreadableReport } from '../model/errors.ts'
import type { Edit, Finding, Location, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { jsonAmongLines } from './read/among-lines.ts'
import { expectEntries } from './read/entries.ts'
import { readJson } from './read/json.ts'
import { linesOf } from './read/lines.ts'
import { array, nullish, number, type Of, object, string, tuple } from './read/shape.ts'
import { itemsHaveKeys, someLine } from './report.ts'

const FixInfo = object({
  lineNumber: nullish(number),
  editColumn: nullish(number),
  deleteCount: nullish(number),
  insertText: nullish(string),
})
const Issue = object({
  fileName: string,
  lineNumber: nullish(number),
  ruleNames: array(string),
  ruleDescription: nullish(string),
  ruleInformation: nullish(string),
  errorDetail: nullish(string),
  errorContext: nullish(string),
  errorRange: nullish(tuple([number, number])),
  fixInfo: nullish(FixInfo),
  severity: nullish(string),
})
type Issue = Of<typeof Issue>

/** `a.md:1:1 error MD018/no-missing-space-atx No space after hash [Context: "#Title"]`; older versions say no severity. */
const entry = /^(\S.*?):(\d+)(?::(\d+))? (?:(error|warning) )?([\w-]+(?:\/[\w-]+)+) (\S.*)$/
const ofRule = /^\S.*?:\d+(?::\d+)? (?:(?:error|warning) )?MD\d{3}\/[\w/-]+ /
const summary = /^Summary: 0 error\(s\)/m
/** Where the JSON begins, be it behind what else goes to standard error. */
const list = /^\[(?:\s*\{|\]?$)/

export const markdownlint = defineConverter({
  id: 'markdownlint',
  tool: { name: 'markdownlint', url: 'https://github.com/DavidAnson/markdownlint' },
  reads: 'markdownlint --json (or the text of markdownlint and markdownlint-cli2; both on standard error)',
  proof: 'run',
  detects: (report) =>
    itemsHaveKeys('fileName', 'ruleNames', 'ruleDescription')(report) ||
    someLine(ofRule)(report) ||
    (/^markdownlint-cli2 v\d/.test(report.text.trimStart()) && summary.test(report.text)),
  read(report) {
    const isJson = someLine(list)(report)
    const issues = isJson ? readJson(jsonAmongLines(report), array(Issue)) : textIssues(report.text)
    if (!isJson && !summary.test(report.text))
      expectEntries(report, issues.length, 'a.md:1:1 error MD018/no-missing-space-atx No space after hash …')
    const said = isJson ? report.jsonValues().otherLines : []
    return {
      findings: issues.map(toFinding),
      notifications: said.filter((line) => complaint.test(line)).map(toNotification),
      columns: 'utf16CodeUnits',
    }
  },
})

/** It goes on then, with rules that nobody meant. */
const complaint = /^Cannot read or parse config file/

function toNotification(message: string): Notification {
  return { level: 'error', message, incomplete: true }
}

function textIssues(text: string): Issue[] {
  return [...linesOf(text)].flatMap((line) => {
    const [, fileName, row, column, severity, names = '', words = ''] = entry.exec(line) ?? []
    if (fileName === undefined) return []
    const errorRange: [number, number] | undefined = column ? [Number(column), 0] : undefined
    const { description, detail, context } = split(words)
    return {
      fileName,
      lineNumber: Number(row),
      ruleNames: names.split('/'),
      ruleDescription: description,
      errorDetail: detail,
      errorContext: context,
      errorRange,
      severity,
    }
  })
}

/** `Bare URL used [Expected: 1; Actual: 2] [Context: "http://x.com"]`. */
function split(words: string): { description: string; detail?: string; context?: string } {
  const at = words.lastIndexOf(' [Context: "')
  const context = at >= 0 && words.endsWith('"]') ? words.slice(at + 12, -2) : undefined
  const rest = context === undefined ? words : words.slice(0, at)
  const bracket = rest.indexOf(' [')
  if (bracket < 0 || !rest.endsWith(']')) return { description: rest, context }
  return { description: rest.slice(0, bracket), detail: rest.slice(bracket + 2, -1), context }
}

function toFinding(issue: Issue): Finding {
  const { ruleNames, ruleDescription, ruleInformation, errorDetail, errorContext, severity } = issue
  const [id, name] = ruleNames
  if (!id) throw new UnreadableReport(`a finding in ${issue.fileName} names no rule`)
  const said = [
    ruleDescription || id,
    errorDetail && `[${errorDetail}]`,
    errorContext && `[Context: "${errorContext}"]`,
  ]
  return {
    rule: {
      id,
      name,
      summary: ruleDescription ?? undefined,
      url: ruleInformation ?? documentationOf(id),
    },
    level: levelOf(severity ?? undefined),
    message: said.filter(Boolean).join(' '),
    location: locationOf(issue),
    fixes: fixesOf(issue),
  }
}

function documentationOf(id: string): string | undefined {
  return /^MD\d{3}$/.test(id)
    ? `https://github.com/DavidAnson/markdownlint/blob/main/doc/${id.toLowerCase()}.md`
    : undefined
}

/** A range is a column and a length, within the line. */
function locationOf({ fileName, lineNumber, errorRange }: Issue): Location {
  const line = lineNumber ?? undefined
  if (!errorRange) return { file: fileName, line }
  const [column, length] = errorRange
  return { file: fileName, line, column, ...(length > 0 && { endColumn: column + length }) }
}

function fixesOf({ fileName, lineNumber, fixInfo }: Issue): Finding['fixes'] {
  const line = fixInfo?.lineNumber ?? lineNumber
  if (!fixInfo || !line) return []
  const { editColumn, deleteCount, insertText } = fixInfo
  const column = editColumn ?? 1
  const length = deleteCount ?? 0
  // -1 means the whole line, with its end.
  const end = length < 0 ? { endLine: line + 1, endColumn: 1 } : { endLine: line, endColumn: column + length }
  const edit: Edit = { file: fileName, line, column: length < 0 ? 1 : column, ...end, text: insertText ?? '' }
  return [{ description: "markdownlint's automatic fix", edits: [edit] }]
}
