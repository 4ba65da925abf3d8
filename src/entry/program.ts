import { Command, CommanderError } from 'commander'
import { type OptionName, optionNames } from '../config/options.ts'
import { unbelieved } from '../config/zadig-build.ts'
import { exitCodes } from '../model/outcome.ts'
import { version } from '../model/version.ts'
import { addCodeScanning } from './code-scanning-cli.ts'
import { interrupted } from './endings.ts'
import { withOptions } from './flags.ts'
import { addGate } from './gate-cli.ts'
import { terminalHost } from './terminal-host.ts'
import { addZadig } from './zadig-cli.ts'

const host = terminalHost(process.argv.includes('--verbose'))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void interrupted(signal, host, endPrograms).then(process.exit))
// `codescan-gate convert … | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitCodes.error))

const endPrograms = async () => (await import('./programs.ts')).endPrograms()

const isInZadig = process.env['ZADIG'] !== undefined
// Before anything is started or asked: what a commit message may have put there.
for (const name of unbelieved(process.env)) {
  delete process.env[name]
  host.log.debug(`${name} is not believed inside Zadig, and is not handed on.`)
}

const program = new Command('codescan-gate')
  .description('Run code scanners, upload their findings as SARIF, run a Zadig scan, and gate on one verdict.')
  .version(version)
  .exitOverride()

// What a command does is loaded when it runs: --help and --version must not pay for it.
const commands = () => import('./commands.ts')
const converting = () => import('./convert-commands.ts')

/** Of the commands that end in a verdict; no input of the action, which has outputs of its own. */
const withResults = (command: Command) =>
  command
    .option('--zadig-results <FOLDER>', 'where outputs for later jobs go (default, inside Zadig: /zadig/results)')
    .hook('preAction', () => {
      const { zadigResults = isInZadig ? '/zadig/results' : undefined } = command.opts()
      if (zadigResults) host.keepResults(zadigResults)
    })

withResults(withOptions(program.command('run', { isDefault: true }), optionNames))
  .description('scan, convert, upload, run Zadig, gate: the whole line (the default command)')
  .allowExcessArguments()
  .action(async (raw, command: Command) => {
    const [word] = command.args
    // As the default command it gets whatever is no command's name.
    if (word !== undefined)
      command.error(
        `error: there is no command '${word}', and 'run' takes no arguments: name scanners with --scanner and reports with --report (see codescan-gate --help)`,
      )
    process.exitCode = await (await commands()).runLine(raw, process.env, host)
  })

const convertOptions: OptionName[] = [
  'format',
  'matcher',
  'errorformat',
  'mapping',
  'tool-name',
  'category',
  'own-category',
  'fingerprints',
  'checkout-path',
  'working-directory',
  'filter',
  'filter-severity',
]
withOptions(program.command('convert'), convertOptions)
  .description('turn reports into one SARIF log on standard output')
  .argument('<files...>', 'report files, or globs')
  .option('--explain-mapping', 'show what --mapping finds in the reports, entry by entry, in place of SARIF')
  .action(async (files, raw) => {
    process.exitCode = raw.explainMapping
      ? await (await converting()).explainFiles(files, raw, host)
      : await (await converting()).convertFiles(files, raw, process.env, host)
  })

const uploadOptions: OptionName[] = [
  ...convertOptions,
  'sarif-output',
  'over-limit',
  'suppressed',
  'dismissals',
  'github-token',
  'github-api-url',
  'repository',
  'ref',
  'sha',
  'processing-timeout',
  'untrusted-runs',
]
withResults(withOptions(program.command('upload'), uploadOptions))
  .description('turn reports into SARIF, upload it to GitHub code scanning, and wait until it is processed')
  .argument('<files...>', 'report files, or globs')
  .action(async (files, raw) => {
    process.exitCode = await (await commands()).uploadFiles(files, raw, process.env, host)
  })

const end = (exitCode: number) => {
  process.exitCode = exitCode
}
addGate(program, process.env, host, end)
addCodeScanning(program, process.env, host, end)
addZadig(program, process.env, host, end)

program
  .command('formats')
  .description('list the report formats that are read')
  .action(async () => (await import('./lists.ts')).listFormats())

program
  .command('scanners')
  .description('list the scanners that can be run by name')
  .action(async () => (await import('./lists.ts')).listScanners())

try {
  await program.parseAsync()
} catch (error) {
  // Commander has said what is wrong, or shown what was asked for.
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : exitCodes.setUp
}
