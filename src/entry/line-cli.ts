import type { Command } from 'commander'
import type { Environment } from '../config/build.ts'
import { type OptionName, optionNames } from '../config/options.ts'
import type { AddCommand } from './add-command.ts'
import { withOptions } from './flags.ts'
import type { Terminal } from './terminal-host.ts'

// What a command does is loaded when it runs: the others must not pay for it.
const commands = () => import('./commands.ts')
const converting = () => import('./convert-commands.ts')

/** The whole line, scanners and all. */
export const addRun: AddCommand = (program, environment, host, end) => {
  withResults(withOptions(program.command('run', { isDefault: true }), optionNames), environment, host)
    .description('scan, convert, upload, run Zadig, gate: the whole line (the default command)')
    .allowExcessArguments()
    .action(async (raw, command: Command) => {
      const [word] = command.args
      // As the default command it gets whatever is no command's name.
      if (word !== undefined)
        command.error(
          `error: there is no command '${word}', and 'run' takes no arguments: name scanners with --scanner and reports with --report (see codescan-gate --help)`,
        )
      end(await (await commands()).runLine(raw, environment, host))
    })
}

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

/** Reports in, SARIF out. */
export const addConvert: AddCommand = (program, environment, host, end) => {
  withOptions(program.command('convert'), convertOptions)
    .description('turn reports into one SARIF log on standard output')
    .argument('<files...>', 'report files, or globs')
    .option('--explain-mapping', 'show what --mapping finds in the reports, entry by entry, in place of SARIF')
    .action(async (files, raw) =>
      end(
        raw.explainMapping
          ? await (await converting()).explainFiles(files, raw, host)
          : await (await converting()).convertFiles(files, raw, environment, host),
      ),
    )
}

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

/** Reports in, alerts on GitHub out. */
export const addUpload: AddCommand = (program, environment, host, end) => {
  withResults(withOptions(program.command('upload'), uploadOptions), environment, host)
    .description('turn reports into SARIF, upload it to GitHub code scanning, and wait until it is processed')
    .argument('<files...>', 'report files, or globs')
    .action(async (files, raw) => end(await (await commands()).uploadFiles(files, raw, environment, host)))
}

/** Of the commands that end in a verdict; no input of the action, which has outputs of its own. */
function withResults(command: Command, environment: Environment, host: Terminal): Command {
  return command
    .option('--zadig-results <FOLDER>', 'where outputs for later jobs go (default, inside Zadig: /zadig/results)')
    .hook('preAction', () => {
      const { zadigResults = environment['ZADIG'] !== undefined ? '/zadig/results' : undefined } = command.opts()
      if (zadigResults) host.keepResults(zadigResults)
    })
}
