import type { Rule } from '../model/finding.ts'

/** GitHub's bands of `security-severity`, each at the score that stands for it where nobody computed one. */
const scores = new Map([
  ['critical', 9.5],
  ['high', 8],
  ['medium', 5.5],
  ['moderate', 5.5],
  ['low', 2],
  ['info', 0.5],
  ['negligible', 0.5],
])

/** The score for a security tool's own word, in any case; undefined for a word that ranks nothing. */
export function scoreOfWord(word: string | null | undefined): number | undefined {
  return scores.get(word?.trim().toLowerCase() ?? '')
}

const precisions = new Map<string, Rule['precision']>([
  ['confirmed', 'very-high'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['experimental', 'low'],
])

/** The precision for a tool's word of how sure it is. */
export function precisionOfWord(word: string | null | undefined): Rule['precision'] {
  return precisions.get(word?.trim().toLowerCase() ?? '')
}
