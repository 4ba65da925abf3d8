import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Log } from 'sarif'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { projectRoot } from '../sandbox/root.ts'
import { optionNames } from '../src/config/options.ts'
import { converters } from '../src/converters/index.ts'
import { version } from '../src/model/version.ts'
import { presets } from '../src/scanners/index.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { noMultitool, ruleSetErrors, schemaErrors } from './kit/referees.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'

const root = projectRoot()
const cli = join(root, 'dist', 'cli', 'index.js')
const folders: string[] = []

function folder(files: Record<string, string> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'cli-'))
  folders.push(made)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

/** A real ESLint project: sources of the examples, and ESLint where npm would have put it. */
function project(source: 'failing' | 'passing', files: Record<string, string> = {}): string {
  const made = folder()
  cpSync(join(root, 'examples', source), made, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  mkdirSync(join(made, 'node_modules'))
  symlinkSync(join(root, 'node_modules', '.bin'), join(made, 'node_modules', '.bin'))
  return made
}

function run(cwd: string, args: string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  // npm puts this project's own tools on the PATH; a user's PATH has none of them.
  const PATH = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((part) => !part.includes('node_modules'))
    .join(delimiter)
  return spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME: cwd, ...env },
    timeout: 60_000,
  })
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

describe('codescan-gate run --scanner eslint', () => {
  it('prints what blocks, writes the SARIF, and exits with 1', () => {
    const { status, stdout } = run(project('failing'), ['run', '--scanner', 'eslint', '--fail-on', 'high'])

    expect(status).toBe(1)
    expect(stdout).toMatch(
      /high\s+src\/price\.js:5:\d+\s+no-eval\s+`eval` can be harmful\.\n {5}5 \| .*eval.*\n {7}\| +\^+\n/,
    )
    expect(stdout).toMatch(/FAIL: 2 findings at or above high\.\n$/)
    const sarif = JSON.parse(readFileSync(/^SARIF: (.+)$/m.exec(stdout)![1]!, 'utf8')) as Log
    expect(sarif.runs[0]!.results).toHaveLength(3)
  })

  it('exits with 0 for clean source, as the default command too', () => {
    const cwd = project('passing')

    expect(run(cwd, ['run', '--scanner', 'eslint', '--fail-on', 'high']).status).toBe(0)
    expect(run(cwd, ['--scanner', 'eslint']).stdout).toMatch(/PASS: no findings at or above high\.\n$/)
  })

  it('exits with 3 and shows what ESLint said when its configuration is broken', () => {
    const cwd = project('passing', { 'eslint.config.mjs': 'export default [{ rules: { nonsense: "perhaps" } }]' })

    const { status, stdout } = run(cwd, ['run', '--scanner', 'eslint'])

    expect(status).toBe(3)
    expect(stdout).toMatch(/ESLint ended with exit code 2/)
    expect(stdout).toMatch(/nonsense/)
  })

  it('exits with 2 and says what to install when there is no ESLint', () => {
    const { status, stderr } = run(folder(), ['run', '--scanner', 'eslint'])

    expect(status).toBe(2)
    expect(stderr).toMatch(/ESLint is not installed.*npm install --save-dev eslint/)
  })

  it('tolerates as many findings as max-findings says', () => {
    const cwd = project('failing')

    expect(run(cwd, ['run', '--scanner', 'eslint', '--max-findings', '2']).status).toBe(0)
    expect(run(cwd, ['run', '--scanner', 'eslint', '--max-findings', '1']).status).toBe(1)
  })

  it('takes findings that were written into a folder below the checkout as files of the repository', () => {
    const cwd = project('failing')
    spawnSync('git', ['init', '--quiet'], { cwd })

    const { stdout } = run(join(cwd, 'src'), ['run', '--scanner', 'eslint'])

    expect(stdout).toMatch(/src\/price\.js:5/)
  })
})

describe('codescan-gate convert', () => {
  // One of each format: the contract test reads all of them, without starting a process a report.
  const reports = converters.map(({ id }) => fixturesOf(id).find(({ entries = 0 }) => entries > 0)!)
  const pathOf = ({ id, name }: { id: string; name: string }) => join(root, '__tests__', 'converters', id, name)
  const printed = new Map<string, string>()

  it.each(reports)('recognises $id and prints SARIF that passes the schema', (report) => {
    const { status, stdout } = run(folder(), ['convert', pathOf(report)])
    printed.set(report.id, stdout)

    expect(status).toBe(0)
    expect(schemaErrors(JSON.parse(stdout))).toEqual([])
  })

  const itAsks = noMultitool ? it.skip : it
  itAsks(`prints SARIF in which Microsoft's rules for GitHub find no error${noMultitool ?? ''}`, async () => {
    const files = Object.fromEntries([...printed].map(([id, text]) => [`${id}.sarif`, text]))
    const cwd = folder(files)

    const errors = await ruleSetErrors(Object.keys(files).map((name) => join(cwd, name)))

    expect(errors).toEqual([])
  })

  it('puts several reports into one log, a run each', () => {
    const report = (name: string) => JSON.stringify([{ filePath: name, messages: [], errorCount: 0 }])
    const cwd = folder({ 'a.json': report('a.js'), 'b.json': report('b.js') })

    const { stdout } = run(cwd, ['convert', '*.json'])

    expect((JSON.parse(stdout) as Log).runs).toHaveLength(2)
  })

  it('prints nothing and exits with 3 when one of them cannot be read', () => {
    const cwd = folder({ 'a.json': '[{"filePath":"a.js","messages":[],"errorCount":0}]', 'b.json': '[{"fileP' })

    const { status, stdout, stderr } = run(cwd, ['convert', 'a.json', 'b.json'])

    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/The report of b\.json cannot be read: it is not JSON, or it was cut off/)
  })

  it('does not fail when the reader goes away', async () => {
    const many = JSON.stringify([
      {
        filePath: 'a.js',
        errorCount: 0,
        messages: Array.from({ length: 5000 }, () => ({ ruleId: 'x', severity: 1, message: 'm', line: 1 })),
      },
    ])
    const cwd = folder({ 'a.json': many })
    const child = spawn(process.execPath, [cli, 'convert', 'a.json'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += chunk))

    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))

    expect([status, stderr]).toEqual([0, ''])
  })
})

describe('A mistake of the user', () => {
  const mistakes: [string, string[], number, RegExp][] = [
    ['an unknown flag', ['run', '--scaner', 'eslint'], 2, /unknown option '--scaner'\s+\(Did you mean --scanner\?\)/],
    ['an unknown command', ['scna'], 2, /error/],
    ['an unknown scanner', ['run', '--scanner', 'eslnt'], 2, /there is no preset `eslnt`\. Did you mean `eslint`\?/],
    [
      'an unknown format',
      ['run', '--report', 'x', '--format', 'eslnt'],
      2,
      /there is no format `eslnt`\. Did you mean `eslint`\?/,
    ],
    ['a bad duration', ['run', '--scanner', 'eslint', '--scan-timeout', '0s'], 2, /`scan-timeout`: .*90s, 15m or 1h/],
    ['a bad word', ['run', '--report', 'x', '--fail-on', 'hihg'], 2, /Did you mean `high`\?/],
    ['a shell in the command', ['run', '--command', 'eslint . | tee x'], 2, /`\|` needs a shell, and none is started/],
    ['a program that is not there', ['run', '--command', 'no-such-scanner'], 2, /`no-such-scanner` is not installed/],
    [
      'an upload without a place',
      ['run', '--report', 'x', '--upload', 'required'],
      2,
      /The upload needs `github-token`, `repository`/,
    ],
    ['nothing to do', ['run'], 2, /There is nothing to do/],
    ['a command that there is not', ['scan'], 2, /'run'/],
    ['no report', ['run', '--report', 'x.json'], 3, /No report matches `x\.json`/],
    ['no report to convert', ['convert', 'x.json'], 3, /No report matches `x\.json`/],
    [
      'a working directory that is not there',
      ['run', '--scanner', 'eslint', '--working-directory', 'nowhere'],
      2,
      /nowhere/,
    ],
  ]

  it.each(mistakes)('%s: one clear sentence and its exit code', (_, args, code, sentence) => {
    const { status, stdout, stderr } = run(folder(), args)

    expect(status).toBe(code)
    expect(stdout + stderr).toMatch(sentence)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })
})

describe('The CLI', () => {
  it('has a flag for every option of the table', () => {
    const { status, stdout } = run(folder(), ['run', '--help'])

    expect(status).toBe(0)
    for (const name of optionNames) expect(stdout).toContain(`--${name} <`)
  })

  it('lists its formats and scanners, and says its version', () => {
    expect(
      run(folder(), ['formats'])
        .stdout.split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...converters.map(({ id }) => id), ''])
    expect(
      run(folder(), ['scanners'])
        .stdout.split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...presets.map(({ id }) => id), ''])
    expect(run(folder(), ['--version']).stdout).toBe(`${version}\n`)
  })

  // A lone command and the text of `--help` are quick ways; `help` makes all commands.
  it.each(['', 'convert', 'gate', 'alerts'])('helps with %j by `--help` as it does by `help`', (name) => {
    const words = name === '' ? [] : [name]
    const { status, stdout } = run(folder(), [...words, '--help'])

    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: codescan-gate /)
    expect(stdout).toBe(run(folder(), ['help', ...words]).stdout)
  })

  it('believes nothing of the environment inside Zadig but its secrets', () => {
    const env = {
      ZADIG: 'true',
      GITHUB_REPOSITORY: 'evil/repo',
      GITHUB_API_URL: 'https://evil.example',
      GITHUB_TOKEN: 'a-token-of-ours',
      GITHUB_REF: 'refs/heads/x',
    }

    const { status, stderr } = run(folder(), ['run', '--report', 'x', '--upload', 'required'], env)

    expect(status).toBe(2)
    expect(stderr).toMatch(/The upload needs `repository`, `ref`, `sha`/)
  })

  it('ends what it started and exits with 143 when it is told to stop', async () => {
    const cwd = folder({ 'sleep.mjs': 'console.error(process.pid); setInterval(() => {}, 1000)' })
    const child = spawn(process.execPath, [cli, 'run', '--command', 'node sleep.mjs'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    while (!said.includes('is scanning')) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 300))

    child.kill('SIGTERM')
    const status = await new Promise((resolve) => child.on('exit', resolve))

    expect(status).toBe(143)
    expect(said).toMatch(/Interrupted by SIGTERM/)
  })

  it('keeps words of a command as they are', () => {
    const cwd = folder({
      'echo.mjs':
        'console.log(JSON.stringify([{ filePath: process.argv[2], messages: [{ ruleId: "r", severity: 2, message: process.argv[3] }], errorCount: 1 }]))',
    })

    const { stdout } = run(cwd, ['run', '--command', `node echo.mjs a.js '$(id) ; *'`])

    expect(stdout).toContain('$(id) ; *')
  })
})

describe('codescan-gate upload, alerts, analyses', () => {
  const sha = '0123456789abcdef0123456789abcdef01234567'
  let github: GitHubSandbox
  let cwd: string

  beforeAll(async () => {
    github = await startGitHub({ processingMs: 10 })
    const results = ['a.js', 'b.js'].map((uri) => resultAt(uri, 1, { level: 'error' }))
    cwd = folder({ 'r.sarif': logOf(runOf('T', results)), 'later.sarif': logOf(runOf('T', results.slice(1))) })
  })
  afterAll(() => github.close())

  /** Like `run`, while the server in this process goes on answering. */
  async function ask(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, GITHUB_TOKEN: github.token },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    return { status: status as number, stdout, stderr }
  }
  const there = () => ['--repository', github.repository, '--github-api-url', github.url]
  const uploading = () => ['--ref', 'refs/heads/main', '--sha', sha, '--category', 'c', ...there()]

  it('uploads a report, waits, and judges the upload alone', async () => {
    const { status, stdout } = await ask('upload', 'r.sarif', ...uploading())

    expect(stdout).toMatch(/PASS: .*upload processed\.\n$/)
    expect(status).toBe(0)
    expect(github.deliveries).toMatchObject([{ status: 'complete', commitSha: sha, ref: 'refs/heads/main' }])
  })

  it('says with 3 that an upload came to nothing, and with 2 that something is missing', async () => {
    const refused = await ask('upload', 'r.sarif', ...uploading(), '--github-token', 'wrong')
    const lacking = await ask('upload', 'r.sarif', '--ref', 'refs/heads/main', '--sha', sha)

    expect([refused.status, lacking.status]).toEqual([3, 2])
    expect(refused.stdout + refused.stderr).toMatch(/The token is not valid/)
    expect(lacking.stderr).toMatch(/The upload needs `repository`/)
  })

  it('lists, shows, dismisses and reopens alerts', async () => {
    const list = await ask('alerts', 'list', ...there())
    const dismissed = await ask('alerts', 'dismiss', '1', '--reason', 'wont-fix', '--comment', 'as agreed', ...there())
    const left = await ask('alerts', 'list', '--json', ...there())
    const shown = await ask('alerts', 'show', '1', ...there())
    const reopened = await ask('alerts', 'reopen', '1', ...there())
    const all = await ask('alerts', 'list', '--json', '--state', 'open', ...there())
    const unknown = await ask('alerts', 'show', '99', ...there())

    expect(list.stdout).toMatch(/a\.js:1/)
    expect([list, dismissed, left, shown, reopened].map(({ status }) => status)).toEqual([0, 0, 0, 0, 0])
    expect(JSON.parse(left.stdout)).toMatchObject([{ number: 2 }])
    expect(shown.stdout).toMatch(/won't fix[\s\S]*as agreed/)
    expect(JSON.parse(all.stdout)).toHaveLength(2)
    expect(unknown.status).toBe(3)
    expect(unknown.stderr).toMatch(/There is no alert 99/)
  })

  it('F47: lists, shows and deletes analyses', async () => {
    await ask('upload', 'later.sarif', ...uploading())
    const list = await ask('analyses', 'list', '--json', ...there())
    const [newest] = JSON.parse(list.stdout) as { id: number }[]
    const sarif = await ask('analyses', 'show', String(newest!.id), '--sarif', ...there())
    const unsure = await ask('analyses', 'delete', String(newest!.id), '--all', ...there())
    const deleted = await ask('analyses', 'delete', '1', '--all', '--confirm-delete', ...there())
    const none = await ask('analyses', 'list', '--json', ...there())

    expect((JSON.parse(sarif.stdout) as Log).runs[0]!.results).toHaveLength(1)
    expect(unsure.status).not.toBe(0)
    expect(unsure.stderr).toMatch(/--confirm-delete/)
    expect([deleted.status, none.status]).toEqual([0, 0])
    expect(JSON.parse(none.stdout)).toEqual([])
    expect(github.violations).toEqual([])
  })
})
