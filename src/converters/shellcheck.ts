import * as z from 'zod/mini'
import type { Fix } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { hasKeys, itemsHaveKeys, type Report } from './report.ts'

const Region = z.object({ line: z.number(), column: z.number(), endLine: z.number(), endColumn: z.number() })
const Comment = z.object({
  ...Region.shape,
  file: z.string(),
  level: z.string(),
  code: z.number(),
  message: z.string(),
  fix: z.nullish(z.object({ replacements: z.array(z.object({ ...Region.shape, replacement: z.string() })) })),
})
const Comments = z.object({ comments: z.array(Comment) })

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
  return report.opening === '[' ? readJson(report, z.array(Comment)) : readJson(report, Comments).comments
}

type Replacement = z.output<typeof Region> & { replacement: string }

function fixOf(file: string, replacements: Replacement[]): Fix {
  return {
    description: "ShellCheck's suggested replacement",
    edits: replacements.map(({ replacement, ...at }) => ({ file, ...at, text: replacement })),
  }
}
