import type { Answer, Incoming } from '../http.ts'
import { failure } from './call.ts'

/**
 * The one question of GraphQL that is asked here: whose token this is. It is open to every valid token, those of jobs and
 * of Apps as well. GraphQL says no with a 200.
 */
export function answerGraphql({ body, headers }: Incoming, token: string, holder: string): Answer {
  const [, given] = /^(?:token|bearer)\s+(\S+)$/i.exec(headers['authorization'] ?? '') ?? []
  if (given !== token) return failure(401, 'Bad credentials', 'https://docs.github.com/graphql')
  const { query } = JSON.parse(body) as { query?: string }
  if (query?.replace(/\s+/g, '') === '{viewer{login}}')
    return { status: 200, body: { data: { viewer: { login: holder } } } }
  return {
    status: 200,
    body: { errors: [{ type: 'UNKNOWN', message: 'The sandbox knows { viewer { login } } only.' }] },
  }
}
