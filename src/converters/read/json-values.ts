import { UnreadableReport } from '../../model/errors.ts'

/** What stands between and around the JSON values of a report, which are all its other lines. */
export interface JsonValues {
  values: unknown[]
  /** Lines that are no JSON: progress, banners, summaries. */
  otherLines: string[]
}

/**
 * The JSON values of a text in which each begins on a line of its own: JSON lines, values over many lines one after the
 * other, one value among lines of plain text. Throws `UnreadableReport` for a value that was cut off.
 */
export function jsonValues(text: string): JsonValues {
  const found: JsonValues = { values: [], otherLines: [] }
  let end = -1
  for (let start = 0; start < text.length; ) {
    if (start > end) end = lineEnd(text, start)
    const line = text.slice(start, end)
    // Some tools part their values with NUL or the record separator.
    const first = /[^\s\0\x1e]/.exec(line)
    if (first && '[{'.includes(first[0])) start = valueFrom(text, start + first.index, end, found)
    else {
      if (first) found.otherLines.push(line.slice(first.index).trim())
      start = end + 1
    }
  }
  // Separators that part nothing are no silence.
  if (found.values.length + found.otherLines.length === 0 && text.trim() !== '') found.otherLines.push(text.trim())
  return found
}

/**
 * `[INFO] done` opens like a list and is none; a value that goes on behind its line begins with a quote, another bracket,
 * or the end of the line. The others are only looked for in their line: else each `[x` would be searched to the end.
 */
const beginsValue = /^[[{]\s*(?:["[{\]}]|$)/

/** Reads the value or the plain line that begins here; returns where the text goes on. */
function valueFrom(text: string, start: number, newline: number, found: JsonValues): number {
  const line = text.slice(start, newline)
  const isMeant = beginsValue.test(line)
  const end = isMeant ? valueEnd(text, start) : valueEnd(line, 0)
  const value = end === undefined ? undefined : parsed(isMeant ? text.slice(start, end) : line.slice(0, end))
  if (value) {
    found.values.push(value.value)
    return isMeant ? end! : start + end!
  }
  if (isMeant) {
    const number = text.slice(0, start).split('\n').length
    throw new UnreadableReport(`the JSON that begins on line ${number} was cut off, or is damaged`)
  }
  found.otherLines.push(line.trim())
  return newline + 1
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  return newline === -1 ? text.length : newline
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Where the bracket that opens at `start` is closed; undefined when it is not. Brackets in strings do not count. */
function valueEnd(text: string, start: number): number | undefined {
  const mark = /["[\]{}]/g
  mark.lastIndex = start
  let depth = 0
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '"') {
      const end = stringEnd(text, found.index + 1)
      if (end === undefined) return undefined
      mark.lastIndex = end
    } else depth += '[{'.includes(found[0]) ? 1 : -1
    if (depth === 0) return found.index + 1
  }
  return undefined
}

/** Behind the quote that closes the string. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at + 1
  }
  return undefined
}
