import { ServiceError } from '../model/errors.ts'
import { connect, type GitHubAccess, repositoryOf, told } from './octokit.ts'

/** The name of the default branch, without `refs/heads/`; throws `ServiceError` with a sentence for the user. */
export async function defaultBranch(access: GitHubAccess): Promise<string> {
  const octokit = await connect(access)
  return told('Asking for the default branch', access, async () => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}', repositoryOf(access))
    const name: unknown = data?.default_branch
    if (typeof name === 'string' && name) return name
    throw new ServiceError('GitHub did not say which branch is the default one.')
  })
}
