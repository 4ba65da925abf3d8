import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { painted } from '../render/painter.ts'
import { resultsOf } from '../render/results.ts'
import { onInterrupt } from './interruptions.ts'
import { ask, execute } from './programs.ts'
import { screenOf } from './screen.ts'
import { discreet, printable, redactor } from './secrets.ts'

export interface Terminal extends Host {
  /** From now on outputs are also written into this folder, a file each, for later jobs of a Zadig workflow. */
  keepResults(folder: string): void
}

/** A terminal, or the log of any other CI: progress on standard error, results on standard output. */
export function terminalHost(verbose: boolean): Terminal {
  let results: string | undefined
  const secrets = redactor()
  const safe = printable(secrets)
  const say = (message: string) => void process.stderr.write(`${safe(message)}\n`)
  return {
    cwd: process.cwd(),
    tempFolder: () => mkdtemp(join(tmpdir(), 'codescan-gate-')),
    log: {
      debug: (message) => {
        if (verbose) say(message)
      },
      info: say,
      warn: (message) => say(`Warning: ${message}`),
      error: say,
    },
    exec: discreet(secrets, execute),
    ask,
    sleep: async (ms) => void (await sleep(ms)),
    now: Date.now,
    mask: (values) => void secrets.add(values),
    redact: secrets.redact,
    onInterrupt,
    keepResults(folder) {
      results = folder
    },
    publish: async ({ table, failure, outputs }) => {
      if (table) process.stdout.write(`${painted(table, { ...screenOf(process.stdout, process.env), safe })}\n`)
      else if (failure) say(failure)
      try {
        if (results !== undefined && existsSync(results)) await writeResults(results, outputs, safe)
      } catch (error) {
        // Outputs that cannot be written must not change the verdict.
        say(`Warning: The outputs were not written into ${results}: ${messageOf(error)}`)
      }
    },
  }
}

async function writeResults(folder: string, outputs: Record<string, string>, safe: (text: string) => string) {
  for (const [name, value] of Object.entries(resultsOf(outputs))) await writeFile(join(folder, name), safe(value))
}
