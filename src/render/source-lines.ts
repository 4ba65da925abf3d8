import type { Excerpt, ExcerptLine } from '../model/excerpt.ts'
import type { Role } from '../model/sheet.ts'
import { type Glyph, sourceGlyphs } from './cells.ts'
import { type Screen, styled } from './screen.ts'

/** Of one finding; more would push the next one out of sight. */
const mostLines = 3
/** Cells of source where nobody knows how wide the terminal is. */
const widthOfLogs = 160
const leastWidth = 16

/**
 * Source with its line numbers, and carets under what is marked:
 *
 *      5 | return eval(text)
 *        |        ^^^^
 */
export function paintedSource({ excerpt, role }: { excerpt: Excerpt; role: Role }, screen: Screen): string {
  const { startLine, lines } = excerpt
  const shown = lines.slice(0, mostLines)
  const digits = Math.max(4, String(startLine + shown.length - 1).length)
  const gutter = (label: string) => styled({ text: ` ${label.padStart(digits + 1)} | `, role: 'faint' }, screen)
  const room = Math.max(leastWidth, (screen.width ?? widthOfLogs) - digits - 5)
  const painted = shown.flatMap((line, at) => {
    const { text, carets } = pictureOf(line, { room, isFirst: at === 0 })
    const number = gutter(String(startLine + at))
    // Behind its number: a line that begins with `::` begins no command there.
    const source = line.isWithheld
      ? styled({ text: withheld, role: 'faint' }, screen)
      : screen.safe(`|${text}`).slice(1)
    return [
      (number + source).trimEnd(),
      ...(carets ? [`${gutter('')}${carets.before}${styled({ text: carets.text, role }, screen)}`] : []),
    ]
  })
  const rest = lines.length - shown.length
  const more = rest > 0 ? [gutter('') + styled({ text: '…', role: 'faint' }, screen)] : []
  return [...painted, ...more].join('\n')
}

const withheld = '(not shown: a secret stands here)'

interface Picture {
  text: string
  carets?: { before: string; text: string }
}

/** The part of the line that there is room for, around its mark. */
function pictureOf(line: ExcerptLine, { room, isFirst }: { room: number; isFirst: boolean }): Picture {
  const glyphs = sourceGlyphs(line.text)
  const marked = markedCells(glyphs, line, isFirst)
  const view = viewOf(glyphs, marked?.from ?? 0, room - (line.cutBefore ? 1 : 0) - (line.cutAfter ? 1 : 0))
  const start = line.cutBefore || view.from > 0 ? '…' : ''
  const end = line.cutAfter || view.to < glyphs.length ? '…' : ''
  const inside = glyphs.slice(view.from, view.to)
  const text = start + inside.map(({ text }) => text).join('') + end
  if (!marked) return { text }
  const before = cells(glyphs.slice(0, view.from))
  const from = Math.max(0, marked.from - before)
  const to = Math.min(marked.to - before, Math.max(from + 1, cells(inside)))
  return { text, carets: { before: ' '.repeat(start.length + from), text: '^'.repeat(Math.max(1, to - from)) } }
}

/** Cells from 0. The lines after the first are marked from where their text begins. */
function markedCells(
  glyphs: Glyph[],
  { mark }: ExcerptLine,
  isFirst: boolean,
): { from: number; to: number } | undefined {
  if (!mark) return undefined
  const first = isFirst ? 0 : glyphs.findIndex(({ text }) => text.trim() !== '')
  const start = Math.max(mark.start, glyphs[first]?.start ?? 0)
  const from = cells(glyphs.filter((glyph) => glyph.end <= start))
  const inside = glyphs.filter((glyph) => glyph.end > start && glyph.start < mark.end)
  return { from, to: from + Math.max(1, cells(inside)) }
}

/** Which glyphs are shown: all, or so many that the mark stands in the first third of them. */
function viewOf(glyphs: Glyph[], markFrom: number, room: number): { from: number; to: number } {
  const total = cells(glyphs)
  if (total <= room) return { from: 0, to: glyphs.length }
  // One cell at either end says that something was cut off there.
  const skip = Math.min(markFrom - Math.floor((room - 2) / 3), total - (room - 1))
  let from = 0
  for (let skipped = 0; skipped < skip; from++) skipped += glyphs[from]!.cells
  let to = from
  for (let taken = 0; to < glyphs.length; to++) {
    taken += glyphs[to]!.cells
    if (taken > room - 2) break
  }
  return { from, to }
}

function cells(glyphs: Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.cells, 0)
}
