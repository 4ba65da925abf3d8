/**
 * Text of scanners, servers and reports, made safe to print: no control characters or terminal escapes, no characters
 * that turn the reading direction, and nothing that GitHub's runner would take for a workflow command. The runner reads
 * `::command::` at the start of a line and `##[command]` anywhere, on both streams.
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(escapes, '')
    .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/^([^\S\n\u2028\u2029]*):(?=:)/gm, '$1: ')
    .replace(/##(?=\[)/g, '## ')
}

/** Terminal escapes whole, so that their letters do not stay behind: CSI, OSC up to its end, and two-letter ones. */
const escapes =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g

/** On one line, for a table or a sentence. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** Cut to a number of UTF-16 units, never through the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** What a reader sees of a character that cannot be seen: the picture of a control (U+2400), else its number in brackets. */
export function signFor(character: string, [open, close]: string): string {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `${open}U+${code.toString(16).toUpperCase().padStart(4, '0')}${close}`
}
