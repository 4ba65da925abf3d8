import { createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Run } from 'sarif'
import type { ReportConfig } from '../config/config.ts'
import { messageOf, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { logText } from '../model/sarif.ts'

/** Bytes that wait for the disk, so that it and we do not wait for each other. */
const highWaterMark = 1024 * 1024

/**
 * Where the SARIF that the gate judges goes; undefined when there is none to write, or nobody wants it. The file is there
 * from now on: that it cannot be written is found out before anything leaves.
 */
export async function placeToSave(
  runs: Run[],
  file: ReportConfig['sarifOutput'],
  host: Host,
): Promise<string | undefined> {
  if (runs.length === 0 || file === false) return undefined
  const path = file ?? join(await host.tempFolder(), 'results.sarif')
  await writing(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    await (await open(path, 'a')).close()
  })
  return path
}

export async function save(runs: Run[], path: string | undefined): Promise<void> {
  if (path === undefined) return
  await writing(path, () => pipeline(logText(runs), createWriteStream(path, { highWaterMark })))
}

async function writing(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new UserError(`The SARIF cannot be written to ${path}: ${messageOf(error)}. Check \`sarif-output\`.`, {
      cause: error,
    })
  }
}
