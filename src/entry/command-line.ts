import { CommanderError } from 'commander'
import { unbelieved } from '../config/zadig-build.ts'
import { exitCodes } from '../model/outcome.ts'
import { interrupted } from './endings.ts'
import { programFor } from './program.ts'
import { terminalHost } from './terminal-host.ts'

/** Runs the command that the words of the command line name, and leaves its exit code to the process. */
export async function runCommandLine(): Promise<void> {
  const { argv, env } = process
  const host = terminalHost(argv.includes('--verbose'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void interrupted(signal, host, endPrograms).then(process.exit))
  // Before anything is started or asked: what a commit message may have put there.
  for (const name of unbelieved(env)) {
    delete env[name]
    host.log.debug(`${name} is not believed inside Zadig, and is not handed on.`)
  }
  const end = (exitCode: number) => {
    process.exitCode = exitCode
  }
  try {
    await programFor(argv[2], { environment: env, host, end }).parseAsync()
  } catch (error) {
    // Commander has said what is wrong, or shown what was asked for.
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.setUp
  }
}

const endPrograms = async () => (await import('./programs.ts')).endPrograms()
