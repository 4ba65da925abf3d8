import type { Answer } from '../http.ts'
import { badRequest, json, noDocuments, untypedError } from './answers.ts'
import type { Call } from './call.ts'
import type { RunningTask, ScannedRepo } from './tasks.ts'
import { endTimeOf, hasEnded, inSeconds } from './tasks.ts'
import type { World } from './world.ts'
import { scanOf, sonarOf } from './world.ts'

/** `GET /openapi/quality/codescan/:scanName/task/:taskID`: any valid token may read any task. */
export function readTask({ world, request, parameters: [name = '', number = ''] }: Call): Answer {
  const project = request.url.searchParams.get('projectKey') ?? ''
  if (!/^[+-]?\d+$/.test(number)) return badRequest('invalid param taskID')
  if (Number(number) === 0 || !project) return badRequest('invalid params')
  const scan = scanOf(world, project, name)
  const task = world.tasks.find(({ scanned, id }) => scanned === scan && id === Number(number))
  if (!task) return untypedError(noDocuments)
  const link = linkOf(world, task)
  return link === undefined ? untypedError(noDocuments) : json(detailOf(world, task, link))
}

function detailOf({ behaviour }: World, task: RunningTask, link: string): object {
  return {
    scan_name: task.scan,
    creator: task.creator,
    task_id: task.id,
    status: behaviour.lowersStatus ? task.status.toLowerCase() : task.status,
    create_time: inSeconds(task.createdAt),
    end_time: endTimeOf(task, behaviour.endsLate),
    result_link: link,
    repo_info: task.repos.map(repoInfo),
  }
}

/** No commit, no pull request, no tag: the answer does not say what was checked out. */
function repoInfo(repo: ScannedRepo): object {
  return {
    repo_owner: repo.owner,
    source: repo.source,
    address: repo.address ?? (repo.source === 'github' ? 'https://github.com' : ''),
    branch: repo.branch,
    remote_name: 'origin',
    repo_name: repo.name,
    hidden: repo.hidden ?? false,
    checkout_path: repo.checkoutPath ?? '',
    submodules: repo.submodules ?? false,
  }
}

/** A link for people, to SonarQube, bare until there is a report; nothing when the reading breaks over it. */
function linkOf(world: World, task: RunningTask): string | undefined {
  const { behaviour } = world
  const { scanned } = task
  if (scanned.scanner === 'other') return ''
  const sonar = sonarOf(world, scanned)
  if (!sonar) return behaviour.survivesLostSonar ? '' : undefined
  const id = scanned.sonarProjectKey ?? `${scanned.project}_${scanned.name}`
  if (!behaviour.linksAfterReport) return `${sonar.url}/dashboard?${new URLSearchParams({ id })}`
  if (!hasEnded(task) || scanned.reports === false) return sonar.url
  const branch = task.repos[0]?.branch
  return `${sonar.url}/dashboard?${new URLSearchParams(branch ? { branch, id } : { id })}`
}
