import * as z from 'zod/mini'
import type { Fix } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { hasKeys } from './report.ts'

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

export const shellcheck = defineConverter({
  id: 'shellcheck',
  tool: { name: 'ShellCheck', url: 'https://www.shellcheck.net' },
  // Not --format json: there a tab counts as eight columns.
  reads: 'shellcheck --format json1',
  proof: 'run',
  detects: hasKeys('comments'),
  read: (report) => ({
    columns: 'unicodeCodePoints',
    findings: readJson(report, Comments).comments.map((comment) => ({
      rule: { id: `SC${comment.code}`, url: `https://www.shellcheck.net/wiki/SC${comment.code}` },
      level: levelOf(comment.level),
      message: comment.message,
      location: comment,
      fixes: comment.fix?.replacements.length ? [fixOf(comment.file, comment.fix.replacements)] : [],
    })),
  }),
})

type Replacement = z.output<typeof Region> & { replacement: string }

function fixOf(file: string, replacements: Replacement[]): Fix {
  return {
    description: "ShellCheck's suggested replacement",
    edits: replacements.map(({ replacement, ...at }) => ({ file, ...at, text: replacement })),
  }
}
