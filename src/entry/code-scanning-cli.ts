import { accessOptions } from '../config/access.ts'
import { alertFlags, analysisFlags } from '../config/filters.ts'
import type { Host } from '../model/host.ts'
import type { AddCommand } from './add-command.ts'
import { withOptions, withTable } from './flags.ts'
import { onTerminal } from './question.ts'

// These talk to GitHub's code scanning, and run nothing.

/** What GitHub shows of uploads. */
export const addAlerts: AddCommand<Host> = (program, environment, host, end) => {
  const alerts = program.command('alerts').description("GitHub's code-scanning alerts")
  const commands = () => import('./alert-commands.ts')
  const json = ['--json', "print the API's objects as JSON"] as const

  withTable(withOptions(alerts.command('list'), accessOptions), alertFlags)
    .description('list alerts; only the open ones unless --state says otherwise')
    .option(...json)
    .action(async (flags) => end(await (await commands()).listAlerts(flags, environment, host)))

  withOptions(alerts.command('show'), accessOptions)
    .description('show an alert, where it is seen, and the help of its rule')
    .argument('<number>')
    .option(...json)
    .action(async (number, flags) => end(await (await commands()).showAlert(number, flags, environment, host)))

  withOptions(alerts.command('dismiss'), accessOptions)
    .description('dismiss alerts, in the whole repository')
    .argument('<numbers...>')
    .requiredOption('--reason <WORDS>', '"false positive", "won\'t fix", "used in tests" or "mitigated"')
    .option('--comment <TEXT>', 'why; cut to 280 characters')
    .action(async (numbers, flags) => end(await (await commands()).dismissAlerts(numbers, flags, environment, host)))

  withOptions(alerts.command('reopen'), accessOptions)
    .description('open dismissed alerts again')
    .argument('<numbers...>')
    .action(async (numbers, flags) => end(await (await commands()).reopenAlerts(numbers, flags, environment, host)))
}

/** What GitHub keeps of uploads. */
export const addAnalyses: AddCommand<Host> = (program, environment, host, end) => {
  const analyses = program.command('analyses').description('what GitHub stored of uploads')
  const commands = () => import('./analysis-commands.ts')
  const json = ['--json', "print the API's objects as JSON"] as const

  withTable(withOptions(analyses.command('list'), accessOptions), analysisFlags)
    .description('list analyses')
    .option(...json)
    .action(async (flags) => end(await (await commands()).listAnalyses(flags, environment, host)))

  withOptions(analyses.command('show'), accessOptions)
    .description('show an analysis')
    .argument('<id>')
    .option(...json)
    .option('--sarif', 'print the SARIF that GitHub kept of it, with the numbers of the alerts')
    .action(async (id, flags) => end(await (await commands()).showAnalysis(id, flags, environment, host)))

  withOptions(analyses.command('delete'), accessOptions)
    .description('delete the newest analysis of a ref, tool and category: the only one GitHub lets go')
    .argument('<id>', 'of an analysis that the list shows as deletable')
    .option('--all', 'go on with the older ones of the same ref, tool and category')
    .option('--confirm-delete', 'also the last one, with which the history of its alerts is lost')
    .option('--yes', 'the same as --confirm-delete')
    .action(async (id, flags) =>
      end(await (await commands()).deleteAnalyses(id, flags, environment, { ...host, confirm: onTerminal })),
    )
}
