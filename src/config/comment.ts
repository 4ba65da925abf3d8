import type { CommentMark } from '../model/comment-mark.ts'
import { apiUrlOf } from './access.ts'
import { type Build, pullRequestOf } from './build.ts'
import type { Options } from './options.ts'

export interface CommentConfig {
  mode: 'on-failure' | 'always'
  pullRequest: number
  github: { apiUrl: string; token: string; repository: string }
  mark: CommentMark
}

interface Origin {
  ref?: string
  repository?: string
  category?: string
}

/** Where the verdict is commented on, or, where that was asked for and cannot be, why not: a sentence. */
export function commentConfig(
  options: Options,
  build: Build,
  { ref, repository, category = '' }: Origin,
): { comment?: CommentConfig; notices: string[] } {
  const { comment: mode = 'off', 'github-token': token } = options
  if (mode === 'off') return { notices: [] }
  const pullRequest = pullRequestOf(ref) ?? build.pullRequest
  const none = (why: string) => ({ notices: [`There is no comment: ${why} The summary says all that it would.`] })
  if (pullRequest === undefined) return none('this run is for no pull request.')
  if (build.stranger?.isReadOnly) return none(`this is a run of ${build.stranger.who}, whose token may not write.`)
  if (!token || !repository)
    return none('`comment` needs `github-token` and `repository`, and the environment does not say.')
  const github = { apiUrl: apiUrlOf(options, build), token, repository }
  return { comment: { mode, pullRequest, github, mark: { name: nameOf(options), category } }, notices: [] }
}

/** What is scanned with, as it is asked for: a scan that crashes must find the comment again. */
function nameOf(options: Options): string {
  const { scanner = [], command = [], format, report = [] } = options
  const asked = scanner.length > 0 ? scanner.join('+') : (options['tool-name'] ?? command[0] ?? format)
  return asked ?? (report.length > 0 ? 'report' : (options['zadig-scan'] ?? 'zadig'))
}
