import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { ReportingDescriptor, Result, Run } from 'sarif'
import { judge } from '../src/gate/judge.ts'
import type { Alert } from '../src/model/alert.ts'
import { NotEvaluated, ServiceError } from '../src/model/errors.ts'
import type { Facts, Outcome, Upload, ZadigScan } from '../src/model/outcome.ts'
import type { Sheet } from '../src/model/sheet.ts'
import { annotationsOf } from '../src/render/annotations.ts'
import { code, escaped, link, prose, table } from '../src/render/markdown.ts'
import { outputs, outputsOf, outputsWithout } from '../src/render/outputs.ts'
import { painted } from '../src/render/painter.ts'
import { cut, oneLine, plain } from '../src/render/plain.ts'
import { summaryOf, titleOf } from '../src/render/summary.ts'
import { tableOf } from '../src/render/table.ts'
import { cellsOf, commandsIn, hostile } from './kit/hostile.ts'
import { comparedWith, type Given, policyOf } from './kit/policy.ts'
import { fc } from './kit/properties.ts'

/** Pieces of hostile text, glued together in every order. */
const pieces = hostile.map(([, text]) => text).filter((text) => text.length < 200)
const anyText = fc.oneof(
  fc
    .array(
      fc.oneof(fc.constantFrom(...pieces, ':', '#', '[', '\\', '|', '`', '\u001b'), fc.string({ unit: 'binary' })),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(...hostile.map(([, text]) => text)),
)
const options = { numRuns: 500 }
const control = /[^\P{Cc}\n\t]/u
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('What is printed', () => {
  it.each(hostile)('holds no command and no control character, in spite of %s', (_, text) => {
    const printed = plain(text)

    expect(commandsIn(printed)).toEqual([])
    expect(printed).not.toMatch(control)
    expect(printed).not.toMatch(turning)
    expect(plain(printed)).toBe(printed)
    expect(commandsIn(oneLine(text))).toEqual([])
    expect(oneLine(text)).not.toMatch(/[\r\n\t\u2028\u2029]/)
  })

  it('holds none however the pieces are put together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = plain(text)

        return (
          commandsIn(printed).length === 0 &&
          !control.test(printed) &&
          plain(printed) === printed &&
          oneLine(oneLine(text)) === oneLine(text) &&
          commandsIn(oneLine(text)).length === 0
        )
      }),
      options,
    )
  })

  it('keeps ordinary text to the letter', () => {
    const text = 'src/a.ts:4:2\n\t“naïve” — 漢字 👩‍💻 a::b #1 [x] ## y\n\n  indented: yes\n'

    expect(plain(text)).toBe(text)
  })

  it.each([
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]0;title\nafter', '\nafter'],
    ['\u009d0;t\u009cafter', 'after'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['##[error]x', '## [error]x'],
    ['  ::error::x', '  : :error::x'],
    ['a ::error::x', 'a ::error::x'],
  ])('turns %j into %j', (text, printed) => {
    expect(plain(text)).toBe(printed)
  })

  it('is found to be dangerous by the check itself, when it is printed as it is', () => {
    expect(commandsIn(' \u3000::error::x\rcalm\r\n##[add-mask]a\nx::y::z\n#[no]')).toEqual([
      ' \u3000::error::x',
      '##[add-mask]a',
    ])
  })

  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a👍b', 3, 'a…'],
    ['👍👍', 3, '👍…'],
    ['', 3, ''],
  ])('is cut between characters: %s to %i', (text, length, expected) => {
    expect(cut(text, length)).toBe(expected)
  })
})

describe('Foreign text in Markdown', () => {
  /** Characters that are markup, where no backslash stands before them. */
  const markup = /(?<!\\)(?:\\\\)*[`*_{}[\]<>#|~$]/
  const addresses = /(?:^|[^\p{L}\p{N}])@[\w-]|#\d|\bgh-\d|[a-z]:\/\/|www\./iu

  it.each(hostile)('is nothing but text: %s', (_, text) => {
    const shown = escaped(text)

    expect(shown).not.toMatch(markup)
    expect(shown.replace(/\\(?=\W)/g, '')).not.toMatch(addresses)
    expect(shown).not.toMatch(/&(?!amp;)/)
    expect(shown).not.toMatch(/\n/)
  })

  it.each(hostile)('is one cell of a table, whatever it is: %s', (_, text) => {
    const rows = table(
      ['a', 'b', 'c', 'd'],
      [[escaped(text), code(text), prose(text), link(code(text), `https://x.example/${text}`)]],
    ).split('\n')

    expect(rows).toHaveLength(3)
    expect(cellsOf(rows[2]!)).toHaveLength(4)
  })

  it('is one cell however the pieces are put together', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, url) => {
        const rows = table(['a', 'b'], [[prose(text), link(code(text), `https://x.example/?${url}`)]]).split('\n')

        return rows.length === 3 && cellsOf(rows[2]!).length === 2
      }),
      options,
    )
  })

  it.each([
    ['a`b|c', '<code>a&#96;b&#124;c</code>'],
    ['src/a_b.ts:4', '`src/a_b.ts:4`'],
    ['`', '<code>&#96;</code>'],
    ['_a_|@b', '<code>&#95;a&#95;&#124;&#64;&#8203;b</code>'],
    [' \n', ''],
  ])('as code: %j is %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  it.each([
    ['Use `let` or `const`.', 'Use `let` or `const`.'],
    ['`a|b` <b>', '<code>a&#124;b</code> \\<b\\>'],
    ['one ` of them', 'one \\` of them'],
    ['``', '\\`\\`'],
    ['``a`` `b`', '\\`\\`a\\`\\` \\`b\\`'],
    ['*a* `b', '\\*a\\* \\`b'],
  ])('as a sentence keeps its code: %s', (text, expected) => {
    expect(prose(text)).toBe(expected)
  })

  it.each([
    ['https://x.example/a_b?q=1#c', '[t](https://x.example/a_b?q=1#c)'],
    ['HTTP://X.example/(a)|b', '[t](http://x.example/%28a%29%7Cb)'],
    ['https://x.example/?q=a\\', '[t](https://x.example/?q=a%5C)'],
    ['https://x.example/?`x`<b>', '[t](https://x.example/?%60x%60%3Cb%3E)'],
    ['https://x.example/a b\n"c"', '[t](https://x.example/a%20b%22c%22)'],
    ['javascript:alert(1)', 't'],
    ['data:text/html,x', 't'],
    ['//x.example', 't'],
    ['https://', 't'],
    ['', 't'],
    [undefined, 't'],
    [`https://x.example/${'a'.repeat(3000)}`, 't'],
  ])('links only to addresses of the web: %s', (url, expected) => {
    expect(link('t', url)).toBe(expected)
  })
})

const skipped = { status: 'skipped' } as const
const policy: Given = {
  failOn: ['high'],
  warnOn: ['medium'],
  maxFindings: 0,
  enforcement: 'block',
  onError: 'fail',
  upload: 'required',
  zadig: 'required',
}
function outcomeOf(more: Partial<Facts>, wanted: Partial<Given> = {}): Outcome {
  const facts: Facts = { runs: [], problems: [], upload: skipped, zadig: skipped, ...more }
  return { ...facts, ...judge(facts, policyOf({ ...policy, ...wanted })) }
}
const upload: Upload = {
  id: 'b3f1',
  status: 'complete',
  url: 'https://github.example/octo/shop/security/code-scanning?query=is%3Aopen',
  uploads: [],
  errors: [],
  warnings: [],
}
const zadig: ZadigScan = {
  taskId: 318,
  status: 'passed',
  result: 'passed',
  url: 'https://zadig.example/v1/projects/detail/shop/scanner',
  resultLink: '',
  elapsedMs: 221_000,
}
const blobUrl = 'https://github.example/octo/shop/blob/9e1b0c2/'

const finding = (ruleId: string, text: string, at: string, more: Partial<Result> = {}): Result => ({
  ruleId,
  level: 'warning',
  message: { text },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: at.replace(/:\d+$/, '') },
        region: { startLine: Number(/\d+$/.exec(at)?.[0]) },
      },
    },
  ],
  ...more,
})
const rules: ReportingDescriptor[] = [
  {
    id: 'js/sql-injection',
    helpUri: 'https://rules.example/js/sql-injection',
    properties: { tags: ['external/cwe/cwe-089'], 'security-severity': '8.8' },
  },
  { id: 'no-eval', helpUri: 'https://rules.example/no-eval' },
]
const runOf = (results: Result[], name = 'ESLint', version = '10.15.0'): Run => ({
  tool: { driver: { name, version, rules } },
  results,
})
const injection = finding('js/sql-injection', 'Query built from `req.query.id`.', 'src/db.ts:42')
const evil = finding('no-eval', '`eval` can be harmful.', 'src/a%20b.ts:7', { level: 'error' })
const unused = finding('no-unused-vars', "'x' is assigned a value but never used.", 'src/run.ts:1')
const accepted = finding('no-eval', 'Accepted.', 'src/old.ts:3', { suppressions: [{ kind: 'inSource' }] })
const unreadable = finding('odd', 'A score that is none.', '/opt/elsewhere.ts:2', {
  properties: { 'security-severity': 'very' },
})

const crash = `ESLint ended with exit code 2, which means that it did not complete the scan (it does with 0 or 1). It said:
Oops! Something went wrong! :(

ESLint: 10.15.0

::error::TypeError: Cannot read properties of undefined (reading '\u001b[31mtype\u001b[0m')
    at \`Linter\` (lib/linter.js:1)
\`\`\`
<b>not bold</b>`

const rejected: Upload = {
  ...upload,
  status: 'failed',
  errors: [
    'locationFromSarifResult: expected artifact location',
    'rejecting SARIF, as there are <more> results per run than allowed (26000 > 25000)',
  ],
}

const stories: [file: string, outcome: Outcome][] = [
  [
    'pass',
    outcomeOf({
      runs: [runOf([finding('style', 'Semicolon.', 'a.ts:1', { level: 'note' }), accepted])],
      upload: { status: 'done', value: upload },
      zadig: { status: 'done', value: zadig },
      sarifPath: 'out/gate.sarif',
    }),
  ],
  ['pass-tolerated', outcomeOf({ runs: [runOf([injection])] }, { maxFindings: 2 })],
  [
    'warn',
    outcomeOf({
      runs: [runOf([unused])],
      upload: {
        status: 'done',
        value: {
          ...upload,
          warnings: ['ESLint: rule `x` has no help.', 'GitHub stored 1 of 2 results; the gate has used all of them.'],
        },
      },
    }),
  ],
  [
    'fail-with-findings',
    outcomeOf({
      runs: [runOf([unused, injection, evil, accepted, unreadable]), runOf([], 'ShellCheck', '0.11.0')],
      upload: { status: 'done', value: upload },
      sarifPath: 'out/gate.sarif',
    }),
  ],
  [
    'zadig-failed',
    outcomeOf({
      runs: [runOf([])],
      upload: { status: 'done', value: upload },
      zadig: {
        status: 'done',
        value: { ...zadig, status: 'failed', result: 'failed', resultLink: 'https://sonar.example/dashboard?id=shop' },
      },
    }),
  ],
  [
    'upload-rejected',
    outcomeOf({ runs: [runOf([])], upload: { status: 'done', value: rejected }, sarifPath: 'out/gate.sarif' }),
  ],
  [
    'upload-refused-but-optional',
    outcomeOf(
      {
        runs: [runOf([])],
        upload: {
          status: 'failed',
          error: new ServiceError(
            'GitHub answered 403 (Resource not accessible by integration). Give the job the permission `security-events: write`.',
            403,
          ),
        },
      },
      { upload: 'optional' },
    ),
  ],
  [
    'not-evaluated',
    outcomeOf(
      {
        runs: [runOf([injection], 'ShellCheck', '0.11.0')],
        problems: [
          new NotEvaluated(crash),
          new NotEvaluated('No report matches `out/*.sarif`. Did the scanner run, and write it there?'),
        ],
        upload: { status: 'failed', error: new NotEvaluated('Nothing was uploaded, because no scan was completed.') },
      },
      { failOn: ['critical'], warnOn: ['high'] },
    ),
  ],
  ['skipped', outcomeOf({})],
  ['enforcement-warn', outcomeOf({ runs: [runOf([evil])] }, { enforcement: 'warn' })],
]

const hostileRun: Run = {
  tool: {
    driver: {
      name: '::error::Tool | <b>',
      version: '`1`|2',
      rules: pieces.map((text, at) => ({ id: `${at} ${text}`, helpUri: `https://x.example/${text}` })),
    },
  },
  results: pieces.map((text, at) => ({
    ruleId: `${at} ${text}`,
    level: at % 2 ? 'error' : 'warning',
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURIComponent(text.toWellFormed()) },
          region: { startLine: at + 1 },
        },
      },
    ],
  })),
}
const nasty = outcomeOf({
  runs: [hostileRun],
  problems: [new NotEvaluated(pieces.join('\n'))],
  upload: { status: 'done', value: { ...upload, status: 'failed', errors: pieces, url: 'javascript:alert(1)' } },
  zadig: {
    status: 'done',
    value: { ...zadig, status: '##[error]|<b>', result: 'unknown', problem: '::error::x | `y' },
  },
})

/** Compares with a file that people can open; `npm test -- -u` writes it. */
function expectFile(name: string, text: string): void {
  const file = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'render', name)
  const { snapshotState } = expect.getState() as unknown as {
    snapshotState: { _updateSnapshot: 'all' | 'new' | 'none' }
  }
  const mayWrite =
    snapshotState._updateSnapshot === 'all' || (snapshotState._updateSnapshot === 'new' && !existsSync(file))
  if (mayWrite) writeFileSync(file, text)

  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe('The summary', () => {
  it.each(stories)('%s: says first whether it passed, and why', (_, outcome) => {
    const summary = summaryOf(outcome, { blobUrl })

    expect(summary.split('\n')[0]).toMatch(new RegExp(`^## \\S+ ${titleOf(outcome.verdict)}: .+\\.$`))
    expect(summary).toBe(summaryOf(outcome, { blobUrl }))
  })

  const many = (count: number, text = 'Query built from user input.') =>
    Array.from({ length: count }, (_, at) => finding('js/sql-injection', text, `src/deep/file${at % 500}.ts:${at + 1}`))

  it('shows fifty of 25,000 findings, and says how many there are', () => {
    const summary = summaryOf(outcomeOf({ runs: [runOf(many(25_000))] }), { blobUrl })

    expect(summary.match(/^\| high 8\.8 \|/gm)).toHaveLength(50)
    expect(summary).toContain('**Blocking (25000)**')
    expect(summary).toContain('…and 24950 more: the SARIF has them all.')
    expect(Buffer.byteLength(summary)).toBeLessThan(20_000)
  })

  it.each([
    ['long messages', outcomeOf({ runs: [runOf(many(200, '&'.repeat(100_000)))] })],
    [
      'long names',
      outcomeOf({
        runs: [
          runOf(
            Array.from({ length: 200 }, () =>
              finding('|漢'.repeat(50_000), 'm', `${encodeURIComponent('|漢'.repeat(50_000))}:1`, { level: 'error' }),
            ),
          ),
        ],
      }),
    ],
    [
      'long reasons',
      outcomeOf({
        problems: [new NotEvaluated('&'.repeat(2_000_000)), new NotEvaluated(`a\n${'漢\n'.repeat(1_000_000)}`)],
      }),
    ],
    [
      'many reasons',
      outcomeOf({
        problems: Array.from(
          { length: 20_000 },
          (_, at) => new NotEvaluated(`Report ${at} cannot be read.\nat 1\nat 2`),
        ),
      }),
    ],
    ['many runs', outcomeOf({ runs: Array.from({ length: 20_000 }, () => runOf([], '|'.repeat(1000))) })],
  ])('stays under 900 KiB with %s', (_, outcome) => {
    const summary = summaryOf(outcome, { blobUrl })

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024)
    expect(summary).toMatch(/^## /)
    expect(tableOf(outcome)).toBeTruthy()
  })

  it('links to files of the repository only', () => {
    const files = [
      '/etc/passwd',
      '..%2Fx',
      'https://evil.example/x',
      'file:///x',
      'C:%5Cx',
      'a%2F..%2F..%2Fb',
      'ok%20dir/%23x.ts',
    ]
    const summary = summaryOf(
      outcomeOf({ runs: [runOf(files.map((file) => finding('r', 'm', `${file}:1`, { level: 'error' })))] }),
      { blobUrl },
    )

    expect(summary.match(/\]\((https:\/\/github\.example[^)]*)\)/g)).toEqual([
      '](https://github.example/octo/shop/blob/9e1b0c2/ok%20dir/%23x.ts#L1)',
    ])
  })
})

describe('The table for a terminal', () => {
  const inLog = (sheet: Sheet) => painted(sheet, { colours: false, links: false, safe: plain })

  it.each(stories)('%s: reads as in its file, and ends with the verdict', (name, outcome) => {
    const printed = inLog(tableOf(outcome))

    expectFile(`${name}.txt`, `${printed}\n`)
    expect(printed.split('\n').at(-1)).toBe(`${outcome.verdict.toUpperCase()}: ${outcome.reason}`)
  })

  it('never speaks to the runner, and keeps a finding on its line', () => {
    const printed = inLog(tableOf(nasty))

    expect(commandsIn(printed)).toEqual([])
    expect(plain(printed)).toBe(printed)
    expect(printed.split('\n').filter((line) => /^ {2}\S/.test(line)).length).toBeLessThanOrEqual(pieces.length + 2)
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(1000)
  })
})

describe('Annotations', () => {
  const at = (more: Partial<Alert>): Alert => ({
    tool: 'T',
    rule: 'r',
    message: 'm',
    severity: 'high',
    level: 'error',
    countsAs: 'high',
    ratedBy: 'level of the result',
    kind: 'fail',
    fixable: false,
    fingerprints: [],
    tags: [],
    cves: [],
    cwes: [],
    ...more,
  })
  const place = (more: Partial<Alert>) => {
    const { level, title, message, ...rest } = annotationsOf({
      ...stories[3]![1],
      blocking: [at(more)],
      warning: [],
    })[0]!
    return JSON.parse(JSON.stringify(rest)) as object
  }

  const twelve = Array.from({ length: 12 }, (_, line) => [
    finding('no-eval', `message ${'abcdefghijkl'[line]}`, `a.ts:${line + 1}`, { level: 'error' }),
    finding('no-unused-vars', `message ${'abcdefghijkl'[line]}`, `a.ts:${line + 1}`),
  ]).flat()
  const run = runOf([...twelve, injection])
  const compared = comparedWith([run], [runOf(twelve.slice(0, 8))])
  const levelsOf = (...given: Parameters<typeof annotationsOf>) => annotationsOf(...given).map(({ level }) => level)

  it('are errors for what blocks, nine at most, the worst first', () => {
    const annotations = annotationsOf(outcomeOf({ runs: [run], comparison: compared }))

    expect(annotations.map(({ level }) => level)).toEqual(Array(9).fill('error'))
    expect(annotations[0]).toMatchObject({ title: 'ESLint: js/sql-injection (high)', file: 'src/db.ts', startLine: 42 })
  })

  it('are warnings for what else is new, where that is asked for and known', () => {
    const outcome = outcomeOf({ runs: [run], comparison: compared }, { failOn: ['critical'], warnOn: ['never'] })
    const lines = annotationsOf(outcome, 'new').map(({ file, startLine }) => `${file}:${startLine}`)

    expect(levelsOf(outcome, 'new')).toEqual(Array(9).fill('warning'))
    expect(lines[0]).toBe('src/db.ts:42')
    expect(lines.slice(1)).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((line) => `a.ts:${line}`))
    expect(levelsOf(outcome, 'blocking')).toEqual([])
    expect(levelsOf(outcomeOf({ runs: [run] }), 'new')).toEqual(Array(9).fill('error'))
    expect(levelsOf(outcomeOf({ runs: [run], comparison: compared }), 'new')).toEqual([
      ...Array(9).fill('error'),
      ...Array(8).fill('warning'),
    ])
  })

  it('are no errors where the job goes on, and none where findings are tolerated or absent', () => {
    expect(levelsOf(outcomeOf({ runs: [runOf([evil])] }, { enforcement: 'warn' }))).toEqual(['warning'])
    expect(levelsOf(stories[1]![1])).toEqual([])
    expect(levelsOf(outcomeOf({}))).toEqual([])
  })

  it.each([
    ['a whole file', { file: 'a', column: 3, endLine: 9, endColumn: 4 }, { file: 'a' }],
    ['a line', { file: 'a', line: 4 }, { file: 'a', startLine: 4 }],
    [
      'a part of a line; the last column counts in',
      { file: 'a', line: 4, endLine: 4, column: 3, endColumn: 9 },
      { file: 'a', startLine: 4, endLine: 4, startColumn: 3, endColumn: 8 },
    ],
    [
      'a point',
      { file: 'a', line: 4, column: 3, endColumn: 3 },
      { file: 'a', startLine: 4, startColumn: 3, endColumn: 3 },
    ],
    [
      'several lines, which have no columns',
      { file: 'a', line: 4, endLine: 6, column: 3, endColumn: 9 },
      { file: 'a', startLine: 4, endLine: 6 },
    ],
    ['an end column alone', { file: 'a', line: 4, endColumn: 9 }, { file: 'a', startLine: 4 }],
    ['no file', {}, {}],
  ])('stand at %s', (_, given, expected) => {
    expect(place(given)).toEqual(expected)
  })

  it('keep within what the runner shows, and say something', () => {
    const [first, second] = annotationsOf({
      ...stories[3]![1],
      blocking: [
        at({ rule: `r\n${'x'.repeat(9000)}`, message: `::error::${'👍'.repeat(9000)}` }),
        at({ message: ' \u0000' }),
      ],
    })

    expect(first!.title.length).toBe(255)
    expect(first!.title).not.toMatch(/\n/)
    expect(first!.message.length).toBeLessThanOrEqual(4096)
    expect(first!.message.isWellFormed()).toBe(true)
    expect(commandsIn(first!.message)).toEqual([])
    expect(second!.message).toBe('r')
  })
})

describe('Outputs', () => {
  const names = Object.keys(outputs).sort()

  it.each([...stories, ['hostile', nasty] as [string, Outcome]])('%s: all are set, each on one line', (_, outcome) => {
    const set = outputsOf(outcome)

    expect(Object.keys(set).sort()).toEqual(names)
    expect(Object.values(set).filter((value) => typeof value !== 'string' || /[\r\n]/.test(value))).toEqual([])
    expect(set).toMatchObject({
      verdict: outcome.verdict,
      passed: String(outcome.exitCode === 0),
      'exit-code': String(outcome.exitCode),
    })
    expect(() => [JSON.parse(set.counts), JSON.parse(set['failed-gates'])]).not.toThrow()
  })

  it('are all set without an outcome, too, and never say that it passed', () => {
    const set = outputsWithout('one\n::error::two', 2)

    expect(Object.keys(set).sort()).toEqual(names)
    expect(set).toMatchObject({
      verdict: 'error',
      passed: 'false',
      'exit-code': '2',
      reason: 'one : :error::two',
      counts: '{}',
      'failed-gates': '[]',
      'upload-status': 'skipped',
      'zadig-status': 'skipped',
    })
  })

  it('tell what came of everything that was asked for', () => {
    expect(outputsOf(stories[3]![1])).toMatchObject({
      verdict: 'fail',
      'exit-code': '1',
      reason: '3 findings at or above high.',
      'findings-total': '4',
      'findings-blocking': '3',
      counts: '{"critical":0,"high":2,"medium":1,"low":0,"note":0,"unknown":1}',
      'failed-gates': '["findings"]',
      'sarif-path': 'out/gate.sarif',
      'upload-status': 'complete',
      'sarif-id': 'b3f1',
      'analysis-url': upload.url,
      'zadig-status': 'skipped',
    })
    expect(outputsOf(stories[4]![1])).toMatchObject({
      'zadig-status': 'failed',
      'zadig-task-id': '318',
      'zadig-url': zadig.url,
      'failed-gates': '["zadig"]',
    })
    expect(outputsOf(stories[7]![1])).toMatchObject({ 'upload-status': 'error', 'exit-code': '3' })
    expect(outputsOf(outcomeOf({ zadig: { status: 'failed', error: new ServiceError('x') } }))).toMatchObject({
      'zadig-status': 'error',
      passed: 'false',
    })
  })
})
