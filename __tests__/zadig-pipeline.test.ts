import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../sandbox/github/server.ts'
import { projectRoot } from '../sandbox/root.ts'
import { variablesIn } from '../sandbox/zadig-job/environment.ts'
import { type EndedJob, runZadigJob, type ZadigJob } from '../sandbox/zadig-job/job.ts'
import { readOptions } from '../src/config/read.ts'
import { unbelieved, zadigBuild } from '../src/config/zadig-build.ts'
import { ask } from '../src/entry/programs.ts'
import { resultsOf } from '../src/render/results.ts'
import { type Story as ActionStory, tell as tellAction } from './kit/story.ts'

const root = projectRoot()
const example = (name: string) => readFileSync(join(root, 'examples', 'zadig', name), 'utf8')
const scanScript = example('scan.sh')
const codehostToken = 'ghs_tokenOfTheCodeHost'
const home = realpathSync(mkdtempSync(join(tmpdir(), 'zadig-job-')))
const upstream = join(home, 'upstream')

afterAll(() => rmSync(home, { recursive: true, force: true }))

const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
    cwd,
    encoding: 'utf8',
  }).trim()

/** Pull requests of the upstream repository by what they hold; their heads are on no branch. */
const pulls = { failing: 7, passing: 8, broken: 9, hostile: 10, ahead: 11 }
const heads: Record<number, string> = {}
const hostileMessage = [
  '#FAIL_ON=never#',
  '#ZADIG_URL=https://evil.example#',
  '#GITHUB_API_URL=https://evil.example#',
  '#GITHUB_ACTIONS=true#',
  '#GITHUB_REPOSITORY=evil/repo#',
  '#GITHUB_EVENT_PATH=/workspace/shop/evil.cjs#',
  '#INPUT_FAIL-ON=never#',
  '#ZADIG=false#',
  '#WORKSPACE=/tmp#',
  '#REPO_0=other#',
  '#REPONAME_0=other#',
  '#shop_PR=8#',
  '#shop_BRANCH=release#',
  '#shop_ORG=evil#',
  '#BRANCH=release#',
  '#GIT_DIR=/tmp/evil#',
  '#http_proxy=http://127.0.0.1:9#',
  '#NODE_TLS_REJECT_UNAUTHORIZED=0#',
  '#ESLINT_USE_FLAT_CONFIG=false#',
  '#verdict=pass#',
].join(' ')

function pullRequest(number: number, files: Record<string, string>, message = 'a change'): void {
  git(upstream, 'checkout', '--quiet', '--detach', 'HEAD')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(upstream, name), text)
  git(upstream, 'add', '--all')
  git(upstream, 'commit', '--quiet', '--message', message)
  heads[number] = git(upstream, 'rev-parse', 'HEAD')
  git(upstream, 'update-ref', `refs/pull/${number}/head`, heads[number]!)
  git(upstream, 'checkout', '--quiet', 'main')
}

beforeAll(() => {
  cpSync(join(root, 'examples', 'passing'), upstream, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(upstream, 'node_modules'))
  mkdirSync(join(upstream, 'deploy'))
  writeFileSync(join(upstream, 'deploy', 'up.sh'), '#!/bin/sh\nrm -rf $1/build\n')
  git(upstream, 'init', '--quiet', '--initial-branch', 'main')
  git(upstream, 'add', '--all')
  git(upstream, 'commit', '--quiet', '--message', 'source')
  const failing = { 'src/bad.js': readFileSync(join(root, 'examples', 'failing', 'src', 'price.js'), 'utf8') }
  pullRequest(pulls.failing, failing)
  pullRequest(pulls.passing, { 'src/good.js': 'export const good = 1\n' })
  pullRequest(pulls.broken, { 'eslint.config.mjs': 'export default [{ rules: { nonsense: "perhaps" } }]\n' })
  const marker = join(home, 'evil-ran')
  const evil = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')\n`
  pullRequest(pulls.hostile, { ...failing, 'evil.cjs': evil, 'evil.sh': `touch ${marker}\n` }, hostileMessage)
  writeFileSync(join(upstream, 'README.md'), 'main goes on\n')
  git(upstream, 'add', '--all')
  git(upstream, 'commit', '--quiet', '--message', 'main goes on')
  pullRequest(pulls.ahead, { 'src/ahead.js': 'export const ahead = 1\n' })
  git(upstream, 'tag', '--annotate', 'v1', '--message', 'v1')
})

interface Story extends Partial<Omit<ZadigJob, 'repositories'>> {
  branch?: string
  tag?: string
  commit?: string
  prs?: number[]
  /** Instead of the pull request's own. */
  message?: string
  /** Names of checkouts; all of one upstream. */
  names?: string[]
  origin?: string
  token?: string
  /** Appended to the command line of every call. */
  flags?: string
}

interface Told extends EndedJob {
  github: GitHubSandbox
  pod: string
  /** What is checked out. */
  head: string
}

let count = 0
/** One job in a pod of its own, with the bundled CLI on its path, and a GitHub of its own. */
async function tell(story: Story): Promise<Told> {
  const { names = ['shop'], prs = [], tag, commit, message, flags = '', token } = story
  const branch = story.branch ?? (tag ? undefined : 'main')
  const github = await startGitHub({ processingMs: 5 })
  const pod = story.pod ?? join(home, `pod-${count++}`)
  installCli(pod, github, flags)
  const tip = prs.length > 0 ? heads[prs.at(-1)!]! : git(upstream, 'rev-parse', `${tag ?? 'main'}^{commit}`)
  const commitMessage = message ?? git(upstream, 'log', '-1', '--format=%B', tip)
  const origin = story.origin ?? `http://x-access-token:${codehostToken}@${new URL(github.url).host}/octo/shop.git`
  try {
    const job = await runZadigJob({
      version: '5.0',
      script: scanScript,
      secret: { GITHUB_TOKEN: token ?? github.token },
      ...story,
      pod,
      repositories: names.map((name) => {
        const known = { owner: 'octo', name, branch, tag, commit, prs, commitId: tip, commitMessage }
        return { ...known, origin, upstream: `file://${upstream}` }
      }),
    })
    const head = git(join(pod, 'workspace', names[0]!), 'rev-parse', 'HEAD')
    return { ...job, github, pod, head }
  } finally {
    await github.close()
  }
}

function installCli(pod: string, github: GitHubSandbox, flags: string): void {
  const bin = join(pod, 'usr', 'local', 'bin')
  rmSync(bin, { recursive: true, force: true })
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, join(bin, 'node'))
  const line = `"${process.execPath}" "${join(root, 'dist', 'cli', 'index.js')}" "$@" --github-api-url ${github.url} --zadig-results "${pod}/zadig/results" ${flags}`
  writeFileSync(join(bin, 'codescan-gate'), `#!/bin/bash\nexec ${line}\n`, { mode: 0o755 })
}

const uploads = ({ github }: Told) =>
  github.deliveries.map(({ ref, commitSha, status }) => ({ ref, commitSha, status }))

describe.each(['3.2', '3.3'])('A Zadig %s job that runs the example script on a pull request', (version) => {
  const told = {} as Record<'passing' | 'failing' | 'broken' | 'hostile', Told>
  beforeAll(async () => {
    const names = ['passing', 'failing', 'broken', 'hostile'] as const
    await Promise.all(
      names.map(async (name) => {
        told[name] = await tell({ version, prs: [pulls[name]], outputs: ['verdict'] })
      }),
    )
  })
  const itsHead = (name: keyof typeof told) => [
    { ref: `refs/pull/${pulls[name]}/head`, commitSha: heads[pulls[name]], status: 'complete' },
  ]

  it('passes without findings, and uploads under the head commit, not under Zadig’s merge (surprise 9)', () => {
    const { status, exitCode, log, head } = told.passing

    expect([status, exitCode]).toEqual(['passed', 0])
    expect(log).toMatch(/PASS: no findings at or above high, upload processed\.\n/)
    expect(uploads(told.passing)).toEqual(itsHead('passing'))
    expect(head).not.toBe(heads[pulls.passing])
    expect(() => git(upstream, 'cat-file', '-e', head)).toThrow()
    expect(log).not.toContain(codehostToken)
  })

  it('fails for findings, and they are uploaded all the same', () => {
    const { status, exitCode, log } = told.failing

    expect([status, exitCode]).toEqual(['failed', 1])
    expect(log).toMatch(/high\s+src\/bad\.js:5:\d+\s+no-eval/)
    expect(uploads(told.failing)).toEqual(itsHead('failing'))
  })

  it('fails with 3 when the scan could not be evaluated, and nothing is uploaded', () => {
    const { status, exitCode, log, outputs } = told.broken

    expect([status, exitCode]).toEqual(['failed', 3])
    expect(outputs).toEqual({ verdict: 'error' })
    expect(log).toMatch(/ESLint ended with exit code 2/)
    expect(uploads(told.broken)).toEqual([])
  })

  it('cannot be led astray by a commit message (surprise 10)', () => {
    const { status, exitCode, outputs } = told.hostile

    expect(variablesIn(hostileMessage).length).toBeGreaterThan(15)
    expect([status, exitCode]).toEqual(['failed', 1])
    expect(uploads(told.hostile)).toEqual(itsHead('hostile'))
    expect(outputs).toEqual({ verdict: 'fail' })
  })
})

describe('A commit message', () => {
  const marker = join(home, 'evil-ran')
  const bare = (line: string) => `set -e\ncd /workspace/shop\n${line}\n`
  const command = 'codescan-gate run --scanner eslint --upload required --fail-on high'

  it('changes nothing without the example’s `env -i` either, as far as the program itself can see to it', async () => {
    const message = hostileMessage.replace('#ESLINT_USE_FLAT_CONFIG=false#', '')
    const told = await tell({ prs: [pulls.hostile], message, script: bare(`exec ${command}`) })

    expect(told.exitCode).toBe(1)
    expect(uploads(told)).toEqual([
      { ref: `refs/pull/${pulls.hostile}/head`, commitSha: heads[pulls.hostile], status: 'complete' },
    ])
    expect(told.log).not.toMatch(/evil\.example/)
  })

  it('of NODE_OPTIONS runs code of the pull request before us, and `env -i` prevents it', async () => {
    const message = '#NODE_OPTIONS=--require ./evil.cjs#'
    await tell({ prs: [pulls.hostile], message })
    expect(existsSync(marker)).toBe(false)

    await tell({ prs: [pulls.hostile], message, script: bare(`exec ${command}`) })
    expect(existsSync(marker)).toBe(true)
    rmSync(marker)
  })

  it('of BASH_ENV runs before any script, and only a secret variable of that name prevents it, from 3.3 on', async () => {
    const message = (pod: string) => `#BASH_ENV=${pod}/workspace/shop/evil.sh#`
    const inPod = (name: string) => ({ pod: join(home, name), message: message(join(home, name)) })
    await tell({ prs: [pulls.hostile], ...inPod('unguarded') })
    expect(existsSync(marker)).toBe(true)
    rmSync(marker)

    const secret = { BASH_ENV: '/dev/null', GITHUB_TOKEN: 'x' }
    await tell({ prs: [pulls.hostile], ...inPod('guarded'), secret })
    expect(existsSync(marker)).toBe(false)
  })

  it('of a token does not replace the secret one', async () => {
    const told = await tell({ prs: [pulls.passing], message: '#GITHUB_TOKEN=of_somebody_else#' })

    expect(told.exitCode).toBe(0)
  })
})

describe('What was scanned', () => {
  it('is a branch', async () => {
    const told = await tell({})

    expect(told.exitCode).toBe(0)
    expect(uploads(told)).toEqual([{ ref: 'refs/heads/main', commitSha: told.head, status: 'complete' }])
  })

  it('is a tag, as the commit that an annotated one stands for', async () => {
    const told = await tell({ tag: 'v1' })

    expect(told.exitCode).toBe(0)
    expect(uploads(told)).toEqual([{ ref: 'refs/tags/v1', commitSha: told.head, status: 'complete' }])
    expect(told.head).toBe(git(upstream, 'rev-parse', 'main'))
  })

  it('is a pull request that Zadig only had to move forward to, whatever branch its message names', async () => {
    const told = await tell({ prs: [pulls.ahead], message: hostileMessage })

    expect(told.head).toBe(heads[pulls.ahead])
    expect(uploads(told)).toMatchObject([{ ref: `refs/pull/${pulls.ahead}/head`, commitSha: told.head }])
  })

  it('is asked for when Zadig merged several pull requests, and taken from the flags', async () => {
    const sha = heads[pulls.ahead]!
    const flags = `--ref refs/pull/${pulls.ahead}/head --sha ${sha}`
    const prs = [pulls.passing, pulls.ahead]
    const [told, given] = await Promise.all([tell({ prs, outputs: ['verdict', 'exit_code'] }), tell({ prs, flags })])

    expect([told.status, told.exitCode]).toEqual(['failed', 2])
    expect(told.outputs).toEqual({ verdict: 'error', exit_code: '2' })
    expect(told.log).toMatch(
      /The upload needs `ref`, `sha`, and Zadig merged several pull requests \(8, 11\), for which GitHub has no ref\. Give them/,
    )
    expect(given.exitCode).toBe(0)
    expect(uploads(given)).toMatchObject([{ ref: `refs/pull/${pulls.ahead}/head`, commitSha: sha }])
  })

  it('is asked for when Zadig fetched a commit, or a script fetched something else', async () => {
    const commit = git(upstream, 'rev-parse', 'main')
    const fetched = await tell({ commit })
    const fetch = `cd /workspace/shop\ngit -c url.file://${upstream}.insteadOf="$(git remote get-url origin)" fetch --quiet origin main\n`
    const moved = await tell({ prs: [pulls.passing], script: scanScript.replace('cd /workspace/shop\n', fetch) })

    expect([fetched.exitCode, moved.exitCode]).toEqual([2, 2])
    expect(fetched.log).toMatch(/Zadig fetched a commit, or something else/)
    expect(moved.log).toMatch(/what is checked out is not what was fetched last/)
    expect([...uploads(fetched), ...uploads(moved)]).toEqual([])
  })

  it('is not confused by what a kept workspace still has of earlier pull requests', async () => {
    const first = await tell({ prs: [pulls.passing] })
    const second = await tell({ prs: [pulls.ahead], pod: first.pod })
    const third = await tell({ pod: first.pod })

    expect(uploads(second)).toMatchObject([{ ref: `refs/pull/${pulls.ahead}/head`, commitSha: heads[pulls.ahead] }])
    expect(uploads(third)).toMatchObject([{ ref: 'refs/heads/main', commitSha: third.head }])
  })

  it('belongs to the repository of the checkout; of another host only `repository` tells', async () => {
    const origin = 'https://oauth2:glpat-t0ken@gitlab.example/group/shop.git'
    const [told, given] = await Promise.all([tell({ origin }), tell({ origin, flags: '--repository octo/shop' })])

    expect(told.exitCode).toBe(2)
    expect(told.log).toMatch(/The upload needs `repository`, and the checkout is not one of 127\.0\.0\.1\. Give it/)
    expect(told.log).not.toContain('glpat-t0ken')
    expect(given.exitCode).toBe(0)
  })
})

describe('The checkout', () => {
  const noCd = scanScript.replace('cd /workspace/shop\n', '')

  it('is found from the folder that Zadig starts scripts in', async () => {
    const told = await tell({ prs: [pulls.failing], script: noCd })

    expect(told.exitCode).toBe(1)
    expect(told.log).toMatch(/src\/bad\.js:5/)
    expect(uploads(told)).toMatchObject([{ ref: `refs/pull/${pulls.failing}/head` }])
  })

  it('of several is asked for', async () => {
    const names = ['shop', 'lib']
    const flags = '--checkout-path shop'
    const [told, given] = await Promise.all([tell({ script: noCd, names }), tell({ script: noCd, names, flags })])

    expect(told.exitCode).toBe(2)
    expect(told.log).toMatch(/There are several checkouts here \((?:shop, lib|lib, shop)\): .*give `checkout-path`/)
    expect(given.exitCode).toBe(0)
  })
})

describe('What later jobs get', () => {
  const outputs = ['verdict', 'exit_code', 'findings_blocking', 'reason', 'of_the_user']

  it('are our outputs, also of a failed job', async () => {
    const told = await tell({ prs: [pulls.failing], outputs })

    expect(told.outputs).toEqual({
      verdict: 'fail',
      exit_code: '1',
      findings_blocking: '2',
      reason: '2 findings at or above high.',
    })
  })

  it('and the job’s result are lost where Zadig’s own last lines are reached: this is why scripts end with `exec` (surprise 9)', async () => {
    const script = scanScript.replace('set -e', '').replace('exec ', '')
    const [told, strict] = await Promise.all([
      tell({ prs: [pulls.failing], outputs, script }),
      tell({ prs: [pulls.failing], outputs, script: scanScript.replace('exec ', '') }),
    ])

    expect(told.log).toMatch(/FAIL: 2 findings/)
    expect([told.status, told.outputs['verdict']]).toEqual(['passed', ''])
    expect([strict.status, strict.outputs['verdict']]).toEqual(['failed', 'fail'])
  })

  it('fit into what Zadig takes, whatever is in them', () => {
    const long = {
      verdict: 'fail',
      reason: '<&>'.repeat(2000),
      'sarif-path': '/tmp/x',
      'analysis-url': 'u'.repeat(5000),
    }
    const results = resultsOf(long)

    expect(Object.keys(results)).toEqual(['verdict', 'reason', 'sarif_path', 'analysis_url'])
    expect(results).toMatchObject({ verdict: 'fail', sarif_path: '/tmp/x', analysis_url: '' })
    expect(results['reason']).toMatch(/^<&>.*…$/)
    expect(resultsOf({ reason: 'one\ntwo' })).toEqual({ reason: 'one two' })
  })

  const itLints = existsSync('/usr/bin/shellcheck') ? it : it.skip
  itLints('come from the example of a general task, too', async () => {
    const told = await tell({ script: example('workflow-step.sh'), outputs: ['verdict', 'reason'] })

    expect([told.status, told.exitCode]).toEqual(['passed', 0])
    expect(told.outputs).toEqual({ verdict: 'warn', reason: expect.stringMatching(/./) })
    expect(uploads(told)).toMatchObject([{ ref: 'refs/heads/main', status: 'complete' }])
    expect(told.github.analyses).toMatchObject([{ category: 'zadig/shellcheck' }])
  })
})

describe('The build inside Zadig', () => {
  const built = async (address: string, api?: string) => {
    const cwd = mkdtempSync(join(home, 'origin-'))
    git(cwd, 'init', '--quiet')
    git(cwd, 'remote', 'add', 'origin', address)
    return zadigBuild(readOptions(api ? { 'github-api-url': api } : {}), cwd, ask)
  }

  it.each([
    ['https://x-access-token:ghs_1%2F2@github.com/octo/shop.git', undefined, 'octo/shop', ['ghs_1%2F2', 'ghs_1/2']],
    [
      'https://oauth2:t0ken@ghe.example/octo/shop.js.git',
      'https://ghe.example/api/v3',
      'octo/shop.js',
      ['t0ken', 't0ken'],
    ],
    ['https://ghp_t0ken@github.com/octo/shop.git', undefined, 'octo/shop', ['ghp_t0ken', 'ghp_t0ken']],
    ['git@ghe.example:octo/shop.git', 'https://ghe.example/api/v3', 'octo/shop', []],
    ['ssh://git@ghe.example:2222/octo/shop.git', 'https://ghe.example/api/v3', 'octo/shop', []],
    ['https://github.com.evil.example/octo/shop.git', undefined, undefined, []],
    ['https://github.com/group/sub/shop.git', undefined, undefined, []],
    ['https://github.com/../shop.git', undefined, undefined, []],
    ['/srv/git/shop.git', undefined, undefined, undefined],
  ])('knows the repository of %s', async (address, api, repository, secrets) => {
    const build = await built(address, api)

    expect([build.repository, build.secrets]).toEqual([repository, secrets])
    expect(build.doubts?.ref).toMatch(/Git does not answer|does not look like/)
    expect([build.ref, build.sha]).toEqual([undefined, undefined])
  })

  it('takes away what misleads, there and only there', () => {
    const environment = { GITHUB_TOKEN: 't', GITHUB_API_URL: 'u', GIT_DIR: 'd', INPUT_X: 'x', HTTPS_PROXY: 'p' }

    expect(unbelieved({ ...environment, ZADIG: '' })).toEqual(['GITHUB_API_URL', 'GIT_DIR', 'INPUT_X'])
    expect(unbelieved(environment)).toEqual([])
  })
})

describe('A GitHub pull request with a scan of its own and one in Zadig', () => {
  const pullOf = (source: 'passing' | 'failing', zadig: ActionStory['zadig'], inputs: Record<string, string> = {}) =>
    tellAction({
      source,
      zadig,
      ref: 'refs/pull/7/merge',
      baseRef: 'main',
      inputs: { scanner: 'eslint', 'fail-on': 'high', 'new-only': 'false', ...inputs },
    })
  const down = () => ({ faults: [{ path: /./, times: 1000, status: 503, body: 'down' }] })

  it('ends in one verdict', async () => {
    const [both, here, there] = await Promise.all([
      pullOf('passing', { ending: 'passed' }),
      pullOf('failing', { ending: 'passed' }),
      pullOf('passing', { ending: 'failed' }),
    ])

    const verdicts = [both, here, there].map(({ result }) => [result.outputs['verdict'], result.exitCode])
    expect(verdicts).toEqual([
      ['pass', 0],
      ['fail', 1],
      ['fail', 1],
    ])
    expect(here.result.outputs['failed-gates']).toBe('["findings"]')
    expect(there.result.outputs['failed-gates']).toBe('["zadig"]')
    expect(both.zadig.tasks).toMatchObject([{ prs: [7] }])
    expect(both.github.deliveries).toMatchObject([{ ref: 'refs/pull/7/merge', status: 'complete' }])
  })

  it('only warns when Zadig is down and optional, and could not be evaluated when it is required', async () => {
    const [optional, failing, required] = await Promise.all([
      pullOf('passing', down(), { zadig: 'optional' }),
      pullOf('failing', down(), { zadig: 'optional' }),
      pullOf('passing', down()),
    ])

    const verdicts = [optional, failing, required].map(({ result }) => [result.outputs['verdict'], result.exitCode])
    expect(verdicts).toEqual([
      ['warn', 0],
      ['fail', 1],
      ['error', 3],
    ])
    expect(optional.result.outputs['zadig-status']).toBe('error')
  })
})
