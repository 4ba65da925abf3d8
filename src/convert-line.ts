import type { NormaliseConfig } from './config/normalise.ts'
import type { Host } from './model/host.ts'
import { type Converted, convert } from './stages/convert.ts'
import { normalise } from './stages/normalise.ts'
import { fileReports, type ReportFiles } from './stages/report-files.ts'

/** The short line of `convert`: reports in, SARIF out. */
export async function convertOnly(files: ReportFiles, config: NormaliseConfig, host: Host): Promise<Converted> {
  const found = await fileReports(files)
  const { runs, problems } = await convert(found.reports, host)
  const normalised = normalise(runs, config)
  for (const notice of [...found.notices, ...normalised.notices]) host.log.info(notice)
  return { runs: normalised.runs, problems: [...found.problems, ...problems] }
}
