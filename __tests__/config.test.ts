import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accessConfig } from '../src/config/access.ts'
import { type Build, categoryOf, detectBuild, pullRequestOf, scannedCommit } from '../src/config/build.ts'
import { type Config, toConfig } from '../src/config/config.ts'
import type { Option } from '../src/config/option.ts'
import { optionNames, options } from '../src/config/options.ts'
import { fromInputs, type Raw, readOptions, secretsFrom } from '../src/config/read.ts'
import { checkCheckout } from '../src/config/trust.ts'
import {
  boolean,
  choice,
  choices,
  count,
  counts,
  duration,
  list,
  type Read,
  ref,
  repository,
  sha,
  url,
  variables,
  words,
  zadigRepository,
} from '../src/config/values.ts'
import { redactor } from '../src/entry/secrets.ts'
import { UserError } from '../src/model/errors.ts'
import { escaped } from '../src/render/markdown.ts'
import { fc } from './kit/properties.ts'

const a40 = 'a'.repeat(40)
const b40 = 'b'.repeat(40)

describe('A value', () => {
  const hour = 3_600_000
  const good: [kind: string, read: Read<unknown>, text: string, value: unknown][] = [
    ['list', list, 'a, b\nc\r\n\n , d ,', ['a', 'b', 'c', 'd']],
    ['list', list, '# all\na # one\r\n b#c , #d\n#e,f', ['a', 'b#c']],
    ['list', list, 'src/a#b/**\nd,#e', ['src/a#b/**', 'd', '#e']],
    ['list', list, 'out/{a,b}.sarif, src/**/*.{js,ts},c', ['out/{a,b}.sarif', 'src/**/*.{js,ts}', 'c']],
    ['list', list, 'a} , {b, c', ['a}', '{b', 'c']],
    ['list', list, '', []],
    ['boolean', boolean, 'true', true],
    ['boolean', boolean, 'True', true],
    ['boolean', boolean, 'TRUE', true],
    ['boolean', boolean, 'false', false],
    ['boolean', boolean, 'False', false],
    ['boolean', boolean, 'FALSE', false],
    ['choice', choice('high', 'low'), 'low', 'low'],
    ['choices', choices('high', 'low'), 'low,high', ['low', 'high']],
    ['duration', duration, '90', 90_000],
    ['duration', duration, '90s', 90_000],
    ['duration', duration, '15m', hour / 4],
    ['duration', duration, '1h', hour],
    ['duration', duration, '1.5h', 1.5 * hour],
    ['duration', duration, '250ms', 250],
    ['duration', duration, '596h', 596 * hour],
    ['count', count, '0', 0],
    ['count', count, '007', 7],
    ['count', count, '999999999', 999_999_999],
    ['counts', counts, '0, 1\n2 # two', [0, 1, 2]],
    ['url', url, 'https://ghe.example/api/v3/', 'https://ghe.example/api/v3'],
    ['url', url, 'HTTP://X.example:8080', 'http://x.example:8080'],
    ['url', url, 'https://x.example/?', 'https://x.example'],
    ['url', url, 'https://x.example//', 'https://x.example'],
    ['url', url, 'http://[::1]:80/#', 'http://[::1]'],
    ['repository', repository, 'octo/shop.js', 'octo/shop.js'],
    ['repository', repository, '-_./..a', '-_./..a'],
    ['zadigRepository', zadigRepository, 'group/sub/shop', 'group/sub/shop'],
    ['zadigRepository', zadigRepository, 'octo/shop', 'octo/shop'],
    ['sha', sha, a40.toUpperCase(), a40],
    ['sha', sha, '0'.repeat(64), '0'.repeat(64)],
    ['ref', ref, 'refs/heads/feature/x', 'refs/heads/feature/x'],
    ['ref', ref, 'refs/tags/v1', 'refs/tags/v1'],
    ['ref', ref, 'refs/pull/7/merge', 'refs/pull/7/merge'],
    [
      'variables',
      variables,
      'A=1\r\n # no\n\n B = x=y \nC=',
      [
        { key: 'A', value: '1' },
        { key: 'B', value: ' x=y' },
        { key: 'C', value: '' },
      ],
    ],
  ]

  it.each(good)('%s is read: %#', (_, read, given, value) => {
    expect(read(given)).toEqual(value)
  })

  const bad: [kind: string, read: Read<unknown>, texts: string[], message: RegExp][] = [
    ['boolean', boolean, ['yes', 'no', 'on', 'off', '1', '0', 'tRUE', 'y', ''], /write true or false/],
    ['choice', choice('high', 'low'), ['hihg'], /write high or low\. Did you mean `high`\?/],
    ['choice', choice('high', 'low'), ['HIGH', 'constructor', ''], /write high or low/],
    ['choice of one', choice('x'), ['y'], /write x\./],
    ['choices', choices('high', 'low'), ['high;low', 'high, lwo'], /write high or low/],
    [
      'duration',
      duration,
      ['0', '0s', '0.1ms', '-5m', '1d', '5 m', '1H', 'Infinity', '1e3', '597h', '', '∞', '1h30m', '١٥'],
      /90s, 15m or 1h/,
    ],
    ['count', count, ['-1', '1.5', '1e3', '0x1', '', ' 1', '1234567890'], /whole number/],
    ['counts', counts, ['0;1', '0,x'], /whole number/],
    [
      'url',
      url,
      [
        'x.example',
        'ftp://x.example',
        'javascript:alert(1)',
        'https://user@x.example',
        'https://:word@x.example',
        'https://u:w@x.example',
        'https://x.example/?q=1',
        'https://x.example/#a',
        'https://',
        '',
      ],
      /without user, query or fragment/,
    ],
    [
      'repository',
      repository,
      ['octo', 'a/b/c', 'https://github.com/a/b', 'a/', '/b', '../..', './x', 'a/..', 'a b/c', 'a/b?', 'a\\b'],
      /owner\/name/,
    ],
    ['zadigRepository', zadigRepository, ['octo', 'a//b', 'a/../b', '/a/b', 'a/b/'], /group\/subgroup\/name/],
    [
      'sha',
      sha,
      ['abc1234', 'a'.repeat(39), 'a'.repeat(41), 'g'.repeat(40), `${a40}\n`, 'HEAD'],
      /40 hexadecimal digits, or 64/,
    ],
    [
      'ref',
      ref,
      ['main', 'refs/heads/', 'refs/notes/x', 'heads/main', 'refs/remotes/origin/main'],
      /full name, as in refs\/heads\/main/,
    ],
    ['variables', variables, ['A', '=x', 'A=1\nB'], /KEY=VALUE, one a line/],
  ]

  it.each(bad)('%s is refused, with how to write it: %#', (_, read, texts, message) => {
    for (const text of texts) expect(() => read(text)).toThrow(message)
  })
})

describe('The words of a command', () => {
  it.each([
    ['eslint .', ['eslint', '.']],
    ['  a\tb\n c  ', ['a', 'b', 'c']],
    [`a 'b c' "d e" f\\ g`, ['a', 'b c', 'd e', 'f g']],
    [`--x='a b'"c d"e`, ['--x=a bc de']],
    [`'' ""`, ['', '']],
    [`'it'\\''s' "say \\"hi\\" \\n \\\\ \\$x"`, [`it's`, 'say "hi" \\n \\ $x']],
    [`'\\' "'" '"'`, ['\\', "'", '"']],
    [`grep 'a|b' "c > d" e\\&f \\; "$(x)" '\`y\`'`, ['grep', 'a|b', 'c > d', 'e&f', ';', '$(x)', '`y`']],
    ['a $HOME ~ *.js {a,b} (c) #d !e', ['a', '$HOME', '~', '*.js', '{a,b}', '(c)', '#d', '!e']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it.each([
    'a | b',
    'a|b',
    'a || b',
    'a && b',
    'a&',
    'a; b',
    'a > f',
    'a >f',
    'a>f',
    'a 2>&1',
    'a 2> f',
    'a >> f',
    'a < f',
    'a <f',
    'cat <<EOF',
    'a $(b)',
    'a x$(b)',
    'a `b`',
    `a 'x'|'y'`,
  ])('never reach a shell: %s is refused with advice', (text) => {
    expect(() => words(text)).toThrow(
      /^(?:`[|&;<>]+`|`\$\(`|a backtick) needs a shell, and none is started: put the line into a script.*quote the word/,
    )
  })

  it.each([
    [`a 'b`, /a quote \('\) is opened and not closed/],
    ['a "b\\"', /a quote \("\) is opened/],
    ['a b\\', /ends in a backslash/],
    [`it's`, /a quote/],
  ])('are refused when they do not end: %s', (text, message) => {
    expect(() => words(text)).toThrow(message)
  })

  it('come back as they were, whatever stands between single quotes', () => {
    const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (given) =>
        expect(words(given.map(quoted).join(' '))).toEqual(given),
      ),
    )
  })
})

describe('Options', () => {
  it('are read all at once: every mistake is told, with the value and the way out', () => {
    const given: Raw = { 'fail-on': 'hihg', summary: 'yes', 'scan-timeout': '0', ref: 'main' }

    expect(() => readOptions(given)).toThrow(UserError)
    expect(messageOf(() => readOptions(given)).split('\n')).toEqual([
      '`scan-timeout`: `0` will not do; write a duration above zero and up to 24 days, as in 90s, 15m or 1h.',
      '`ref`: `main` will not do; write the full name, as in refs/heads/main, refs/tags/v1 or refs/pull/7/merge.',
      '`fail-on`: `hihg` will not do; write critical, high, medium, low, note, never, error or warning. Did you mean `high`?',
      '`summary`: `yes` will not do; write true or false.',
    ])
  })

  it('that are empty count as not given', () => {
    expect(readOptions({ 'fail-on': '', 'max-findings': '  ', scanner: '\n', summary: '' })).toEqual({})
  })

  it('that are lists without items count as not given, so that no comma can switch the gate off', () => {
    expect(readOptions({ 'fail-on': ' , ', 'warn-on': '# medium', 'findings-exit-codes': ',' })).toEqual({})
  })

  it('keep what may be a secret out of messages', () => {
    const given: Raw = {
      'zadig-url': 'https://user:s3cret-word@zadig.example',
      'zadig-variables': 's3cret-word',
      command: `scan --token s3cret-word|x`,
      'scanner-args': 's3cret-word \\',
      'github-token': 's3cret-word',
      sha: 's3cret-word'.repeat(10),
    }

    const message = messageOf(() => readOptions(given))

    expect(message).not.toContain('s3cret-word')
    expect(message.split('\n').map((line) => line.split(':')[0])).toEqual([
      '`scanner-args`',
      '`command`',
      '`sha`',
      '`zadig-url`',
      '`zadig-variables`',
    ])
  })

  it('come from the inputs of the action, whose names keep their dashes', () => {
    const environment = {
      'INPUT_FAIL-ON': 'high',
      'INPUT_GITHUB-API-URL': 'https://x',
      INPUT_SHA: undefined,
      INPUT: 'x',
      PATH: '/bin',
      'input_fail-on': 'low',
    }

    expect(fromInputs(environment)).toEqual({ 'fail-on': 'high', 'github-api-url': 'https://x', sha: '' })
  })

  it('that nobody declared are refused, each with the nearest name', () => {
    const environment = {
      INPUT_FAIL_ON: 'never',
      INPUT_SCANER: 'eslint',
      INPUT_CONSTRUCTOR: 'x',
      INPUT___PROTO__: 'x',
      'INPUT_FAIL-ON': 'high',
    }

    expect(messageOf(() => fromInputs(environment)).split('\n')).toEqual([
      'There is no input `fail_on`. Did you mean `fail-on`?',
      'There is no input `scaner`. Did you mean `scanner`?',
      'There is no input `constructor`.',
      'There is no input `__proto__`.',
    ])
  })

  it('that are secrets, and only those, also come from the environment', () => {
    const named = optionNames.filter((name) => (options[name] as Option).secret)
    const environment = Object.fromEntries([
      ...named.map((name) => [(options[name] as Option).secret!, `of ${name}`]),
      ['ZADIG_URL', 'https://evil.example'],
      ['FAIL_ON', 'never'],
    ])

    expect(secretsFrom(environment)).toEqual({ 'github-token': 'of github-token', 'zadig-token': 'of zadig-token' })
    expect(secretsFrom({ GITHUB_TOKEN: '' })).toEqual({})
  })

  it('say what they are for, in sentences', () => {
    for (const name of optionNames) expect((options[name] as Option).help).toMatch(/^[A-Z`].*\.$/)
  })
})

describe('The build', () => {
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: a40,
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: '/checkout',
    GITHUB_BASE_REF: 'main',
    GITHUB_WORKFLOW_REF: 'octo/shop/.github/workflows/scan.yml@refs/heads/a@b',
    GITHUB_JOB: 'scan',
  }

  it('is read from GitHub’s variables', () => {
    expect(detectBuild(github)).toEqual({
      platform: 'github',
      repository: 'octo/shop',
      sha: a40,
      ref: 'refs/pull/7/merge',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      workspace: '/checkout',
      baseBranch: 'main',
      analysisKey: '.github/workflows/scan.yml:scan',
    })
  })

  it.each(['true', 'True', 'false', ''])(
    'inside Zadig believes no variable at all, whatever a commit message made of ZADIG: %j',
    (ZADIG) => {
      expect(detectBuild({ ...github, ZADIG })).toEqual({ platform: 'zadig' })
    },
  )

  it('is nobody’s where nothing is said, and empty words say nothing', () => {
    expect(JSON.parse(JSON.stringify(detectBuild({ GITHUB_REF: '', GITHUB_JOB: 'x' })))).toEqual({ platform: 'local' })
    expect(detectBuild({ GITHUB_WORKFLOW_REF: 'nonsense', GITHUB_JOB: 'x' }).analysisKey).toBeUndefined()
  })

  it.each([
    [undefined, 'w.yml:scan/'],
    ['', 'w.yml:scan/'],
    ['null', 'w.yml:scan/'],
    ['{}', 'w.yml:scan/'],
    ['{"os":"linux","Node":"20"}', 'w.yml:scan/Node:20/os:linux/'],
    ['{"b":1,"a":true,"c":{"d":"e"},"f":""}', 'w.yml:scan/a:/b:/c:/f:/'],
  ])('makes the category that GitHub’s uploader makes: matrix %s', (matrix, category) => {
    expect(categoryOf('w.yml:scan', matrix)).toBe(category)
  })

  it('refuses a matrix that is no JSON', () => {
    expect(() => categoryOf('w.yml:scan', '{')).toThrow(/`matrix`: this is not JSON/)
  })

  it.each([
    ['refs/pull/7/merge', 7],
    ['refs/pull/12/head', 12],
    ['refs/heads/pull/7/x', undefined],
    ['refs/pull/x/head', undefined],
    [undefined, undefined],
  ])('knows the pull request of %s', (given, number) => {
    expect(pullRequestOf(given)).toBe(number)
  })
})

describe('A stranger', () => {
  const fork = (fullName: string | null) => ({
    repository: { full_name: 'octo/shop' },
    pull_request: { head: { repo: fullName === null ? null : { full_name: fullName } } },
  })
  const build = (event: string, payload?: unknown, actor?: string) =>
    detectBuild({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor, GITHUB_SHA: a40 }, payload)

  const ofFork = { who: 'a fork', isReadOnly: true }
  const robot = 'dependabot[bot]'
  it.each([
    { run: 'a pull request of our own', event: 'pull_request', payload: fork('octo/shop') },
    { run: 'a pull request of a fork', event: 'pull_request', payload: fork('stranger/shop'), stranger: ofFork },
    { run: 'one whose fork is gone', event: 'pull_request', payload: fork(null), stranger: ofFork },
    { run: 'pull_request_target', event: 'pull_request_target', payload: fork('stranger/shop') },
    { run: 'a push', event: 'push', payload: {}, actor: 'somebody' },
    { run: 'a pull request without a payload', event: 'pull_request' },
    {
      run: 'a push by Dependabot',
      event: 'push',
      payload: {},
      actor: robot,
      stranger: { who: 'Dependabot', isReadOnly: true },
    },
    {
      run: 'a pull request by Dependabot',
      event: 'pull_request',
      payload: fork('octo/shop'),
      actor: robot,
      stranger: { who: 'Dependabot', isReadOnly: false },
    },
  ])('is told from the event: $run', ({ event, payload, actor, stranger }) => {
    expect(build(event, payload, actor).stranger).toEqual(stranger)
  })

  it.each([
    ['the base is checked out', a40, {}, false],
    ['other code is checked out', b40, {}, true],
    ['nobody knows what is checked out', undefined, {}, true],
    ['only a report is read', b40, { scanner: undefined }, false],
    ['the user allows it', b40, { 'allow-untrusted-checkout': true }, false],
  ])('never has a scanner run its code in pull_request_target: %s', (_, head, more, refused) => {
    const check = () => checkCheckout(build('pull_request_target'), head, { scanner: ['eslint'], ...more })

    if (refused) expect(check).toThrow(/allow-untrusted-checkout/)
    else expect(check).not.toThrow()
  })
})

describe('The scanned commit', () => {
  let folder = ''
  const commits = { MERGE: '', HEADSHA: '', A: '', B: b40 }
  const run = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder, encoding: 'utf8', stdio: 'pipe' },
    ).trim()
  const git = async (...args: string[]) => {
    try {
      return run(...args)
    } catch {
      return undefined
    }
  }
  const noGit = async () => undefined
  const commit = (name: string) => {
    writeFileSync(join(folder, name), name)
    run('add', '.')
    run('commit', '-qm', name)
    return run('rev-parse', 'HEAD')
  }

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'codescan-gate-')))
    run('init', '-q', '-b', 'main')
    commits.A = commit('one')
    run('checkout', '-qb', 'topic')
    commits.HEADSHA = commit('two')
    run('checkout', '-q', 'main')
    commit('three')
    run('merge', '-q', '--no-ff', '-m', 'merge', 'topic')
    commits.MERGE = run('rev-parse', 'HEAD')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  type Case = [
    name: string,
    event: { ref: string; sha: keyof typeof commits; head?: keyof typeof commits },
    inputs: { ref: string; sha: keyof typeof commits } | undefined,
    expected: { ref: string; sha: keyof typeof commits },
  ]
  const queue = 'refs/heads/gh-readonly-queue/main/pr-5-abc'
  /** The answers of GitHub's own uploader, recorded. */
  const cases: Case[] = [
    [
      'pr-merge-commit-checked-out',
      { ref: 'refs/pull/5/merge', sha: 'MERGE', head: 'MERGE' },
      undefined,
      { ref: 'refs/pull/5/merge', sha: 'MERGE' },
    ],
    [
      'pr-head-commit-checked-out',
      { ref: 'refs/pull/5/merge', sha: 'MERGE', head: 'HEADSHA' },
      undefined,
      { ref: 'refs/pull/5/head', sha: 'HEADSHA' },
    ],
    [
      'ref-and-sha-inputs-without-git',
      { ref: 'refs/heads/main', sha: 'A' },
      { ref: 'refs/tags/v1', sha: 'B' },
      { ref: 'refs/tags/v1', sha: 'B' },
    ],
    ['no-git-no-inputs', { ref: 'refs/heads/main', sha: 'A' }, undefined, { ref: 'refs/heads/main', sha: 'A' }],
    ['merge-group', { ref: queue, sha: 'A', head: 'A' }, undefined, { ref: queue, sha: 'A' }],
    [
      'pull-request-target',
      { ref: 'refs/heads/main', sha: 'A', head: 'HEADSHA' },
      undefined,
      { ref: 'refs/heads/main', sha: 'HEADSHA' },
    ],
    [
      'explicit values win always, also where git knows another commit',
      { ref: 'refs/heads/main', sha: 'A', head: 'A' },
      { ref: 'refs/tags/v1', sha: 'B' },
      { ref: 'refs/tags/v1', sha: 'B' },
    ],
  ]

  it.each(cases)('%s', async (_, event, inputs, expected) => {
    if (event.head) run('checkout', '-q', '--detach', commits[event.head])
    const build: Build = { platform: 'github', ref: event.ref, sha: commits[event.sha] }

    const found = await scannedCommit(
      inputs ? { ref: inputs.ref, sha: commits[inputs.sha] } : {},
      build,
      event.head ? git : noGit,
    )

    expect(found).toEqual({ ref: expected.ref, sha: commits[expected.sha] })
  })

  it('stays the merge where GitHub made it anew since the event, and the checkout has it', async () => {
    run('checkout', '-q', '--detach', commits.MERGE)
    run('update-ref', 'refs/remotes/pull/5/merge', commits.MERGE)

    const found = await scannedCommit({}, { platform: 'github', ref: 'refs/pull/5/merge', sha: commits.A }, git)

    expect(found).toEqual({ ref: 'refs/pull/5/merge', sha: commits.MERGE })
  })

  it('is what is checked out, under its branch, where no build says anything', async () => {
    run('checkout', '-q', 'topic')
    expect(await scannedCommit({}, { platform: 'local' }, git)).toEqual({
      ref: 'refs/heads/topic',
      sha: commits.HEADSHA,
    })
    run('checkout', '-q', '--detach')
    expect(await scannedCommit({}, { platform: 'local' }, git)).toEqual({ ref: undefined, sha: commits.HEADSHA })
    expect(await scannedCommit({}, { platform: 'zadig' }, noGit)).toEqual({ ref: undefined, sha: undefined })
  })

  it('takes nothing but the two from the options, and never only one of them', async () => {
    expect(
      await scannedCommit({ ref: 'refs/heads/x', sha: a40, extra: 1 } as object, { platform: 'local' }, noGit),
    ).toEqual({ ref: 'refs/heads/x', sha: a40 })
    await expect(scannedCommit({ ref: 'refs/heads/x' }, { platform: 'local' }, noGit)).rejects.toThrow(
      /go together: give both, or neither/,
    )
    await expect(scannedCommit({ sha: a40 }, { platform: 'local' }, noGit)).rejects.toThrow(UserError)
  })
})

describe('The configuration', () => {
  const build: Build = {
    platform: 'github',
    repository: 'octo/shop',
    sha: a40,
    ref: 'refs/heads/main',
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    workspace: '/checkout',
    analysisKey: '.github/workflows/scan.yml:scan',
  }
  const around = (more: Partial<Build> = {}, uploadByDefault: 'required' | 'off' = 'off') => ({
    build: { ...build, ...more },
    cwd: '/checkout',
    uploadByDefault,
    ask: async () => undefined,
  })
  const config = (raw: Raw, more: Partial<Build> = {}, byDefault: 'required' | 'off' = 'off'): Promise<Config> =>
    toConfig(readOptions(raw), around(more, byDefault))
  const zadig: Raw = {
    'zadig-url': 'https://zadig.example',
    'zadig-token': 't0ken',
    'zadig-project': 'shop',
    'zadig-scan': 'shop-codescan',
  }

  it('fills the defaults in', async () => {
    const { secrets, ...rest } = await config({ report: 'out/*.sarif', 'github-token': 'gh-t0ken' }, {}, 'required')

    expect(secrets).toEqual(['gh-t0ken'])
    expect(JSON.parse(JSON.stringify(rest))).toEqual({
      notices: [],
      warnings: [],
      scan: {
        scanners: [],
        scannerArgs: [],
        findingsExitCodes: [0, 1],
        reports: ['out/*.sarif'],
        format: 'auto',
        folder: '/checkout',
        root: '/checkout',
        timeoutMs: 1_800_000,
      },
      normalise: { category: '.github/workflows/scan.yml:scan/', root: '/checkout', folder: '/checkout' },
      upload: {
        need: 'required',
        apiUrl: 'https://api.github.com',
        serverUrl: 'https://github.com',
        token: 'gh-t0ken',
        repository: 'octo/shop',
        ref: 'refs/heads/main',
        sha: a40,
        root: '/checkout',
        timeoutMs: 300_000,
        suppressed: 'drop',
        dismissals: 'default-branch',
        overLimit: 'trim',
        earlier: [],
      },
      gate: {
        limits: { failOn: ['high'], warnOn: ['medium'], maxFindings: 0, scope: 'all' },
        isAsked: false,
        upload: { otherwise: 'required' },
        zadig: { otherwise: 'optional' },
        isStranger: false,
        unasked: ['zadig'],
        hiding: [],
      },
      compare: {
        baseline: [],
        cwd: '/checkout',
        root: '/checkout',
        alertsOf: 'main',
        github: { apiUrl: 'https://api.github.com', token: 'gh-t0ken', repository: 'octo/shop' },
      },
      policy: {
        name: '.github/codescan-gate.yml',
        isAsked: false,
        file: '/checkout/.github/codescan-gate.yml',
        root: '/checkout',
        path: '.github/codescan-gate.yml',
        github: { apiUrl: 'https://api.github.com', token: 'gh-t0ken' },
      },
      report: {
        ...{ summary: true, annotations: 'blocking', root: '/checkout', commit: a40 },
        blobUrl: `https://github.com/octo/shop/blob/${a40}/`,
      },
    })
  })

  it('takes every option to its place', async () => {
    const { scan, normalise, upload, gate, report } = await config({
      command: `scan '--all files'`,
      'findings-exit-codes': '0,3',
      'scan-timeout': '1m',
      report: 'a.json',
      format: 'eslint',
      'tool-name': 'T',
      category: 'c',
      'checkout-path': 'sub',
      'working-directory': 'src',
      'sarif-output': 'out.sarif',
      upload: 'optional',
      suppressed: 'dismiss',
      dismissals: 'dry-run',
      'github-token': 't',
      'github-api-url': 'https://ghe.example/api/v3',
      repository: 'a/b',
      ref: 'refs/tags/v1',
      sha: b40,
      'processing-timeout': '2m',
      'fail-on': 'critical,error',
      'max-findings': '4',
      enforcement: 'warn',
      'on-error': 'warn',
      summary: 'false',
      annotations: 'off',
    })

    expect(scan).toMatchObject({
      command: ['scan', '--all files'],
      findingsExitCodes: [0, 3],
      timeoutMs: 60_000,
      reports: ['a.json'],
      format: 'eslint',
      root: '/checkout/sub',
      folder: '/checkout/sub/src',
    })
    expect(normalise).toMatchObject({ toolName: 'T', category: 'c' })
    expect(upload).toMatchObject({
      need: 'optional',
      suppressed: 'dismiss',
      dismissals: 'dry-run',
      apiUrl: 'https://ghe.example/api/v3',
      serverUrl: 'https://ghe.example',
      repository: 'a/b',
      ref: 'refs/tags/v1',
      sha: b40,
      timeoutMs: 120_000,
    })
    expect(gate).toMatchObject({
      limits: { failOn: ['critical', 'error'], warnOn: ['high', 'warning'], maxFindings: 4, scope: 'all' },
      isAsked: true,
      enforcement: 'warn',
      onError: 'warn',
      upload: { given: 'optional' },
    })
    expect(report).toEqual({
      summary: false,
      annotations: 'off',
      commit: 'b'.repeat(40),
      root: '/checkout/sub',
      sarifOutput: '/checkout/out.sarif',
      blobUrl: `https://ghe.example/a/b/blob/${b40}/`,
    })
  })

  it.each([
    ['https://api.github.com', 'https://github.com'],
    ['https://ghe.example/api/v3', 'https://ghe.example'],
    ['https://api.tenant.ghe.example', 'https://tenant.ghe.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('finds where people look beside the API: %s', async (api, server) => {
    const { upload } = await config(
      { report: 'x', upload: 'required', 'github-token': 't', 'github-api-url': api },
      { apiUrl: undefined, serverUrl: undefined },
    )

    expect(upload).toMatchObject({ apiUrl: api, serverUrl: server })
  })

  it('knows the folder it stands in: below the checkout, or elsewhere', async () => {
    const repo = mkdtempSync(join(tmpdir(), 'repo-'))
    for (const folder of ['.git', 'src', 'linked/src']) mkdirSync(join(repo, folder), { recursive: true })
    // As a linked work tree and a submodule have it.
    writeFileSync(join(repo, 'linked', '.git'), 'gitdir: ../.git/modules/linked\n')
    const at = async (cwd: string, raw: Raw, workspace?: string) => {
      const { normalise } = await toConfig(readOptions({ report: 'x', ...raw }), {
        build: { platform: 'local', workspace },
        cwd,
        uploadByDefault: 'off',
        ask: async () => undefined,
      })
      return [normalise.root, normalise.folder]
    }

    expect(await at(join(repo, 'src'), {})).toEqual([repo, join(repo, 'src')])
    expect(await at(join(repo, 'linked', 'src'), {})).toEqual([join(repo, 'linked'), join(repo, 'linked', 'src')])
    expect(await at('/elsewhere', {})).toEqual(['/elsewhere', '/elsewhere'])
    expect(await at('/elsewhere', { 'working-directory': 'src' }, '/repo')).toEqual(['/repo', '/repo/src'])
    expect(await at('/repository', {}, '/repo')).toEqual(['/repo', '/repo'])
    expect(await at(repo, { 'working-directory': '/abs' })).toEqual([repo, '/abs'])
    rmSync(repo, { recursive: true })
  })

  it('knows what to leave out, and whose category counts', async () => {
    const { normalise } = await config({
      report: 'x',
      filter: '-a/**:r\nb',
      'filter-severity': 'high, error',
      'own-category': 'replace',
    })

    expect(normalise.filter!.patterns.map(({ line }) => line)).toEqual(['-a/**:r', 'b'])
    expect(normalise.filter!.severities).toEqual(['high', 'error'])
    expect(normalise.ownCategory).toBe('replace')
  })

  const mistakes: [string, Raw, Partial<Build>, RegExp][] = [
    [
      'nothing to do',
      {},
      {},
      /^There is nothing to do: give `scanner`, `command`, `report`, or the `zadig-…` options, as in `scanner: eslint` \(on a command line `--scanner eslint`\)\.$/,
    ],
    ['nothing but an upload', { upload: 'required', 'github-token': 't' }, {}, /There is nothing to do/],
    ['Zadig that is off, and nothing else', { ...zadig, zadig: 'off' }, {}, /There is nothing to do/],
    [
      'no category in place of the own one',
      { report: 'x', 'own-category': 'replace' },
      { analysisKey: undefined },
      /`own-category` is `replace`, but there is no category.*give `category`\.$/,
    ],
    ['scanner and command', { scanner: 'eslint', command: 'x' }, {}, /`scanner` and `command` exclude each other/],
    [
      'arguments for two scanners',
      { scanner: 'eslint,shellcheck', 'scanner-args': '-x' },
      {},
      /`scanner-args` belongs to exactly one `scanner`/,
    ],
    [
      'arguments for a command',
      { command: 'x', 'scanner-args': '-x' },
      {},
      /`scanner-args` belongs to exactly one `scanner`/,
    ],
    ['ref without sha', { report: 'x', ref: 'refs/heads/x' }, {}, /`ref` and `sha` go together/],
    [
      'an upload without a token',
      { report: 'x', upload: 'required' },
      {},
      /^The upload needs `github-token`, and the environment does not say\. Give it, or set `upload` to `off`\.$/,
    ],
    [
      'an upload from nowhere',
      { report: 'x', upload: 'optional' },
      { repository: undefined, sha: undefined, ref: undefined },
      /^The upload needs `github-token`, `repository`, `ref`, `sha`.*Give them/,
    ],
    ['Zadig without an address', { report: 'x', 'zadig-project': 'p' }, {}, /needs `zadig-url`/],
    ['Zadig required, and nothing said', { report: 'x', zadig: 'required' }, {}, /needs `zadig-url`/],
    [
      'Zadig without the rest',
      { 'zadig-url': 'https://z.example' },
      { repository: undefined, ref: undefined },
      /^The Zadig scan needs `zadig-token`, `zadig-project`, `zadig-scan`, `zadig-repo`, `zadig-branch`\.$/,
    ],
    ['Zadig on a tag', zadig, { ref: 'refs/tags/v1' }, /needs `zadig-branch`/],
    ['Zadig on a pull request of an unknown base', zadig, { ref: 'refs/pull/7/merge' }, /needs `zadig-branch`/],
    ['a matrix that is no JSON', { report: 'x', matrix: '{' }, {}, /`matrix`: this is not JSON/],
  ]

  it.each(mistakes)('%s: one sentence that says what to do', async (_, raw, more, message) => {
    await expect(config(raw, more)).rejects.toThrow(message)
    await expect(config(raw, more)).rejects.toThrow(UserError)
  })

  it('needs nothing for what is off, or was not asked for', async () => {
    expect(
      await config({ report: 'x', upload: 'off', zadig: 'off', 'zadig-project': 'p' }, {}, 'required'),
    ).toMatchObject({ upload: undefined, zadig: undefined })
    expect(await config({ report: 'x', 'zadig-token': 't' })).toMatchObject({ zadig: undefined, upload: undefined })
    expect(await config({ report: 'x', 'github-token': 't' })).toMatchObject({ upload: undefined, secrets: ['t'] })
  })

  it('uploads nothing where nothing is scanned, but runs Zadig', async () => {
    expect(await config({ ...zadig, upload: 'required', 'github-token': 't' })).toMatchObject({
      scan: undefined,
      upload: undefined,
      zadig: { need: 'required' },
      gate: { zadig: { otherwise: 'required' } },
    })
  })

  describe('of Zadig', () => {
    const target = async (raw: Raw = {}, more: Partial<Build> = {}) =>
      (await config({ ...zadig, ...raw }, more)).zadig!.repository

    it('takes its own times, the id of the scan, and what becomes of a task that is left', async () => {
      const more = {
        'zadig-timeout': '10m',
        'zadig-queue-timeout': '1h',
        'zadig-scan-id': '64F0A1B2C3D4E5F60718293A',
        'zadig-cancel-on-abort': 'false',
      }
      expect((await config({ ...zadig, ...more })).zadig).toMatchObject({
        timeoutMs: 600_000,
        queueTimeoutMs: 3_600_000,
        scanId: '64f0a1b2c3d4e5f60718293a',
        cancelOnAbort: false,
      })
      expect(() => config({ ...zadig, 'zadig-scan-id': '../x' })).toThrow('24 hexadecimal digits')
    })

    it('has its defaults', async () => {
      expect((await config(zadig)).zadig).toEqual({
        need: 'required',
        url: 'https://zadig.example',
        token: 't0ken',
        project: 'shop',
        scan: 'shop-codescan',
        repository: { owner: 'octo', name: 'shop', source: 'github', branch: 'main', prs: [] },
        variables: [],
        timeoutMs: 1_800_000,
        queueTimeoutMs: 1_800_000,
        cancelOnAbort: true,
      })
      expect((await config(zadig)).secrets).toEqual(['t0ken'])
    })

    it('scans a branch by its short name', async () => {
      expect(await target({}, { ref: 'refs/heads/feature/x' })).toMatchObject({ branch: 'feature/x', prs: [] })
      expect(await target({}, { ref: 'refs/heads/gh-readonly-queue/main/pr-5-abc' })).toMatchObject({
        branch: 'gh-readonly-queue/main/pr-5-abc',
      })
    })

    it('scans a pull request as the base branch and its number', async () => {
      expect(await target({}, { ref: 'refs/pull/7/merge', baseBranch: 'main' })).toMatchObject({
        branch: 'main',
        prs: [7],
      })
      expect(await target({ ref: 'refs/pull/8/head', sha: b40 }, { baseBranch: 'dev' })).toMatchObject({
        branch: 'dev',
        prs: [8],
      })
    })

    it('takes explicit words before everything', async () => {
      expect(
        await target(
          { 'zadig-repo': 'group/sub/lib', 'zadig-source': 'gitlab', 'zadig-branch': 'dev', 'zadig-prs': '1,2' },
          { ref: 'refs/pull/7/merge', baseBranch: 'main' },
        ),
      ).toEqual({ owner: 'group/sub', name: 'lib', source: 'gitlab', branch: 'dev', prs: [1, 2] })
      expect(
        (await config({ ...zadig, zadig: 'optional', 'zadig-timeout': '5m', 'zadig-variables': 'A=1' })).zadig,
      ).toMatchObject({ need: 'optional', timeoutMs: 300_000, variables: [{ key: 'A', value: '1' }] })
    })
  })
})

describe('The redactor', () => {
  const secret = 'gh_p4ss/wörd+"x"=#1'
  const hidden = (text: string, ...secrets: (string | undefined)[]) => {
    const { add, redact } = redactor()
    add(secrets)
    return redact(text)
  }

  it.each([
    ['as it is', secret],
    ['in an address', encodeURIComponent(secret)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ['in the header of git', Buffer.from(`x-access-token:${secret}`).toString('base64').replace(/=+$/, '')],
    ['in Markdown', escaped(secret)],
  ])('hides a secret %s', (_, form) => {
    expect(hidden(`a ${form} b ${form}`, secret)).toBe('a *** b ***')
  })

  it('hides a secret of several lines, whole, line by line, and in one line of JSON', () => {
    const key = '-----BEGIN KEY-----\nabcdefgh\r\nijkl\n\n}\n-----END KEY-----'

    for (const text of [
      key,
      ...key.split(/\r?\n/).filter((line) => line.length >= 4),
      JSON.stringify(key),
      Buffer.from(key).toString('base64'),
    ])
      expect(hidden(text, key)).not.toMatch(/abcd|ijkl|KEY|LS0t/)
    expect(hidden('}', key)).toBe('}')
  })

  it('hides the longest form first, and all secrets that were ever added', () => {
    const { add, redact } = redactor()
    expect(add(['token', undefined])).toContain('token')
    add(['token-and-more'])

    expect(redact('token-and-more, token')).toBe('***, ***')
  })

  it('ignores what is too short to be a secret', () => {
    expect(hidden('a b abc    x', 'a', '', 'abc', undefined, '    ')).toBe('a b abc    x')
  })

  it('takes a secret for letters, not for a pattern', () => {
    expect(hidden('aXXXb a.*b $& x', 'a.*b')).toBe('aXXXb *** $& x')
    expect(() => hidden('x', 'lone \ud800 half')).not.toThrow()
  })
})

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('What the commands ask for that only talk to GitHub', () => {
  const build = detectBuild({})

  it('is told by the name of what is missing, and of nothing else', () => {
    const token = { 'github-token': 't' }
    const repository = { repository: 'octo/shop' }

    expect(() => accessConfig({}, build)).toThrow(/`github-token` and `repository`.*GITHUB_TOKEN.*--repository/)
    expect(() => accessConfig(token, build)).toThrow(/^This needs `repository`(?!.*GITHUB_TOKEN).*--repository/)
    expect(() => accessConfig(repository, build)).toThrow(/^This needs `github-token`(?!.*--repository).*GITHUB_TOKEN/)
    expect(accessConfig({ ...token, ...repository }, build)).toMatchObject({ token: 't', repository: 'octo/shop' })
  })
})
