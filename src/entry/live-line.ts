import { cellsOf, glyphsOf } from '../render/cells.ts'

/** A line at the foot of the log that is drawn over, and gone without a trace when something else is written. */
export interface LiveLine {
  draw(text: string): void
  erase(): void
  /** Erases it, for good. */
  end(): void
}

const wheel = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
/** Back to the start of the line, and nothing right of there. */
const wiped = '\r\u001b[K'

/** `text` must be safe to print. `width`: cells of the terminal now, as people make windows larger and smaller. */
export function liveLine(write: (text: string) => void, width: () => number): LiveLine {
  let turns = 0
  let isDrawn = false
  let isOver = false
  const erase = () => {
    if (isDrawn) write(wiped)
    isDrawn = false
  }
  return {
    erase,
    end() {
      erase()
      isOver = true
    },
    draw(text) {
      if (isOver) return
      const spoke = wheel[turns++ % wheel.length]!
      // A line that reaches the edge would go on below, where it cannot be wiped.
      write(`${wiped}${clipped(`${spoke} ${text}`, width() - 1)}`)
      isDrawn = true
    },
  }
}

function clipped(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text
  let room = cells - 1
  const shown = glyphsOf(text).map((glyph) => {
    room -= glyph.cells
    return room >= 0 ? glyph.text : ''
  })
  return `${shown.join('')}…`
}
