import { explainerFor } from '../converters/own-format.ts'
import type { Definition } from '../model/definition.ts'
import { NotEvaluated, UnreadableReport, type UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { readReport } from './convert.ts'
import { fileReports, type ReportFiles } from './report-files.ts'

interface Explained {
  /** One a report. */
  texts: string[]
  problems: UserError[]
}

/** Says of each report what a mapping finds in it; one that cannot be read is a problem. */
export async function explain(
  definition: Extract<Definition, { by: 'mapping' }>,
  files: ReportFiles,
  host: Host,
): Promise<Explained> {
  const { reports, problems } = await fileReports(files)
  const explained: Explained = { texts: [], problems }
  const explanation = await explainerFor(definition)
  for (const raw of reports) {
    try {
      explained.texts.push(`${raw.name}\n${explanation(await readReport(raw, host))}`)
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error
      const isUnreadable = error instanceof UnreadableReport
      explained.problems.push(
        isUnreadable ? new NotEvaluated(`The report of ${raw.name} cannot be read: ${error.message}.`) : error,
      )
    }
  }
  return explained
}
