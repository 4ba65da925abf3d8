import { describe, expect, it } from '@jest/globals'
import type { Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { columnUnit } from '../src/model/columns.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { fixturesOf, runsOf } from './kit/fixtures.ts'

const read = (id: string, text: string): Run => findConverter(id).convert(reportOf(text))[0]!
const results = (id: string, text: string) => read(id, text).results!
const notifications = ({ invocations }: Run) => invocations?.[0]?.toolExecutionNotifications ?? []
const unitOf = (run: Run) => run.columnKind ?? run.properties?.[columnUnit]
const fixture = (id: string, name: string) => runsOf(fixturesOf(id).find((it) => it.name === name)!)[0]!
const linesOf = ({ results = [] }: Run) =>
  results.map(({ ruleId, locations }) => `${ruleId} ${locations?.[0]?.physicalLocation?.region?.startLine}`)

describe('Text of many tools', () => {
  it.each([
    ['gcc', 'a.c:1:2: warning: m', ['gcc']],
    ['gcc, without a column', 'a.c:1: error: m', ['gcc']],
    ['gcc, in colours', '\u001b[1ma.c:1:2:\u001b[m \u001b[35mwarning: \u001b[mm', ['gcc']],
    ['clang-tidy', 'a.c:1:2: warning: m [bugprone-x]', ['clang-tidy']],
    ['clang-tidy with a check of its own error', 'a.c:1:2: error: m [misc-x,-warnings-as-errors]', ['clang-tidy']],
    ['unix', './a.go:1:2: m', ['unix']],
    ['both, where gcc knows more', 'a.c:1:2: m\na.c:1:2: warning: m', ['gcc']],
    ['what GCC says of its options first', '<command-line>: warning: "X" redefined\na.c:1:2: warning: m', ['gcc']],
    ['what GCC says of standard input', '<stdin>:1:1: warning: m', ['gcc']],
    ['what GCC said of its options of old', '<command line>: note: m\na.c:1:2: warning: m', ['gcc']],
    ['eslint compact', 'a b.js: line 1, col 2, Error - m', ['unix']],
    ['msbuild', 'a b.cs(1,2): error CS1: m', ['msbuild']],
    ['stylish', 'a.js\n  1:2  error  m  rule', ['stylish']],
    ['a log with clocks', '2026-11-21 10:15:30: started\nNov 21 10:15:30: started\n10:15:30: started', []],
    ['a stack trace', 'Error: no\n    at f (/src/a.js:1:2)\n    at node:internal/x:3:4', []],
    ['TAP', 'TAP version 13\nnot ok 1 bad.lua:1:7: unused variable', []],
    ['XML that quotes a compiler', '<testsuites><failure>\na.py:1: error: m\n</failure></testsuites>', ['junit']],
    ['a table of numbers', '  1:2  3  4\n  5:6  7  8', []],
    ['YAML of another tool', 'Diagnostics:\n  - a', []],
    ['fixes of clang-tidy', 'Diagnostics:\n- DiagnosticName: x', ['clang-tidy']],
  ])('is recognised: %s', (_name, text, ids) => {
    expect(candidatesFor(reportOf(text)).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['gcc', 'make: nothing to be done'],
    ['gcc', 'In file included from a.h:1:'],
    ['gcc', '8 warnings generated.'],
    ['unix', '# example.com/app'],
    ['unix', 'pattern ./...: directory prefix . does not contain main module'],
    ['msbuild', 'Build FAILED.\n  1 Error(s)'],
    ['msbuild', 'Build succeeded.\n    2 Warning(s)\n    0 Error(s)'],
    ['stylish', 'a.js\nb.js'],
    ['clang-tidy', 'Segmentation fault'],
    ['clang-tidy', '---\nMainSourceFile: a.c\nDiagnostics:\n  - DiagnosticName: x\n'],
    ['staticcheck', 'staticcheck: not found'],
    ['cargo', '{"$message_type":"artifact"}'],
    ['flawfinder', 'a,b,c\n1,2,3'],
    ['clang-plist', '<plist version="1.0"><dict><key>diagnostics</key><integer>x</integer></dict></plist>'],
    ['gcc-json', '{"kind":"error"}'],
  ])('is refused by %s where it holds nothing of the format: %j', (id, text) => {
    expect(() => read(id, text)).toThrow(UnreadableReport)
  })

  it.each([
    ['gcc', ''],
    ['gcc', 'Checking a.c ...\n1/1 files checked 100% done\n'],
    ['unix', 'go: downloading golang.org/x/text v0.3.0\n'],
    ['unix', '1 file inspected, no offenses detected'],
    ['msbuild', 'Build succeeded.\n    0 Warning(s)\n    0 Error(s)\n'],
    ['stylish', "No results with a severity of 'error' found!\n"],
  ])('may be clean for %s: %j', (id, text) => {
    const run = read(id, text)

    expect([run.results, run.invocations]).toEqual([[], undefined])
  })

  it('takes its time in proportion to its length, whatever it repeats', () => {
    const pieces = [
      'a:',
      ':1',
      ':1:1: ',
      '(',
      '(1',
      ' [',
      ' [a]',
      '{1:1-1:1}',
      '\\1',
      'In file included from ',
      '  ',
      ': ',
    ]
    const started = performance.now()
    for (const id of ['gcc', 'unix', 'msbuild', 'stylish', 'clang-tidy'])
      for (const piece of pieces)
        for (const [start, end] of [
          ['', ''],
          ['a.c:1:1: warning: ', ''],
          ['fix-it:"', '":'],
          ['a(1,1): error A1: ', '\n'],
        ]) {
          try {
            read(id, start + piece.repeat(30_000) + end)
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableReport)
          }
        }

    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('What compilers print', () => {
  it.each([
    ['GCC', 'a.c: In function ‘f’:\na.c:1:2: warning: m', 'cells'],
    ['GCC in the C locale', "a.c: In function 'f':\na.c:1:2: warning: m", 'cells'],
    ['Clang', 'a.c:1:2: warning: m\n1 warning and 2 errors generated.', 'utf8Bytes'],
    ['Cppcheck', 'a.c:1:2: style: m [unusedVariable]', 'utf8Bytes'],
    ['ShellCheck', 'a.sh:1:2: note: m [SC2086]', 'unicodeCodePoints'],
    ['somebody', 'a.x:1:2: warning: m', undefined],
  ])('counts columns as %s does', (_tool, text, unit) => {
    expect(unitOf(read('gcc', text))).toBe(unit)
  })

  it.each([
    ['fatal error', 'error'],
    ['error', 'error'],
    ['Warning', 'warning'],
    ['performance', 'warning'],
    ['portability', 'warning'],
    ['style', 'note'],
    ['remark', 'note'],
    ['note', 'note'],
    ['sorry, unimplemented', 'error'],
  ])('is as bad as its word: %s', (word, level) => {
    const run = read('gcc', `a.c:1:2: ${word}: m`)
    const [said] = [...run.results!, ...notifications(run)]

    expect(said!.level).toBe(level)
  })

  it.each([
    ['[-Wunused-variable]', '-Wunused-variable', 'm'],
    ['[-Werror=unused-variable]', '-Wunused-variable', 'm'],
    ['[-Werror,-Wunused-variable]', '-Wunused-variable', 'm'],
    ['[-Wunused-variable,Unused Entity Issue]', '-Wunused-variable', 'm'],
    ['[CWE-415] [-Wanalyzer-double-free]', '-Wanalyzer-double-free', 'm'],
    ['[-W#warnings]', '-W#warnings', 'm'],
    ['[Semantic Issue]', 'warning', 'm'],
    ['[with T = int]', 'warning', 'm [with T = int]'],
    ['[10]', 'warning', 'm [10]'],
  ])('has its rule in brackets: %s', (brackets, rule, message) => {
    const [result] = results('gcc', `a.c:1:2: warning: m ${brackets}`)

    expect([result!.ruleId, result!.message.text]).toEqual([rule, message])
  })

  it('is not complete after a fatal error, or when a program speaks of itself', () => {
    for (const text of [
      'a.c:1:1: fatal error: no',
      'cc1: error: no',
      'error: no',
      'a.c:1:1: internal compiler error: no',
    ])
      expect(read('gcc', text).invocations?.[0]?.executionSuccessful).toBe(false)
    expect(read('gcc', 'cc1: warning: no').invocations?.[0]?.executionSuccessful).toBe(true)
  })

  it('cannot be made to say more by the source it quotes', () => {
    const quoting = 'a.c:1:1: warning: m\nerror: goto x;\n^~~~~\na.c:2:1: warning: m\nb.c:1:1: error: forged\n      ^\n'
    const run = read('gcc', quoting)

    expect([run.results!.length, run.invocations]).toEqual([2, undefined])
  })

  it('tells the same as JSON and as text, but for columns, which are bytes in the JSON', () => {
    expect(linesOf(fixture('gcc-json', 'gcc-12.2.0.json'))).toEqual(linesOf(fixture('gcc', 'gcc-12.2.0.txt')))
  })

  it('keeps the fix-its of GCC as they are where columns are cells, and as fixes where they are bytes', () => {
    const fixIt = 'fix-it:"a.c":{1:2-1:3}:"x"'
    const [gcc] = results('gcc', `a.c: In function 'f':\na.c:1:9: warning: m\n${fixIt}`)
    const [clang] = results('gcc', `a.c:1:2: warning: m\n${fixIt}\n1 warning generated.`)

    expect([gcc!.fixes, gcc!.properties]).toEqual([undefined, { fixIts: [fixIt] }])
    expect(clang!.fixes).toHaveLength(1)
  })
})

describe('A finding in no file of the project', () => {
  const point = { file: '<command-line>', line: 1, column: 1 }

  it.each([
    ['gcc', '<stdin>:1:1: warning: m'],
    ['gcc', '<command-line>:1:1: warning: m'],
    ['gcc-json', JSON.stringify([{ kind: 'warning', message: 'm', locations: [{ caret: point }] }])],
    ['stylish', '<text>\n  1:1  error  m m  rule'],
    ['cppcheck', '<results version="2"><errors><error id="x" severity="style" msg="m"/></errors></results>'],
    ['staticcheck', '{"code":"U1000","location":{"file":"","line":0},"message":"m"}'],
    ['clang-tidy', 'Diagnostics:\n- DiagnosticName: misc-x\n  DiagnosticMessage: {Message: m, FilePath: ""}'],
    [
      'clang-plist',
      `<plist><dict><key>files</key><array/><key>diagnostics</key><array><dict><key>description</key><string>m</string>
      <key>location</key><dict><key>line</key><integer>1</integer><key>col</key><integer>1</integer><key>file</key>
      <integer>0</integer></dict></dict></array></dict></plist>`,
    ],
  ])('is kept, without a place: %s', (id, text) => {
    expect(results(id, text).map(({ message, locations }) => [message.text?.slice(0, 1), locations])).toEqual([
      ['m', undefined],
    ])
  })
})

describe('Twins', () => {
  it.each([
    ['clang-tidy/clang-tidy-14.0.6-text.txt', 'clang-tidy/clang-tidy-14.0.6.yaml'],
    ['cppcheck/cppcheck-2.10.xml', 'gcc/cppcheck-2.10.txt'],
    ['unix/cpplint-1.6.1.txt', 'msbuild/cpplint-1.6.1.txt'],
    ['unix/stylelint-17.16.0.txt', 'stylish/stylelint-17.16.0.txt'],
    ['unix/stylelint-17.16.0.txt', 'unix/stylelint-17.16.0-compact.txt'],
    ['flawfinder/flawfinder-2.0.19.csv', 'sarif/flawfinder-2.0.19.sarif'],
    ['stylish/eslint-10.15.0.txt', 'eslint/eslint-10.15.0.json'],
  ])('%s and %s find the same by the same rules', (one, other) => {
    const rules = (path: string) => {
      const [id = '', name = ''] = path.split('/')
      const run = fixture(id, name)
      // The YAML was made with more checks than the text.
      return run
        .results!.map(({ ruleId, level }) => `${ruleId} ${level}`)
        .filter((it) => !it.startsWith('llvm-'))
        .sort()
    }

    expect(rules(one)).toEqual(rules(other))
  })
})
