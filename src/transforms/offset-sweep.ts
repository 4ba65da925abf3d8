import { sizeAt, unitsOf } from './column-sweep.ts'
import { hasMark, lineWalk } from './line-walk.ts'

/** A place in a file, counted from 0 from its beginning: in bytes, or in UTF-16 code units without a byte order mark. */
export interface Offset {
  at: number
  unit: 'bytes' | 'utf16'
}

/** Where the offsets are in a file of UTF-8: lines, and columns in bytes, both from 1. Behind the file is its end. */
export function placesOf(bytes: Uint8Array, offsets: Offset[]): { line: number; column: number }[] {
  const inBytes = byteOffsets(bytes, offsets)
  const walk = lineWalk(bytes)
  const places = offsets.map(() => ({ line: 1, column: 1 }))
  for (const at of ascending(inBytes)) {
    const { number, start } = walk.lineAt(inBytes[at]!)
    places[at] = { line: number, column: Math.max(inBytes[at]! - start, 0) + 1 }
  }
  return places
}

function byteOffsets(bytes: Uint8Array, offsets: Offset[]): number[] {
  const found = offsets.map(({ at }) => at)
  let byte = hasMark(bytes) ? 3 : 0
  let passed = 0
  for (const index of ascending(found)) {
    const { at, unit } = offsets[index]!
    if (unit === 'bytes') continue
    while (byte < bytes.length) {
      const size = sizeAt(bytes, byte, bytes.length)
      if (passed + unitsOf(size) > at) break
      byte += size
      passed += unitsOf(size)
    }
    // Between the two halves of a character is inside of it.
    found[index] = passed < at && byte < bytes.length ? byte + 1 : byte
  }
  return found
}

function ascending(numbers: number[]): Iterable<number> {
  return Uint32Array.from(numbers.keys()).sort((a, b) => numbers[a]! - numbers[b]!)
}
