/** How many symbols one hash covers: GitHub's `primaryLocationLineHash` does not stop at the end of the line. */
const window = 100
/** How many symbols must agree before another line is worth hashing. */
const glimpse = 16

const space = 0x20
const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const endOfFile = 65_535

/**
 * `primaryLocationLineHash` of the wanted lines (counted from 1) of a text; lines that the text does not have are left
 * out. A hash is Σ s[i]·37^(99−i) mod 2^64 over the 100 symbols from the start of the line, and `:n` counts the lines
 * with the same hash so far. So only wanted lines, and earlier ones that begin like one, are hashed at all.
 */
export function lineHashes(text: string, wanted: Iterable<number>): Map<number, string> {
  const numbers = new Set(wanted)
  let last = 0
  for (const line of numbers) if (line > last) last = line
  const starts = lineStarts(text, last)
  const symbols = new Uint16Array(window)
  const beginnings = new Int32Array(starts.length)
  for (let at = 0; at < starts.length; at++) beginnings[at] = beginningOf(text, starts[at]!)
  const worthwhile = new Set(Array.from(numbers, (line) => beginnings[line - 1]))
  const counts = new Map<string, number>()
  const hashes = new Map<number, string>()
  for (let at = 0; at < starts.length; at++) {
    if (!worthwhile.has(beginnings[at])) continue
    const hash = hashOf(readSymbols(text, starts[at]!, symbols))
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    if (numbers.has(at + 1)) hashes.set(at + 1, `${hash}:${count}`)
  }
  return hashes
}

/** Where the lines of a text begin, as far as the last one that is asked for. Lines end at LF, CR or both. */
function lineStarts(text: string, last: number): number[] {
  const starts = last > 0 ? [0] : []
  let feed = text.indexOf('\n')
  let carriage = text.indexOf('\r')
  while (starts.length < last && (feed !== -1 || carriage !== -1)) {
    const isFeed = carriage === -1 || (feed !== -1 && feed < carriage)
    const start = isFeed || feed === carriage + 1 ? feed + 1 : carriage + 1
    starts.push(start)
    if (feed !== -1 && feed < start) feed = text.indexOf('\n', start)
    if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start)
  }
  return starts
}

/** What no symbol is. */
const none = -1

/**
 * The symbol at a place of a text, read from a line's start on: a UTF-16 unit, but for spaces and tabs, which are none,
 * and every line end as one line feed.
 */
function symbolAt(text: string, at: number, start: number): number {
  const unit = text.charCodeAt(at)
  // Nearly all are greater: one question instead of four.
  if (unit > space) return unit
  if (unit === lineFeed) return at > start && text.charCodeAt(at - 1) === carriageReturn ? none : lineFeed
  if (unit === carriageReturn) return lineFeed
  return unit === space || unit === tab ? none : unit
}

/** One number for the first symbols of a line: lines that begin with the same ones have the same. */
function beginningOf(text: string, start: number): number {
  let sum = 0
  let left = glimpse
  for (let at = start; left > 0 && at < text.length; at++) {
    const symbol = symbolAt(text, at, start)
    if (symbol === none) continue
    sum = (Math.imul(sum, 31) + symbol) | 0
    left--
  }
  if (left > 0) sum = (Math.imul(sum, 31) + endOfFile) | 0
  for (left--; left > 0; left--) sum = Math.imul(sum, 31)
  return sum
}

/** Fills a list with the symbols from a line's start on, then the mark for the end of the file, then zeros. */
function readSymbols(text: string, start: number, symbols: Uint16Array): Uint16Array {
  const { length: most } = symbols
  let length = 0
  for (let at = start; length < most && at < text.length; at++) {
    const symbol = symbolAt(text, at, start)
    if (symbol !== none) symbols[length++] = symbol
  }
  if (length < most) symbols.fill(0, length)[length] = endOfFile
  return symbols
}

const wordSize = 2 ** 32
const power4 = 37 ** 4

/**
 * 64-bit arithmetic in two halves of 32 bits, four symbols at a time: 37^4 is below 2^21, so that every intermediate
 * stays below 2^53, where doubles are exact.
 */
function hashOf(symbols: Uint16Array): string {
  let high = 0
  let low = 0
  for (let at = 0; at < symbols.length; at += 4) {
    const four = ((symbols[at]! * 37 + symbols[at + 1]!) * 37 + symbols[at + 2]!) * 37 + symbols[at + 3]!
    const sum = low * power4 + four
    low = sum >>> 0
    high = (high * power4 + Math.floor(sum / wordSize)) >>> 0
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')
}
