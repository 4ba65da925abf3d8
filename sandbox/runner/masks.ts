/**
 * Replaces every secret by `***`; secrets that touch or overlap share one `***`.
 * GitHub's runner also hides some encoded forms of a secret; this one does not, so that a test sees what our code forgot.
 */
export function hide(text: string, secrets: readonly string[]): string {
  const spans = secrets.flatMap((secret) => occurrences(text, secret)).sort((one, other) => one.start - other.start)
  let shown = ''
  let end = -1
  for (const span of spans) {
    if (span.start > end) shown += `${text.slice(Math.max(end, 0), span.start)}***`
    end = Math.max(end, span.end)
  }
  return shown + text.slice(Math.max(end, 0))
}

/** Masks work on one line at a time: a secret of many lines is hidden only because each of its lines is. */
export function hideInLines(text: string, secrets: readonly string[]): string {
  const lines = text.split('\n')
  return lines.map((line) => hide(line, secrets)).join('\n')
}

/** A secret of several lines is registered whole and line by line. */
export function linesOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line !== '')
  return [...new Set([secret, ...lines])]
}

function occurrences(text: string, secret: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (secret === '') return found
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1)) {
    found.push({ start, end: start + secret.length })
  }
  return found
}
