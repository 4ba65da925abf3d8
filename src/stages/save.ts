import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Run } from 'sarif'
import { messageOf, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { logText } from '../model/sarif.ts'

/** Bytes that wait for the disk, so that it and we do not wait for each other. */
const highWaterMark = 1024 * 1024

/** Writes the SARIF that the gate judges, and returns its path; undefined when there is none to write. */
export async function save(runs: Run[], file: string | undefined, host: Host): Promise<string | undefined> {
  if (runs.length === 0) return undefined
  const path = file ?? join(await host.tempFolder(), 'results.sarif')
  try {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(logText(runs), createWriteStream(path, { highWaterMark }))
  } catch (error) {
    throw new UserError(`The SARIF cannot be written to ${path}: ${messageOf(error)}. Check \`sarif-output\`.`, {
      cause: error,
    })
  }
  return path
}
