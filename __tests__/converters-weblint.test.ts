import { describe, expect, it } from '@jest/globals'
import type { Invocation, Result, Run } from 'sarif'
import { detectConverter } from '../src/converters/detection.ts'
import { reportOf } from '../src/converters/report.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'

const read = (id: string, text: string): Run => findConverter(id).convert(reportOf(text))[0]!
const resultsOf = (id: string, text: string): Result[] => read(id, text).results ?? []
const notificationsOf = (id: string, text: string) => read(id, text).invocations?.[0]?.toolExecutionNotifications ?? []
const isComplete = (run: Run): boolean => ((run.invocations?.[0] ?? {}) as Invocation).executionSuccessful !== false
const json = JSON.stringify

describe('Reports that look alike', () => {
  const eslint = { filePath: 'a.js', messages: [], errorCount: 0 }
  const message = { ruleId: 'r', severity: 2, message: 'm', line: 1, column: 1 }

  it.each<[string, object | object[], string[]]>([
    ['ESLint', [eslint], ['eslint']],
    ['textlint', [{ filePath: 'a.md', messages: [{ ...message, type: 'lint', index: 0, range: [0, 1] }] }], []],
    [
      'secretlint',
      [{ filePath: '.env', sourceContent: 'K=v', messages: [{ ...message, severity: 'error', docsUrl: 'u' }] }],
      [],
    ],
    ['HTMLHint', [{ file: 'a.html', messages: [{ ...message, rule: { id: 'r' } }], time: 3 }], []],
    ['Stylelint', [{ source: 'a.css', warnings: [], deprecations: [], invalidOptionWarnings: [] }], ['stylelint']],
    ['Oxlint before 1.0', [{ message: 'm', causes: [], filename: 'a.js', labels: [], related: [] }], ['oxlint']],
    ['rdjson', { source: { name: 'Biome' }, diagnostics: [] }, ['rdjson']],
    ['Pylint', [{ type: 'error', module: 'm', obj: '', symbol: 's', 'message-id': 'E1' }], ['pylint']],
    ['messages with statistics of another tool', { messages: [], statistics: {} }, []],
    ['results, errors and metrics without totals', { results: [], errors: [], metrics: {}, generated_at: '' }, []],
  ])('are told apart: %s', (_tool, report, ids) => {
    expect(candidatesFor(reportOf(json(report))).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['GCC', 'a.c:3:5: error: expected expression before token'],
    ['GCC, with an option', 'a.c:3:5: warning: unused variable [-Wunused-variable]'],
    ['MSBuild', 'a.cs(3,5): error CS1002: ; expected [app.csproj]'],
    ['go vet', './a.go:3:5: unreachable code'],
    ['staticcheck', 'a.go:3:5: should use time.Since (S1012)'],
    ['ShellCheck as GCC', 'a.sh:3:5: note: Double quote to prevent globbing. [SC2086]'],
    ['Oxlint as Unix', "a.js:3:5: 'x' is declared but never used. [Warning/eslint(no-unused-vars)]"],
    ['Flake8 as Pylint', 'a.py:3: [F821] undefined name'],
    ['Pyright', '  /src/a.py:3:5 - error: "x" is not defined (reportUndefinedVariable)'],
    ['a log', '12:30:59: ERROR could not connect'],
    ['a stack', '    at f (/src/a.ts:3:5)'],
  ])('are not taken for one of these formats: text of %s', (_tool, line) => {
    const taken = candidatesFor(reportOf(`${line}\n`)).map(({ id }) => id)

    expect(taken.filter((id) => ['tsc', 'pylint', 'flake8', 'mypy', 'markdownlint', 'yamllint'].includes(id))).toEqual(
      [],
    )
  })

  it.each([
    ['tsc', 'a.ts(1,7): error TS2322: m'],
    ['tsc', 'a.ts:1:7 - error TS2322: m'],
    ['tsc', "error TS5058: The specified path does not exist: 'x'."],
    ['pylint', 'a.py:1:0: C0114: Missing module docstring (missing-module-docstring)'],
    ['flake8', './a.py:1:10: E401 multiple imports on one line'],
    ['mypy', 'a.py:1: error: m  [misc]'],
    ['markdownlint', 'a.md:1 MD041/first-line-heading First line'],
    ['yamllint', 'a.yaml:1:1: [warning] missing document start "---" (document-start)'],
  ])('are recognised by one line, behind others: %s', async (id, line) => {
    expect((await detectConverter(reportOf(`> lint\n> run\n\n\x1b[31m${line}\x1b[0m\r\n`))).id).toBe(id)
  })
})

describe('What is no clean scan', () => {
  it.each([
    ['tsc', 'sh: 1: tsc: not found'],
    ['tsc', 'Found 2 errors in 1 file.'],
    ['pylint', 'No files to lint: exiting.'],
    ['mypy', 'In a form that nobody knows\nFound 2 errors in 1 file (checked 1 source file)'],
    ['flake8', 'There was a critical error during execution of Flake8'],
    ['mypy', 'mypy: command not found'],
    ['yamllint', 'Traceback (most recent call last):'],
    ['markdownlint', 'Summary: 10 error(s)'],
    ['markdownlint', 'Usage: markdownlint [options] [files|directories|globs...]'],
    ['oxlint', 'Failed to parse oxlint configuration file.\n\n  x Rule nope not found'],
    ['stylelint', 'NoFilesFoundError: No files matching the pattern "no*.css" were found.'],
    ['ruff', 'ruff failed\n  Cause: Failed to load configuration'],
    ['ruff', ''],
    ['oxlint', '{"diagnostics":[],"number_of_files":1}\n{"diagnostics":[],"number_of_files":1}'],
  ])('%s: %s', (id, text) => {
    expect(() => read(id, text)).toThrow(UnreadableReport)
  })

  it.each([
    ['oxlint', json({ diagnostics: [], number_of_files: 0 }), 'Oxlint found no files to lint.'],
    ['pyright', json({ generalDiagnostics: [], summary: { filesAnalyzed: 0 } }), 'Pyright analysed no file.'],
    ['bandit', json({ results: [], errors: [], metrics: { _totals: {} } }), 'Bandit scanned no file.'],
    ['biome', json({ summary: { diagnosticsNotPrinted: 3 }, diagnostics: [] }), 'Biome left 3 diagnostics out'],
    ['biome', json({ summary: { changed: 0, unchanged: 0 }, diagnostics: [] }), 'Biome processed no files.'],
    ['mypy', 'Found 1 error in 1 file (errors prevented further checking)', 'Found 1 error in 1 file'],
    ['markdownlint', "Cannot read or parse config file 'x.json': ENOENT\n[]", 'Cannot read or parse config file'],
    ['tsc', "error TS18003: No inputs were found in config file 'tsconfig.json'.", 'TS18003: No inputs'],
    ['flake8', "a.py:0:1: E902 FileNotFoundError: [Errno 2] No such file: 'a.py'", 'FileNotFoundError'],
  ])('%s says that it is incomplete: %s', (id, text, words) => {
    expect(resultsOf(id, text)).toEqual([])
    expect(isComplete(read(id, text))).toBe(false)
    expect(notificationsOf(id, text)[0]?.message.text).toContain(words)
  })

  it.each([
    ['tsc', '[12:00:00 AM] Found 0 errors. Watching for file changes.'],
    ['mypy', 'Success: no issues found in 3 source files'],
    ['pylint', '\n--------------------\nYour code has been rated at 10.00/10\n'],
    ['markdownlint', 'markdownlint-cli2 v0.22.1 (markdownlint v0.40.0)\nLinting: 1 file(s)\nSummary: 0 error(s)'],
    ['stylelint', '(node:1) Warning: old\n[]\n'],
    ['markdownlint', '(node:1) Warning: old\n[]\n'],
  ])('but %s is clean with %s', (id, text) => {
    expect([resultsOf(id, text), isComplete(read(id, text))]).toEqual([[], true])
  })
})

describe('What a tool tells of places', () => {
  it('keeps results without a file without a place', () => {
    const places = [
      resultsOf('stylelint', json([{ source: '<input css 1>', warnings: [{ rule: 'r', text: 'm', line: 1 }] }])),
      resultsOf('oxlint', json([{ message: 'm', filename: '', labels: [{ span: { offset: 1, length: 1 } }] }])),
      resultsOf(
        'pyright',
        json({ generalDiagnostics: [{ severity: 'error', message: 'm', file: '' }], summary: { filesAnalyzed: 1 } }),
      ),
    ].map(([result]) => result!.locations)

    expect(places).toEqual([undefined, undefined, undefined])
  })

  it.each([
    ['E501', 'unicodeCodePoints'],
    ['W605', 'unicodeCodePoints'],
    ['F821', undefined],
    ['C901', undefined],
    ['B007', undefined],
  ])('of Flake8: %s counts in %s, the rest of the run in bytes', (code, unit) => {
    const run = read('flake8', `a.py:1:2: ${code} m`)

    expect(run.properties).toEqual({ 'codescan-gate/columns': 'utf8Bytes' })
    expect(run.results![0]!.properties?.['codescan-gate/columns']).toBe(unit)
  })

  it('keeps the length of an Oxlint label, as its end lies on a line that only the source tells', () => {
    const labels = [{ label: null, span: { offset: 7, length: 30, line: 2, column: 3 } }]
    const [result] = resultsOf('oxlint', json([{ message: 'm', filename: 'a.js', labels }]))

    expect(result!.locations![0]!.physicalLocation!.region).toEqual({
      startLine: 2,
      startColumn: 3,
      byteOffset: 7,
      byteLength: 30,
    })
    expect(result!.relatedLocations).toBeUndefined()
  })

  it('finds lines and columns of Biome 1 in the source that stands in its report', () => {
    const sourceCode = 'let a = "😀é";\r\nlet b\r\n'
    const at = (span: number[]) =>
      resultsOf(
        'biome',
        json({
          summary: {},
          diagnostics: [
            {
              category: 'lint/a/b',
              severity: 'error',
              description: 'm',
              location: { path: { file: 'a.js' }, span, sourceCode },
            },
          ],
        }),
      )[0]!.locations![0]!.physicalLocation!.region

    expect(at([15, 16])).toEqual({ startLine: 1, startColumn: 13, endLine: 1, endColumn: 14 })
    expect(at([8, 23])).toEqual({ startLine: 1, startColumn: 9, endLine: 2, endColumn: 5 })
    expect(at([24, 900])).toEqual({ startLine: 2, startColumn: 6, endLine: 3, endColumn: 1 })
  })

  it('gives a fix of Biome 1 the places that its shortened diff leaves out', () => {
    const sourceCode = `${'// é\n'.repeat(8)}let late = 1\n`
    const diff = {
      dictionary: '// é\n// é\n// é// é\nletconst late',
      ops: [
        { diffOp: { equal: { range: [0, 17] } } },
        { equalLines: { line_count: 4 } },
        { diffOp: { equal: { range: [12, 18] } } },
        { diffOp: { delete: { range: [23, 26] } } },
        { diffOp: { insert: { range: [26, 31] } } },
        { diffOp: { equal: { range: [31, 36] } } },
      ],
    }
    const diagnostic = {
      category: 'lint/style/useConst',
      severity: 'error',
      description: 'm',
      location: { path: { file: 'a.js' }, span: [48, 51], sourceCode },
      advices: { advices: [{ log: ['info', [{ content: 'Safe fix: Use ' }, { content: 'const' }]] }, { diff }] },
    }
    const [whole, without] = [
      diagnostic,
      { ...diagnostic, location: { ...diagnostic.location, sourceCode: null } },
    ].map((it) => resultsOf('biome', json({ summary: {}, diagnostics: [it] }))[0]!)

    expect(whole!.fixes).toEqual([
      {
        description: { text: 'Safe fix: Use const' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.js' },
            replacements: [
              {
                deletedRegion: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 4 },
                insertedContent: { text: 'const' },
              },
            ],
          },
        ],
      },
    ])
    expect(without!.fixes).toBeUndefined()
  })
})

describe('What a tool tells of severity', () => {
  const semgrep = (extra: object) =>
    read(
      'semgrep',
      json({
        results: [{ check_id: 'r', path: 'a', start: { line: 1, col: 1 }, extra }],
        errors: [],
        paths: { scanned: [] },
      }),
    )

  it.each([
    ['ERROR', 'error', '8.0'],
    ['WARNING', 'warning', '5.5'],
    ['INFO', 'note', '2.0'],
    ['CRITICAL', 'error', '9.5'],
    ['MEDIUM', 'warning', '5.5'],
    ['LOW', 'note', '2.0'],
    ['INVENTORY', 'note', undefined],
    ['constructor', 'warning', undefined],
  ])('by Semgrep: %s is a %s with the score %s, on a rule of security only', (severity, level, score) => {
    const security = semgrep({ severity, metadata: { category: 'security' } })
    const other = semgrep({ severity, metadata: { category: 'correctness' } })

    expect(security.results![0]!.level).toBe(level)
    expect(security.tool.driver.rules![0]!.properties?.['security-severity']).toBe(score)
    expect(other.tool.driver.rules![0]!.properties?.['security-severity']).toBeUndefined()
  })

  it.each([
    ['flake8', 'a.py:1:1: E501 m', 'error'],
    ['flake8', 'a.py:1:1: W291 m', 'warning'],
    ['flake8', 'a.py:1:1: C901 m', 'note'],
    ['flake8', 'a.py:1:1: B006 m', 'warning'],
    ['pylint', 'a.py:1:1: R0801: m (duplicate-code)', 'note'],
    ['pylint', 'a.py:1:1: E0602: m (undefined-variable)', 'error'],
    ['tsc', 'a.ts(1,1): message TS6133: m', 'note'],
    ['mypy', 'a.py:1: note: Revealed type is "int"', 'note'],
    ['yamllint', 'a.yaml:1:1: [warning] m (truthy)', 'warning'],
  ])('by %s: %s is a %s', (id, text, level) => {
    expect(resultsOf(id, text)[0]!.level).toBe(level)
  })
})

describe('Passwords that a tool quotes', () => {
  const words = "Possible hardcoded password: 'hunt'er2'"

  it.each([
    [
      'bandit',
      json({
        results: [{ test_id: 'B105', issue_text: words, filename: 'a.py', code: '1 p = "hunt\'er2"' }],
        errors: [],
        metrics: { a: {} },
      }),
    ],
    ['flake8', `a.py:1:1: S105 ${words}`],
    ['ruff', json([{ code: 'S105', message: words, filename: 'a.py', location: null, end_location: null }])],
  ])('are masked: %s', (id, text) => {
    const run = read(id, text)

    expect(run.results![0]!.message.text).toBe("Possible hardcoded password: '***'")
    expect(json(run)).not.toContain('er2')
  })

  it('are not searched for in what is none', () => {
    expect(
      resultsOf('flake8', 'a.py:1:1: S105 Possible hardcoded password assigned to: "password"')[0]!.message.text,
    ).toBe('Possible hardcoded password assigned to: "password"')
  })
})

describe('Text that someone wrote to do harm', () => {
  it('nests the calls of a Semgrep trace without an end that matters', () => {
    const spot = { path: 'a', start: { line: 1, col: 1 } }
    const deep = `${`["CliCall",[[${json(spot)},"f()"],[],`.repeat(3000)}1${']]'.repeat(3000)}`
    const text = `{"results":[{"check_id":"r","path":"a","start":{"line":1,"col":1},"extra":{"dataflow_trace":{"taint_source":${deep}}}}],"errors":[],"paths":{}}`

    expect(resultsOf('semgrep', text)[0]!.codeFlows![0]!.threadFlows[0]!.locations).toHaveLength(100)
  })

  it.each([
    ['tsc', 'a('.repeat(50_000)],
    ['tsc', `a${':1'.repeat(50_000)}`],
    ['tsc', `  a${':1'.repeat(50_000)}`],
    ['pylint', `a.py:1:1: C0114: ${' ('.repeat(50_000)}`],
    ['pylint', `a.py:1:1: C0114: x\n${'y\n'.repeat(50_000)}`],
    ['flake8', 'a:1:1: E1'.repeat(20_000)],
    ['mypy', `a.py:1: error: ${'  [a'.repeat(50_000)}`],
    ['mypy', `a${':1'.repeat(50_000)}`],
    ['mypy', `a.py:1: error: x\n${'y\n'.repeat(20_000)}`],
    ['markdownlint', `a:1 ${'a/'.repeat(50_000)}`],
    ['markdownlint', `a:1 MD001/x ${' ['.repeat(50_000)}`],
    ['yamllint', `a:1:1: [error] ${' (a'.repeat(50_000)}`],
  ])('costs %s no more than its length', (id, text) => {
    const started = performance.now()
    try {
      read(id, text)
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableReport)
    }
    detectConverterOrNot(text)

    expect(performance.now() - started).toBeLessThan(1000)
  })

  function detectConverterOrNot(text: string): void {
    candidatesFor(reportOf(text))
  }

  it('takes rules that are called like what every object has for rules', () => {
    expect(resultsOf('pylint', 'a.py:1:1: C0114: m (constructor)')[0]!.ruleId).toBe('C0114')
    expect(
      resultsOf(
        'biome',
        json({ summary: {}, diagnostics: [{ severity: 'x', message: 'm', category: '__proto__/a/b' }] }),
      )[0]!.ruleId,
    ).toBe('__proto__/a/b')
  })
})
