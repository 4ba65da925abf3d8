import { eastAsianWidth } from 'get-east-asian-width'
import { oneLine, signFor } from './plain.ts'

/** Made when it is needed: it loads data, which nearly no text asks for and every start would pay for. */
let segmenter: Intl.Segmenter | undefined

/** A character as people see it, and how many cells of a terminal it takes. */
export interface Glyph {
  text: string
  cells: number
  /** UTF-16 units of the text it was made of, from 0; the end is not counted in. */
  start: number
  end: number
}

/** How many cells of a terminal a text takes; it must be on one line, and without tabs. */
export function cellsOf(text: string): number {
  return isSimple(text) ? text.length : glyphsOf(text).reduce((sum, { cells }) => sum + cells, 0)
}

/** Latin without marks: nearly all that is ever printed. */
function isSimple(text: string): boolean {
  return /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/.test(text)
}

export function glyphsOf(text: string): Glyph[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const glyphs: Glyph[] = []
  // In pieces: the time that V8 takes for one grows with its square, and texts of strangers may have no end.
  for (let from = 0; from < text.length; ) {
    const piece = text.slice(from, from + longestPiece)
    for (const { segment, index } of segmenter.segment(piece)) {
      const start = from + index
      glyphs.push({ text: segment, cells: widthOf(segment), start, end: start + segment.length })
    }
    from += piece.length
  }
  return glyphs
}

const longestPiece = 512

/** What joins a character before takes no cell of its own; what is shown as a picture takes two. */
function widthOf(grapheme: string): number {
  if (/\ufe0f|^\p{RI}{2}/u.test(grapheme)) return 2
  const first = grapheme.codePointAt(0)!
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0
  return eastAsianWidth(first)
}

/** Tabs as blanks up to the next stop. Terminals have one every 8 cells, readers of source expect fewer. */
const tabStop = 4

/**
 * A line of source as it may be shown: tabs become blanks, and what cannot be seen, or would turn the reading direction
 * or command the terminal, becomes a sign of it: `␛`, `<U+202E>`.
 */
export function sourceGlyphs(text: string): Glyph[] {
  let column = 0
  return glyphsOf(text.toWellFormed()).flatMap((glyph) => {
    const shown = glyph.text === '\t' ? [blanks(glyph, tabStop - (column % tabStop))] : visible(glyph)
    for (const { cells } of shown) column += cells
    return shown
  })
}

function blanks(glyph: Glyph, cells: number): Glyph {
  return { ...glyph, text: ' '.repeat(cells), cells }
}

/** Joiners are part of many scripts and of pictures; alone they do no harm. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u

const everyUnseen = new RegExp(unseen, 'gu')
const everyMark = /(?![\u200c\u200d])\p{Cf}/gu

function visible(glyph: Glyph): Glyph[] {
  if (!unseen.test(glyph.text)) return [glyph]
  let start = glyph.start
  return [...glyph.text].map((character) => {
    const end = start + character.length
    const text = unseen.test(character) ? signOf(character) : character
    const shown = { text, cells: cellsOf(text), start, end }
    start = end
    return shown
  })
}

/** A name with such signs in place of what is not seen. */
export function seen(text: string): string {
  return text.toWellFormed().replace(everyUnseen, signOf)
}

/** A sentence on one line, where only what turns or parts the letters gets such signs: tools colour their messages. */
export function seenLine(text: string): string {
  return oneLine(text.toWellFormed().replace(everyMark, signOf))
}

function signOf(character: string): string {
  return signFor(character, '<>')
}
