import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { candidatesAmong, detectConverter } from '../src/converters/detection.ts'
import { converters } from '../src/converters/index.ts'
import { converterNamed, formatIds } from '../src/converters/registry.ts'
import { reportOf } from '../src/converters/report.ts'
import { columnUnit } from '../src/model/columns.ts'
import { UnreadableReport, UserError } from '../src/model/errors.ts'
import { plainIn } from '../src/model/run.ts'
import { toLog } from '../src/model/sarif.ts'
import { anchorPath, repair } from '../src/transforms/repair.ts'
import { soundIn } from '../src/transforms/sound.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { type Fixture, fixturesOf, readOrRefused, runsOf, tests } from './kit/fixtures.ts'
import { noMultitool, ruleSetErrors, schemaErrors } from './kit/referees.ts'
import { stranger, withStrangers } from './kit/strangers.ts'

const ids = converters.map(({ id }) => id)
const fixtures = ids.flatMap(fixturesOf)

const results = (runs: Run[]) => runs.flatMap((run) => run.results ?? [])
const notifications = (runs: Run[]) =>
  runs.flatMap((run) => run.invocations ?? []).flatMap((it) => it.toolExecutionNotifications ?? [])

describe('the registry of formats', () => {
  it('names each converter as its file, its export and its fixture folder', () => {
    const files = readdirSync(join(tests, '..', 'src', 'converters')).map((name) => name.replace(/\.ts$/, ''))
    const folders = readdirSync(join(tests, 'converters'))

    expect(files).toEqual(expect.arrayContaining(ids))
    expect(folders.sort()).toEqual([...ids].sort())
    for (const converter of converters) {
      expect(converter.id).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/)
      expect(findConverter(converter.id)).toBe(converter)
      expect(converter.reads).not.toBe('')
      expect(URL.canParse(converter.tool.url ?? '')).toBe(true)
    }
  })

  it('refuses a format nobody knows, and names the nearest', async () => {
    await expect(converterNamed('eslnt')).rejects.toThrow(UserError)
    await expect(converterNamed('eslnt')).rejects.toThrow(/Did you mean `eslint`\?/)
  })

  it('loads each alone by its name, and knows no other', async () => {
    expect(await Promise.all(formatIds.map(converterNamed))).toEqual(converters)
  })

  it.each(ids)('has a report of %s with findings, and one without', (id) => {
    const totals = fixturesOf(id).map((fixture) => results(runsOf(fixture)).length)

    expect(totals).toContain(0)
    expect(Math.max(...totals)).toBeGreaterThan(0)
  })

  /** Reports in these say whose they are where they found nothing as well, or entry by entry. */
  const named = ['cyclonedx', 'gitlab', 'junit', 'pmd', 'rdjson', 'rdjsonl', 'sarif', 'sonar-generic']
  const nameless = converters.filter(({ id, generic }) => generic && !named.includes(id))

  it.each(nameless.map(({ id }) => id))(
    'keeps one name for %s whatever was found: GitHub closes alerts by it',
    (id) => {
      const names = fixturesOf(id).flatMap((it) => runsOf(it).map(({ tool }) => tool.driver.name))

      // The root of CSSLint's XML is `csslint`.
      expect([...new Set(names)].filter((name) => name !== 'CSSLint')).toEqual([findConverter(id).tool.name])
    },
  )

  it.each([
    ['bandit', 'Bandit'],
    ['Biome', 'Biome'],
    ['cpplint', 'cpplint'],
    ['HTMLHint Tests', 'HTMLHint'],
    ['Luacheck report', 'Luacheck'],
    ['mypy', 'mypy'],
    ['Oxlint', 'oxlint'],
    ['PHP_CodeSniffer 3.7.1', 'PHP_CodeSniffer'],
    ['redocly lint', 'Redocly CLI'],
    ['rubocop', 'RuboCop'],
    ['src/a.js', 'JUnit'],
  ])('takes the suites %p of JUnit XML for those of %s, also of a clean one', (name, tool) => {
    const [run] = runsOf({ id: 'junit', text: `<testsuite name="${name}" tests="0"></testsuite>` })

    expect(run!.tool.driver.name).toBe(tool)
  })

  it('keeps no golden file whose report is gone', () => {
    const kept = ids.flatMap((id) =>
      readdirSync(join(tests, 'converters', id)).map((name) => join(tests, 'converters', id, name)),
    )

    expect(kept.filter((file) => basename(file).startsWith('expected.')).sort()).toEqual(
      fixtures.map(({ golden }) => golden).sort(),
    )
  })
})

describe.each(fixtures.map((fixture) => [`${fixture.id}/${fixture.name}`, fixture] as const))(
  '%s',
  (_name, fixture) => {
    it('becomes valid SARIF', () => {
      expect(schemaErrors(toLog(runsOf(fixture)))).toEqual([])
    })

    /** `UPDATE_GOLDEN=1 npm test -- converters` writes the files; read them before they are committed. */
    it('becomes what its golden file holds', () => {
      const text = `${JSON.stringify(toLog(runsOf(fixture)), null, 2)}\n`
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(fixture.golden, text)

      expect(existsSync(fixture.golden)).toBe(true)
      expect(text).toBe(readFileSync(fixture.golden, 'utf8'))
    })

    it('is recognised as this format, and as no other', async () => {
      const report = reportOf(fixture.text)
      // Silence is every text format's clean report, an empty list that of many others: it tells none from another.
      const own = ['', '[]', 'null'].includes(fixture.text.trim()) ? [] : [fixture.id]

      expect(candidatesFor(report).map(({ id }) => id)).toEqual(own)
      // Nothing is lost by the glance that spares the others.
      expect(candidatesAmong(converters, report).map(({ id }) => id)).toEqual(own)
      if (own.length > 0) expect((await detectConverter(report)).id).toBe(fixture.id)
    })

    it('calls nothing plain that is not sound', () => {
      for (const { results: all = [] } of runsOf(fixture)) {
        const unsound = soundIn([...all]).map((sound) => !sound)
        expect(plainIn(all)?.filter((plain, at) => plain && unsound[at]) ?? []).toEqual([])
      }
    })

    it('loses no entry', () => {
      const runs = runsOf(fixture)
      const total = results(runs).length + notifications(runs).length

      expect(total).toBe(fixture.entries)
    })

    it('reads the same behind another newline', () => {
      expect(runsOf({ id: fixture.id, text: `\n${fixture.text.replace(/^<\?xml.*?\?>/, '')}\n\n` })).toEqual(
        runsOf(fixture),
      )
    })

    // Half of a text of lines is a text of lines.
    const isOneDocument = /^\s*[[{<]/.test(fixture.text)
    const ask = isOneDocument ? it : it.skip
    ask('is refused when it was cut in half', () => {
      expect(() => runsOf({ id: fixture.id, text: fixture.text.slice(0, fixture.text.length / 2) })).toThrow(
        UnreadableReport,
      )
    })
  },
)

describe('a document of JSON', () => {
  // SARIF passes through whole.
  const documents = fixtures.filter(({ id, text }) => id !== 'sarif' && !withStrangers(text).next().done)

  /** What stands beside a finding may be the line with a secret. */
  it.each(documents.map((it) => [it.id, it.name, it.text]))(
    'of %s lets nothing through that is not read: %s',
    (id, _name, text) => {
      const read = [...withStrangers(text)].map((strange) => readOrRefused({ id, text: strange })).filter(Array.isArray)

      expect(read.length).toBeGreaterThan(0)
      expect(JSON.stringify(read)).not.toContain(stranger)
    },
  )
})

describe('what is no report', () => {
  const nonsense = {
    'an empty text': '',
    blanks: ' \r\n\t',
    'a NUL byte': '\0',
    null: 'null',
    'a list': '[]',
    'a list of null': '[null]',
    'an object': '{}',
    'a text': '"text"',
    'a number': '42',
    'an error of a registry': '{"message":"405 Method Not Allowed","method":"POST"}',
    'an HTML page': '<!DOCTYPE html><html><head><title>502</title></head><body>Bad&nbsp;Gateway<br></body></html>',
    'a line of a log': 'sh: 1: eslint: not found',
    'an open element': '<checkstyle>',
    'entities that multiply':
      '<!DOCTYPE checkstyle [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><checkstyle><file name="&b;"/></checkstyle>',
    'an entity that reads a file':
      '<!DOCTYPE checkstyle [<!ENTITY a SYSTEM "file:///etc/passwd">]><checkstyle><file name="&a;"/></checkstyle>',
    'deep brackets': '['.repeat(200_000),
    'deep elements': '<checkstyle>'.repeat(50_000),
    'another version of SARIF': '{"version":"1.0.0","runs":[]}',
    'SARIF without a tool': '{"version":"2.1.0","runs":[{}]}',
    'SARIF with null for results': '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":null}]}',
  }

  /** Some tools print these where they found nothing. */
  const clean = ['an empty text', 'blanks', 'null', 'a list']

  it.each(Object.entries(nonsense))(
    '%s holds no findings, and is refused unless a clean tool prints it',
    (name, text) => {
      for (const id of ids) {
        const reading = readOrRefused({ id, text })
        // What holds no run is refused by the stage `convert`.
        const isNothing = Array.isArray(reading) && (clean.includes(name) || reading.length === 0)
        if (isNothing) expect(results(reading)).toEqual([])
        else expect([id, reading]).toEqual([id, expect.any(UnreadableReport)])
      }
      expect(() => converters.some(({ detects }) => detects(reportOf(text)))).not.toThrow()
    },
  )

  it.each([
    [null, ''],
    [[], ''],
    [{}, '.message'],
    [{ message: 'text' }, '.message'],
    [{ message: { text: 5 } }, '.message.text'],
    [{ message: {}, ruleId: 5 }, '.ruleId'],
    [{ message: {}, rule: { id: {} } }, '.rule.id'],
    [{ message: {}, level: null }, '.level'],
    [{ message: {}, locations: {} }, '.locations'],
    [{ message: {}, locations: [null] }, '.locations.0'],
    [{ message: {}, locations: [{ physicalLocation: 'a.c' }] }, '.locations.0.physicalLocation'],
    [{ message: {}, locations: [{ physicalLocation: { region: 3 } }] }, '.locations.0.physicalLocation.region'],
    [{ message: {}, suppressions: null }, '.suppressions'],
    [{ message: {}, properties: [] }, '.properties'],
  ])('is refused as a result of SARIF: %j, at %s', (result, place) => {
    const text = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [result] }] })

    expect(() => findConverter('sarif').convert(reportOf(text))).toThrow(
      new RegExp(`^at runs\\.0\\.results\\.0${place.replaceAll('.', '\\.')}: (?:must be|is missing)`),
    )
  })

  it('names the place of a wrong value', () => {
    const report = reportOf('[{"filePath":"a.js","messages":[{"severity":1,"message":"m","line":"1"}],"errorCount":0}]')

    expect(() => findConverter('eslint').convert(report)).toThrow(/^at 0\.messages\.0\.line: /)
    expect(() => findConverter('sarif').convert(reportOf('{"version":"2.1.0","runs":[{"tool":{}}]}'))).toThrow(
      /^at runs\.0\.tool\.driver: /,
    )
  })

  it.each([
    ['nothing', '', /it is empty, and no format can be told from nothing/],
    ['an unknown list', '[]', /no format recognises it; name its format with `format` \(`codescan-gate formats` and/],
    ['our own', '{"version":1,"generator":{"name":"codescan-gate"}}', /it is codescan-gate's own `report\.json`/],
    ['cut JSON', '{"results":[', /it is not JSON, or it was cut off/],
    [
      'two formats at once',
      '{"comments":[],"version":"2.1.0","runs":[]}',
      /more than one format fits \(sarif, shellcheck\)/,
    ],
  ])('is not recognised: %s', async (_name, text, words) => {
    await expect(detectConverter(reportOf(text))).rejects.toThrow(words)
    await expect(detectConverter(reportOf(text))).rejects.toThrow(UnreadableReport)
  })

  it('does not take long to be told apart, whatever it begins with', async () => {
    const started = performance.now()
    for (const start of ['<!---->', '<?a?>', '<!a>', '\n', '<!--', '<!---->\n<!a>', '\r', ' ', '\0', '[ ', 'x\n[']) {
      await expect(detectConverter(reportOf(`${start.repeat(20_000)}<x`))).rejects.toThrow(UnreadableReport)
    }

    expect(performance.now() - started).toBeLessThan(1000)
  })
})

/** A report that was made by running a tool over sources that hold what it finds; its entries were counted by `jq` or `grep`. */
interface MadeReport {
  tool: string
  version: string | null
  format: string
  /** The format and the file, under `__tests__/converters/`. */
  report: string
  raw_count: number
  /** Where what was counted is not what is a result, and why. */
  results?: number
  why?: string
}

const made: MadeReport[] = JSON.parse(readFileSync(join(tests, 'fixtures', 'made-reports.json'), 'utf8'))

describe('reports made by running the tools', () => {
  it.each(made.map((it) => [it.tool, it.format, it.report, it] as const))(
    'of %s in %s (%s) become as many results as were counted',
    (_tool, _format, _report, { report, raw_count, results: expected = raw_count }) => {
      const fixture = fixtures.find(({ id, name }) => `${id}/${name}` === report)!

      expect(results(runsOf(fixture))).toHaveLength(expected)
    },
  )

  it('differ from what was counted only where it is said why', () => {
    const different = made.filter(({ raw_count, results = raw_count }) => results !== raw_count)

    expect(different.map(({ why }) => typeof why)).toEqual(different.map(() => 'string'))
    expect(different.length).toBeLessThanOrEqual(8)
    expect(made.length).toBeGreaterThanOrEqual(112)
  })
})

describe("Microsoft's multitool", () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldens-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** The golden file; or, where a result has no place of its own, what is sent: repair puts it into the anchor file. */
  function withPlaces(fixture: Fixture): string {
    const runs = runsOf(fixture)
    if (results(runs).every(({ locations }) => locations?.length)) return fixture.golden
    const file = join(folder, `${fixture.id}-${basename(fixture.golden)}`)
    writeFileSync(file, JSON.stringify(toLog(runs.map((run) => repair(run, anchorPath).run))))
    return file
  }

  const ask = noMultitool ? it.skip : it
  ask(
    `finds no error in any golden file, by its rules and GitHub's${noMultitool ? ` (${noMultitool})` : ''}`,
    async () => {
      const untouched = join(tests, 'converters', 'sarif', 'eslint-10.15.0.sarif')
      const errors = await ruleSetErrors([untouched, ...fixtures.map(withPlaces)])

      // Asked about what the tool itself wrote, it does find errors: the way of asking is right.
      expect(errors.filter((error) => error.includes(' in eslint-10.15.0.sarif: ')).length).toBeGreaterThan(0)
      expect(errors.filter((error) => !error.includes(' in eslint-10.15.0.sarif: '))).toEqual([])
    },
    // Hundreds of files, a few hundred milliseconds each.
    600_000,
  )
})

describe('the same findings in two formats', () => {
  const whole = (result: Result) => [result.ruleId, ...placeOf(result)].join(' ')

  it.each([
    ['eslint/eslint-10.15.0.json', 'sarif/eslint-10.15.0.sarif'],
    ['eslint/eslint-10.15.0.json', 'eslint/eslint-10.15.0-with-metadata.json'],
    ['shellcheck/shellcheck-0.9.0.json', 'checkstyle/shellcheck-0.9.0.xml'],
    ['phpcs/phpcs-3.7.1.json', 'checkstyle/phpcs-3.7.1.xml'],
    ['checkstyle/htmlhint-1.9.2.xml', 'sarif/htmlhint-1.9.2.sarif'],
    ['dependency-check/dependency-check-12.1.0.json', 'dependency-check/dependency-check-12.1.0-xml.xml'],
    ['checkstyle/biome-2.6.8.xml', 'sarif/biome-2.6.8.sarif'],
    ['biome/biome-2.6.8.json', 'sarif/biome-2.6.8.sarif'],
    ['markdownlint/markdownlint-0.48.0.json', 'markdownlint/markdownlint-0.48.0-text.txt'],
    ['mypy/mypy-2.4.0.txt', 'mypy/mypy-2.4.0-json.jsonl'],
    ['oxlint/oxlint-1.94.0.json', 'checkstyle/oxlint-1.94.0.xml'],
    ['pylint/pylint-2.16.2.json', 'pylint/pylint-2.16.2-text.txt'],
    ['tsc/tsc-5.9.3.txt', 'tsc/tsc-5.9.3-pretty.txt'],
    ['tsc/tsc-5.9.3-elaborated.txt', 'tsc/tsc-5.9.3-related.txt'],
    ['rdjson/biome-2.6.8.json', 'sarif/biome-2.6.8.sarif'],
    ['rdjson/biome-2.6.8.json', 'rdjsonl/biome-2.6.8.jsonl'],
    ['workflow-commands/biome-2.6.8.txt', 'sarif/biome-2.6.8.sarif'],
    ['workflow-commands/spectral-6.16.3.txt', 'code-climate/spectral-6.16.3.json'],
    ['junit/phpcs-3.7.1.xml', 'phpcs/phpcs-3.7.1.json'],
    ['rdjson/biome-2.6.8.json', 'biome/biome-2.6.8.json'],
    ['oxlint/oxlint-1.94.0.json', 'sarif/oxlint-1.94.0.sarif'],
    ['oxlint/oxlint-1.94.0.json', 'unix/oxlint-1.94.0.txt'],
    ['bandit/bandit-1.6.2.json', 'junit/bandit-1.6.2.xml'],
    ['shellcheck/shellcheck-0.9.0.json', 'gcc/shellcheck-0.9.0.txt'],
    ['pylint/pylint-2.16.2-parseable.txt', 'pylint/pylint-2.16.2-msvs.txt'],
    ['yamllint/yamllint-1.29.0.txt', 'stylish/yamllint-1.29.0.txt'],
    ['yamllint/yamllint-1.29.0.txt', 'workflow-commands/yamllint-1.29.0.txt'],
    ['code-climate/spectral-6.16.3.json', 'sarif/spectral-6.16.3.sarif'],
    ['unix/luacheck-1.1.0.txt', 'msbuild/luacheck-1.1.0.txt'],
    ['stylelint/stylelint-17.16.0.json', 'unix/stylelint-17.16.0.txt'],
    ['stylelint/stylelint-17.16.0.json', 'unix/stylelint-17.16.0-compact.txt'],
    ['stylish/solhint-6.2.4.txt', 'sarif/solhint-6.2.4.sarif'],
  ])('%s and %s agree on rules, places, levels and words', (one, other) => {
    const [left, right] = [one, other].map((name) => results(runsOf(named(name))))

    expect(left!.map(whole).sort()).toEqual(right!.map(whole).sort())
    expect(left!.map(({ level }) => level).sort()).toEqual(right!.map(({ level }) => level).sort())
    expect(left!.map(({ message }) => message.text).sort()).toEqual(right!.map(({ message }) => message.text).sort())
  })

  const aspects: Record<string, (result: Result) => unknown> = {
    rule: ({ ruleId }) => ruleId,
    line: (result) => placeOf(result).slice(0, 2).join(' '),
    column: (result) => placeOf(result)[2],
    level: ({ level }) => level,
    words: ({ message }) => message.text,
  }

  // Each of these forms leaves out what the other says, or says it in other words.
  it.each([
    ['code-climate/biome-2.6.8.json', 'biome/biome-2.6.8.json', ['column']],
    ['junit/biome-2.6.8.xml', 'biome/biome-2.6.8.json', ['level']],
    ['code-climate/oxlint-1.94.0.json', 'oxlint/oxlint-1.94.0.json', ['column']],
    ['sarif/ansible-lint-6.13.1.sarif', 'ansible-lint/ansible-lint-6.13.1.json', ['level', 'words']],
    ['ansible-lint/ansible-lint-6.13.1-quiet.txt', 'ansible-lint/ansible-lint-6.13.1.json', ['words']],
    ['workflow-commands/rubocop-1.39.0.txt', 'rubocop/rubocop-1.39.0.json', ['rule', 'level']],
    ['unix/rubocop-1.39.0.txt', 'rubocop/rubocop-1.39.0.json', ['rule']],
    ['workflow-commands/sqlfluff-1.4.5.txt', 'sqlfluff/sqlfluff-1.4.5.json', ['level']],
    ['shellcheck/shellcheck-0.9.0-list.json', 'shellcheck/shellcheck-0.9.0.json', ['column']],
    ['pylint/pylint-2.16.2-parseable.txt', 'pylint/pylint-2.16.2.json', ['column']],
    ['sarif/flawfinder-2.0.19.sarif', 'flawfinder/flawfinder-2.0.19.csv', ['words']],
    ['sarif/phpmd-2.13.0.sarif', 'pmd/phpmd-2.13.0.xml', ['rule', 'level']],
    ['sarif/jscpd-5.3.3.sarif', 'cpd/jscpd-5.3.3.xml', ['column', 'words']],
    ['sarif/clang-14.0.6-analyzer.sarif', 'clang-plist/clang-14.0.6.plist', ['level']],
    ['junit/luacheck-1.1.0.xml', 'unix/luacheck-1.1.0.txt', ['level']],
    ['junit/cpplint-1.6.1.xml', 'unix/cpplint-1.6.1.txt', ['level']],
    ['stylish/eslint-10.15.0.txt', 'eslint/eslint-10.15.0.json', ['words']],
    ['code-climate/redocly-2.77.0.json', 'checkstyle/redocly-2.77.0.xml', ['column']],
    ['msbuild/buf-1.75.0.txt', 'code-climate/buf-1.75.0.json', ['level']],
    ['unix/flake8-5.0.4-pylint.txt', 'flake8/flake8-5.0.4.txt', ['column', 'level']],
    ['jslint-xml/jshint-2.13.6.xml', 'checkstyle/jshint-2.13.6.xml', ['rule']],
    ['unix/jshint-2.13.6.txt', 'checkstyle/jshint-2.13.6.xml', ['rule']],
    ['checkstyle/secretlint-12.0.0.xml', 'jslint-xml/secretlint-12.0.0.xml', ['words']],
  ])('%s and %s agree on everything but %p', (one, other, but) => {
    const [left, right] = [one, other].map((name) => results(runsOf(named(name))))
    const sorted = (list: Result[], aspect: string) => list.map(aspects[aspect]!).map(String).sort()
    const different = Object.keys(aspects).filter((it) => `${sorted(left!, it)}` !== `${sorted(right!, it)}`)

    expect([different, left!.length]).toEqual([but, right!.length])
  })

  function named(path: string): Fixture {
    return fixtures.find(({ id, name }) => `${id}/${name}` === path)!
  }
})

function placeOf(result: Result) {
  const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {}
  return [artifactLocation?.uri, region?.startLine, region?.startColumn]
}

describe('what tools say beside rule, place and words', () => {
  const only = (id: string, text: string) => findConverter(id).convert(reportOf(text))[0]!
  const eslint = (message: object) =>
    only(
      'eslint',
      JSON.stringify([{ filePath: '/src/a b#1.js', messages: [{ severity: 2, message: 'm', ...message }] }]),
    )
  const checkstyle = (body: string) => only('checkstyle', `<checkstyle version="1">${body}</checkstyle>`)

  it('keeps the fixes and suggestions of ESLint, by their offsets', () => {
    const { results } = eslint({
      ruleId: 'r',
      fix: { range: [3, 7], text: 'new' },
      suggestions: [{ desc: 'Do so.', fix: { range: [0, 0], text: 'x' } }, { fix: { range: [1, 2], text: '' } }],
    })

    const changes = results![0]!.fixes!.map(({ artifactChanges }) => artifactChanges[0]!)
    expect(results![0]!.fixes!.map(({ description }) => description!.text)).toEqual([
      "ESLint's automatic fix",
      'Do so.',
      'A suggestion of ESLint',
    ])
    expect(changes.map((change) => change.artifactLocation.uri)).toEqual(Array(3).fill('file:///src/a%20b%231.js'))
    expect(changes[0]!.replacements[0]).toEqual({
      deletedRegion: { charOffset: 3, charLength: 4 },
      insertedContent: { text: 'new' },
    })
  })

  it.each([
    ['takes a byte order mark away', [-1, 0]],
    ['ends before it begins', [116, 0]],
  ])('leaves out the fix that %s', (_case, range) => {
    expect(eslint({ ruleId: 'unicode-bom', fix: { range, text: '' } }).results![0]!.fixes).toBeUndefined()
  })

  it.each([
    [{ ruleId: null, fatal: true, severity: 2 }, 'parse-error', 'error'],
    [{ ruleId: null, severity: 1, message: 'Unused eslint-disable directive.' }, 'unused-disable-directive', 'warning'],
    [{ ruleId: null, severity: 1, message: 'File ignored because of a matching ignore pattern.' }, 'eslint', 'warning'],
    [{ ruleId: '__proto__', severity: 1 }, '__proto__', 'warning'],
    [{ ruleId: 'constructor', severity: 1 }, 'constructor', 'warning'],
  ])('gives %j of ESLint the rule %s and the level %s', (message, rule, level) => {
    expect(eslint(message).results![0]).toMatchObject({ ruleId: rule, level })
  })

  it('shows what ESLint was told to suppress as suppressed', () => {
    const suppressedMessages = [
      { ruleId: 'a', severity: 2, message: 'm', suppressions: [{ kind: 'directive', justification: 'why' }] },
      { ruleId: 'b', severity: 2, message: 'm', suppressions: [{ kind: 'file', justification: '' }] },
    ]
    const run = only('eslint', JSON.stringify([{ filePath: 'a.js', messages: [], suppressedMessages }]))

    expect(run.results!.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', justification: 'why' }],
      [{ kind: 'external' }],
    ])
  })

  it('recognises the metadata form of ESLint however it is laid out', async () => {
    const text = JSON.stringify({ metadata: { cwd: '/', rulesMeta: {} }, results: [] }, null, 2)

    expect((await detectConverter(reportOf(text))).id).toBe('eslint')
    expect(converters.filter(({ detects }) => detects(reportOf(text.slice(0, -3))))).toEqual([])
  })

  it("keeps ShellCheck's replacements where they belong", () => {
    const at = { line: 2, endLine: 3, column: 4, endColumn: 5 }
    const comment = { file: 'a%b.sh', level: 'style', code: 2086, message: 'm', ...at }
    const fix = { replacements: [{ ...at, replacement: '"', precedence: 7, insertionPoint: 'afterEnd' }] }
    const run = only(
      'shellcheck',
      JSON.stringify({
        comments: [
          { ...comment, fix },
          { ...comment, fix: null },
        ],
      }),
    )

    expect(run.columnKind).toBe('unicodeCodePoints')
    expect(run.results![1]!.fixes).toBeUndefined()
    expect(run.results![0]!.level).toBe('note')
    expect(run.results![0]!.fixes![0]!.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'a%25b.sh' },
        replacements: [
          {
            deletedRegion: { startLine: 2, startColumn: 4, endLine: 3, endColumn: 5 },
            insertedContent: { text: '"' },
          },
        ],
      },
    ])
  })

  it('tells a file that Checkstyle could not check from one without findings', () => {
    const run = checkstyle('<file name="A.java"><exception><![CDATA[\n at A\n]]></exception></file>')

    expect(run.results).toEqual([])
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'at A' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'A.java' } } }],
          },
        ],
      },
    ])
  })

  it('gives an entry outside of every file no place, not the place of the file before', () => {
    const { results } = checkstyle(
      '<file name="A.java"/><error message="a"/><file><error message="b" line="1"/></file>',
    )

    expect(results!.map(({ message, locations }) => [message.text, locations])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ])
  })

  it.each([
    ['com.puppycrawl.tools.checkstyle.checks.sizes.LineLengthCheck', 'LineLength', undefined],
    ['com.puppycrawl.tools.checkstyle.checks.Check', 'Check', undefined],
    ['eslint.rules.no-var', 'no-var', 'utf16CodeUnits'],
    ['stylelint.rules.block-no-empty', 'block-no-empty', 'utf16CodeUnits'],
    ['ShellCheck.SC2086', 'SC2086', 'unicodeCodePoints'],
    ['jshint.W061', 'W061', 'tabs4'],
    ['com.example.OwnCheck', 'com.example.OwnCheck', undefined],
    ['', 'checkstyle', undefined],
  ])('reads the source %p as rule %s, whose columns count %s', (source, rule, unit) => {
    const run = checkstyle(`<file name="a"><error line="1" message="m" source="${source}"/></file>`)

    expect(run.results![0]!.ruleId).toBe(rule)
    expect(run.columnKind ?? run.properties?.[columnUnit]).toBe(unit)
  })

  it('passes SARIF through as it is, with what it does not know', () => {
    const log = {
      version: '2.1.0',
      runs: [
        { tool: { driver: { name: 'x', madeUp: 1 } }, results: [{ message: { id: 'default' }, rank: 1.5 }], own: null },
      ],
    }

    expect(findConverter('sarif').convert(reportOf(JSON.stringify(log)))).toEqual(log.runs)
  })
})
