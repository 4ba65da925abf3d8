import type { OptionName } from '../config/options.ts'
import type { AddCommand } from './add-command.ts'
import { withOptions } from './flags.ts'

// These judge reports that are there already, and ask no server.
const commands = () => import('./gate-commands.ts')

/** What says how reports are read. */
const reading: OptionName[] = [
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
]

/** What says which findings there are, and what is asked of them. */
const judging: OptionName[] = [
  ...reading,
  'filter',
  'filter-severity',
  'fail-on',
  'warn-on',
  'max-findings',
  'new-only',
  'baseline',
  'policy',
  'policy-ref',
  'enforcement',
  'on-error',
]

/** The verdict of reports. */
export const addGate: AddCommand = (program, environment, host, end) => {
  withOptions(program.command('gate'), [...judging, 'report-dir'])
    .description('judge reports by the policy: a verdict, and nothing is scanned or uploaded')
    .argument('<files...>', 'report files, or globs')
    .action(async (files, flags) => end(await (await commands()).judgeFiles(files, flags, environment, host)))
}

/** Why a finding counts, or does not. */
export const addExplain: AddCommand = (program, environment, host, end) => {
  withOptions(program.command('explain'), judging)
    .description('say of one finding where its severity comes from, whether it is new, and which gates count it')
    .argument('<finding>', 'a file, a file:line, a rule, or a fingerprint')
    .argument('<files...>', 'report files, or globs')
    .action(async (finding, files, flags) =>
      end(await (await commands()).explainFinding({ word: finding, files }, flags, environment, host)),
    )
}

/** What is accepted as old. */
export const addBaseline: AddCommand = (program, environment, host, end) => {
  const baseline = program.command('baseline').description('a file of findings that are accepted as old')
  const options: OptionName[] = [...reading, 'filter']
  const change = (name: 'create' | 'update' | 'prune', description: string) =>
    withOptions(baseline.command(name), options)
      .description(description)
      .argument('<baseline>', 'the SARIF file to write')
      .argument('<files...>', 'report files, or globs')
      .action(async (file, files, flags) =>
        end(await (await commands()).writeBaseline({ kind: name, file, files }, flags, environment, host)),
      )
  change('create', 'accept everything that the reports say')
  change('update', 'the same; what was accepted before keeps the day it was first seen')
  change('prune', 'leave out what is gone, and add nothing')
}

/** The first files of a repository that has none. */
export const addInit: AddCommand = (program, _environment, host, end) => {
  program
    .command('init')
    .description('write a workflow and a policy for the scanners that this repository uses')
    .option('--force', 'write over files that are there')
    .action(async (flags) => end(await (await import('./init-command.ts')).initialise(flags, host)))
}
