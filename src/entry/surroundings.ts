import { type Build, detectBuild, type Environment } from '../config/build.ts'
import type { Options } from '../config/options.ts'
import { zadigBuild } from '../config/zadig-build.ts'
import type { Host } from '../model/host.ts'
import { eventOf } from './event.ts'

/** What the environment says of the build; inside Zadig, what the checkout says of it. */
export async function buildAround(options: Options, environment: Environment, host: Host): Promise<Build> {
  const build = detectBuild(environment, eventOf(environment))
  return build.platform === 'zadig' ? await zadigBuild(options, host.cwd, host.ask) : build
}
