import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { oneLine } from '../render/plain.ts'
import { collectGarbage } from './garbage.ts'
import { onInterrupt } from './interruptions.ts'
import { type LiveLine, liveLine } from './live-line.ts'
import { progressAt } from './progress.ts'
import { isLive, screenOf } from './screen.ts'
import { discreet, printable, redactor } from './secrets.ts'

// Most commands start no other program.
const programs = () => import('./programs.ts')

export interface Terminal extends Host {
  /** From now on outputs are also written into this folder, a file each, for later jobs of a Zadig workflow. */
  keepResults(folder: string): void
}

/** A terminal, or the log of any other CI: progress on standard error, results on standard output. */
export function terminalHost(verbose: boolean): Terminal {
  let results: string | undefined
  const secrets = redactor()
  const safe = printable(secrets)
  const line = isLive(process.stderr, process.env) ? footOf(process.stderr, safe) : undefined
  const say = (message: string) => {
    line?.erase()
    process.stderr.write(`${safe(message)}\n`)
  }
  // Who stops the job reads what was not done, and no wheel that goes on turning.
  if (line) onInterrupt(async () => line.end())
  const { during } = progressAt({ now: Date.now, say, line })
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
    exec: discreet(secrets, async (command) => (await programs()).execute(command)),
    ask: async (words, cwd) => (await programs()).ask(words, cwd),
    sleep: async (ms) => void (await sleep(ms)),
    now: Date.now,
    during,
    mask: (values) => void secrets.add(values),
    redact: secrets.redact,
    onInterrupt,
    collectGarbage,
    keepResults(folder) {
      results = folder
    },
    publish: async ({ table, failure, outputs }) => {
      if (table) {
        // `convert` and the lists get by without.
        const { painted } = await import('../render/painter.ts')
        process.stdout.write(`${painted(table, { ...screenOf(process.stdout, process.env), safe })}\n`)
      } else if (failure) say(failure)
      try {
        if (results !== undefined && existsSync(results)) await writeResults(results, outputs, safe)
      } catch (error) {
        // Outputs that cannot be written must not change the verdict.
        say(`Warning: The outputs were not written into ${results}: ${messageOf(error)}`)
      }
    },
  }
}

function footOf(stream: NodeJS.WriteStream, safe: (text: string) => string): LiveLine {
  const line = liveLine(
    (text) => void stream.write(text),
    () => stream.columns || 80,
  )
  return { ...line, draw: (text) => line.draw(oneLine(safe(text))) }
}

async function writeResults(folder: string, outputs: Record<string, string>, safe: (text: string) => string) {
  const { resultsOf } = await import('../render/results.ts')
  for (const [name, value] of Object.entries(resultsOf(outputs))) await writeFile(join(folder, name), safe(value))
}
