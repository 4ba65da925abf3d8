import type { Answer } from '../http.ts'
import { type Call, failure, page } from './call.ts'
import { type Comment, now } from './state.ts'
import { user } from './users.ts'

const longestBody = 65_536 // github.com's own words: "Body is too long (maximum is 65536 characters)"

export function listComments(call: Call): Answer {
  const { repository, request, operation } = call
  const issue = issueOf(call)
  if (issue === undefined) return failure(404, 'Not Found', operation.docs)
  const comments = repository.comments.filter((comment) => comment.issue === issue)
  return page(comments, request, (comment) => shown(comment, call))
}

export function createComment(call: Call): Answer {
  const { repository, operation, body } = call
  const issue = issueOf(call)
  if (issue === undefined) return failure(404, 'Not Found', operation.docs)
  const refused = refusal(call)
  if (refused) return refused
  const time = now()
  const comment: Comment = {
    id: 1000 + repository.comments.length,
    issue,
    author: repository.holder,
    body: (body as { body: string }).body,
    createdAt: time,
    updatedAt: time,
  }
  repository.comments.push(comment)
  return { status: 201, body: shown(comment, call) }
}

/** Whoever may write to the repository may change the comments of others. */
export function updateComment(call: Call): Answer {
  const { repository, operation, body } = call
  const comment = repository.comments.find(({ id }) => id === Number(operation.params['comment_id']))
  if (!comment) return failure(404, 'Not Found', operation.docs)
  const refused = refusal(call)
  if (refused) return refused
  Object.assign(comment, { body: (body as { body: string }).body, updatedAt: now() })
  return { status: 200, body: shown(comment, call) }
}

/** The number, where there is such a pull request. */
function issueOf({ repository, operation }: Call): number | undefined {
  const number = Number(operation.params['issue_number'])
  return repository.pullRequests.includes(number) ? number : undefined
}

function refusal({ body, operation }: Call): Answer | undefined {
  const { body: text } = body as { body: string }
  if (text.trim() === '') return failure(422, 'Validation Failed', operation.docs)
  return text.length > longestBody
    ? failure(422, `Body is too long (maximum is ${longestBody} characters)`, operation.docs)
    : undefined
}

function shown({ id, issue, author, body, createdAt, updatedAt }: Comment, call: Call) {
  const { api, web } = call
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/issues/comments/${id}`,
    html_url: `${web}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${api}/issues/${issue}`,
    body,
    user: { ...user(author, call), type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    author_association: 'NONE',
    performed_via_github_app: null,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}
