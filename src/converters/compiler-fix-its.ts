import type { Edit } from '../model/finding.ts'

/** A change that the compiler wrote for machines. */
export interface FixIt {
  line: string
  edit: Edit
}

const fixItLine = /^fix-it:"((?:[^"\\]|\\.)*)":\{(\d+):(\d+)-(\d+):(\d+)\}:"((?:[^"\\]|\\.)*)"$/

/** Their columns count bytes, and ends are exclusive. */
export function fixItOf(text: string): FixIt | undefined {
  const match = fixItLine.exec(text)
  if (!match) return undefined
  const [line, column, endLine, endColumn] = match.slice(2, 6).map(Number)
  const edit = { file: unescaped(match[1]!), line, column, endLine, endColumn, text: unescaped(match[6]!) }
  return { line: text, edit }
}

const controls: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

/** A string as C writes it: octal escapes are bytes of UTF-8. */
function unescaped(text: string): string {
  return text.replaceAll(/((?:\\[0-7]{1,3})+)|\\(.)/g, (_all, octals: string | undefined, sign: string) => {
    if (!octals) return controls[sign] ?? sign
    const bytes = octals
      .split('\\')
      .slice(1)
      .map((octal) => Number.parseInt(octal, 8))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
}
