/** What a comment is kept up to date for: what is scanned with, and the category of its findings. */
export interface CommentMark {
  name: string
  category: string
}

/**
 * The first line of a comment of ours, by which a later run knows it again. It is looked for nowhere else, and no foreign
 * text ever stands there.
 */
export function markOf({ name, category }: CommentMark): string {
  const part = (text: string) => encodeURIComponent(text.toWellFormed()).replace(/-(?=-|$)/g, '%2D')
  return `<!-- codescan-gate:${part(name)}:${part(category)} -->`
}

/** Whether a comment is the one with this mark; GitHub keeps line ends as they came. */
export function hasMark(body: string, mark: CommentMark): boolean {
  return body.split(/\r?\n/, 1)[0] === markOf(mark)
}
