import Papa from 'papaparse'
import { UnreadableReport } from '../../model/errors.ts'

interface Layout {
  /** A comma when left out. */
  delimiter?: string
  /** The names of the columns, for a text without a head. */
  columns?: string[]
}

/** The rows of separated values, each by the names in the head. A row of another length is refused. */
export function readCsv(text: string, { delimiter = ',', columns }: Layout = {}): Record<string, string>[] {
  const body = text.replace(/^(?:[ \t]*\r?\n)+/, '').replace(/[\r\n]+$/, '')
  const head = columns ? `${Papa.unparse([columns], { delimiter })}\n` : ''
  const { data, errors } = Papa.parse<Record<string, string>>(head + body, { header: true, delimiter })
  const [error] = errors
  // Papa counts the rows under the head from 0.
  if (error)
    throw new UnreadableReport(`row ${(error.row ?? 0) + (columns ? 1 : 2)} of its CSV is damaged: ${error.message}`)
  return data
}
