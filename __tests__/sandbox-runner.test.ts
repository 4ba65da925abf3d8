import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { ActionResult, ActionRun } from '../sandbox/runner/runner.ts'
import { runAction } from '../sandbox/runner/runner.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const metadata = `
name: Test
inputs:
  with-default: { default: medium }
  no-default: { description: nothing }
  bare:
  spaced name: { default: a b }
  flag: { default: true }
  empty: { default: '' }
  github-token: { default: '\${{ github.token }}' }
  where: { default: 'at \${{ github.repository }}@\${{ github.sha }} by \${{github.Event_Name}}' }
  matrix: { default: '\${{ toJson(matrix) }}' }
  matrix-too: { default: '\${{ toJSON( matrix ) }}' }
  old: { deprecationMessage: Use new. }
outputs:
  declared: { description: yes }
runs: { using: node24, main: dist/main.mjs }
`

async function folder(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'sandbox-runner-')))
  folders.push(path)
  return path
}

async function action(script: string, yaml = metadata): Promise<string> {
  const path = await folder()
  await mkdir(join(path, 'dist'))
  await writeFile(join(path, 'action.yml'), yaml)
  await writeFile(join(path, 'dist/main.mjs'), `import fs from 'node:fs'\n${script}`)
  return path
}

async function run(script: string, options: Partial<ActionRun> = {}): Promise<ActionResult> {
  const workspace = options.workspace ?? (await folder())
  const result = await runAction(await action(script), { ...options, workspace })
  folders.push(result.temp)
  return result
}

/** Runs an action that writes these lines, as a scanner's output would come. */
function prints(lines: string[], options: Partial<ActionRun> = {}): Promise<ActionResult> {
  return run(`process.stdout.write(${JSON.stringify(`${lines.join('\n')}\n`)})`, options)
}

async function environment(options: Partial<ActionRun> = {}): Promise<Record<string, string>> {
  const { raw } = await run('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))', options)
  return JSON.parse(raw)
}

describe('inputs', () => {
  it('become variables: defaults for absent keys, empty for given empty, unknown ones too', async () => {
    const given = { 'with-default': '', 'No-Default': 'x', unknown: 'y', old: 'z' }
    const names = ['WITH-DEFAULT', 'NO-DEFAULT', 'BARE', 'SPACED_NAME', 'FLAG', 'EMPTY', 'UNKNOWN', 'OLD']
    const script = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => process.env['INPUT_' + name])))`

    const { raw, unknownInputs, annotations, conclusion } = await run(script, { with: given })

    expect(JSON.parse(raw)).toEqual(['', 'x', '', 'a b', 'true', '', 'y', 'z'])
    expect(unknownInputs).toEqual(['unknown'])
    expect(annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: Not inputs of this action: unknown; it has with-default, /),
      'warning: `old`: Use new.',
    ])
    expect(conclusion).toBe('success')
  })

  it('evaluates the expressions in defaults, and hides the token', async () => {
    const script = `console.log(process.env['INPUT_GITHUB-TOKEN'], process.env.INPUT_WHERE)
      console.log(process.env.INPUT_MATRIX + '|' + process.env['INPUT_MATRIX-TOO'])`
    const github = { repository: 'a/b', sha: 'f00', token: 'ghs_secret' }

    const without = await run(script, { github, event: { name: 'pull_request', payload: {} } })
    const within = await run(script, { matrix: { os: 'linux', node: [20] } })

    expect(without.raw).toBe('ghs_secret at a/b@f00 by pull_request\nnull|null\n')
    expect(without.log).toBe('*** at a/b@f00 by pull_request\nnull|null')
    expect(without.masks).toEqual([])
    const matrix = '{\n  "os": "linux",\n  "node": [\n    20\n  ]\n}'
    expect(within.raw).toContain(`\n${matrix}|${matrix}\n`)
  })

  it.each([
    [
      `inputs: { x: { default: '\${{ github.nothing }}' } }\nruns: { using: node20, main: dist/main.mjs }`,
      /github\.nothing/,
    ],
    [`inputs: { x: { default: '\${{ env.HOME }}' } }\nruns: { using: node20, main: dist/main.mjs }`, /env\.HOME/],
    ['runs: { using: composite, steps: [] }', /`runs.using` is `composite`/],
    ['runs: { using: node20, main: gone.js }', /main file does not exist: .*gone\.js/],
    ['', /`runs.using` is `undefined`/],
  ])('refuses %j', async (yaml, message) => {
    await expect(runAction(await action('', yaml), { workspace: tmpdir() })).rejects.toThrow(message)
  })

  it('refuses a folder without an action and a node that is not there', async () => {
    const workspace = await folder()

    await expect(runAction(workspace, { workspace })).rejects.toThrow('There is no action.yml')
    await expect(run('', { temp: workspace, node: join(workspace, 'node') })).rejects.toThrow('ENOENT')
  })
})

describe('the environment', () => {
  it('is the runner’s own, never the whole of ours', async () => {
    process.env['SANDBOX_RUNNER_LEAK'] = 'leaked'
    const workspace = await folder()

    const env = await environment({
      workspace,
      env: { MINE: '1', GITHUB_SHA: 'forged' },
    })
    delete process.env['SANDBOX_RUNNER_LEAK']

    expect(env).toMatchObject({
      cwd: workspace,
      MINE: '1',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_REPOSITORY_OWNER: 'octo',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SHA: expect.stringMatching(/^[0-9a-f]{40}$/),
      GITHUB_API_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKFLOW_REF: 'octo/shop/.github/workflows/ci.yml@refs/heads/main',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'scan',
      GITHUB_BASE_REF: '',
      GITHUB_HEAD_REF: '',
      PATH: process.env['PATH'],
    })
    expect(env).not.toHaveProperty('SANDBOX_RUNNER_LEAK')
    expect(env).not.toHaveProperty('GITHUB_TOKEN')
    expect(env['HOME']).not.toBe(process.env['HOME'])
  })

  it('tells what the run says about itself', async () => {
    const temp = await folder()
    const script = `const e = process.env
      console.log(JSON.stringify([fs.readFileSync(e.GITHUB_EVENT_PATH, 'utf8'), e.RUNNER_TEMP, e.GITHUB_REF_NAME, e.GITHUB_API_URL,
        e.GITHUB_WORKFLOW, e.GITHUB_JOB, e.GITHUB_RUN_ID, e.GITHUB_ACTOR, e.GITHUB_BASE_REF, e.GITHUB_HEAD_REF, e.GITHUB_EVENT_NAME]))
      fs.writeFileSync(e.RUNNER_TEMP + '/left', 'kept')`
    const github = {
      ref: 'refs/pull/7/merge',
      apiUrl: 'http://h/api',
      workflow: 'W',
      job: 'j',
      runId: '9',
      actor: 'a',
      baseRef: 'b',
      headRef: 'h',
    }

    const { raw } = await run(script, { temp, github, event: { name: 'pull_request', payload: { number: 7 } } })

    expect(JSON.parse(raw)).toEqual([
      '{"number":7}',
      temp,
      '7/merge',
      'http://h/api',
      'W',
      'j',
      '9',
      'a',
      'b',
      'h',
      'pull_request',
    ])
    expect(await readFile(join(temp, 'left'), 'utf8')).toBe('kept')
  })
})

describe('workflow commands', () => {
  it('are read in both syntaxes and on both streams', async () => {
    const script = `console.log('  ::error file=src/a.ts,line=3,title=T%3A1%2C2::50%25 of %0Atwo')
      console.error('text ##[warning file=b.ts;line=4;col=2]semi%3B%5D')
      console.error('::NOTICE::loud')
      console.log('text ::error::not at the start')
      console.log('::unknown::stays')
      console.log('##[unknown]##[error]only the first counts')
      process.stdout.write('progress 10%\\r::notice::after a carriage return\\r\\n')
      process.stdout.write('::warning::no line end')`

    const { annotations, log, raw } = await run(script)

    const sorted = annotations.map(({ level, message, ...place }) => ({ [`${level}: ${message}`]: place }))
    expect(sorted).toHaveLength(5)
    expect(Object.assign({}, ...sorted)).toEqual({
      'error: 50% of \ntwo': { file: 'src/a.ts', startLine: 3, title: 'T:1,2' },
      'warning: semi;]': { file: 'b.ts', startLine: 4, startColumn: 2 },
      'notice: loud': {},
      'notice: after a carriage return': {},
      'warning: no line end': {},
    })
    for (const line of [
      'Error: 50% of ',
      'two',
      'Warning: semi;]',
      'text ::error::not at the start',
      '::unknown::stays',
    ]) {
      expect(log.split('\n')).toContain(line)
    }
    expect(log).toContain('##[unknown]##[error]only the first counts')
    expect(raw).toContain('##[warning file=b.ts;line=4;col=2]semi%3B%5D')
  })

  it('name places as the runner repairs them', async () => {
    const workspace = await folder()
    const places = [
      ['file=/elsewhere/a.ts,endLine=4', { file: '/elsewhere/a.ts', startLine: 4, endLine: 4 }],
      [`file=${workspace}/src/a.ts,line=1,endLine=2,col=3,endColumn=4`, { file: 'src/a.ts', startLine: 1, endLine: 2 }],
      ['line=2,endLine=2,col=3,endColumn=9', { startLine: 2, endLine: 2, startColumn: 3, endColumn: 9 }],
      ['line=2,endColumn=9', { startLine: 2, startColumn: 9, endColumn: 9 }],
      ['col=3', {}],
      ['line=5,endLine=4', {}],
      ['line=5,col=4,endColumn=3', { startLine: 5 }],
      ['line=x,title=', {}],
    ] as const

    const { annotations } = await prints(
      places.map(([properties]) => `::notice ${properties}::m`),
      { workspace },
    )

    expect(annotations).toEqual(places.map(([, place]) => ({ level: 'notice', message: 'm', ...place })))
  })

  it('keep ten annotations of a level, each cut at 4096 characters', async () => {
    const errors = Array.from({ length: 12 }, (_, index) => `::error::${index}`)

    const { annotations, droppedAnnotations, log, exitCode, conclusion } = await prints([
      ...errors,
      `::warning::${'w'.repeat(5000)}`,
    ])

    expect(annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      ...'0123456789',
    ])
    expect(annotations.at(-1)?.message).toBe('w'.repeat(4096))
    expect(droppedAnnotations).toBe(2)
    expect(log).toContain('Error: 11')
    expect([exitCode, conclusion]).toEqual([0, 'success'])
  })

  it('group the log, hide debug lines and strip colours', async () => {
    const lines = [
      '::debug::hidden',
      '::group::One',
      'in one',
      '##[group]Two',
      'in two',
      '::endgroup::',
      '\u001b[31mred\u001b[0m',
      '::echo::on',
      '::group::Three',
      '::echo::off',
    ]

    const quiet = await prints(lines)
    const loud = await prints(lines.slice(0, 1), { env: { RUNNER_DEBUG: '1' } })

    expect(quiet.log.split('\n')).toEqual([
      '▾ One',
      '  in one',
      '▾ Two',
      '  in two',
      'red',
      '::group::Three',
      '▾ Three',
      '  ::echo::off',
    ])
    expect(loud.log).toBe('Debug: hidden')
  })

  it('are text between `stop-commands` and its token', async () => {
    const lines = [
      '::stop-commands::Token-4711',
      '::error::no',
      '##[add-mask]no',
      '::stop-commands::x',
      '::token-4711::',
      '::error::yes',
      '::Token-4711::',
    ]

    const { annotations, masks, log } = await prints(lines)

    expect(annotations).toEqual([{ level: 'error', message: 'yes' }])
    expect(masks).toEqual([])
    expect(log.split('\n')).toEqual([
      '::stop-commands::***',
      '::error::no',
      '##[add-mask]no',
      '::stop-commands::x',
      '::token-4711::',
      'Error: yes',
      '::***::',
    ])
  })

  it.each(['pause-logging', 'Error', ''])('refuse %j as a token, and the step fails', async (token) => {
    const { conclusion, exitCode, annotations } = await prints([
      `::stop-commands::${token}`,
      '::error::still a command',
    ])

    expect([conclusion, exitCode]).toEqual(['failure', 0])
    expect(annotations.at(-1)?.message).toBe('still a command')
  })

  it('hide masks from the next line on, line by line, in log and annotations', async () => {
    const lines = [
      'early s3cret',
      '::add-mask::s3cret',
      '##[add-mask]one%0Atwo',
      '::add-mask:: ',
      'late s3cret, s3crets3cret, one',
      '::error title=two::s3cret%0Atwo',
    ]

    const { log, annotations, masks, raw } = await prints(lines, { secrets: ['from-start'], env: {} })

    expect(log.split('\n')).toEqual([
      'early s3cret',
      expect.stringMatching(/^Warning: /),
      'late ***, ***, ***',
      'Error: ***',
      '***',
    ])
    expect(annotations.at(-1)).toEqual({ level: 'error', message: '***\n***', title: '***' })
    expect(masks).toEqual(['s3cret', 'one\ntwo'])
    expect(raw).toContain('late s3cret')
  })

  it('take outputs and state the old way, and refuse what once changed the environment', async () => {
    const result = await prints([
      '::set-output name=declared::1',
      '::save-state name=s::2',
      '::add-matcher::x.json',
      '::set-env name=A::1',
    ])

    expect(result).toMatchObject({
      outputs: { declared: '1' },
      state: { s: '2' },
      envChanges: {},
      conclusion: 'failure',
    })
    expect(result.annotations.map(({ level }) => level)).toEqual(['error', 'error'])
    expect(result.log).not.toContain('add-matcher')
  })
})

describe('command files', () => {
  const write = (word: string, text: string) =>
    `fs.appendFileSync(process.env.GITHUB_${word}, ${JSON.stringify(text)})\n`

  it('carry outputs, state, variables and paths', async () => {
    const result = await run(
      write('OUTPUT', 'declared=a=b<<c\n\nblock<<EOF\nline 1\r\n\nx=y\nEOF\nempty<<E\nE\n') +
        write('STATE', 'kept=1\n') +
        write('ENV', 'A=1\nnode_options=--require evil\n') +
        write('PATH', '/opt/bin\n\n/opt/more\n'),
    )

    expect(result).toMatchObject({
      outputs: { declared: 'a=b<<c', block: 'line 1\r\n\nx=y', empty: '' },
      undeclaredOutputs: ['block', 'empty'],
      state: { kept: '1' },
      envChanges: { A: '1' },
      addedPaths: ['/opt/bin', '/opt/more'],
      conclusion: 'success',
    })
    expect(result.annotations).toEqual([{ level: 'error', message: 'node_options cannot be set for later steps.' }])
  })

  it.each([
    ['open<<EOF\nnever closed\n', /block of `open` never ends: there is no line `EOF`/],
    ['nonsense\n', /`nonsense` is neither/],
    ['<<EOF\nx\nEOF\n', /lacks a name or a delimiter/],
  ])('fail the step when they hold %j', async (text, message) => {
    const { outputs, conclusion, annotations } = await run(write('OUTPUT', `first=1\n${text}`))

    expect([outputs, conclusion]).toEqual([{ first: '1' }, 'failure'])
    expect(annotations.at(-1)?.message).toMatch(message)
  })

  it('survive being deleted', async () => {
    const { outputs, summary, conclusion } = await run(
      "for (const word of ['OUTPUT', 'STEP_SUMMARY']) fs.rmSync(process.env['GITHUB_' + word])",
    )

    expect({ outputs, summary, conclusion }).toEqual({ outputs: {}, summary: '', conclusion: 'success' })
  })

  it('carry a summary of up to 1 MiB, with masks applied', async () => {
    const mebibyte = 1024 * 1024
    const fill = (bytes: number) =>
      `fs.writeFileSync(process.env.GITHUB_STEP_SUMMARY, 's3cret\\n' + 'x'.repeat(${bytes} - 7))\n`

    const full = await run(`console.log('::add-mask::s3cret')\n${fill(mebibyte)}`)
    const over = await run(fill(mebibyte + 1))

    expect(full.summary).toHaveLength(mebibyte - 3)
    expect(full.summary.startsWith('***\nxxx')).toBe(true)
    expect(over).toMatchObject({ summary: '', exitCode: 0, conclusion: 'success' })
    expect(over.annotations).toEqual([{ level: 'error', message: expect.stringContaining('at most 1024 KiB') }])
  })

  it('lose empty, secret and oversized outputs on the way out of the job', async () => {
    const some = await run(`console.log('::add-mask::s3cret')\n${write('OUTPUT', 'a=1\nb=\nc=my s3cret\n')}`)
    const many = await run("fs.writeFileSync(process.env.GITHUB_OUTPUT, 'big=' + 'x'.repeat(600 * 1024) + '\\n')")

    expect(some.outputs).toEqual({ a: '1', b: '', c: 'my s3cret' })
    expect(some.jobOutputs).toEqual({ a: '1' })
    expect(some.annotations).toEqual([{ level: 'warning', message: expect.stringContaining('`c`') }])
    expect(many.jobOutputs).toEqual({})
    expect(many.annotations).toMatchObject([{ level: 'error' }])
  })
})

describe('the process', () => {
  it('ends a step by its exit code', async () => {
    const { exitCode, conclusion, durationMs, timedOut } = await run('process.exitCode = 3')

    expect({ exitCode, conclusion, timedOut }).toEqual({ exitCode: 3, conclusion: 'failure', timedOut: false })
    expect(durationMs).toBeGreaterThan(0)
  })

  it('is killed with all its children when time is up', async () => {
    const file = join(await folder(), 'beat')
    const beat = `setInterval(() => require('fs').writeFileSync(${JSON.stringify(file)}, String(Date.now())), 20)`
    const script = `import { spawn } from 'node:child_process'
      spawn(process.execPath, ['-e', ${JSON.stringify(beat)}], { detached: true, stdio: 'inherit' })
      console.log('started')
      setInterval(() => {}, 1000)`

    const { exitCode, timedOut, conclusion, log } = await run(script, { timeoutMs: 1500 })
    const lastBeat = () =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      )
    const last = await lastBeat()
    await new Promise((resolve) => setTimeout(resolve, 150))

    expect({ exitCode, timedOut, conclusion }).toEqual({ exitCode: 137, timedOut: true, conclusion: 'failure' })
    expect(log).toMatch(/^started\nError: The action was stopped/)
    expect(await lastBeat()).toBe(last)
  })

  it('is interrupted first when the job is cancelled', async () => {
    const controller = new AbortController()
    const ready = join(await folder(), 'ready')
    const script = `process.on('SIGINT', () => { console.log('interrupted'); process.exit(130) })
      fs.writeFileSync(${JSON.stringify(ready)}, '')
      setInterval(() => {}, 1000)`

    const running = run(script, { signal: controller.signal })
    while (!(await stat(ready).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, 10))
    controller.abort()
    const { exitCode, log, timedOut } = await running

    expect({ exitCode, log, timedOut }).toEqual({ exitCode: 130, log: 'interrupted', timedOut: false })
  })
})
