import { zadigRunOptions, zadigScanOptions } from '../config/zadig-access.ts'
import type { Host } from '../model/host.ts'
import type { AddCommand } from './add-command.ts'
import { withOptions } from './flags.ts'

/** The commands that talk to Zadig alone. */
export const addZadig: AddCommand<Host> = (program, environment, host, end) => {
  const zadig = program.command('zadig').description('code scans of Zadig')
  const commands = () => import('./zadig-commands.ts')
  const json = ['--json', 'print JSON'] as const

  withOptions(zadig.command('create'), zadigScanOptions)
    .description('create a scan; one that exists is left as it is (Zadig 4.2 and later cannot)')
    .argument('<file>', 'YAML or JSON, as schemas/zadig-definition.schema.json has it')
    .option(...json)
    .action(async (file, flags) => end(await (await commands()).createFrom(file, flags, environment, host)))

  withOptions(zadig.command('run'), zadigRunOptions)
    .description('start a scan and wait for its end: 0 passed, 1 failed, 3 not evaluated')
    .allowExcessArguments(false)
    .option(...json)
    .action(async (flags) => end(await (await commands()).runScan(flags, environment, host)))

  withOptions(zadig.command('status'), [...zadigScanOptions, 'zadig-repo', 'zadig-branch', 'zadig-timeout'])
    .description('how a task stands: 0 passed, 1 failed, 3 not evaluated or not ended')
    .argument('<task>', 'its number')
    .option('--wait', 'until it has ended, or zadig-timeout is over')
    .option(...json)
    .action(async (task, flags) => end(await (await commands()).showTask(task, flags, environment, host)))

  withOptions(zadig.command('cancel'), [...zadigScanOptions, 'zadig-scan-id'])
    .description('cancel a task')
    .argument('<task>', 'its number')
    .option('--scan-id <ID>', 'the same as --zadig-scan-id')
    .option(...json)
    .action(async (task, flags) => end(await (await commands()).cancelScan(task, flags, environment, host)))
}
