import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportConfig } from '../config/config.ts'
import { messageOf } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { type Outcome, uploadsVariable } from '../model/outcome.ts'
import { annotationsOf } from '../render/annotations.ts'
import { outputsOf } from '../render/outputs.ts'
import { reportOf } from '../render/report-json.ts'
import { summaryOf, titleOf } from '../render/summary.ts'
import { shownBy, tableOf } from '../render/table.ts'
import { excerptsOf } from './excerpts.ts'
import { moreReports } from './more-reports.ts'

/** Shows the outcome everywhere the host can. It decides nothing: the verdict stands. */
export async function report(outcome: Outcome, config: ReportConfig, host: Host): Promise<void> {
  const { root } = config
  const { findings } = outcome
  const reportPath = config.folder && join(config.folder, 'report.json')
  const summary = summaryOf(outcome, { ...config, reportPath })
  if (config.folder) await writeReports(outcome, summary, config.folder, { config, host })
  await host.publish({
    summary: config.summary ? summary : undefined,
    annotations: config.annotations === 'off' ? [] : annotationsOf(outcome, config.annotations),
    outputs: outputsOf(outcome, reportPath),
    variables: outcome.upload.status === 'done' ? { [uploadsVariable]: outcome.upload.value.uploads.join('\n') } : {},
    table: tableOf(outcome, { root, excerpts: excerptsOf(shownBy(outcome), { root, findings, redact: host.redact }) }),
    failure: outcome.exitCode === 0 ? undefined : `${titleOf(outcome.verdict)}. ${outcome.reason}`,
  })
}

/** A report that cannot be written changes nothing about the verdict. */
async function writeReports(
  outcome: Outcome,
  summary: string,
  folder: string,
  { config, host }: { config: ReportConfig; host: Host },
): Promise<void> {
  const files = {
    'report.json': `${host.redact(JSON.stringify(reportOf(outcome), null, 2))}\n`,
    'report.md': host.redact(summary),
    ...(await moreReports(outcome, config, host)),
  }
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  } catch (error) {
    host.log.warn(`The reports cannot be written to ${folder}: ${messageOf(error)}. Check \`report-dir\`.`)
  }
}
