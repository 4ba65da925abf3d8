import type { Fix } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, itemsHaveKeys, type Report } from './report.ts'

const Region = object({ line: number, column: number, endLine: number, endColumn: number })
const Comment = object({
  ...Region.members,
  file: string,
  level: string,
  code: number,
  message: string,
  fix: nullish(object({ replacements: array(object({ ...Region.members, replacement: string })) })),
})
const Comments = object({ comments: array(Comment) })

const isList = itemsHaveKeys('file', 'endLine', 'endColumn', 'level', 'code')

export const shellcheck = defineConverter({
  id: 'shellcheck',
  tool: { name: 'ShellCheck', url: 'https://www.shellcheck.net' },
  reads: 'shellcheck --format json1 (or json)',
  proof: 'run',
  detects: (report) => hasKeys('comments')(report) || isList(report),
  read: (report) => ({
    // In the list of `--format json`, a tab counts as eight columns.
    columns: report.opening === '[' ? 'tabs8' : 'unicodeCodePoints',
    findings: commentsOf(report).map((comment) => ({
      rule: { id: `SC${comment.code}`, url: `https://www.shellcheck.net/wiki/SC${comment.code}` },
      level: levelOf(comment.level),
      message: comment.message,
      location: comment,
      fixes: comment.fix?.replacements.length ? [fixOf(comment.file, comment.fix.replacements)] : [],
    })),
  }),
})

function commentsOf(report: Report) {
  return report.opening === '[' ? readJson(report, array(Comment)) : readJson(report, Comments).comments
}

type Replacement = Of<typeof Region> & { replacement: string }

function fixOf(file: string, replacements: Replacement[]): Fix {
  return {
    description: "ShellCheck's suggested replacement",
    edits: replacements.map(({ replacement: text, line, column, endLine, endColumn }) => ({
      ...{ file, line, column, endLine, endColumn, text },
    })),
  }
}
