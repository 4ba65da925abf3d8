import { NotEvaluated } from '../model/errors.ts'
import { type Git, gitIn } from '../model/git.ts'
import type { Host } from '../model/host.ts'
import { type ChangedLines, readDiff } from './diff-lines.ts'
import { fetchFromOrigin } from './fetch.ts'

/** What the head of a branch changed since it left its base. */
export interface Changes {
  /** The commit that the base and the head have in common; undefined where only GitHub knows it. */
  commit?: string
  /** Lines that were added or changed, by the file's name now, ascending; `all` of a new file. */
  lines: Map<string, ChangedLines>
  /** The former name of a renamed file, by its name now. */
  renames: Map<string, string>
}

interface Wanted {
  root: string
  base: { branch?: string; commit?: string; isDoubtful?: boolean }
}

const timeoutMs = 120_000

/** The commit that the base and the head have in common; throws `NotEvaluated` with what to do. Fetches at most once. */
export async function commonCommit({ root, base }: Wanted, host: Host): Promise<string> {
  const git = gitIn(root, host.ask)
  if ((await git('rev-parse', '--verify', '--quiet', 'HEAD')) === undefined)
    throw new NotEvaluated(
      'What is new is not known: the checkout is no Git repository. Use actions/checkout, give a `baseline`, or set `new-only` to `false`.',
    )
  const found = (await shared(git, base)) ?? (await deepened(git, base, host))
  if (found !== undefined) return found
  const name = base.commit ?? base.branch
  throw new NotEvaluated(
    `What is new is not known: Git finds no common commit of HEAD and ${name}. Check out with \`fetch-depth: 0\`, give a \`baseline\`, or set \`new-only\` to \`false\`.`,
  )
}

async function shared(git: Git, { branch, commit }: Wanted['base']): Promise<string | undefined> {
  // GitHub's own merge of a pull request has the base as its first parent: then nothing else has to be known.
  const parents = (await git('rev-list', '--parents', '--max-count=1', 'HEAD'))?.split(' ') ?? []
  const isMerge = parents.length === 3 && commit === undefined
  if (isMerge && (await isMergeOfGitHub(git))) return parents[1]
  const candidates = commit ? [commit] : [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]
  for (const candidate of candidates) {
    const common = await git('merge-base', candidate, 'HEAD')
    if (common !== undefined) return common
  }
  return undefined
}

async function isMergeOfGitHub(git: Git): Promise<boolean> {
  return (
    (await git('for-each-ref', '--points-at=HEAD', '--format=%(refname)', 'refs/remotes/pull'))?.includes('/merge') ??
    false
  )
}

/** A shallow clone lacks its history: fetched once, as deep as pull requests mostly are. */
async function deepened(git: Git, base: Wanted['base'], host: Host): Promise<string | undefined> {
  host.log.info(`The checkout lacks ${base.commit ?? base.branch}; it is fetched, to tell what is new.`)
  return (await fetchFromOrigin(base, '--deepen=1000', git)) ? shared(git, base) : undefined
}

/** The lines that changed between the commit and what is checked out; throws `NotEvaluated` when Git cannot tell. */
export async function changesSince(commit: string, root: string, host: Host): Promise<Changes> {
  const options = [
    '--unified=0',
    '--find-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ]
  const words = ['git', '-c', 'core.quotePath=false', 'diff', ...options, commit, '--']
  const { exitCode, stdout, stderr, overflow } = await host.exec({ words, cwd: root, timeoutMs })
  if (exitCode !== 0 || overflow)
    throw new NotEvaluated(
      `What is new is not known: \`git diff\` ${overflow ? 'prints too much' : `failed: ${stderr.trim()}`}. Give a \`baseline\`, or set \`new-only\` to \`false\`.`,
    )
  return { commit, ...readDiff(Buffer.from(stdout).toString('utf8')) }
}
