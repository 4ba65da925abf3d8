/** Where a parser is in a text. */
export interface Cursor {
  readonly text: string
  at: number
}

/** Takes what stands here, if it stands here. */
export function take(cursor: Cursor, words: string): boolean {
  if (!cursor.text.startsWith(words, cursor.at)) return false
  cursor.at += words.length
  return true
}

/** Takes what a sticky pattern matches here. */
export function takeMatch(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (!found) return undefined
  cursor.at = pattern.lastIndex
  return found
}

/** Takes one character; empty at the end. */
export function takeOne(cursor: Cursor): string {
  return cursor.text[cursor.at++] ?? ''
}

/** What is wrong, with its place: characters count from 1. */
export function mistake(cursor: Cursor, what: string, at = cursor.at): Error {
  return new Error(`${what} (character ${Math.min(at, cursor.text.length) + 1})`)
}
