import type { Location } from '../model/finding.ts'
import { nullish, number, type Of, object, string } from './read/shape.ts'

const offset = nullish(number)

/** Lines count from 1, columns from 0 in UTF-16; the web API calls columns offsets. */
export const TextRange = object({
  startLine: nullish(number),
  endLine: nullish(number),
  startColumn: offset,
  endColumn: offset,
  startOffset: offset,
  endOffset: offset,
})

export const Impact = object({ softwareQuality: nullish(string), severity: nullish(string) })
export type Impact = Of<typeof Impact>

export function placeIn(file: string, range: Of<typeof TextRange> | null | undefined, line?: number | null): Location {
  const column = range?.startColumn ?? range?.startOffset
  const endColumn = range?.endColumn ?? range?.endOffset
  return {
    file,
    ...{ line: range?.startLine ?? line ?? undefined, column: plusOne(column) },
    ...{ endLine: range?.endLine ?? undefined, endColumn: plusOne(endColumn) },
  }
}

function plusOne(n: number | null | undefined): number | undefined {
  return n === null || n === undefined ? undefined : n + 1
}

/** Worst first: the older words for severities beside those of impacts, with a score for what is about security. */
const scale: [word: string, score: number][] = [
  ['BLOCKER', 9.5],
  ['CRITICAL', 8],
  ['HIGH', 8],
  ['MAJOR', 5.5],
  ['MEDIUM', 5.5],
  ['MINOR', 2],
  ['LOW', 2],
  ['INFO', 0.5],
]

export interface Rank {
  /** The word that decides, of those that a finding has. */
  word?: string | undefined
  /** Only what is about security has one. */
  score?: number | undefined
}

/** What a severity of its own, a type and impacts say together. Impacts on security come before those on other qualities. */
export function rankOf(
  severity: string | null | undefined,
  type: string | null | undefined,
  impacts: Impact[] = [],
): Rank {
  const onSecurity = impacts.filter(({ softwareQuality }) => softwareQuality === 'SECURITY')
  const isSecurity = onSecurity.length > 0 || type === 'VULNERABILITY' || type === 'SECURITY_HOTSPOT'
  const words = severity ? [severity] : (onSecurity.length > 0 ? onSecurity : impacts).map((it) => it.severity ?? '')
  const worst = scale.find(([word]) => words.includes(word))
  return { word: worst?.[0] ?? words[0], score: isSecurity ? worst?.[1] : undefined }
}

/** `CODE_SMELL` as a tag. */
export function tagOf(word: string): string {
  return word.toLowerCase().replaceAll('_', '-')
}
