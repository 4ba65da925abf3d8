import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UserError } from '../model/errors.ts'
import { type Git, gitIn } from '../model/git.ts'
import type { Host } from '../model/host.ts'
import { urlOf } from '../model/uri.ts'
import type { Build } from './build.ts'
import type { Options } from './options.ts'
import { serverUrlOf } from './upload.ts'

type Commit = Pick<Build, 'ref' | 'sha'>

/**
 * Names of variables that lead this program, or the Git it asks, somewhere else. Inside Zadig each of them may come from a
 * commit message: Zadig makes a variable of every `#KEY=value#` and lets it win over most of its own (aslan, job/utils.go).
 */
export function unbelieved(environment: Record<string, string | undefined>): string[] {
  if (environment['ZADIG'] === undefined) return []
  return Object.keys(environment).filter((name) => misleading.test(name))
}

const misleading =
  /^(?:GITHUB_(?!TOKEN$)|RUNNER_|ACTIONS_|INPUT_|CODESCAN_GATE_|GIT_|NODE_TLS_REJECT_UNAUTHORIZED$|NODE_USE_ENV_PROXY$|http_proxy$|HTTP_PROXY$)/

/**
 * The build inside a Zadig job, as the `.git` folder that Zadig made tells it. No variable is asked: of those that name the
 * repository, the branch and the pull request, each can be overridden by a commit message. Git's own record of what Zadig
 * fetched cannot. What it cannot tell is a doubt, for the message that asks for a flag.
 */
export async function zadigBuild(options: Options, cwd: string, ask: Host['ask']): Promise<Build> {
  const build: Build = { platform: 'zadig' }
  const workspace = await checkoutIn(cwd, options['checkout-path'], ask)
  if (workspace === undefined) return { ...build, doubts: { repository: noCheckout, ref: noCheckout } }
  const git = gitIn(workspace, ask)
  const origin = originOf(await git('config', '--local', '--get', 'remote.origin.url'))
  const host = new URL(serverUrlOf(options, build)).hostname
  const branches = (await git('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin'))?.split('\n') ?? []
  const baseBranch = branches.length === 1 ? branches[0] : undefined
  const { doubt, ...commit } = await fetchedCommit(workspace, baseBranch, git)
  const isOurs = origin?.host === host
  return {
    ...build,
    workspace,
    repository: isOurs ? origin?.repository : undefined,
    ...commit,
    baseBranch,
    secrets: origin?.secrets,
    doubts: { repository: isOurs ? undefined : `the checkout is not one of ${host}`, ref: doubt },
  }
}

const noCheckout = 'there is no checkout of Git here (`cd` into it, or give `checkout-path`)'

/** Zadig starts scripts one folder above the checkouts. */
async function checkoutIn(cwd: string, given: string | undefined, ask: Host['ask']): Promise<string | undefined> {
  const top = await gitIn(resolve(cwd, given ?? '.'), ask)('rev-parse', '--show-toplevel')
  if (given !== undefined || top !== undefined) return top
  const found = readdirSync(cwd, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(cwd, entry.name, '.git')),
  )
  if (found.length < 2) return found[0] && join(cwd, found[0].name)
  throw new UserError(
    `There are several checkouts here (${found.map(({ name }) => name).join(', ')}): \`cd\` into the one to scan, or give \`checkout-path\`.`,
  )
}

interface Origin {
  host: string
  repository?: string
  /** Zadig writes the token of the code host into the address. */
  secrets: string[]
}

/** `https://x-access-token:T@github.com/octo/shop.git`, `ssh://git@host:22/octo/shop.git` or `git@host:octo/shop.git`. */
function originOf(address: string | undefined): Origin | undefined {
  const url = urlOf(address?.replace(/^(?:[^@/:]+@)?([^/:]+):(?!\/)(.+)$/, 'ssh://$1/$2') ?? '')
  if (!url) return undefined
  const { protocol, hostname, pathname, username, password } = url
  const secret = password || (protocol === 'ssh:' ? '' : username)
  const path = pathname.replace(/^\//, '').replace(/\.git$/, '')
  const repository = /^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/.test(path) ? path : undefined
  return { host: hostname, repository, secrets: secret ? [secret, decoded(secret)] : [] }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone percent sign: then it stands for itself.
    return text
  }
}

/** `0123…\t\tbranch 'main' of https://…`; lines of tags that merely came along are marked `not-for-merge`. */
const fetchLine = /^([\da-f]{40}|[\da-f]{64})\t\t(?:(branch|tag) )?'(\S+)' of /

/** What Git recorded of Zadig's last fetch, if that is what is checked out. */
async function fetchedCommit(
  workspace: string,
  base: string | undefined,
  git: Git,
): Promise<Commit & { doubt?: string }> {
  const head = await git('rev-parse', 'HEAD')
  if (head === undefined)
    return { doubt: 'Git does not answer for the checkout (a folder of somebody else has to be a `safe.directory`)' }
  const [line, ...more] = fetchedLines(resolve(workspace, (await git('rev-parse', '--git-path', 'FETCH_HEAD')) ?? ''))
  const [, fetched = '', kind, name = ''] = fetchLine.exec(line ?? '') ?? []
  if (!fetched || more.length > 0) return { doubt: 'the checkout does not look like one that Zadig made' }
  const number = kind === undefined && /^refs\/pull\/(\d+)\/head$/.exec(name)?.[1]
  if (number) return await pullRequest(Number(number), { head, fetched, base }, git)
  if (kind === undefined)
    return { doubt: 'Zadig fetched a commit, or something else that is neither a branch, a tag nor a pull request' }
  // An annotated tag is an object of its own.
  if ((await git('rev-parse', '--verify', '--quiet', `${fetched}^{commit}`)) !== head) return { doubt: movedOn }
  return { ref: `refs/${kind === 'branch' ? 'heads' : 'tags'}/${name}`, sha: head }
}

const movedOn = 'what is checked out is not what was fetched last'

function fetchedLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.includes('\tnot-for-merge\t'))
  } catch {
    // Nothing was fetched into this folder.
    return []
  }
}

interface Fetched {
  head: string
  fetched: string
  base: string | undefined
}

/**
 * Zadig merges the pull request into its base, so what is checked out is a commit that GitHub does not know: the findings
 * go under the pull request's own. Of several pull requests Git's record has only the last.
 */
async function pullRequest(number: number, { head, fetched, base }: Fetched, git: Git) {
  const isPlain = head === fetched
  const merged = isPlain ? [] : await branchesIn('HEAD', git)
  if (!isPlain && (await git('rev-parse', '--verify', '--quiet', `refs/heads/pr${number}`)) !== fetched)
    return { doubt: movedOn }
  if (!isPlain && !merged.includes(number)) return { doubt: movedOn }
  // A workspace that is kept between tasks still has the branches of pull requests that were merged long ago.
  const old = base === undefined ? [] : await branchesIn(`refs/remotes/origin/${base}`, git)
  const others = merged.filter((other) => other !== number && !old.includes(other))
  if (others.length > 0)
    return {
      doubt: `Zadig merged several pull requests (${[...others, number].join(', ')}), for which GitHub has no ref`,
    }
  return { ref: `refs/pull/${number}/head`, sha: fetched }
}

/** Numbers of the branches `pr<N>` that a commit contains. */
async function branchesIn(commit: string, git: Git): Promise<number[]> {
  const names = await git('for-each-ref', '--merged', commit, '--format=%(refname:short)', 'refs/heads/pr*')
  return (names ?? '').split('\n').flatMap((name) => (/^pr\d+$/.test(name) ? [Number(name.slice(2))] : []))
}
