import { execFile, execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Log, Result, Run } from 'sarif'
import { reportOf } from '../src/converters/report.ts'
import { toLog } from '../src/model/sarif.ts'
import { convert } from '../src/stages/convert.ts'
import { fileReports } from '../src/stages/report-files.ts'
import { findConverter } from './kit/find-converter.ts'
import { fixturesOf } from './kit/fixtures.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { noMultitool, schemaErrors } from './kit/referees.ts'

const open: TestHost[] = []

afterEach(async () => {
  for (const host of open.splice(0)) await host.close()
})

type Files = Record<string, string | Uint8Array>

async function folderWith(files: Files = {}): Promise<TestHost> {
  const host = await testHost()
  open.push(host)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(host.cwd, name)), { recursive: true })
    await writeFile(join(host.cwd, name), content)
  }
  return host
}

/** What these lines of `report` bring: the words of the results, and what there was to say. */
async function read(host: TestHost, reports: string[], format = 'auto') {
  const found = await fileReports({ reports, folder: host.cwd, format })
  const { runs, problems } = await convert(found.reports, host)
  return {
    files: found.reports.map(({ name }) => name),
    texts: runs.flatMap(({ results = [] }) => results.map(({ message }) => message.text)),
    problems: [...found.problems, ...problems].map(({ message }) => message),
    notices: found.notices,
  }
}

const locations = [{ physicalLocation: { artifactLocation: { uri: 'app.js' }, region: { startLine: 1 } } }]
const runOf = (...texts: string[]) => ({
  tool: { driver: { name: 'Probe' } },
  results: texts.map((text) => ({ ruleId: 'probe', message: { text }, locations })),
})
const log = (...runs: object[]) => JSON.stringify({ version: '2.1.0', runs })
const sarif = (...texts: string[]) => log(runOf(...texts))

describe('What `report` names', () => {
  it('is a file of any name, even one that would be left out of a folder', async () => {
    const host = await folderWith({ 'report.txt': sarif('a'), 'x.quality.sarif': sarif('b') })

    const { texts, problems, notices } = await read(host, ['report.txt', 'x.quality.sarif'])

    expect([texts, problems, notices]).toEqual([['a', 'b'], [], []])
  })

  it('is a folder: all SARIF in it at any depth, by path, and no other file', async () => {
    const host = await folderWith({
      'out/z.sarif': sarif('z'),
      'out/deep/.hidden/y.sarif.json': sarif('y'),
      'out/a.sarif': sarif('a'),
      'out/package.json': '{}',
      'out/upper.SARIF': '',
    })

    for (const name of ['out', 'out/', './out', join(host.cwd, 'out')]) {
      const { files, texts, problems } = await read(host, [name])

      expect(files).toEqual(['out/a.sarif', 'out/deep/.hidden/y.sarif.json', 'out/z.sarif'])
      expect([texts, problems]).toEqual([['a', 'y', 'z'], []])
    }
    expect((await read(host, ['.'], 'sarif')).texts).toEqual(['a', 'y', 'z'])
  })

  it('never follows a link inside of a folder', async () => {
    const host = await folderWith({ 'out/a.sarif': sarif('a'), 'elsewhere/b.sarif': sarif('b') })
    await symlink('../elsewhere', join(host.cwd, 'out/folder'))
    await symlink('..', join(host.cwd, 'out/loop'))
    await symlink('../elsewhere/b.sarif', join(host.cwd, 'out/link.sarif'))
    await symlink('out', join(host.cwd, 'latest'))

    expect((await read(host, ['out'])).texts).toEqual(['a'])
    expect((await read(host, ['out/**/*.sarif'])).texts).toEqual(['a'])
    expect((await read(host, ['latest'])).files).toEqual(['latest/a.sarif'])
  })

  it('is read once, in however many ways it is named', async () => {
    const host = await folderWith({ 'out/a.sarif': sarif('a'), 'out/b.sarif': sarif('b') })
    const ways = ['out/b.sarif', 'out', './out/../out/*.sarif', '**/a.sarif', join(host.cwd, 'out', 'a.sarif')]

    const { files, problems } = await read(host, ways)

    expect([files, problems]).toEqual([['out/b.sarif', 'out/a.sarif'], []])
  })

  it("leaves out what belongs to GitHub's other products, and says so once", async () => {
    const names = ['out/a.sarif', 'out/b.quality.sarif', 'out/c.csra.sarif', 'out/quality.sarif']
    const host = await folderWith(Object.fromEntries(names.map((name) => [name, sarif(name)])))

    const { texts, notices, problems } = await read(host, ['out', 'out/*.sarif'])
    const alone = await read(host, ['out/*.quality.sarif'])

    expect([texts, problems]).toEqual([['out/a.sarif', 'out/quality.sarif'], []])
    expect(notices).toEqual([
      expect.stringMatching(/^out\/b\.quality\.sarif is left out: .* code quality\. .*name it in `report`\.$/),
      expect.stringMatching(/^out\/c\.csra\.sarif is left out: .* risk assessment\./),
    ])
    expect(alone).toMatchObject({ files: [], problems: [expect.stringContaining('No report matches')] })
  })

  it('is no folder for another format: a glob is asked for', async () => {
    const host = await folderWith({ 'out/a.xml': '<checkstyle/>' })

    expect((await read(host, ['out/'], 'checkstyle')).problems).toEqual([
      '`out/` is a folder, and folders are searched for SARIF only. Name the reports in the format `checkstyle` by a glob, such as `out/*`.',
    ])
    expect((await read(host, ['out/*'], 'checkstyle')).files).toEqual(['out/a.xml'])
  })
})

describe('What cannot be read is told in one sentence', () => {
  const plain = { driver: { name: 'x' } }

  it.each<[what: string, content: string, words: string]>([
    ['an empty file', '', 'it is empty, and no format can be told from nothing; name its format'],
    ['a blank file', ' \r\n', 'it is empty, and no format can be told from nothing; name its format'],
    ['no runs', log(), 'it holds no runs, so it says nothing about the code.'],
    ['no results', log(runOf('a'), { tool: plain }), 'at runs.1: results is missing, so the scan was not completed.'],
    [
      'null results',
      log({ tool: plain, results: null }),
      'at runs.0: results is missing, so the scan was not completed.',
    ],
    [
      'results elsewhere',
      log({ tool: plain, externalPropertyFileReferences: { results: [{ location: { uri: 'r.sarif' } }] } }),
      'its results are in external files, and those are not read; write them into this file.',
    ],
    [
      'a version to come',
      '{"version":"2.2.0","runs":[]}',
      'its SARIF version is "2.2.0"; 2.1.0, 1.0.0 and the drafts of 2.0.0 can be read.',
    ],
    ['a version of another kind', '{"version":2.1,"runs":[]}', 'its SARIF version is 2.1; '],
  ])('%s', async (_what, content, words) => {
    const host = await folderWith({ 'a.sarif': content, 'b.sarif': sarif('good') })

    const { texts, problems } = await read(host, ['a.sarif', 'b.sarif'])

    expect(texts).toEqual(['good'])
    expect(problems).toEqual([expect.stringContaining(`The report of a.sarif cannot be read: ${words}`)])
  })

  it('an empty file in a format that is named', async () => {
    const host = await folderWith({ 'a.sarif': '' })

    expect((await read(host, ['a.sarif'], 'sarif')).problems).toEqual([
      'The report of a.sarif cannot be read: it is empty.',
    ])
  })

  it('a path that is not there, a folder without SARIF, a FIFO, a link to nowhere', async () => {
    const host = await folderWith({ 'out/a.json': '{}' })
    execFileSync('mkfifo', [join(host.cwd, 'fifo.sarif'), join(host.cwd, 'out', 'fifo.sarif')])
    await symlink('nowhere', join(host.cwd, 'dangling'))

    const { files, problems } = await read(host, ['lost.sarif', 'out', 'fifo.sarif', 'dangling'])

    expect(files).toEqual(['fifo.sarif', 'dangling'])
    expect(problems).toEqual([
      `No report matches \`lost.sarif\` in ${host.cwd}. Did the scanner run, and write it there?`,
      'The folder `out` holds no file for code scanning whose name ends in `.sarif` or `.sarif.json`. Did the scanner run, and write it there?',
      'fifo.sarif is not a regular file.',
      expect.stringMatching(/^dangling cannot be read: .*ENOENT/),
    ])
  })

  it('a file that became a folder since it was found', async () => {
    const host = await folderWith({ 'a.sarif': sarif('a') })
    const { reports } = await fileReports({ reports: ['a.sarif'], folder: host.cwd, format: 'auto' })
    await rm(join(host.cwd, 'a.sarif'))
    await mkdir(join(host.cwd, 'a.sarif'))

    expect((await convert(reports, host)).problems.map(({ message }) => message)).toEqual([
      'a.sarif is not a regular file.',
    ])
  })

  it('more than 512 MB', async () => {
    const host = await folderWith({ 'huge.sarif': '' })
    await truncate(join(host.cwd, 'huge.sarif'), 512 * 1024 * 1024 + 1)

    expect((await read(host, ['huge.sarif'])).problems).toEqual([
      'huge.sarif is larger than the 512 MB that can be read at once. Split it.',
    ])
  })

  const isRoot = process.getuid?.() === 0
  const asUser = isRoot ? it.skip : it
  asUser(`a file or a folder without the right to read it${isRoot ? ' (root may read all)' : ''}`, async () => {
    const host = await folderWith({ 'a.sarif': sarif('a'), 'out/b.sarif': sarif('b') })
    await chmod(join(host.cwd, 'a.sarif'), 0)
    await chmod(join(host.cwd, 'out'), 0)

    const { problems } = await read(host, ['a.sarif', 'out', 'out/b.sarif'])
    await chmod(join(host.cwd, 'out'), 0o755)

    expect(problems).toEqual([
      expect.stringMatching(/^The folder `out` cannot be searched: .*EACCES/),
      expect.stringMatching(/^a\.sarif cannot be read: .*EACCES/),
      expect.stringMatching(/^out\/b\.sarif cannot be read: .*EACCES/),
    ])
  })
})

describe('Encodings', () => {
  const text = sarif('grün 日本 😀')
  const little = Buffer.from(text, 'utf16le')
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  const xml = '<?xml version="1.0"?><checkstyle><file name="a.c"><error line="1" message="ä"/></file></checkstyle>'

  it.each<[name: string, bytes: Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with a mark', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16 LE without a mark', little],
    ['UTF-16 BE without a mark', swapped(little)],
  ])('%s is read as it is meant', async (_name, bytes) => {
    const host = await folderWith({ 'a.sarif': bytes })

    expect(await read(host, ['a.sarif'])).toMatchObject({ texts: ['grün 日本 😀'], problems: [] })
  })

  it('XML in UTF-16 without a mark is read as well', async () => {
    const bytes = Buffer.from(xml, 'utf16le')
    const host = await folderWith({ 'le.xml': bytes, 'be.xml': swapped(bytes) })

    expect((await read(host, ['*.xml'])).texts).toEqual(['ä', 'ä'])
  })

  it('bytes that are no UTF-8 are replaced, and lose no result', async () => {
    const host = await folderWith({ 'a.sarif': Buffer.from(sarif('grün'), 'latin1') })

    const { texts, problems } = await read(host, ['a.sarif'])

    expect(problems).toEqual([])
    expect(texts[0]).toBe('gr\uFFFDn')
  })
})

describe('SARIF beside what is read of it', () => {
  it('may hold anything else at the top, and references to other external files', async () => {
    const run = { ...runOf('a'), externalPropertyFileReferences: { artifacts: [{ location: { uri: 'a.json' } }] } }
    const more = { properties: { a: 1 }, inlineExternalProperties: [{ guid: 'x', artifacts: [] }], $schema: 5 }
    const host = await folderWith({ 'a.sarif': JSON.stringify({ version: '2.1.0', runs: [run], ...more }) })

    expect(await read(host, ['a.sarif'])).toMatchObject({ texts: ['a'], problems: [] })
  })
})

describe('SARIF of older versions', () => {
  const only = (version: string, run: object): Run =>
    findConverter('sarif').convert(reportOf(JSON.stringify({ version, runs: [run] })))[0]!
  const version1 = (result: object, more: object = {}) =>
    only('1.0.0', { tool: { name: 'x' }, results: [result], ...more })
  const draft = (result: object, more: object = {}) =>
    only('2.0.0-csd.1', { tool: { name: 'x' }, results: [result], ...more })

  it.each([
    ['error', { level: 'error' }],
    ['note', { level: 'note' }],
    ['default', {}],
    [undefined, {}],
    ['pass', { kind: 'pass', level: 'none' }],
    ['open', { kind: 'open', level: 'none' }],
    ['notApplicable', { kind: 'notApplicable', level: 'none' }],
  ])('the level %s means %j', (level, meaning) => {
    for (const upgrade of [version1, draft]) {
      const message = upgrade === version1 ? 'm' : { text: 'm' }
      const { ruleId: _id, message: _message, ...rest } = upgrade({ ruleId: 'r', message, level }).results![0]!

      expect(rest).toEqual(meaning)
    }
  })

  it('a message that the log does not hold is replaced by what the rule says, and refused where there is none', () => {
    const formattedRuleMessage = { formatId: 'lost', arguments: [] }
    const rules = { r: { id: 'r', shortDescription: 'A rule.' } }

    expect(version1({ ruleId: 'r', formattedRuleMessage }, { rules }).results![0]!.message.text).toBe('A rule.')
    expect(version1({ ruleId: 'r', formattedRuleMessage }).results![0]!.message.text).toBe('r')
    expect(() => version1({ formattedRuleMessage })).toThrow(/^at runs\.0\.results\.0\.message: is missing/)
    expect(() => version1({ message: 5 })).toThrow(/^at runs\.0\.results\.0\.message: is missing/)
  })

  it('the first draft: strings for bases and folders, `ruleMessageId`, `helpLocation`, regions by offset', () => {
    const run = draft(
      {
        ruleId: 'r',
        ruleMessageId: 'm',
        message: { arguments: ['1'] },
        locations: [{ physicalLocation: { fileLocation: { uri: 'a.c' }, region: { offset: 4, length: 2 } } }],
      },
      {
        originalUriBaseIds: { ROOT: 'file:///src/' },
        invocations: [{ workingDirectory: 'file:///src', startTime: '2018-06-01T00:00:00Z', exitCode: 1 }],
        resources: {
          rules: { r: { id: 'r', helpLocation: { uri: 'https://x.org' }, messageStrings: { m: 'No {0}' } } },
        },
        logicalId: 'nightly',
      },
    )

    expect(schemaErrors(toLog([run]))).toEqual([])
    expect(run).toMatchObject({
      tool: { driver: { name: 'x', rules: [{ id: 'r', helpUri: 'https://x.org' }] } },
      originalUriBaseIds: { ROOT: { uri: 'file:///src/' } },
      automationDetails: { id: 'nightly/' },
      invocations: [{ workingDirectory: { uri: 'file:///src' }, executionSuccessful: false }],
      results: [
        { message: { text: 'No 1' }, locations: [{ physicalLocation: { region: { charOffset: 4, charLength: 2 } } }] },
      ],
    })
  })

  it('runs that did not take place are not taken for clean ones', () => {
    expect(() => only('1.0.0', { tool: { name: 'x' } })).toThrow('results is missing')
    expect(() => only('2.0.0', { tool: { name: 'x' }, results: null })).toThrow('results is missing')
    expect(() => only('2.0.0', { tool: { name: 'x' }, externalPropertyFiles: { results: [{}] } })).toThrow('external')
    expect(() => only('1.0.0', { results: [] })).toThrow(/^at runs\.0\.tool: /)
  })

  it('command lines of version 1.0.0, which may hold secrets, are not taken along', () => {
    const { text, golden } = fixturesOf('sarif').find(({ name }) => name === 'sarif-1.0.0.sarif')!

    expect(text).toContain('hunter2')
    expect(JSON.stringify(findConverter('sarif').convert(reportOf(text)))).not.toContain('hunter2')
    expect(golden).toContain('expected.sarif-1.0.0')
  })

  const older = fixturesOf('sarif').filter(({ name }) => /^sarif-[12]\.0\.0/.test(name))
  const ask = noMultitool ? it.skip : it
  ask.each(older.map((fixture) => [fixture.name, fixture] as const))(
    `%s becomes what Microsoft's multitool makes of it${noMultitool ? ` (${noMultitool})` : ''}`,
    async (name, { text }) => {
      const host = await folderWith({ [name]: text })
      const program: string = createRequire(import.meta.url)('@microsoft/sarif-multitool')
      await chmod(program, 0o755)
      const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
      await promisify(execFile)(program, ['rewrite', join(host.cwd, name), '-o', join(host.cwd, 'out.sarif')], { env })
      const theirs: Log = JSON.parse((await readFile(join(host.cwd, 'out.sarif'), 'utf8')).replace(/^\uFEFF/, ''))

      const ours = findConverter('sarif').convert(reportOf(text))

      expect(ours.map(essence)).toEqual(theirs.runs.map(essence))
    },
  )
})

/** What must not differ, whoever upgrades: tool, rules, and of each result what decides where and how it is shown. */
function essence({ tool: { driver }, results, automationDetails }: Run) {
  const rules = driver.rules ?? []
  return {
    tool: [driver.name, driver.version, driver.semanticVersion],
    rules: rules.map(({ id, name, helpUri, shortDescription, fullDescription, messageStrings, properties }) => {
      return { id, name, helpUri, shortDescription, fullDescription, messageStrings, properties }
    }),
    automationDetails,
    results: results!.map((result) => ({
      rule: result.ruleId ?? rules[result.ruleIndex!]?.id,
      level: result.level ?? 'warning',
      kind: result.kind ?? 'fail',
      places: placesOf(result).map(({ physicalLocation }) => [
        physicalLocation?.artifactLocation?.uri,
        physicalLocation?.artifactLocation?.uriBaseId,
        physicalLocation?.region,
      ]),
      flows: result.codeFlows?.map(({ message, threadFlows }) => [message, threadFlows.map(({ id }) => id)]),
      suppressions: result.suppressions,
      baselineState: result.baselineState,
    })),
  }
}

function placesOf({ locations = [], relatedLocations = [], codeFlows = [] }: Result) {
  const steps = codeFlows.flatMap(({ threadFlows }) => threadFlows).flatMap((thread) => thread.locations)
  return [...locations, ...relatedLocations, ...steps.map(({ location }) => location ?? {})]
}
