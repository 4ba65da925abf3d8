/** How many symbols one hash covers: GitHub's `primaryLocationLineHash` does not stop at the end of the line. */
const window = 100
/** How many symbols must agree before another line is worth hashing. */
const glimpse = 12

const space = 0x20
const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const endOfFile = 65_535

/**
 * `primaryLocationLineHash` of the wanted lines (counted from 1) of a text; lines that the text does not have are left
 * out. A hash is Σ s[p+i]·37^(99−i) mod 2^64 over the 100 symbols from the start of the line, blanks left out, and `:n`
 * counts the lines with the same hash so far. So only wanted lines, and lines that begin like one, are hashed at all.
 */
export function lineHashes(text: string, wanted: Iterable<number>): Map<number, string> {
  const { symbols, starts } = readSymbols(text)
  const lines = [...new Set(wanted)].filter((line) => line >= 1 && line <= starts.length)
  const beginnings = new Set(lines.map((line) => beginningOf(symbols, starts[line - 1]!)))
  const numbers = new Set(lines)
  const counts = new Map<string, number>()
  const hashes = new Map<number, string>()
  starts.forEach((start, index) => {
    if (!beginnings.has(beginningOf(symbols, start))) return
    const hash = hashAt(symbols, start)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    if (numbers.has(index + 1)) hashes.set(index + 1, `${hash}:${count}`)
  })
  return hashes
}

/** The UTF-16 units without spaces and tabs, every line end as one line feed, then the mark for the end of the file. */
function readSymbols(text: string): { symbols: Uint16Array; starts: number[] } {
  const symbols = new Uint16Array(text.length + 1)
  const starts = [0]
  let length = 0
  let previous = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isSecondHalfOfLineEnd = unit === lineFeed && previous === carriageReturn
    previous = unit
    if (unit === space || unit === tab || isSecondHalfOfLineEnd) continue
    symbols[length++] = unit === carriageReturn ? lineFeed : unit
    if (unit === lineFeed || unit === carriageReturn) starts.push(length)
  }
  symbols[length++] = endOfFile
  return { symbols: symbols.subarray(0, length), starts }
}

function beginningOf(symbols: Uint16Array, start: number): number {
  let sum = 0
  for (let at = start; at < start + glimpse; at++) sum = (Math.imul(sum, 31) + (symbols[at] ?? 0)) | 0
  return sum
}

/** 64-bit arithmetic in two halves of 32 bits: every intermediate stays far below 2^53, so doubles are exact. */
function hashAt(symbols: Uint16Array, start: number): string {
  let high = 0
  let low = 0
  for (let at = start; at < start + window; at++) {
    const sum = low * 37 + (symbols[at] ?? 0)
    low = sum >>> 0
    high = (high * 37 + Math.floor(sum / 4_294_967_296)) >>> 0
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')
}
