// Reads reports of 100 MB with 500,000 entries, as the built CLI does, in a heap of 2 GB: a document of JSON, a document
// of XML, and lines. Prints how long it took and how much memory it held; ends with 1 when one does not come through.
//
//   npm run bench:convert -- [--cli dist/cli/index.js] [--entries 500000] [--heap 2048]
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { values: flags } = parseArgs({
  options: {
    cli: { type: 'string', default: at('../dist/cli/index.js') },
    entries: { type: 'string', default: '500000' },
    heap: { type: 'string', default: '2048' },
  },
})
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
  const { status } = spawnSync(process.execPath, [...node, resolve(flags.cli), ...line], {
    cwd: folder,
    env: { ...process.env, BENCH_PEAK: peak },
  })
  const seconds = (performance.now() - started) / 1000
  const { mb } = status === 0 ? JSON.parse(readFileSync(peak, 'utf8')) : {}
  rows.push({
    format,
    MB: Math.round(statSync(report).size / 1e6),
    entries,
    status,
    seconds,
    'peak MB': mb && Math.round(mb),
  })
}
rmSync(folder, { recursive: true })
console.table(rows)
process.exitCode = rows.every(({ status }) => status === 0) ? 0 : 1
