import type { Fix } from 'sarif'
import * as z from 'zod/mini'
import { toRegion } from '../model/sarif.ts'
import { levelOf } from '../model/severity.ts'
import { uriOfPath } from '../model/uri.ts'
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
  detects: hasKeys('comments'),
  read: (report) => ({
    columnKind: 'unicodeCodePoints',
    findings: readJson(report, Comments).comments.map((comment) => ({
      rule: { id: `SC${comment.code}`, url: `https://www.shellcheck.net/wiki/SC${comment.code}` },
      level: levelOf(comment.level),
      message: comment.message,
      location: comment,
      sarif: comment.fix?.replacements.length ? { fixes: [fixOf(comment.file, comment.fix.replacements)] } : {},
    })),
  }),
})

type Replacement = z.output<typeof Region> & { replacement: string }

function fixOf(file: string, replacements: Replacement[]): Fix {
  return {
    description: { text: "ShellCheck's suggested replacement" },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOfPath(file) },
        replacements: replacements.map(({ replacement, ...at }) => ({
          deletedRegion: toRegion(at) ?? { startLine: 1 },
          insertedContent: { text: replacement },
        })),
      },
    ],
  }
}
