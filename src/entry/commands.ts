import { toConfig } from '../config/config.ts'
import type { Options } from '../config/options.ts'
import { type Raw, readOptions, secretsFrom } from '../config/read.ts'
import type { Host } from '../model/host.ts'
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
