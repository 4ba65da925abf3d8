import { UserError } from '../model/errors.ts'
import type { ScanConfig } from './config.ts'
import { checkUse, definitionFrom } from './definition.ts'
import type { Options } from './options.ts'

type Folders = Pick<ScanConfig, 'root' | 'folder'>

/** What is to be run and read; undefined when nothing was asked for. Relative paths of definitions start at `cwd`. */
export async function scanConfig(
  options: Options,
  { root, folder }: Folders,
  cwd: string,
): Promise<ScanConfig | undefined> {
  const { scanner: scanners = [], command, report: reports = [] } = options
  const definition = await definitionFrom(options, cwd)
  if (definition) checkUse(definition, options)
  if (scanners.length === 0 && !command && reports.length === 0) return undefined
  if (scanners.length > 0 && command)
    throw new UserError('`scanner` and `command` exclude each other: give one of them, or use one step each.')
  if (options['scanner-args'] && scanners.length !== 1)
    throw new UserError('`scanner-args` belongs to exactly one `scanner`; with several, use one step each.')
  return {
    scanners,
    scannerArgs: options['scanner-args'] ?? [],
    command,
    findingsExitCodes: options['findings-exit-codes'] ?? [0, 1],
    reports,
    format: definition?.by ?? options.format ?? 'auto',
    definition,
    toolName: options['tool-name'],
    folder,
    root,
    timeoutMs: options['scan-timeout'] ?? 30 * 60_000,
  }
}
