import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Log, Run } from 'sarif'
import { toLog } from '../../src/model/sarif.ts'
import { tests } from './fixtures.ts'

const schema = JSON.parse(readFileSync(join(tests, 'referees', 'sarif-2.1.0.json'), 'utf8'))
const validate = addFormats.default(new Ajv2020({ strict: false, allErrors: true })).compile(schema)

/** What the SARIF 2.1.0 schema says against a log. */
export function schemaErrors(log: unknown): string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

// OASIS meant this rule for `region`; its files have it where it does nothing, and Microsoft's copy lost it.
const { definitions } = schema
const region = {
  ...definitions.region,
  anyOf: ['startLine', 'charOffset', 'byteOffset'].map((key) => ({ required: [key] })),
}
const keeps = new Ajv2020({ strict: false, strictNumbers: true, validateFormats: false, allErrors: true }).compile({
  ...schema,
  definitions: { ...definitions, region },
})

/** JSON pointers to what breaks the schema with its rule for regions, formats of strings left aside. */
export function brokenPlaces(log: unknown): string[] {
  return keeps(log) ? [] : (keeps.errors ?? []).map(({ instancePath }) => instancePath)
}

const programs: Record<string, string> = {
  'linux x64': 'sarif-multitool-linux/Sarif.Multitool',
  'darwin x64': 'sarif-multitool-darwin/Sarif.Multitool',
  'darwin arm64': 'sarif-multitool-darwin/Sarif.Multitool',
  'win32 x64': 'sarif-multitool-win32/Sarif.Multitool.exe',
}
const program = programs[`${process.platform} ${process.arch}`]
const multitool = program && join(tests, '..', 'node_modules', '@microsoft', program)

/** Why Microsoft's multitool cannot be asked here; undefined when it can. */
export const noMultitool =
  multitool && existsSync(multitool) ? undefined : `no multitool for ${process.platform} ${process.arch}`

/** Everything that Microsoft's rules and GitHub's hold to be an error in these files, by one run of the multitool. */
export async function ruleSetErrors(files: string[]): Promise<string[]> {
  return withMultitool(async (ask, folder) => {
    const verdict = join(folder, 'verdict.sarif')
    await ask('validate', ...files, '--rule-kind', 'Sarif;Ghas', '--level', 'Error', '-o', verdict)
    const [run] = readLog(verdict).runs
    if (run?.invocations?.[0]?.executionSuccessful !== true) throw new Error('The multitool did not finish.')
    return (run.results ?? [])
      .filter(({ level = 'warning' }) => level === 'error')
      .map(({ ruleId, message, locations }) => {
        const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''
        return `${ruleId} in ${uri.split('/').at(-1)}: ${message.arguments?.join(', ') ?? message.text}`
      })
  })
}

/** The line hashes that the multitool computes for every line of a text. */
export async function multitoolHashes(text: string, lines: number): Promise<(string | undefined)[]> {
  return withMultitool(async (ask, folder) => {
    const [source, before, after] = ['source.txt', 'before.sarif', 'after.sarif'].map((name) => join(folder, name))
    writeFileSync(source!, text)
    writeFileSync(before!, JSON.stringify(toLog([resultOnEveryLine(`file://${source}`, lines)])))
    await ask('rewrite', before!, '--insert', 'RollingHashPartialFingerprints', '-o', after!)
    return readLog(after!).runs[0]!.results!.map((it) => it.partialFingerprints?.['primaryLocationLineHash'])
  })
}

function resultOnEveryLine(uri: string, lines: number): Run {
  const results = Array.from({ length: lines }, (_, index) => ({
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: index + 1 } } }],
  }))
  return { tool: { driver: { name: 'test' } }, results }
}

type Ask = (...words: string[]) => Promise<unknown>

async function withMultitool<T>(work: (ask: Ask, folder: string) => Promise<T>): Promise<T> {
  // npm may skip the package's own script, which does this.
  chmodSync(multitool!, 0o755)
  const folder = mkdtempSync(join(tmpdir(), 'multitool-'))
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  try {
    return await work(
      (...words) => promisify(execFile)(multitool!, [...words, '--log', 'ForceOverwrite'], { env }),
      folder,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The multitool writes a byte order mark. Its exit code says nothing. */
function readLog(file: string): Log {
  return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
}
