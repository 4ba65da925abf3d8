import { type Comment, type GitHubComments, githubComments } from '../clients/github-comments.ts'
import type { CommentConfig } from '../config/comment.ts'
import type { ReportConfig } from '../config/config.ts'
import { hasMark } from '../model/comment-mark.ts'
import { messageOf, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { isFailing, type Outcome } from '../model/outcome.ts'
import { commentOf } from '../render/comment.ts'

/**
 * Keeps one comment on the pull request up to date. It decides nothing: whatever goes wrong comes back as sentences for
 * the summary, which says all that the comment would.
 */
export async function comment(
  outcome: Outcome,
  config: CommentConfig,
  context: ReportConfig,
  host: Host,
): Promise<string[]> {
  try {
    const client = await githubComments({ ...config.github, log: host.log })
    await keep(client, host.redact(commentOf(outcome, context, config.mark)), { config, host, outcome })
    return []
  } catch (error) {
    const why = error instanceof UserError ? error.message : `This is a bug in codescan-gate: ${messageOf(error)}.`
    return [`There is no comment on the pull request that says this. ${why}`]
  }
}

interface Wish {
  config: CommentConfig
  outcome: Outcome
  host: Host
}

async function keep(client: GitHubComments, body: string, { config, outcome, host }: Wish): Promise<void> {
  const { pullRequest, mode } = config
  const known = await ourComment(client, config)
  if (!known && mode === 'on-failure' && !isFailing(outcome)) return
  if (known && isSame(known.body, body)) {
    host.log.info(`The comment on pull request ${pullRequest} says this already.`)
    return
  }
  if (known) await client.update(known.id, body)
  else await client.create(pullRequest, body)
  host.log.info(`The comment on pull request ${pullRequest} was ${known ? 'brought up to date' : 'written'}.`)
}

/** Only what our own token has written is ever changed: anybody can copy a mark. */
async function ourComment(client: GitHubComments, { pullRequest, mark }: CommentConfig): Promise<Comment | undefined> {
  const marked = (await client.list(pullRequest)).filter(({ body }) => hasMark(body, mark))
  if (marked.length === 0) return undefined
  const login = await client.login()
  return marked.find(({ author }) => author === login)
}

/** GitHub may keep other line ends, and no blanks at the end. */
function isSame(kept: string, body: string): boolean {
  const settled = (text: string) => text.replace(/\r\n/g, '\n').trimEnd()
  return settled(kept) === settled(body)
}
