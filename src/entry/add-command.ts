import type { Command } from 'commander'
import type { Environment } from '../config/build.ts'
import type { Terminal } from './terminal-host.ts'

/** Gives the program a command; `end` takes the exit code. */
export type AddCommand<Needed = Terminal> = (
  program: Command,
  environment: Environment,
  host: Needed,
  end: (exitCode: number) => void,
) => void
