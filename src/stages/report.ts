import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportConfig } from '../config/config.ts'
import { messageOf } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { type Outcome, uploadsVariable } from '../model/outcome.ts'
import { annotationsOf } from '../render/annotations.ts'
import { outputsOf } from '../render/outputs.ts'
import { summaryOf, titleOf } from '../render/summary.ts'
import { shownBy, tableOf } from '../render/table.ts'
import { excerptsOf } from './excerpts.ts'
import { outcomeFiles } from './outcome-files.ts'

/** Shows the outcome everywhere the host can. It decides nothing: the verdict stands. */
export async function report(outcome: Outcome, config: ReportConfig, host: Host): Promise<void> {
  const { root, folder } = config
  const { findings } = outcome
  const reportPath = folder && join(folder, 'report.json')
  const summary = config.summary || folder ? summaryOf(outcome, { ...config, reportPath }) : ''
  if (folder) await write(await outcomeFiles(outcome, summary, config, host), folder, host)
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
async function write(files: Record<string, string>, folder: string, { log }: Host): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  } catch (error) {
    log.warn(`The reports cannot be written to ${folder}: ${messageOf(error)}. Check \`report-dir\`.`)
  }
}
