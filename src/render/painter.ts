import type { Block, Line, Sheet, Span } from '../model/sheet.ts'
import { cellsOf } from './cells.ts'
import { type Screen, styled } from './screen.ts'
import { paintedSource } from './source-lines.ts'

/** Below that a terminal has no room for columns. */
const roomForColumns = 100

export function painted(sheet: Sheet, screen: Screen): string {
  return sheet.map((block) => paintedBlock(block, screen)).join('\n')
}

function paintedBlock(block: Block, screen: Screen): string {
  if (typeof block === 'string') return screen.safe(block)
  return 'spans' in block ? paintedLine(block, screen) : paintedSource(block, screen)
}

function paintedLine({ spans, hang }: Line, screen: Screen): string {
  const { width = Number.POSITIVE_INFINITY, safe } = screen
  const pads = width >= roomForColumns
  const shown = spans.map((span, at) => {
    const text = safe(span.text)
    const isLast = at === spans.length - 1
    const padding = pads && !isLast ? Math.max(0, (span.width ?? 0) - cellsOf(text)) : 0
    return { ...span, text, padding: ' '.repeat(padding) }
  })
  const whole = shown.map(({ text, padding }) => text + padding).join('')
  if (cellsOf(whole) <= width)
    return shown
      .map((span) => styled(span, screen) + span.padding)
      .join('')
      .trimEnd()
  return wrapped(shown, { hang, width }, screen)
}

/** Words go to the next line where the terminal ends; one that is longer than a line is left to the terminal. */
function wrapped(spans: Span[], { hang, width }: { hang: number; width: number }, screen: Screen): string {
  let line = ''
  let used = 0
  const lines: string[] = []
  for (const { text, ...look } of spans)
    for (const [part] of text.matchAll(/\s+|\S+/g)) {
      const cells = cellsOf(part)
      const isBlank = part.trim() === ''
      if (used + cells > width && used > hang) {
        lines.push(line)
        line = ' '.repeat(hang)
        used = hang
      }
      if (isBlank && lines.length > 0 && used === hang) continue
      // A word that begins a line must not begin a command of the runner there.
      line += isBlank ? part : styled({ ...look, text: screen.safe(part) }, screen)
      used += cells
    }
  return [...lines, line].map((each) => each.trimEnd()).join('\n')
}
