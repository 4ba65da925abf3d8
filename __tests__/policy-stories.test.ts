import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Log, Result, Run } from 'sarif'
import type { Fault } from '../sandbox/faults.ts'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { projectRoot } from '../sandbox/root.ts'
import { detectBuild } from '../src/config/build.ts'
import { toConfig } from '../src/config/config.ts'
import { type Raw, readOptions } from '../src/config/read.ts'
import { initialise } from '../src/entry/init-command.ts'
import { NotEvaluated, UserError } from '../src/model/errors.ts'
import type { Outcome } from '../src/model/outcome.ts'
import { learn } from '../src/pipeline.ts'
import { closeAll, closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'

afterEach(closeAll)

const policyFile = '.github/codescan-gate.yml'
const strict = 'version: 1\ngates: [{id: strict, max: 0}]\n'
const lax = 'version: 1\ngates: [{id: lax, max: 99}]\n'
const error = (uri = 'a.js', more: Partial<Result> = {}) => resultAt(uri, 1, { level: 'error', ...more })

interface Repository {
  host: TestHost
  git(...words: string[]): string
  commit(files: Record<string, string>): Promise<void>
}

async function repositoryWith(files: Record<string, string>): Promise<Repository> {
  const host = await closing(await testHost())
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
      cwd: host.cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  const commit = async (changed: Record<string, string>) => {
    await host.write(changed)
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'change')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  await commit({ 'a.js': 'one\n', ...files })
  return { host, git, commit }
}

interface Job {
  event?: string
  options?: Raw
  github?: GitHubSandbox
}

/** The gate over one finding of level error, on a pull request into main. */
async function judged(
  { host, git }: Repository,
  { event = 'pull_request', options, github }: Job = {},
): Promise<Outcome> {
  await host.write({ 'out.sarif': logOf(runOf('Tool', [error()])) })
  const environment = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main',
    GITHUB_SHA: git('rev-parse', 'HEAD'),
    GITHUB_BASE_REF: event === 'pull_request' ? 'main' : undefined,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_WORKSPACE: host.cwd,
    GITHUB_API_URL: github?.url,
  }
  const token = github && { 'github-token': github.token }
  const given = readOptions({ report: 'out.sarif', upload: 'off', 'new-only': '', ...token, ...options })
  const around = { build: detectBuild(environment, {}), cwd: host.cwd, uploadByDefault: 'off', ask: host.ask } as const
  return (await learn(await toConfig(given, around), host)).outcome
}

const gatesOf = ({ counted }: Outcome) => counted.map(({ gate }) => gate).join()
const saidBy = ({ notices = [] }: Outcome) => notices.join('\n')

describe('On a pull request the base’s policy decides', () => {
  /** A branch of main, with what it changes of the policy; `null` deletes it. */
  async function branch(base: string | undefined, head: string | null | undefined): Promise<Repository> {
    const repository = await repositoryWith(base === undefined ? {} : { [policyFile]: base })
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    repository.git('checkout', '--quiet', '-b', 'topic')
    if (head === null) repository.git('rm', '--quiet', policyFile)
    await repository.commit(head ? { [policyFile]: head } : { 'b.js': 'x' })
    return repository
  }

  it.each<[case_: string, base: string | undefined, head: string | null | undefined, gates: string, said: RegExp]>([
    ['the head leaves it alone', lax, undefined, 'lax', /The policy is .*, as main has it\.(?![\s\S]*After the merge)/],
    ['the head loosens it', strict, lax, 'strict', /After the merge the verdict would be PASS/],
    ['the head makes it stricter', lax, strict, 'lax', /After the merge the verdict would be FAIL/],
    ['the head deletes it', lax, null, 'lax', /After the merge the verdict would be/],
    ['the head adds one', undefined, lax, 'findings,warnings', /After the merge the verdict would be PASS/],
    ['the head breaks it', lax, 'version: 1\ngate: []', 'lax', /and breaks it: .*codescan-gate\.yml:2:1: .*gates/],
    ['the head makes it a lock that its inputs loosen', lax, 'version: 1\nsettings: {lock: true}', 'lax', /breaks it/],
  ])('%s', async (...[, base, head, gates, said]) => {
    const outcome = await judged(await branch(base, head))

    expect(gatesOf(outcome)).toBe(gates)
    expect(saidBy(outcome)).toMatch(said)
  })

  it('`policy-ref: head` lets the head decide', async () => {
    const outcome = await judged(await branch(strict, lax), { options: { 'policy-ref': 'head' } })

    expect([gatesOf(outcome), outcome.verdict]).toEqual(['lax', 'pass'])
  })

  it('a base that has a broken one is wrong set-up, and the head cannot help it', async () => {
    await expect(judged(await branch('version: 2', strict))).rejects.toThrow(
      /codescan-gate\.yml of main:1:1: .*version/,
    )
  })

  it('a push has its own policy', async () => {
    const outcome = await judged(await branch(strict, lax), { event: 'push' })

    expect([gatesOf(outcome), outcome.verdict]).toEqual(['lax', 'pass'])
  })

  it('the checkout may be a folder of the repository', async () => {
    const repository = await branch(undefined, undefined)
    await repository.commit({ [`sub/${policyFile}`]: strict })
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    const options = { 'checkout-path': 'sub', report: resolve(repository.host.cwd, 'out.sarif') }

    expect(gatesOf(await judged(repository, { options }))).toBe('strict')
  })

  it('that Git cannot show the base is not "the base has none"', async () => {
    const repository = await branch(strict, lax)
    const tree = repository.git('rev-parse', 'refs/remotes/origin/main^{tree}')
    repository.git('pack-refs', '--all')
    await repository.host.write({ [`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}.gone`]: '' })
    execFileSync('rm', ['-f', join(repository.host.cwd, '.git/objects', tree.slice(0, 2), tree.slice(2))])

    await expect(judged(repository)).rejects.toThrow(NotEvaluated)
  })

  it('a file that was asked for and that nobody has is wrong set-up', async () => {
    await expect(judged(await branch(undefined, undefined), { options: { policy: 'gone.yml' } })).rejects.toThrow(
      /there is no file gone\.yml/,
    )
  })
})

describe('Where the checkout lacks the base, GitHub is asked', () => {
  const contents = (status: number): Fault => ({
    path: /contents/,
    times: 99,
    status,
    body: { message: 'Resource not accessible by integration' },
  })

  async function ask(files: Record<string, string>, head: string | undefined, faults: Fault[] = []): Promise<Outcome> {
    const github = await closing(await startGitHub({ files }))
    github.faults.push(...faults)
    const repository = await repositoryWith(head === undefined ? {} : { [policyFile]: head })
    return judged(repository, { github })
  }

  it('and its version decides', async () => {
    const outcome = await ask({ [`${policyFile}@main`]: strict }, lax)

    expect([gatesOf(outcome), outcome.verdict]).toEqual(['strict', 'fail'])
    expect(saidBy(outcome)).toMatch(/After the merge the verdict would be PASS/)
  })

  it('404: the base has none, so that the head’s does not decide', async () => {
    expect(gatesOf(await ask({}, lax))).toBe('findings,warnings')
  })

  it('404 of a token that sees nothing of the branch is not "the base has none"', async () => {
    const hidden = { ...contents(404), body: { message: 'Not Found' } }
    await expect(ask({ [`${policyFile}@main`]: strict }, lax, [hidden])).rejects.toThrow(
      /no files of that branch in octo\/shop \(404\).*contents: read/,
    )
    expect(saidBy(await ask({}, undefined, [hidden]))).toMatch(/Whether main has a policy is not known/)
  })

  it.each([403, 500])(
    '%i: not evaluated where the head has one; else told',
    async (status) => {
      await expect(ask({}, lax, [contents(status)])).rejects.toThrow(NotEvaluated)
      expect(saidBy(await ask({}, undefined, [contents(status)]))).toMatch(/Whether main has a policy is not known/)
    },
    120_000,
  )

  it('without a token: not evaluated, with what to do', async () => {
    await expect(judged(await repositoryWith({ [policyFile]: lax }))).rejects.toThrow(/fetch-depth: 0.*policy-ref/)
  })

  it('a policy in another repository decides alone', async () => {
    const github = await closing(
      await startGitHub({ owner: 'acme', repo: 'rules', files: { 'gates/default.yml@v3': strict } }),
    )
    const repository = await repositoryWith({ [policyFile]: lax })
    const of = (policy: string) => judged(repository, { github, options: { policy } })
    const outcome = await of('acme/rules/gates/default.yml@v3')

    expect(gatesOf(outcome)).toBe('strict')
    expect(saidBy(outcome)).toMatch(/The policy is acme\/rules\/gates\/default\.yml@v3/)
    await expect(of('acme/rules/gates/gone.yml@v3')).rejects.toThrow(/knows no file gates\/gone\.yml at v3/)
    await expect(judged(repository, { options: { policy: 'acme/rules/x.yml@v3' } })).rejects.toThrow(UserError)
  })
})

describe('The command line', () => {
  // `npm run compile` makes another one, for whoever does not want to wait for the bundle.
  const cli = join(projectRoot(), process.env['CODESCAN_GATE_CLI'] ?? 'dist/cli/index.js')
  const run = ({ cwd }: TestHost, ...words: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [cli, ...words], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, TMPDIR: cwd },
      timeout: 100_000,
    })
  const place = async (files: Record<string, string>) => closing(await testHost(files))
  const two = runOf('Tool', [error('a.js', { ruleId: 'x' }), error('b.js', { ruleId: 'y', level: 'warning' })])
  const read = <T>(host: TestHost, file: string) => JSON.parse(readFileSync(join(host.cwd, file), 'utf8')) as T

  it.each<[case_: string, files: Record<string, string>, words: string[], exitCode: number, said: RegExp]>([
    ['a violation', { 's.sarif': logOf(two) }, ['gate', 's.sarif'], 1, /FAIL/],
    ['none', { 's.sarif': logOf(runOf('Tool', [])) }, ['gate', 's.sarif'], 0, /PASS/],
    ['no report', {}, ['gate', 's.sarif'], 3, /s\.sarif/],
    ['a report that is cut off', { 's.sarif': logOf(two).slice(0, -9) }, ['gate', 's.sarif'], 3, /s\.sarif/],
    [
      'a broken policy',
      { 's.sarif': logOf(two), [policyFile]: 'version: 1\ngates: {}' },
      ['gate', 's.sarif'],
      2,
      /codescan-gate\.yml:2:1/,
    ],
    ['a policy', { 's.sarif': logOf(two), [policyFile]: lax }, ['gate', 's.sarif'], 0, /PASS/],
    [
      'a locked policy, which asks for an upload',
      {
        's.sarif': logOf(two),
        'p.yml':
          'version: 1\nsettings: {lock: true}\nsources: {upload: required, zadig: required}\ngates: [{id: a, max: 9}]',
      },
      ['gate', '--policy', 'p.yml', 's.sarif'],
      0,
      /PASS/,
    ],
    [
      'what loosens a locked policy',
      { 's.sarif': logOf(two), 'p.yml': 'version: 1\nsettings: {lock: true}\ngates: [{id: a}]' },
      ['gate', '--policy', 'p.yml', '--enforcement', 'off', 's.sarif'],
      2,
      /locked.*enforcement/,
    ],
    [
      'shards, as one',
      { 'x/1.sarif': logOf(runOf('Tool', [error('a.js')])), 'x/2.sarif': logOf(runOf('Tool', [error('b.js')])) },
      ['gate', '--max-findings', '1', 'x/*.sarif'],
      1,
      /2 findings/,
    ],
  ])('gate: %s', async (...[, files, words, exitCode, said]) => {
    const { status, stdout, stderr } = run(await place(files), ...words)

    expect([status, stderr]).toEqual([exitCode, expect.anything()])
    expect(stdout + stderr).toMatch(said)
  })

  it('baseline: create, gate by it, update, prune', async () => {
    const host = await place({ 's.sarif': logOf(two) })
    const gate = () =>
      run(host, 'gate', '--baseline', '.scan/base.sarif', '--new-only', 'true', '--warn-on', 'never', 's.sarif')
    const baseline = (kind: string) => run(host, 'baseline', kind, '.scan/base.sarif', 's.sarif')
    const resultsOf = () => read<Log>(host, '.scan/base.sarif').runs.flatMap(({ results = [] }) => results)

    expect(baseline('update')).toMatchObject({ status: 2, stderr: expect.stringMatching(/baseline create/) })
    expect(baseline('create').status).toBe(0)
    expect(baseline('create')).toMatchObject({ status: 2, stderr: expect.stringMatching(/already.*baseline update/) })
    expect(gate().status).toBe(0)

    await host.write({ 's.sarif': logOf({ ...two, results: [error('c.js')] } satisfies Run) })
    expect(gate().status).toBe(1)
    expect(baseline('prune').status).toBe(0)
    expect(resultsOf()).toEqual([])
    expect(gate().status).toBe(1)
    expect(baseline('update').status).toBe(0)
    expect(resultsOf()).toHaveLength(1)
    expect(gate().status).toBe(0)

    // As PowerShell's `>` writes it.
    const path = join(host.cwd, '.scan/base.sarif')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, `\ufeff${text}`, 'utf16le')
    expect(gate().status).toBe(0)
    writeFileSync(path, text)

    const failed = { ...two, results: [], invocations: [{ executionSuccessful: false }] }
    await host.write({ 's.sarif': logOf(failed) })
    expect(baseline('prune')).toMatchObject({ status: 3, stderr: expect.stringMatching(/unsuccessful run/) })
    expect(resultsOf()).toHaveLength(1)
  }, 300_000)

  it('gate, explain and baseline: a report that only a description of our own can read', async () => {
    const pattern = {
      regexp: String.raw`^(\S+):(\d+): (error|warning): (.*)$`,
      file: 1,
      line: 2,
      severity: 3,
      message: 4,
    }
    const matcher = JSON.stringify({ problemMatcher: [{ owner: 'ours', pattern: [pattern] }] })
    const host = await place({ 'm.json': matcher, 'out.txt': 'a.c:3: error: bad\n' })
    const read = (...words: string[]) => run(host, ...words, '--matcher', 'm.json', 'out.txt')

    expect(read('gate')).toMatchObject({ status: 1, stdout: expect.stringMatching(/a\.c:3 +ours +bad/) })
    expect(read('explain', 'a.c:3').stdout).toMatch(/severity: high/)
    expect(read('baseline', 'create', 'base.sarif').status).toBe(0)
    expect(read('gate', '--baseline', 'base.sarif', '--new-only', 'true').status).toBe(0)
  })

  it('explain: the severity, the newness, the exception and the gates of a finding', async () => {
    const policy = `version: 1
gates: [{id: all, where: {severity: ">=high"}}, {id: rest, max: 5}]
exceptions: [{id: E1, match: {rule: y}, reason: legacy, expires: 2099-01-01}]
`
    const host = await place({ 's.sarif': logOf(two), [policyFile]: policy })
    const first = run(host, 'explain', 'a.js:1', 's.sarif')

    expect(first.status).toBe(0)
    expect(first.stdout).toMatch(/severity: high, by the level of the result \(error\)/)
    expect(first.stdout).toMatch(/gate all: counts it \(fail\)\n {2}gate rest: counts it \(pass\)/)
    expect(run(host, 'explain', 'y', 's.sarif').stdout).toMatch(/accepted: by exception E1: legacy, until 2099-01-01/)
    expect(run(host, 'explain', 'nothing', 's.sarif')).toMatchObject({ status: 2 })
  }, 300_000)

  it('init: a workflow and a policy that work, and nothing is written over', async () => {
    const host = await place({ 'eslint.config.mjs': 'export default []', 's.sarif': logOf(two) })

    expect(run(host, 'init').status).toBe(0)
    expect(readFileSync(join(host.cwd, '.github/workflows/codescan.yml'), 'utf8')).toMatch(/scanner: eslint/)
    // Its first gate is on new findings, its second one warns: nothing came before, and one finding is medium.
    expect(run(host, 'gate', 's.sarif')).toMatchObject({ status: 0, stdout: expect.stringMatching(/WARN/) })
    expect(run(host, 'init')).toMatchObject({ status: 2, stderr: expect.stringMatching(/--force/) })
    expect(run(host, 'init', '--force').status).toBe(0)
    expect(run(await place({}), 'init')).toMatchObject({ status: 2 })
  }, 300_000)

  it('init: says which scanners the workflow still has to install, and does not take its own workflow for a sign', async () => {
    const host = await place({ 'eslint.config.mjs': 'export default []', '.shellcheckrc': '' })

    expect(await initialise({}, host)).toBe(0)
    expect(await initialise({ force: true }, host)).toBe(0)
    expect(host.said.filter((said) => said.startsWith('The workflow runs'))).toEqual(
      Array(2).fill(
        'The workflow runs eslint, shellcheck. Add the steps that install shellcheck. See that `branches:` names your default branch, and commit both files.',
      ),
    )
    expect(readFileSync(join(host.cwd, '.github/workflows/codescan.yml'), 'utf8')).toMatch(/codescan-gate@v[1-9]/)
  })

  it('report-dir: report.json is there, also when the gate fails', async () => {
    const host = await place({ 's.sarif': logOf(two) })

    expect(run(host, 'gate', '--report-dir', 'out', 's.sarif').status).toBe(1)
    expect(read(host, 'out/report.json')).toMatchObject({ version: 1, verdict: 'fail', counts: { high: 1, total: 2 } })
    expect(existsSync(join(host.cwd, 'out/report.md'))).toBe(true)
  })

  it('gate and explain save no SARIF, which nobody asked for; what the terminal cuts is in report-dir', async () => {
    const many = runOf(
      'Tool',
      Array.from({ length: 60 }, (_, at) => error(`${at}.js`)),
    )
    const host = await place({ 's.sarif': logOf(many) })

    const { status, stdout } = run(host, 'gate', 's.sarif')
    expect(status).toBe(1)
    expect(stdout).toMatch(/…and 10 more; with `report-dir` all are written\./)
    expect(stdout).not.toMatch(/SARIF:/)
    expect(run(host, 'explain', '7.js', 's.sarif').status).toBe(0)
    expect(readdirSync(host.cwd)).toEqual(['s.sarif'])
  })
})
