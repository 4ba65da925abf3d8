import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub } from './github/server.ts'
import { projectRoot } from './root.ts'
import { type ActionResult, runAction } from './runner/runner.ts'
import { startZadig } from './zadig/server.ts'

interface Story {
  title: string
  /** A folder of examples/. */
  source: string
  /** How the scan in Zadig ends; absent when none is run. */
  zadigEnds?: string
  verdict: string
  exitCode: number
}

const stories: Story[] = [
  { title: 'Source with an eval: the gate fails', source: 'failing', verdict: 'fail', exitCode: 1 },
  {
    title: 'Clean source, and Zadig agrees: the gate passes',
    source: 'passing',
    zadigEnds: 'passed',
    verdict: 'pass',
    exitCode: 0,
  },
  {
    title: 'Clean source, but the scan in Zadig fails',
    source: 'passing',
    zadigEnds: 'failed',
    verdict: 'fail',
    exitCode: 1,
  },
]

const root = projectRoot()
let wrong = 0
for (const story of stories) {
  const result = await tell(story)
  const isExpected = result.outputs['verdict'] === story.verdict && result.exitCode === story.exitCode
  if (!isExpected) wrong += 1
  show(story, result, isExpected)
}
console.log(
  wrong === 0 ? 'All three verdicts are the expected ones.' : `${wrong} of ${stories.length} verdicts are wrong.`,
)
process.exitCode = wrong === 0 ? 0 : 1

/** Runs the bundled action on a copy of the example, in a repository of its own, against servers on this machine. */
async function tell({ source, zadigEnds }: Story): Promise<ActionResult> {
  const workspace = mkdtempSync(join(tmpdir(), 'codescan-gate-demo-'))
  const sha = checkOut(source, workspace)
  const github = await startGitHub()
  const scan = {
    project: 'shop',
    name: 'shop-codescan',
    repos: [{ owner: 'octo', name: 'shop', branch: 'main', source: 'github' }],
  }
  const zadig = await startZadig({ scans: [{ ...scan, ending: zadigEnds }] })
  try {
    return await runAction(root, {
      workspace,
      with: { scanner: 'eslint', 'fail-on': 'high', ...(zadigEnds && zadigInputs(zadig)) },
      event: { name: 'push', payload: {} },
      github: { repository: github.repository, sha, ref: 'refs/heads/main', token: github.token, apiUrl: github.url },
    })
  } finally {
    await Promise.all([github.close(), zadig.close()])
    rmSync(workspace, { recursive: true, force: true })
  }
}

function checkOut(source: string, workspace: string): string {
  cpSync(join(root, 'examples', source), workspace, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'))
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...words], {
      cwd: workspace,
      encoding: 'utf8',
    })
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '--all', '--', ':!node_modules')
  git('commit', '--quiet', '--message', 'The source of the demo')
  return git('rev-parse', 'HEAD').trim()
}

function zadigInputs({ url, token }: { url: string; token: string }): Record<string, string> {
  return { 'zadig-url': url, 'zadig-token': token, 'zadig-project': 'shop', 'zadig-scan': 'shop-codescan' }
}

function show({ title }: Story, result: ActionResult, isExpected: boolean): void {
  const outputs = Object.entries(result.outputs).map(([name, value]) => `${name}=${value}`)
  const sections = [
    ['The log, as GitHub shows it', result.log],
    ['The job summary', result.summary],
    ['The outputs', outputs.join('\n')],
  ]
  console.log(`\n=== ${title} ===\n`)
  for (const [name, text] of sections) console.log(`--- ${name} ---\n${text?.trim()}\n`)
  console.log(
    `Exit code ${result.exitCode}, verdict ${result.outputs['verdict']}: ${isExpected ? 'as expected' : 'NOT as expected'}.`,
  )
}
