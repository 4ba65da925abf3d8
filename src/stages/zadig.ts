import { poll } from '../clients/poll.ts'
import { type TaskDetail, type Zadig, zadig } from '../clients/zadig.ts'
import { explainStatus, isTerminal } from '../clients/zadig-status.ts'
import type { ZadigConfig } from '../config/zadig.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { ZadigScan } from '../model/outcome.ts'
import { startScan } from './zadig-start.ts'

const longestPauseMs = 15_000

/** Starts a code scan in Zadig and waits for its end, up to a deadline of our own: some tasks never end. */
export async function scanInZadig(config: ZadigConfig, host: Host): Promise<ZadigScan> {
  const { token } = config
  if (token === undefined)
    throw new NotEvaluated(
      'Zadig was not asked: GitHub gives no secrets to runs of forks and of Dependabot. A maintainer can run this from a branch of the repository; for Dependabot, put the token among the Dependabot secrets.',
    )
  const client = await zadig({ ...config, token })
  const started = host.now()
  const { taskId } = await startScan(client, { ...config, token }, host)
  const url = `${config.url}/v1/projects/detail/${encodeURIComponent(config.project)}/scanner`
  host.log.info(`Zadig runs task ${taskId} of scan ${config.scan}: ${url}`)
  const { detail, problem = detail && doubt(detail, config) } = await ended(client, taskId, config, host)
  return {
    taskId,
    status: detail?.status ?? '',
    result: problem === undefined && detail ? resultOf(detail) : 'unknown',
    problem,
    url,
    resultLink: detail?.resultLink ?? '',
    elapsedMs: host.now() - started,
  }
}

function resultOf({ status }: TaskDetail): ZadigScan['result'] {
  return status === 'passed' ? 'passed' : 'failed'
}

/** Why the end of a task says nothing about our code, if it does not. */
function doubt(detail: TaskDetail, config: ZadigConfig): string | undefined {
  if (detail.status === 'failed') return undefined
  return detail.status === 'passed' ? mismatch(detail, config) : explainStatus(detail.status)
}

interface End {
  detail?: TaskDetail
  /** Why the end is not known. */
  problem?: string
}

async function ended(client: Zadig, taskId: number, { timeoutMs }: ZadigConfig, host: Host): Promise<End> {
  let last: TaskDetail | undefined
  const ask = async () => {
    const detail = await client.task(taskId)
    if (detail.status !== last?.status) host.log.info(`Zadig task ${taskId} is ${detail.status || 'without a status'}.`)
    last = detail
    return isTerminal(detail.status) ? detail : undefined
  }
  const onHeartbeat = (waitedMs: number) =>
    host.log.info(`Zadig task ${taskId} is still ${last?.status || 'silent'} after ${Math.round(waitedMs / 1000)} s.`)
  try {
    if (await poll(ask, { timeoutMs, longestPauseMs, clock: host, onHeartbeat })) return { detail: last }
    const status = last?.status ? `still \`${last.status}\`` : 'without an answer'
    return {
      detail: last,
      problem: `Task ${taskId} was ${status} when \`zadig-timeout\` (${timeoutMs / 1000} s) was over. Look at the task, or raise the time.`,
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { detail: last, problem: `Task ${taskId} was started, but what became of it is not known. ${error.message}` }
  }
}

/**
 * Zadig drops, without a word, a repository that is not the scan's first one, and newer versions then scan nothing and
 * pass. So a pass only counts when the task says that it had our repository and branch.
 */
function mismatch({ repositories }: TaskDetail, { repository }: ZadigConfig): string | undefined {
  const { owner, name, branch } = repository
  if (repositories.some((scanned) => scanned.owner === owner && scanned.name === name && scanned.branch === branch))
    return undefined
  const scanned =
    repositories.map((each) => `${each.owner}/${each.name} (${each.branch})`).join(', ') || 'no repository at all'
  return `Zadig scanned ${scanned}, not ${owner}/${name} (${branch}), so its result says nothing about this code. Check \`zadig-repo\`, \`zadig-source\` and \`zadig-branch\`: only the first repository of a scan can be addressed, exactly as Zadig spells it.`
}
