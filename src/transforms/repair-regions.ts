import type { Region } from 'sarif'
import { isObject } from '../model/json.ts'
import { largest } from '../model/sarif.ts'
import { changed, type Note, wholeNumber, withoutNulls } from './repair-change.ts'

const offsets = ['charOffset', 'charLength', 'byteOffset', 'byteLength'] as const
/** What makes a region one, besides a line. */
const otherStarts = ['charOffset', 'byteOffset'] as const

/** Scanners write 0, -1, text and halves for lines and columns; undefined when no place is left. */
export function repairRegion(given: Region | undefined, note: Note): Region | undefined {
  if (!isObject(given)) return undefined
  const region = withoutNulls(given as Region, note)
  const lines = changed(region, linesOf(region))
  const mended = offsets.some((key) => key in lines) ? changed(lines, offsetsOf(lines)) : lines
  if (mended !== region) note('line or column numbers mended or left out', String(given.startLine))
  else if (!isPlace(region)) note('regions without a place left out')
  return isPlace(mended) ? mended : undefined
}

function offsetsOf({ charOffset, charLength, byteOffset, byteLength }: Region): Partial<Region> {
  return {
    charOffset: wholeNumber(charOffset, -1),
    charLength: wholeNumber(charLength, 0),
    byteOffset: wholeNumber(byteOffset, -1),
    byteLength: wholeNumber(byteLength, 0),
  } as Partial<Region>
}

function linesOf(region: Region): Pick<Region, 'startLine' | 'startColumn' | 'endLine' | 'endColumn'> {
  const startLine = positive(region.startLine)
  if (startLine === undefined) return { startLine, startColumn: undefined, endLine: undefined, endColumn: undefined }
  const startColumn = positive(region.startColumn)
  const endLine = positive(region.endLine)
  const endColumn = positive(region.endColumn)
  const lastLine = endLine ?? startLine
  const isReversed =
    lastLine < startLine || (lastLine === startLine && endColumn !== undefined && endColumn < (startColumn ?? 1))
  return isReversed
    ? { startLine, startColumn, endLine: undefined, endColumn: undefined }
    : { startLine, startColumn, endLine, endColumn }
}

export function isPlace(region: Region): boolean {
  return region.startLine !== undefined || otherStarts.some((key) => region[key] !== undefined)
}

export function positive(given: unknown): number | undefined {
  const isDigits = typeof given === 'string' && /^\s*\d+\s*$/.test(given)
  const number = isDigits || typeof given === 'number' ? Math.floor(Number(given)) : 0
  return number > 0 && number <= largest ? number : undefined
}
