import type { Run } from 'sarif'
import type { GitHub } from '../clients/github.ts'
import type { UploadConfig } from '../config/upload.ts'
import { NotEvaluated, ServiceError } from '../model/errors.ts'
import { isOlder } from '../model/github-version.ts'
import type { Host } from '../model/host.ts'
import { categoryOf, filedUnder } from '../transforms/split.ts'

/** Stops an upload that cannot end well, before it is packed. */
export async function preflight(runs: Run[], client: GitHub, config: UploadConfig, host: Host): Promise<void> {
  refuseLongSha(config, client)
  await refuseBesideDefaultSetup(runs, client, host)
}

function refuseLongSha({ sha }: UploadConfig, { version }: GitHub): void {
  if (sha.length <= 40 || !isOlder(version, '3.17')) return
  throw new NotEvaluated(
    `Nothing was uploaded: \`sha\` has ${sha.length} digits, and GitHub Enterprise Server takes commits of 40 only before 3.17 (this is ${version}). Upgrade the server, or set \`upload: off\`.`,
  )
}

/** What this job has uploaded once these runs are, for the steps that follow. */
export function uploadsOf(runs: Run[], { ref, earlier }: UploadConfig): string[] {
  return [...earlier, ...runs.map((run) => uploadName(run, ref))]
}

function uploadName(run: Run, ref: string): string {
  return `${ref} ${filedUnder(run)}`
}

/**
 * Stops what an earlier step has uploaded: GitHub takes a second upload of one tool and category for a newer scan of the
 * same, and closes the alerts of the first. Asked of packed runs, as packing may file them elsewhere.
 */
export function refuseTwice(runs: Run[], { ref, earlier }: UploadConfig): void {
  const again = runs.find((run) => earlier.includes(uploadName(run, ref)))
  if (!again) return
  const tool = again.tool.driver.name
  throw new NotEvaluated(
    `An earlier step of this job has uploaded ${tool} under the category \`${categoryOf(again)}\`. GitHub would take this for a newer scan of the same and close the alerts of the first, so it was not sent: give this step a \`category\` of its own, or upload both in one step.`,
  )
}

/** Where GitHub scans with CodeQL itself, it refuses results of CodeQL, but only minutes after it has taken them. */
async function refuseBesideDefaultSetup(runs: Run[], client: GitHub, { log }: Host): Promise<void> {
  if (!runs.some(({ tool }) => tool.driver.name === 'CodeQL')) return
  try {
    if (!(await client.hasDefaultSetup())) return
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    // The token of a job may not know; then the processing will tell.
    log.debug(`Whether default setup is on is not known. ${error.message}`)
    return
  }
  throw new NotEvaluated(
    'Nothing was uploaded: GitHub scans this repository with CodeQL by itself (default setup), and takes results of CodeQL from nobody else. Switch it off (Settings, Code security, CodeQL analysis), or stop uploading them.',
  )
}
