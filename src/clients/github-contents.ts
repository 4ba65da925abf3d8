import { ServiceError } from '../model/errors.ts'
import { connect, type GitHubAccess, repositoryOf, told, unlessMissing } from './octokit.ts'

/**
 * The text of a file of the repository at a branch, tag or commit; undefined where there is none. A repository that the
 * token cannot see looks the same to GitHub. Up to 1 MB, beyond which GitHub leaves the content out of this answer.
 */
export async function fileAt(access: GitHubAccess, path: string, ref: string): Promise<string | undefined> {
  const octokit = await connect(access)
  return told(`Reading ${path} at ${ref}`, access, async () => {
    const route = 'GET /repos/{owner}/{repo}/contents/{path}'
    const asked = { ...repositoryOf(access), path, ref }
    const answer = await unlessMissing(undefined, () => octokit.request(route, asked))
    if (!answer) return undefined
    const { content, encoding } = answer.data as { content?: unknown; encoding?: unknown }
    if (typeof content === 'string' && encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8')
    throw new ServiceError(`${path} at ${ref} is no file of at most 1 MB, so it cannot be read.`)
  })
}

/** Whether the token sees the files of a branch. To GitHub, what somebody may not see is not there (404), as is a wrong name. */
export async function canRead(access: GitHubAccess, ref: string): Promise<boolean> {
  const octokit = await connect(access)
  return told(`Reading the files at ${ref}`, access, () =>
    unlessMissing(false, async () => {
      await octokit.request('GET /repos/{owner}/{repo}/contents', { ...repositoryOf(access), ref })
      return true
    }),
  )
}
