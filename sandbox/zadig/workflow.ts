import type { Answer } from '../http.ts'
import { badRequest, cancelFailed, json, noDocuments, untypedError } from './answers.ts'
import type { Call } from './call.ts'
import { workflowOf } from './scan.ts'
import { hasEnded, inSeconds, type RunningTask, type ScannedRepo } from './tasks.ts'
import type { World } from './world.ts'

/** `GET /openapi/workflows/custom/task?workflowKey=&taskId=`: the same task as a workflow's, of any project. */
export function readWorkflowTask({ world, request }: Call): Answer {
  const task = taskOf(world, request.url.searchParams)
  if ('status' in task) return task
  return json(recordOf(world, task.task))
}

/** `DELETE` of the same. */
export function cancelWorkflowTask({ world, request }: Call): Answer {
  const found = taskOf(world, request.url.searchParams)
  if ('status' in found) return found.status === 500 ? cancelFailed(noDocuments) : found
  const { task } = found
  if (hasEnded(task)) return cancelFailed('task is finished')
  task.cancelledAt ??= task.now()
  return json({ message: 'success' })
}

function taskOf({ behaviour, tasks }: World, query: URLSearchParams): { task: RunningTask } | Answer {
  const key = query.get('workflowKey')
  const number = query.get('taskId') ?? ''
  if (!key || !/^\d+$/.test(number)) return badRequest('invalid params')
  const task = tasks.find(({ scanned, id }) => workflowOf(scanned) === key && id === Number(number))
  return behaviour.hasWorkflowTasks && task ? { task } : untypedError(noDocuments)
}

/** The word of the workflow at its top; it holds the code host's token, so no client may print it. */
function recordOf({ behaviour }: World, task: RunningTask): object {
  const { scanned, id, status, repos } = task
  const reported = hasEnded(task) && behaviour.keepsMetrics && scanned.reports !== false
  const error = hasEnded(task) ? (scanned.error ?? '') : ''
  const job = {
    name: scanned.name.toLowerCase(),
    type: 'zadig-scanning',
    status,
    error,
    start_time: inSeconds(task.createdAt),
    spec: {
      repos: repos.map(repository),
      sonar_metrics: reported ? (scanned.metrics ?? null) : null,
      is_has_artifact: false,
      link_url: '',
      scanning_name: scanned.name,
    },
  }
  return {
    workflow_key: workflowOf(scanned),
    task_id: id,
    status: wasLost(task) ? 'cancelled' : status,
    error: '',
    task_revoker: task.cancelledAt === undefined ? '' : 'admin',
    stages: [{ name: 'stage', status, jobs: [job] }],
  }
}

/** After a restart that ended the workflow and left the job's word as it was. */
function wasLost(task: RunningTask): boolean {
  const inLastStep = task.now() >= task.createdAt + (task.steps.length - 1) * task.stepMs
  return task.scanned.restarts === true && inLastStep
}

function repository({ owner, name, branch, source, prs }: ScannedRepo): object {
  const pullRequests = prs.length > 0 && { prs }
  return { source, repo_owner: owner, repo_name: name, branch, ...pullRequests, oauth_token: codeHostToken }
}

/** What the server keeps beside each repository, and does not take out. */
export const codeHostToken = 'ghp_TokenOfTheCodeHost0123456789'
