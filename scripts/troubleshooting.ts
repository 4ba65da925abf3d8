import { type Message, messagesOfSource } from './messages.ts'

const begin = /^<!-- messages: (.+) -->$/
const end = '<!-- end of messages -->'
/** Stands before a message that the source does not say any more, so that what was written about it is not lost unseen. */
export const orphaned = 'no longer said: '

/**
 * The page with the messages of the source: each in the part whose mark names the longest beginning of its file. What is
 * written under a message (indented) stays with it.
 */
export function troubleshootingPage(current: string, messages: Message[] = messagesOfSource()): string {
  const parts = partsOf(current)
  const places = parts.flatMap(({ files }) => files)
  const homeless = messages.filter(({ file }) => !placeOf(file, places))
  if (homeless.length > 0)
    throw new Error(`docs/troubleshooting.md has no part for ${homeless.map(({ file }) => file).join(', ')}`)
  return parts
    .map(({ before, files, notes }) => {
      if (files.length === 0) return before
      const own = messages.filter(({ file }) => files.includes(placeOf(file, places)!)).map(({ text }) => shown(text))
      const noteOf = (line: string) => notes.get(line) ?? notes.get(orphaned + line) ?? ''
      const gone = [...notes.keys()]
        .map((line) => line.replace(orphaned, ''))
        .filter((line) => !own.includes(line) && noteOf(line) !== '')
      const lines = [...own, ...new Set(gone)].map((line) => [
        own.includes(line) ? line : orphaned + line,
        noteOf(line),
      ])
      return `${before}\n\n${lines.map(([line, note]) => `- ${line}${note}\n`).join('')}\n${end}`
    })
    .join('')
}

interface Part {
  /** The page from the end of the part before to the mark of this one. */
  before: string
  /** Beginnings of the files whose messages stand here; none behind the last part. */
  files: string[]
  /** By message, the lines that somebody wrote under it. */
  notes: Map<string, string>
}

function partsOf(page: string): Part[] {
  const parts: Part[] = []
  let before: string[] = []
  let lines: string[] | undefined
  let files: string[] = []
  for (const line of page.split('\n')) {
    const mark = begin.exec(line)
    if (line === end && lines) {
      parts.push({ before: before.join('\n'), files, notes: notesOf(lines) })
      before = ['']
      lines = undefined
    } else if (lines) lines.push(line)
    else before.push(line)
    if (mark) {
      files = mark[1]!.split(' ')
      lines = []
    }
  }
  return [...parts, { before: before.join('\n'), files: [], notes: new Map() }]
}

function notesOf(lines: string[]): Map<string, string> {
  const notes = new Map<string, string>()
  let message = ''
  for (const line of lines) {
    if (line.startsWith('- ')) message = line.slice(2)
    if (line.startsWith('- ')) notes.set(message, '')
    else if (line.startsWith('  ')) notes.set(message, `${notes.get(message) ?? ''}\n${line}`)
  }
  return notes
}

/** The longest beginning that a part names. */
function placeOf(file: string, places: string[]): string | undefined {
  return places.filter((place) => file.startsWith(place)).sort((one, other) => other.length - one.length)[0]
}

/** A message as Markdown that shows its very words: what would be a tag or a link outside of code is escaped. */
export function shown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>*_[\]\\`#]/g, '\\$&')))
    .join('')
}
