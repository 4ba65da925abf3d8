import type { Run } from 'sarif'
import { defaultBranch } from '../clients/github-repository.ts'
import type { UploadConfig } from '../config/upload.ts'
import { isSuppressed } from '../gate/acceptance.ts'
import { isSuccessful } from '../gate/conditions.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Upload } from '../model/outcome.ts'
import { carriedOut, planOf, rehearsed } from './dismissals.ts'

type Mode = Pick<UploadConfig, 'suppressed'> & { notices: string[] }

/**
 * What becomes of suppressed results on this ref. A dismissal holds for every branch, so it is the default branch that
 * decides; on any other, suppressed results are left out instead, or they would show as open.
 */
export async function suppressionMode(runs: Run[], config: UploadConfig, host: Host): Promise<Mode> {
  const { suppressed, dismissals, ref } = config
  if (suppressed !== 'dismiss' || dismissals === 'any-branch') return { suppressed, notices: [] }
  const reason = await obstacle(ref, config, host)
  if (reason === undefined) return { suppressed, notices: [] }
  const notice = `Suppressed results are left out of the upload, and no alert is dismissed or reopened: ${reason}`
  return { suppressed: 'drop', notices: runs.some(hasSuppressed) ? [notice] : [] }
}

async function obstacle(ref: string, config: UploadConfig, host: Host): Promise<string | undefined> {
  const elsewhere = `a dismissal holds for every branch, and ${ref} is not the default one (\`dismissals: any-branch\` does it all the same).`
  if (!ref.startsWith('refs/heads/')) return elsewhere
  try {
    const name = await defaultBranch({ ...config, log: host.log })
    return ref === `refs/heads/${name}` ? undefined : elsewhere
  } catch (error) {
    if (error instanceof ServiceError) return `it is not known whether ${ref} is the default branch. ${error.message}`
    throw error
  }
}

function hasSuppressed({ results }: Run): boolean {
  return results?.some(isSuppressed) ?? false
}

/**
 * Dismisses the alerts of suppressed results, and reopens those that it dismissed once and whose results count again.
 * What goes wrong is a sentence among the notices: the verdict does not hang on it.
 */
export async function dismissSuppressed(
  runs: Run[],
  uploaded: Upload,
  config: UploadConfig,
  host: Host,
): Promise<string[]> {
  const sent = runs.filter(isSuccessful)
  if (config.suppressed !== 'dismiss') return []
  if (uploaded.status !== 'complete')
    return sent.some(hasSuppressed)
      ? ['No alert was dismissed or reopened, because GitHub has not processed the upload.']
      : []
  try {
    const plan = await planOf(sent, uploaded, config, host)
    return config.dismissals === 'dry-run' ? rehearsed(plan) : await carriedOut(plan, config, host)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return [`No alert was dismissed or reopened. ${error.message}`]
  }
}
