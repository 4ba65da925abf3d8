import type { Answer } from '../http.ts'
import { badRequest, empty, json, noDocuments, panic, taskFailed, untypedError } from './answers.ts'
import type { Call } from './call.ts'
import { decode, int, list, nullable, string, struct } from './decode.ts'
import type { ZadigScan } from './scan.ts'
import type { ScannedRepo } from './tasks.ts'
import { startTask } from './tasks.ts'
import type { World, ZadigUser } from './world.ts'
import { mayDo, scanOf, sonarOf } from './world.ts'

interface Order {
  scan_repos: (RepoOrder | undefined)[]
  scan_kvs: ({ key: string; value: string } | undefined)[]
}

/** Tag, single PR and the rest can be decoded, so their types matter, but they are never used. */
interface RepoOrder {
  repo_name: string
  repo_owner: string
  repo_namespace: string
  source: string
  branch: string
  prs: number[]
  pr: number
  tag: string
  merge_branches: string[]
  codehost_id: number
}

const readOrder = struct<Order>({
  scan_repos: list(
    nullable(
      struct<RepoOrder>({
        repo_name: string,
        repo_owner: string,
        repo_namespace: string,
        source: string,
        branch: string,
        prs: list(int),
        pr: int,
        tag: string,
        merge_branches: list(string),
        codehost_id: int,
      }),
    ),
  ),
  scan_kvs: list(nullable(struct({ key: string, value: string }))),
})

/**
 * `POST /openapi/quality/codescan/:scanName/task`.
 * A body that cannot be read gets a bare 400, and yet the task starts with whatever could be read.
 */
export function startScan({ world, user, request, parameters: [name = ''] }: Call): Answer {
  const { value: order, failed } = decode(request.body, readOrder)
  const project = request.url.searchParams.get('projectKey') ?? ''
  const outcome =
    refusalOf(order, project) ?? (mayDo(user, project, 'run') ? run({ world, user, project, name }, order) : empty(403))
  return failed ? empty(400) : outcome
}

function refusalOf({ scan_repos: repos }: Order, project: string): Answer | undefined {
  if (!project) return badRequest('project key cannot be empty')
  for (const repo of repos) {
    if (!repo) return panic
    if (!repo.branch) return badRequest('branch cannot be empty')
  }
  return undefined
}

interface Target {
  world: World
  user: ZadigUser
  project: string
  name: string
}

function run({ world, user, project, name }: Target, order: Order): Answer {
  const scan = scanOf(world, project, name)
  if (!scan) return untypedError(noDocuments)
  const kvs = variablesOf(world, scan, order)
  const broken = brokenBefore(world, scan) ?? missingVariable(scan, kvs)
  if (broken) return broken
  // The number is used up even when the task then cannot be made.
  const id = (world.counters.get(scan) ?? 0) + 1
  world.counters.set(scan, id)
  const late = brokenAfter(world, scan)
  if (late) return late
  world.tasks.push(
    startTask({
      id,
      project,
      scan: name,
      scanned: scan,
      creator: user.name ?? user.token,
      repos: reposOf(world, scan, order),
      kvs,
      stepMs: world.stepMs,
      now: world.now,
      steps: stepsOf(world, scan),
      cancelLagMs: world.behaviour.endsLate ? world.stepMs : 0,
    }),
  )
  return json({ task_id: id })
}

/** After a restart no word follows: the task is cancelled, or the job that nobody watches any more runs for ever. */
function stepsOf({ behaviour }: World, { statuses, ending = 'passed', restarts }: ZadigScan): string[] {
  if (statuses) return statuses
  if (restarts) return behaviour.losesTasks ? behaviour.statuses : [...behaviour.statuses, 'cancelled']
  return [...behaviour.statuses, ending]
}

/** Only the first configured repository can be addressed; anything that does not match it is dropped without a word. */
function reposOf({ behaviour }: World, { repos }: ZadigScan, { scan_repos }: Order): ScannedRepo[] {
  const [first] = repos
  const ordered = scan_repos.flatMap((order): ScannedRepo[] =>
    first && order && isSame(order, first) ? [{ ...first, branch: order.branch, prs: order.prs }] : [],
  )
  if (!behaviour.keepsConfiguredRepos) return ordered
  const configured = repos.map((repo) => ({ ...repo, prs: [] }))
  // Orders overwrite the stored entry one after another, so the last one stays.
  return ordered.length === 0 ? configured : [ordered.at(-1)!, ...configured.slice(1)]
}

function isSame(order: RepoOrder, { name, owner, source }: { name: string; owner: string; source: string }): boolean {
  return order.repo_name === name && order.repo_owner === owner && order.source === source
}

/** Variables the scan does not declare are ignored. */
function variablesOf({ behaviour }: World, { variables = [] }: ZadigScan, { scan_kvs }: Order) {
  const given = behaviour.takesVariables ? scan_kvs : []
  return variables.map(({ key, value = '' }) => ({
    key,
    value: given.findLast((pair) => pair?.key === key)?.value ?? value,
  }))
}

function missingVariable(
  { name, variables = [] }: ZadigScan,
  kvs: { key: string; value: string }[],
): Answer | undefined {
  const empties = new Set(kvs.filter(({ value }) => value === '').map(({ key }) => key))
  const missing = variables.find(({ key, required }) => required && empties.has(key))
  return missing && untypedError(`scan ${name} variable ${missing.key} is required`)
}

function brokenBefore({ codehosts, projects }: World, { project, repos }: ZadigScan): Answer | undefined {
  const lost = repos.find(({ codehost }) => codehost && !codehosts.some(({ alias }) => alias === codehost))
  if (lost) return untypedError(`failed to find the code host ${lost.codehost}`)
  if (!projects.includes(project)) return untypedError(`failed to find project ${project}, error: ${noDocuments}`)
  return undefined
}

function brokenAfter(world: World, scan: ZadigScan): Answer | undefined {
  if (scan.image !== undefined && !world.images.includes(scan.image)) {
    return taskFailed(`find basic image: 000000000000000000000000 error: ${noDocuments}`)
  }
  if (scan.scanner === 'other' || sonarOf(world, scan)) return undefined
  return taskFailed(`failed to get sonar integration information to create scanning task, error: ${noDocuments}`)
}
