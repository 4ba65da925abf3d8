import type { Run } from 'sarif'
import type { UploadConfig } from '../config/upload.ts'
import { NotEvaluated } from '../model/errors.ts'
import { categoryOf, filedUnder } from '../transforms/split.ts'

/**
 * What this job has uploaded once these runs are, for the steps that follow. GitHub takes a second upload of one tool
 * and category for the newer scan of the same, and closes the alerts of the first: that is refused before it is sent.
 */
export function uploadsOf(runs: Run[], { ref, earlier }: UploadConfig): string[] {
  const uploads = runs.map((run) => ({ run, name: `${ref} ${filedUnder(run)}` }))
  const again = uploads.find(({ name }) => earlier.includes(name))?.run
  if (!again) return [...earlier, ...uploads.map(({ name }) => name)]
  const tool = again.tool.driver.name
  throw new NotEvaluated(
    `An earlier step of this job has uploaded ${tool} under the category \`${categoryOf(again)}\`. GitHub would take this for a newer scan of the same and close the alerts of the first, so it was not sent: give this step a \`category\` of its own, or upload both in one step.`,
  )
}
