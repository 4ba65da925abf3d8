import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Run } from 'sarif'
import { parse } from 'yaml'
import { projectRoot } from '../sandbox/root.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { type Row, rows } from './kit/rows.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'
import type { Told } from './kit/story.ts'

const eslint = { scanner: 'eslint' }
const one = logOf(runOf('T', [resultAt('a.js', 1, { level: 'note' })]))
const oneReport = { files: { 'r.sarif': one, 'a.js': 'alpha\nbeta\ngamma\n' }, inputs: { report: 'r.sarif' } }

const verdictOf = ({ result }: Told) => [result.outputs['verdict'], result.exitCode]
const posts = ({ github }: Told) => github.requests.filter(({ method }) => method === 'POST')
const uploadBody = (told: Told) => posts(told)[0]!.body as Record<string, string>
const uploaded = ({ github }: Told) => github.deliveries.flatMap(({ sarif }) => (sarif as { runs: Run[] }).runs)
const tools = (told: Told) => uploaded(told).map(({ tool }) => tool.driver.name)

const branchRef = (number: number) => `refs/pull/${number}/merge`
const pullRequest = { ref: branchRef(7), baseRef: 'main' }

describe("Each row of what GitHub's own uploader does, on the bundled action", () => {
  rows({
    'F1: takes a single file, whatever its name ends with': {
      story: { files: { 'out/report.txt': one }, inputs: { report: 'out/report.txt' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(tools(told)).toEqual(['T'])
      },
    },
    'F2: looks through folders for .sarif and .sarif.json, follows no link, and keeps an order': {
      story: {
        files: {
          'out/b.sarif': logOf(runOf('B', [])),
          'out/deep/a.sarif.json': logOf(runOf('A', [])),
          'out/note.txt': 'no report',
          'elsewhere/l.sarif': logOf(runOf('Linked', [])),
        },
        inputs: { report: 'out' },
        prepare: ({ workspace }) => {
          symlinkSync(join(workspace, 'elsewhere'), join(workspace, 'out', 'link'))
          symlinkSync(join(workspace, 'elsewhere', 'l.sarif'), join(workspace, 'out', 'link.sarif'))
        },
      },
      proves: (told) => expect(tools(told)).toEqual(['B', 'A']),
    },
    'F3: leaves .quality.sarif and .csra.sarif out, and says so': {
      story: {
        files: {
          'out/q.quality.sarif': logOf(runOf('Q', [])),
          'out/c.csra.sarif': logOf(runOf('C', [])),
          'out/z.sarif': one,
        },
        inputs: { report: 'out' },
      },
      proves: (told) => {
        expect(tools(told)).toEqual(['T'])
        expect(told.result.log).toMatch(/q\.quality\.sarif/)
        expect(told.result.log).toMatch(/c\.csra\.sarif/)
      },
    },
    'F4: a missing path is an error of the set-up that names it': {
      story: { inputs: { report: 'missing.sarif' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/No report matches `missing\.sarif`/)
        expect(posts(told)).toEqual([])
      },
    },
    'F4, with `on-error: warn`: it only warns': {
      story: { files: { 'r.sarif': one }, inputs: { report: 'r.sarif, missing.sarif', 'on-error': 'warn' } },
      proves: (told) => expect(verdictOf(told)).toEqual(['warn', 0]),
    },
    'F5: reads UTF-8 with a byte order mark, and UTF-16': {
      story: {
        files: {
          'bom.sarif': `\ufeff${logOf(runOf('Bom', []))}`,
          'wide.sarif': Buffer.from(`\ufeff${logOf(runOf('Wide', []))}`, 'utf16le'),
        },
        inputs: { report: '*.sarif' },
      },
      proves: (told) => expect(tools(told)).toEqual(['Bom', 'Wide']),
    },
    'F6: refuses what the schema refuses and repair cannot mend, with file, pointer and rule': {
      story: {
        files: { 'r.sarif': logOf({ ...runOf('T', [resultAt('a.js')]), extra: { unheard: 'of' } }) },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/r\.sarif.*\/runs\/0\/extra/)
        expect(posts(told)).toEqual([])
      },
    },
    'F7: mends URIs instead of merely tolerating them': {
      story: { files: { 'r.sarif': logOf(runOf('T', [resultAt('my dir\\a b.js')])) }, inputs: { report: 'r.sarif' } },
      proves: (told) => {
        expect(uploaded(told)[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(
          'my%20dir/a%20b.js',
        )
        expect(told.github.deliveries[0]!.status).toBe('complete')
      },
    },
    'F8: a tool named CodeQL is checked like any other': {
      story: {
        files: { 'r.sarif': logOf({ ...runOf('CodeQL', [resultAt('a.js')]), extra: 1 }) },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/\/runs\/0\/extra/)
      },
    },
    "F9: merges runs by the server's own key, tool and category, whatever their versions and run names": {
      story: {
        files: {
          'a.sarif': logOf({
            ...runOf('T', [resultAt('a.js')], { automationDetails: { id: 'c/1' } }),
            tool: { driver: { name: 'T', version: '1' } },
          }),
          'b.sarif': logOf({
            ...runOf('T', [resultAt('b.js')], { automationDetails: { id: 'c/2' } }),
            tool: { driver: { name: 'T', version: '1' } },
          }),
        },
        inputs: { report: '*.sarif' },
      },
      proves: (told) => {
        expect(told.github.deliveries.map(({ status }) => status)).toEqual(['complete'])
        expect(told.github.analyses.map(({ resultsCount }) => resultsCount)).toEqual([2])
      },
    },
    'F10: several files go up together, with their $schema': {
      story: {
        files: { 'a.sarif': logOf(runOf('A', [])), 'b.sarif': logOf(runOf('B', [])) },
        inputs: { report: '*.sarif' },
      },
      proves: (told) => {
        expect(tools(told)).toEqual(['A', 'B'])
        expect(told.github.deliveries[0]!.sarif).toHaveProperty('$schema')
      },
    },
    'F11: files of CodeQL are merged without CodeQL': {
      story: {
        files: {
          'a.sarif': logOf(runOf('CodeQL', [resultAt('a.js')])),
          'b.sarif': logOf(runOf('CodeQL', [resultAt('b.js')])),
        },
        inputs: { report: '*.sarif' },
      },
      proves: (told) => expect(told.github.analyses.map(({ resultsCount }) => resultsCount)).toEqual([2]),
    },
    'F12: uploads what lies outside the changes of a pull request as well': {
      story: { ...oneReport, ...pullRequest },
      proves: (told) => {
        expect(told.github.deliveries[0]).toMatchObject({ ref: branchRef(7) })
        expect(uploaded(told)[0]!.results).toHaveLength(1)
      },
    },
    'F13: computes the very fingerprint that GitHub does': {
      story: oneReport,
      proves: (told) =>
        expect(uploaded(told)[0]!.results![0]!.partialFingerprints).toEqual({
          primaryLocationLineHash: '4ecdd90537a4388a:1',
        }),
    },
    'F14: keeps foreign fingerprints, with one line that sums them up': {
      story: {
        ...oneReport,
        files: {
          ...oneReport.files,
          'r.sarif': logOf(
            runOf(
              'T',
              [1, 2, 3].map((line) =>
                resultAt('a.js', line, { partialFingerprints: { primaryLocationLineHash: 'theirs:1' } }),
              ),
            ),
          ),
        },
      },
      proves: (told) => {
        expect(uploaded(told)[0]!.results!.map((it) => it.partialFingerprints!['primaryLocationLineHash'])).toEqual(
          Array(3).fill('theirs:1'),
        )
        expect(told.result.log.match(/fingerprints: replace/g)).toHaveLength(1)
        expect(told.result.log).toMatch(/3 results of T bring a fingerprint/)
      },
    },
    'F14, with `fingerprints: replace`: puts the computed ones in their place': {
      story: {
        files: {
          'a.js': 'alpha\nbeta\ngamma\n',
          'r.sarif': logOf(
            runOf('T', [
              resultAt('a.js', 1, { partialFingerprints: { primaryLocationLineHash: 'theirs:1', other: 'x' } }),
            ]),
          ),
        },
        inputs: { report: 'r.sarif', fingerprints: 'replace' },
      },
      proves: (told) =>
        expect(uploaded(told)[0]!.results![0]!.partialFingerprints).toEqual({
          primaryLocationLineHash: '4ecdd90537a4388a:1',
          other: 'x',
        }),
    },
    'F15: a category gets its slash': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, category: 'mine' } },
      proves: (told) => expect(uploaded(told)[0]!.automationDetails).toEqual({ id: 'mine/' }),
    },
    'F16: without one, it is named by workflow, job and matrix, and no API is asked for that': {
      story: { ...oneReport, matrix: { node: '20', os: 'linux', number: 3 } },
      proves: (told) => {
        expect(uploaded(told)[0]!.automationDetails).toEqual({
          id: '.github/workflows/scan.yml:scan/node:20/number:/os:linux/',
        })
        expect(told.github.requests.filter(({ path }) => path.includes('/actions/'))).toEqual([])
      },
    },
    "F17: a file's own category wins": {
      story: {
        files: { 'r.sarif': logOf(runOf('T', [], { automationDetails: { id: 'theirs/1' } })) },
        inputs: { report: 'r.sarif', category: 'mine' },
      },
      proves: (told) => expect(told.github.analyses.map(({ category }) => category)).toEqual(['theirs']),
    },
    'F17, with `own-category: replace`: it does not': {
      story: {
        files: { 'r.sarif': logOf(runOf('T', [], { automationDetails: { id: 'theirs/1' } })) },
        inputs: { report: 'r.sarif', category: 'mine', 'own-category': 'replace' },
      },
      proves: (told) => expect(told.github.analyses.map(({ category }) => category)).toEqual(['mine']),
    },
    'F18: a second upload of one tool and category in one job is refused before it hides the first': {
      story: { ...oneReport, earlier: oneReport.inputs },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(posts(told)).toHaveLength(1)
        expect(told.result.log).toMatch(/An earlier step of this job has uploaded T .*give .*`category`/)
      },
    },
    'F18, under a category of its own: it is taken': {
      story: { ...oneReport, earlier: { ...oneReport.inputs, category: 'other' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.analyses).toHaveLength(2)
      },
    },
    'F19: sends compact JSON, gzipped, in Base64 without line breaks': {
      story: oneReport,
      proves: (told) => {
        expect(uploadBody(told)['sarif']).toMatch(/^[A-Za-z\d+/]+={0,2}$/)
        expect(told.github.deliveries[0]!.sarif).toEqual(told.sarif)
      },
    },
    'F20: names the checkout by `checkout-path`': {
      story: {
        files: { 'sub/a.js': 'alpha\n', 'sub/r.sarif': logOf(runOf('T', [resultAt('a.js')])) },
        inputs: { report: 'r.sarif', 'checkout-path': 'sub' },
      },
      proves: (told) => expect(told.github.deliveries[0]!.checkoutUri).toMatch(/^file:\/\/\/.*\/sub$/),
    },
    'F21: `ref` and `sha` go together': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, ref: 'refs/heads/x' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 2])
        expect(told.result.log).toMatch(/`ref` and `sha` go together/)
      },
    },
    'F22: a given commit is sent, whatever is checked out': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, ref: 'refs/heads/x', sha: 'f'.repeat(40) } },
      proves: (told) =>
        expect(told.github.deliveries[0]).toMatchObject({ ref: 'refs/heads/x', commitSha: 'f'.repeat(40) }),
    },
    'F23: a pull request of which the head is checked out goes under its head': {
      story: { ...oneReport, ...pullRequest, sha: 'f'.repeat(40) },
      proves: (told) =>
        expect(told.github.deliveries[0]).toMatchObject({ ref: 'refs/pull/7/head', commitSha: told.sha }),
    },
    'F24, F26, F27, F28: sends the keys of the public endpoint and no other, with tool and start': {
      story: { ...oneReport, ...pullRequest },
      proves: (told) => {
        expect(Object.keys(uploadBody(told)).sort()).toEqual([
          'checkout_uri',
          'commit_sha',
          'ref',
          'sarif',
          'started_at',
          'tool_name',
        ])
        expect(uploadBody(told)['tool_name']).toBe('T')
        expect(uploadBody(told)['started_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      },
    },
    'F26, several tools: names none of them': {
      story: {
        files: { 'r.sarif': logOf(runOf('A', []), runOf('B', [])) },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => expect(uploadBody(told)).not.toHaveProperty('tool_name'),
    },
    'F25: reads no ref from CODE_SCANNING_REF': {
      story: { ...oneReport, env: { CODE_SCANNING_REF: 'refs/heads/evil' } },
      proves: (told) => expect(told.github.deliveries[0]!.ref).toBe('refs/heads/main'),
    },
    'F29: waits until it is processed, however often it must ask': {
      story: { ...oneReport, github: { processingMs: 4000 } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        const asked = told.github.requests.filter(({ path }) => path.includes('/sarifs/'))
        expect(asked.length).toBeGreaterThan(1)
        expect(asked.length).toBeLessThan(10)
      },
    },
    'F30: a time-out is no success where the upload is required': {
      story: {
        ...oneReport,
        inputs: { ...oneReport.inputs, 'processing-timeout': '3s' },
        github: { processingMs: 600_000 },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.outputs['upload-status']).toBe('pending')
      },
    },
    'F30, where the upload is optional: it warns': {
      story: {
        ...oneReport,
        inputs: { ...oneReport.inputs, upload: 'optional', 'processing-timeout': '3s' },
        github: { processingMs: 600_000 },
      },
      proves: (told) => expect(verdictOf(told)).toEqual(['warn', 0]),
    },
    'F31: says of a rejected upload what to do about it': {
      story: { ...oneReport, github: { maxAlerts: -1 } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/too many logical alerts/)
        expect(told.result.summary).toMatch(/analyses delete/)
      },
    },
    'F32: tries again what passes': {
      story: { ...oneReport, github: { faults: [{ method: 'POST', path: /sarifs/, times: 2, status: 502 }] } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(posts(told)).toHaveLength(3)
        expect(told.github.deliveries).toHaveLength(1)
      },
    },
    'F32: does not try again what does not pass': {
      story: { ...oneReport, github: { permission: 'read' } },
      proves: (told) => expect(posts(told)).toHaveLength(1),
    },
    'F33: waits for as long as a rate limit asks': {
      story: {
        ...oneReport,
        github: {
          faults: [
            {
              method: 'POST',
              path: /sarifs/,
              status: 403,
              headers: { 'retry-after': '1' },
              body: { message: 'You have exceeded a secondary rate limit.' },
            },
          ],
        },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(posts(told)).toHaveLength(2)
      },
    },
    'F34: asks an Enterprise Server for its version, and keeps to its limits': {
      story: {
        files: { 'r.sarif': logOf(...Array.from({ length: 16 }, (_, at) => runOf(`T${at}`, []))) },
        inputs: { report: 'r.sarif' },
        github: { version: '3.8.2' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.deliveries.map(({ sarif }) => (sarif as { runs: Run[] }).runs.length).sort()).toEqual([
          1, 15,
        ])
      },
    },
    'F35: takes a tenant with data residency for github.com': {
      story: {
        files: { 'r.sarif': logOf(...Array.from({ length: 16 }, (_, at) => runOf(`T${at}`, []))) },
        inputs: { report: 'r.sarif' },
        github: { version: 'ghe.com' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.github.deliveries).toHaveLength(1)
      },
    },
    'F36: skips the upload of a fork, says so, and gates all the same': {
      story: {
        source: 'failing',
        inputs: { ...eslint, 'new-only': 'false' },
        ...pullRequest,
        github: { permission: 'read' },
        event: {
          name: 'pull_request',
          payload: {
            repository: { full_name: 'octo/shop' },
            pull_request: { number: 7, head: { repo: { full_name: 'stranger/shop' } } },
          },
        },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['fail', 1])
        expect(told.result.summary).toMatch(/run of a fork: .*the upload is skipped/)
      },
    },
    'F37: skips the upload of a push by Dependabot, and says so': {
      story: { ...oneReport, actor: 'dependabot[bot]', github: { permission: 'read' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['pass', 0])
        expect(told.result.summary).toMatch(/run of Dependabot: .*the upload is skipped/)
      },
    },
    'F38: says where code scanning is switched on': {
      story: { ...oneReport, github: { codeSecurity: false, visibility: 'private' } },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(told.result.log).toMatch(/enable Code Security in its settings/)
      },
    },
    'F39: tells later steps the id, the status, the counts and where to look': {
      story: oneReport,
      proves: ({ result, github }) => {
        expect(result.outputs).toMatchObject({
          'sarif-id': github.deliveries[0]!.id,
          'upload-status': 'complete',
          'findings-total': '1',
        })
        expect(result.outputs['analysis-url']).toMatch(/security\/code-scanning\?query=/)
      },
    },
    'F40, F42: writes the SARIF where it is asked to, as it was uploaded': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, 'sarif-output': 'final/out.sarif' } },
      proves: ({ result, github, sarif }) => {
        expect(result.outputs['sarif-path']).toMatch(/final\/out\.sarif$/)
        expect(sarif).toEqual(github.deliveries[0]!.sarif)
      },
    },
    'F41: `upload: off` does everything but upload': {
      story: { ...oneReport, inputs: { ...oneReport.inputs, upload: 'off' } },
      proves: ({ result, github, sarif }) => {
        expect(github.requests).toEqual([])
        expect(sarif!.runs).toHaveLength(1)
        expect(result.outputs).toMatchObject({ verdict: 'pass', 'upload-status': 'skipped' })
      },
    },
    'F43, F44: asks code scanning and the version of the server, and nothing else; reports to nobody': {
      story: oneReport,
      proves: ({ github, result }) => {
        const asked = github.requests.map(({ path }) => path.replace(/\?.*|(?<=sarifs)\/.*/g, ''))
        expect(new Set(asked)).toEqual(
          new Set([
            '/meta',
            ...['alerts', 'analyses', 'sarifs'].map((part) => `/repos/octo/shop/code-scanning/${part}`),
          ]),
        )
        expect(result.log).not.toMatch(/disk/i)
      },
    },
    'F46: half a scan is not uploaded, and is no pass': {
      story: {
        files: {
          'r.sarif': logOf(runOf('T', [], { invocations: [{ executionSuccessful: false }] })),
        },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['error', 3])
        expect(posts(told)).toEqual([])
      },
    },
    'F48: what is over a limit is trimmed, the worst kept, and named': {
      story: {
        files: {
          'r.sarif': logOf(
            runOf(
              'T',
              Array.from({ length: 5001 }, (_, at) =>
                resultAt('a.js', at + 1, { level: at === 5000 ? 'warning' : 'note', message: { text: `m${at}` } }),
              ),
            ),
          ),
        },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['warn', 0])
        expect(uploaded(told)[0]!.results).toHaveLength(5000)
        expect(uploaded(told)[0]!.results!.some(({ level }) => level === 'warning')).toBe(true)
        expect(told.sarif!.runs[0]!.results).toHaveLength(5001)
        expect(told.result.summary).toMatch(/Left out: 1 results?, the least severe of runs with more than 5,000/)
      },
    },
    'F49: what is suppressed is not uploaded as open': {
      story: {
        files: {
          'r.sarif': logOf(
            runOf('T', [
              resultAt('a.js', 1, { suppressions: [{ kind: 'inSource' }] }),
              resultAt('b.js', 1, { suppressions: [{ kind: 'inSource', status: 'rejected' }] }),
            ]),
          ),
        },
        inputs: { report: 'r.sarif' },
      },
      proves: (told) =>
        expect(told.github.alerts.flatMap(({ instances }) => instances.map(({ place }) => place.path))).toEqual([
          'b.js',
        ]),
    },
    'F49, with `suppressed: dismiss`: its alert is dismissed': {
      story: {
        files: {
          'r.sarif': logOf(
            runOf('T', [
              resultAt('a.js', 1, { suppressions: [{ kind: 'inSource', justification: 'false positive, see #7' }] }),
              resultAt('b.js'),
            ]),
          ),
        },
        inputs: { report: 'r.sarif', suppressed: 'dismiss' },
      },
      proves: (told) => {
        const patches = told.github.requests.filter(({ method }) => method === 'PATCH')
        expect(patches.map(({ body }) => body)).toEqual([
          expect.objectContaining({
            state: 'dismissed',
            dismissed_reason: 'false positive',
            dismissed_comment: expect.stringMatching(/^false positive, see #7.*codescan-gate/),
          }),
        ])
      },
    },
    'F50: leaves out what the filter says, and says how much': {
      story: {
        files: { 'r.sarif': logOf(runOf('T', [resultAt('src/a.js'), resultAt('test/a.js')])) },
        inputs: { report: 'r.sarif', filter: '-test/**' },
      },
      proves: (told) => {
        expect(uploaded(told)[0]!.results).toHaveLength(1)
        expect(told.result.summary).toMatch(/left out 1 of 2 findings/)
      },
    },
    'F51: gates on the SARIF itself': {
      story: { source: 'failing', inputs: eslint },
      proves: (told) => {
        expect(verdictOf(told)).toEqual(['fail', 1])
        expect(JSON.parse(told.result.outputs['counts']!)).toMatchObject({ high: 2 })
      },
    },
    'F52: writes a summary, and annotates what blocks': {
      story: { source: 'failing', inputs: eslint },
      proves: ({ result }) => {
        expect(result.summary).toMatch(/^## ❌ Gate failed/)
        expect(result.annotations.filter(({ file }) => file === 'src/price.js')).not.toEqual([])
      },
    },
  })

  it('F45: leaves nothing to be done after the job', () => {
    const action = parse(readFileSync(join(projectRoot(), 'action.yml'), 'utf8')) as { runs: object }

    expect(Object.keys(action.runs)).toEqual(['using', 'main'])
  })
})

/** GitHub takes all of it but what was suppressed in the source, and has nothing to say of it. */
const cleanly: Row['proves'] = ({ result, github, sarif }) => {
  const found = sarif!.runs.flatMap(({ results = [] }) => results.filter(({ suppressions = [] }) => !suppressions[0]))
  const stored = github.analyses.reduce((sum, { resultsCount }) => sum + resultsCount, 0)

  expect(github.deliveries.map(({ status, errors }) => [status, errors])).toEqual([['complete', []]])
  expect(github.analyses.map(({ error, warning }) => error + warning).join('')).toBe('')
  expect(stored).toBe(found.length)
  expect(result.log).not.toMatch(/GitHub counts/)
}

describe('Native SARIF, as scanners write it, is mended and uploads clean, on the bundled action', () => {
  const story = (text: string) => ({
    files: { 'r.sarif': text },
    inputs: { report: 'r.sarif', 'fail-on': 'never', 'new-only': 'false' },
  })

  rows(Object.fromEntries(fixturesOf('sarif').map(({ name, text }) => [name, { story: story(text), proves: cleanly }])))
})
