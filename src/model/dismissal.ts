/** Why an alert is dismissed, in the words of GitHub's API; it takes no other spelling. */
export const reasons = ['false positive', "won't fix", 'used in tests', 'mitigated'] as const
export type Reason = (typeof reasons)[number]

/** Characters that GitHub takes as the comment of a dismissal (`maxLength` in its OpenAPI description). */
export const longestComment = 280

/** The text and its ending in what GitHub takes: the text is cut, the ending is not. Counted in code points. */
export function commentOf(text: string, ending = ''): string {
  const characters = [...text]
  const room = longestComment - [...ending].length
  return (characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`) + ending
}

/** Ends the comment of every dismissal of ours, so that we know it again; what people dismiss is theirs. */
const marker = ' [codescan-gate]'

export interface Dismissal {
  reason: Reason
  comment: string
}

/** What a suppression in the SARIF means on GitHub. Its words decide the reason; SARIF has no field for one. */
export function dismissalOf({ kind, justification }: { kind?: string; justification?: string }): Dismissal {
  const words = (typeof justification === 'string' ? justification : '').replace(/\s+/g, ' ').trim()
  const place = kind === 'external' ? 'outside of the source' : 'in the source'
  return { reason: reasonIn(words), comment: commentOf(words || `Suppressed ${place}`, marker) }
}

function reasonIn(words: string): Reason {
  if (/\bfalse[\s_-]*positives?\b/i.test(words)) return 'false positive'
  return /\bused[\s_-]+in[\s_-]+tests?\b|\btest[\s_-]+(?:code|data|fixtures?|only)\b/i.test(words)
    ? 'used in tests'
    : "won't fix"
}

export function isOurs(comment: string | null | undefined): boolean {
  return comment?.endsWith(marker) ?? false
}
