import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Log } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { optionNames } from '../src/config/options.ts'
import { converters } from '../src/converters/index.ts'
import { version } from '../src/model/version.ts'
import { presets } from '../src/scanners/index.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { noMultitool, ruleSetErrors, schemaErrors } from './kit/referees.ts'

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
    expect(stdout).toMatch(/high\s+src\/price\.js:5\s+no-eval\s+`eval` can be harmful\./)
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
  const reports = converters.flatMap(({ id }) => fixturesOf(id).map(({ name }) => ({ id, name })))
  const pathOf = ({ id, name }: { id: string; name: string }) => join(root, '__tests__', 'converters', id, name)

  it.each(reports)('recognises $name and prints SARIF that passes the schema', (report) => {
    const { status, stdout } = run(folder(), ['convert', '--format', 'auto', pathOf(report)])

    expect(status).toBe(0)
    expect(schemaErrors(JSON.parse(stdout))).toEqual([])
  })

  const itAsks = noMultitool ? it.skip : it
  itAsks(`prints SARIF in which Microsoft's rules for GitHub find no error${noMultitool ?? ''}`, async () => {
    const cwd = folder()
    for (const report of reports) {
      const { stdout } = run(cwd, ['convert', '--format', 'auto', pathOf(report)])
      writeFileSync(join(cwd, `${report.id}-${report.name}.sarif`), stdout)
    }

    const errors = await ruleSetErrors(readdirSync(cwd).map((name) => join(cwd, name)))

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
