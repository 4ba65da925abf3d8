import type { Run } from 'sarif'
import type { Config } from './config/config.ts'
import type { UploadConfig } from './config/upload.ts'
import { judge, type Weighed, weigh } from './gate/judge.ts'
import { asksFor } from './gate/where.ts'
import { newnessSentence } from './model/comparison.ts'
import type { Host } from './model/host.ts'
import type { Facts, Outcome, Upload } from './model/outcome.ts'
import type { Policy } from './model/policy.ts'
import { attempt } from './stages/attempt.ts'
import { convert } from './stages/convert.ts'
import { normalise } from './stages/normalise.ts'
import { type Policies, readPolicies } from './stages/policy.ts'
import { report } from './stages/report.ts'
import { placeToSave, save } from './stages/save.ts'
import { scan } from './stages/scan.ts'

// Stages that many runs do without are loaded when they are asked for: a third of what a start would load.
const commenting = () => import('./stages/comment.ts')
const comparing = () => import('./stages/compare.ts')
const askingForAges = () => import('./stages/alert-ages.ts')
const sending = () => Promise.all([import('./stages/upload.ts'), import('./stages/dismiss.ts')])
const askingForDismissals = () => import('./stages/dismissed-alerts.ts')
const scanningInZadig = () => import('./stages/zadig.ts')

/** The whole program. Each stage is told only its own part of the configuration. */
export async function run(config: Config, host: Host): Promise<Outcome> {
  const { outcome } = await learn(config, host)
  const told = config.comment ? await (await commenting()).comment(outcome, config.comment, config.report, host) : []
  const shown = { ...outcome, notices: [...(outcome.notices ?? []), ...told] }
  await report(shown, config.report, host)
  return outcome
}

/** The line without its last stages: what there is to tell, before anybody is told. */
export async function learn(config: Config, host: Host): Promise<{ outcome: Outcome; policy: Policy }> {
  for (const notice of config.notices) host.log.info(notice)
  for (const warning of config.warnings ?? []) host.log.warn(warning)
  // First of all: a mistake in the policy must not cost a scan.
  const policies = await readPolicies(config.policy, config.gate, host)
  const { runs, notices, problems } = await scanned(config, host)
  host.collectGarbage()
  const sarifPath = await placeToSave(runs, config.report.sarifOutput, host)
  // Before the upload, which would be the newest analysis of its branch itself.
  const { comparison, dismissed } = await history(runs, config, policies, host)

  let weighed: Weighed | undefined
  const weighing = () => (weighed ??= weigh({ runs, comparison, dismissed }, policies.decides, host.now()))
  let saved: Promise<void> | undefined
  const saving = () => (saved ??= save(runs, sarifPath))
  const meanwhile = () => {
    weighing()
    // That it failed is told below, once the upload has come to its end.
    saving().catch(() => undefined)
  }

  // GitHub and Zadig work at the same time; each takes minutes at its worst. What neither has to wait for is done meanwhile.
  const uploading = attempt(config.upload, (wanted) => send(runs, wanted, host, meanwhile))
  const [uploaded, zadig] = await Promise.all([
    uploading,
    attempt(config.zadig, async (wanted) => (await scanningInZadig()).scanInZadig(wanted, host)),
    uploading.then(saving),
  ])

  const sent = uploaded.status === 'done' ? (uploaded.value.notices ?? []) : []
  const facts = { runs, problems, upload: uploaded, zadig, comparison, dismissed, sarifPath, policy: policies.source }
  const told = [
    ...config.notices,
    ...policies.notices,
    ...notices,
    ...newnessNotices(comparison),
    ...sent,
    ...preview(facts, policies, host),
  ]
  const outcome = { ...facts, notices: told, ...judge(facts, policies.decides, host.now(), weighing()) }
  return { outcome, policy: policies.decides }
}

/** Everything that the tools said. Apart from the rest, so that nobody holds on to what the runs were made from. */
async function scanned({ scan: wanted, normalise: how }: Config, host: Host) {
  const { reports, problems } = await scan(wanted, host)
  const converted = await convert(reports, host)
  return { ...normalise(converted.runs, how), problems: [...problems, ...converted.problems] }
}

/** What was there before, where a gate asks; and what of it people dismissed, where GitHub can be asked. */
async function history(
  runs: Run[],
  { compare: where }: Config,
  { decides, afterMerge }: Policies,
  host: Host,
): Promise<Pick<Facts, 'comparison' | 'dismissed'>> {
  const { newness, gates, sources, exceptionRules } = decides
  const asking = [...gates, ...(afterMerge?.gates ?? [])]
  const asksAge = asking.some(({ where }) => asksFor(where, 'age'))
  const isAsked = runs.length > 0 && (asksAge || asking.some(({ scope }) => scope !== 'all'))
  const compared = await attempt(isAsked ? where : undefined, async (wanted) => {
    const found = await (await comparing()).compare(runs, wanted, newness, host)
    return found && asksAge ? (await askingForAges()).withAges(found, wanted, host) : found
  })
  const comparison: Facts['comparison'] =
    compared.status === 'done'
      ? compared.value
        ? { ...compared, value: compared.value }
        : { status: 'skipped' }
      : compared
  const known =
    compared.status === 'done' && compared.value?.source === 'base-branch' ? compared.value.known : undefined
  const { github, alertsOf: branch, root } = where
  const counts = sources.dismissedAlerts !== 'off' && exceptionRules.dismissed === 'honor' && runs.length > 0
  const at = counts && github && branch ? { github, branch, root } : undefined
  const dismissed = await attempt(at, async (wanted) =>
    (await askingForDismissals()).dismissedAlerts(runs, known, wanted, host),
  )
  return { comparison, dismissed }
}

function newnessNotices(comparison: Facts['comparison']): string[] {
  if (comparison?.status !== 'done') return []
  return [...comparison.value.notices, newnessSentence(comparison.value)]
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
async function send(runs: Run[], config: UploadConfig, host: Host, meanwhile: () => void): Promise<Upload> {
  const [{ upload }, { suppressionMode, dismissSuppressed }] = await sending()
  const { suppressed, notices } = await suppressionMode(runs, config, host)
  const wanted = { ...config, suppressed }
  const uploaded = await upload(runs, wanted, host, meanwhile)
  const dismissals = await dismissSuppressed(runs, uploaded, wanted, host)
  return { ...uploaded, notices: [...notices, ...(uploaded.notices ?? []), ...dismissals] }
}
