import type { ReportConfig } from '../config/config.ts'
import type { Host } from '../model/host.ts'
import { type Outcome, uploadsVariable } from '../model/outcome.ts'
import { annotationsOf } from '../render/annotations.ts'
import { outputsOf } from '../render/outputs.ts'
import { summaryOf, titleOf } from '../render/summary.ts'
import { tableOf } from '../render/table.ts'

/** Shows the outcome everywhere the host can. It decides nothing: the verdict stands. */
export async function report(outcome: Outcome, config: ReportConfig, host: Host): Promise<void> {
  await host.publish({
    summary: config.summary ? summaryOf(outcome, config) : undefined,
    annotations: config.annotations === 'off' ? [] : annotationsOf(outcome),
    outputs: outputsOf(outcome),
    variables: outcome.upload.status === 'done' ? { [uploadsVariable]: outcome.upload.value.uploads.join('\n') } : {},
    table: tableOf(outcome),
    failure: outcome.exitCode === 0 ? undefined : `${titleOf(outcome.verdict)}. ${outcome.reason}`,
  })
}
