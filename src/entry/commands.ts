import type { Environment } from '../config/build.ts'
import { type Surroundings, toConfig } from '../config/config.ts'
import type { Options } from '../config/options.ts'
import { type Raw, readOptions, secretsFrom } from '../config/read.ts'
import type { Host } from '../model/host.ts'
import { rawOf } from './flags.ts'
import { main } from './main.ts'
import { buildAround } from './surroundings.ts'

export function runLine(flags: object, environment: Environment, host: Host): Promise<number> {
  return line({ flags, uploadByDefault: 'off' }, environment, host)
}

/** The whole line for reports that are there already, of which only the upload is judged. */
export function uploadFiles(files: string[], flags: object, environment: Environment, host: Host): Promise<number> {
  const meant: Options = { report: files, 'fail-on': ['never'], 'warn-on': ['never'] }
  return line({ flags, meant, uploadByDefault: 'required' }, environment, host)
}

interface Asked extends Pick<Surroundings, 'uploadByDefault'> {
  flags: object
  /** What the command means, whatever the flags say. */
  meant?: Options
}

function line({ flags, meant, uploadByDefault }: Asked, environment: Environment, host: Host): Promise<number> {
  return main(async () => {
    const raw: Raw = { ...secretsFrom(environment), ...rawOf(flags) }
    host.mask([raw['github-token'], raw['zadig-token']])
    const options = { ...readOptions(raw), ...meant }
    const build = await buildAround(options, environment, host)
    return toConfig(options, { build, cwd: host.cwd, uploadByDefault, ask: host.ask })
  }, host)
}
