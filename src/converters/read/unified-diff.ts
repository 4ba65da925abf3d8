import { UnreadableReport } from '../../model/errors.ts'
import type { Edit } from '../../model/finding.ts'
import { fileOfHeaders } from './diff-names.ts'
import { withoutColours } from './lines.ts'

/** Lines that follow one another and change together. */
export interface Change {
  file: string
  /** The first line that goes away, or the one before which others come, in the file as it is; from 1. */
  line: number
  removed: string[]
  added: string[]
  /** The file as it is, and as it would be, ends with the last of these lines, without a newline. */
  removedEnd?: true
  addedEnd?: true
}

export interface UnifiedDiff {
  changes: Change[]
  /** Files that differ in something else than lines: binary files, modes, names. */
  others: string[]
}

interface Cursor {
  lines: string[]
  at: number
}

/** What was read of a diff so far. */
interface Progress extends UnifiedDiff {
  /** The file that the next hunk belongs to. */
  file?: string | undefined
  /** Git's title of a file without a hunk so far. */
  untold?: string | undefined
  isGit: boolean
}

/** Reads what `diff -u` writes, and `git diff`. Throws `UnreadableReport` for hunks that are cut off or damaged. */
export function readUnifiedDiff(text: string): UnifiedDiff {
  const lines = withoutColours(text).split('\n')
  // What stands behind the last newline is no line.
  if (lines.at(-1) === '') lines.pop()
  const cursor: Cursor = { lines, at: 0 }
  const progress: Progress = { changes: [], others: [], isGit: false }
  while (cursor.at < lines.length) {
    if (/^@@ -\d/.test(lines[cursor.at]!)) {
      progress.changes.push(...hunk(cursor, progress.file))
      progress.untold = undefined
    } else {
      readHeader(cursor, progress)
      cursor.at++
    }
  }
  tellOther(progress, progress.untold)
  return { changes: progress.changes, others: progress.others }
}

/** Reads a line between the hunks; those that say nothing to us are let pass. */
function readHeader(cursor: Cursor, progress: Progress): void {
  const line = cursor.lines[cursor.at]!.trimEnd()
  if (line.startsWith('diff --git ')) {
    tellOther(progress, progress.untold)
    progress.untold = line.slice('diff --git '.length)
    progress.isGit = true
  } else if (/^Binary files .* differ$/.test(line)) tellOther(progress, progress.untold ?? line)
  else if (line.startsWith('--- ') && cursor.lines[cursor.at + 1]?.startsWith('+++ ')) {
    progress.file = fileOfHeaders(line, cursor.lines[++cursor.at]!, progress.isGit)
  } else if (/^@@@+ /.test(line))
    throw new UnreadableReport(`line ${cursor.at + 1} begins a combined diff of a merge, which names no single change`)
}

function tellOther(progress: Progress, title: string | undefined): void {
  if (title !== undefined) progress.others.push(title)
  progress.untold = undefined
}

/** Reads the hunk that begins here, and leaves the cursor behind it. The counts in its head say where that is. */
function hunk(cursor: Cursor, file: string | undefined): Change[] {
  const head = cursor.lines[cursor.at]!
  const found = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(head)
  if (!found || file === undefined) throw damaged(cursor)
  const counts = { old: Number(found[2] ?? 1), fresh: Number(found[3] ?? 1) }
  // Of no lines, it names the one before them.
  const reading: Reading = { file, line: Number(found[1]) + (counts.old === 0 ? 1 : 0), changes: [], open: undefined }
  const end = head.endsWith('\r') ? /\r$/ : /$/
  for (cursor.at++; counts.old > 0 || counts.fresh > 0; cursor.at++) {
    const sign = step(reading, lineAt(cursor).replace(end, ''))
    counts.old -= Number(sign === ' ' || sign === '-')
    counts.fresh -= Number(sign === ' ' || sign === '+')
    if (sign === undefined || counts.old < 0 || counts.fresh < 0) throw damaged(cursor)
  }
  if (cursor.lines[cursor.at]?.startsWith('\\')) step(reading, cursor.lines[cursor.at++]!)
  return reading.changes
}

function lineAt({ lines, at }: Cursor): string {
  const line = lines[at]
  if (line === undefined) throw new UnreadableReport('its last hunk was cut off')
  return line
}

function damaged({ at }: Cursor): UnreadableReport {
  return new UnreadableReport(`line ${at + 1} is no part of a unified diff`)
}

interface Reading {
  file: string
  line: number
  changes: Change[]
  /** The change that the last line belongs to, and on which side. */
  open: { change: Change; side: '-' | '+' } | undefined
}

/** Takes in one line of a hunk; returns its sign. */
function step(reading: Reading, line: string): string | undefined {
  // Editors and mailers take the space away that stands for an empty line.
  const sign = line === '' || line === '\r' ? ' ' : line[0]!
  if (!' -+\\'.includes(sign)) return undefined
  if (sign === ' ') reading.open = undefined
  else if (sign === '\\') endHere(reading.open)
  else changeLine(reading, sign as '-' | '+', line.slice(1))
  if (sign === ' ' || sign === '-') reading.line++
  return sign
}

function changeLine(reading: Reading, side: '-' | '+', text: string): void {
  const { file, line, changes, open } = reading
  const change: Change = open?.change ?? { file, line, removed: [], added: [] }
  if (!open) changes.push(change)
  reading.open = { change, side }
  change[side === '-' ? 'removed' : 'added'].push(text)
}

/** `\ No newline at end of file` speaks of the line above it. */
function endHere(open: Reading['open']): void {
  if (open) open.change[open.side === '-' ? 'removedEnd' : 'addedEnd'] = true
}

/** The change as an edit of the file as it is: whole lines, so that no unit of columns matters. */
export function editOf({ file, line, removed, added, removedEnd, addedEnd }: Change): Edit {
  const text = added.length === 0 || addedEnd ? added.join('\n') : `${added.join('\n')}\n`
  const behind = { file, line, column: 1, endLine: line + removed.length, endColumn: 1 }
  // At the end of a file without a last newline, there is no line behind.
  const lines = { file, line, endLine: line + removed.length - 1 }
  if (removed.length === 0 || (removedEnd && added.length === 0)) return { ...behind, text }
  if (removedEnd) return { ...lines, text }
  const isWindows = removed.at(-1)!.endsWith('\r')
  const keepsNewline = !addedEnd && added.length > 0 && added.at(-1)!.endsWith('\r') === isWindows
  // A newline that stays is left where it is: that reads best where a fix is shown.
  return keepsNewline ? { ...lines, text: text.slice(0, isWindows ? -2 : -1) } : { ...behind, text }
}
