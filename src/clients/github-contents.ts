import { ServiceError } from '../model/errors.ts'
import { connect, type GitHubAccess, repositoryOf, told, unlessMissing } from './octokit.ts'

/**
 * The text of a file of the repository at a branch, tag or commit; undefined where there is none. A repository that the
 * token cannot see looks the same to GitHub. Up to 1 MB (GitHub's limit for this endpoint's plain answer is 100 MB).
 */
export async function fileAt(access: GitHubAccess, path: string, ref: string): Promise<string | undefined> {
  const octokit = await connect(access)
  return told(`Reading ${path} at ${ref}`, access, async () => {
    const answer = await unlessMissing(undefined, () =>
      octokit.request('GET /repos/{owner}/{repo}/contents/{path}', {
        ...repositoryOf(access),
        path,
        ref,
        mediaType: { format: 'raw' },
      }),
    )
    if (!answer) return undefined
    const text: unknown = answer.data
    if (typeof text === 'string') return text
    throw new ServiceError(`${path} at ${ref} is no file, but a folder or something else.`)
  })
}
