import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { rows } from './kit/rows.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'
import type { Story, Told } from './kit/story.ts'

const note = (uri: string, more: Partial<Result> = {}) => resultAt(uri, 1, { level: 'note', ...more })
const one = logOf(runOf('T', [note('a.js')]))
const oneReport = { files: { 'r.sarif': one, 'a.js': 'alpha\nbeta\ngamma\n' }, inputs: { report: 'r.sarif' } }
const report = (...runs: unknown[]) => ({ files: { 'r.sarif': logOf(...runs) }, inputs: { report: 'r.sarif' } })
const sha = '0123456789abcdef0123456789abcdef01234567'

const verdictOf = ({ result }: Told) => [result.outputs['verdict'], result.exitCode]
const posts = ({ github }: Told) => github.requests.filter(({ method }) => method === 'POST')
const uploaded = ({ github }: Told) => github.deliveries.flatMap(({ sarif }) => (sarif as { runs: Run[] }).runs)
const results = (told: Told) => uploaded(told).flatMap((run) => run.results ?? [])
const uris = (told: Told) =>
  results(told).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)
const stored = ({ github }: Told) => github.deliveries.map(({ status }) => status)

const pullRequest = { ref: 'refs/pull/7/merge', baseRef: 'main' }
const fork = {
  ...pullRequest,
  event: {
    name: 'pull_request',
    payload: {
      repository: { full_name: 'octo/shop' },
      pull_request: { number: 7, head: { repo: { full_name: 'stranger/shop' } } },
    },
  },
}

/** An analysis that the repository has already, as another job would have uploaded it. */
async function uploadBefore({ url, token }: { url: string; token: string }, ref: string, run: Run): Promise<void> {
  const { gzipSync } = await import('node:zlib')
  const response = await fetch(`${url}/repos/octo/shop/code-scanning/sarifs`, {
    method: 'POST',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commit_sha: sha, ref, sarif: gzipSync(logOf(run)).toString('base64') }),
  })
  expect(response.status).toBe(202)
  await new Promise((resolve) => setTimeout(resolve, 600))
}

/** The same job has found something on main before. */
const scannedBefore: Story['prepare'] = ({ github }) =>
  uploadBefore(
    github,
    'refs/heads/main',
    runOf('ESLint', [note('a.js')], { automationDetails: { id: '.github/workflows/scan.yml:scan/' } }),
  )

describe('Each pain of those who upload, on the bundled action', () => {
  rows({
    'pain 1: a missing permission is named, with the YAML to add': {
      story: { ...oneReport, github: { permission: 'read' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toContain('permissions: { contents: read, security-events: write }')
      },
    },
    'pain 2: a fork needs no permission, and is gated': {
      story: { ...oneReport, ...fork, github: { permission: 'read' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        // Only the base's policy, which decides on a pull request, and whether its branch can be read at all.
        const paths = told.github.requests.map(({ path }) => path)
        expect(paths.filter((path) => !/\/contents[/?]/.test(path))).toEqual([])
        expect(told.sarif!.runs).toHaveLength(1)
      },
    },
    'pain 3: a push by Dependabot does not fail for its token': {
      story: { ...oneReport, actor: 'dependabot[bot]', github: { permission: 'read' } },
      proves: (told) => expect(verdictOf(told)).toEqual(['pass', 0]),
    },
    'pain 4: needs no `actions: read`, as it asks nothing of the Actions API': {
      story: { ...oneReport, github: { visibility: 'private' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.requests.filter(({ path }) => path.includes('/actions'))).toEqual([])
      },
    },
    'pain 5: without Code Security, an optional upload does not fail the job': {
      story: {
        ...oneReport,
        inputs: { ...oneReport.inputs, upload: 'optional' },
        github: { codeSecurity: false, visibility: 'private' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['warn', 0])
        expect(told.result.summary).toMatch(/enable Code Security/)
      },
    },
    'pain 6: several files of one tool and category go up in one step': {
      story: {
        files: { 'a.sarif': logOf(runOf('T', [note('a.js')])), 'b.sarif': logOf(runOf('T', [note('b.js')])) },
        inputs: { report: '*.sarif' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(uris(told)).toEqual(['a.js', 'b.js'])
      },
    },
    'pain 7: several runs of one category are merged, none is lost': {
      story: report(...Array.from({ length: 5 }, (_, at) => runOf('T', [note(`f${at}.js`)]))),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(results(told)).toHaveLength(5)
      },
    },
    'pain 8: more than 20 runs are sent in several uploads': {
      story: report(...Array.from({ length: 21 }, (_, at) => runOf(`T${at}`, [note(`f${at}.js`)]))),
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(stored(told)).toEqual(['complete', 'complete'])
        expect(results(told)).toHaveLength(21)
      },
    },
    'pain 9: what GitHub would not store is chosen by severity, and said': {
      story: report(
        runOf(
          'T',
          Array.from({ length: 5100 }, (_, at) =>
            note('a.js', { message: { text: `m${at}` }, level: at < 100 ? 'note' : 'warning' }),
          ),
        ),
      ),
      proves: (told) => {
        expect(results(told)).toHaveLength(5000)
        expect(results(told).every(({ level }) => level === 'warning')).toBe(true)
        expect(told.result.summary).toMatch(/Left out: 100 results/)
      },
    },
    'pain 10: one result with too many places or steps does not sink the file': {
      story: report(
        runOf('T', [
          note('a.js', { relatedLocations: Array.from({ length: 1001 }, () => resultAt('b.js').locations![0]!) }),
          note('c.js', {
            codeFlows: [
              {
                threadFlows: [
                  { locations: Array.from({ length: 10_001 }, () => ({ location: resultAt('b.js').locations![0]! })) },
                ],
              },
            ],
          }),
        ]),
      ),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(uris(told)).toEqual(['a.js', 'c.js'])
        expect(told.result.summary).toMatch(/related/)
      },
    },
    'pain 11: pretty-printed megabytes are sent compact': {
      story: {
        files: {
          'r.sarif': JSON.stringify(
            JSON.parse(
              logOf(
                runOf(
                  'T',
                  Array.from({ length: 4000 }, (_, at) => note(`src/file-${at}.js`)),
                ),
              ),
            ),
            null,
            8,
          ),
        },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(told.github.deliveries[0]!.gzipBytes).toBeLessThan(200_000)
      },
    },
    'pain 12: a result without a place gets one, and is not lost': {
      story: report(runOf('T', [{ ruleId: 'r', level: 'note', message: { text: 'no place' } }])),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(uris(told)).toEqual(['README.md'])
        expect(told.result.summary).toMatch(/findings without a file placed in README\.md/)
      },
    },
    'pain 13: the address of an image is no scheme that sinks the file': {
      story: report(runOf('T', [note('docker://alpine:3.9/etc'), note('library/alpine:3'), note('git://host/x.js')])),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(results(told)[0]!.message.text).toContain('docker://alpine:3.9/etc')
      },
    },
    'pain 14: severities in words and as numbers are mended': {
      story: report(
        runOf(
          'T',
          ['a', 'b', 'c', 'd'].map((ruleId) => note('a.js', { ruleId })),
          {
            tool: {
              driver: {
                name: 'T',
                rules: [
                  { id: 'a', properties: { 'security-severity': 'Medium' } },
                  { id: 'b', properties: { 'security-severity': 6.5 } },
                  { id: 'c', properties: { 'security-severity': null } },
                  { id: 'd', properties: { 'security-severity': 'undefined' } },
                ],
              },
            },
          },
        ),
      ),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        const scores = uploaded(told)[0]!.tool.driver.rules!.map(({ properties }) => properties?.['security-severity'])
        expect(scores.slice(0, 2)).toEqual(['5.5', '6.5'])
        expect(scores.slice(2)).toEqual([undefined, undefined])
      },
    },
    'pain 15: what breaks the schema is mended where that is safe': {
      story: report(
        runOf('T', [note('a b|c.js', { ruleId: 'x' })], {
          tool: {
            driver: {
              name: 'T',
              rules: [
                { id: 'x', helpUri: 'see the manual', properties: { tags: ['t', 't'] } },
                { id: 'x', helpUri: 'see the manual', properties: { tags: ['t', 't'] } },
              ],
            },
          },
        }),
      ),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(uris(told)).toEqual(['a%20b%7Cc.js'])
        expect(uploaded(told)[0]!.tool.driver.rules).toHaveLength(1)
      },
    },
    'pain 15, beyond that: says where, what and how': {
      story: report({ ...runOf('T', [note('a.js')]), results: 'none' }),
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/r\.sarif.*results/)
      },
    },
    'pain 16: a scan that found nothing closes alerts': {
      story: {
        files: { 'a.js': '' },
        inputs: { command: `node -e "console.log('[]')"`, format: 'eslint' },
        prepare: scannedBefore,
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.alerts.map(({ state }) => state)).toEqual(['fixed'])
      },
    },
    'pain 16: a scan that crashed does not': {
      story: {
        inputs: { command: 'node -e "process.exit(9)"', format: 'eslint' },
        prepare: scannedBefore,
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.github.alerts.map(({ state }) => state)).toEqual(['open'])
      },
    },
    'pain 16: an empty report is no clean one': {
      story: { files: { 'r.sarif': '' }, inputs: { report: 'r.sarif' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(posts(told)).toEqual([])
      },
    },
    'pain 17: what a tool did not finish is not uploaded beside what another did': {
      story: report(
        runOf('Whole', [note('a.js')]),
        runOf('Half', [], { invocations: [{ executionSuccessful: false }] }),
      ),
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(uploaded(told).map(({ tool }) => tool.driver.name)).toEqual(['Whole'])
      },
    },
    'pain 18: results are known again, and names that will change are told': {
      story: report(
        runOf('T', [note('a.js', { ruleId: `gen-${sha}` }), note('file:///tmp/build/a.js')], {
          automationDetails: { id: 'nightly-20261122/' },
        }),
      ),
      proves: (told) => {
        expect(told.result.summary).toMatch(/Rule ids that hold a commit or a date: 1/)
        expect(told.result.summary).toMatch(/Paths in a temporary folder: 1/)
        expect(told.result.summary).toMatch(/seems to hold a date/)
      },
    },
    'pain 19: foreign fingerprints make one line, not a flood': {
      story: {
        files: {
          'a.js': 'x\n'.repeat(300),
          'r.sarif': logOf(
            runOf(
              'T',
              Array.from({ length: 300 }, (_, at) =>
                resultAt('a.js', at + 1, {
                  level: 'note',
                  partialFingerprints: { primaryLocationLineHash: `own${at}` },
                }),
              ),
            ),
          ),
        },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(told.result.log.match(/bring a fingerprint/g)).toHaveLength(1)
        expect(told.result.log.split('\n').length).toBeLessThan(60)
      },
    },
    'pain 20: paths of containers, of Windows, with dots and from subfolders become those of the checkout': {
      story: {
        files: {
          'packages/a/src/x.js': 'x\n',
          'packages/a/r.sarif': logOf(
            runOf(
              'T',
              ['./src/x.js', 'src\\x.js', 'src/x.js'].map((uri) => note(uri)),
              {
                originalUriBaseIds: { SRCROOT: { uri: 'file:///github/workspace/' } },
              },
            ),
            runOf(
              'Container',
              [
                {
                  ruleId: 'r',
                  level: 'note',
                  message: { text: 'm' },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: { uri: 'packages/a/src/x.js', uriBaseId: 'SRCROOT' },
                        region: { startLine: 1 },
                      },
                    },
                  ],
                },
              ],
              { originalUriBaseIds: { SRCROOT: { uri: 'file:///github/workspace/' } } },
            ),
          ),
        },
        inputs: { report: 'r.sarif', 'working-directory': 'packages/a' },
      },
      proves: (told) => expect(uris(told)).toEqual(Array(4).fill('packages/a/src/x.js')),
    },
    'pain 21: a commit that GitHub does not know is explained': {
      story: { ...oneReport, github: { commits: [sha] } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/GitHub does not know this commit in this repository\. Push it first/)
      },
    },
    'pain 22: the gone branch of a merge queue does not stop the queue': {
      story: {
        ...oneReport,
        event: { name: 'merge_group', payload: {} },
        ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc',
        github: { refs: ['refs/heads/main'] },
      },
      proves: (told) => expect(verdictOf(told)).toEqual(['warn', 0]),
    },
    'pain 23: tells of categories that the base branch has and this pull request lacks': {
      story: {
        ...oneReport,
        ...pullRequest,
        prepare: ({ github }) =>
          uploadBefore(github, 'refs/heads/main', runOf('T', [], { automationDetails: { id: 'old name/' } })),
      },
      proves: (told) => {
        expect(told.result.summary).toMatch(/`main` .*`old name`/)
        expect(stored(told).at(-1)).toBe('complete')
      },
    },
    'pain 24: a category with a commit in it is told': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, category: `scan-${sha}` } },
      proves: (told) => expect(told.result.summary).toMatch(/seems to hold a commit/),
    },
    'pain 25: suppressed findings do not show as open': {
      story: report(runOf('T', [note('a.js', { suppressions: [{ kind: 'external' }] })])),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(told.github.alerts).toEqual([])
      },
    },
    'pain 26: everything is uploaded, and the gate chooses for itself': {
      story: {
        ...report(runOf('T', [note('a.js'), note('b.js', { level: 'error' })])),
        inputs: { report: 'r.sarif', 'fail-on': 'critical', 'warn-on': 'never' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(results(told)).toHaveLength(2)
      },
    },
    'pain 27: the step is red when the processing failed': {
      story: { ...oneReport, github: { maxAlerts: -1 } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.outputs['upload-status']).toBe('failed')
      },
    },
    'pain 28: a pipe in place of a source file does not hang it': {
      story: {
        ...report(runOf('T', [note('pipe.js'), note('../outside.js'), note('link.js')])),
        prepare: ({ workspace }) => {
          execFileSync('mkfifo', [join(workspace, 'pipe.js')])
          execFileSync('ln', ['-s', '/dev/zero', join(workspace, 'link.js')])
        },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(results(told).filter(({ partialFingerprints }) => partialFingerprints)).toEqual([])
      },
    },
    'pain 29: results of CodeQL beside the default set-up are explained': {
      story: { ...report(runOf('CodeQL', [note('a.js')])), github: { defaultSetup: true } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.summary).toMatch(/default setup.*Switch it off/)
        expect(posts(told)).toEqual([])
      },
    },
    'pain 29, where the token may not know of it: the processing tells': {
      story: {
        ...report(runOf('CodeQL', [note('a.js')])),
        github: { defaultSetup: true, faults: [{ path: /default-setup/, status: 403 }] },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(posts(told)).toHaveLength(1)
        expect(told.result.summary).toMatch(/Switch it off/)
      },
    },
    'pain 30: a busy server is asked again': {
      story: {
        ...oneReport,
        github: {
          faults: [
            { method: 'POST', path: /sarifs/, status: 502 },
            { method: 'GET', path: /sarifs\//, times: 2, status: 503 },
          ],
        },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.deliveries).toHaveLength(1)
      },
    },
    'pain 31: a personal token is as good as the one of the job': {
      story: {
        ...oneReport,
        inputs: { ...oneReport.inputs, 'github-token': 'ghp_personal' },
        github: { token: 'ghp_personal' },
      },
      proves: (told) => expect(verdictOf(told)).toEqual(['pass', 0]),
    },
    'pain 32: messages that only name a text are written out': {
      story: report(
        runOf('T', [note('a.js', { message: { id: 'found', arguments: ['x', '2'] } })], {
          tool: {
            driver: { name: 'T', rules: [{ id: 'r', messageStrings: { found: { text: '{0} was found {1} times' } } }] },
          },
        }),
      ),
      proves: (told) => {
        expect(stored(told)).toEqual(['complete'])
        expect(results(told)[0]!.message.text).toBe('x was found 2 times')
      },
    },
  })
})
