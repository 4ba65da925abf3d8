import type { Config } from '../config/config.ts'
import type { Host } from '../model/host.ts'
import { run } from '../pipeline.ts'
import { explained } from './endings.ts'

/** What both doors share: run the line, and turn the verdict into an exit code. Never throws. */
export function main(configure: () => Promise<Config>, host: Host): Promise<number> {
  return explained(host, async () => {
    const config = await configure()
    host.mask(config.secrets)
    return (await run(config, host)).exitCode
  })
}
