import type { Run } from 'sarif'
import { reportOf } from '../converters/report.ts'
import { sarif } from '../converters/sarif/index.ts'
import { NotEvaluated, UnreadableReport } from '../model/errors.ts'
import { decode } from './decode.ts'
import { fileReports } from './report-files.ts'

/** The runs of SARIF files that say what is old; throws `NotEvaluated` when one is missing or cannot be read. */
export async function readBaseline(files: string[], cwd: string): Promise<Run[]> {
  const { reports, problems } = await fileReports({ reports: files, folder: cwd, format: 'sarif' })
  const [problem] = problems
  if (problem)
    throw new NotEvaluated(
      `The baseline is missing: ${problem.message} Create it with \`codescan-gate baseline create\`, or correct \`baseline\`.`,
    )
  const runs: Run[] = []
  for (const { name, read } of reports) {
    try {
      runs.push(...sarif.convert(reportOf(decode(await read()))))
    } catch (error) {
      if (!(error instanceof UnreadableReport)) throw error
      throw new NotEvaluated(
        `The baseline ${name} cannot be read: ${error.message}. Create it anew with \`codescan-gate baseline create\`.`,
        { cause: error },
      )
    }
  }
  return runs
}
