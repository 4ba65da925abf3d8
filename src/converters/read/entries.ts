import { UnreadableReport } from '../../model/errors.ts'
import type { Report } from '../report.ts'

/**
 * Refuses text in which no entry was found although it is not blank: it is of another format, or of a tool that crashed,
 * and must not pass for "no findings". The example shows what was looked for.
 */
export function expectEntries({ text }: Pick<Report, 'text'>, found: number, example: string): void {
  if (found > 0 || text.trim() === '') return
  throw new UnreadableReport(`it has no line like \`${example}\`, so it is no report of this format`)
}
