import type { Role, Span } from '../model/sheet.ts'

/** What a sheet is painted on. */
export interface Screen {
  /** Cells of a line; undefined where nobody knows, as in a log. */
  width?: number
  colours: boolean
  /** Whether the terminal can follow links (OSC 8). */
  links: boolean
  /** Makes foreign text safe to print. */
  safe(text: string): string
}

const colours: Record<Role, string> = {
  critical: '1;31',
  high: '31',
  unknown: '35',
  medium: '33',
  low: '36',
  note: '2',
  pass: '32',
  warn: '33',
  fail: '31',
  error: '35',
  strong: '1',
  faint: '2',
}

export function styled(
  { text, role, url }: Pick<Span, 'text' | 'role' | 'url'>,
  { colours: has, links }: Screen,
): string {
  if (text.trim() === '') return text
  const coloured = has && role ? `\u001b[${colours[role]}m${text}\u001b[0m` : text
  return links && url ? `\u001b]8;;${url}\u001b\\${coloured}\u001b]8;;\u001b\\` : coloured
}
