import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionRun } from './action-run.ts'
import type { CommandFiles } from './file-commands.ts'

/** The folders and files of one step, below RUNNER_TEMP as on a real machine. */
export interface Places {
  temp: string
  home: string
  tools: string
  event: string
  commands: CommandFiles
}

export async function makePlaces({ temp, event }: ActionRun): Promise<Places> {
  const root = temp ?? (await mkdtemp(join(tmpdir(), 'runner-')))
  const [home, tools, commands, workflow] = ['_home', '_tools', '_runner_file_commands', '_github_workflow'].map(
    (name) => join(root, name),
  ) as [string, string, string, string]
  for (const folder of [home, tools, commands, workflow]) await mkdir(folder, { recursive: true })
  const places: Places = {
    temp: root,
    home,
    tools,
    event: join(workflow, 'event.json'),
    commands: {
      OUTPUT: join(commands, 'set_output'),
      ENV: join(commands, 'set_env'),
      PATH: join(commands, 'add_path'),
      STATE: join(commands, 'save_state'),
      STEP_SUMMARY: join(commands, 'step_summary'),
    },
  }
  await writeFile(places.event, JSON.stringify(event?.payload ?? {}))
  for (const file of Object.values(places.commands)) await writeFile(file, '')
  return places
}

/** The `github` context, with a small shop's push to main where the run says nothing. */
export function githubContext({ github = {}, event, workspace }: ActionRun): Record<string, string> {
  const { repository = 'octo/shop', ref = 'refs/heads/main', workflow = 'CI' } = github
  return {
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    sha: github.sha ?? '0123456789abcdef0123456789abcdef01234567',
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    token: github.token ?? 'ghs_sandbox',
    // Nobody listens there: a test that forgets its own server must not reach the real one.
    api_url: github.apiUrl ?? 'http://127.0.0.1:9',
    server_url: github.serverUrl ?? 'https://github.com',
    workflow,
    workflow_ref: github.workflowRef ?? `${repository}/.github/workflows/ci.yml@${ref}`,
    job: github.job ?? 'scan',
    run_id: github.runId ?? '1',
    run_number: '1',
    run_attempt: '1',
    actor: github.actor ?? 'octocat',
    triggering_actor: github.actor ?? 'octocat',
    base_ref: github.baseRef ?? '',
    head_ref: github.headRef ?? '',
    event_name: event?.name ?? 'push',
    action: '__self',
    workspace,
  }
}

/** All the process gets to see: the runner's variables and the step's own, nothing of ours but PATH. */
export function environmentOf(run: ActionRun, places: Places, inputs: Record<string, string>): Record<string, string> {
  const { token, ...github } = githubContext(run)
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: places.home,
    CI: 'true',
    ...run.env,
    GITHUB_ACTIONS: 'true',
    ...prefixed('GITHUB_', github),
    GITHUB_GRAPHQL_URL: `${github['api_url']}/graphql`,
    GITHUB_EVENT_PATH: places.event,
    ...prefixed('GITHUB_', places.commands),
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[platform() as string] ?? 'Linux',
    RUNNER_ARCH: arch().toUpperCase(),
    RUNNER_NAME: 'sandbox',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: places.tools,
    ...inputs,
  }
}

function prefixed(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name.toUpperCase(), value]))
}
