import type { Answer } from '../http.ts'
import { badRequest, createFailed, empty, json, noDocuments, panic, untypedError } from './answers.ts'
import type { Call } from './call.ts'
import { bool, decode, int, list, nullable, string, struct } from './decode.ts'
import type { ZadigRepo } from './scan.ts'
import type { World } from './world.ts'
import { mayDo, scanOf } from './world.ts'

interface Definition {
  project_key: string
  name: string
  description: string
  scanner_type: string
  image_name: string
  sonar_system: string
  repo_info: (RepoInfo | undefined)[]
  addons: ({ name: string; version: string } | undefined)[]
  sonar_parameter: string
  script: string
  prelaunch_script: string
  enable_quality_gate: boolean
  advanced_settings: { cluster_name: string; webhooks: Webhooks | undefined } | undefined
}

interface Webhooks {
  enabled: boolean
  hook_list: ({ codehost_name: string } | undefined)[]
}

interface RepoInfo {
  codehost_name: string
  repo_namespace: string
  repo_name: string
  branch: string
}

const place = { codehost_name: string, repo_namespace: string, repo_name: string, branch: string }

// Fields that are never used are read all the same: their types matter.
const readSettings = struct({
  cluster_name: string,
  strategy_name: string,
  timeout: int,
  resource_spec: struct({ cpu_limit: int, memory_limit: int, cpu_req: int, memory_req: int, gpu_limit: string }),
  webhooks: nullable(
    struct({
      enabled: bool,
      hook_list: list(nullable(struct({ ...place, events: list(string), match_folders: list(string) }))),
    }),
  ),
})

const readDefinition = struct<Definition>({
  project_key: string,
  name: string,
  description: string,
  scanner_type: string,
  image_name: string,
  sonar_system: string,
  repo_info: list(nullable(struct({ ...place, pr: int, prs: list(int), enable_commit: bool, commit_id: string }))),
  addons: list(nullable(struct({ name: string, version: string }))),
  sonar_parameter: string,
  script: string,
  prelaunch_script: string,
  enable_quality_gate: bool,
  advanced_settings: nullable(readSettings),
})

// Zadig, setting/consts.go; the name is lowered first.
const scanName = /^[a-z\u4e00-\u9fa5][a-z0-9\u4e00-\u9fa5-]{0,31}$/

/** `POST /openapi/quality/codescan`. A body that cannot be read gets a bare 400, whatever else has happened. */
export function createScan({ world, user, request }: Call): Answer {
  const { value: definition, failed } = decode(request.body, readDefinition)
  const answer = refusalOf(definition) ?? (mayDo(user, definition.project_key, 'create') ? undefined : empty(403))
  const outcome = answer ?? convertAndStore(world, definition)
  return failed ? empty(400) : outcome
}

function refusalOf(definition: Definition): Answer | undefined {
  if (!definition.name) return badRequest('scanning name cannot be empty')
  if (!definition.project_key) return badRequest('project key cannot be empty')
  if (!definition.image_name) return badRequest('image name cannot be empty')
  if (['sonarQube', 'other'].includes(definition.scanner_type)) return undefined
  return badRequest('scanner_type can only be sonarQube or other')
}

/** An unknown image and an unknown project pass; they break the runs later. */
function convertAndStore(world: World, definition: Definition): Answer {
  const { behaviour, clusters } = world
  const { advanced_settings: settings, name } = definition
  if (!knowsSonar(world, definition)) return untypedError("didn't find the sonar integration of given name")
  if (!settings) return panic
  if (!clusters.includes(settings.cluster_name)) {
    return untypedError(`failed to find cluster of name: ${settings.cluster_name}, the error is: ${noDocuments}`)
  }
  const lost = lostHookHost(world, settings.webhooks)
  if (lost) return untypedError(`failed to find codehost with name [${lost}], error is: ${noDocuments}`)
  const repos = reposOf(world, definition)
  if (!Array.isArray(repos)) return repos
  if (behaviour.checksNames && !scanName.test(name.toLowerCase())) {
    return createFailed(
      `name [${name}] cannot be used to generate a workflow job name, it must match ${scanName.source}`,
    )
  }
  if (behaviour.panicsOnCreate) return panic
  if (scanOf(world, definition.project_key, name)) return createFailed(duplicate(definition))
  store(world, definition, repos)
  return json({ message: 'success' })
}

function knowsSonar({ behaviour, sonarSystems }: World, { scanner_type, sonar_system }: Definition): boolean {
  if (scanner_type !== 'sonarQube') return true
  if (!behaviour.namesSonar) return sonarSystems.length > 0
  return sonarSystems.some(({ identity }) => identity === sonar_system)
}

/** Up to 4.1, where there are webhooks at all. */
function lostHookHost({ behaviour, codehosts }: World, webhooks: Webhooks | undefined): string | undefined {
  if (!webhooks?.enabled || behaviour.panicsOnCreate) return undefined
  const names = webhooks.hook_list.flatMap((hook) => (hook ? [hook.codehost_name] : []))
  return names.find((name) => !codehosts.some(({ alias }) => alias === name))
}

function reposOf({ codehosts }: World, { repo_info }: Definition): ZadigRepo[] | Answer {
  const repos: ZadigRepo[] = []
  for (const repo of repo_info) {
    if (!repo) return panic
    const { codehost_name: codehost, repo_namespace: owner, repo_name: name, branch } = repo
    const host = codehosts.find(({ alias }) => alias === codehost)
    if (!host) {
      const where = `codehostName: [${codehost}], repoName[${name}]`
      return untypedError(
        `failed to convert user repository input info into system repository, ${where}, err: ${noDocuments}`,
      )
    }
    repos.push({ owner, name, branch, source: host.source, codehost })
  }
  return repos
}

function duplicate({ project_key, name }: Definition): string {
  const key = `{ project_name: "${project_key}", name: "${name}" }`
  return `E11000 duplicate key error collection: zadig.scanning index: project_name_1_name_1 dup key: ${key}`
}

function store({ behaviour, scans }: World, definition: Definition, repos: ZadigRepo[]): void {
  const isSonar = definition.scanner_type === 'sonarQube'
  scans.push({
    project: definition.project_key,
    name: definition.name,
    scanner: isSonar ? 'sonarQube' : 'other',
    repos,
    image: definition.image_name,
    ...(isSonar && behaviour.namesSonar ? { sonarSystem: definition.sonar_system } : {}),
    sonarProjectKey: /^\s*sonar\.projectKey\s*=\s*(\S+)/m.exec(definition.sonar_parameter)?.[1],
    // A SonarQube scan's own script is thrown away in favour of the one before it.
    definition: isSonar ? { ...definition, script: definition.prelaunch_script } : definition,
  })
}
