import type { Edit } from '../../model/finding.ts'
import { array, natural, type Of, object, optional, string, tuple } from '../read/shape.ts'
import type { Source } from './source.ts'

const Piece = object({ range: tuple([natural, natural]) })
const Op = object({
  diffOp: optional(object({ equal: optional(Piece), insert: optional(Piece), delete: optional(Piece) })),
  equalLines: optional(object({ line_count: natural })),
})

/** Biome's way from one text to another: pieces of a dictionary, by bytes, that stay, go or come; long stretches left out. */
export const Diff = object({ dictionary: string, ops: array(Op) })

interface Change {
  start: number
  end: number
  text: string
}

/** The changes of a diff as edits of the file; undefined where only the source could tell their places, and is missing. */
export function editsOf(file: string, diff: Of<typeof Diff>, source: Source | undefined): Edit[] | undefined {
  return changesOf(diff, source)?.map(({ start, end, text }) => ({
    file,
    ...(source ? source.rangeOf(start, end) : { byteOffset: start, byteLength: end - start }),
    text,
  }))
}

function changesOf({ dictionary, ops }: Of<typeof Diff>, source: Source | undefined): Change[] | undefined {
  const bytes = new TextEncoder().encode(dictionary)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const changes: Change[] = []
  let at = 0
  /** Joins what lies side by side: a piece that goes and the one that comes for it are one change. */
  const change = (length: number, text: string) => {
    const last = changes.at(-1)
    if (last?.end === at) Object.assign(last, { end: at + length, text: last.text + text })
    else changes.push({ start: at, end: at + length, text })
    at += length
  }
  for (const { diffOp, equalLines } of ops) {
    if (equalLines) {
      if (!source) return undefined
      // The rest of the line that the last piece ended in counts as well.
      at = source.afterLines(at, equalLines.line_count + 1)
    }
    at += lengthOf(diffOp?.equal)
    if (diffOp?.delete) change(lengthOf(diffOp.delete), '')
    if (diffOp?.insert) change(0, decoder.decode(bytes.subarray(...diffOp.insert.range)))
  }
  return changes
}

function lengthOf(piece: Of<typeof Piece> | undefined): number {
  return piece ? Math.max(0, piece.range[1] - piece.range[0]) : 0
}
