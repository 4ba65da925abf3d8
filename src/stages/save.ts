import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Run } from 'sarif'
import { messageOf, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { logText } from '../model/sarif.ts'

/** Writes the SARIF that the gate judges, and returns its path; undefined when there is none to write. */
export async function save(runs: Run[], file: string | undefined, host: Host): Promise<string | undefined> {
  if (runs.length === 0) return undefined
  const path = file ?? join(await host.tempFolder(), 'results.sarif')
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, logText(runs))
  } catch (error) {
    throw new UserError(`The SARIF cannot be written to ${path}: ${messageOf(error)}. Check \`sarif-output\`.`, {
      cause: error,
    })
  }
  return path
}
