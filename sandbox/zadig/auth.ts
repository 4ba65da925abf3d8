import type { Answer, Incoming } from '../http.ts'
import { empty } from './answers.ts'
import type { World, ZadigUser } from './world.ts'

/** The gateway before everything else: either who is calling, or the answer that turns him away. */
export function authenticate({ headers, url }: Incoming, world: World): { user: ZadigUser } | { refusal: Answer } {
  const parts = headers['authorization']?.split(' ')
  // Two blanks make three parts; the word before the token may be any.
  if (parts && parts.length !== 2) return { refusal: empty(401) }
  const token = url.searchParams.get('token') || parts?.[1]
  const user = token ? world.users.find((candidate) => candidate.token === token) : undefined
  if (!user) return { refusal: empty(401) }
  return world.behaviour.governsTokens ? governed(user) : { user }
}

function governed(user: ZadigUser): { user: ZadigUser } | { refusal: Answer } {
  if (!user.admin && user.tokenEnabled === false) return { refusal: empty(401) }
  if (!user.mfa) return { user }
  const reason = user.mfa === true ? 'mfa_verification_required' : user.mfa
  return {
    refusal: {
      status: 403,
      headers: { 'x-zadig-auth-reason': reason, 'content-type': 'application/json' },
      body: { reason },
    },
  }
}
