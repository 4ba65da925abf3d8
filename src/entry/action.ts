import { detectBuild } from '../config/build.ts'
import { toConfig } from '../config/config.ts'
import { fromInputs, readOptions } from '../config/read.ts'
import { actionHost } from './action-host.ts'
import { interrupted } from './endings.ts'
import { eventOf } from './event.ts'
import { main } from './main.ts'
import { endPrograms } from './programs.ts'

const host = actionHost(process.env)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void interrupted(signal, host, endPrograms).then(process.exit))

process.exitCode = await main(() => {
  const { env } = process
  // Before anything can be said about the inputs, what must not be said.
  host.mask([env['INPUT_GITHUB-TOKEN'], env['INPUT_ZADIG-TOKEN']])
  const options = readOptions(fromInputs(env))
  return toConfig(options, {
    build: detectBuild(env, eventOf(env)),
    cwd: host.cwd,
    uploadByDefault: 'required',
    ask: host.ask,
  })
}, host)
