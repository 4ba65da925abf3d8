import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, execute } from '../../src/entry/programs.ts'
import { progressAt } from '../../src/entry/progress.ts'
import type { Host, Publication } from '../../src/model/host.ts'

/** Real files and real programs; what is said and published is remembered, and nobody waits for the clock. */
export interface TestHost extends Host {
  said: string[]
  published: Publication[]
  masked: string[]
  /** What is to be done when somebody stops the job. */
  atInterrupt: Set<() => Promise<void>>
  /** Writes files below `cwd`. */
  write(files: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/** `sleep` only yields to the servers of the test, and moves `now` by the time that was asked for. */
export async function testHost(files: Record<string, string> = {}): Promise<TestHost> {
  const cwd = await realpath(await mkdtemp(join(tmpdir(), 'codescan-gate-test-')))
  const said: string[] = []
  const published: Publication[] = []
  const masked: string[] = []
  const atInterrupt = new Set<() => Promise<void>>()
  let skippedMs = 0
  const say = (message: string) => void said.push(message)
  const now = () => Date.now() + skippedMs
  const { during, tick } = progressAt({ now, say })
  const host: TestHost = {
    cwd,
    said,
    published,
    masked,
    atInterrupt,
    tempFolder: () => mkdtemp(join(cwd, 'temp-')),
    log: { debug: say, info: say, warn: say, error: say },
    exec: execute,
    ask,
    async sleep(ms) {
      skippedMs += ms
      await pause(5)
      tick()
    },
    now,
    during,
    mask: (secrets) => void masked.push(...secrets.filter((secret) => secret !== undefined)),
    redact: (text) => masked.reduce((rest, secret) => rest.replaceAll(secret, '***'), text),
    collectGarbage() {},
    onInterrupt(work) {
      atInterrupt.add(work)
      return () => void atInterrupt.delete(work)
    },
    publish: async (publication) => void published.push(publication),
    async write(more) {
      for (const [name, text] of Object.entries(more)) {
        await mkdir(dirname(join(cwd, name)), { recursive: true })
        await writeFile(join(cwd, name), text)
      }
    },
    close: () => rm(cwd, { recursive: true, force: true, maxRetries: 3 }),
  }
  await host.write(files)
  return host
}
