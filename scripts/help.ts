import { programFor } from '../src/entry/program.ts'
import { terminalHost } from '../src/entry/terminal-host.ts'

/** What `codescan-gate --help` says where nobody asks for another width than commander's own. */
export function helpModule(): string {
  const program = programFor(undefined, { environment: {}, host: terminalHost(false), end() {} })
  program.configureOutput({ getOutHelpWidth: () => 80, getOutHasColors: () => false })
  return `${head}${program.helpInformation().replace(/[\\`$]/g, '\\$&')}\`\n`
}

const head = `/**
 * Generated from the commands by \`npm run generate\`: to make them all only to show their names would take 40 ms of every
 * \`codescan-gate --help\`. A terminal of another width gets it from commander.
 */
export const helpText = \``
