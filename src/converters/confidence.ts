import type { Rule } from '../model/finding.ts'

/** A scanner's word for how sure it is, as GitHub's word for a rule's precision; undefined for a word nobody knows. */
export function precisionOf(word: string | null | undefined): Rule['precision'] {
  switch (word?.trim().toLowerCase()) {
    case 'high':
      return 'high'
    case 'medium':
      return 'medium'
    case 'low':
    case 'weak':
      return 'low'
    default:
      return undefined
  }
}
