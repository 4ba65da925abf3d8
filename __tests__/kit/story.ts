import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Log } from 'sarif'
import type { Fault } from '../../sandbox/faults.ts'
import { type GitHubOptions, type GitHubSandbox, startGitHub } from '../../sandbox/github/server.ts'
import { projectRoot } from '../../sandbox/root.ts'
import { type ActionResult, runAction } from '../../sandbox/runner/runner.ts'
import { startZadig, type ZadigSandbox, type ZadigScan } from '../../sandbox/zadig/server.ts'

const root = projectRoot()

/** A checkout, servers, and a step of a workflow that runs the bundled action on them. */
export interface Story {
  source?: 'failing' | 'passing'
  files?: Record<string, string | Uint8Array>
  inputs: Record<string, string>
  github?: GitHubOptions
  /** Extra facts about the scan in Zadig; absent when no Zadig is wanted. */
  zadig?: Partial<ZadigScan> & { faults?: Fault[]; token?: string }
  ref?: string
  /** What GitHub says the commit is, when it is not the one that is checked out. */
  sha?: string
  baseRef?: string
  event?: { name: string; payload: object }
  actor?: string
  env?: Record<string, string>
  matrix?: object
  node?: string
  /** Inputs of a step of the same job that ran before. */
  earlier?: Record<string, string>
  /** Done before the step: to the checkout, and to the servers. */
  prepare?(place: { workspace: string; git: Git; github: GitHubSandbox }): void | Promise<void>
}

type Git = (...words: string[]) => string

export interface Told {
  result: ActionResult
  github: GitHubSandbox
  zadig: ZadigSandbox
  sha: string
  sarif?: Log
}

/** The bundle, run by the runner on a checkout of its own against servers of its own. */
export async function tell(story: Story): Promise<Told> {
  const workspace = mkdtempSync(join(tmpdir(), 'action-'))
  const git: Git = (...words) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
      cwd: workspace,
      encoding: 'utf8',
    })
  checkOut(workspace, story, git)
  const sha = git('rev-parse', 'HEAD').trim()
  const github = await startGitHub(story.github)
  const { faults = [], token, ...scan } = story.zadig ?? {}
  const zadig = await startZadig({ faults, scans: [{ ...shopScan, ...scan }] })
  const zadigInputs = {
    'zadig-url': zadig.url,
    'zadig-token': token ?? zadig.token,
    'zadig-project': 'shop',
    'zadig-scan': 'shop-codescan',
  }
  await story.prepare?.({ workspace, git, github })
  const step = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
    runAction(root, {
      workspace,
      with: { ...(story.zadig && zadigInputs), ...inputs },
      env: { ...story.env, ...env },
      node: story.node,
      matrix: story.matrix,
      event: story.event ?? { name: story.baseRef ? 'pull_request' : 'push', payload: {} },
      github: {
        repository: github.repository,
        sha: story.sha ?? sha,
        ref: story.ref ?? 'refs/heads/main',
        baseRef: story.baseRef,
        actor: story.actor,
        token: github.token,
        apiUrl: github.url,
        workflowRef: 'octo/shop/.github/workflows/scan.yml@refs/heads/main',
        job: 'scan',
      },
    })
  const before = story.earlier && (await step(story.earlier))
  const result = await step(story.inputs, before?.envChanges)
  const path = result.outputs['sarif-path']
  const sarif = path ? (JSON.parse(readFileSync(path, 'utf8')) as Log) : undefined
  await Promise.all([github.close(), zadig.close()])
  rmSync(workspace, { recursive: true, force: true })
  for (const { temp } of [result, ...(before ? [before] : [])]) rmSync(temp, { recursive: true, force: true })
  return { result, github, zadig, sha, sarif }
}

const shopScan: ZadigScan = {
  project: 'shop',
  name: 'shop-codescan',
  repos: [{ owner: 'octo', name: 'shop', branch: 'main', source: 'github' }],
}

function checkOut(workspace: string, { source, files = {} }: Story, git: Git): void {
  if (source) cpSync(join(root, 'examples', source), workspace, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), content)
  }
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'))
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '--all', '--', ':!node_modules')
  git('commit', '--quiet', '--allow-empty', '--message', 'source')
}
