import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../model/host.ts'
import { onInterrupt } from './interruptions.ts'
import { ask, execute } from './programs.ts'
import { discreet, printable, redactor } from './secrets.ts'

/** A terminal, or the log of any other CI: progress on standard error, results on standard output. */
export function terminalHost(verbose: boolean): Host {
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
    publish: async ({ table, failure }) => {
      if (table) process.stdout.write(`${safe(table)}\n`)
      else if (failure) say(failure)
    },
  }
}
