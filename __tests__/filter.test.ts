import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { readOptions } from '../src/config/read.ts'
import { UserError } from '../src/model/errors.ts'
import { patternOf } from '../src/model/pattern.ts'
import { placeless } from '../src/model/sarif.ts'
import { unranked } from '../src/model/severity.ts'
import { normalise } from '../src/stages/normalise.ts'
import { filterRuns } from '../src/transforms/filter.ts'
import { deepFreeze } from './kit/freeze.ts'
import { fc } from './kit/properties.ts'

const patternsOf = (...lines: string[]) => lines.map(patternOf)

describe('a line of the filter', () => {
  it.each([
    // The path globs of filter-sarif.
    ['src/a.js', 'src/a.js', true],
    ['src/a.js', 'lib/src/a.js', false],
    ['*.js', 'a.js', true],
    ['*.js', 'src/a.js', false],
    ['**/*.js', 'a.js', true],
    ['**/*.js', 'src/deep/a.js', true],
    ['src/**', 'src/a/b.js', true],
    ['src/**', 'src', true],
    ['src/**/test/*', 'src/test/a.js', true],
    ['src/**/test/*', 'src/x/y/test/a.js', true],
    ['src/**/test/*', 'src/x/y/test/z/a.js', false],
    ['**/a/**/b', 'a/x/a/y/b', true],
    ['src/?.js', 'src/a.js', true],
    ['src/?.js', 'src/ab.js', false],
    ['src/?.js', 'src/😀.js', true],
    ['src/', 'src', true],
    ['src/*', 'src\\a.js', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['\\#a', '#a', true],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1b2', false],
    ['**', '', true],
  ])('with the glob %s decides on %s: %s', (glob, path, expected) => {
    expect(patternOf(glob).matchesPath(path)).toBe(expected)
  })

  it.each([
    ['src/**', true, 'any/rule'],
    ['+src/**:security/*', true, 'security/detect-eval'],
    ['-**:java/**', false, 'java/deep/er'],
    ['\\+src/**:a\\:b', true, 'a:b'],
    ['-\\-src:\\\\-x', false, '-x'],
  ])('%s includes: %s', (line, includes, rule) => {
    const pattern = patternOf(line)

    expect(pattern.includes).toBe(includes)
    expect(pattern.matchesRule(rule)).toBe(true)
    expect(pattern.matchesRule('other')).toBe(!line.includes(':'))
  })

  it('takes escapes off the path', () => {
    expect(patternOf('\\+src:x').matchesPath('+src')).toBe(true)
    expect(patternOf('-\\-src').matchesPath('-src')).toBe(true)
    expect(patternOf('C\\:/a').matchesPath('C:/a')).toBe(true)
  })

  it.each([
    ['a:b:c', /two colons: write `\\:`/],
    ['src/a**/b', /`\*\*` stands alone between slashes/],
    ['**a:x', /`\*\*` stands alone/],
    ['a:x**', /`\*\*` stands alone/],
  ])('is refused: %s', (line, words) => {
    expect(() => patternOf(line)).toThrow(words)
    expect(() => readOptions({ filter: `src/**\n${line}` })).toThrow(UserError)
    expect(() => readOptions({ filter: `src/**\n${line}` })).toThrow(/`filter`/)
  })

  it('matches exactly as a regular expression would', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 4 })
      .map((it) => it.join('').replace(/\*+/g, '*'))
    const glob = fc.array(fc.oneof(name, fc.constant('**')), { minLength: 1, maxLength: 4 }).map((it) => it.join('/'))
    const path = fc.array(fc.stringMatching(/^[ab]{0,3}$/), { minLength: 1, maxLength: 4 }).map((it) => it.join('/'))
    fc.assert(
      fc.property(glob, path, (text, candidate) => {
        const names = candidate.replace(/\/+$/, '').split('/')
        expect(patternOf(text).matchesPath(candidate)).toBe(expected(text.replace(/\/+$/, '').split('/'), names))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes no longer for a line made to take long', () => {
    const pattern = patternOf(`${'*a'.repeat(2000)}b:${'**/a/'.repeat(2000)}b`)
    const started = performance.now()

    expect(pattern.matchesPath('a'.repeat(8000))).toBe(false)
    expect(pattern.matchesRule('a/'.repeat(8000))).toBe(false)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

/** The slow and obvious way. */
function expected([step, ...steps]: string[], names: string[]): boolean {
  if (step === undefined) return names.length === 0
  if (step === '**') return Array.from(Array(names.length + 1).keys()).some((at) => expected(steps, names.slice(at)))
  const [name, ...rest] = names
  const pattern = new RegExp(`^${step.replaceAll('?', '.').replaceAll('*', '.*')}$`)
  return name !== undefined && pattern.test(name) && expected(steps, rest)
}

const at = (uri: string, more: Partial<Result> = {}): Result => ({
  ruleId: 'r',
  message: { text: uri },
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
  ...more,
})
const runOf = (results: Result[], more: Partial<Run> = {}): Run => ({
  tool: { driver: { name: 'T' } },
  results,
  ...more,
})
const left = (runs: Run[], lines: string[], severities?: string[]) => {
  const { runs: kept, notes } = filterRuns(runs.map(deepFreeze), { patterns: patternsOf(...lines), severities })
  return { texts: kept.flatMap(({ results }) => results!.map(({ message }) => message.text)), kept, notes }
}

describe('the filter', () => {
  const run = runOf([at('src/a.js'), at('src/a.test.js'), at('docs/b.js', { ruleId: 'security/x' })])

  it('lets the last line that matches decide, and keeps what no line matches', () => {
    expect(left([run], ['-**/*.js', 'src/*.js', '-**/*.test.js']).texts).toEqual(['src/a.js'])
    expect(left([run], ['-**/*.test.js', 'src/**']).texts).toEqual(['src/a.js', 'src/a.test.js', 'docs/b.js'])
    expect(left([run], ['-**:security/*']).texts).toEqual(['src/a.js', 'src/a.test.js'])
  })

  it('says which line left out how much, and which line decided nothing', () => {
    expect(left([run], ['-**/*.test.js', '-docs/**', '-lib/**', 'src/**:other']).notes).toEqual([
      'The filter left out 2 of 3 findings, of the gate as well: `-**/*.test.js` 1, `-docs/**` 1.',
      'No finding was decided by `-lib/**`, `src/**:other` of `filter`: check the spelling, or take it out.',
    ])
  })

  it('leaves a run that it takes nothing from as it is', () => {
    const { kept, notes } = left([run], ['src/**'])

    expect(kept[0]).toBe(run)
    expect(notes).toEqual([])
  })

  it('finds the rule by its index, in the driver and in an extension, and by the id it begins with', () => {
    const indexed = runOf(
      [
        at('a', { ruleId: undefined, ruleIndex: 0 }),
        at('b', { ruleId: undefined, rule: { index: 0, toolComponent: { index: 0 } } }),
        at('c', { ruleId: 'drv/1' }),
        at('d', { ruleId: 'other' }),
      ],
      { tool: { driver: { name: 'T', rules: [{ id: 'drv' }] }, extensions: [{ name: 'E', rules: [{ id: 'ext' }] }] } },
    )

    expect(left([indexed], ['-**:drv', '-**:ext']).texts).toEqual(['d'])
  })

  it('looks files up in the list of files, decodes them, and leaves out single places', () => {
    const listed = runOf(
      [
        at('listed', { locations: [{ physicalLocation: { artifactLocation: { index: 0 } } }] }),
        at('both', { locations: [...at('my%20src/a.js').locations!, ...at('docs/b.js').locations!] }),
      ],
      { artifacts: [{ location: { uri: 'my%20src/c.js' } }] },
    )
    const { texts, kept } = left([listed], ['-my src/**'])

    expect(texts).toEqual(['both'])
    expect(kept[0]!.results![0]!.locations).toEqual(at('docs/b.js').locations)
  })

  it('keeps what has no place of its own, wherever it was put', () => {
    const nowhere = runOf([at('README.md', { properties: { [placeless]: true } }), at('x', { locations: [] })])

    expect(left([nowhere], ['-**']).texts).toEqual(['README.md', 'x'])
  })

  it.each([
    [['critical'], ['score 9']],
    [['high'], ['error', 'score 7']],
    [['medium'], ['warning', 'by rule']],
    [['error'], ['score 9', 'error']],
    [['warning'], ['score 7', 'warning', 'by rule']],
    [
      ['note', 'low'],
      ['note', 'none'],
    ],
    [['none'], ['none']],
  ])('keeps the severities %j, whatever the word for them', (severities, expectedTexts) => {
    const rated = runOf(
      [
        at('score 9', { level: 'error', properties: { 'security-severity': '9.1' } }),
        at('error', { level: 'error' }),
        at('score 7', { level: 'warning', properties: { 'security-severity': '7.0' } }),
        at('warning', { level: 'warning' }),
        at('by rule', { ruleId: 'ruled' }),
        at('note', { level: 'note' }),
        at('none', { level: 'none' }),
      ],
      { tool: { driver: { name: 'T', rules: [{ id: 'ruled', defaultConfiguration: { level: 'warning' } }] } } },
    )

    expect(left([rated], [], severities).texts).toEqual(expectedTexts)
    expect(left([rated], [], severities).notes).toEqual([
      `The filter left out ${7 - expectedTexts.length} of 7 findings, of the gate as well: \`filter-severity\` ${7 - expectedTexts.length}.`,
    ])
  })

  it('keeps what cannot be rated, and what is no finding', () => {
    const odd = runOf([
      at('unranked', { level: 'note', properties: { [unranked]: true } }),
      at('passed', { kind: 'pass', level: 'none' }),
    ])

    expect(left([odd], [], ['critical']).texts).toEqual(['unranked', 'passed'])
  })
})

describe('the filter in the line', () => {
  let root: string

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'filter-')))
    writeFileSync(join(root, 'a.js'), 'a\n')
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('sees paths as GitHub will, and spares findings that have none', () => {
    const run = runOf([at(`file://${root}/a.js`), at('docker://image:tag'), at('gone', { locations: undefined })])
    const { filter, 'filter-severity': severities } = readOptions({ filter: '# none of ours\n\n-a.js\n-README.md' })
    const { runs, notices } = normalise([run], { root, folder: root, filter: { patterns: filter!, severities } })

    expect(runs[0]!.results!.map(({ message }) => message.text)).toEqual([
      'docker://image:tag (at docker://image:tag)',
      'gone',
    ])
    expect(notices).toContain('The filter left out 1 of 3 findings, of the gate as well: `-a.js` 1.')
    expect(notices).toContain('No finding was decided by `-README.md` of `filter`: check the spelling, or take it out.')
  })
})
