import type { Notification } from '../model/finding.ts'
import { linesOf } from './read/lines.ts'

/** Characters of a line that patterns are tried on. Nobody writes a finding as long as that; minified code is. */
export const longestLine = 32_768

export interface Lines {
  lines: Generator<{ line: string; number: number }>
  /** What is to be said of lines that were cut, once all were read. */
  cut(): Notification[]
}

/** The lines of a text, plain and numbered from 1, each cut where it becomes longer than patterns are tried on. */
export function boundedLines(text: string): Lines {
  let count = 0
  let first = 0
  function* lines() {
    let number = 0
    for (const line of linesOf(text)) {
      number++
      if (line.length > longestLine && count++ === 0) first = number
      yield { line: line.slice(0, longestLine), number }
    }
  }
  const message = () =>
    `${count === 1 ? 'A line is' : `${count} lines are`} longer than ${longestLine} characters and read up to there, line ${first} first.`
  return { lines: lines(), cut: () => (count > 0 ? [{ level: 'note', message: message() }] : []) }
}
