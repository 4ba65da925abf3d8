import type { Call } from './call.ts'

/** The one who holds the token. */
export const holder = 'octo-bot'

/** A user as GitHub shows one beside an alert. */
export function user(login: string, { api, web }: Pick<Call, 'api' | 'web'>) {
  const url = `${new URL(api).origin}/users/${encodeURIComponent(login)}`
  return {
    login,
    id: 1,
    node_id: 'U_1',
    gravatar_id: null,
    type: 'User',
    site_admin: false,
    avatar_url: `${url}/avatar`,
    url,
    html_url: `${new URL(web).origin}/${login.replace(/^(.+)\[bot\]$/, 'apps/$1')}`,
    events_url: `${url}/events`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    organizations_url: `${url}/orgs`,
    received_events_url: `${url}/received_events`,
    repos_url: `${url}/repos`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
  }
}
