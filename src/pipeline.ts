import type { Run } from 'sarif'
import { prepareToConnect } from './clients/octokit.ts'
import type { Config, NormaliseConfig } from './config/config.ts'
import type { UploadConfig } from './config/upload.ts'
import { judge } from './gate/judge.ts'
import type { Host } from './model/host.ts'
import type { Outcome, Upload } from './model/outcome.ts'
import { attempt } from './stages/attempt.ts'
import { type Converted, convert } from './stages/convert.ts'
import { dismissSuppressed, suppressionMode } from './stages/dismiss.ts'
import { normalise } from './stages/normalise.ts'
import { report } from './stages/report.ts'
import { fileReports, type ReportFiles } from './stages/report-files.ts'
import { save } from './stages/save.ts'
import { scan } from './stages/scan.ts'
import { upload } from './stages/upload.ts'
import { scanInZadig } from './stages/zadig.ts'

/** The whole program, top to bottom. Each stage is told only its own part of the configuration. */
export async function run(config: Config, host: Host): Promise<Outcome> {
  for (const notice of config.notices) host.log.info(notice)
  for (const warning of config.warnings ?? []) host.log.warn(warning)
  if (config.upload) prepareToConnect()
  const scanned = await scan(config.scan, host)
  const converted = await convert(scanned.reports, host)
  const { runs, notices } = normalise(converted.runs, config.normalise)
  const saving = save(runs, config.report.sarifOutput, host)

  // GitHub and Zadig work at the same time; each takes minutes at its worst. Neither starts before the SARIF is saved.
  const [sarifPath, uploaded, zadig] = await Promise.all([
    saving,
    attempt(config.upload, (wanted) => send(runs, wanted, host, saving)),
    attempt(config.zadig, (wanted) => saving.then(() => scanInZadig(wanted, host))),
  ])

  const problems = [...scanned.problems, ...converted.problems]
  const sent = uploaded.status === 'done' ? (uploaded.value.notices ?? []) : []
  const told = [...config.notices, ...notices, ...sent]
  const facts = { runs, problems, notices: told, upload: uploaded, zadig, sarifPath }
  const outcome = { ...facts, ...judge(facts, config.gate) }
  await report(outcome, config.report, host)
  return outcome
}

/**
 * GitHub's part of the line: what was suppressed is left out, shown, or uploaded and then dismissed. It is packed while
 * the SARIF is still being saved.
 */
async function send(runs: Run[], config: UploadConfig, host: Host, saving: Promise<unknown>): Promise<Upload> {
  const { suppressed, notices } = await suppressionMode(runs, config, host)
  const wanted = { ...config, suppressed }
  const uploaded = await upload(runs, wanted, host, saving)
  const dismissals = await dismissSuppressed(runs, uploaded, wanted, host)
  return { ...uploaded, notices: [...notices, ...(uploaded.notices ?? []), ...dismissals] }
}

/** The short line of `convert`: reports in, SARIF out. */
export async function convertOnly(files: ReportFiles, config: NormaliseConfig, host: Host): Promise<Converted> {
  const found = await fileReports(files)
  const { runs, problems } = await convert(found.reports, host)
  const normalised = normalise(runs, config)
  for (const notice of [...found.notices, ...normalised.notices]) host.log.info(notice)
  return { runs: normalised.runs, problems: [...found.problems, ...problems] }
}
