import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Fault } from '../sandbox/faults.ts'
import { projectRoot } from '../sandbox/root.ts'
import { outputs } from '../src/render/outputs.ts'
import { type Story, type Told, tell } from './kit/story.ts'

const node24 = join(projectRoot(), '.tools', 'node_modules', 'node', 'bin', 'node')

/** A report whose tool says hostile things. */
const hostile = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: '::error::Evil', rules: [] } },
      results: [
        {
          ruleId: '##[warning]x',
          level: 'error',
          message: {
            text: '::add-mask::a\n::stop-commands::x\r::set-output name=verdict::pass ##[error]y \u001b[31mred @octocat <script>',
          },
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'a%0A::error::b.js' }, region: { startLine: 1 } } },
          ],
        },
      ],
    },
  ],
})

/** Without a place, with a score that is no number, twice under one category: GitHub takes nothing of that. */
const faulty = (id: string, score: string) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'T', rules: [{ id, properties: { 'security-severity': score } }] } },
        results: [{ ruleId: id, ruleIndex: 0, message: { text: 'm' } }],
      },
    ],
  })

const fromFork = {
  event: {
    name: 'pull_request',
    payload: {
      repository: { full_name: 'octo/shop' },
      pull_request: { number: 7, head: { repo: { full_name: 'stranger/shop' } } },
    },
  },
  ref: 'refs/pull/7/merge',
  baseRef: 'main',
}

const clean = '[{"filePath":"src/price.js","messages":[],"errorCount":0}]'
const eslintScan = { scanner: 'eslint' }
const zadigAnswers = (status: number, body: string): { faults: Fault[] } => ({
  faults: [{ path: /codescan/, times: 99, status, body }],
})

const stories = {
  'findings block': { source: 'failing', inputs: eslintScan },
  'clean source passes': { source: 'passing', inputs: eslintScan, zadig: { ending: 'passed' } },
  'a failed Zadig scan fails': { source: 'passing', inputs: eslintScan, zadig: { ending: 'failed' } },
  'an optional Zadig scan that fails only warns': {
    source: 'passing',
    inputs: { ...eslintScan, zadig: 'optional' },
    zadig: { ending: 'failed' },
  },
  'a pull request': { source: 'passing', inputs: eslintScan, zadig: {}, ref: 'refs/pull/7/merge', baseRef: 'main' },
  'an unknown input': { inputs: { scaner: 'eslint' } },
  'a bad duration': { inputs: { ...eslintScan, 'scan-timeout': '5 minutes' } },
  'a truncated report': {
    files: { 'r.json': '[{"filePath":"a.js","messages":[{"ruleId"' },
    inputs: { report: 'r.json' },
  },
  'no report': { inputs: { report: 'out/*.sarif' } },
  'a refused token': { source: 'passing', inputs: { ...eslintScan, 'github-token': 'wrong-token-value' } },
  'a token without permission': { source: 'passing', inputs: eslintScan, github: { permission: 'read' } },
  'too large for GitHub': { source: 'passing', inputs: eslintScan, github: { maxGzipBytes: 10 } },
  'an optional upload that is refused': {
    source: 'passing',
    inputs: { ...eslintScan, upload: 'optional' },
    github: { permission: 'read' },
  },
  'processing failed': {
    source: 'failing',
    inputs: { ...eslintScan, 'fail-on': 'critical' },
    github: { maxAlerts: -1 },
  },
  'a report that GitHub would refuse as it is': {
    files: { 'a.sarif': faulty('x', 'Medium'), 'b.sarif': faulty('y', 'nonsense') },
    inputs: { report: '*.sarif', 'fail-on': 'critical', 'tool-name': 'Faulty' },
  },
  'processing never ends': {
    source: 'passing',
    inputs: { ...eslintScan, 'processing-timeout': '4s' },
    github: { processingMs: 600_000 },
  },
  'Zadig refuses the token': { source: 'passing', inputs: eslintScan, zadig: { token: 'wrong-zadig-token' } },
  'Zadig knows no such scan': { source: 'passing', inputs: { ...eslintScan, 'zadig-scan': 'nobody' }, zadig: {} },
  'Zadig may not be used': { source: 'passing', inputs: eslintScan, zadig: zadigAnswers(403, '') },
  'Zadig never ends': {
    source: 'passing',
    inputs: { ...eslintScan, 'zadig-timeout': '4s' },
    zadig: { statuses: ['waiting', 'running'] },
  },
  'Zadig scanned something else': {
    source: 'passing',
    inputs: eslintScan,
    zadig: { repos: [{ owner: 'octo', name: 'other', branch: 'main', source: 'github' }] },
  },
  'a pull request of a fork': { source: 'passing', inputs: eslintScan, ...fromFork, github: { permission: 'read' } },
  'a pull request of a fork with findings': {
    source: 'failing',
    inputs: { ...eslintScan, 'new-only': 'false' },
    ...fromFork,
    github: { permission: 'read' },
  },
  'a fork, and Zadig without its secret': {
    source: 'passing',
    inputs: { ...eslintScan, 'zadig-token': '' },
    ...fromFork,
    zadig: {},
  },
  'a fork that is refused': { source: 'passing', inputs: { ...eslintScan, 'untrusted-runs': 'fail' }, ...fromFork },
  'a push by Dependabot': {
    source: 'passing',
    inputs: eslintScan,
    actor: 'dependabot[bot]',
    github: { permission: 'read' },
  },
  'a pull request by Dependabot': {
    source: 'passing',
    inputs: eslintScan,
    ref: 'refs/pull/7/merge',
    baseRef: 'main',
    actor: 'dependabot[bot]',
  },
  'a merge group whose branch is gone': {
    source: 'passing',
    inputs: eslintScan,
    event: { name: 'merge_group', payload: {} },
    ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc',
    github: { refs: ['refs/heads/main'] },
  },
  'pull_request_target with other code': {
    source: 'failing',
    inputs: eslintScan,
    event: { name: 'pull_request_target', payload: {} },
    sha: '0123456789012345678901234567890123456789',
  },
  'enforcement warn': { source: 'failing', inputs: { ...eslintScan, enforcement: 'warn' } },
  'a hostile report': { files: { 'r.sarif': hostile }, inputs: { report: 'r.sarif' } },
  'a crash that prints secrets': {
    inputs: {
      command: `node -e "console.error('token ' + '${'zadig-secret-'}' + 'value', Buffer.from('zadig-secret-value').toString('base64')); process.exitCode = 9"`,
      'zadig-token': 'zadig-secret-value',
    },
  },
  'nothing asked for': { inputs: {} },
  'empty inputs count as not given': {
    files: { 'r.json': clean },
    inputs: { report: 'r.json', 'fail-on': '', scanner: '', upload: 'off' },
  },
  'on Node 24': { source: 'failing', inputs: eslintScan, zadig: {}, node: node24 },
} satisfies Record<string, Story>

type Title = keyof typeof stories
const told = new Map<Title, Told>()
const of = (title: Title) => told.get(title)!
const missing24 = !existsSync(node24)

beforeAll(async () => {
  const titles = (Object.keys(stories) as Title[]).filter((title) => !(title === 'on Node 24' && missing24))
  const worker = async () => {
    for (let title = titles.shift(); title; title = titles.shift()) told.set(title, await tell(stories[title]))
  }
  // They mostly wait for one another's servers, so more than the cores.
  await Promise.all(Array.from({ length: 5 }, worker))
}, 300_000)

afterAll(() => told.clear())

const verdicts: [Title, string, number][] = [
  ['findings block', 'fail', 1],
  ['clean source passes', 'pass', 0],
  ['a failed Zadig scan fails', 'fail', 1],
  ['an optional Zadig scan that fails only warns', 'warn', 0],
  ['a pull request', 'pass', 0],
  ['an unknown input', 'error', 2],
  ['a bad duration', 'error', 2],
  ['a truncated report', 'error', 3],
  ['no report', 'error', 3],
  ['a refused token', 'error', 3],
  ['a token without permission', 'error', 3],
  ['too large for GitHub', 'error', 3],
  ['an optional upload that is refused', 'warn', 0],
  ['processing failed', 'error', 3],
  ['a report that GitHub would refuse as it is', 'warn', 0],
  ['processing never ends', 'error', 3],
  ['Zadig refuses the token', 'error', 3],
  ['Zadig knows no such scan', 'error', 3],
  ['Zadig may not be used', 'error', 3],
  ['Zadig never ends', 'error', 3],
  ['Zadig scanned something else', 'error', 3],
  ['a pull request of a fork', 'pass', 0],
  ['a pull request of a fork with findings', 'fail', 1],
  ['a fork, and Zadig without its secret', 'error', 3],
  ['a fork that is refused', 'error', 3],
  ['a push by Dependabot', 'pass', 0],
  ['a pull request by Dependabot', 'pass', 0],
  ['a merge group whose branch is gone', 'warn', 0],
  ['pull_request_target with other code', 'error', 2],
  ['enforcement warn', 'warn', 0],
  ['a hostile report', 'fail', 1],
  ['a crash that prints secrets', 'error', 3],
  ['nothing asked for', 'error', 2],
  ['empty inputs count as not given', 'pass', 0],
]

describe('The bundled action', () => {
  it.each(verdicts)('%s: %s, exit code %i', (title, verdict, exitCode) => {
    const { result } = of(title)

    expect([result.outputs['verdict'], result.exitCode, result.outputs['exit-code']]).toEqual([
      verdict,
      exitCode,
      String(exitCode),
    ])
    expect(result.outputs['passed']).toBe(String(exitCode === 0))
  })

  it.each(verdicts.map(([title]) => title))('%s: sets every output, and none that is not declared', (title) => {
    const { result } = of(title)

    expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(outputs).sort())
    expect(result.undeclaredOutputs).toEqual([])
    expect(result.timedOut).toBe(false)
  })

  it.each(verdicts.map(([title]) => title))('%s: sends GitHub only what its description allows', (title) => {
    const { github } = of(title)

    expect(github.violations).toEqual([])
  })

  ;(missing24 ? it.skip : it)(
    missing24 ? 'runs on Node 24 (skipped: no .tools/node_modules/node, see .ci/run)' : 'runs on Node 24',
    () => {
      const { result } = of('on Node 24')

      expect([result.outputs['verdict'], result.exitCode, result.outputs['zadig-status']]).toEqual([
        'fail',
        1,
        'passed',
      ])
    },
  )
})

describe('What is uploaded', () => {
  it('is the SARIF that was judged, under the checked-out commit, with category and fingerprints', () => {
    const { github, sha, sarif, result } = of('findings block')
    const [delivery] = github.deliveries

    expect(delivery).toMatchObject({ commitSha: sha, ref: 'refs/heads/main', toolName: 'ESLint', status: 'complete' })
    expect(delivery!.sarif).toEqual(sarif)
    expect(sarif!.runs[0]!.automationDetails).toEqual({ id: '.github/workflows/scan.yml:scan/' })
    expect(sarif!.runs[0]!.results!.map(({ partialFingerprints }) => Object.keys(partialFingerprints ?? {}))).toEqual([
      ['primaryLocationLineHash'],
      ['primaryLocationLineHash'],
      ['primaryLocationLineHash'],
    ])
    expect(github.alerts).toHaveLength(3)
    expect(result.outputs['sarif-id']).toBe(delivery!.id)
  })

  it('goes under the pull request, and Zadig gets its number and base branch', () => {
    const { github, zadig } = of('a pull request')

    expect(github.deliveries[0]).toMatchObject({ ref: 'refs/pull/7/merge' })
    expect(zadig.tasks).toHaveLength(1)
    expect(zadig.tasks[0]).toMatchObject({ prs: [7] })
  })

  it('is mended and merged so that GitHub takes it, and the summary says how', () => {
    const { github, result, sarif } = of('a report that GitHub would refuse as it is')

    expect(github.deliveries.map(({ status }) => status)).toEqual(['complete'])
    expect(github.analyses.map(({ resultsCount }) => resultsCount)).toEqual([2])
    expect(result.summary).toMatch(/Mended in the SARIF of Faulty: /)
    expect(result.summary).toMatch(/2 runs of Faulty in category .* were merged/)
    expect(sarif!.runs).toHaveLength(2)
    // What cannot be ranked is not made harmless by the mending.
    expect(JSON.parse(result.outputs['counts']!)).toMatchObject({ medium: 1, unknown: 1 })
  })

  it('is not even tried for a fork, and the summary says why', () => {
    const { github, result } = of('a pull request of a fork')

    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(result.summary).toContain('its token may not upload, so the upload is skipped and the local gate decides')
    expect(result.outputs['upload-status']).toBe('skipped')
  })

  it('is sent for Dependabot on a pull request, where the job can allow it', () => {
    const { github } = of('a pull request by Dependabot')

    expect(github.deliveries.map(({ status }) => status)).toEqual(['complete'])
  })

  it('is sent once, whatever the answer', () => {
    const posts = (title: Title) => of(title).github.requests.filter(({ method }) => method === 'POST').length

    expect(
      (['a refused token', 'a token without permission', 'too large for GitHub', 'processing failed'] as const).map(
        posts,
      ),
    ).toEqual([1, 1, 1, 1])
  })
})

describe('What is said', () => {
  const sentences: [Title, RegExp][] = [
    ['findings block', /2 findings at or above high/],
    ['a failed Zadig scan fails', /Zadig task 1 failed/],
    ['an unknown input', /There is no input `scaner`\. Did you mean `scanner`\?/],
    ['a bad duration', /`scan-timeout`: .*90s, 15m or 1h/],
    ['a truncated report', /The report of r\.json cannot be read: it is not JSON, or it was cut off/],
    ['no report', /No report matches `out\/\*\.sarif`/],
    ['a refused token', /GitHub answered 401 \(Bad credentials\)\. The token is not valid/],
    ['a token without permission', /Resource not accessible by integration.*security-events: write/],
    ['too large for GitHub', /GitHub answered 413.*larger than the 10 MB/],
    ['processing failed', /GitHub could not process the SARIF: .*too many logical alerts/],
    ['processing never ends', /had not processed the SARIF when `processing-timeout` was over/],
    ['Zadig refuses the token', /Zadig answered 401\. The token is not valid/],
    ['Zadig knows no such scan', /It knows no scan `nobody` in project `shop`/],
    ['Zadig may not be used', /may not run scans in project `shop`/],
    ['Zadig never ends', /was still `running` when `zadig-timeout` \(4 s\) was over/],
    ['Zadig scanned something else', /not octo\/shop \(main\), so its result says nothing about this code/],
    ['a fork, and Zadig without its secret', /Zadig was not asked: GitHub gives no secrets to runs of forks/],
    ['a fork that is refused', /a run of a fork, without secrets.*`untrusted-runs` is `fail`/],
    ['pull_request_target with other code', /other code than that of the base branch is checked out/],
    ['nothing asked for', /There is nothing to do: give `scanner`, `command`, `report`/],
  ]

  it.each(sentences)('%s: %s', (title, sentence) => {
    const { result } = of(title)

    expect(result.log).toMatch(sentence)
    expect(result.annotations.some(({ level }) => level === 'error')).toBe(true)
  })

  it.each(verdicts.map(([title]) => title))('%s: the summary says first whether it passed', (title) => {
    const { result } = of(title)

    expect(result.summary.split('\n')[0]).toMatch(/^## (?:✅|⚠️|❌|🟥) Gate (?:passed|failed|could not be completed)/)
  })

  it('annotates what blocks, at its place', () => {
    const { result } = of('findings block')

    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'src/price.js', startLine: 5, title: 'ESLint: no-eval (high)' }),
    )
  })

  it('never lets a report speak to the runner', () => {
    const { result } = of('a hostile report')

    expect(result.masks).not.toContain('a')
    expect(result.outputs['verdict']).toBe('fail')
    expect(result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).not.toContain('y')
    // What was uploaded is told to the next steps, as one name and in one piece.
    expect(Object.keys(result.envChanges)).toEqual(['CODESCAN_GATE_UPLOADS'])
    expect(result.summary).not.toContain('<script>')
    expect(result.summary).not.toMatch(/@octocat/)
  })

  it('never shows a token, in no form', () => {
    const forms = [
      'zadig-secret-value',
      Buffer.from('zadig-secret-value').toString('base64'),
      'wrong-token-value',
      'wrong-zadig-token',
    ]
    const written = [...told.values()].flatMap(({ result, sarif }) => [
      result.raw.replaceAll(/^::add-mask::.*$/gm, ''),
      result.summary,
      JSON.stringify(result.outputs),
      JSON.stringify(sarif ?? ''),
    ])

    for (const form of forms) expect(written.filter((text) => text.includes(form))).toEqual([])
  })
})
