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
  // With `header`, Papa would rename columns that are called alike, and say so on the console.
  const { data, errors } = Papa.parse<string[]>(body, { delimiter })
  const [error] = errors
  if (error) throw damaged(error.row ?? 0, error.message)
  const [names = [], ...rows] = columns ? [columns, ...data] : data
  if (new Set(names).size < names.length) throw damaged(0, 'it names a column twice')
  return rows.map((row, at) => {
    if (row.length !== names.length)
      throw damaged(columns ? at : at + 1, `it has ${row.length} fields where there are ${names.length} columns`)
    return Object.fromEntries(names.map((name, field) => [name, row[field]!]))
  })
}

function damaged(row: number, why: string): UnreadableReport {
  return new UnreadableReport(`row ${row + 1} of its CSV is damaged: ${why}`)
}
