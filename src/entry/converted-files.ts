import type { Run } from 'sarif'
import type { Environment } from '../config/build.ts'
import { definitionFrom } from '../config/definition.ts'
import { normaliseConfig } from '../config/normalise.ts'
import { readOptions } from '../config/read.ts'
import { convertOnly } from '../convert-line.ts'
import type { Host } from '../model/host.ts'
import { ownReader } from '../stages/own-reader.ts'
import { rawOf } from './flags.ts'
import { buildAround } from './surroundings.ts'

/** The runs of report files; undefined where one of them cannot be read, which is told. */
export async function convertedFiles(
  files: string[],
  flags: object,
  environment: Environment,
  host: Host,
): Promise<Run[] | undefined> {
  const options = readOptions(rawOf(flags))
  const build = await buildAround(options, environment, host)
  const normalise = normaliseConfig(options, { build, cwd: host.cwd })
  const definition = await definitionFrom(options, host.cwd)
  const own = definition && (await ownReader(definition, normalise))
  const reports = { reports: files, format: own?.id ?? options.format ?? 'auto', own, folder: host.cwd }
  const { runs, problems } = await convertOnly(reports, normalise, host)
  for (const { message } of problems) host.log.error(message)
  return problems.length > 0 ? undefined : runs
}
