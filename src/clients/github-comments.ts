import * as z from 'zod/mini'
import { ServiceError } from '../model/errors.ts'
import { checked } from './checked.ts'
import { connect, type GitHubAccess, type Octokit, type Repository, repositoryOf, told } from './octokit.ts'

/** A comment in the conversation of a pull request. */
export interface Comment {
  id: number
  /** Empty where the account is gone. */
  author: string
  body: string
}

export interface GitHubComments {
  /** The login that stands above what this token writes, whatever kind of token it is. */
  login(): Promise<string>
  /** Every page, the oldest first. */
  list(pullRequest: number): Promise<Comment[]>
  /** Sent once: an answer that was lost may stand for a comment. */
  create(pullRequest: number, body: string): Promise<void>
  update(id: number, body: string): Promise<void>
}

/** One function per endpoint; each throws `ServiceError` with a sentence for the user. */
export async function githubComments(access: GitHubAccess): Promise<GitHubComments> {
  const octokit = await connect(access)
  const here = repositoryOf(access)
  const asked = { ...access, needs: 'pull-requests: write' }
  return {
    login: () => told('Asking GitHub whose token this is', asked, () => login(octokit)),
    list: (number) => told(`Reading the comments of pull request ${number}`, asked, () => list(octokit, here, number)),
    create: (number, body) =>
      told(`Commenting on pull request ${number}`, asked, async () => {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
        await octokit.request(route, { ...here, issue_number: number, body, request: { retries: 0 } })
      }),
    update: (id, body) =>
      told(`Changing comment ${id}`, asked, async () => {
        const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
        await octokit.request(route, { ...here, comment_id: id, body })
      }),
  }
}

/**
 * `GET /user` is closed to the tokens of Apps and of jobs, and `GET /app` wants the key of the App. GraphQL's `viewer` is
 * open to every token, without any permission: `github-actions[bot]`, `our-app[bot]`, `octocat`.
 */
async function login(octokit: Octokit): Promise<string> {
  const { viewer } = await octokit
    .graphql<{ viewer?: { login?: unknown } | null }>('{ viewer { login } }')
    .catch((error: Error) => {
      // GraphQL says no with a 200.
      if (error.name === 'GraphqlResponseError') return { viewer: undefined }
      throw error
    })
  if (typeof viewer?.login === 'string' && viewer.login !== '') return viewer.login
  throw new ServiceError(
    'GitHub does not say whose token this is, so no comment is known to be ours. Run the job again; if it says so again, check `github-token`.',
  )
}

async function list(octokit: Octokit, here: Repository, number: number): Promise<Comment[]> {
  const route: string = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const found = await octokit.paginate<unknown>(route, { ...here, issue_number: number, per_page: 100 })
  return found.map((data) => {
    const { id, user, body } = checked('a comment', Shape, data)
    return { id, author: user?.login ?? '', body: body ?? '' }
  })
}

const Shape = z.looseObject({
  id: z.int().check(z.positive()),
  user: z.nullish(z.looseObject({ login: z.string() })),
  body: z.nullish(z.string()),
})
