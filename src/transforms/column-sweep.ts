import { eastAsianWidth } from 'get-east-asian-width'
import type { ColumnUnit } from '../model/columns.ts'
import { lineWalk } from './line-walk.ts'

/** A column of a line, both from 1, in a unit. In the middle of a character, an end goes up to where that ends. */
export interface Position {
  line: number
  column: number
  unit: ColumnUnit
  isEnd: boolean
}

/**
 * The columns in UTF-16 code units, from 1, of positions in a file of UTF-8. What lies behind a line becomes the end of
 * it; a column of a line that the file does not have stays as it is. A byte that is no UTF-8 counts as one character:
 * the file is in an encoding of one byte a character then.
 */
export function utf16ColumnsOf(bytes: Uint8Array, positions: Position[]): number[] {
  const columns = positions.map(({ column }) => column)
  const goTo = lineWalk(bytes)
  let sweep: Sweep | undefined
  for (const at of sorted(positions)) {
    const { line, unit } = positions[at]!
    const place = goTo.line(line)
    if (!place) break
    if (sweep?.start !== place.start || sweep.unit !== unit)
      sweep = { bytes, unit, start: place.start, end: place.end, at: place.start, passed: 0, column: 1 }
    columns[at] = columnIn(sweep, positions[at]!)
  }
  return columns
}

/** In the order in which one pass over the file comes by them. */
function sorted(positions: Position[]): Iterable<number> {
  const order = Uint32Array.from(positions.keys())
  return order.sort((a, b) => {
    const [left, right] = [positions[a]!, positions[b]!]
    if (left.line !== right.line) return left.line - right.line
    if (left.unit !== right.unit) return left.unit < right.unit ? -1 : 1
    return left.column - right.column
  })
}

/** One pass over a line: how far it has come, in bytes of the file, in the unit, and in UTF-16. */
interface Sweep {
  bytes: Uint8Array
  unit: ColumnUnit
  start: number
  end: number
  at: number
  passed: number
  column: number
}

function columnIn(sweep: Sweep, { column, isEnd }: Position): number {
  const wanted = column - 1
  while (sweep.at < sweep.end) {
    const size = sizeAt(sweep.bytes, sweep.at, sweep.end)
    const passed = sweep.passed + widthAt(sweep, size)
    if (passed > wanted) return isEnd && sweep.passed < wanted ? sweep.column + unitsOf(size) : sweep.column
    sweep.at += size
    sweep.passed = passed
    sweep.column += unitsOf(size)
  }
  return sweep.column
}

/** What takes four bytes in UTF-8 takes two units in UTF-16. */
export function unitsOf(size: number): number {
  return size === 4 ? 2 : 1
}

/** How many bytes the character has that begins here. */
export function sizeAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!
  if (lead < 0xc2 || lead > 0xf4) return 1
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (at + size > end) return 1
  for (let next = at + 1; next < at + size; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 1
  return size
}

const tab = 0x09

function widthAt({ bytes, unit, at, passed }: Sweep, size: number): number {
  switch (unit) {
    case 'utf8Bytes':
      return size
    case 'unicodeCodePoints':
      return 1
    case 'utf16CodeUnits':
      return unitsOf(size)
    case 'tabs4':
      return bytes[at] === tab ? 4 - (passed % 4) : 1
    case 'tabs8':
      return bytes[at] === tab ? 8 - (passed % 8) : 1
    case 'cells':
      return bytes[at] === tab ? 8 - (passed % 8) : cellsOf(codePointAt(bytes, at, size))
  }
}

/** Marks that stand on the letter before, and what is not seen at all. */
const withoutWidth = /[\p{Mn}\p{Me}\p{Cf}]/u

function cellsOf(codePoint: number): number {
  // No letter of Latin has another width, and nearly all of a program is made of them.
  if (codePoint < 0x300) return 1
  return withoutWidth.test(String.fromCodePoint(codePoint)) ? 0 : eastAsianWidth(codePoint)
}

function codePointAt(bytes: Uint8Array, at: number, size: number): number {
  let codePoint = size === 1 ? bytes[at]! : bytes[at]! & (0xff >> (size + 1))
  for (let next = at + 1; next < at + size; next++) codePoint = (codePoint << 6) | (bytes[next]! & 0x3f)
  return codePoint
}
