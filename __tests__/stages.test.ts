import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, symlink, utimes } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Log, Run } from 'sarif'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { projectRoot } from '../sandbox/root.ts'
import { startZadig, type ZadigSandbox } from '../sandbox/zadig/server.ts'
import type { Config, ScanConfig } from '../src/config/config.ts'
import { convertOnly } from '../src/convert-line.ts'
import { endPrograms } from '../src/entry/programs.ts'
import { UserError } from '../src/model/errors.ts'
import { run } from '../src/pipeline.ts'
import { outputs } from '../src/render/outputs.ts'
import { type ExitCodes, findPreset, includesCode, namesOf, type Preset } from '../src/scanners/index.ts'
import { convert } from '../src/stages/convert.ts'
import { wordsOf } from '../src/stages/program.ts'
import { scan } from '../src/stages/scan.ts'
import { closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { gateOf, noPolicy } from './kit/policy.ts'

const environment = { ...process.env }

afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})

const folderWith = async (files: Record<string, string> = {}) => closing(await testHost(files))
const node = process.execPath

const locations = [{ physicalLocation: { artifactLocation: { uri: 'app.js' }, region: { startLine: 1 } } }]
const sarif = (...messages: string[]) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Probe' } },
        results: messages.map((text) => ({ ruleId: 'probe', level: 'error', message: { text }, locations })),
      },
    ],
  })

/** A program that reports the strings that the expression yields. */
const reporting = (expression: string) => `
const messages = ${expression}
const results = messages.map((text) => ({ ruleId: 'probe', message: { text } }))
console.log(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Probe' } }, results }] }))
`

const scanConfig = ({ cwd }: TestHost, more: Partial<ScanConfig> = {}): ScanConfig => ({
  scanners: [],
  scannerArgs: [],
  findingsExitCodes: [0, 1],
  reports: [],
  format: 'auto',
  folder: cwd,
  root: cwd,
  timeoutMs: 60_000,
  ...more,
})

/** What a scan finds out: its runs, and the messages of what went wrong. */
async function scanned(host: TestHost, more: Partial<ScanConfig>) {
  const { reports, problems } = await scan(scanConfig(host, more), host)
  const converted = await convert(reports, host)
  return { runs: converted.runs, problems: [...problems, ...converted.problems].map(({ message }) => message) }
}

const texts = (runs: Run[]) => runs.flatMap(({ results = [] }) => results.map(({ message }) => message.text))
const rules = ({ results = [] }: Run) => results.map(({ ruleId }) => ruleId)

/** A zombie that nobody has fetched yet is gone as well. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

async function isSoon(condition: () => boolean, withinMs = 5000): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs && !condition(); waitedMs += 20)
    await new Promise((resolve) => setTimeout(resolve, 20))
  return condition()
}

describe('A command of the user', () => {
  it.each([0, 1, 7])('that ends with %i, one of the codes for a completed scan, is read', async (code) => {
    const host = await folderWith({ 'probe.mjs': `${reporting("['found']")}\nprocess.exitCode = ${code}` })

    const { runs, problems } = await scanned(host, { command: [node, 'probe.mjs'], findingsExitCodes: [0, 1, 7] })

    expect(problems).toEqual([])
    expect(texts(runs)).toEqual(['found'])
    expect(runs[0]?.invocations?.[0]).toMatchObject({ executionSuccessful: true, exitCode: code })
  })

  it('that ends with any other code is a crash, however good its report looks, and is quoted', async () => {
    const host = await folderWith({ 'crash.mjs': `${reporting("['found']")}\nthrow new Error('out of cheese')` })

    const { runs, problems } = await scanned(host, { command: [node, 'crash.mjs'], findingsExitCodes: [0] })

    expect(runs).toEqual([])
    expect(problems).toEqual([
      expect.stringMatching(
        /ended with exit code 1, which means that it did not complete the scan \(it does with 0\)\. It said:\n[\s\S]*out of cheese/,
      ),
    ])
  })

  it('that says very much is quoted from the end', async () => {
    const host = await folderWith()
    const script = "process.stderr.write('x'.repeat(300000) + 'the end'); process.exitCode = 9"

    const { problems } = await scanned(host, { command: [node, '-e', script] })

    expect(problems[0]).toMatch(/It said:\n…x+the end$/)
    expect(problems[0]?.length).toBeLessThan(4300)
  })

  it('that is killed, or prints nothing, is a problem', async () => {
    const host = await folderWith()

    const killed = await scanned(host, { command: ['sh', '-c', 'echo "{}"; kill -KILL $$'] })
    const silent = await scanned(host, { command: ['sh', '-c', 'echo busy >&2'] })

    expect(killed).toEqual({ runs: [], problems: ['sh was ended by SIGKILL before it had finished. It said nothing.'] })
    expect(silent.problems).toEqual([
      'sh ended with exit code 0 and wrote no report, so nothing is known of the code. It said:\nbusy If it writes a file, name it with `report`.',
    ])
  })

  it('that cannot be started at all is a wrong set-up, and the reason is told', async () => {
    const host = await folderWith({ 'no-right': '#!/bin/sh\n' })
    const reason = async (command: string[]) => {
      const error = await scan(scanConfig(host, { command }), host).catch((thrown: unknown) => thrown)
      expect((error as Error).constructor).toBe(UserError)
      return (error as Error).message
    }

    expect(await reason(['no-such-scanner', '--json'])).toBe(
      '`no-such-scanner` is not installed, or not on the PATH. Install it in an earlier step, or give its path.',
    )
    expect(await reason(['./no-right'])).toMatch(
      /^`\.\/no-right` could not be started \(.*EACCES\)\. .*the right to be executed/,
    )
    expect(await reason(['./no-right/below'])).toMatch(/could not be started \(.*ENOTDIR\)/)
    expect(await reason(['echo', 'x'.repeat(200_000)])).toMatch(
      /could not be started \(.*E2BIG\)\. It was given more files or words/,
    )
  })

  it('never meets a shell: its words arrive as they are', async () => {
    const host = await folderWith({ 'echo.mjs': reporting('process.argv.slice(2)'), 'a.txt': '' })
    const words = ['$(touch hacked)', ';', '*', '|', '`id`', '&&', '"', "'", '', '-e', '$HOME', '日本 😀', 'a\nb']

    const { runs } = await scanned(host, { command: [node, 'echo.mjs', ...words] })

    expect(texts(runs)).toEqual(words)
    expect(existsSync(join(host.cwd, 'hacked'))).toBe(false)
  })

  it('sees the environment without our inputs, the tokens among them', async () => {
    Object.assign(process.env, { 'INPUT_GITHUB-TOKEN': 'a', INPUT_COMMAND: 'b', ZADIG_TOKEN: 'c', MY_INPUT_X: 'd' })
    const host = await folderWith({ 'env.mjs': reporting('Object.keys(process.env)') })

    const names = texts((await scanned(host, { command: [node, 'env.mjs'] })).runs)

    expect(names).toEqual(expect.arrayContaining(['PATH', 'MY_INPUT_X']))
    expect(names.filter((name) => /^(?:INPUT_|ZADIG_TOKEN$)/.test(name!))).toEqual([])
  })

  const children = `
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const stubborn = "trap '' TERM INT HUP; while :; do sleep 0.1; done"
const pids = [
  process,
  spawn('sh', ['-c', stubborn], { stdio: 'ignore' }),
  spawn('sh', ['-c', stubborn], { stdio: 'inherit' }),
  spawn('sh', ['-c', stubborn], { stdio: 'ignore', detached: true }),
]
writeFileSync('pids.tmp', pids.map(({ pid }) => pid).join(' '))
`

  it('that runs too long goes with its whole tree: who ignores SIGTERM, and who has left the group', async () => {
    const script = `${children}\nconsole.error('still at it'); setInterval(() => {}, 1000)`
    const host = await folderWith({ 'slow.mjs': script })
    const started = Date.now()

    const { runs, problems } = await scanned(host, { command: [node, 'slow.mjs'], timeoutMs: 1500 })

    const pids = (await readFile(join(host.cwd, 'pids.tmp'), 'utf8')).split(' ').map(Number)
    expect(runs).toEqual([])
    expect(problems).toEqual([
      expect.stringMatching(
        /had not ended after 1\.5 s, and was stopped\. Raise `scan-timeout`.* It said:\nstill at it$/,
      ),
    ])
    expect(pids).toHaveLength(4)
    expect(await isSoon(() => pids.every(isGone))).toBe(true)
    expect(Date.now() - started).toBeLessThan(12_000)
  })

  it('goes with its tree when we are told to stop ourselves', async () => {
    const host = await folderWith({ 'slow.mjs': `${children}\nsetInterval(() => {}, 1000)` })
    const file = join(host.cwd, 'pids.tmp')

    const work = scanned(host, { command: [node, 'slow.mjs'] })
    await isSoon(() => existsSync(file) && readFileSync(file, 'utf8') !== '')
    await endPrograms()

    const pids = readFileSync(file, 'utf8').split(' ').map(Number)
    expect(pids).toHaveLength(4)
    expect(await isSoon(() => pids.every(isGone), 400)).toBe(true)
    expect((await work).problems).toEqual([expect.stringContaining('was ended by SIGTERM before it had finished.')])
  })

  it('that leaves a daemon behind with its output open does not keep us', async () => {
    const daemon = `
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const { pid } = spawn('sleep', ['60'], { stdio: 'inherit', detached: true })
writeFileSync('pid.tmp', String(pid))
${reporting("['found']")}
process.exit()`
    const host = await folderWith({ 'daemon.mjs': daemon })
    const started = Date.now()

    const { runs, problems } = await scanned(host, { command: [node, 'daemon.mjs'] })

    process.kill(Number(await readFile(join(host.cwd, 'pid.tmp'), 'utf8')), 'SIGKILL')
    expect([texts(runs), problems]).toEqual([['found'], []])
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  it('runs in the working directory, which has to be there', async () => {
    const host = await folderWith({ 'below/where.mjs': reporting('[process.cwd()]'), 'file.txt': '' })
    const folder = join(host.cwd, 'below')

    expect(texts((await scanned(host, { command: [node, 'where.mjs'], folder })).runs)).toEqual([folder])
    for (const wrong of [join(host.cwd, 'lost'), join(host.cwd, 'file.txt')])
      for (const asked of [{ command: [node, 'where.mjs'] }, { scanners: ['eslint'] }, { reports: ['*.json'] }])
        await expect(scanned(host, { ...asked, folder: wrong })).rejects.toThrow(
          `\`working-directory\`: there is no folder ${wrong}. Check it out first, or correct the path.`,
        )
  })
})

describe('Reports in files', () => {
  const writes = (name: string, text: string) => [
    node,
    '-e',
    `fs.writeFileSync(${JSON.stringify(name)}, ${JSON.stringify(text)})`,
  ]

  it('are read when the command has written them, and not when they were there before', async () => {
    const host = await folderWith({ 'old.sarif': sarif('stale'), 'sub/same.sarif': sarif('same') })

    const fresh = await scanned(host, { command: writes('out.sarif', sarif('fresh')), reports: ['out.sarif'] })
    const stale = await scanned(host, { command: [node, '-e', ''], reports: ['old.sarif'] })
    await utimes(join(host.cwd, 'sub/same.sarif'), 1, 1)
    const again = await scanned(host, { command: writes('sub/same.sarif', sarif('same')), reports: ['sub/*.sarif'] })

    expect([texts(fresh.runs), fresh.problems]).toEqual([['fresh'], []])
    expect(fresh.runs[0]?.invocations?.[0]).toMatchObject({ exitCode: 0 })
    expect([stale.runs, stale.problems]).toEqual([
      [],
      [
        'old.sarif was there before, and `command` has not written it. Delete it first, or check where the command writes its report.',
      ],
    ])
    expect([texts(again.runs), again.problems]).toEqual([['same'], []])
  })

  it('that nothing matches are a problem, and those beside them still count once', async () => {
    const host = await folderWith({ 'a.sarif': sarif('one'), '.hidden/b.sarif': sarif('two') })

    const { runs, problems } = await scanned(host, {
      reports: ['*.sarif', 'a.sarif', '.hidden/*', join(host.cwd, 'a.sarif'), 'lost/**/*.xml'],
    })
    const unwritten = await scanned(host, { command: [node, '-e', ''], reports: ['lost.sarif'] })

    expect(texts(runs)).toEqual(['one', 'two'])
    expect(problems).toEqual([
      `No report matches \`lost/**/*.xml\` in ${host.cwd}. Did the scanner run, and write it there?`,
    ])
    expect(unwritten.problems).toEqual([expect.stringContaining('No report matches `lost.sarif`')])
  })

  it('that are no files are refused at once (a FIFO, a folder, a link to nowhere), and those named outright are taken', async () => {
    const host = await folderWith({ 'folder/x.txt': '' })
    execFileSync('mkfifo', [join(host.cwd, 'fifo')])
    await symlink('fifo', join(host.cwd, 'link'))
    await symlink('nowhere', join(host.cwd, 'dangling'))
    const started = Date.now()

    const { runs, problems } = await scanned(host, { reports: ['fifo', 'link', 'folder', 'dangling'] })
    await host.write({ 'odd[1].sarif': sarif('odd') })
    await symlink('odd[1].sarif', join(host.cwd, 'latest.sarif'))
    const meant = await scanned(host, { reports: ['odd[1].sarif', 'latest.sarif'] })
    const beside = await scanned(host, { command: [node, '-e', ''], reports: ['link', 'dangling'] })

    expect(runs).toEqual([])
    expect(problems).toEqual([
      'The folder `folder` holds no file for code scanning whose name ends in `.sarif` or `.sarif.json`. Did the scanner run, and write it there?',
      'fifo is not a regular file.',
      'link is not a regular file.',
      expect.stringMatching(/^dangling cannot be read: .*ENOENT/),
    ])
    expect(beside.problems).toHaveLength(1)
    expect([texts(meant.runs), meant.problems]).toEqual([['odd', 'odd'], []])
    expect(Date.now() - started).toBeLessThan(3000)
  })

  it('in UTF-16, and with a byte order mark, are read as they are meant', async () => {
    const host = await folderWith({ 'bom.sarif': `\uFEFF${sarif('ä')}` })
    const little = Buffer.from(`\uFEFF${sarif('ö')}`, 'utf16le')
    const script =
      "const b = Buffer.from(process.argv[1], 'base64'); fs.writeFileSync('le.sarif', b); fs.writeFileSync('be.sarif', b.swap16())"
    execFileSync(node, ['-e', script, little.toString('base64')], { cwd: host.cwd })

    expect(texts((await scanned(host, { reports: ['bom.sarif', 'le.sarif', 'be.sarif'] })).runs)).toEqual([
      'ä',
      'ö',
      'ö',
    ])
  })
})

describe('The scanner by name', () => {
  const eslintConfig = "export default [{ rules: { 'no-eval': 'error', 'no-var': 'warn' } }]\n"
  const bin = join(projectRoot(), 'node_modules', '.bin', 'eslint')

  /** A project that has ESLint installed, as a workspace's root has. */
  async function project(files: Record<string, string>) {
    const host = await folderWith({ 'package.json': '{"type":"module"}', ...files })
    await mkdir(join(host.cwd, 'node_modules', '.bin'), { recursive: true })
    await symlink(bin, join(host.cwd, 'node_modules', '.bin', 'eslint'))
    return host
  }

  /** Puts a program of this name before all others on the PATH. */
  async function onPath(host: TestHost, name: string, script: string) {
    await host.write({ [`bin/${name}`]: `#!/bin/sh\n${script}\n` })
    chmodSync(join(host.cwd, 'bin', name), 0o755)
    process.env['PATH'] = join(host.cwd, 'bin') + delimiter + process.env['PATH']
  }

  const bad = 'var x = 1\neval("x")\n'

  it('is found in node_modules/.bin above the working directory, and its findings are read', async () => {
    const host = await project({
      'eslint.config.js': eslintConfig,
      'packages/app/bad.js': bad,
      'packages/app/good.js': '',
    })

    const { runs, problems } = await scanned(host, { scanners: ['eslint'], folder: join(host.cwd, 'packages', 'app') })

    expect(problems).toEqual([])
    expect(runs.map(rules)).toEqual([['no-var', 'no-eval']])
    expect(runs[0]?.tool.driver).toMatchObject({ name: 'ESLint', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    expect(runs[0]?.invocations?.[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 })
    expect(host.said.join('\n')).toMatch(
      /ESLint \d+\.\d+\.\d+ is scanning .*app\.\nESLint ended after \d+\.\d s with exit code 1\./,
    )
  })

  it('that finds nothing makes an empty run, and one whose configuration is broken is quoted', async () => {
    const clean = await project({ 'eslint.config.js': eslintConfig, 'good.js': 'export {}\n' })
    const broken = await project({
      'eslint.config.js': 'export default [{ rules: { "no-evil": "loud" } }]',
      'bad.js': bad,
    })

    const found = await scanned(clean, { scanners: ['eslint'] })
    const crashed = await scanned(broken, { scanners: ['eslint'] })

    expect([found.runs.map(rules), found.problems]).toEqual([[[]], []])
    expect(crashed.runs).toEqual([])
    expect(crashed.problems).toEqual([
      expect.stringMatching(/^ESLint ended with exit code 2, .*\(it does with 0 or 1\)\. It said:\n[\s\S]*no-evil/),
    ])
  })

  it('takes flags, and after -- the files to scan in place of its own', async () => {
    const host = await project({ 'eslint.config.js': eslintConfig, 'bad.js': bad, 'other.js': 'eval("1")\n' })
    const found = async (...scannerArgs: string[]) =>
      (await scanned(host, { scanners: ['eslint'], scannerArgs })).runs.map(rules)

    expect(await found('--rule', 'no-eval: off')).toEqual([['no-var']])
    expect(await found('--quiet', '--', 'other.js')).toEqual([['no-eval']])
  })

  it('has to be installed', async () => {
    const host = await folderWith({ 'a.sh': 'echo\n', 'node_modules/.bin/eslint': 'not a program' })
    process.env['PATH'] = host.cwd

    await expect(scanned(host, { scanners: ['shellcheck'] })).rejects.toThrow(
      'ShellCheck is not installed: there is no `shellcheck` in node_modules or on the PATH. Install it: `apt-get install shellcheck`',
    )
    await expect(scanned(host, { scanners: ['eslint'] })).rejects.toThrow(/eslint` could not be started \(.*EACCES\)/)
    await expect(scanned(host, { scanners: ['eslnt'] })).rejects.toThrow(
      'there is no preset `eslnt`. Did you mean `eslint`?',
    )
    await expect(scanned(host, { reports: ['*'], format: 'eslnt' })).rejects.toThrow('there is no format `eslnt`.')
  })

  it('that prints nothing although it prints a list when all is well has crashed', async () => {
    const host = await folderWith({ 'a.sh': 'echo\n' })
    await onPath(host, 'shellcheck', 'exit 0')

    const { runs, problems } = await scanned(host, { scanners: ['shellcheck'] })

    expect(runs).toEqual([])
    expect(problems).toEqual([
      'ShellCheck ended with exit code 0 and wrote no report, so nothing is known of the code. It said nothing.',
    ])
  })

  const probe: Preset = {
    ...findPreset('shellcheck'),
    program: 'probe',
    args: ['--out', '{file}', '--near={folder}/{file}'],
    targets: { globs: ['*.c'] },
  }

  it.each<[string, Partial<Preset>, string[], string]>([
    ['behind --', {}, [], '--out /t/r --near=/t//t/r -- --fix.c a.c'],
    [
      'behind its flags, where -- is no end of them',
      { endsFlags: false },
      ['-x'],
      '--out /t/r --near=/t//t/r -x ./--fix.c ./a.c',
    ],
    ['amid its words', { args: ['-d={target}', 'json'] }, ['-x'], '-d=./--fix.c -d=./a.c json -x'],
    ['as it means them itself', { args: [], targets: { paths: ['./...'] }, endsFlags: false }, ['-x'], '-x ./...'],
    ['by not naming any', { args: ['lint'], targets: { paths: [] } }, ['-x'], 'lint -x'],
    ['that its user named', { args: ['lint'], targets: { paths: [] } }, ['-x', '--', '$&'], 'lint -x -- $&'],
    ['that its user named amid its words', { args: ['-d={target}'] }, ['--', '$&'], '-d=$&'],
  ])('is given what to scan %s', async (_case, more, scannerArgs, words) => {
    const host = await folderWith({ 'a.c': '', '--fix.c': '' })

    expect((await wordsOf({ ...probe, ...more }, 'p', scanConfig(host, { scannerArgs }), '/t/r')).join(' ')).toBe(
      `p ${words}`,
    )
  })

  it.each<[ExitCodes, string, number[], number[]]>([
    [[0, 1], '0, 1', [0, 1], [2, -1]],
    [[{ from: 1, to: 253 }], '1 to 253', [1, 253], [0, 254]],
    [[{ bits: [2, 4, 16] }], 'a sum of 2 and 4 and 16', [2, 4, 6, 22], [0, 1, 3, 8, 32, 34]],
  ])('has completed with the codes %j: %s', (codes, words, those, others) => {
    expect(namesOf(codes)).toBe(words)
    expect(those.filter((code) => !includesCode(codes, code))).toEqual([])
    expect(others.filter((code) => includesCode(codes, code))).toEqual([])
  })

  it('that is silent is believed when its exit code says that all is well, and only then', async () => {
    const host = await folderWith({ code: '0' })
    await onPath(host, 'go', '[ "$1" = version ] || exit "$(cat code)"')

    const clean = await scanned(host, { scanners: ['go-vet'] })
    await host.write({ code: '2' })
    const broken = await scanned(host, { scanners: ['go-vet'] })

    expect([clean.runs.map(rules), clean.problems]).toEqual([[[]], []])
    expect(broken.problems).toEqual([
      'go vet ended with exit code 2 and wrote no report, so nothing is known of the code. It said nothing.',
    ])
  })

  it('that reports on standard error is read from its first line on, and under its own name', async () => {
    const host = await folderWith()
    const lines = 'for i in $(seq 5000); do echo "./a.go:$i:1: a message that is long enough for this" >&2; done'
    await onPath(host, 'go', `[ "$1" = version ] && { echo go version go1.99.1 >&2; exit; }; ${lines}; exit 1`)

    const { runs, problems } = await scanned(host, { scanners: ['go-vet'] })

    expect(problems).toEqual([])
    expect(runs[0]!.results).toHaveLength(5000)
    expect(runs[0]!.tool.driver).toMatchObject({ name: 'go vet', version: '1.99.1' })
    expect(runs[0]!.tool.driver.informationUri).toBeUndefined()
  })

  it('that writes a file has to write it, and what it says elsewhere is quoted', async () => {
    const host = await folderWith()
    await onPath(host, 'cppcheck', 'echo nothing to do; exit $(cat code)')
    await host.write({ code: '0' })
    const unwritten = await scanned(host, { scanners: ['cppcheck'] })
    await host.write({ code: '1' })
    const crashed = await scanned(host, { scanners: ['cppcheck'] })

    expect([...unwritten.problems, ...crashed.problems]).toEqual([
      'Cppcheck ended with exit code 0 and wrote no report, so nothing is known of the code. It said:\nnothing to do',
      'Cppcheck ended with exit code 1, which means that it did not complete the scan (it does with 0). It said:\nnothing to do',
    ])
  })

  it('that has nothing to scan says so', async () => {
    const host = await folderWith()
    await onPath(host, 'shellcheck', 'echo \'{"comments":[]}\'')
    await host.write({ 'node_modules/x/y.sh': '' })

    expect((await scanned(host, { scanners: ['shellcheck'] })).problems).toEqual([
      expect.stringContaining('ShellCheck found nothing to scan: no file in'),
    ])
  })

  it('runs beside others, one run each, and one that crashes does not take them along', async () => {
    const host = await project({
      'eslint.config.js': eslintConfig,
      'bad.js': bad,
      'deep/b.bash': '',
      'a.sh': '',
      'ready.sarif': sarif('ready'),
    })
    const comment =
      '{"file":"a.sh","line":1,"endLine":1,"column":1,"endColumn":2,"level":"info","code":2086,"message":"'
    await onPath(
      host,
      'shellcheck',
      `echo '{"comments":[${comment}'"$*"'"}]}'; [ ! -e crash ] || { echo ouch >&2; exit 4; }`,
    )
    const asked = { scanners: ['eslint', 'shellcheck'], reports: ['ready.sarif'] }

    const both = await scanned(host, asked)
    await host.write({ crash: '' })
    const one = await scanned(host, asked)

    expect(both.problems).toEqual([])
    expect(both.runs.map(rules)).toEqual([['no-var', 'no-eval'], ['SC2086'], ['probe']])
    expect(texts(both.runs)[2]).toBe('--format json1 -- a.sh deep/b.bash')
    expect(one.runs.map(rules)).toEqual([['no-var', 'no-eval'], ['probe']])
    expect(one.problems).toEqual([expect.stringMatching(/^ShellCheck ended with exit code 4, .* It said:\nouch$/)])
  })

  const isInstalled = (environment['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'shellcheck')))
  const itWithShellCheck = isInstalled ? it : it.skip
  itWithShellCheck('reads what the real ShellCheck says (skipped where it is not on the PATH)', async () => {
    const host = await folderWith({ 'a.sh': '#!/bin/sh\necho $1\n', 'clean.sh': '#!/bin/sh\necho\n' })

    const { runs, problems } = await scanned(host, { scanners: ['shellcheck'] })

    expect([runs.map(rules), problems]).toEqual([[['SC2086']], []])
  })
})

describe('The whole line', () => {
  /** The whole configuration of a run that reads reports and asks for nothing remote. */
  function configFor(host: TestHost, more: Partial<Config> = {}): Config {
    return {
      scan: scanConfig(host, { reports: ['*.sarif'] }),
      normalise: { root: host.cwd, folder: host.cwd },
      gate: gateOf({
        failOn: ['high'],
        warnOn: ['medium'],
        maxFindings: 0,
        enforcement: 'block',
        onError: 'fail',
        upload: 'required',
        zadig: 'required',
      }),
      policy: noPolicy(host.cwd),
      compare: { baseline: [], cwd: host.cwd, root: host.cwd },
      report: { summary: true, annotations: 'blocking', root: '.' },
      notices: [],
      secrets: [],
      ...more,
    }
  }

  const uploadTo = ({ url, token, repository }: GitHubSandbox, { cwd }: TestHost): Config['upload'] => ({
    need: 'required',
    apiUrl: url,
    serverUrl: 'https://github.com',
    token,
    repository,
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    root: cwd,
    timeoutMs: 300_000,
    suppressed: 'drop',
    dismissals: 'default-branch',
    overLimit: 'trim',
    earlier: [],
  })

  const zadigAt = ({ url, token }: ZadigSandbox): Config['zadig'] => ({
    need: 'required',
    url,
    token,
    project: 'shop',
    scan: 'shop-codescan',
    repository: { owner: 'octo', name: 'shop', source: 'github', branch: 'main', prs: [] },
    variables: [],
    timeoutMs: 1_800_000,
    queueTimeoutMs: 1_800_000,
    cancelOnAbort: true,
  })

  async function servers(host: TestHost) {
    const github = closing(await startGitHub({ processingMs: 100 }))
    const zadig = closing(await startZadig({ now: host.now, stepMs: 2000 }))
    return { github, zadig }
  }

  const outputsOf = ({ published }: TestHost) => published[0]?.outputs ?? {}

  it('counts the good report beside one that cannot be read, and is no pass', async () => {
    const clean = await folderWith({
      'good.sarif': sarif(),
      'bad.sarif': 'rubbish',
      'cut.sarif': sarif('lost').slice(0, -9),
    })
    const found = await folderWith({ 'good.sarif': sarif('found'), 'bad.sarif': '' })

    const [unknown, failed] = [await run(configFor(clean), clean), await run(configFor(found), found)]

    expect(unknown).toMatchObject({
      verdict: 'error',
      exitCode: 3,
      total: 0,
      reason: expect.stringContaining('The report of bad'),
    })
    expect(unknown.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The report of bad\.sarif cannot be read: /),
      expect.stringMatching(/^The report of cut\.sarif cannot be read: it is not JSON, or it was cut off: /),
    ])
    expect(failed).toMatchObject({ verdict: 'fail', exitCode: 1, total: 1 })
    expect(outputsOf(found)).toMatchObject({ verdict: 'fail', passed: 'false', 'failed-gates': '["scan","findings"]' })
  })

  it('publishes every output, and writes the SARIF that it judged', async () => {
    const host = await folderWith({ 'good.sarif': sarif('found') })
    const { github, zadig } = await servers(host)

    const outcome = await run(configFor(host, { upload: uploadTo(github, host), zadig: zadigAt(zadig) }), host)

    const published = outputsOf(host)
    expect(Object.keys(published).sort()).toEqual(Object.keys(outputs).sort())
    expect(published).toMatchObject({
      verdict: 'fail',
      'exit-code': '1',
      'findings-total': '1',
      'upload-status': 'complete',
      'sarif-id': github.deliveries[0]?.id,
      'zadig-status': 'passed',
      'zadig-task-id': '1',
    })
    const log = JSON.parse(await readFile(published['sarif-path']!, 'utf8')) as Log
    expect(log.runs).toEqual(outcome.runs)
    expect(github.deliveries[0]?.sarif).toEqual(log)
    expect([github.violations, github.refused]).toEqual([[], []])
    expect(host.published).toHaveLength(1)
  })

  it('lets GitHub and Zadig work at the same time', async () => {
    const host = await folderWith({ 'good.sarif': sarif() })
    const github = closing(await startGitHub({ processingMs: 300 }))
    const isUploaded = () => github.deliveries[0]?.status === 'complete'
    // Its clock stands still until GitHub is done, so it cannot be waited for first.
    const zadig = closing(await startZadig({ now: () => (isUploaded() ? host.now() : 0), stepMs: 2000 }))
    let startedMeanwhile = false
    const info = (line: string) => {
      if (line.startsWith('Zadig runs task')) startedMeanwhile = !isUploaded()
    }
    const upload = { ...uploadTo(github, host)!, timeoutMs: 1e9, queueTimeoutMs: 1e9 }

    const config = configFor(host, { upload, zadig: { ...zadigAt(zadig)!, timeoutMs: 1e9 } })
    const outcome = await run(config, { ...host, log: { ...host.log, info } })

    expect(outcome).toMatchObject({ verdict: 'pass', exitCode: 0 })
    expect(startedMeanwhile).toBe(true)
  })

  it('writes its report although GitHub and Zadig refuse, and never passes then', async () => {
    const host = await folderWith({ 'good.sarif': sarif() })
    const { github, zadig } = await servers(host)
    const upload = { ...uploadTo(github, host)!, token: 'wrong' }
    const scanInZadig = { ...zadigAt(zadig)!, token: 'wrong' }

    const outcome = await run(configFor(host, { upload, zadig: scanInZadig }), host)

    expect(outcome).toMatchObject({ verdict: 'error', exitCode: 3, reason: 'The upload failed.' })
    expect(outputsOf(host)).toMatchObject({
      'upload-status': 'error',
      'zadig-status': 'error',
      'failed-gates': '["upload","zadig"]',
    })
    expect(host.published[0]?.summary).toContain('The token is not valid')
  })

  it.each([
    ['required', 'error', 3],
    ['optional', 'warn', 0],
  ] as const)('does not pass over an upload (%s) that is never processed', async (need, verdict, exitCode) => {
    const host = await folderWith({ 'good.sarif': sarif() })
    const { github } = await servers(host)
    github.faults.push({ path: /\/sarifs\//, status: 200, body: '<html>complete</html>', times: 999 })
    const upload = { ...uploadTo(github, host)!, need, timeoutMs: 10_000 }
    const config = configFor(host, { upload })

    const outcome = await run({ ...config, gate: { ...config.gate, upload: { given: need, otherwise: need } } }, host)

    expect(outcome).toMatchObject({ verdict, exitCode })
    expect(outputsOf(host)).toMatchObject({ 'upload-status': 'pending' })
  })

  it('uploads nothing when the scanner crashed', async () => {
    const host = await folderWith()
    const { github } = await servers(host)
    const crash = scanConfig(host, { command: ['sh', '-c', 'exit 9'] })

    const outcome = await run(configFor(host, { scan: crash, upload: uploadTo(github, host) }), host)

    expect(outcome).toMatchObject({ verdict: 'error', exitCode: 3, sarifPath: undefined })
    expect(github.requests).toEqual([])
  })

  it('can be Zadig alone', async () => {
    const host = await folderWith()
    const { zadig } = await servers(host)

    const outcome = await run(configFor(host, { scan: undefined, zadig: zadigAt(zadig) }), host)

    expect(outcome).toMatchObject({ verdict: 'pass', runs: [], upload: { status: 'skipped' } })
  })

  it('cannot write its SARIF where a file or a folder is in the way, and then sends nothing', async () => {
    const host = await folderWith({ 'good.sarif': sarif(), 'folder/x': '' })
    const { github, zadig } = await servers(host)
    const remote = { upload: uploadTo(github, host), zadig: zadigAt(zadig) }
    for (const sarifOutput of [join(host.cwd, 'good.sarif', 'out.sarif'), join(host.cwd, 'folder')]) {
      const report = { summary: true, annotations: 'off' as const, root: '.', sarifOutput }
      const work = run(configFor(host, { ...remote, report }), host)

      await expect(work).rejects.toThrow(UserError)
      await expect(work).rejects.toThrow(`The SARIF cannot be written to ${sarifOutput}: `)
    }
    expect([...github.requests, ...zadig.requests].filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('makes the folder that the SARIF goes to', async () => {
    const host = await folderWith({ 'good.sarif': sarif('found') })
    const sarifOutput = join(host.cwd, 'new', 'folder', 'out.json')

    await run(configFor(host, { report: { summary: true, annotations: 'off', root: '.', sarifOutput } }), host)

    expect(JSON.parse(await readFile(sarifOutput, 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  it('keeps a token that a tool prints out of the SARIF and out of what it is quoted with', async () => {
    const host = await folderWith({ 'leaky.sarif': sarif('the token is s3cret-token-value') })
    host.mask(['s3cret-token-value'])

    await run(
      configFor(host, {
        report: { summary: true, annotations: 'off', root: '.', sarifOutput: join(host.cwd, 'out.json') },
      }),
      host,
    )

    const written = await readFile(join(host.cwd, 'out.json'), 'utf8')
    expect(written).toContain('the token is ***')
    expect(written).not.toContain('s3cret-token-value')
  })

  it('is short when it only converts', async () => {
    const host = await folderWith({ 'good.sarif': sarif('found'), 'bad.sarif': '{' })
    const files = { reports: ['*.sarif', 'lost.sarif'], folder: host.cwd, format: 'auto' }

    const { runs, problems } = await convertOnly(files, { root: host.cwd, folder: host.cwd, toolName: 'Mine' }, host)

    expect(runs.map(({ tool }) => tool.driver.name)).toEqual(['Mine'])
    expect(problems.map(({ message }) => message.split(' ').slice(0, 4).join(' '))).toEqual([
      'No report matches `lost.sarif`',
      'The report of bad.sarif',
    ])
  })
})
