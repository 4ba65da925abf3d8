import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Run } from 'sarif'
import { type Analysis, type GitHub, github, type Processing } from '../clients/github.ts'
import { poll } from '../clients/poll.ts'
import type { UploadConfig } from '../config/upload.ts'
import { isSuppressed } from '../gate/alerts.ts'
import { isSuccessful } from '../gate/conditions.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Upload } from '../model/outcome.ts'
import { toLog } from '../model/sarif.ts'

/** GitHub refuses more than 10 MB, gzipped (docs: SARIF support for code scanning). */
const largestGzip = 10_000_000
const longestPauseMs = 5000

/** Uploads the runs and waits until GitHub has processed them: its 202 only means that it will look at them. */
export async function upload(runs: Run[], config: UploadConfig, host: Host): Promise<Upload> {
  const sent = runs.filter(isSuccessful).map((run) => withoutSuppressed(run, config))
  // GitHub closes the alerts that an upload lacks, so half a scan must not arrive as a whole one.
  if (sent.length === 0) throw new NotEvaluated('Nothing was uploaded, because no scan was completed.')
  const client = await github({ ...config, log: host.log })
  const { id } = await client.uploadSarif(await bodyOf(sent, config, host))
  host.log.info(`GitHub has received the SARIF (${id}) and is processing it.`)
  const { status, errors, problem } = await processed(client, id, config, host)
  const isComplete = status === 'complete'
  const analyses = isComplete ? await stored(client, id, host) : []
  return {
    id,
    status,
    problem,
    url: `${config.serverUrl}/${config.repository}/security/code-scanning?query=${encodeURIComponent(query(config.ref))}`,
    errors,
    // What it says of an upload that it has taken is worth showing, and no failure.
    warnings: [...(isComplete ? errors : []), ...(analyses.length > 0 ? differences(sent, analyses) : [])],
  }
}

function withoutSuppressed(run: Run, { suppressed }: UploadConfig): Run {
  if (suppressed === 'keep' || !run.results?.some(isSuppressed)) return run
  return { ...run, results: run.results.filter((result) => !isSuppressed(result)) }
}

async function bodyOf(runs: Run[], config: UploadConfig, host: Host) {
  const zipped = await promisify(gzip)(JSON.stringify(toLog(runs)), { level: 6 })
  if (zipped.length > largestGzip)
    throw new NotEvaluated(
      `The SARIF is ${(zipped.length / 1e6).toFixed(1)} MB when gzipped, and GitHub takes 10 MB. Let the scanners look at less, or at parts under a \`category\` each.`,
    )
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
