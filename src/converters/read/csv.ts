import Papa from 'papaparse'
import { UnreadableReport } from '../../model/errors.ts'

/** The rows of comma-separated values under a head, each by the names in the head. A row of another length is refused. */
export function readCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.trim(), { header: true, delimiter: ',' })
  const [error] = errors
  // Papa counts the rows under the head from 0.
  if (error) throw new UnreadableReport(`row ${(error.row ?? 0) + 2} of its CSV is damaged: ${error.message}`)
  return data
}
