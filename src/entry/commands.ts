import { normaliseConfig, toConfig } from '../config/config.ts'
import { definitionFrom } from '../config/definition.ts'
import type { Options } from '../config/options.ts'
import { type Raw, readOptions, secretsFrom } from '../config/read.ts'
import { converters } from '../converters/index.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { toLog } from '../model/sarif.ts'
import { convertOnly } from '../pipeline.ts'
import { plain } from '../render/plain.ts'
import { presets } from '../scanners/index.ts'
import { ownReader } from '../stages/own-reader.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'
import { main } from './main.ts'
import { buildAround } from './surroundings.ts'

type Environment = Record<string, string | undefined>

export function runLine(flags: object, environment: Environment, host: Host): Promise<number> {
  return main(async () => {
    const raw: Raw = { ...secretsFrom(environment), ...rawOf(flags) }
    host.mask([raw['github-token'], raw['zadig-token']])
    const options = readOptions(raw)
    const build = await buildAround(options, environment, host)
    return toConfig(options, { build, cwd: host.cwd, uploadByDefault: 'off', ask: host.ask })
  }, host)
}

/** The whole line for reports that are there already, of which only the upload is judged. */
export function uploadFiles(files: string[], flags: object, environment: Environment, host: Host): Promise<number> {
  return main(async () => {
    const raw: Raw = { ...secretsFrom(environment), ...rawOf(flags) }
    host.mask([raw['github-token'], raw['zadig-token']])
    const options: Options = { ...readOptions(raw), report: files, 'fail-on': ['never'], 'warn-on': ['never'] }
    const build = await buildAround(options, environment, host)
    return toConfig(options, { build, cwd: host.cwd, uploadByDefault: 'required', ask: host.ask })
  }, host)
}

/** All or nothing: a log that lacks an unreadable report would look like a clean one. */
export function convertFiles(files: string[], flags: object, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const options = readOptions(rawOf(flags))
    const build = await buildAround(options, environment, host)
    const normalise = await normaliseConfig(options, { build, cwd: host.cwd, ask: host.ask })
    const definition = await definitionFrom(options, host.cwd)
    const own = definition && (await ownReader(definition, normalise))
    const reports = { reports: files, format: own?.id ?? options.format ?? 'auto', own, folder: host.cwd }
    const { runs, problems } = await convertOnly(reports, normalise, host)
    for (const { message } of problems) host.log.error(message)
    if (problems.length > 0) return exitCodes.error
    process.stdout.write(`${JSON.stringify(toLog(runs), null, 2)}\n`)
    return exitCodes.pass
  })
}

/** What a mapping finds in reports, entry by entry, for the person who writes it. */
export function explainFiles(files: string[], flags: object, host: Host): Promise<number> {
  return explained(host, async () => {
    const definition = await definitionFrom(readOptions(rawOf(flags)), host.cwd)
    if (definition?.by !== 'mapping')
      throw new UserError('`--explain-mapping` shows what `mapping` reads: give `--mapping FILE`.')
    // With it come the readers of descriptions, which the other commands do without.
    const { explain } = await import('../stages/explain.ts')
    const { texts, problems } = await explain(definition, { reports: files, format: 'mapping', folder: host.cwd }, host)
    for (const text of texts) process.stdout.write(`${plain(host.redact(text))}\n`)
    for (const { message } of problems) host.log.error(message)
    return problems.length > 0 ? exitCodes.error : exitCodes.pass
  })
}

export function listFormats(): void {
  list(converters.map(({ id, tool, reads }) => [id, tool.name, reads]))
}

export function listScanners(): void {
  list(presets.map(({ id, name, program, args }) => [id, name, [program, ...args].join(' ')]))
}

function list(rows: string[][]): void {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
}
