import type { Run } from 'sarif'
import type { GitHub } from '../clients/github.ts'
import type { UploadConfig } from '../config/upload.ts'
import { ServiceError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { filedUnder } from '../transforms/split.ts'

/**
 * What the base branch of a pull request has of the same tools and the pull request has not, sentences. GitHub compares
 * category by category: one that is missing makes its check say "1 configuration not found", and shows no alert as fixed.
 */
export async function missingCategories(
  runs: Run[],
  client: GitHub,
  config: UploadConfig,
  host: Host,
): Promise<string[]> {
  const { baseBranch, ref } = config
  if (baseBranch === undefined) return []
  try {
    const tools = new Set(runs.map(({ tool }) => tool.driver.name))
    const base = await client.analysesOf(`refs/heads/${baseBranch}`)
    const wanted = base.filter(({ tool }) => tools.has(tool))
    if (wanted.length === 0) return []
    const here = new Set([...runs.map(filedUnder), ...(await client.analysesOf(ref)).map(keyOf)])
    const missing = new Map(wanted.filter((analysis) => !here.has(keyOf(analysis))).map((it) => [keyOf(it), it]))
    return [...missing.values()].map(
      ({ tool, category }) =>
        `On \`${baseBranch}\` ${tool} also reports under the category \`${category}\`, which this pull request lacks so far: GitHub's check will say "configuration not found". If no other job uploads it, give \`category\` its old name, or delete what is left of it with \`codescan-gate analyses delete\`.`,
    )
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    // A hint is not worth a failure.
    host.log.debug(`The categories of \`${baseBranch}\` are not known. ${error.message}`)
    return []
  }
}

function keyOf({ tool, category }: { tool: string; category: string }): string {
  return JSON.stringify([tool, category.replace(/\/$/, '')])
}
