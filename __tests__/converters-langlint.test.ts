import { chmodSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { isSuppressed } from '../src/gate/acceptance.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import { columnUnit } from '../src/model/columns.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { convert } from '../src/stages/convert.ts'
import { scan } from '../src/stages/scan.ts'
import { closing } from './kit/closing.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { type TestHost, testHost } from './kit/host.ts'

/** Formats of linters and scanners for Ruby, PHP, Go, Ansible, SQL, Docker, Terraform and workflows. */
const read = (id: string, report: unknown): Run =>
  findConverter(id).convert(reportOf(typeof report === 'string' ? report : JSON.stringify(report)))[0]!
const only = (id: string, report: unknown): Result => read(id, report).results![0]!
const ruleOf = (run: Run) => run.tool.driver.rules![0]!
/** Those that know it as their own; what many tools write is for the generic ones. */
const candidates = (report: unknown) =>
  candidatesFor(reportOf(typeof report === 'string' ? report : JSON.stringify(report)))
    .filter(({ generic }) => !generic)
    .map(({ id }) => id)

const offense = (more: object) => ({
  metadata: { rubocop_version: '1.82.1' },
  files: [{ path: 'a.rb', offenses: [{ severity: 'warning', message: 'm', cop_name: 'Lint/X', ...more }] }],
  summary: {},
})
const phpcs = (more: object) => ({
  totals: { errors: 1, warnings: 0, fixable: 0 },
  files: { 'a.php': { messages: [{ message: 'm', source: 'S', type: 'ERROR', line: 1, ...more }] } },
})
const phpstan = (more: object, errors: string[] = []) => ({
  totals: { errors: errors.length, file_errors: 1 },
  files: { 'a.php': { errors: 1, messages: [{ message: 'm', line: 1, ...more }] } },
  errors,
})
const hadolint = (code: string, level = 'info') => [
  { file: 'Dockerfile', line: 1, column: 1, code, level, message: 'm' },
]
const golangci = (more: object, about: object = {}) => ({
  Issues: [{ FromLinter: 'errcheck', Text: 'text', Pos: { Filename: 'a.go', Line: 1, Column: 1 }, ...more }],
  Report: about,
})
const gosec = (more: object, errors: object = {}) => ({
  'Golang errors': errors,
  Issues: [{ severity: 'LOW', confidence: 'LOW', rule_id: 'G1', details: 'd', file: 'a.go', line: '1', ...more }],
  Stats: {},
})
const brakeman = (confidence: string, more: object = {}) => ({
  scan_info: { brakeman_version: '7.0.0' },
  warnings: [{ warning_type: 'T', warning_code: 1, message: 'm', file: 'a.rb', line: 1, confidence }],
  ...more,
})
const ansible = (more: object) => [
  {
    check_name: 'name[play]',
    url: 'https://ansible.readthedocs.io/projects/lint/rules/name/',
    description: 'd',
    location: { path: 'a.yml', lines: { begin: 1 } },
    ...more,
  },
]
const sqlfluff = (more: object) => [
  { filepath: 'a.sql', violations: [{ code: 'LT01', description: 'd', line_no: 1, line_pos: 2, ...more }] },
]
const actionlint = (more: object) => [
  { message: 'm', filepath: 'a.yml', line: 1, column: 3, kind: 'expression', snippet: '', end_column: 9, ...more },
]
const zizmor = (severity: string) => [
  { ident: 'i', desc: 'd', determinations: { severity, confidence: 'Low' }, locations: [] },
]
const checkov = (more: object, results: object = {}, summary: object = {}) => ({
  check_type: 'terraform',
  results: { failed_checks: [{ check_id: 'C', repo_file_path: '/a.tf', ...more }], ...results },
  summary,
})
const tfsec = (severity: string) => ({
  results: [{ rule_id: 'R', rule_provider: 'aws', severity, location: { filename: 'a.tf' } }],
})
const kics = (severity: string, more: object = {}) => ({
  queries: [{ query_name: 'n', query_id: 'i', severity, files: [{ file_name: 'a.tf', line: 1 }] }],
  queries_total: 1,
  files_scanned: 1,
  severity_counters: {},
  ...more,
})
const tflint = (severity: string, errors: object[] = []) => {
  const range = { filename: 'a.tf', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  return { issues: [{ rule: { name: 'r', severity }, message: 'm', range }], errors }
}

describe('how bad a tool says it is', () => {
  it.each([
    ['rubocop', offense({ severity: 'info' }), 'note', 'low'],
    ['rubocop', offense({ severity: 'refactor' }), 'note', 'low'],
    ['rubocop', offense({ severity: 'fatal' }), 'error', 'high'],
    ['rubocop', offense({ severity: null }), 'warning', 'medium'],
    ['phpcs', phpcs({ type: 'WARNING' }), 'warning', 'medium'],
    ['phpcs', phpcs({ type: 'ERROR' }), 'error', 'high'],
    ['phpstan', phpstan({}), 'error', 'high'],
    ['hadolint', hadolint('DL3006', 'style'), 'note', 'low'],
    ['hadolint', hadolint('DL3006', '__proto__'), 'warning', 'medium'],
    ['golangci-lint', golangci({}), 'error', 'high'],
    ['golangci-lint', golangci({ Severity: 'warning' }), 'warning', 'medium'],
    ['golangci-lint', golangci({ FromLinter: 'gosec', Severity: 'low' }), 'note', 'low'],
    ['gosec', gosec({ severity: 'MEDIUM', confidence: 'HIGH' }), 'warning', 'medium'],
    ['gosec', gosec({ severity: 'UNDEFINED' }), 'warning', 'medium'],
    ['brakeman', brakeman('High'), 'error', 'high'],
    ['brakeman', brakeman('Weak'), 'note', 'low'],
    ['brakeman', brakeman('constructor'), 'warning', 'medium'],
    ['ansible-lint', ansible({ severity: 'minor', level: 'error' }), 'error', 'high'],
    ['ansible-lint', ansible({ severity: 'blocker', level: 'warning' }), 'warning', 'medium'],
    ['ansible-lint', ansible({ severity: 'blocker' }), 'error', 'high'],
    ['ansible-lint', 'a.yml:1: name[play]: Long line (warning)\n', 'warning', 'medium'],
    ['ansible-lint', 'a.yml:1: name[play]: Ends in brackets (oops)\n', 'error', 'high'],
    ['sqlfluff', sqlfluff({ warning: true }), 'warning', 'medium'],
    ['sqlfluff', sqlfluff({}), 'error', 'high'],
    ['actionlint', actionlint({}), 'error', 'high'],
    ['actionlint', actionlint({ kind: 'shellcheck', message: 'x: SC2086:style:1:2: m' }), 'note', 'low'],
    ['zizmor', zizmor('Informational'), 'note', 'low'],
    ['zizmor', zizmor('High'), 'error', 'high'],
    ['zizmor', zizmor('Unknown'), 'warning', 'medium'],
    ['checkov', checkov({ severity: null }), 'error', 'high'],
    ['checkov', checkov({ severity: 'CRITICAL' }), 'error', 'critical'],
    ['checkov', checkov({ severity: 'LOW', vulnerability_details: { cvss: 9.9 } }), 'note', 'critical'],
    ['tfsec', tfsec('CRITICAL'), 'error', 'critical'],
    ['tfsec', tfsec(''), 'warning', 'medium'],
    ['kics', kics('TRACE'), 'note', 'low'],
    ['kics', kics('CRITICAL'), 'error', 'critical'],
    ['tflint', tflint('notice'), 'note', 'low'],
  ])('%s: %j is %s, and %s at the gate', (id, report, level, severity) => {
    const run = read(id, report)

    expect(run.results!.map((result) => result.level)).toEqual([level])
    expect(alertsOf([run]).map((alert) => alert.severity)).toEqual([severity])
  })

  it('is judged for each finding of one rule by itself', () => {
    const warnings = [...brakeman('High').warnings, ...brakeman('Weak').warnings]

    expect(alertsOf([read('brakeman', brakeman('', { warnings }))]).map(({ severity }) => severity)).toEqual([
      'high',
      'low',
    ])
  })
})

describe('which rule it was, and where that is explained', () => {
  it.each([
    [
      'rubocop',
      offense({ cop_name: 'Style/StringLiterals' }),
      'Style/StringLiterals',
      'rubocop/cops_style.html#stylestringliterals',
    ],
    [
      'rubocop',
      offense({ cop_name: 'RSpec/Rails/HaveHttpStatus' }),
      'RSpec/Rails/HaveHttpStatus',
      'rubocop-rspec/cops_rspec_rails.html#rspecrailshavehttpstatus',
    ],
    ['rubocop', offense({ cop_name: 'Own/Cop' }), 'Own/Cop', undefined],
    ['rubocop', offense({ cop_name: 'NoDepartment' }), 'NoDepartment', undefined],
    [
      'phpstan',
      phpstan({ identifier: 'return.type' }),
      'return.type',
      'https://phpstan.org/error-identifiers/return.type',
    ],
    ['phpstan', phpstan({}), 'phpstan', undefined],
    ['hadolint', hadolint('SC2086'), 'SC2086', 'https://www.shellcheck.net/wiki/SC2086'],
    ['hadolint', hadolint('DL3008'), 'DL3008', 'https://github.com/hadolint/hadolint/wiki/DL3008'],
    [
      'golangci-lint',
      golangci({ FromLinter: 'staticcheck', Text: 'SA1019: old' }),
      'staticcheck/SA1019',
      'https://staticcheck.dev/docs/checks/#SA1019',
    ],
    ['golangci-lint', golangci({ FromLinter: 'staticcheck', Text: 'error: old' }), 'staticcheck', '/#staticcheck'],
    ['golangci-lint', golangci({ FromLinter: 'gosec', Text: 'G304 (CWE-22): x' }), 'gosec/G304', '/#gosec'],
    [
      'golangci-lint',
      golangci({ FromLinter: 'revive', Text: 'var-naming: x' }),
      'revive/var-naming',
      'RULES_DESCRIPTIONS.md#var-naming',
    ],
    ['golangci-lint', golangci({ FromLinter: 'depguard', Text: 'import: not allowed' }), 'depguard', '/#depguard'],
    ['golangci-lint', golangci({ FromLinter: 'own linter', Text: 'x' }), 'own linter', '/#own%20linter'],
    ['brakeman', brakeman('High'), 'BRAKE0001', undefined],
    ['sqlfluff', sqlfluff({}), 'LT01', 'https://docs.sqlfluff.com/en/stable/perma/rule/LT01.html'],
    ['sqlfluff', sqlfluff({ code: 'L010' }), 'L010', undefined],
    [
      'actionlint',
      actionlint({ kind: 'shellcheck', message: 'x: SC2086:info:3:2: m' }),
      'SC2086',
      'https://www.shellcheck.net/wiki/SC2086',
    ],
    ['actionlint', actionlint({ kind: 'shellcheck', message: 'it broke' }), 'shellcheck', 'docs/checks.md'],
  ])('%s: %j is %s, see %s', (id, report, rule, address) => {
    const { helpUri, id: known } = ruleOf(read(id, report))

    expect(known).toBe(rule)
    if (address === undefined) expect(helpUri).toBeUndefined()
    else expect(helpUri).toContain(address)
  })

  it("takes the rule's name out of the words of golangci-lint, and the weakness with it", () => {
    const run = read('golangci-lint', golangci({ FromLinter: 'gosec', Text: 'G304 (CWE-22): Potential: inclusion' }))

    expect(run.results![0]!.message.text).toBe('Potential: inclusion')
    expect(ruleOf(run).properties!.tags).toEqual(['security', 'external/cwe/cwe-022'])
  })
})

describe('a scan that was not completed', () => {
  it.each([
    ['rubocop', { ...offense({}), summary: { target_file_count: 3, inspected_file_count: 1 } }, 'Only 1 of 3 files'],
    ['phpcs', phpcs({ source: 'Internal.Exception' }), 'm'],
    ['phpstan', phpstan({}, ['Child process error: out of memory']), 'out of memory'],
    ['phpstan', phpstan({ message: 'Internal error: broke' }), 'broke'],
    ['golangci-lint', golangci({}, { Error: 'timeout' }), 'timeout'],
    ['golangci-lint', golangci({}, { Warnings: [{ Text: "Can't run linter unused: broke" }] }), 'unused'],
    ['gosec', gosec({}, { 'a.go': [{ error: 'undefined: x' }] }), 'undefined'],
    ['brakeman', brakeman('High', { errors: [{ error: 'parse error' }] }), 'parse error'],
    ['ansible-lint', ansible({ check_name: 'internal-error', description: 'rule broke' }), 'broke'],
    ['ansible-lint', 'a.yml:1: name[play]: x\nb.yml:2: internal-error: rule broke', 'broke'],
    ['checkov', checkov({}, { parsing_errors: ['/a.tf'] }), '/a.tf could not be parsed as terraform'],
    ['checkov', checkov({}, {}, { parsing_errors: 2 }), '2 files could not be parsed'],
    [
      'checkov',
      { passed: 0, failed: 0, skipped: 0, parsing_errors: 1, checkov_version: '3' },
      '1 files could not be parsed,',
    ],
    ['kics', kics('LOW', { files_failed_to_scan: 1 }), '1 files could not be scanned'],
    ['kics', kics('LOW', { files_parsed: 0 }), 'None of the 1 files could be parsed'],
    ['tflint', tflint('error', [{ message: 'no plugin', severity: 'error' }]), 'no plugin'],
  ])('is told by %s: %j says %s', (id, report, words) => {
    const [invocation] = read(id, report).invocations!

    expect(invocation!.executionSuccessful).toBe(false)
    expect(invocation!.toolExecutionNotifications!.map(({ message }) => message.text).join()).toContain(words)
  })

  it.each([
    ['rubocop', offense({ corrected: true }), 'Lint/X was corrected: m'],
    ['phpstan', phpstan({}, ['Ignored error pattern #x# was not matched in reported errors.']), '#x#'],
    ['golangci-lint', golangci({}, { Warnings: [{ Tag: 'runner', Text: 'deprecated' }] }), 'runner: deprecated'],
    ['brakeman', brakeman('High', { obsolete: ['abc'] }), 'abc'],
    ['tflint', tflint('error', [{ message: 'old', severity: 'warning' }]), 'old'],
  ])('is not meant by what %s remarks: %j', (id, report, words) => {
    const [invocation] = read(id, report).invocations!

    expect(invocation!.executionSuccessful).toBe(true)
    expect(invocation!.toolExecutionNotifications![0]!.message.text).toContain(words)
  })
})

describe('what was suppressed', () => {
  const inSource = (justification?: string) => [{ kind: 'inSource', ...(justification && { justification }) }]

  it.each([
    ['gosec', gosec({ nosec: true }), inSource()],
    ['gosec', gosec({ suppressions: [{ kind: 'inSource' }, { kind: 'inSource', justification: '' }] }), inSource()],
    ['gosec', gosec({ nosec: true, suppressions: [{ kind: 'inSource', justification: 'ok' }] }), inSource('ok')],
    [
      'brakeman',
      brakeman('High', { warnings: [], ignored_warnings: [{ ...brakeman('High').warnings[0], note: 'ok' }] }),
      [{ kind: 'external', justification: 'ok' }],
    ],
    ['zizmor', [{ ...zizmor('Low')[0], ignored: true }], inSource()],
    [
      'checkov',
      checkov({}, { failed_checks: [], skipped_checks: [{ check_id: 'C', check_result: { suppress_comment: 'ok' } }] }),
      inSource('ok'),
    ],
    ['tfsec', { results: [{ ...tfsec('LOW').results[0], status: 2 }] }, inSource()],
  ])('is shown as such by %s: %j', (id, report, suppressions) => {
    const run = read(id, report)

    expect(run.results!.map((result) => result.suppressions)).toEqual([suppressions])
    expect(run.results!.map(isSuppressed)).toEqual([true])
  })
})

describe('places', () => {
  it.each([
    ['actionlint', actionlint({ snippet: "x 'é' word\n  ^~~~" }), { startLine: 1, startColumn: 3, endColumn: 7 }],
    ['actionlint', actionlint({ snippet: 'no marks' }), { startLine: 1, startColumn: 3 }],
    ['gosec', gosec({ line: '12-15', column: '4' }), { startLine: 12, startColumn: 4, endLine: 15 }],
    ['golangci-lint', golangci({ LineRange: { From: 1, To: 4 } }), { startLine: 1, startColumn: 1, endLine: 4 }],
    ['golangci-lint', golangci({ LineRange: { From: 3, To: 4 } }), { startLine: 1, startColumn: 1 }],
    [
      'ansible-lint',
      ansible({ location: { path: 'a', lines: { begin: { line: 4, column: 9 } } } }),
      { startLine: 4, startColumn: 9 },
    ],
    [
      'ansible-lint',
      ansible({ location: { path: 'a', positions: { begin: { line: 4, column: 9 } } } }),
      { startLine: 4, startColumn: 9 },
    ],
    ['ansible-lint', 'C:\\a b\\x.yml:4:9: name[play]', { startLine: 4, startColumn: 9 }],
  ])('of %s: %j', (id, report, region) => {
    expect(only(id, report).locations![0]!.physicalLocation!.region).toEqual(region)
  })

  it('of actionlint count bytes within expressions, and code points elsewhere', () => {
    const [inside, elsewhere] = ['expression', 'syntax-check'].map((kind) => read('actionlint', actionlint({ kind })))

    expect(inside!.results![0]!.properties).toEqual({ [columnUnit]: 'utf8Bytes' })
    expect(elsewhere!.results![0]!.properties).toBeUndefined()
    expect(elsewhere!.columnKind).toBe('unicodeCodePoints')
  })

  it.each([
    [{ repo_file_path: '/infra/a.tf', file_abs_path: '/tf/infra/a.tf', file_path: '/a.tf' }, 'infra/a.tf'],
    [{ repo_file_path: null, file_abs_path: '/tf/infra/a.tf', file_path: '/a.tf' }, 'file:///tf/infra/a.tf'],
    [{ repo_file_path: '', file_path: '/a.tf' }, 'a.tf'],
  ])('of Checkov are relative in spite of their slash: %j', (paths, uri) => {
    expect(only('checkov', checkov(paths)).locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(uri)
  })

  const nowhere = { filename: '', start: { line: 0, column: 0 }, end: { line: 0, column: 0 } }
  const piped = {
    symbolic: { key: 'Stdin', annotation: 'here', kind: 'Primary' },
    concrete: { location: { start_point: { row: 3, column: 0 } } },
  }

  it.each([
    ['psalm', [{ severity: 'error', type: 'T', message: 'm', line_from: 1, file_name: '', column_from: 1 }]],
    ['brakeman', brakeman('High', { warnings: [{ warning_type: 'T', message: 'm', file: null }] })],
    ['actionlint', actionlint({ filepath: '' })],
    ['zizmor', [{ ...zizmor('Low')[0], locations: [piped] }]],
    ['zizmor', zizmor('Low')],
    ['checkov', checkov({ repo_file_path: null })],
    ['tflint', { issues: [{ rule: { name: 'r' }, message: 'm', range: nowhere, callers: [nowhere] }], errors: [] }],
  ])('may be missing: %s, %j', (id, report) => {
    const { locations, relatedLocations } = only(id, report)

    expect([locations, relatedLocations]).toEqual([undefined, undefined])
  })

  it('of PHPStan in a trait keep the class that uses it', () => {
    const files = { 'src/T (1).php (in context of class App\\A)': { messages: [{ message: 'm', line: 2 }] } }
    const result = only('phpstan', { totals: { file_errors: 1 }, files, errors: [] })

    expect(result.message.text).toBe('m (in context of class App\\A)')
    expect(result.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe('src/T%20(1).php')
  })
})

describe('whose report it is', () => {
  it.each([
    ['totals of nobody', { totals: { errors: 0 }, files: {} }, []],
    ['offenses of a tool nobody knows', { metadata: { other_version: '1' }, files: [], summary: {} }, []],
    ['Code Climate issues of another tool', ansible({ url: 'https://example.com/ansible-lint' }), []],
    [
      'one of many Code Climate issues documented by ansible-lint',
      [...ansible({ url: null }), ...ansible({})],
      ['ansible-lint'],
    ],
    ['codes that are not of Hadolint', hadolint('E501'), []],
    ['lines of a linter with a rule like one of ansible-lint', 'a.js:3: no-tabs: Unexpected tab\n', []],
    ['rules that only begin like those of ansible-lint', 'a.js:3: no-changed-whenever: x\n', []],
    ['lines of ansible-lint', '\nplay.yml:3:5: no-changed-when\n', ['ansible-lint']],
    ['an empty report of TFLint', { issues: [], errors: [] }, ['tflint']],
    ['more than a report of TFLint', { issues: [], errors: [], total: 0 }, []],
    ['issues of another tool', { issues: [{ key: 1 }], errors: [] }, []],
    ['an empty report of tfsec', { results: null }, ['tfsec']],
    ['an empty list of results', { results: [] }, []],
    [
      'golangci-lint behind a warning',
      `level=warning msg="old"\n${JSON.stringify(golangci({}))}\n1 issues:\n`,
      ['golangci-lint'],
    ],
    ['PHP without files', { totals: { errors: 0, file_errors: 0 }, files: [], errors: [] }, ['phpstan']],
    ['PHP_CodeSniffer without files', { totals: { errors: 0, warnings: 0, fixable: 0 }, files: {} }, ['phpcs']],
    ['scan_info of another tool', { scan_info: {}, warnings: [] }, []],
  ])('is told, or left open: %s', (_case, report, ids) => {
    expect(candidates(report)).toEqual(ids)
  })

  it.each([
    ['golangci-lint', 'level=error msg="Running error: context loading failed"', /no JSON with `Issues`/],
    ['ansible-lint', 'WARNING  Listing 10 violation(s) that are fatal', /no line like `play\.yml:3:/],
    ['checkov', { passed: 3, failed: 2, skipped: 0, parsing_errors: 0, checkov_version: '3' }, /at failed: /],
    ['checkov', { error: 'unauthorized' }, /at checkov_version: /],
    ['phpstan', 'Note: Using configuration file phpstan.neon.', /not JSON/],
  ])('%s refuses what holds no result: %j', (id, report, words) => {
    expect(() => read(id, report)).toThrow(UnreadableReport)
    expect(() => read(id, report)).toThrow(words)
  })

  it.each([
    ['ansible-lint', ':1: a['],
    ['ansible-lint', ':1'],
    ['ansible-lint', 'a:1: no-'],
    ['ansible-lint', ' ('],
    ['actionlint', 'SC1234:a'],
    ['actionlint', '^~ '],
  ])('%s does not take long over a row of %j', (id, piece) => {
    const row = piece.repeat(100_000)
    const text =
      id === 'actionlint'
        ? JSON.stringify(actionlint({ kind: 'shellcheck', message: row, snippet: `${row}x` }))
        : `x.yml:1: name[a]\n${row}`
    const started = performance.now()

    candidates(text)
    read(id, text)

    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('two formats of one tool', () => {
  it('agree for ansible-lint, whose lines lack the details', () => {
    const [lines, json] = ['ansible-lint-6.13.1-warnings-parseable.txt', 'ansible-lint-6.13.1-warnings.json'].map(
      (name) => read('ansible-lint', fixturesOf('ansible-lint').find((fixture) => fixture.name === name)!.text),
    )
    const told = ({ results }: Run) => results!.map(({ ruleId, level, locations }) => [ruleId, level, locations])
    const [ofLines, ofJson] = [lines!, json!].map(({ results }) => results!.map(({ message }) => message.text!))

    expect(told(lines!)).toEqual(told(json!))
    for (const [at, message] of ofJson!.entries()) expect(message.split('\n')[0]).toBe(ofLines![at])
  })
})

describe('presets', () => {
  const path = process.env['PATH'] ?? ''
  afterEach(() => {
    process.env['PATH'] = path
  })

  async function scanned(host: TestHost, scanner: string, scannerArgs: string[] = []) {
    const where = { folder: host.cwd, root: host.cwd, timeoutMs: 120_000 }
    const given = { scanners: [scanner], scannerArgs, findingsExitCodes: [], reports: [], format: 'auto' }
    const { reports, problems } = await scan({ ...where, ...given }, host)
    const converted = await convert(reports, host)
    return {
      found: converted.runs.map(({ results }) => results!.map(({ ruleId }) => ruleId)),
      versions: converted.runs.map(({ tool }) => tool.driver.version),
      problems: [...problems, ...converted.problems].map(({ message }) => message),
    }
  }

  /** In the place of the real one: tells its words and its report, and ends as it would. */
  async function standIn(host: TestHost, program: string, report: string, exitCode: number) {
    const lines = [
      '#!/bin/sh',
      'case "$*" in *version) echo v9.8.7; exit 0 ;; esac',
      `cd "${host.cwd}"`,
      'echo "$*" > words',
      'folder="$(sed -n "s/.*--output-path \\([^ ]*\\).*/\\1/p" words)"',
      'if [ "$folder" ]; then cp report "$folder/report.json"; else cat report; fi',
      `exit ${exitCode}`,
    ]
    const script = lines.join('\n')
    await host.write({ report, [`bin/${program}`]: script })
    chmodSync(join(host.cwd, 'bin', program), 0o755)
    process.env['PATH'] = join(host.cwd, 'bin') + delimiter + path
  }

  it.each([
    ['phpstan', 1, 'analyse --error-format=json --no-progress --no-interaction'],
    ['psalm', 2, '--output-format=json --no-progress'],
    ['hadolint', 1, '--format json -- images/web.Dockerfile'],
    [
      'golangci-lint',
      1,
      'run --output.json.path=stdout --show-stats=false --max-issues-per-linter=0 --max-same-issues=0 -- ./...',
    ],
    ['gosec', 1, '-fmt=json -- ./...'],
    ['brakeman', 3, '--format json --quiet --no-pager -- .'],
    ['brakeman', 7, '--format json --quiet --no-pager -- .'],
    ['actionlint', 1, '-format {{json .}}'],
    ['zizmor', 14, '--format json-v1 -- .'],
    ['checkov', 1, '--directory=. --output json'],
    ['tfsec', 1, '--format json -- .'],
    [
      'kics',
      50,
      expect.stringMatching(
        /^scan --path=\. --report-formats json --output-path \S+ --output-name report --no-progress$/,
      ),
    ],
    ['tflint', 2, '--format=json --recursive'],
  ])('start %s, which ends with %i, by the words %s', async (scanner, exitCode, words) => {
    const host = closing(await testHost({ 'images/web.Dockerfile': '' }))
    const [report] = fixturesOf(scanner)
      .filter(({ name }) => !/empty|odd/.test(name))
      .slice(-1)
    await standIn(host, scanner, report!.text, exitCode)

    const { found, versions, problems } = await scanned(host, scanner)

    expect(problems).toEqual([])
    expect(found[0]!.length).toBeGreaterThan(0)
    expect(versions).toEqual([expect.stringMatching(/^\d+\.\d+/)])
    expect((await readFile(join(host.cwd, 'words'), 'utf8')).trim()).toEqual(words)
  })
})
