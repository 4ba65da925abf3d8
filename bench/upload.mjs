// Measures the way of a large SARIF from its file to GitHub, as the built CLI goes it, beside the floor: the least that
// any uploader has to do. Prints every goal with what was measured; with `--check`, ends with 1 when one is missed.
//
//   npm run bench -- [--cli dist/cli/index.js] [--action dist/index.js] [--rounds 5] [--only log,memory,…]
//                  [--sizes 25000,100000] [--check]
import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { logOf, oneFile, oneLine } from './generate.mjs'
import { compare, run } from './measure.mjs'
import { startSink } from './sink.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { values: flags } = parseArgs({
  options: {
    cli: { type: 'string', default: at('../dist/cli/index.js') },
    action: { type: 'string', default: at('../dist/index.js') },
    data: { type: 'string', default: join(tmpdir(), 'codescan-gate-bench') },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '25000,100000' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
})
const cli = resolve(flags.cli)
const rounds = Number(flags.rounds)
const sizes = flags.sizes.split(',').map(Number)
const sink = await startSink()
const goals = []

/** `must` and `aim` are upper bounds. */
function goal(name, measured, [must, aim], unit = 'x') {
  goals.push({
    goal: name,
    must: `${must}${unit}`,
    aim: `${aim}${unit}`,
    measured: `${measured}${unit}`,
    met: measured <= must,
  })
}

function note(name, measured, unit = 'x') {
  goals.push({ goal: name, must: '', aim: '', measured: `${measured}${unit}`, met: '' })
}

const round = (number, digits = 2) => Number(number.toFixed(digits))
const floor = (folder) => ({ args: [at('floor.mjs'), join(folder, 'log.sarif')] })

/** The whole line, except for scanners: read, mend, fingerprint, save, pack, send, ask, judge, report. */
function upload(folder, { node = [], words = [] } = {}) {
  const address = ['--github-api-url', sink.url, '--repository', 'owner/name', '--ref', 'refs/heads/main']
  return {
    args: [...node, cli, ...lineOf(folder), '--upload', 'required', ...address, '--sha', '0'.repeat(40), ...words],
    cwd: join(folder, 'tree'),
    env: { GITHUB_TOKEN: 'ghp_benchmark' },
    slept: sink.sleptMs,
  }
}

function lineOf(folder) {
  return [
    'run',
    '--report',
    join(folder, 'log.sarif'),
    '--sarif-output',
    join(folder, 'saved.sarif'),
    '--fail-on',
    'never',
  ]
}

function local(folder) {
  return { args: [cli, ...lineOf(folder)], cwd: join(folder, 'tree') }
}

const parts = {
  /** Trimmed, as by default, and split into parts, so that all results are zipped. The parts of 100k would take long. */
  async log() {
    const medians = {}
    for (const results of sizes) {
      const folder = logOf(flags.data, results)
      const size = `${results / 1000}k`
      const commands = { floor: floor(folder), upload: upload(folder), local: local(folder) }
      if (results <= 25_000) commands.split = upload(folder, { words: ['--over-limit', 'split'] })
      const { medians: found, over } = await compare(commands, rounds)
      medians[size] = found
      console.log(size)
      console.table(Object.fromEntries(Object.entries(found).map(([name, row]) => [name, rounded(row)])))
      goal(`upload of ${size} results over the floor`, round(over('upload', 'floor')), [1.9, 1.5])
      if (commands.split) note('the same, all results sent in parts', round(over('split', 'floor')))
      note('the same without an upload', round(over('local', 'floor')))
      if (results === 25_000)
        goal('peak memory at 25k over the floor', round(over('upload', 'floor', 'mb')), [0.9, 0.6])
    }
    if (!medians['25k'] || !medians['100k']) return
    const growth = medians['100k'].upload.wall / medians['25k'].upload.wall
    goal('upload of 100k over 25k results', round(growth), [4.4, 4.1])
  },

  async memory() {
    const bounds = { 25000: [96, 48], 100000: [320, 64] }
    for (const results of sizes)
      if (bounds[results])
        goal(
          `heap that ${results / 1000}k results need`,
          await smallestHeap(logOf(flags.data, results)),
          bounds[results],
          ' MB',
        )
  },

  /** What would be quadratic if every result looked at every line. */
  async fingerprints() {
    const [quarter, whole] = [oneFile(flags.data, 6250, 25_000), oneFile(flags.data, 25_000, 100_000)]
    const line = oneLine(flags.data, 200, 5e6)
    const commands = {
      quarter: local(quarter),
      whole: local(whole),
      floor: floor(whole),
      line: local(line),
      none: local(logOf(flags.data, 10)),
    }
    const { over, beyond } = await compare(commands, rounds)
    goal('25k results in a file of 100k lines over a quarter of both', round(over('whole', 'quarter')), [4.4, 4.1])
    note('the same over the floor', round(over('whole', 'floor')))
    goal('one line of 5 MB, beyond 10 results in short files', Math.round(beyond('line', 'none')), [60, 10], ' ms')
  },

  async start() {
    const folder = logOf(flags.data, 10)
    const commands = {
      node: { args: ['-e', '0'] },
      version: { args: [cli, '--version'] },
      help: { args: [cli, '--help'] },
      convert: { args: [cli, 'convert', join(folder, 'log.sarif')], cwd: join(folder, 'tree') },
      action: actionOn(folder),
    }
    const { beyond } = await compare(commands, rounds * 3)
    const after = (name) => Math.round(beyond(name, 'node'))
    goal('--version, beyond `node -e 0`', after('version'), [25, 10], ' ms')
    goal('--help, beyond `node -e 0`', after('help'), [25, 10], ' ms')
    goal('convert of 10 results, beyond `node -e 0`', after('convert'), [25, 10], ' ms')
    goal('action, 10 results, no upload, beyond `node -e 0`', after('action'), [120, 80], ' ms')
  },

  size() {
    goal('action with its chunks', kilobytes(flags.action), [1600, 1300], ' KB')
    goal('CLI with its chunks', kilobytes(flags.cli), [500, 300], ' KB')
  },
}

/** What GitHub's runner says of every job; without the ref the action would ask Git for it. */
const runner = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'owner/name',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: '0'.repeat(40),
}

function actionOn(folder) {
  const inputs = { REPORT: join(folder, 'log.sarif'), UPLOAD: 'off', 'FAIL-ON': 'never', SUMMARY: 'false' }
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]))
  return {
    args: [resolve(flags.action)],
    cwd: join(folder, 'tree'),
    env: { ...env, ...runner, GITHUB_WORKSPACE: join(folder, 'tree'), RUNNER_TEMP: folder },
  }
}

/** By halving, to 8 MB. */
async function smallestHeap(folder) {
  let [low, high] = [0, 1024]
  while (high - low > 8) {
    const middle = (low + high) / 2
    const works = await run('upload', {
      ...upload(folder, { node: [`--max-old-space-size=${middle}`] }),
    }).then(
      () => true,
      () => false,
    )
    if (works) high = middle
    else low = middle
  }
  return high
}

function kilobytes(entry) {
  const folder = dirname(resolve(entry))
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'))
  return Math.round(files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000)
}

function rounded(row) {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value)]))
}

const wanted = flags.only?.split(',') ?? Object.keys(parts)
for (const name of wanted) await parts[name]()
sink.close()
console.table(goals)
if (flags.check && goals.some(({ met }) => met === false)) process.exitCode = 1
