import type { ZadigAccess } from '../clients/zadig-errors.ts'
import { type TaskRecord, zadigWorkflow } from '../clients/zadig-workflow.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'

interface Started extends ZadigAccess {
  taskId: number
  /** Absent: it is looked up when something needs it, once. */
  scanId?: string
  cancelOnAbort: boolean
}

/** What can be learnt of a started task, and done to it, beside the code-scan OpenAPI. Nothing here ever throws. */
export interface StartedTask {
  /** What Zadig keeps of it; a refusal is a debug line. */
  read(): Promise<TaskRecord | undefined>
  /** Ends it in Zadig, where that is wanted and can be done; returns what became of it, in sentences. */
  cancel(): Promise<string>
  /** Where people see it: its own page, once the id of the scan is known. */
  url(): string
}

/** The id of a scan is never guessed: with the id of another one somebody else's task would be cancelled. */
export async function startedTask({ taskId, scanId, cancelOnAbort, ...access }: Started, host: Host) {
  const client = await zadigWorkflow(access)
  const page = `${access.url}/v1/projects/detail/${encodeURIComponent(access.project)}/scanner`
  let id = scanId
  let looking: Promise<string | undefined> | undefined
  const lookUp = async () => {
    if (id !== undefined) return id
    looking ??= quietly(host, () => client.scanId())
    id = await looking
    return id
  }
  const task: StartedTask = {
    async read() {
      const known = await lookUp()
      if (known === undefined) return undefined
      const record = await quietly(host, () => client.record(known, taskId))
      if (!record?.scan || record.scan === access.scan) return record
      host.log.warn(
        `\`zadig-scan-id\` is the id of scan \`${record.scan}\`, not of \`${access.scan}\`: it is not used.`,
      )
      id = undefined
      looking = Promise.resolve(undefined)
      return undefined
    },
    async cancel() {
      if (!cancelOnAbort) return `It runs on in Zadig: ${task.url()}`
      // The record tells whose id it is. One that came from the list by name needs no proof.
      if (scanId !== undefined) await task.read()
      const known = await lookUp()
      if (known === undefined)
        return `It runs on: Zadig cancels only by the id of the scan, which is not known. Give \`zadig-scan-id\`. Until then cancel it by hand: ${task.url()}`
      return cancelled(client.cancel(known, taskId), task)
    },
    url: () => (id === undefined ? page : `${page}/detail/${encodeURIComponent(access.scan)}/task/${taskId}?id=${id}`),
  }
  return task
}

async function cancelled(work: Promise<void>, { url }: StartedTask): Promise<string> {
  try {
    await work
    return 'Zadig was told to cancel it.'
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return `It may run on, since it could not be cancelled: ${error.message} Cancel it by hand: ${url()}`
  }
}

async function quietly<T>(host: Host, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    host.log.debug(`Zadig does not tell more about the task. ${error.message}`)
    return undefined
  }
}
