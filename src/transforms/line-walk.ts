const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Where a line is: bytes of the file from 0; the end is that of its text. */
export interface Line {
  number: number
  start: number
  end: number
}

/** One way through the lines of a file, which only leads forward: so each line is found once, and none is remembered. */
export interface LineWalk {
  /** The line of this number, from 1; undefined behind the last one. */
  line(number: number): Line | undefined
  /** The line that holds this byte of the file; what ends a line belongs to it. */
  lineAt(offset: number): Line
}

/** Lines end at LF, CR or both. A byte order mark is no part of the first line: tools do not count it. */
export function lineWalk(bytes: Uint8Array): LineWalk {
  let feed = bytes.indexOf(lineFeed)
  let carriage = bytes.indexOf(carriageReturn)
  const from = (number: number, start: number): Line => {
    if (feed !== -1 && feed < start) feed = bytes.indexOf(lineFeed, start)
    if (carriage !== -1 && carriage < start) carriage = bytes.indexOf(carriageReturn, start)
    const isFeed = carriage === -1 || (feed !== -1 && feed < carriage)
    const end = isFeed ? feed : carriage
    return { number, start, end: end === -1 ? bytes.length : end }
  }
  let here = from(1, hasMark(bytes) ? 3 : 0)
  const nextStart = () => {
    if (here.end === bytes.length) return undefined
    return bytes[here.end] === carriageReturn && bytes[here.end + 1] === lineFeed ? here.end + 2 : here.end + 1
  }
  const step = (start: number | undefined) => {
    if (start !== undefined) here = from(here.number + 1, start)
    return start !== undefined
  }
  return {
    line(number) {
      while (here.number < number) if (!step(nextStart())) return undefined
      return here
    },
    lineAt(offset) {
      for (let start = nextStart(); start !== undefined && start <= offset; start = nextStart()) step(start)
      return here
    },
  }
}

export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
