/**
 * A value as JSON that may be printed as it is: what a terminal would obey, what turns the reading direction, and what
 * GitHub's runner would take for a command are spelled as escapes, so `plain` finds nothing to take out of it.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/##(?=\[)/g, '#\\u0023')
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, spelled)
}

function spelled(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
