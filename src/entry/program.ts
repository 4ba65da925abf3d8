import { Command } from 'commander'
import type { Environment } from '../config/build.ts'
import { version } from '../model/version.ts'
import type { AddCommand } from './add-command.ts'
import { addAlerts, addAnalyses } from './code-scanning-cli.ts'
import { addBaseline, addExplain, addGate, addInit } from './gate-cli.ts'
import { addConvert, addRun, addUpload } from './line-cli.ts'
import type { Terminal } from './terminal-host.ts'
import { addZadig } from './zadig-cli.ts'

const addFormats: AddCommand = (program) => {
  program
    .command('formats')
    .description('list the report formats that are read')
    .action(async () => (await import('./lists.ts')).listFormats())
}

const addScanners: AddCommand = (program) => {
  program
    .command('scanners')
    .description('list the scanners that can be run by name')
    .action(async () => (await import('./lists.ts')).listScanners())
}

/** By name, in the order of the help. */
const commands: Record<string, AddCommand> = {
  run: addRun,
  convert: addConvert,
  upload: addUpload,
  gate: addGate,
  explain: addExplain,
  baseline: addBaseline,
  init: addInit,
  alerts: addAlerts,
  analyses: addAnalyses,
  zadig: addZadig,
  formats: addFormats,
  scanners: addScanners,
}

interface Around {
  environment: Environment
  host: Terminal
  end(exitCode: number): void
}

/** The program with the command that the first word names, as to make all takes 10 ms; with all of them for any other word. */
export function programFor(word: string | undefined, { environment, host, end }: Around): Command {
  const program = new Command('codescan-gate')
    .description('Run code scanners, upload their findings as SARIF, run a Zadig scan, and gate on one verdict.')
    .version(version)
    .exitOverride()
  const named = word !== undefined && Object.hasOwn(commands, word) ? commands[word] : undefined
  for (const add of named ? [named] : Object.values(commands)) add(program, environment, host, end)
  return program
}
