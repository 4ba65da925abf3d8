// CSI sequences (colours, cursor) and OSC ones (links), as ECMA-48 writes them.
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))/g

/** The text without the colours that tools print when they take a pipe for a terminal. */
export function withoutColours(text: string): string {
  return text.includes('\x1b') ? text.replace(escapes, '') : text
}

/** The lines of a text, without their ends and without colours. */
export function* linesOf(text: string): Generator<string> {
  const plain = withoutColours(text)
  for (let start = 0; start < plain.length; ) {
    const newline = plain.indexOf('\n', start)
    const end = newline === -1 ? plain.length : newline
    yield plain.slice(start, end > start && plain[end - 1] === '\r' ? end - 1 : end)
    start = end + 1
  }
}
