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
