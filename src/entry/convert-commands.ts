import { once } from 'node:events'
import type { Environment } from '../config/build.ts'
import { definitionFrom } from '../config/definition.ts'
import { readOptions } from '../config/read.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { logText } from '../model/sarif.ts'
import { plain } from '../render/plain.ts'
import { convertedFiles } from './converted-files.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'

/** All or nothing: a log that lacks an unreadable report would look like a clean one. */
export function convertFiles(files: string[], flags: object, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const runs = await convertedFiles(files, flags, environment, host)
    if (!runs) return exitCodes.error
    // In pieces: the text of a large log would need its own size in memory again.
    for (const piece of logText(runs)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
    process.stdout.write('\n')
    return exitCodes.pass
  })
}

/** What a mapping finds in reports, entry by entry, for the person who writes it. */
export function explainFiles(files: string[], flags: object, host: Host): Promise<number> {
  return explained(host, async () => {
    const definition = await definitionFrom(readOptions(rawOf(flags)), host.cwd)
    if (definition?.by !== 'mapping')
      throw new UserError('`--explain-mapping` shows what `mapping` reads: give `--mapping FILE`.')
    // With it come the readers of descriptions, which the other commands do without.
    const { explain } = await import('../stages/explain.ts')
    const { texts, problems } = await explain(definition, { reports: files, format: 'mapping', folder: host.cwd }, host)
    for (const text of texts) process.stdout.write(`${plain(host.redact(text))}\n`)
    for (const { message } of problems) host.log.error(message)
    return problems.length > 0 ? exitCodes.error : exitCodes.pass
  })
}
