import { poll } from '../clients/poll.ts'
import type { TaskDetail, Zadig } from '../clients/zadig.ts'
import { explainStatus, isTerminal } from '../clients/zadig-status.ts'
import type { Host } from '../model/host.ts'
import type { ZadigScan } from '../model/outcome.ts'

const longestPauseMs = 15_000

/** What the task of a scan should have scanned; what is absent may be any. */
export interface Wanted {
  /** `owner/name`, as Zadig spells it. */
  repository?: string
  branch?: string
}

/** A task that somebody has started: as it stands, or, with a time to wait, as it ends. */
export async function followTask(
  client: Zadig,
  taskId: number,
  timeoutMs: number | undefined,
  host: Host,
): Promise<TaskDetail> {
  let last = await client.task(taskId)
  if (timeoutMs === undefined || isTerminal(last.status)) return last
  const ask = async () => {
    last = await client.task(taskId)
    return isTerminal(last.status) ? last : undefined
  }
  const end = await host.during(poll(ask, { timeoutMs, longestPauseMs, clock: host }), {
    what: () => `Zadig task ${taskId} is still ${last.status || 'silent'}`,
    limitMs: timeoutMs,
  })
  return end ?? last
}

/** What the task says of the code: nothing as long as it goes on, or where it scanned something else. */
export function readingOf(detail: TaskDetail, wanted: Wanted): Pick<ZadigScan, 'result' | 'problem'> {
  const { status } = detail
  if (status === 'failed') return { result: 'failed' }
  if (!isTerminal(status))
    return {
      result: 'unknown',
      problem: `The task has not ended: it is \`${status || 'without a status'}\`. Ask again later, or with \`--wait\`.`,
    }
  const problem = status === 'passed' ? strangeness(detail, wanted) : explainStatus(status)
  return problem === undefined ? { result: 'passed' } : { result: 'unknown', problem }
}

/** Newer servers scan nothing when nothing matches, and pass. */
function strangeness({ repositories }: TaskDetail, { repository, branch }: Wanted): string | undefined {
  const isWanted = ({ owner, name, branch: scanned }: TaskDetail['repositories'][number]) =>
    (repository ?? `${owner}/${name}`) === `${owner}/${name}` && (branch ?? scanned) === scanned
  if (repositories.some(isWanted)) return undefined
  const scanned = repositories.map(({ owner, name, branch: of }) => `${owner}/${name} (${of})`).join(', ')
  const wanted = [repository, branch].filter(Boolean).join(', ')
  return `Zadig scanned ${scanned || 'no repository at all'}${wanted ? `, not ${wanted}` : ''}, so its result says nothing about the code. Check \`zadig-repo\` and \`zadig-branch\`, and the first repository of the scan.`
}
