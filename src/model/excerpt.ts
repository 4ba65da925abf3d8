/** A few lines of source around a finding, as they may be shown. */
export interface Excerpt {
  /** Number of the first of the lines, from 1. */
  startLine: number
  lines: ExcerptLine[]
}

export interface ExcerptLine {
  /** As it stands in the file; of a very long line the part around the finding. Not made safe to print. */
  text: string
  /** What of the text the finding is about: UTF-16 units from 0, the end not counted in. Absent where nothing is known. */
  mark?: { start: number; end: number }
  /** Something was left out before, or behind. */
  cutBefore?: true
  cutAfter?: true
  /** A secret stands here: the text is empty. */
  isWithheld?: true
}
