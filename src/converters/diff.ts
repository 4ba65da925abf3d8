import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Notification } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { withoutColours } from './read/lines.ts'
import { type Change, editOf, readUnifiedDiff } from './read/unified-diff.ts'

/** How many lines of a change its message shows. The fix has all of them. */
const shownLines = 20

export const diff = defineConverter({
  id: 'diff',
  tool: { name: 'Diff', url: 'https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html' },
  reads: 'gofmt -d, black --diff, shellcheck --format diff, git diff: a unified diff of what a tool would change',
  proof: 'run',
  generic: true,
  detects: ({ text }) => /^--- .*\n\+\+\+ .*\n@@ -\d/m.test(withoutColours(text.slice(0, 64 * 1024))),
  read({ text }) {
    const { changes, others } = readUnifiedDiff(text)
    if (text.trim() !== '' && changes.length + others.length === 0)
      throw new UnreadableReport('it is no unified diff: no line begins a file or a hunk')
    return { findings: changes.map(toFinding), notifications: others.map(otherDifference) }
  },
})

function otherDifference(title: string): Notification {
  return { level: 'warning', message: `Differs in something else than lines: ${title}` }
}

function toFinding(change: Change): Finding {
  const { file, line, removed } = change
  return {
    rule: { id: 'diff', summary: 'A tool would change these lines' },
    level: 'warning',
    message: [sentenceOf(change), ...excerptOf(change)].join('\n'),
    // Lines that are only added have no place of their own: they are shown at the line above.
    location:
      removed.length > 0 ? { file, line, endLine: line + removed.length - 1 } : { file, line: Math.max(1, line - 1) },
    fixes: [{ description: 'What the diff says', edits: [editOf(change)] }],
  }
}

function sentenceOf({ line, removed, added }: Change): string {
  if (removed.length === 0) return `${linesOf(added)} would come ${line > 1 ? 'after this one' : 'before this one'}.`
  if (added.length === 0) return `${linesOf(removed)} would go away.`
  return `${linesOf(removed)} would be replaced by ${added.length === 1 ? 'another' : `${added.length} others`}.`
}

function linesOf({ length }: string[]): string {
  return length === 1 ? '1 line' : `${length} lines`
}

function excerptOf({ removed, added }: Change): string[] {
  const lines = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)]
  const more = lines.length - shownLines
  return more > 0 ? [...lines.slice(0, shownLines), `(${more} more)`] : lines
}
