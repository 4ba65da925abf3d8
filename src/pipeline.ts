import type { Run } from 'sarif'
import type { Config, NormaliseConfig } from './config/config.ts'
import type { UploadConfig } from './config/upload.ts'
import { judge } from './gate/judge.ts'
import type { Host } from './model/host.ts'
import type { Facts, Outcome, Upload } from './model/outcome.ts'
import { attempt } from './stages/attempt.ts'
import { type Converted, convert } from './stages/convert.ts'
import { dismissSuppressed, suppressionMode } from './stages/dismiss.ts'
import { normalise } from './stages/normalise.ts'
import { type Policies, readPolicies } from './stages/policy.ts'
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
  // First of all: a mistake in the policy must not cost a scan.
  const policies = await readPolicies(config.policy, config.gate, host)
  const scanned = await scan(config.scan, host)
  const converted = await convert(scanned.reports, host)
  const { runs, notices } = normalise(converted.runs, config.normalise)
  const sarifPath = await save(runs, config.report.sarifOutput, host)

  // GitHub and Zadig work at the same time; each takes minutes at its worst.
  const [uploaded, zadig] = await Promise.all([
    attempt(config.upload, (wanted) => send(runs, wanted, host)),
    attempt(config.zadig, (wanted) => scanInZadig(wanted, host)),
  ])

  const problems = [...scanned.problems, ...converted.problems]
  const sent = uploaded.status === 'done' ? (uploaded.value.notices ?? []) : []
  const facts = { runs, problems, upload: uploaded, zadig, sarifPath }
  const told = [...config.notices, ...policies.notices, ...notices, ...sent, ...preview(facts, policies, host)]
  const outcome = { ...facts, notices: told, ...judge(facts, policies.decides, host.now()) }
  await report(outcome, config.report, host)
  return outcome
}

/** What the verdict would be by the policy that the pull request brings. */
function preview(facts: Facts, { afterMerge }: Policies, host: Host): string[] {
  if (!afterMerge) return []
  const { verdict, reason } = judge(facts, afterMerge, host.now())
  return [
    `This pull request changes the policy. After the merge the verdict would be ${verdict.toUpperCase()}: ${reason}`,
  ]
}

/** GitHub's part of the line: what was suppressed is left out, shown, or uploaded and then dismissed. */
async function send(runs: Run[], config: UploadConfig, host: Host): Promise<Upload> {
  const { suppressed, notices } = await suppressionMode(runs, config, host)
  const wanted = { ...config, suppressed }
  const uploaded = await upload(runs, wanted, host)
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
