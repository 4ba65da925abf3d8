import type { Command } from 'commander'
import type { Environment } from '../config/build.ts'
import type { OptionName } from '../config/options.ts'
import type { Host } from '../model/host.ts'
import { withOptions } from './flags.ts'

type End = (exitCode: number) => void

/** What says which findings there are, and what is asked of them. */
const judging: OptionName[] = [
  'format',
  'tool-name',
  'category',
  'own-category',
  'checkout-path',
  'working-directory',
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

/** The commands that judge reports that are there already, and ask no server. */
export function addGate(program: Command, environment: Environment, host: Host, end: End): void {
  const commands = () => import('./gate-commands.ts')

  withOptions(program.command('gate'), [...judging, 'report-dir'])
    .description('judge reports by the policy: a verdict, and nothing is scanned or uploaded')
    .argument('<files...>', 'report files, or globs')
    .action(async (files, flags) => end(await (await commands()).judgeFiles(files, flags, environment, host)))

  withOptions(program.command('explain'), judging)
    .description('say of one finding where its severity comes from, whether it is new, and which gates count it')
    .argument('<finding>', 'a file, a file:line, a rule, or a fingerprint')
    .argument('<files...>', 'report files, or globs')
    .action(async (finding, files, flags) =>
      end(await (await commands()).explainFinding({ word: finding, files }, flags, environment, host)),
    )

  const baseline = program.command('baseline').description('a file of findings that are accepted as old')
  const options: OptionName[] = ['format', 'tool-name', 'category', 'checkout-path', 'working-directory', 'filter']
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

  program
    .command('init')
    .description('write a workflow and a policy for the scanners that this repository uses')
    .option('--force', 'write over files that are there')
    .action(async (flags) => end(await (await import('./init-command.ts')).initialise(flags, host)))
}
