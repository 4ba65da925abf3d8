import { messageOf, ServiceError } from '../model/errors.ts'
import { connect, exchange } from './zadig.ts'
import { type Answer, descriptionOf, meaningBefore, type ZadigAccess } from './zadig-errors.ts'

/**
 * Cancels a task of a scan by the route for tasks of workflows, which is what a scan's task is since Zadig 2.2: its
 * workflow is named after the id of the scan, 24 hexadecimal digits.
 */
export async function cancelTask(
  access: Pick<ZadigAccess, 'url' | 'token'>,
  scanId: string,
  taskId: number,
): Promise<void> {
  const client = await connect(access)
  const query = new URLSearchParams({ workflowKey: `zadig-scanning-${scanId}`, taskId: String(taskId) })
  let answer: Answer
  try {
    answer = await exchange(client, `${access.url}/openapi/workflows/custom/task?${query}`, undefined, 'DELETE')
  } catch (cause) {
    const why = messageOf(cause) || (cause as { code?: string }).code
    throw new ServiceError(
      `Zadig (${access.url}) was asked to cancel task ${taskId}, and no answer came: ${why}. Check \`zadig-url\` and look at the task.`,
      undefined,
      { cause },
    )
  }
  if (answer.status === 200 && answer.body.trim().startsWith('{')) return
  const meaning = meaningBefore(answer) ?? `${descriptionOf(answer.body)} Check the task's number and \`--scan-id\`.`
  throw new ServiceError(`Zadig answered ${answer.status}, so task ${taskId} goes on. ${meaning}`, answer.status)
}
