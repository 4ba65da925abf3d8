import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Run } from 'sarif'
import { parse } from 'yaml'
import { projectRoot } from '../sandbox/root.ts'
import type { ScanConfig } from '../src/config/config.ts'
import { toConfig } from '../src/config/config.ts'
import { readOptions } from '../src/config/read.ts'
import type { Converter } from '../src/converters/converter.ts'
import { converterFor, explainerFor } from '../src/converters/own-format.ts'
import { matcherOf } from '../src/converters/regexp/index.ts'
import { converterNamed } from '../src/converters/registry.ts'
import { reportOf } from '../src/converters/report.ts'
import { ruleIn } from '../src/converters/rule-in-message.ts'
import { longestDefinition } from '../src/model/definition.ts'
import { UnreadableReport, UserError } from '../src/model/errors.ts'
import { toLog } from '../src/model/sarif.ts'
import { convert } from '../src/stages/convert.ts'
import { explain } from '../src/stages/explain.ts'
import { scan } from '../src/stages/scan.ts'
import { closing } from './kit/closing.ts'
import { damaged } from './kit/damage.ts'
import { tests } from './kit/fixtures.ts'
import { testHost } from './kit/host.ts'
import { hostile } from './kit/hostile.ts'
import { fc } from './kit/properties.ts'
import { schemaErrors } from './kit/referees.ts'

const fixtures = join(tests, 'fixtures', 'hatches')
const fixture = (name: string) => readFileSync(join(fixtures, name), 'utf8')

const nothingIsThere = (_path: string) => false
const byErrorformat = (formats: string[], exists = nothingIsThere, toolName?: string) =>
  converterFor({ by: 'errorformat', formats }, { exists, toolName })
const byMatcher = (...problemMatcher: unknown[]) =>
  converterFor({ by: 'matcher', file: 'm.json', text: JSON.stringify({ problemMatcher }) }, { exists: nothingIsThere })
const byMapping = (text: string) => converterFor({ by: 'mapping', file: 'm.yml', text }, { exists: nothingIsThere })

const runOf = (converter: Converter, text: string): Run => converter.convert(reportOf(text))[0]!
const notices = ({ invocations }: Run) =>
  invocations?.[0]?.toolExecutionNotifications?.map(({ level, message }) => `${level}: ${message.text}`) ?? []

/** A result in a line: rule, level, file, start, end, words. */
function lines(run: Run): string[] {
  return (run.results ?? []).map(({ ruleId, level, locations, message }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {}
    const { startLine, startColumn, endLine, endColumn } = region ?? {}
    const start = [startLine, startColumn].filter(Boolean).join(':')
    const end = [endLine, endColumn].filter(Boolean).join(':')
    return [ruleId, level, artifactLocation?.uri ?? '-', start || '-', end || '-', message.text].join(' ')
  })
}

/** What a text becomes is sound SARIF, or it is refused as unreadable. */
function expectSound(converter: Converter, text: string): void {
  const run = attempt(() => runOf(converter, text))
  if (run instanceof Error) expect(run).toBeInstanceOf(UnreadableReport)
  else expect(schemaErrors(toLog([run]))).toEqual([])
}

/** The same, where the description may be wrong too: then its user is told. */
async function expectHonest(made: Promise<Converter>, text: string): Promise<void> {
  const converter = await made.catch((error) => error)
  if ('convert' in converter) expectSound(converter, text)
  else expect(converter).toBeInstanceOf(UserError)
}

describe('patterns of users', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    ':',
    '1',
    ' ',
    '\\d',
    '\\w',
    '.',
    '\\S',
    '\\D',
    '[ab]',
    '[^a]',
    '[a-b1]',
    '\\.',
  )
  const edge = fc.constantFrom('^', '$', '\\b', '\\B')
  const quantifier = fc.constantFrom('*', '+', '?', '{1,2}', '{2}', '{1,}', '*?', '+?', '??', '{0,2}?')
  const look = fc.constantFrom('(?=', '(?!', '(?<=', '(?<!')
  // JavaScript refuses repetitions of nothing, and forgets groups within repetitions, where .NET does neither.
  const { pattern } = fc.letrec<{ solid: string; bare: string; pattern: string }>((tie) => ({
    solid: fc.oneof(
      { maxDepth: 3 },
      atom,
      fc.tuple(tie('solid'), tie('bare')).map(([a, b]) => a + b),
      fc.tuple(tie('solid'), tie('solid')).map(([a, b]) => `(?:${a}|${b})`),
    ),
    bare: fc.oneof(
      { maxDepth: 4 },
      atom,
      edge,
      fc.tuple(tie('bare'), tie('bare')).map(([a, b]) => a + b),
      fc.tuple(tie('bare'), tie('bare')).map(([a, b]) => `(?:${a}|${b})`),
      fc.tuple(tie('solid'), quantifier).map(([a, times]) => `(?:${a})${times}`),
      fc.tuple(look, tie('bare')).map(([opening, a]) => `${opening}${a})`),
    ),
    pattern: fc.oneof(
      { maxDepth: 4 },
      tie('bare'),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
      tie('pattern').map((a) => `(${a})`),
    ),
  }))

  it('match as RegExp does, groups and all', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '1', ' ', '-'), maxLength: 12 })

    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        const wanted = new RegExp(source).exec(subject)
        expect(matcherOf(source).match(subject, { steps: 1e9 })).toEqual(wanted ? [...wanted] : undefined)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['groups with names come after those without', '(?<a>x)(y)', 'xy', ['xy', 'y', 'x']],
    ['names in quotes', "(?'a'x)", 'x', ['x', 'x']],
    ['flags for the rest of a group', '(?:(?i)ab)c', 'ABc', ['ABc']],
    ['flags of a group', '(?i:é)', 'É', ['É']],
    ['flags taken away', '(?i)a(?-i:b)', 'Ab', ['Ab']],
    ['a flag for lines, of which there is one', '(?m)^a$', 'a', ['a']],
    ['the dot of all', '(?s)a.b', 'a\nb', ['a\nb']],
    ['no line end for the dot', 'a.b', 'a\nb', undefined],
    ['digits of ASCII only', '\\d', '٣', undefined],
    ['other anchors', '\\Aa\\z', 'a', ['a']],
    ['escapes', '\\x41\\u0042\\t\\e\\cA\\-\\/', 'AB\t\x1b\x01-/', ['AB\t\x1b\x01-/']],
    ['a brace that counts nothing', 'a{,2}', 'a{,2}', ['a{,2}']],
    ['a bracket first in a set', '[]a]+', ']a', [']a']],
    ['a dash at the end of a set', '[a-]+', '-a', ['-a']],
    ['a class in a set', '[^\\d-]+', 'ab-1', ['ab']],
    ['a backspace', '[\\b]', '\b', ['\b']],
    ['half an emoji', '^..$', '😀', ['😀']],
    ['a group that takes no part', '(a)?b', 'b', ['b', undefined]],
    ['a group of an earlier turn, as .NET keeps it', '(?:(a)|b)*', 'ab', ['ab', 'a']],
    ['repetitions of nothing', '(?:a*)*b', 'aab', ['aab']],
    ['what lies behind, of any length', '(?<=a+:)b', 'aaa:b', ['b']],
  ])('know %s', (_what, source, text, wanted) => {
    expect(matcherOf(source).match(text, { steps: 1e6 })).toEqual(wanted)
  })

  it.each([
    ['(a)\\1', /a back-reference .* \(character 4\)/],
    ['(?<n>a)\\k<n>', /a back-reference .* \(character 8\)/],
    ['(?>a)', /this kind of group is not read.* \(character 1\)/],
    ['x(?(1)a|b)', /this kind of group is not read.* \(character 2\)/],
    ['(a', /opened and not closed \(character 1\)/],
    ['a)', /closed that was not opened \(character 2\)/],
    ['[a', /a bracket is opened and not closed \(character 1\)/],
    ['[z-a]', /a range ends before it begins \(character 2\)/],
    ['[a-z-[aeiou]]', /a set taken out of a set/],
    ['*a', /`\*` repeats what stands before it, and nothing does \(character 1\)/],
    ['a{3,2}', /`\{3,2\}` ends before it begins \(character 2\)/],
    ['\\p{L}', /`\\p` is not read/],
    ['\\q', /there is no escape `\\q` \(character 1\)/],
    ['a\\', /a backslash, and nothing follows \(character 2\)/],
    ['(?x) a', /the flag `x` is not read \(character 1\)/],
    ['(?<a>x)(?<a>y)', /two groups are named `a` \(character 8\)/],
    ['(?=(a))', /a group within an assertion captures nothing here/],
    ['(?:a{1000}){1000}', /the pattern is too large/],
    ['('.repeat(60), /nested deeper than 50/],
  ])('say what is wrong with %j', (source, words) => {
    expect(() => matcherOf(source)).toThrow(words)
  })

  it.each([
    ['(a+)+$', `${'a'.repeat(30_000)}b`],
    ['^(a|aa|a?)*(a|b)*$', `${'a'.repeat(30_000)}!`],
    ['(.*)(.*)(.*)(.*)(.*)(.*)[xy]$', 'z'.repeat(30_000)],
    ['(?=(?:.*a)*[bc]).*(?<!(?:a*)*)d$', 'a'.repeat(30_000)],
    ['(?:(?:(?:a*)*)*)*b', 'a'.repeat(30_000)],
    ['(?:a?){500}a{500}[b]', 'a'.repeat(3000)],
    ['[^:]+:[^:]+:[^:]+:[^:]+!', 'a:'.repeat(15_000)],
  ])('cannot be made to hang: %s', (source, text) => {
    const started = performance.now()
    matcherOf(source).match(text, { steps: 1e9 })

    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('give up where a report costs more than anybody would wait for', () => {
    expect(() => matcherOf('(.*)(.*)[bc]$').match('a'.repeat(1000), { steps: 500 })).toThrow(UnreadableReport)
  })

  it('whatever they are, are read or refused with a sentence', () => {
    const sign = fc.constantFrom(..."ab1^$.*+?()[]{}|\\-,:<>=!#'iPkd \u00e9")

    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 20 }),
        fc.string({ unit: sign, maxLength: 20 }),
        (source, text) => {
          const matcher = attempt(() => matcherOf(source))
          if (matcher instanceof Error) expect(matcher.message).toMatch(/character|too large|deeper/)
          else matcher.match(text, { steps: 1e6 })
        },
      ),
      { numRuns: 3000 },
    )
  })
})

/** What the work returns, or the error that it throws; one that is a bug of ours is thrown on. */
function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) throw error
    return error as Error
  }
}

describe('the rule that a message names', () => {
  it.each([
    ['unused variable [-Wunused-variable]', '-Wunused-variable'],
    ['Incompatible types [attr-defined]', 'attr-defined'],
    ['Found TODO [Error/no-todo]', 'no-todo'],
    ['no [@typescript-eslint/no-explicit-any]', '@typescript-eslint/no-explicit-any'],
    ['F401 imported but unused', 'F401'],
    ['(W211) unused variable', 'W211'],
    ['TS2322: Type', 'TS2322'],
    ['see item [3]', undefined],
    ['access past the end of buf [10 10]', undefined],
    ['Unknown word (recieve)', undefined],
    ['A bracket [left open', undefined],
    ['[', undefined],
    ['', undefined],
  ])('in %j is %s', (message, rule) => {
    expect(ruleIn(message)).toBe(rule)
  })
})

describe('matcher', () => {
  const stylish = {
    owner: 'eslint-stylish',
    pattern: [
      { regexp: '^(\\S.*)$', file: 1 },
      {
        regexp: '^\\s+(\\d+):(\\d+)\\s+(error|warning)\\s+(.+?)\\s{2,}(\\S+)$',
        line: 1,
        column: 2,
        severity: 3,
        message: 4,
        code: 5,
        loop: true,
      },
    ],
  }
  const compact = {
    owner: 'compact',
    pattern: [
      {
        regexp: '^(.+): line (\\d+), col (\\d+), (\\w+) - (.+) \\((.+)\\)$',
        file: 1,
        line: 2,
        column: 3,
        severity: 4,
        message: 5,
        code: 6,
      },
    ],
  }
  const tsc = {
    owner: 'tsc',
    pattern: [
      {
        regexp: '^(.+)\\((\\d+),(\\d+)\\): (error|warning) (TS\\d+): (.*)$',
        file: 1,
        line: 2,
        column: 3,
        severity: 4,
        code: 5,
        message: 6,
      },
    ],
  }
  const gcc = {
    owner: 'gcc',
    pattern: [
      {
        regexp: '^(.*?):(\\d+):(\\d+): (?:fatal )?(warning|error|note): (.*)$',
        file: 1,
        line: 2,
        column: 3,
        severity: 4,
        message: 5,
      },
    ],
  }
  const go = {
    owner: 'go-vet',
    severity: 'warning',
    pattern: [{ regexp: '^(?:\\./)?(.+\\.go):(\\d+):(?:(\\d+):)? (.+)$', file: 1, line: 2, column: 3, message: 4 }],
  }

  it.each([
    [
      'eslint.stylish.txt',
      stylish,
      8,
      'no-var warning file:///home/runner/work/app/app/bad.js 1:1 - Unexpected var, use let or const instead',
    ],
    [
      'stylelint.compact.txt',
      compact,
      7,
      'declaration-block-single-line-max-declarations error file:///home/runner/work/app/app/bad.css 1:3 - Too many declarations, maximum 1',
    ],
    ['tsc.txt', tsc, 3, "TS2322 error bad.ts 1:7 - Type 'string' is not assignable to type 'number'."],
    [
      'gcc.txt',
      gcc,
      5,
      '-Wimplicit-function-declaration warning bad.c 9:9 - implicit declaration of function ‘gets’; did you mean ‘fgets’? [-Wimplicit-function-declaration]',
    ],
    ['go-vet.txt', go, 2, 'go-vet warning bad.go 3:15 - fmt.Printf format %d has arg "x" of wrong type string'],
  ])('reads %s', async (name, matcher, count, first) => {
    const run = runOf(await byMatcher(matcher), fixture(name))

    expect(lines(run)).toHaveLength(count)
    expect(lines(run)[0]).toBe(first)
    expect(run.tool.driver.name).toBe(matcher.owner)
    expect(schemaErrors(toLog([run]))).toEqual([])
  })

  it('takes the place from one line of a traceback and the words from the next', async () => {
    const python = {
      owner: 'python',
      pattern: [
        { regexp: '^\\s*File "(.+)", line (\\d+), in .*$', file: 1, line: 2 },
        { regexp: '^\\s*raise (\\w+)\\((.*)\\)$', code: 1, message: 2 },
      ],
    }
    const text =
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    f()\n  File "b.py", line 7, in f\n    raise ValueError("no")\n'

    expect(lines(runOf(await byMatcher(python), text))).toEqual(['ValueError error b.py 7 - "no"'])
  })

  it('is tried on plain text, whatever the colours and line ends', async () => {
    const text =
      '\x1b[1mbad.ts(1,7)\x1b[0m: \x1b[31merror\x1b[0m TS1: m\r\n\x1b]8;;http://x\x07bad.ts(2,7): error TS2: m\x1b]8;;\x07\r\n'

    expect(lines(runOf(await byMatcher(tsc), text))).toEqual(['TS1 error bad.ts 1:7 - m', 'TS2 error bad.ts 2:7 - m'])
  })

  const three = (last: object) => ({
    owner: 'o',
    pattern: [
      { regexp: '^(.+)$', file: 1 },
      { regexp: '^(.+)$', code: 1 },
      { regexp: '^message:(.+)$', message: 1, ...last },
    ],
  })

  it.each([
    [
      'goes on with the last pattern while it matches, and begins anew behind it',
      three({ loop: true }),
      ['f1', 'c1', 'message:a', 'message:b', 'f2', 'message:c2', 'message:c'],
      ['c1 f1 a', 'c1 f1 b', 'message:c2 f2 c'],
    ],
    [
      'without a loop begins anew behind each match',
      three({}),
      ['f1', 'c1', 'message:a', 'message:b', 'message:c', 'message:d'],
      ['c1 f1 a', 'message:c message:b d'],
    ],
    ['takes the last two lines, not the first two', three({}), ['f0', 'f1', 'c1', 'message:a'], ['c1 f1 a']],
  ])('%s', async (_what, matcher, text, wanted) => {
    const { results = [] } = runOf(await byMatcher(matcher), text.join('\n'))
    const found = results.map(({ ruleId, locations, message }) =>
      [ruleId, locations?.[0]?.physicalLocation?.artifactLocation?.uri?.replace('%3A', ':'), message.text].join(' '),
    )

    expect(found).toEqual(wanted)
  })

  it('takes each line by the first matcher that shows it, which ends what others have begun', async () => {
    const pair = {
      owner: 'pair',
      pattern: [
        { regexp: '^in (.+)$', file: 1 },
        { regexp: '^ {2}(.+)$', message: 1, loop: true },
      ],
    }
    const one = { owner: 'one', pattern: [{ regexp: '^!(.+)$', message: 1 }] }
    const same = { owner: 'same', pattern: [{ regexp: '^!(.+)$', message: 1 }] }
    const run = runOf(await byMatcher(pair, one, same), 'in a.c\n  x\n!y\n  z\n')

    expect(lines(run)).toEqual(['pair error a.c - - x', 'one error - - - y'])
  })

  it('keeps what the runner would drop for its severity, unless another matcher takes it', async () => {
    const strange = { owner: 'a', pattern: [{ regexp: '^(\\w+): (.*)$', severity: 1, message: 2 }] }
    const notes = { owner: 'b', severity: 'notice', pattern: [{ regexp: '^hint: (.*)$', message: 1 }] }
    const run = runOf(await byMatcher(strange, notes), 'fatal: f\ninfo: i\nhint: h\nNOTICE: n\nWarning: w\n: e\n')

    expect(lines(run).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'a error',
      'a note',
      'b note',
      'a note',
      'a warning',
    ])
  })

  it('names the lines that have no words, by which a clean report can be told', async () => {
    const clean = { owner: 'clean', pattern: [{ regexp: '^Success: no issues()', message: 1 }] }
    const run = runOf(await byMatcher(tsc, clean), 'Success: no issues found in 3 files\n')

    expect(run.results).toEqual([])
    expect(notices(run)).toEqual([
      'note: Line 1 fits the problem matcher clean, with an empty message: as on GitHub, it is no finding.',
    ])
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true)
  })

  it('takes silence for a clean report, and text that it does not know for none', async () => {
    const converter = await byMatcher(tsc)

    expect(runOf(converter, ' \r\n').results).toEqual([])
    expect(() => runOf(converter, 'Segmentation fault\n')).toThrow(
      /no problem matcher of `matcher` matches a line of it/,
    )
  })

  it.each([
    ['src/a.c', 'lib/app.proj', 'lib/src/a.c'],
    ['/src/a.c', 'lib/app.proj', 'file:///src/a.c'],
    ['C:\\a.c', 'lib\\app.proj', 'file:///C:/a.c'],
    ['a.c', 'app.proj', 'a.c'],
    ['a.c', '', 'a.c'],
  ])('names the file %s from %s', async (file, from, uri) => {
    const matcher = { owner: 'o', pattern: [{ regexp: '^(.*)\\|(.*)\\|(.*)$', file: 1, fromPath: 2, message: 3 }] }
    const run = runOf(await byMatcher(matcher), `${file}|${from}|m`)

    expect(run.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(uri)
  })

  it('knows the ends that matchers for VS Code set, and leaves out numbers that are none', async () => {
    const matcher = {
      owner: 'o',
      fileLocation: 'relative',
      pattern: [
        {
          regexp: '^(.+?):(.*?):(.*?)-(.*?):(.*?) (.+)$',
          file: 1,
          line: 2,
          column: 3,
          endLine: 4,
          endColumn: 5,
          message: 6,
          kind: 'x',
        },
      ],
    }

    expect(lines(runOf(await byMatcher(matcher), 'a:1:2-3:4 m\na:x:-2-99999999999:+4 n\n'))).toEqual([
      'o error a 1:2 3:4 m',
      'o error a - - n',
    ])
  })

  const pattern = [{ regexp: '^(.+)$', message: 1 }]
  it.each([
    [[], /problemMatcher` is an empty list/],
    [[{ owner: '', pattern }], /problemMatcher\[0\]\.owner is empty/],
    [[{ pattern }], /problemMatcher\[0\]\.owner is missing/],
    [
      [
        { owner: 'a', pattern },
        { owner: 'A', pattern },
      ],
      /problemMatcher\[1\]\.owner: there is another matcher named `A`/,
    ],
    [[{ owner: 'a', severity: 'fatal', pattern }], /severity is `fatal`; write error, warning or notice/],
    [[{ owner: 'a', pattern: [] }], /problemMatcher\[0\]\.pattern is an empty list/],
    [[{ owner: 'a', pattern: pattern[0] }], /problemMatcher\[0\]\.pattern must be a list/],
    [[{ owner: 'a', pattern: [{ message: 0 }] }], /pattern\[0\]\.regexp is missing/],
    [[{ owner: 'a', pattern: [{ regexp: '(', message: 0 }] }], /pattern\[0\]\.regexp: a parenthesis is opened/],
    [[{ owner: 'a', pattern: [{ regexp: 'a', file: 0 }] }], /none of its patterns sets `message`/],
    [[{ owner: 'a', pattern: [{ regexp: '(a)', message: 2 }] }], /message is 2, and `regexp` has the groups 0 to 1/],
    [[{ owner: 'a', pattern: [{ regexp: '(a)', message: -1 }] }], /message is -1/],
    [[{ owner: 'a', pattern: [{ regexp: '(a)', message: '1' }] }], /message must be a number/],
    [[{ owner: 'a', pattern: [{ regexp: '(a)', message: 1.5 }] }], /message must be a whole number/],
    [
      [{ owner: 'a', pattern: [{ regexp: 'a', loop: true, message: 0 }] }],
      /pattern\[0\]\.loop: only the last of several/,
    ],
    [
      [{ owner: 'a', pattern: [{ regexp: 'a', file: 0 }, { regexp: 'a', code: 0, loop: true }, ...pattern] }],
      /pattern\[1\]\.loop: only the last/,
    ],
    [
      [
        {
          owner: 'a',
          pattern: [
            { regexp: 'a', message: 0 },
            { regexp: 'a', code: 0, loop: true },
          ],
        },
      ],
      /pattern\[1\]\.loop: a pattern that loops must set `message`/,
    ],
    [
      [
        {
          owner: 'a',
          pattern: [
            { regexp: 'a', file: 0 },
            { regexp: 'a', file: 0, message: 0 },
          ],
        },
      ],
      /pattern\[1\]\.file: another pattern .* sets it already/,
    ],
  ])('refuses what the runner refuses: %j', async (matchers, words) => {
    const refused = byMatcher(...matchers)

    await expect(refused).rejects.toThrow(UserError)
    await expect(refused).rejects.toThrow(words)
    await expect(refused).rejects.toThrow(/^`matcher`: m\.json: /)
  })

  it('refuses what is no JSON', async () => {
    const refused = converterFor({ by: 'matcher', file: 'm.json', text: '{' }, { exists: nothingIsThere })

    await expect(refused).rejects.toThrow(/`matcher`: m\.json: it is not JSON/)
  })
})

describe('errorformat', () => {
  it.each([
    ['flake8.txt', ['%f:%l:%c: %t%n %m'], 11, "F401 error bad.py 1:1 - 'os' imported but unused"],
    [
      'gcc.txt',
      ['%f:%l:%c: %t%*[^:]: %m', '%-G%.%#'],
      5,
      '-Wparentheses warning bad.c 11:13 - suggest parentheses around assignment used as truth value [-Wparentheses]',
    ],
    [
      'tsc.txt',
      ['%f(%l\\,%c): %trror %o: %m'],
      3,
      "TS2322 error bad.ts 1:7 - Type 'string' is not assignable to type 'number'.",
    ],
    ['tidy.txt', ['%f:%l:%c: %tarning: %m'], 5, 'tidy warning bad.html 1:37 - discarding unexpected </div>'],
    [
      'perlcritic.txt',
      ['%m at line %l\\, column %c.%.%#(Severity: %n)'],
      13,
      '5 warning - - - Code before strictures are enabled',
    ],
    [
      'luacheck.plain.txt',
      ['%f:%l:%c-%k: (%t%n) %m'],
      5,
      "W113 warning bad.lua 3:22 - accessing undefined variable 'b'",
    ],
    ['vulture.txt', ['%f:%l: unused %o %m (%*\\d%% confidence)'], 5, "import warning bad.py 1 - 'os'"],
    [
      'sparse.txt',
      ['%f:%l:%c: %tarning: %m', '%f:%l:%c: %trror: %m'],
      4,
      'sparse warning bad.c 11:15 - assignment expression in conditional',
    ],
    [
      'xmllint.txt',
      ['%A%f:%l: parser %trror : %m', '%Z%p^', '%-C%.%#'],
      2,
      'xmllint error bad.xml 1:11 - Premature end of data in tag a line 1',
    ],
    [
      'pydocstyle.txt',
      ['%A%f:%l %.%#:', '%Z %#%t%n: %m'],
      3,
      'D103 warning bad.py 9 - Missing docstring in public function',
    ],
    [
      'eslint.stylish.txt',
      ['%-P%f', '\\ %#%l:%c %# %trror  %m  %o', '\\ %#%l:%c %# %tarning  %m  %o', '%-Q', '%-G%.%#'],
      8,
      "eqeqeq error file:///home/runner/work/app/app/bad.js 3:8 - Expected '===' and instead saw '=='",
    ],
    [
      'stylelint.compact.txt',
      ['%f: line %l\\, col %c\\, %trror - %m (%o)'],
      7,
      'block-no-empty error file:///home/runner/work/app/app/bad.css 2:3 - Empty block',
    ],
    [
      'pylint.msvs.txt',
      ['%f(%l): [%t%n(%o)%.%#] %m', '%-G*%.%#'],
      16,
      "undefined-variable error bad.py 8 - Undefined variable 'undefined_name'",
    ],
    ['go-vet.txt', ['./%f:%l:%c: %m', '%-G# %.%#'], 2, 'go-vet warning bad.go 3:48 - unreachable code'],
    ['codespell.txt', ['%f:%l: %m'], 3, 'codespell warning words.txt 1 - teh ==> the'],
  ])('reads %s', async (name, formats, count, one) => {
    const run = runOf(await byErrorformat(formats, nothingIsThere, name.split('.')[0]), fixture(name))

    expect(lines(run)).toHaveLength(count)
    expect(lines(run)).toContain(one)
    expect(schemaErrors(toLog([run]))).toEqual([])
  })

  it.each<[what: string, formats: string[], text: string, wanted: string[]]>([
    ['%e and %k', ['%f:%l:%c:%e:%k: %m'], 'a:1:5:2:9: m', ['x warning a 1:5 2:9 m']],
    ['an end where it begins', ['%f:%l:%c-%k: %m'], 'a:1:7-7: m', ['x warning a 1:7 - m']],
    ['%v', ['%f:%l:%v: %m'], 'a:1:7: m', ['x warning a 1:7 - m']],
    [
      '%t of every kind',
      ['%t: %m'],
      'E: a\nw: b\nI: c\nn: d\nF: e\nC: f\nR: g\nz: h',
      ['error', 'warning', 'note', 'note', 'error', 'note', 'note', 'warning'].map(
        (level, at) => `x ${level} - - - ${'abcdefgh'[at]}`,
      ),
    ],
    ['%n', ['%f:%n:%m'], 'a:0042:m', ['0042 warning a - - m']],
    ['%s', ['%f>%s'], 'a b.c>int main()', ['x warning a%20b.c - - int main()']],
    ['%b', ['%b:%l:%m'], '3:4:m', ['x warning - - - m']],
    ['%o', ['[%o] %f: %m'], '[no/way-1] a: m', ['no/way-1 warning a - - m']],
    ['a path with a drive', ['%f:%l:%c: %m'], 'C:\\x y\\a.c:1:2: m', ['x warning file:///C:/x%20y/a.c 1:2 - m']],
    ['names of files before a pattern', ['%f%*[ ]%l %m'], 'a.c   3 m', ['x warning a.c 3 - m']],
    [
      '%+G',
      ['%+GWould reformat %f', '%-G%.%#'],
      'Would reformat a.py\n1 file',
      ['x warning a.py - - Would reformat a.py'],
    ],
    [
      '%-G before what it leaves out',
      ['%-G%f:%l: note: %m', '%f:%l: %m'],
      'a:1: note: n\na:2: m',
      ['x warning a 2 - m'],
    ],
    [
      '%E %C %Z',
      ['%EError %n', '%Cline %l', '%Ccolumn %c', '%Z%m'],
      "Error 275\nline 42\ncolumn 3\n' ' expected after '--'",
      ["275 error - - - ' ' expected after '--'"],
    ],
    [
      '%W %I %N',
      ['%Wwarn %f: %m', '%Iinfo %f: %m', '%Nnote %f: %m', '%C %m'],
      'warn a: b\n c\ninfo d: e\nnote f: g\n h\nend\n i',
      ['x warning a - - b\nc', 'x note d - - e', 'x note f - - g\nh'],
    ],
    ['%+C', ['%A%f: %m', '%+C  %.%#', '%-G%.%#'], 'a: b\n  c\nd', ['x warning a - - b\n  c']],
    [
      '%-A with all its lines',
      ['%-Askip %f', '%A%f: %m', '%C %m', '%-G%.%#'],
      'skip a\n b\nc: d\n e',
      ['x warning c - - d\ne'],
    ],
    ['lines of nobody between', ['%A%f: %m', '%C %m'], 'a: b\nnobody\n c', ['x warning a - - b']],
    [
      'a traceback',
      ['%C %.%#', '%A  File "%f"\\, line %l%.%#', '%Z%[%^ ]%\\@=%m'],
      'Traceback:\n  File "a/b.py", line 89, in t\n    assert 0\n  File "/usr/c.py", line 286, in\n wrapped\nAssertionError: 34 != 33\n',
      ['x warning a/b.py 89 - AssertionError: 34 != 33'],
    ],
    [
      '%P and %Q',
      ['%+P[%f]', '(%l\\,%c)%*[ ]%t%*[^:]: %m', '%-Q'],
      "[a1.tt]\n(1,17)  error: ';' missing\n\n[a2.tt]\n\n[a3.tt]\nNEW compiler v1.1\n(2,2)   warning: 's' defined\n",
      ["x error a1.tt 1:17 - ';' missing", "x warning a3.tt 2:2 - 's' defined"],
    ],
    ['%r', ['%P<%f %r', '%O!%r', '%l:%m'], '<a.c !1:m\n2:n', ['x warning a.c 1 - m', 'x warning a.c 2 - n']],
    [
      '%D and %X',
      ["%Dmake: Entering '%f'", "%Xmake: Leaving '%f'", '%f:%l: %m'],
      "make: Entering '/src'\na.c:1: m\n/b.c:2: n\nmake: Leaving '/src'\nc.c:3: o",
      ['x warning file:///src/a.c 1 - m', 'x warning file:///b.c 2 - n', 'x warning c.c 3 - o'],
    ],
    ['%>', ['%+Gnever', '%E%>Error in %l of %f:', '%Z%m'], 'Error in 12 of a.c:\nnever', ['x error a.c 12 - never']],
    ['sets', ['%[a-i]%[%^0-9]%[]x]%*[%\\w-]%m'], 'go]--!', ['x warning - - - !']],
    [
      'operators of Vim',
      ['%f %\\%%(is%\\|was%\\) %\\d%\\{2,3}%\\s%\\+%\\w%\\=: %m'],
      'a.c was 123  z: m\na.c is 1 z: m',
      ['x warning a.c - - m'],
    ],
    ['few of them', ['%.%\\{-}:%m'], 'a:b:c', ['x warning - - - b:c']],
    ['any case', ['%\\cerror: %f:%l: %m'], 'ERROR: a.C:4: Bad', ['x warning a.C 4 - Bad']],
    ['its own case', ['error: %m', '%-G%.%#'], 'ERROR: a\nerror: b', ['x warning - - - b']],
    ['escaped signs', ['\\ %f\\, "%l"\\\\%% %m'], ' a, "3"\\% m', ['x warning a 3 - m']],
    ['signs of regular expressions as they are', ['(%l).*+?^${}|[] %m'], '(3).*+?^${}|[] m', ['x warning - - - m']],
  ])('knows %s', async (_what, formats, text, wanted) => {
    expect(lines(runOf(await byErrorformat(formats, nothingIsThere, 'X'), text))).toEqual(wanted)
  })

  it('counts the columns of a pointer as a terminal shows them', async () => {
    const run = runOf(await byErrorformat(['%A%f:%l: %m', '%Z%p^']), 'a:1: m\n\t ^\nb:2: n\n..-^\n')

    expect(lines(run)).toEqual(['errorformat warning a 1:10 - m', 'errorformat warning b 2:4 - n'])
    expect(run.results!.map(({ properties }) => properties?.['codescan-gate/columns'])).toEqual(['cells', 'cells'])
  })

  it('takes a line for the name of a file when there is one, or when it looks like one and nothing else fits', async () => {
    const formats = ['%-P%f', '%l:%c %m', '%-G%.%#']
    const text = 'Dockerfile\n1:2 a\nsrc/a.c\n3:4 b\nSummary of 2.5 things\n5:6 c\n'
    const without = runOf(await byErrorformat(formats), text)
    const knowing = runOf(await byErrorformat(formats, (path) => path === 'Dockerfile'), text)

    expect(lines(without).map((line) => line.split(' ')[2])).toEqual(['-', 'src/a.c', 'src/a.c'])
    expect(lines(knowing).map((line) => line.split(' ')[2])).toEqual(['Dockerfile', 'src/a.c', 'src/a.c'])
  })

  it.each([
    [['%f:%l: %m'], '', 0],
    [['%f:%l: %m'], '\n \n', 0],
    [['%f:%l: %m', '%-GSuccess%.%#'], 'Success: no issues found', 0],
  ])('takes silence, and what it is told to leave out, for a clean report: %j', async (formats, text, count) => {
    expect(runOf(await byErrorformat(formats), text).results).toHaveLength(count)
  })

  it.each([
    [['%f:%l: %m'], 'Segmentation fault\n', /`%-GSegmentation fault%\.%#`/],
    [['%f:%l: %m', '%-G%.%#'], '\nAll done, 100%!\n', /`%-GAll done\\, 100%%!%\.%#`/],
    [['%f:%l: %m', '%-G%m'], 'x', undefined],
  ])('does not take text that no format knows for a clean report: %j', async (formats, text, words) => {
    const converter = await byErrorformat(formats)
    if (words) expect(() => runOf(converter, text)).toThrow(words)
    else expect(runOf(converter, text).results).toEqual([])
  })

  it.each([
    [['%f:%l: %m', '%f:%q'], /format 2, `%f:%q`: there is no `%q`.* \(character 4\)/],
    [
      ['%f(%l', '%c): %m'],
      /format 1, `%f\(%l`: it says nothing of the message.*A comma that belongs to a format is written `\\,`/,
    ],
    [['%m%'], /a `%`, and nothing follows \(character 3\)/],
    [['%f %f %m'], /`%f` stands there twice \(character 4\)/],
    [['%f %Gx %m'], /`%G` stands at the start of a format only \(character 4\)/],
    [['%P%f %l'], /`%l` has no meaning in a format that begins with `%P`/],
    [['%f %r %m'], /`%r` is only for formats/],
    [['%DEntering'], /`%D` enters a folder, which `%f` must name/],
    [['%#%m'], /`%#` belongs to what stands before it, and nothing does/],
    [['%m %*d'], /behind `%\*` a set like `\[\^:\]` or a class like `\\d` must follow/],
    [['%m %[abc'], /a bracket is opened and not closed \(character 5\)/],
    [['%m %[z-a]'], /a range ends before it begins/],
    [['%m %[%\\q]'], /there is no class `\\q`/],
    [['%m %\\1'], /`%\\1` is not read/],
    [['%m %\\('], /a group is opened and not closed/],
    [['%m %\\)'], /a group is closed that was not opened/],
    [['%\\(%m%\\)'], /`%m` cannot stand within a group/],
    [['%m %.%\\{5,2}'], /ends before it begins/],
    [['%m %.%\\{900}%\\{900}%\\{900}'], /the pattern is too large/],
  ])('says what is wrong with %j', async (formats, words) => {
    const refused = byErrorformat(formats)

    await expect(refused).rejects.toThrow(UserError)
    await expect(refused).rejects.toThrow(words)
  })

  it('is parted by lines and by commas without a backslash', () => {
    const read = (errorformat: string) => readOptions({ errorformat }).errorformat

    expect(read('%f:%l: %m, %f(%l\\,%c): %m')).toEqual(['%f:%l: %m', '%f(%l\\,%c): %m'])
    expect(read('  %f: %m\r\n# of no use\n\n  \\ %m\\ \n%-G#%.%#\n,')).toEqual(['%f: %m', '\\ %m\\ ', '%-G#%.%#'])
    expect(read('a\\')).toEqual(['a\\'])
    expect(read(',')).toBeUndefined()
  })

  it('reads formats of any kind, or refuses them with a sentence, and never hangs', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '%f',
        '%l',
        '%c',
        '%m',
        '%t',
        '%n',
        '%p',
        '%o',
        '%r',
        '%s',
        '%.',
        '%#',
        '%+',
        '%?',
        '%>',
        '%%',
        '%*[^:]',
        '%*\\s',
      ),
      fc.constantFrom(
        '%A',
        '%C',
        '%Z',
        '%G',
        '%-G',
        '%+C',
        '%P',
        '%-Q',
        '%O',
        '%D',
        '%X',
        '%\\(',
        '%\\)',
        '%\\|',
        '%\\{-}',
        '%\\@=',
        '%\\c',
      ),
      fc.string({ unit: fc.constantFrom(...'%[]^-\\:, a1('), maxLength: 3 }),
    )
    const format = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...'a1:( ^\t[]%'), maxLength: 15 }),
          fc.constantFrom(...hostile.map(([, words]) => words.slice(0, 2000))),
        ),
      )
      .map((all) => all.join('\n'))

    await fc.assert(
      fc.asyncProperty(fc.array(format, { minLength: 1, maxLength: 4 }), text, async (formats, report) => {
        await expectHonest(byErrorformat(formats), report)
      }),
      { numRuns: 500 },
    )
  })
})

describe('text of any size', () => {
  it('is cut where a line becomes longer than patterns are tried on, which is told', async () => {
    const text = `a:1: ${'x'.repeat(40_000)}\nb:2: m\n`
    const run = runOf(await byErrorformat(['%f:%l: %m']), text)

    expect(run.results!.map(({ message }) => message.text!.length)).toEqual([32_768 - 5, 1])
    expect(notices(run)).toEqual(['note: A line is longer than 32768 characters and read up to there, line 1 first.'])
  })

  it('of ten thousand lines takes no more than a few seconds', async () => {
    const line = 'src/some/folder/file.ts:123:45: warning: some message about this and that [rule-name]'
    const text = Array(10_000).fill(line).join('\n')
    const matcher = {
      owner: 'o',
      pattern: [
        {
          regexp: '(.+?):(\\d+):(\\d+): (\\w+): (.*) \\[(.*)\\]',
          file: 1,
          line: 2,
          column: 3,
          severity: 4,
          message: 5,
          code: 6,
        },
      ],
    }
    const started = performance.now()
    const counts = [
      await byErrorformat(['%f:%l:%c: %trror: %m', '%f:%l:%c: %tarning: %m [%o]']),
      await byMatcher(matcher),
    ].map((converter) => runOf(converter, text).results!.length)

    expect(counts).toEqual([10_000, 10_000])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

const mappings = readdirSync(fixtures).filter((name) => name.endsWith('.yml'))
const reportOfMapping = (name: string) =>
  readdirSync(fixtures).find(
    (file) => file !== name && /\.(?:json|jsonl|csv|xml)$/.test(file) && file.split('.')[0] === name.split('.')[0],
  )!

describe('mapping', () => {
  it.each([
    ['ast-grep', 1, 'no-eval error bad.js 3:19 3:26 no eval'],
    ['bandit', 4, 'B602 error bad.py 6 - subprocess call with shell=True identified, security issue.'],
    [
      'buf',
      4,
      'MESSAGE_PASCAL_CASE warning bad.proto 3:9 3:12 Message name "foo" should be PascalCase, such as "Foo".',
    ],
    [
      'dockerfilelint',
      6,
      'Deprecation warning Dockerfile 3 - Deprecated as of Docker 1.13: This INSTRUCTION is deprecated as of Docker 1.13',
    ],
    [
      'flawfinder',
      5,
      'FF1016 error bad.c 10:2 - printf: If format strings can be influenced by an attacker, they can be exploited (CWE-134). Use a constant for the format specification.',
    ],
    ['hlint', 3, 'Redundant == warning bad.hs 2:10 2:19 x == True could be x'],
    ['luacheck', 5, "W113 warning bad.lua 3:22 - accessing undefined variable 'b'"],
    [
      'phpcs',
      11,
      'Squiz.Functions.MultiLineFunctionDeclaration.BraceOnSameLine error file:///home/runner/work/app/app/bad.php 2:18 - Opening brace should be on a new line',
    ],
    [
      'phpmd',
      4,
      'EvalExpression error file:///home/runner/work/app/app/bad.php 4 4 The function foo() contains an eval expression.',
    ],
    ['puppet-lint', 8, 'documentation warning file:///home/runner/work/app/app/bad.pp 1:1 - class not documented'],
    ['redocly', 6, 'no-empty-servers error openapi.yaml 1:1 1:8 Servers must be present.'],
    ['solhint', 6, 'avoid-tx-origin warning Bad.sol 2:29 - Avoid to use tx.origin'],
    [
      'spectral',
      6,
      'info-contact warning file:///home/runner/work/app/app/openapi.yaml 2:6 2:30 Info object must have "contact" object. (info)',
    ],
  ])('reads the report of %s', async (name, count, one) => {
    const run = runOf(await byMapping(fixture(`${name}.yml`)), fixture(reportOfMapping(`${name}.yml`)))

    expect(lines(run)).toHaveLength(count)
    expect(lines(run)).toContain(one)
    expect(notices(run)).toEqual([])
    expect(schemaErrors(toLog([run]))).toEqual([])
  })

  it('keeps scores, weaknesses, tags, addresses, versions, fixes, other places and suppressions', async () => {
    const of = async (name: string) =>
      runOf(await byMapping(fixture(`${name}.yml`)), fixture(reportOfMapping(`${name}.yml`)))
    const [bandit, flawfinder, redocly, hlint, astGrep, phpcs] = await Promise.all(
      ['bandit', 'flawfinder', 'redocly', 'hlint', 'ast-grep', 'phpcs'].map(of),
    )

    expect(bandit!.tool.driver).toMatchObject({ name: 'Bandit', informationUri: 'https://bandit.readthedocs.io' })
    expect(bandit!.tool.driver.rules![2]).toMatchObject({
      id: 'B602',
      helpUri: 'https://bandit.readthedocs.io/en/latest/plugins/b602_subprocess_popen_with_shell_equals_true.html',
      properties: {
        'security-severity': '8.0',
        tags: ['subprocess_popen_with_shell_equals_true', 'confidence HIGH', 'security'],
      },
    })
    expect(flawfinder!.tool.driver.rules![0]!.properties!.tags).toEqual([
      'buffer',
      'security',
      'external/cwe/cwe-120',
      'external/cwe/cwe-020',
    ])
    expect(flawfinder!.results!.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'below what we look at',
    ])
    expect(redocly!.tool.driver.version).toBe('2.77.0')
    expect(hlint!.columnKind).toBe('unicodeCodePoints')
    expect(hlint!.results![0]!.fixes![0]).toEqual({
      description: { text: 'Use concatMap' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'bad.hs' },
          replacements: [
            {
              deletedRegion: { startLine: 1, startColumn: 18, endLine: 1, endColumn: 41 },
              insertedContent: { text: 'concatMap show [1, 2]' },
            },
          ],
        },
      ],
    })
    expect(astGrep!.results![0]!.relatedLocations).toMatchObject([
      { message: { text: 'A is x' }, physicalLocation: { region: { startLine: 3, startColumn: 24 } } },
    ])
    expect(astGrep!.tool.driver.rules![0]!.help!.text).toBe('bad')
    expect(phpcs!.properties).toEqual({ 'codescan-gate/columns': 'tabs4' })
  })

  it('has a schema for editors, which takes the mappings that the program takes', () => {
    const schema = JSON.parse(readFileSync(join(projectRoot(), 'schemas', 'mapping.schema.json'), 'utf8'))
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)

    expect(mappings.length).toBeGreaterThan(10)
    for (const name of mappings)
      expect([name, validate(parse(fixture(name))), validate.errors]).toEqual([name, true, null])
    expect(validate({ tool: { name: 'x' }, format: 'json', rule: 'a', mesage: 'b' })).toBe(false)
  })

  const head = 'tool: { name: T }\nformat: json\nentries: "[]"\nrule: rule\nmessage: message\nfile: file\nline: line\n'
  const read = async (mapping: string, value: unknown) => runOf(await byMapping(mapping), JSON.stringify(value))
  const entry = { rule: 'r', message: 'm', file: 'a', line: 3 }

  it.each([
    ['names parted by dots', 'a.b', { a: { b: 'x' } }, 'x'],
    ['names with signs', '"a.b"."c d"', { 'a.b': { 'c d': 'x' } }, 'x'],
    ['names with dashes and blanks', 'message-id.Issue Text', { 'message-id': { 'Issue Text': 'x' } }, 'x'],
    ['one item', 'a[1]', { a: ['x', 'y'] }, 'y'],
    ['the last item', 'a[-1].b', { a: [{ b: 'x' }, { b: 'y' }] }, 'y'],
    ['all items of lists of lists', '{a[][]}', { a: [['x'], ['y', 'z']] }, 'x, y, z'],
    ['all values of a mapping', '{a.*}', { a: { b: 'x', c: 'y' } }, 'x, y'],
    ['names of a mapping', '{a.*.~}', { a: { b: 'x', c: 'y' } }, 'b, c'],
    ['a number', 'a', { a: 1.5 }, '1.5'],
    ['true', 'a', { a: true }, 'true'],
    ['its own number', '~', {}, '0'],
    ['what holds it', '../[0].rule', {}, 'r'],
    ['more than there is', '../../../a', { a: 'x' }, 'r'],
    ['braces that are meant so', '{{{a}}}', { a: 'x' }, '{x}'],
    ['a text of which a part is absent', '{a}: {b}', { a: 'x' }, 'x:'],
    ['a text of which all is absent', '{a}: {b}', {}, 'r'],
    ['what is no text', 'a', { a: { b: 1 } }, 'r'],
    ['null', 'a', { a: null }, 'r'],
    ['what every object has', 'constructor.name', {}, 'r'],
    ['a name of a trap', '__proto__.x', JSON.parse('{"__proto__":{"x":"y"}}'), 'y'],
  ])('finds by its paths %s', async (_what, path, more, wanted) => {
    const mapping = head.replace('message: message', `message: ${JSON.stringify(path)}`)
    const run = await read(mapping, [Object.defineProperties({ ...entry }, Object.getOwnPropertyDescriptors(more))])

    expect(run.results![0]!.message.text).toBe(wanted)
  })

  it.each([
    ['line: "line"', { line: '12-15' }, '12 -'],
    ['line: line', { line: -1 }, '- -'],
    ['line: line', { line: 'x' }, '- -'],
    ['line: line\nendLine: to\npositions: { firstLine: 0 }', { line: 0, to: 1 }, '1 2'],
    ['line: line\ncolumn: c\nendColumn: e', { c: 1, e: 4 }, '3:1 4'],
    ['line: line\ncolumn: c\nendColumn: e\npositions: { end: inclusive }', { c: 1, e: 4 }, '3:1 5'],
    ['line: line\ncolumn: c\nendColumn: e\npositions: { firstColumn: 0, end: inclusive }', { c: 0, e: 4 }, '3:1 6'],
    ['line: line\ncolumn: c\nendColumn: e\npositions: { firstColumn: 0 }', { c: 0, e: 4 }, '3:1 5'],
    ['line: { from: line, default: 9 }', { line: null }, '9 -'],
    ['line: { default: 1 }', {}, '1 -'],
  ])('counts as the tool does: %j', async (fields, more, wanted) => {
    const run = await read(head.replace('line: line\n', `${fields}\n`), [{ ...entry, ...more }])

    expect(lines(run)[0]!.split(' ').slice(3, 5).join(' ')).toBe(wanted)
  })

  it.each([
    ['level: s', { s: 'HIGH' }, 'error'],
    ['level: s', { s: 'style' }, 'note'],
    ['level: s', { s: 'whatever' }, 'warning'],
    ['level: s', {}, 'warning'],
    ['level: { from: s, words: { A: error, b: note } }', { s: 'a' }, 'error'],
    ['level: { from: s, words: { A: note } }', { s: 'error' }, 'error'],
    ['level: { from: s, words: { A: note }, default: error }', {}, 'error'],
    ['level: { from: s, match: "^(.)", words: { x: error } }', { s: 'xyz' }, 'error'],
    ['level: { default: note }', { s: 'error' }, 'note'],
  ])('gives levels: %s of %j', async (field, more, level) => {
    expect((await read(`${head}${field}\n`, [{ ...entry, ...more }])).results![0]!.level).toBe(level)
  })

  it.each([
    ['fix: { text: t }', { t: '' }, [{ startLine: 3 }], ''],
    ['fix: { text: t }', { t: '  x\n' }, [{ startLine: 3 }], '  x\n'],
    [
      'fix: { text: t, line: l, column: c, endColumn: c }',
      { t: 'x', l: 8, c: 2 },
      [{ startLine: 8, startColumn: 2, endColumn: 2 }],
      'x',
    ],
    [
      'fix: { each: "f[]", text: t, line: ../line, column: c }',
      {
        f: [
          { t: 'x', c: 1 },
          { t: 'y', c: 2 },
        ],
      },
      [
        { startLine: 3, startColumn: 1 },
        { startLine: 3, startColumn: 2 },
      ],
      'x',
    ],
    ['fix: { text: t }', { t: null }, undefined, undefined],
    ['fix: { text: t }', { t: 'x', file: null }, undefined, undefined],
  ])('reads fixes: %s of %j', async (field, more, regions, text) => {
    const { fixes } = (await read(`${head}${field}\n`, [{ ...entry, ...more }])).results![0]!

    expect(fixes?.map(({ artifactChanges }) => artifactChanges[0]!.replacements[0]!.deletedRegion)).toEqual(regions)
    expect(fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe(text)
  })

  it('knows numbers of weaknesses from other numbers', async () => {
    const run = await read(`${head}cwe: [ids, "more[]"]\n`, [
      { ...entry, ids: 'CWE-119!/CWE-120, line 7', more: ['79', 'cwe_22', 'none 5'] },
    ])

    expect(run.tool.driver.rules![0]!.properties!.tags).toEqual([
      'security',
      'external/cwe/cwe-119',
      'external/cwe/cwe-120',
      'external/cwe/cwe-079',
      'external/cwe/cwe-022',
    ])
  })

  it('suppresses by a value, and says why', async () => {
    const mapping = `${head}suppressedWhen: { from: s, equals: [ignored, 1, true], because: why }\n`
    const { results = [] } = await read(mapping, [
      { ...entry, s: 'ignored', why: 'w' },
      { ...entry, s: 1 },
      { ...entry, s: true },
      { ...entry, s: 'open' },
      entry,
    ])

    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', justification: 'w' }],
      [{ kind: 'external' }],
      [{ kind: 'external' }],
      undefined,
      undefined,
    ])
  })

  it('makes of every entry a finding, or a notification for which the scan is not complete', async () => {
    const run = await read(head, [entry, { message: 'm' }, null, 5, [], { ...entry, rule: '' }])

    expect(run.results).toHaveLength(1)
    expect(notices(run)).toHaveLength(5)
    expect(notices(run)[0]).toBe(
      'error: The entry 1 is no finding: it has no rule (`rule`). Give `rule` a `default`, or leave such entries out with `only`.',
    )
    expect(run.invocations![0]!.executionSuccessful).toBe(false)
  })

  it('leaves out what is no entry, by a value', async () => {
    const run = await read(`${head}only: { from: kind, equals: [finding] }\n`, [
      { ...entry, kind: 'finding' },
      { kind: 'summary' },
    ])

    expect([run.results!.length, notices(run)]).toEqual([1, []])
  })

  it('tells what the tool could not do', async () => {
    const mapping = `${head.replace('"[]"', 'results[]')}errors: { entries: 'errors?[]', message: '{reason}', file: filename }\n`
    const run = await read(mapping, { results: [entry], errors: [{ filename: 'b.py', reason: 'syntax error' }] })

    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'syntax error' } }],
      },
    ])
    expect((await read(mapping, { results: [] })).invocations).toBeUndefined()
  })

  it('says of a field that no entry has that it is most likely misspelt', async () => {
    const run = await read(`${head}column: colum\n`, [entry, entry])

    expect(notices(run)).toEqual(['note: None of the 2 entries has what `column` of the mapping asks for (`colum`).'])
    expect(run.invocations![0]!.executionSuccessful).toBe(true)
  })

  it.each([
    ['[]', { results: [] }, /at the top: there is no list/],
    ['results[]', [], /at the top: there is no `results`/],
    ['results[]', { result: [] }, /at the top: there is no `results`/],
    ['results[]', { results: 'none' }, /at results: there is no list/],
    ['results', { results: [] }, /at results: this is a list, of which each item is an entry; write `results\[\]`/],
    ['files[].issues[]', { files: [{ issues: [] }, {}] }, /at files\.1: there is no `issues`/],
    ['files.*[]', { files: [[]] }, /at files: there is no mapping/],
    ['[]', [{ rle: 'r' }, { rle: 's' }], /none of its 2 entries has what `rule` of the mapping asks for \(`rule`\)/],
  ])('does not take another shape for a clean report: %s of %j', async (path, value, words) => {
    await expect(read(head.replace('"[]"', JSON.stringify(path)), value)).rejects.toThrow(words)
    await expect(read(head.replace('"[]"', JSON.stringify(path)), value)).rejects.toThrow(UnreadableReport)
  })

  it.each([
    ['[]', []],
    ['results[]', { results: null }],
    ['results?[]', {}],
    ['files[].issues?[]', { files: [{}, { issues: null }] }],
    ['files.*.messages[]', { files: [] }],
  ])('takes for clean what is: %s of %j', async (path, value) => {
    expect((await read(head.replace('"[]"', JSON.stringify(path)), value)).results).toEqual([])
  })

  it('takes the elements of XML for what they are, one or many or none', async () => {
    const mapping =
      'tool: { name: T }\nformat: xml\nentries: lint.file[].issue[]\nrule: id\nmessage: "."\nfile: ../@name\ntags: "tag[]"\n'
    const read = async (text: string) => runOf(await byMapping(mapping), text)
    const issue = (id: string) => `<issue><id>${id}</id><tag>a</tag><tag>b</tag> words &amp; <![CDATA[<more>]]></issue>`
    const run = await read(
      `<?xml version="1.0"?>\n<lint><file name="a">${issue('x')}</file><file name="b"/><file name="c">${issue('y')}${issue('z')}</file></lint>`,
    )

    expect(lines(run)).toEqual([
      'x warning a - - words & <more>',
      'y warning c - - words & <more>',
      'z warning c - - words & <more>',
    ])
    expect(run.tool.driver.rules![0]!.properties!.tags).toEqual(['a', 'b'])
    expect((await read('<lint/>')).results).toEqual([])
    await expect(read('<error/>')).rejects.toThrow(/its root element is <error>, not <lint>/)
    await expect(read('<lint><file>')).rejects.toThrow(/it is not XML, or it was cut off/)
  })

  it('does not leave out elements of XML because brackets were forgotten', async () => {
    const mapping = 'tool: { name: T }\nformat: xml\nentries: lint.issue\nrule: "@id"\nmessage: "."\n'

    await expect(async () =>
      runOf(await byMapping(mapping), '<lint><issue id="a"/><issue id="b"/></lint>'),
    ).rejects.toThrow(/write `lint\.issue\[\]`/)
  })

  it.each([
    ['{ delimiter: ";" }', 'rule;message\n"r;1";"a ""b"""\n', ['r;1 warning - - - a "b"']],
    ['{ delimiter: "\\t" }', 'rule\tmessage\tmore\nr\tm\t\n', ['r warning - - - m']],
    ['{ columns: [rule, message] }', 'r,m\ns,n\n', ['r warning - - - m', 's warning - - - n']],
    ['{}', 'rule,message\n', []],
  ])('reads CSV by %s', async (csv, text, wanted) => {
    const mapping = `tool: { name: T }\nformat: csv\ncsv: ${csv}\nrule: rule\nmessage: message\n`

    expect(lines(runOf(await byMapping(mapping), text))).toEqual(wanted)
  })

  it.each([
    ['csv', '', /it is empty, and has no head/],
    ['csv', 'rule,message\nr\n', /row 2 of its CSV is damaged/],
    ['jsonl', 'nothing found\n', /no line of it is JSON/],
    ['jsonl', '{"rule":"r"', /was cut off/],
  ])('refuses damaged %s: %j', async (format, text, words) => {
    const mapping = `tool: { name: T }\nformat: ${format}\nrule: rule\nmessage: message\n`

    await expect(async () => runOf(await byMapping(mapping), text)).rejects.toThrow(words)
  })

  it('reads JSON lines among others, and silence as clean', async () => {
    const converter = await byMapping('tool: { name: T }\nformat: jsonl\nrule: rule\nmessage: message\n')

    expect(
      lines(runOf(converter, 'starting\n{"rule":"r","message":"m"}\n\n{"rule":"s","message":"n"}\ndone\n')),
    ).toHaveLength(2)
    expect(runOf(converter, '\n').results).toEqual([])
    expect(converter.silentWhenClean).toBe(true)
  })

  it('tells every mistake with its place, and what was meant', async () => {
    const mapping = [
      'tool: { nam: x }',
      'format: jsno',
      'entires: a[]',
      "rule: 'a..b'",
      'level: { from: a, words: { x: fatal } }',
      "message: { from: x, mach: '(' }",
      "line: { match: '(' }",
      "csv: { delimiter: ';;' }",
      'tags: [a, { frm: b }]',
    ].join('\n')
    const error = await byMapping(mapping).catch((thrown) => thrown)

    expect(error).toBeInstanceOf(UserError)
    expect(error.message.split('\n')).toEqual([
      '`mapping`: m.yml: line 1, column 7: `tool.name` is missing.',
      '`mapping`: m.yml: line 1, column 9: there is no key `nam` here. Did you mean `name`?',
      '`mapping`: m.yml: line 2, column 9: `format` must be json or jsonl or xml or csv.',
      '`mapping`: m.yml: line 3, column 1: there is no key `entires` here. Did you mean `entries`?',
      '`mapping`: m.yml: line 4, column 7: `rule` `a..b`: a name is missing, or `[]` (character 3).',
      '`mapping`: m.yml: line 5, column 31: `level.words.x` must be error or warning or note.',
      '`mapping`: m.yml: line 6, column 21: there is no key `mach` here. Did you mean `match`?',
      '`mapping`: m.yml: line 7, column 16: `line.match` `(`: a parenthesis is opened and not closed (character 1).',
      '`mapping`: m.yml: line 8, column 19: `csv.delimiter` must be a single character.',
      '`mapping`: m.yml: line 9, column 13: there is no key `frm` here. Did you mean `from`?',
    ])
  })

  it.each([
    ['', /line 1, column 1: `tool` is missing/],
    ['- a', /`the whole` must be a mapping of keys to values/],
    ['tool: {name: x', /line 1, column \d+: .*\}/],
    ['rule: a\nrule: b', /line 2, column 1: Map keys must be unique/],
    ['tool: { name: x }\nformat: json\nrule: a\nmessage: b', /line 2, column 9: `entries` is missing/],
    [
      'tool: { name: x }\nformat: jsonl\ncsv: {}\nrule: a\nmessage: b',
      /line 3, column 6: `csv` has no meaning for `format: jsonl`/,
    ],
    [`${head}level: { words: { a: error } }`, /line 8, column 8: `level` needs `from` or `default`/],
    [`${head}fix: { text: "{a" }`, /`fix\.text` `\{a`: a brace stands alone/],
    [`${head}help: "a[x]"`, /between brackets stands a number or nothing/],
    [`${head}help: "a b[0]c"`, /a dot is missing/],
    [`${head}only: { from: a, equals: [] }`, /`only\.equals` must not be empty/],
    [`${head}positions: { unit: bytes }`, /`positions\.unit` must be utf16CodeUnits or/],
    [`${head}positions: { firstLine: 2 }`, /`positions\.firstLine` must be 0 or 1/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]`,
      /alias/i,
    ],
  ])('refuses %j', async (mapping, words) => {
    await expect(byMapping(mapping)).rejects.toThrow(UserError)
    await expect(byMapping(mapping)).rejects.toThrow(words)
  })

  it('never fails in another way than with a sentence, whatever the report', async () => {
    for (const name of mappings.filter((each) => reportOfMapping(each).endsWith('.json'))) {
      const converter = await byMapping(fixture(name))
      fc.assert(
        fc.property(damaged([fixture(reportOfMapping(name))]), (text) => {
          expectSound(converter, text)
        }),
        { numRuns: 60 },
      )
    }
  })

  it('never fails in another way than with a sentence, whatever the mapping', async () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab.[]{}*~?"/0-'), maxLength: 8 }),
      fc.constantFrom<unknown>(
        'rule',
        '../a',
        '{a}',
        null,
        1,
        true,
        [],
        {},
        { from: 'a' },
        { from: 'a', words: { a: 'b' } },
        { default: 'x' },
      ),
    )
    const key = fc.constantFrom(
      'rule',
      'message',
      'level',
      'file',
      'line',
      'endColumn',
      'tags',
      'cwe',
      'score',
      'fix',
      'related',
      'only',
      'suppressedWhen',
      'entries',
      'positions',
      'errors',
      'extra',
    )
    const report = JSON.stringify([{ rule: 'r', a: [{ b: 1 }, 'x', null], b: { a: 'y' } }, { rule: 5 }, []])

    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 5 }), async (more) => {
        const mapping = { tool: { name: 'T' }, format: 'json', entries: '[]', rule: 'rule', message: 'rule', ...more }
        await expectHonest(byMapping(JSON.stringify(mapping)), report)
      }),
      { numRuns: 400 },
    )
  })
})

describe('docs/any-tool.md', () => {
  const page = readFileSync(join(projectRoot(), 'docs', 'any-tool.md'), 'utf8')
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!)
  const mappingBlocks = blocks('yaml').filter((text) => text.startsWith('tool:'))
  const steps = blocks('yaml').filter((text) => text.includes('uses:'))

  it('shows mappings that read the reports they are for', async () => {
    const counts = await Promise.all(
      mappingBlocks.map(async (text) => {
        const name = parse(text).tool.name.toLowerCase()
        return [name, runOf(await byMapping(text), fixture(reportOfMapping(`${name}.yml`))).results!.length]
      }),
    )

    expect(counts).toEqual([
      ['dockerfilelint', 6],
      ['luacheck', 5],
      ['bandit', 4],
    ])
  })

  it('shows a problem matcher and formats that read the reports they are for', async () => {
    const [json] = blocks('json')
    const inputs = steps.map((text) => parse(text)[0].with as Record<string, string>)
    const [errorformat] = inputs.flatMap(({ errorformat: formats }) => (formats === undefined ? [] : [formats]))
    const matcher = await converterFor({ by: 'matcher', file: 'm', text: json! }, { exists: nothingIsThere })
    const formats = await byErrorformat(readOptions({ errorformat: errorformat! }).errorformat!)

    expect(runOf(matcher, fixture('tsc.txt')).results).toHaveLength(3)
    expect(runOf(formats, fixture('luacheck.plain.txt')).results).toHaveLength(5)
    for (const input of inputs) expect(Object.keys(readOptions(input))).toEqual(Object.keys(input))
  })
})

describe('convert --explain-mapping', () => {
  it('shows what was found in the first entries, what was not, and counts', async () => {
    const explanation = await explainerFor({
      by: 'mapping',
      file: 'm.yml',
      text: `${fixture('solhint.yml')}endLine: to\nfix: { text: fix }\n`,
    })

    expect(explanation(reportOf(fixture('solhint.json'))).split('\n')).toEqual([
      'entry 1: 0',
      '  rule     ruleId = "compiler-version"',
      '  level    severity = "Error"',
      '  message  message = "Compiler version ^0.4.0 does not satisfy the ^0.8.24 semver requirement"',
      '  file     filePath = "Bad.sol"',
      '  line     line = "1"',
      '  column   column = "1"',
      '  endLine  to = (nothing)',
      ...Array(32).fill(expect.any(String)),
      'entries: 6, findings: 6 (1 error, 5 warning, 0 note), without a rule: 0',
      'left out by `only`: 1',
      'with a fix: 0',
      'without `endLine`: all',
    ])
  })

  it('goes through all reports, and names those that it cannot read', async () => {
    const host = closing(
      await testHost({ 'a.json': fixture('redocly.json'), 'b.json': '{"problems":[{}]}', 'c.json': '{' }),
    )
    const definition = { by: 'mapping', file: 'm.yml', text: fixture('redocly.yml') } as const
    const { texts, problems } = await explain(
      definition,
      { reports: ['*.json', 'd.json'], format: 'mapping', folder: host.cwd },
      host,
    )

    expect(texts.map((text) => text.split('\n')[0])).toEqual(['a.json', 'b.json'])
    expect(texts[1]).toContain('entries: 1, findings: 0 (0 error, 0 warning, 0 note), without a rule: 1')
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/No report matches `d\.json`/),
      expect.stringMatching(/The report of c\.json cannot be read: it is not JSON/),
    ])
  })
})

describe('the options', () => {
  const files = {
    'm.yml': fixture('redocly.yml'),
    'm.json': '{"problemMatcher":[{"owner":"o","pattern":[{"regexp":"(.+)","message":1}]}]}',
  }
  const configure = async (raw: Record<string, string>, more: Record<string, string> = {}) => {
    const host = closing(await testHost({ ...files, ...more }))
    const around = {
      build: { platform: 'local' as const },
      cwd: host.cwd,
      uploadByDefault: 'off' as const,
      ask: host.ask,
    }
    return { host, config: await toConfig(readOptions(raw), around) }
  }

  it.each([
    [{ matcher: 'm.json', report: 'r' }, 'matcher'],
    [{ mapping: 'm.yml', command: 'tool' }, 'mapping'],
    [{ errorformat: '%f: %m', command: 'tool', report: 'r' }, 'errorformat'],
    [{ errorformat: '%f: %m', scanner: 'eslint', report: 'r' }, 'errorformat'],
  ])('are taken: %j', async (raw, by) => {
    const { config } = await configure(raw as Record<string, string>)

    expect(config.scan).toMatchObject({ format: by, definition: { by } })
  })

  it.each([
    [
      { matcher: 'm.json', mapping: 'm.yml', report: 'r' },
      /`matcher` and `mapping` each say how a report is read: give one of them/,
    ],
    [{ matcher: 'm.json', format: 'auto', report: 'r' }, /`format` and `matcher` each say/],
    [
      { errorformat: '%m', scanner: 'eslint' },
      /`scanner` knows the format of its own: give `command` in its place, or `report` beside it/,
    ],
    [{ mapping: 'm.yml' }, /`mapping` says how a report is read, and there is none: give `command` or `report`/],
    [{ mapping: 'n.yml', report: 'r' }, /`mapping`: n\.yml: There is no such file/],
    [{ mapping: '.', report: 'r' }, /`mapping`: \.: This is no regular file/],
    [
      { matcher: 'long.json', report: 'r' },
      /long\.json: The file has \d+ bytes, more than the 262144 that a definition may have/,
    ],
  ])('are refused: %j', async (raw, words) => {
    const long = { 'long.json': ' '.repeat(longestDefinition + 1) }

    await expect(configure(raw as Record<string, string>, long)).rejects.toThrow(UserError)
    await expect(configure(raw as Record<string, string>, long)).rejects.toThrow(words)
  })

  const node = process.execPath
  const scanned = async (
    definition: ScanConfig['definition'],
    more: Partial<ScanConfig>,
    written: Record<string, string> = {},
  ) => {
    const host = closing(await testHost(written))
    const config = {
      scanners: [],
      scannerArgs: [],
      findingsExitCodes: [0, 1],
      reports: [],
      format: definition!.by,
      definition,
      folder: host.cwd,
      root: host.cwd,
      timeoutMs: 60_000,
      ...more,
    }
    const { reports, problems } = await scan(config, host)
    const converted = await convert(reports, host)
    return { runs: converted.runs, problems: [...problems, ...converted.problems].map(({ message }) => message) }
  }
  const formats = { by: 'errorformat' as const, formats: ['%-P%f', '%l: %m'] }
  const printing = (text: string, exitCode = 0) => [
    node,
    '-e',
    `process.stdout.write(${JSON.stringify(text)}); process.exitCode = ${exitCode}`,
  ]

  it('read what a command prints, and know the files of the checkout', async () => {
    const { runs, problems } = await scanned(
      formats,
      { command: printing('Makefile\n3: m\n', 1), toolName: 'Lint' },
      { Makefile: 'all:\n' },
    )

    expect(problems).toEqual([])
    expect(lines(runs[0]!)).toEqual(['lint warning Makefile 3 - m'])
    expect(runs[0]!.tool.driver.name).toBe('Lint')
  })

  it('read the reports that are there, and those that a command writes', async () => {
    const mapping = { by: 'mapping' as const, file: 'm.yml', text: fixture('redocly.yml') }
    const there = await scanned(mapping, { reports: ['*.json'] }, { 'a.json': fixture('redocly.json'), 'b.json': '{}' })
    const command = [node, '-e', "require('fs').writeFileSync('r.json', '{\"problems\":[]}')"]
    const written = await scanned(mapping, { command, reports: ['r.json'] })

    expect(lines(there.runs[0]!)).toHaveLength(6)
    expect(there.problems).toEqual([
      "The report of b.json cannot be read: at the top: there is no `problems`, which the mapping's `entries` asks for.",
    ])
    expect([written.runs[0]!.results, written.problems]).toEqual([[], []])
  })

  it('take silence for clean only from a tool that says by its exit code that it found nothing', async () => {
    const clean = await scanned(formats, { command: printing('') })
    const found = await scanned(formats, { command: printing('', 1) })
    const json = await scanned(
      { by: 'mapping', file: 'm.yml', text: fixture('redocly.yml') },
      { command: printing('') },
    )

    expect([clean.runs[0]!.results, clean.problems]).toEqual([[], []])
    expect(found.problems).toEqual([expect.stringMatching(/ended with exit code 1 and wrote no report/)])
    expect(json.problems).toEqual([expect.stringMatching(/ended with exit code 0 and wrote no report/)])
  })

  it('tell a wrong description before anything is run', async () => {
    const command = [node, '-e', "require('fs').writeFileSync('ran', '')"]

    await expect(scanned({ by: 'errorformat', formats: ['%q'] }, { command })).rejects.toThrow(/there is no `%q`/)
  })

  it('are no formats, which a message tells', async () => {
    await expect(converterNamed('mapping')).rejects.toThrow(
      /`mapping` is no format but an option: give `mapping` in place of/,
    )
  })

  it('do not search folders, which hold SARIF', async () => {
    const { problems } = await scanned(formats, { reports: ['.'] })

    expect(problems).toEqual([expect.stringMatching(/Name the reports in the format `errorformat` by a glob/)])
  })
})
