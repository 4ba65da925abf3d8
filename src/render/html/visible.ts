import { signFor } from '../plain.ts'

/**
 * Foreign text with everything shown that would work unseen: control characters as their pictures (U+2400), characters that
 * turn the reading direction or take no room by their number. Tabs and ends of lines stay.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (character) => signFor(character, '[]'))
}

/** Joiners stay: scripts and emoji are written with them. The last range is an alphabet of invisible letters. */
const unseen =
  /[^\P{Cc}\n\t]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
