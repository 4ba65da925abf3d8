import { UnreadableReport } from '../../model/errors.ts'
import type { Report } from '../report.ts'

/** The one JSON value of a report that may stand among lines of text: banners, warnings of Node, summaries. */
export function jsonAmongLines(report: Report): Pick<Report, 'json'> {
  const { values, otherLines } = report.jsonValues()
  if (values.length === 1) return { json: () => values[0] }
  if (values.length > 1) throw new UnreadableReport(`it holds ${values.length} JSON values where one was expected`)
  const said = otherLines.slice(0, 5).join(' ')
  throw new UnreadableReport(said ? `it holds no JSON, but says: ${said}` : 'it is empty')
}
