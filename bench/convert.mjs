// Measures `convert` of the built CLI beside a floor: the shortest code that reads a report and writes its findings as SARIF.
// Then reads reports of 100 MB with 500,000 entries in a heap of 2 GB. Prints every goal with what was measured; ends with
// 1 when a large report does not come through or, with `--check`, when a goal is missed.
//
//   npm run bench:convert -- [--cli dist/cli/index.js] [--rounds 5] [--only forms,multitool,peers,large]
//                            [--sizes 1000,25000,100000] [--by wall|cpu] [--reports FOLDER] [--peers]
//                            [--entries 500000] [--heap 2048] [--check]
//
// `--peers` installs other converters of npm into a folder beside the data, and measures ours beside them as well.
// `--reports` is a folder of reports made elsewhere: `<size>/eslint.json`, `checkstyle.xml`, `gcc.log`, `trivy.json`, ….
// On a busy machine `--by cpu` is steadier: it is what the machine gives to both alike.
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from './measure.mjs'
import { reportsOf } from './reports.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { values: flags } = parseArgs({
  options: {
    cli: { type: 'string', default: at('../dist/cli/index.js') },
    data: { type: 'string', default: join(tmpdir(), 'codescan-gate-bench') },
    reports: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1000,25000,100000' },
    only: { type: 'string', default: 'forms,multitool,peers,large' },
    peers: { type: 'boolean', default: false },
    by: { type: 'string', default: 'wall' },
    entries: { type: 'string', default: '500000' },
    heap: { type: 'string', default: '2048' },
    check: { type: 'boolean', default: false },
  },
})
const cli = resolve(flags.cli)
const rounds = Number(flags.rounds)
const goals = []

/** `must` and `aim` are upper bounds. */
function goal(name, measured, [must, aim]) {
  const shown = Number(measured.toFixed(2))
  goals.push({ goal: name, must: `${must}x`, aim: `${aim}x`, measured: `${shown}x`, met: shown <= must })
}

function note(name, measured) {
  goals.push({ goal: name, must: '', aim: '', measured: `${Number(measured.toFixed(2))}x`, met: '' })
}

const folderOf = (size) => (flags.reports ? join(resolve(flags.reports), String(size)) : reportsOf(flags.data, size))

/** By the format's id; what other converters of the form take over the same floor was measured elsewhere (decision 9). */
const forms = {
  eslint: { file: 'eslint.json', peer: ['eslint-formatter-sarif', 1.4, 1.05] },
  checkstyle: { file: 'checkstyle.xml', peer: ['0.7 of checkstyle-to-sarif', 1.55, 1.1] },
  gcc: { file: 'gcc.log', peer: ["0.8 of reviewdog's errorformat", 1.7, 1.15] },
  trivy: { file: 'trivy.json' },
}

/** Where no file of the report is at hand: what is measured is the converting, not the reading of sources. */
const nowhere = join(flags.data, 'nowhere')
mkdirSync(nowhere, { recursive: true })
const converting = (format, report, cwd = nowhere) => ({ args: [cli, 'convert', report, '--format', format], cwd })

const parts = {
  async forms() {
    for (const [format, { file, peer }] of Object.entries(forms)) {
      const medians = {}
      for (const size of flags.sizes.split(',').map(Number)) {
        const report = join(folderOf(size), file)
        const found = await compare(
          {
            floor: { args: [at('convert-floor.mjs'), format, report] },
            convert: converting(format, report),
            'in its tree': converting(format, report, join(folderOf(size), 'tree')),
          },
          rounds,
        )
        medians[size] = found.medians
        const name = `${format}, ${size / 1000}k entries`
        console.log(name)
        console.table(rounded(found.medians))
        const over = found.over('convert', 'floor', flags.by)
        if (size >= 25_000) goal(`${name}, over the floor`, over, [2, 1.4])
        else note(`${name}, over the floor`, over)
        if (size === 25_000 && peer) goal(`the same, beside ${peer[0]}`, over, peer.slice(1))
        note(
          'the same with its sources read, columns mapped and lines fingerprinted',
          found.over('in its tree', 'floor', flags.by),
        )
      }
      const [small, large] = [medians[25_000], medians[100_000]]
      if (small && large)
        goal(`${format}, 100k over 25k`, large.convert[flags.by] / small.convert[flags.by], [4.4, 4.1])
    }
  },

  /** Microsoft's converters, where they are installed; ours has to take a third of their time at most. */
  async multitool() {
    const program = multitoolAt()
    if (!program) return console.log("Microsoft's multitool is not installed: it is not measured.")
    const out = join(nowhere, 'multitool.sarif')
    const tools = {
      pylint: ['Pylint', 'pylint.json'],
      cppcheck: ['CppCheck', 'cppcheck.xml'],
      flawfinder: ['FlawFinder', 'flawfinder.csv'],
    }
    for (const [format, [tool, file]] of Object.entries(tools)) {
      const words = ['convert', reportAt(file), '--tool', tool, '--output', out, '--log', 'ForceOverwrite']
      await beside([format, file], ["Microsoft's multitool", { program, args: words }], [0.33, 0.2])
    }
  },

  /** Converters of one format each, by their clock as Node programs. Their work is ours: read, parse, build, write. */
  async peers() {
    if (!flags.peers) return console.log('Other converters are not measured: `--peers` installs them.')
    const modules = installedPeers()
    const checkstyle = join(modules, 'checkstyle-to-sarif/dist/cli.js')
    const eslint = `
      const format = require(${JSON.stringify(join(modules, '@microsoft/eslint-formatter-sarif'))})
      const results = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))
      process.stdout.write(format(results, { cwd: process.cwd(), rulesMeta: {} }))`
    await beside(
      ['eslint', 'eslint.json'],
      ['eslint-formatter-sarif', { args: ['-e', eslint, reportAt('eslint.json')], cwd: nowhere }],
      [1, 0.75],
    )
    await beside(
      ['checkstyle', 'checkstyle.xml'],
      ['checkstyle-to-sarif', { args: [checkstyle, '--input', reportAt('checkstyle.xml')], cwd: nowhere }],
      [0.7, 0.5],
    )
  },

  large,
}

const reportAt = (file) => join(folderOf(25_000), file)

/** Ours beside another, by the clock: of a program that is not Node nothing else is known. */
async function beside([format, file], [name, peer], bounds) {
  const { medians, over } = await compare({ peer, convert: converting(format, reportAt(file)) }, rounds)
  console.log(`${format}, 25k entries, beside ${name}`)
  console.table(rounded(medians))
  goal(`${format}, 25k entries, over ${name}`, over('convert', 'peer', 'wall'), bounds)
}

/** The versions that the goals were set by. */
function installedPeers() {
  const folder = join(flags.data, 'peers')
  const packages = ['@microsoft/eslint-formatter-sarif@3.1.0', 'checkstyle-to-sarif@0.3.0']
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    const words = [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...packages,
    ]
    if (spawnSync('npm', words, { stdio: 'inherit' }).status !== 0) {
      rmSync(folder, { recursive: true })
      throw new Error('The other converters cannot be installed.')
    }
  }
  return join(folder, 'node_modules')
}

function multitoolAt() {
  const file = at('../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool')
  return existsSync(file) ? file : undefined
}

function rounded(medians) {
  return Object.fromEntries(
    Object.entries(medians).map(([name, row]) => [
      name,
      Object.fromEntries(
        Object.entries(row).flatMap(([key, value]) => (Number.isNaN(value) ? [] : [[key, Math.round(value)]])),
      ),
    ]),
  )
}

const entries = Number(flags.entries)
const perFile = 250
const numbers = Array.from({ length: perFile }, (_, index) => index)
const message = 'Something stands here that should be something else, as the rule says at some length.'

function* eslint() {
  for (let file = 0; file * perFile < entries; file++) {
    const messages = numbers.map((index) => ({
      ...{ ruleId: `rule-${index % 40}`, severity: 1 + (index % 2), message: `${index}: ${message}`, nodeType: 'X' },
      ...{ line: index + 1, column: 5, endLine: index + 1, endColumn: 9, messageId: 'unexpected' },
    }))
    yield `${file ? ',' : '['}${JSON.stringify({ filePath: `src/f${file}.js`, messages, errorCount: perFile })}`
  }
  yield ']'
}

function* checkstyle() {
  yield '<checkstyle version="8">\n'
  for (let file = 0; file * perFile < entries; file++) {
    const errors = numbers.map(
      (index) =>
        `<error line="${index + 1}" column="5" severity="warning" message="${index}: ${message}" source="rules.for.things.Rule${index % 40}"/>\n`,
    )
    yield `<file name="src/f${file}.js">\n${errors.join('')}</file>\n`
  }
  yield '</checkstyle>\n'
}

function* trufflehog() {
  for (let entry = 0; entry < entries; entry++) {
    const place = { file: `src/f${Math.floor(entry / perFile)}.js`, line: 1 + (entry % perFile) }
    const names = {
      DetectorName: `Detector${entry % 40}`,
      DecoderName: 'PLAIN',
      Verified: false,
      Raw: `secret-${entry}`,
    }
    yield `${JSON.stringify({ SourceMetadata: { Data: { Filesystem: place } }, ...names, StructuredData: null })}\n`
  }
}

async function large() {
  const rows = []
  const folder = mkdtempSync(join(tmpdir(), 'convert-'))
  for (const [format, pieces] of Object.entries({ eslint, checkstyle, trufflehog })) {
    const report = join(folder, format)
    await pipeline(Readable.from(pieces()), createWriteStream(report))
    const peak = join(folder, 'peak.json')
    const sarif = join(folder, 'out.sarif')
    const node = [`--max-old-space-size=${flags.heap}`, '--require', at('peak.cjs')]
    const line = ['run', '--report', report, '--format', format, '--sarif-output', sarif, '--fail-on', 'never']
    const started = performance.now()
    const { status } = spawnSync(process.execPath, [...node, cli, ...line], {
      cwd: folder,
      env: { ...process.env, BENCH_PEAK: peak },
    })
    const seconds = (performance.now() - started) / 1000
    const { mb } = status === 0 ? JSON.parse(readFileSync(peak, 'utf8')) : {}
    const size = Math.round(statSync(report).size / 1e6)
    rows.push({ format, MB: size, entries, status, seconds, 'peak MB': mb && Math.round(mb) })
  }
  rmSync(folder, { recursive: true })
  console.table(rows)
  if (rows.some(({ status }) => status !== 0)) process.exitCode = 1
}

for (const name of flags.only.split(',')) await parts[name]()
if (goals.length > 0) console.table(goals)
if (flags.check && goals.some(({ met }) => met === false)) process.exitCode = 1
