// Measures the gate over a large SARIF with a baseline of the same size and 50 gates, beside the least that it has to do:
// parse both files. By CPU time, because that is what a shared machine gives to both alike.
//
//   npm run bench:gate -- [--cli dist/cli/index.js] [--rounds 5] [--sizes 25000,100000] [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { logOf } from './generate.mjs'
import { compare } from './measure.mjs'

const { values: flags } = parseArgs({
  options: {
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli/index.js', import.meta.url)) },
    data: { type: 'string', default: join(tmpdir(), 'codescan-gate-bench') },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '25000,100000' },
    check: { type: 'boolean', default: false },
  },
})
const cli = resolve(flags.cli)
const parse = 'for (const file of process.argv.slice(1)) JSON.parse(fs.readFileSync(file, "utf8"))'
const folds = ['all', 'new', 'delta', 'all', 'new']
const conditions = [
  'severity: ">=high"',
  'path: "src/**/*.ts"',
  'rule: "/inject|eval/i"',
  'tag: security, severity: medium',
  'any: [{cwe: CWE-79}, {message: "/user/"}]',
  'not: {path: ["test/**", "**/*.gen.*"]}',
  'level: error, path-not: "docs/**"',
  'security-severity: ">=7"',
  'age: ">7d"',
  'fixable: true',
]

/** Fifty, of which none fails: what is measured is the counting. */
function policy() {
  const gates = conditions.flatMap((where, at) =>
    folds.map(
      (scope, fold) => `  - {id: g${at}-${fold}, scope: ${scope}, where: {${where}}, then: note, if-unknown: no-match}`,
    ),
  )
  return `version: 1\ngates:\n${gates.join('\n')}\n`
}

/** The same findings, a tenth of them with another message and in another file, and every line moved. */
function baselineOf(folder) {
  const file = join(folder, 'baseline.sarif')
  if (existsSync(file)) return file
  const log = JSON.parse(readFileSync(join(folder, 'log.sarif'), 'utf8'))
  for (const { results = [] } of log.runs)
    for (const [at, result] of results.entries()) {
      const { region, artifactLocation } = result.locations?.[0]?.physicalLocation ?? {}
      if (region?.startLine) region.startLine += 3
      if (at % 10 === 0 && artifactLocation) artifactLocation.uri = `gone/${artifactLocation.uri}`
    }
  writeFileSync(file, JSON.stringify(log))
  return file
}

const goals = []
for (const size of flags.sizes.split(',').map(Number)) {
  const folder = logOf(flags.data, size)
  const [log, baseline] = [join(folder, 'log.sarif'), baselineOf(folder)]
  const file = join(folder, 'policy.yml')
  writeFileSync(file, policy())
  const words = ['--policy', file, '--baseline', baseline]
  const cwd = join(folder, 'tree')
  const { medians, over } = await compare(
    {
      parse: { args: ['-e', parse, log, baseline] },
      local: { args: [cli, 'run', '--report', log, '--fail-on', 'never'], cwd },
      gate: { args: [cli, 'gate', ...words, log], cwd },
    },
    Number(flags.rounds),
  )
  console.log(size)
  console.table(medians)
  const beside = (medians.gate.cpu - medians.local.cpu) / medians.parse.cpu
  goals.push({
    size,
    goal: 'gate beyond reading one log, over parsing both',
    must: 2,
    measured: Number(beside.toFixed(2)),
    met: beside <= 2,
  })
  goals.push({ size, goal: 'gate over parsing both', measured: Number(over('gate', 'parse', 'cpu').toFixed(2)) })
}
console.table(goals)
if (flags.check && goals.some(({ met }) => met === false)) process.exitCode = 1
