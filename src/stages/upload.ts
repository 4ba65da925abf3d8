import { pathToFileURL } from 'node:url'
import type { Run } from 'sarif'
import { type Delivery as Awaiting, type GitHub, github, type Processing, type SarifUpload } from '../clients/github.ts'
import { poll } from '../clients/poll.ts'
import type { UploadConfig } from '../config/upload.ts'
import { isSuppressed } from '../gate/acceptance.ts'
import { isSuccessful } from '../gate/conditions.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import { isOlder } from '../model/github-version.ts'
import type { Host } from '../model/host.ts'
import type { Upload } from '../model/outcome.ts'
import { limitsOf } from '../transforms/limits.ts'
import { volatileNames } from '../transforms/volatile.ts'
import { missingCategories } from './base-categories.ts'
import { type Parcel, pack } from './pack.ts'
import { preflight, refuseTwice, uploadsOf } from './preflight.ts'
import { verify } from './verify.ts'

const longestPauseMs = 5000

/**
 * Uploads the runs and waits until GitHub has processed them: its 202 only means that it will look at them. That takes
 * seconds; `meanwhile` is called in them, once for each part that is sent.
 */
export async function upload(
  runs: Run[],
  config: UploadConfig,
  host: Host,
  meanwhile: () => void = () => undefined,
): Promise<Upload> {
  const complete = runs.filter(isSuccessful).map((run) => withoutSuppressed(run, config))
  // GitHub closes the alerts that an upload lacks, so half a scan must not arrive as a whole one.
  if (complete.length === 0) throw new NotEvaluated('Nothing was uploaded, because no scan was completed.')
  const client = await github({ ...config, log: host.log })
  await preflight(complete, client, config, host)
  const { parcels, notices, losses } = await pack(complete, limitsOf(client.version), config.overLimit)
  const sent = parcels.flatMap((parcel) => parcel.runs)
  refuseTwice(sent, config)
  const missing = await missingCategories(sent, client, config, host)
  const started = host.now()
  const deliveries: Delivery[] = []
  for (const parcel of parcels) deliveries.push(await deliver(parcel, { client, meanwhile }, config, host))
  const decisive = deliveries.find(({ status }) => status !== 'complete') ?? deliveries[0]!
  return {
    id: deliveries.map(({ id }) => id).join(','),
    status: decisive.status,
    problem: decisive.problem,
    url: `${config.serverUrl}/${config.repository}/security/code-scanning?query=${encodeURIComponent(query(config.ref))}`,
    errors: deliveries.flatMap(({ errors }) => errors),
    uploads: uploadsOf(sent, config),
    notices: [...notices, ...volatileNames(sent), ...missing],
    warnings: [...losses, ...deliveries.flatMap(({ warnings }) => warnings)],
    analyses: deliveries.flatMap(({ analyses }) => analyses ?? []),
    elapsedMs: host.now() - started,
  }
}

type Delivery = Pick<Upload, 'id' | 'status' | 'problem' | 'errors' | 'warnings' | 'analyses'>

async function deliver(
  parcel: Parcel,
  { client, meanwhile }: { client: GitHub; meanwhile: () => void },
  config: UploadConfig,
  host: Host,
): Promise<Delivery> {
  const { id } = await client.uploadSarif(bodyOf(parcel, { ...config, version: client.version }, host))
  host.log.info(`GitHub has received the SARIF (${id}) and is processing it.`)
  const delivery = { id, runs: parcel.runs.length }
  const processing = processed(client, delivery, config, host)
  meanwhile()
  const { status, errors, problem } = await processing
  // What it says of an upload that it has taken is worth showing, and no failure.
  if (status !== 'complete') return { id, status, problem, errors, warnings: [] }
  const { warnings, analyses } = await verify(parcel.runs, id, client, host)
  return { id, status, problem, errors, warnings: [...errors, ...warnings], analyses }
}

function withoutSuppressed(run: Run, { suppressed }: UploadConfig): Run {
  if (suppressed !== 'drop' || !run.results?.some(isSuppressed)) return run
  return { ...run, results: run.results.filter((result) => !isSuppressed(result)) }
}

type Addressed = UploadConfig & Pick<GitHub, 'version'>

function bodyOf({ runs, zipped }: Parcel, config: Addressed, host: Host): SarifUpload {
  const tools = [...new Set(runs.map((run) => run.tool.driver.name))]
  // "API" is what newer servers put there; where the name is demanded, several tools have no better one.
  const nameOfAll = isOlder(config.version, '3.1') ? 'API' : undefined
  const tool = tools.length === 1 ? tools[0] : nameOfAll
  return {
    commit_sha: config.sha,
    ref: config.ref,
    sarif: zipped.toString('base64'),
    checkout_uri: pathToFileURL(config.root).href,
    started_at: inSeconds(startOf(runs) ?? host.now()),
    ...(tool !== undefined && { tool_name: tool }),
  }
}

/** Milliseconds; some tools write what is no time. */
function startOf(runs: Run[]): number | undefined {
  const time = Date.parse(runs[0]?.invocations?.[0]?.startTimeUtc ?? '')
  return Number.isNaN(time) ? undefined : time
}

/** `YYYY-MM-DDTHH:MM:SSZ`, as documented: GitHub refuses the whole upload over a time that it cannot read. */
function inSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

async function processed(
  client: GitHub,
  delivery: Awaiting,
  { timeoutMs }: UploadConfig,
  host: Host,
): Promise<Processing & { problem?: string }> {
  let isKnown = false
  const ask = async () => {
    const processing = await client.processing(delivery)
    isKnown ||= processing !== undefined
    return processing?.status === 'pending' ? undefined : processing
  }
  const received = `GitHub has received the SARIF (${delivery.id}), but`
  try {
    const processing = await host.during(poll(ask, { timeoutMs, longestPauseMs, clock: host, onWait: pauses(host) }), {
      what: () => 'GitHub is still processing the SARIF',
      limitMs: timeoutMs,
    })
    if (processing) return processing
    const unknown = `${received} did not know it when it was asked, until \`processing-timeout\` was over.`
    return { status: 'pending', errors: [], problem: isKnown ? undefined : unknown }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { status: 'pending', errors: [], problem: `${received} what became of it is not known. ${error.message}` }
  }
}

function pauses({ log }: Host) {
  const seconds = (ms: number) => `${Math.round(ms / 1000)} s`
  return (waitMs: number, leftMs: number) => {
    const asked = `GitHub asks to wait ${seconds(waitMs)} before the next question`
    log.info(waitMs > leftMs ? `${asked}, but \`processing-timeout\` leaves ${seconds(leftMs)}.` : `${asked}.`)
  }
}

function query(ref: string): string {
  const pullRequest = /^refs\/pull\/(\d+)\//.exec(ref)?.[1]
  if (pullRequest) return `is:open pr:${pullRequest}`
  return `is:open ref:${ref}`
}
