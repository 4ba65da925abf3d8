import type { Location } from '../../model/finding.ts'

/** A source file as the report holds it, for places that are given in bytes of UTF-8. */
export interface Source {
  /** Lines and UTF-16 columns, from 1, the end exclusive. */
  rangeOf(start: number, end: number): Pick<Location, 'line' | 'column' | 'endLine' | 'endColumn'>
  /** Where so many lines, counted from here, end. */
  afterLines(offset: number, count: number): number
}

const newline = 10

/** Reads each source once: a report repeats it in every entry. */
export function sources(): (text: string | null | undefined) => Source | undefined {
  const known = new Map<string, Source>()
  return (text) => {
    if (typeof text !== 'string') return undefined
    const source = known.get(text) ?? sourceOf(text)
    known.set(text, source)
    return source
  }
}

function sourceOf(text: string): Source {
  const bytes = new TextEncoder().encode(text)
  const starts = [0]
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) starts.push(at + 1)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const positionOf = (offset: number) => {
    const index = lineOf(offset)
    return { line: index + 1, column: decoder.decode(bytes.subarray(starts[index]!, offset)).length + 1 }
  }
  return {
    rangeOf(start, end) {
      const { line: endLine, column: endColumn } = positionOf(end)
      return { ...positionOf(start), endLine, endColumn }
    },
    afterLines: (offset, count) => starts[lineOf(offset) + count] ?? bytes.length,
  }
}
