import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Replacement, Result, Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { runsOf, tests } from './kit/fixtures.ts'
import { fc } from './kit/properties.ts'

/** Formats that many tools write. */
const textOf = (report: unknown) => (typeof report === 'string' ? report : JSON.stringify(report))
const runs = (id: string, report: unknown): Run[] => findConverter(id).convert(reportOf(textOf(report)))
const read = (id: string, report: unknown): Run => runs(id, report)[0]!
const only = (id: string, report: unknown): Result => read(id, report).results![0]!
const candidates = (report: unknown) => candidatesFor(reportOf(textOf(report))).map(({ id }) => id)
const region = (result: Result) => result.locations?.[0]?.physicalLocation?.region
const uri = (result: Result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri
const isWhole = (run: Run) => run.invocations?.every(({ executionSuccessful }) => executionSuccessful) ?? true

const junit = (inner: string) => `<testsuites><testsuite name="s">${inner}</testsuite></testsuites>`
const issue = (more: object = {}) => ({ description: 'd', location: { path: 'a.js', lines: { begin: 1 } }, ...more })
const scanned = (vulnerability: object, scan: object = {}) => ({
  version: '15.0.7',
  scan: { scanner: { name: 'S' }, type: 'sast', status: 'success', ...scan },
  vulnerabilities: [{ name: 'n', location: { file: 'a.py' }, identifiers: [], ...vulnerability }],
})
const diagnostic = (more: object = {}) => ({ message: 'm', location: { path: 'a.go' }, ...more })
const sonar = (issues: object[], total = issues.length) => ({ total, paging: { total }, issues, components: [] })
const bugs = (inner: string, folders = '') =>
  `<BugCollection version="4.8.6"><Project>${folders}</Project>${inner}</BugCollection>`

describe('what looks alike', () => {
  it.each<[string, unknown, string[]]>([
    ['an empty list', [], []],
    ['an issue of Code Climate', [issue()], ['code-climate']],
    ['issues parted by NUL', `${JSON.stringify(issue())}\0\n${JSON.stringify(issue())}\0`, ['code-climate']],
    ['an issue with a place of another kind', [issue({ location: { file: 'a.js', line: 1 } })], []],
    ['a report of GitLab', scanned({}), ['gitlab']],
    [
      'a report of GitLab without a scan',
      {
        ...scanned({}),
        scan: undefined,
        vulnerabilities: [{ identifiers: [{ type: 'cve', value: 'x' }], location: {} }],
      },
      ['gitlab'],
    ],
    [
      'vulnerabilities of CycloneDX',
      { bomFormat: 'CycloneDX', version: 1, vulnerabilities: [{ id: 'CVE-1', affects: [] }] },
      ['cyclonedx'],
    ],
    ['vulnerabilities of npm', { auditReportVersion: 2, vulnerabilities: {} }, ['npm-audit']],
    ['vulnerabilities of Snyk', { vulnerabilities: [{ id: 'x', identifiers: { CVE: [] } }], ok: false }, []],
    ['diagnostics of reviewdog', { source: { name: 'x' }, diagnostics: [diagnostic()] }, ['rdjson']],
    ['diagnostics of nobody', { diagnostics: [] }, []],
    [
      'diagnostics of Biome',
      { summary: {}, diagnostics: [{ message: 'm', location: { path: 'a.js' } }], command: 'lint' },
      ['biome'],
    ],
    ['diagnostics of oxlint', { diagnostics: [], number_of_files: 1, number_of_rules: 1 }, ['oxlint']],
    ['diagnostics of Terraform', { valid: false, diagnostics: [{ severity: 'error', summary: 's', range: {} }] }, []],
    ['a line of rdjsonl', JSON.stringify(diagnostic()), ['rdjsonl']],
    ['a line of Staticcheck', { code: 'SA1', location: { file: 'a.go', line: 1 }, message: 'm' }, ['staticcheck']],
    ['issues for SonarQube', { issues: [{ ruleId: 'r', primaryLocation: { filePath: 'a' } }] }, ['sonar-generic']],
    ['issues of TFLint', { issues: [], errors: [] }, ['tflint']],
    ['issues of SonarQube', sonar([{ rule: 'r', component: 'p:a' }]), ['sonar-issues']],
    ['hotspots of SonarQube', { paging: { total: 0 }, hotspots: [], components: [] }, ['sonar-issues']],
    ['JSON of PMD', { formatVersion: 0, pmdVersion: '7', files: [] }, ['pmd']],
    ['JSON of PHPMD', { version: '2', package: 'phpmd', files: [] }, []],
    ['a workflow command', 'log\n  ::error file=a.js::m', ['workflow-commands']],
    ['words that are no command', 'std::error::Error :: x', []],
    ['a diff', '--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n', ['diff']],
    ['a list in Markdown', '--- a\n+++ b\n', []],
    ['a suite alone', '<testsuite name="bandit"/>', ['junit']],
    ['an inspection of Android', '<issues format="6"></issues>', []],
  ])('%s', (_name, report, ids) => {
    expect(candidates(report)).toEqual(ids)
  })
})

describe('the same findings, of which one format says less', () => {
  const placed = (result: Result) => [result.ruleId, uri(result), region(result)?.startLine]
  const exact = (result: Result) => [...placed(result), region(result)?.startColumn]
  const worded = (result: Result) => [...exact(result), result.message.text]

  it.each([
    ['junit/biome-2.6.8.xml', 'sarif/biome-2.6.8.sarif', worded],
    ['code-climate/biome-2.6.8.json', 'sarif/biome-2.6.8.sarif', placed],
    ['junit/oxlint-1.94.0.xml', 'workflow-commands/oxlint-1.94.0.txt', worded],
    ['junit/oxlint-1.94.0.xml', 'checkstyle/oxlint-1.94.0.xml', worded],
    ['code-climate/oxlint-1.94.0.json', 'checkstyle/oxlint-1.94.0.xml', placed],
    ['junit/buf-1.75.0.xml', 'code-climate/buf-1.75.0.json', worded],
    ['junit/redocly-2.77.0.xml', 'workflow-commands/redocly-2.77.0.txt', worded],
    ['code-climate/redocly-2.77.0.json', 'workflow-commands/redocly-2.77.0.txt', placed],
    ['jslint-xml/textlint-15.8.0.xml', 'workflow-commands/textlint-15.8.0.txt', worded],
    ['pmd/phpmd-2.13.0.xml', 'sarif/phpmd-2.13.0.sarif', (result: Result) => placed(result).slice(1)],
  ])('%s and %s', (one, other, facts) => {
    const [left, right] = [one, other].map((path) => {
      const [id, name] = path.split('/') as [string, string]
      const text = readFileSync(join(tests, 'converters', id, name), 'utf8')
      return runsOf({ id, text }).flatMap(({ results }) => results!.map((result) => facts(result).join(' ')))
    })

    expect(left!.sort()).toEqual(right!.sort())
    expect(left!.length).toBeGreaterThan(0)
  })
})

describe('what a golden file cannot show', () => {
  it.each<[string, string, string[]]>([
    ['a failure without words', '<testcase name="a"><failure/></testcase>', ['a error a']],
    ['a severity as the type', '<testcase name="R"><failure type="Warning" message="m"/></testcase>', ['R warning m']],
    [
      'a place of mypy',
      '<testcase file="mypy" line="1"><failure>a.py:3: note: x  [misc]\nb</failure></testcase>',
      ['misc note x'],
    ],
    [
      'a sentence with parentheses',
      '<testcase name="R"><failure>line 1, col 2, Use it (instead)</failure></testcase>',
      ['R error Use it (instead)'],
    ],
    [
      'a time of day',
      '<testcase name="R"><failure message="At 10:30:00: boom"/></testcase>',
      ['R error At 10:30:00: boom'],
    ],
    [
      'a rule that is a prototype',
      '<testcase name="constructor"><failure type="__proto__"/></testcase>',
      ['__proto__ error __proto__'],
    ],
  ])('JUnit: %s', (_name, inner, said) => {
    expect(read('junit', junit(inner)).results!.map((it) => [it.ruleId, it.level, it.message.text].join(' '))).toEqual(
      said,
    )
  })

  it('takes a test that could not be carried out for a scan that is not complete, unless it names a place', () => {
    expect(isWhole(read('junit', junit('<testcase name="x"><error message="out of memory"/></testcase>')))).toBe(false)
    expect(isWhole(read('junit', junit('<testcase name="x"><error message="a.py:3: bad"/></testcase>')))).toBe(true)
  })

  it('knows what Redocly, Ansible-lint and Spectral mean by the fields of Code Climate', () => {
    const place = (begin: object) => ({ path: 'a.yml', positions: { begin } })
    const redocly = only('code-climate', [issue({ severity: 'minor', fingerprint: 'info-license-#/info' })])
    const ansible = only('code-climate', [
      issue({
        check_name: 'x',
        severity: 'info',
        level: 'error',
        url: 'https://ansible.readthedocs.io/projects/lint/rules/x',
      }),
    ])
    const spectral = only('code-climate', [
      issue({ check_name: 'c', fingerprint: 'a.yml:b:c', location: place({ line: 0, column: 0 }) }),
    ])

    expect([redocly.ruleId, redocly.level]).toEqual(['info-license', 'warning'])
    expect(ansible.level).toBe('error')
    expect(region(spectral)).toEqual({ startLine: 1, startColumn: 1 })
  })

  it('never lets a secret out of a report of GitLab', () => {
    const secret = 'AKIAIOSFODNN7EXAMPL2'
    const found = {
      raw_source_code_extract: secret,
      message: secret,
      name: secret,
      description: secret,
      solution: secret,
    }
    const identifiers = [{ type: 'x', name: `rule ${secret}`, value: secret }]
    const text = JSON.stringify(runs('gitlab', scanned({ ...found, identifiers }, { type: 'secret_detection' })))

    expect(text).not.toContain(secret)
    expect(text).toContain('***')
  })

  it('ranks each finding of GitLab by its own severity, though they share a rule', () => {
    const identifiers = [{ type: 'x', value: 'R' }]
    const report = scanned({ identifiers, severity: 'High' })
    report.vulnerabilities.push({
      ...report.vulnerabilities[0]!,
      severity: 'Info',
    } as (typeof report.vulnerabilities)[0])

    expect(alertsOf(runs('gitlab', report)).map(({ severity }) => severity)).toEqual(['high', 'low'])
  })

  it.each([
    [{ status: 'failure' }, false],
    [{ messages: [{ level: 'fatal', value: 'x' }] }, false],
    [{ messages: [{ level: 'warn', value: 'x' }] }, true],
  ])('a scan of GitLab with %j is whole: %p', (scan, whole) => {
    expect(isWhole(read('gitlab', scanned({}, scan)))).toBe(whole)
  })

  it.each([
    ['Biome', 'unicodeCodePoints'],
    ['ruff', 'unicodeCodePoints'],
    ['golint', undefined],
    ['constructor', undefined],
  ])('counts the columns of %s as %p', (name, kind) => {
    const run = read('rdjson', { source: { name }, diagnostics: [diagnostic()] })

    expect(run.columnKind).toBe(kind)
    expect(run.properties?.['codescan-gate/columns']).toBe(kind ? undefined : 'utf8Bytes')
  })

  it.each<[string, object, object]>([
    ['whole lines', { start: { line: 2 }, end: { line: 3 } }, { startLine: 2, endLine: 3 }],
    ['an insertion', { start: { line: 2, column: 5 } }, { startLine: 2, startColumn: 5, endLine: 2, endColumn: 5 }],
    [
      'a range',
      { start: { line: 2, column: 5 }, end: { line: 3, column: 1 } },
      { startLine: 2, startColumn: 5, endLine: 3, endColumn: 1 },
    ],
  ])('takes a suggestion of reviewdog for %s', (_name, range, deletedRegion) => {
    const { fixes } = only('rdjson', { diagnostics: [diagnostic({ suggestions: [{ range, text: 'new' }] })] })

    expect(fixes![0]!.artifactChanges[0]!.replacements).toEqual([{ deletedRegion, insertedContent: { text: 'new' } }])
  })

  it('does not take a page of issues for all of them, and says why SonarQube refused', () => {
    const found = { rule: 'r', component: 'p:a.js', message: 'm' }

    expect(isWhole(read('sonar-issues', sonar([found])))).toBe(true)
    expect(isWhole(read('sonar-issues', sonar([found], 501)))).toBe(false)
    expect(() => read('sonar-issues', { errors: [{ msg: 'Insufficient privileges' }] })).toThrow(
      /Insufficient privileges/,
    )
  })

  it.each([
    [{ resolution: 'FALSE-POSITIVE' }, true],
    [{ issueStatus: 'ACCEPTED' }, true],
    [{ status: 'CLOSED' }, true],
    [{ status: 'CONFIRMED' }, false],
    [{ status: 'REVIEWED', resolution: 'ACKNOWLEDGED' }, false],
  ])('SonarQube says %j: settled is %p', (about, settled) => {
    const { suppressions = [] } = only('sonar-issues', sonar([{ rule: 'r', component: 'p:a.js', ...about }]))

    expect(suppressions.length > 0).toBe(settled)
  })

  it('reads commands as the runner does, but lets none of them silence the others', () => {
    const text = '::add-mask::s3cr3t\n::stop-commands::x\n::error file=a%2Cb.js,line=2::100%25 s3cr3t%0Asecond\n::x::\n'
    const result = only('workflow-commands', text)

    expect([uri(result), result.message.text]).toEqual(['a,b.js', '100% ***\nsecond'])
  })

  it('takes the count of oxlint for a clean scan, and no other words', () => {
    expect(read('workflow-commands', 'Found 0 warnings and 0 errors.\nFinished in 7ms on 1 file').results).toEqual([])
    expect(() => read('workflow-commands', 'Found 1 warning and 0 errors.')).toThrow(UnreadableReport)
    expect(() => read('workflow-commands', 'sh: 1: oxlint: not found')).toThrow(UnreadableReport)
  })

  it.each([
    ['6.55.0', 9],
    ['7.0.0', 8],
    ['10.1', 8],
  ])('takes the last column of PMD %s as it was meant', (version, endColumn) => {
    const violation = '<violation beginline="1" endline="1" begincolumn="2" endcolumn="8" rule="R" priority="1"/>'
    const result = only('pmd', `<pmd version="${version}"><file name="A.java">${violation}</file></pmd>`)

    expect(region(result)).toEqual({ startLine: 1, startColumn: 2, endLine: 1, endColumn })
  })

  it.each([
    ['one folder', '<SrcDir>src/main/java</SrcDir>', 'src/main/java/p/A.java'],
    ['folders that may both be it', '<SrcDir>a</SrcDir><SrcDir>b</SrcDir>', 'p/A.java'],
    ['files', '<SrcDir>b/p/B.java</SrcDir><SrcDir>a\\p\\A.java</SrcDir>', 'a/p/A.java'],
    ['none', '', 'p/A.java'],
  ])('finds the source of a bug among %s', (_name, folders, path) => {
    const bug = '<BugInstance type="T" priority="1"><SourceLine sourcepath="p/A.java" start="1"/></BugInstance>'

    expect(uri(only('spotbugs', bugs(bug, folders)))).toBe(path)
  })
})

describe('unified diffs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diff-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The text with all replacements made, from the last to the first, as SARIF defines regions. */
  function mended(text: string, replacements: Replacement[]): string {
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    const endOf = (line: number) => /\r?\n|$/.exec(text.slice(starts[line - 1]!))!.index + starts[line - 1]!
    return replacements.toReversed().reduce((done, { deletedRegion, insertedContent }) => {
      const { startLine, startColumn = 1, endLine = startLine!, endColumn } = deletedRegion
      const start = (starts[startLine! - 1] ?? text.length) + startColumn - 1
      const end = endColumn === undefined ? endOf(endLine) : (starts[endLine - 1] ?? text.length) + endColumn - 1
      return done.slice(0, start) + insertedContent!.text + done.slice(end)
    }, text)
  }

  const line = fc.constantFrom('a', 'b', '', '-- x', '++ y', '\\ z', '@@ -1 +1 @@', 'ü😀')
  const file = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, newline, ends]) => lines.join(newline) + (ends && lines.length > 0 ? newline : ''))

  it('become fixes that make of the one file the other', () => {
    fc.assert(
      fc.property(file, file, fc.constantFrom('0', '1', '3'), (before, after, context) => {
        writeFileSync(join(folder, 'before'), before)
        writeFileSync(join(folder, 'after'), after)
        const replacements = read('diff', difference(context)).results!.flatMap(
          ({ fixes }) => fixes![0]!.artifactChanges[0]!.replacements,
        )

        expect(mended(before, replacements)).toBe(after)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  function difference(context: string): string {
    try {
      return execFileSync('diff', ['-U', context, 'before', 'after'], { cwd: folder, encoding: 'utf8' })
    } catch (error) {
      return String((error as { stdout: unknown }).stdout)
    }
  }

  it.each([
    ['a hunk that was cut off', '--- a\n+++ a\n@@ -1,3 +1,3 @@\n x\n-y\n', /its last hunk was cut off/],
    ['a line that is none', '--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\n!y\n', /line 5 is no part/],
    ['more lines than were announced', '--- a\n+++ a\n@@ -0,0 +1 @@\n x\n+y\n', /is no part/],
    ['a hunk of no file', '@@ -1 +1 @@\n-x\n+y\n', /line 1 is no part/],
    ['a diff of a merge', '--- a\n+++ a\n@@@ -1 -1 +1 @@@\n', /combined diff/],
    ['a text', 'All done!', /no unified diff/],
  ])('refuse %s', (_name, text, words) => {
    expect(() => read('diff', text)).toThrow(words)
    expect(() => read('diff', text)).toThrow(UnreadableReport)
  })

  it.each([
    ['--- a/x\n+++ b/x', 'x'],
    ['--- a/x\n+++ a/x', 'a/x'],
    ['--- x.go.orig\t2026\n+++ x.go\t2026', 'x.go'],
    ['--- x.php\n+++ PHP_CodeSniffer', 'x.php'],
    ['diff --git a/x b/x\n--- /dev/null\n+++ b/x', 'x'],
    ['--- old/m.tf\n+++ new/m.tf', 'm.tf'],
    ['diff --git "a/\\303\\274" "b/\\303\\274"\n--- "a/\\303\\274"\n+++ "b/\\303\\274"', '%C3%BC'],
  ])('name the file: %j', (headers, name) => {
    expect(uri(only('diff', `${headers}\n@@ -1 +1 @@\n-x\n+y\n`))).toBe(name)
  })
})

describe('hostile text', () => {
  const long = 60_000
  const lines = [
    'a:1:',
    ' [a',
    ' (a',
    ': 1',
    '::',
    'a,',
    '=%0A',
    '<b',
    'line 1, col 1, Error - (',
    '.a:1',
    ' at (1:1)',
    '\t',
    ' ',
  ]

  it.each(lines)('does not take long, though it is full of %j', (piece) => {
    const text = piece.repeat(long / piece.length)
    const escaped = text.replaceAll('<', '&lt;')
    const started = performance.now()
    read(
      'junit',
      junit(
        `<testcase name="${escaped}" classname="${escaped}"><failure message="${escaped}" type="${escaped}">${escaped}</failure></testcase>`,
      ),
    )
    read('jslint-xml', `<jslint><file name="a"><issue line="1" reason="${escaped}"/></file></jslint>`)
    read('workflow-commands', `::error file=a,title=${text}::${text}`)
    read(
      'spotbugs',
      bugs(
        `<BugInstance type="T"/><BugPattern type="T"><Details>${escaped}</Details><ShortDescription>${escaped}</ShortDescription></BugPattern>`,
      ),
    )
    read('diff', `--- x${text}\n+++ x${text}\n@@ -1 +1 @@\n-${text}\n+${text}\n`)
    candidates(text)

    expect(performance.now() - started).toBeLessThan(2000)
  })
})
