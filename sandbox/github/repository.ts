import type { Answer } from '../http.ts'
import type { Call } from './call.ts'
import { now } from './state.ts'
import { user } from './users.ts'

export function getDefaultSetup({ repository }: Call): Answer {
  const state = repository.hasDefaultSetup ? 'configured' : 'not-configured'
  return { status: 200, body: { state, languages: [], query_suite: 'default', updated_at: null, schedule: null } }
}

/** A repository as it stands beside an alert in the list of an organisation. */
export function simpleRepository(call: Call) {
  const { owner, name } = call.repository
  const { api, web } = call
  const identity = { id: 1, node_id: 'R_1', name, full_name: `${owner}/${name}`, owner: user(owner, call) }
  const urls = Object.fromEntries(endpoints.map((endpoint) => [`${endpoint}_url`, `${api}/${endpoint}`]))
  return { ...identity, ...urls, url: api, html_url: web, description: null, private: false, fork: false }
}

/** The repository itself. What it is asked for is the default branch; the rest is there because GitHub's answer has it. */
export function getRepository(call: Call): Answer {
  const { repository, api, web } = call
  const counts = Object.fromEntries(counted.map((field) => [field, 0]))
  const flags = Object.fromEntries(off.map((field) => [field, false]))
  const times = { pushed_at: now(), created_at: now(), updated_at: now() }
  const clones = {
    svn_url: web,
    clone_url: `${web}.git`,
    git_url: `${api}/git`,
    ssh_url: `${api}/ssh`,
    mirror_url: null,
  }
  const unknown = { homepage: null, language: null, license: null }
  const more = { ...clones, ...counts, ...flags, ...times, ...unknown, default_branch: repository.defaultBranch }
  return { status: 200, body: { ...simpleRepository(call), ...more } }
}

const endpoints =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'.split(
    ' ',
  )
const counted = [
  'forks',
  'forks_count',
  'open_issues',
  'open_issues_count',
  'size',
  'stargazers_count',
  'watchers',
  'watchers_count',
  'network_count',
  'subscribers_count',
]
const off = ['archived', 'disabled', 'has_issues', 'has_projects', 'has_wiki', 'has_pages', 'has_discussions']
