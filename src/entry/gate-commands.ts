import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Run } from 'sarif'
import type { Environment } from '../config/build.ts'
import { type Config, toConfig } from '../config/config.ts'
import type { Options } from '../config/options.ts'
import { readOptions } from '../config/read.ts'
import { reportOf } from '../converters/report.ts'
import { sarif } from '../converters/sarif/index.ts'
import { baselineOf, pruned } from '../gate/baseline.ts'
import { isSuccessful } from '../gate/conditions.ts'
import { messageOf, NotEvaluated, UnreadableReport, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { toLog } from '../model/sarif.ts'
import { learn } from '../pipeline.ts'
import { explainFindings } from '../stages/explain-finding.ts'
import { convertedFiles } from './converted-files.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'
import { main } from './main.ts'
import { buildAround } from './surroundings.ts'

/** The gate alone: reports in, a verdict out. No server is asked, whatever tokens there are. */
export function judgeFiles(files: string[], flags: object, environment: Environment, host: Host): Promise<number> {
  return main(() => configFor(files, flags, environment, host), host)
}

async function configFor(files: string[], flags: object, environment: Environment, host: Host) {
  const options: Options = { ...readOptions(rawOf(flags)), report: files, upload: 'off', zadig: 'off', comment: 'off' }
  const build = await buildAround(options, environment, host)
  const config = await toConfig(options, { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask })
  // That no server is asked is what the command means, and nobody's wish to ask less of a policy.
  const off = { otherwise: 'off' } as const
  const gate = { ...config.gate, upload: off, zadig: off, unasked: [] }
  // Nothing goes anywhere from here: who asks has the reports already, and a terminal shows a table.
  const report: Config['report'] = { ...config.report, sarifOutput: false, summary: false, annotations: 'off' }
  return { ...config, gate, report }
}

/** Everything that decides about the findings that the word fits: a file, `file:line`, a rule, or a fingerprint. */
export function explainFinding(
  { word, files }: { word: string; files: string[] },
  flags: object,
  environment: Environment,
  host: Host,
): Promise<number> {
  return explained(host, async () => {
    const config = await configFor(files, flags, environment, host)
    const judged = await learn(config, host)
    const table = explainFindings(word, judged, config.normalise.root, host)
    if (table === undefined)
      throw new UserError(
        `No finding of these reports is ${word}. Give a file as the reports name it, \`file:line\`, the id of a rule, or a fingerprint.`,
      )
    await host.publish({ annotations: [], outputs: {}, table })
    return exitCodes.pass
  })
}

/** Writes the file of what is accepted as old, from reports. */
export function writeBaseline(
  { kind, file, files }: { kind: 'create' | 'update' | 'prune'; file: string; files: string[] },
  flags: object,
  environment: Environment,
  host: Host,
): Promise<number> {
  return explained(host, async () => {
    const runs = await convertedFiles(files, flags, environment, host)
    // Half of the reports would make a baseline that calls old findings new, or forgets them.
    if (!runs) return exitCodes.error
    const broken = runs.find((run) => !isSuccessful(run))
    if (broken)
      throw new NotEvaluated(
        `${broken.tool.driver.name} reports an unsuccessful run, so what it did not find is not known to be gone. Mend the scan first.`,
      )
    const path = resolve(host.cwd, file)
    const before = await baselineAt(path, file, kind)
    const written = kind === 'prune' ? pruned(before, runs).runs : baselineOf(runs, before, host.now())
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${JSON.stringify(toLog(written), null, 1)}\n`)
    const [was, is] = [before, written].map((log) => log.flatMap(({ results = [] }) => results).length)
    host.log.info(
      `${file} accepts ${is} ${is === 1 ? 'finding' : 'findings'}${kind === 'create' ? '' : ` (${was} before)`}.`,
    )
    return exitCodes.pass
  })
}

async function baselineAt(path: string, file: string, kind: 'create' | 'update' | 'prune'): Promise<Run[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UserError(`${file} cannot be read: ${messageOf(error)}.`)
  })
  if (text === undefined && kind !== 'create')
    throw new UserError(`There is no baseline ${file}. Write one with \`codescan-gate baseline create\`.`)
  if (text !== undefined && kind === 'create')
    throw new UserError(
      `There is a baseline ${file} already. Use \`codescan-gate baseline update\`, or remove it first.`,
    )
  try {
    return text === undefined ? [] : sarif.convert(reportOf(text))
  } catch (error) {
    if (error instanceof UnreadableReport) throw new UserError(`${file} is no baseline: ${error.message}.`)
    throw error
  }
}
