import * as z from 'zod/mini'
import { checked } from './checked.ts'
import { connect, type GitHubAccess, repositoryOf, told } from './octokit.ts'

/** A file that a pull request changes since it left its base. */
export interface ChangedFile {
  filename: string
  status: string
  additions: number
  changes: number
  /** The name that Git gives to what the head has of it. */
  sha: string | null
  /** Absent of binary files, and of those that GitHub finds too large. */
  patch?: string | undefined
  previous_filename?: string | undefined
}

/** How many files GitHub lists of a pull request (docs.github.com, "List pull requests files"); more are left out without a word. */
export const mostListedFiles = 3000

const Entry: z.ZodMiniType<ChangedFile> = z.object({
  filename: z.string(),
  status: z.string(),
  additions: z.number(),
  changes: z.number(),
  sha: z.nullable(z.string()),
  patch: z.optional(z.string()),
  previous_filename: z.optional(z.string()),
})

/** Every page; throws `ServiceError` with a sentence for the user. */
export async function filesOfPullRequest(access: GitHubAccess, number: number): Promise<ChangedFile[]> {
  const octokit = await connect(access)
  return told(`Listing the files of pull request ${number}`, access, async () => {
    const route: string = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
    const asked = { ...repositoryOf(access), pull_number: number, per_page: 100 }
    return (await octokit.paginate<unknown>(route, asked)).map((file) => checked('a changed file', Entry, file))
  })
}
