import { poll } from '../clients/poll.ts'
import { type TaskDetail, type Zadig, zadig } from '../clients/zadig.ts'
import { mayHaveStarted } from '../clients/zadig-errors.ts'
import { explainStatus, isQueued, isTerminal, verdictOf, whatHolds } from '../clients/zadig-status.ts'
import type { TaskRecord } from '../clients/zadig-workflow.ts'
import type { ZadigConfig } from '../config/zadig.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { ZadigScan } from '../model/outcome.ts'
import { type StartedTask, startedTask } from './zadig-record.ts'
import { startScan } from './zadig-start.ts'

const longestPauseMs = 15_000

/** Starts a code scan in Zadig and waits for its end, up to a deadline of our own: some tasks never end. */
export async function scanInZadig(config: ZadigConfig, host: Host): Promise<ZadigScan> {
  const { token } = config
  if (token === undefined)
    throw new NotEvaluated(
      'Zadig was not asked: GitHub gives no secrets to runs of forks and of Dependabot. A maintainer can run this from a branch of the repository; for Dependabot, put the token among the Dependabot secrets.',
    )
  const access = { ...config, token }
  const client = await zadig(access)
  const started = host.now()
  let task: StartedTask | undefined
  const calledOff = host.onInterrupt(async () => {
    // Before anything that the few seconds may not be enough for.
    host.log.warn(task ? `A Zadig task was under way: ${task.url()}` : mayHaveStarted(access))
    if (task) host.log.warn(await task.cancel())
  })
  try {
    const { taskId } = await startScan(client, access, host)
    task = await startedTask({ ...access, taskId }, host)
    host.log.info(`Zadig runs task ${taskId} of scan ${config.scan}: ${task.url()}`)
    const end = await ended({ client, task, taskId }, config, host)
    const { scan, project, repository } = config
    const asked = { scan, project, branch: repository.branch, prs: repository.prs }
    const elapsedMs = host.now() - started
    return { taskId, ...asked, ...(await judged(end, task, config)), url: task.url(), elapsedMs }
  } finally {
    calledOff()
  }
}

interface End {
  detail?: TaskDetail
  /** Why the end is not known. */
  problem?: string
}

/** The list of scans, which costs the server much, is only asked where there is something to explain. */
async function judged({ detail, problem }: End, task: StartedTask, config: ZadigConfig) {
  const isWorthIt = detail !== undefined && problem === undefined
  const record =
    isWorthIt && (config.scanId !== undefined || detail.status !== 'passed') ? await task.read() : undefined
  const doubts = problem ?? (detail && doubt(detail, record, config))
  return {
    status: detail?.status ?? '',
    result: (doubts === undefined && detail && verdictOf(detail.status)) || ('unknown' as const),
    problem: doubts,
    resultLink: detail?.resultLink ?? '',
    ...(record?.error && { error: record.error }),
    ...(record?.metrics && { metrics: record.metrics }),
  }
}

/** Why the end of a task says nothing about our code, if it does not. */
function doubt(detail: TaskDetail, record: TaskRecord | undefined, config: ZadigConfig): string | undefined {
  if (verdictOf(detail.status) === undefined) return explainStatus(detail.status)
  return mismatch(detail, config) ?? missingPullRequest(record, config)
}

interface Course {
  client: Zadig
  task: StartedTask
  taskId: number
}

/** In the queue one deadline, from then on another: Zadig's own time limit counts like that, too. */
async function ended({ client, task, taskId }: Course, config: ZadigConfig, host: Host): Promise<End> {
  const { queueTimeoutMs, timeoutMs } = config
  let last: TaskDetail | undefined
  const asking = (isEnough: (status: string) => boolean) => async () => {
    const detail = await client.task(taskId)
    if (detail.status !== last?.status) tell(taskId, detail, config, host)
    last = detail
    return isEnough(detail.status) ? detail : undefined
  }
  const what = () => `Zadig task ${taskId} is still ${last?.status || 'silent'}`
  const until = (isEnough: (status: string) => boolean, limitMs: number) =>
    host.during(poll(asking(isEnough), { longestPauseMs, clock: host, timeoutMs: limitMs }), { what, limitMs })
  try {
    const isBegun = await until((status) => !isQueued(status), queueTimeoutMs)
    if (!isBegun)
      return { detail: last, problem: `${queuedTooLong(taskId, last, queueTimeoutMs)} ${await task.cancel()}` }
    if (isTerminal(isBegun.status) || (await until(isTerminal, timeoutMs))) return { detail: last }
    return { detail: last, problem: await late({ client, task, taskId }, last?.status ?? '', timeoutMs) }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { detail: last, problem: `Task ${taskId} was started, but what became of it is not known. ${error.message}` }
  }
}

/** Says how the task stands, and at once when it is another's code that it scans. */
function tell(taskId: number, detail: TaskDetail, config: ZadigConfig, host: Host): void {
  const { status } = detail
  host.log.info(`Zadig task ${taskId} is ${status || 'without a status'}. ${whatHolds(status)}`.trim())
  const wrong = isQueued(status) || isTerminal(status) ? undefined : mismatch(detail, config)
  if (wrong) host.log.info(wrong)
}

function queuedTooLong(taskId: number, last: TaskDetail | undefined, timeoutMs: number): string {
  const status = last?.status ? `as \`${last.status}\`` : 'without a status'
  return `Task ${taskId} stood in Zadig's queue, ${status}, when \`zadig-queue-timeout\` (${timeoutMs / 1000} s) was over: Zadig runs only as many tasks at a time as its settings allow. Run this job again later, or raise the time.`
}

/** Since 5.0 a restart of the server leaves tasks behind that never end; only their workflow is known to be cancelled. */
async function late({ task, taskId }: Course, status: string, timeoutMs: number): Promise<string> {
  const over = `Task ${taskId} was still \`${status}\` when \`zadig-timeout\` (${timeoutMs / 1000} s) was over.`
  const record = await task.read()
  if (record && isTerminal(record.status))
    return `${over} Its workflow has ended as \`${record.status}\`, so nothing more will come: the server was restarted meanwhile. Run this job again.`
  return [over, whatHolds(status), 'Look at the task, or raise the time.', await task.cancel()]
    .filter(Boolean)
    .join(' ')
}

/**
 * Zadig drops, without a word, a repository that is not the scan's first one; some versions then scan what is configured,
 * newer ones nothing, and pass. So a result only counts when the task says that it had our repository and branch. The
 * kind of code host counts, too: where it differs, the pull requests were dropped with the rest.
 */
function mismatch({ repositories }: TaskDetail, { repository }: ZadigConfig): string | undefined {
  const isSame = (scanned: Repository) => shown(scanned) === shown(repository)
  const namesakes = repositories.filter(isSame)
  const found = repositories.findIndex((scanned) => isSame(scanned) && scanned.source === repository.source)
  if (found > 0 && repository.prs.length > 0)
    return `Zadig scanned ${shown(repository)} as it is configured, not with pull request ${repository.prs.join(', ')}, so its result says nothing about this code: only the first repository of a scan can be addressed. Put it first in the scan.`
  if (found >= 0) return undefined
  const [namesake] = namesakes
  const scanned = namesake
    ? `${shown(namesake)} of \`${namesake.source}\``
    : repositories.map(shown).join(', ') || 'no repository at all'
  const wanted = namesake ? `of \`${repository.source}\`` : shown(repository)
  return `Zadig scanned ${scanned}, not ${wanted}, so its result says nothing about this code. Check \`zadig-repo\`, \`zadig-source\` and \`zadig-branch\`: only the first repository of a scan can be addressed, exactly as Zadig spells it.`
}

type Repository = TaskDetail['repositories'][number]

function shown({ owner, name, branch }: Omit<Repository, 'source'>): string {
  return `${owner}/${name} (${branch})`
}

/** Only Zadig's record tells which pull requests were merged, and not in every version: what is not told is no doubt. */
function missingPullRequest(record: TaskRecord | undefined, { repository }: ZadigConfig): string | undefined {
  const { owner, name, prs } = repository
  const scanned = record?.repositories.filter((each) => each.owner === owner && each.name === name) ?? []
  const merged = scanned.flatMap((each) => each.prs)
  const missing = merged.length > 0 ? prs.filter((number) => !merged.includes(number)) : []
  if (missing.length === 0) return undefined
  return `Zadig merged pull request ${merged.join(', ')} before it scanned, but not ${missing.join(', ')}, so its result says nothing about this code. Look at the task in Zadig, then run this job again.`
}
