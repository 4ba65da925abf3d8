import { pathToFileURL } from 'node:url'
import type { Run } from 'sarif'
import { type Analysis, type GitHub, github, type Processing, type SarifUpload } from '../clients/github.ts'
import { poll } from '../clients/poll.ts'
import type { UploadConfig } from '../config/upload.ts'
import { isSuppressed } from '../gate/alerts.ts'
import { isSuccessful } from '../gate/conditions.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Upload } from '../model/outcome.ts'
import { limitsOf } from '../transforms/limits.ts'
import { type Parcel, pack } from './pack.ts'

const longestPauseMs = 5000

/** Uploads the runs and waits until GitHub has processed them: its 202 only means that it will look at them. */
export async function upload(runs: Run[], config: UploadConfig, host: Host): Promise<Upload> {
  const complete = runs.filter(isSuccessful).map((run) => withoutSuppressed(run, config))
  // GitHub closes the alerts that an upload lacks, so half a scan must not arrive as a whole one.
  if (complete.length === 0) throw new NotEvaluated('Nothing was uploaded, because no scan was completed.')
  const { parcels, notices, losses } = await pack(complete, limitsOf(undefined), config.overLimit)
  const client = await github({ ...config, log: host.log })
  const deliveries: Delivery[] = []
  for (const parcel of parcels) deliveries.push(await deliver(parcel, client, config, host))
  const decisive = deliveries.find(({ status }) => status !== 'complete') ?? deliveries[0]!
  return {
    id: deliveries.map(({ id }) => id).join(','),
    status: decisive.status,
    problem: decisive.problem,
    url: `${config.serverUrl}/${config.repository}/security/code-scanning?query=${encodeURIComponent(query(config.ref))}`,
    errors: deliveries.flatMap(({ errors }) => errors),
    notices,
    warnings: [...losses, ...deliveries.flatMap(({ warnings }) => warnings)],
    analyses: deliveries.flatMap(({ analyses }) => analyses ?? []),
  }
}

type Delivery = Pick<Upload, 'id' | 'status' | 'problem' | 'errors' | 'warnings' | 'analyses'>

async function deliver(parcel: Parcel, client: GitHub, config: UploadConfig, host: Host): Promise<Delivery> {
  const { id } = await client.uploadSarif(bodyOf(parcel, config, host))
  host.log.info(`GitHub has received the SARIF (${id}) and is processing it.`)
  const { status, errors, problem } = await processed(client, id, config, host)
  const isComplete = status === 'complete'
  const analyses = isComplete ? await stored(client, id, host) : []
  // What it says of an upload that it has taken is worth showing, and no failure.
  const warnings = [...(isComplete ? errors : []), ...(analyses.length > 0 ? differences(parcel.runs, analyses) : [])]
  return { id, status, problem, errors, warnings, analyses: analyses.map((analysis) => analysis.id) }
}

function withoutSuppressed(run: Run, { suppressed }: UploadConfig): Run {
  if (suppressed !== 'drop' || !run.results?.some(isSuppressed)) return run
  return { ...run, results: run.results.filter((result) => !isSuppressed(result)) }
}

function bodyOf({ runs, zipped }: Parcel, config: UploadConfig, host: Host): SarifUpload {
  const tools = [...new Set(runs.map((run) => run.tool.driver.name))]
  return {
    commit_sha: config.sha,
    ref: config.ref,
    sarif: zipped.toString('base64'),
    checkout_uri: pathToFileURL(config.root).href,
    started_at: startOf(runs) ?? new Date(host.now()).toISOString(),
    ...(tools.length === 1 && { tool_name: tools[0] }),
  }
}

/** GitHub refuses the whole upload over a time that is not ISO 8601 with its zone, and some tools write none. */
function startOf(runs: Run[]): string | undefined {
  const time = Date.parse(runs[0]?.invocations?.[0]?.startTimeUtc ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

async function processed(
  client: GitHub,
  id: string,
  { timeoutMs }: UploadConfig,
  host: Host,
): Promise<Processing & { problem?: string }> {
  const onHeartbeat = (waitedMs: number) =>
    host.log.info(`GitHub is still processing the SARIF after ${Math.round(waitedMs / 1000)} s.`)
  const ask = async () => {
    const processing = await client.processing(id)
    return processing?.status === 'pending' ? undefined : processing
  }
  try {
    const processing = await poll(ask, { timeoutMs, longestPauseMs, clock: host, onHeartbeat })
    return processing ?? { status: 'pending', errors: [] }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const problem = `GitHub has received the SARIF (${id}), but what became of it is not known. ${error.message}`
    return { status: 'pending', errors: [], problem }
  }
}

/** That GitHub does not show what it stored is worth a line, not a verdict: it has said that it is complete. */
async function stored(client: GitHub, id: string, host: Host): Promise<Analysis[]> {
  try {
    return await client.analyses(id)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    host.log.warn(`What GitHub stored could not be compared with what was sent. ${error.message}`)
    return []
  }
}

/** Where GitHub stored something else than what it was sent, or has something to say about it. */
function differences(sent: Run[], analyses: Analysis[]): string[] {
  const said = analyses.flatMap(({ tool, error, warning }) =>
    [error, warning].filter(Boolean).map((text) => `${tool}: ${text}`),
  )
  const results = sent.reduce((sum, run) => sum + (run.results?.length ?? 0), 0)
  const kept = analyses.reduce((sum, analysis) => sum + analysis.resultsCount, 0)
  return results === kept
    ? said
    : [...said, `GitHub stored ${kept} of ${results} results; the gate has used all of them.`]
}

function query(ref: string): string {
  const pullRequest = /^refs\/pull\/(\d+)\//.exec(ref)?.[1]
  if (pullRequest) return `is:open pr:${pullRequest}`
  return `is:open ref:${ref}`
}
