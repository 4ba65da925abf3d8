import { textOf } from './sources.ts'

/** Text in UTF-8 or UTF-16, its byte order mark taken off: PowerShell writes all of them. Broken bytes become U+FFFD. */
export function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // In half the time of a decoder.
  const text = textOf(buffer)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Without a mark, UTF-16 is told by the zero in its first letter: reports begin with one that ASCII has as well. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be'
  return 'utf-8'
}
