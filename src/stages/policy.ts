import { readFile } from 'node:fs/promises'
import { canRead, fileAt } from '../clients/github-contents.ts'
import { type GateConfig, policyOfFile, policyOfInputs } from '../config/policy.ts'
import type { PolicyPlace } from '../config/policy-place.ts'
import { messageOf, NotEvaluated, UserError } from '../model/errors.ts'
import { gitIn } from '../model/git.ts'
import type { Host } from '../model/host.ts'
import { type PolicySource, policySentence } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { fetchFromOrigin } from './fetch.ts'

/** What the gate demands, and what it would demand once the pull request is merged. */
export interface Policies {
  decides: Policy
  /** The head's own version, where it differs from the base's. */
  afterMerge?: Policy
  /** Absent where the inputs decide. */
  source?: PolicySource
  /** Sentences: whose version of the policy counts. */
  notices: string[]
}

/** Reads the policy file; throws `UserError` for a wrong one, `NotEvaluated` where the version that counts is out of reach. */
export async function readPolicies(place: PolicyPlace, given: GateConfig, host: Host): Promise<Policies> {
  const toPolicy = (text: string | undefined, name = place.name) =>
    text === undefined ? policyOfInputs(given) : policyOfFile(text, name, given, host.now())
  if (place.elsewhere)
    return {
      decides: await toPolicy(await textElsewhere(place, host)),
      ...toldOf({ name: place.name, version: 'elsewhere' }),
    }
  const own = await textHere(place)
  if (!place.base) {
    if (own === undefined && place.isAsked) throw missing(place)
    return {
      decides: await toPolicy(own),
      ...toldOf(own === undefined ? undefined : { name: place.name, version: 'head' }),
    }
  }
  const { branch } = place.base
  const asked = own !== undefined || place.isAsked
  const base = await textAtBase(place, place.base, host).catch((error: unknown) => {
    // Nobody here speaks of a policy, so the gate of the inputs it is, and the run says so.
    if (asked || !(error instanceof NotEvaluated)) throw error
    return error
  })
  if (base instanceof NotEvaluated)
    return {
      decides: await toPolicy(undefined),
      notices: [`Whether ${branch} has a policy is not known. ${base.message}`],
    }
  if (base === undefined && own === undefined && place.isAsked) throw missing(place)
  const decides = await toPolicy(base, `${place.name} of ${branch}`)
  const said = toldOf(base === undefined ? undefined : { name: place.name, version: 'base', branch })
  if (own === base) return { decides, ...said }
  return { decides, ...said, ...(await afterMerge(() => toPolicy(own), place.name, said.notices)) }
}

function toldOf(source: PolicySource | undefined): Pick<Policies, 'source' | 'notices'> {
  return { source, notices: source ? [policySentence(source)] : [] }
}

/** A policy that the pull request breaks must not fail a run that it does not decide; people are told before they merge. */
async function afterMerge(
  read: () => Policy | Promise<Policy>,
  name: string,
  said: string[],
): Promise<Pick<Policies, 'afterMerge' | 'notices'>> {
  try {
    return { afterMerge: await read(), notices: said }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const [first = ''] = error.message.split('\n')
    return { notices: [...said, `This pull request changes ${name}, and breaks it: ${first}`] }
  }
}

function missing({ name, file }: PolicyPlace): UserError {
  return new UserError(
    `\`policy\`: there is no file ${name} (looked for at ${file}). Give its path, or \`owner/repository/path@ref\` for one in another repository.`,
  )
}

async function textHere({ file, name }: PolicyPlace): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UserError(
      `\`policy\`: ${name} cannot be read (${code ?? messageOf(error)}). Give the path of a policy file.`,
    )
  }
}

/** From Git where the branch is at hand or can be fetched, else from GitHub. Undefined where the base has no policy. */
async function textAtBase(
  place: PolicyPlace,
  base: NonNullable<PolicyPlace['base']>,
  host: Host,
): Promise<string | undefined> {
  const { token, apiUrl } = place.github
  const commit = await commitOfBase(place, base.branch, host)
  if (commit !== undefined) return textAt(commit, place, host)
  if (token && base.repository) {
    const access = { token, apiUrl, repository: base.repository, log: host.log }
    const text = await fileAt(access, place.path!, base.branch)
    // A branch that the token cannot see has no file for it either.
    if (text !== undefined || (await canRead(access, base.branch))) return text
    throw new NotEvaluated(
      `The policy of ${base.branch} decides on this pull request, and cannot be read: GitHub shows the token no files of that branch in ${base.repository} (404). Give the job \`permissions: { contents: read }\`, check \`repository\`, or check out with \`fetch-depth: 0\`.`,
    )
  }
  throw new NotEvaluated(
    `The policy of ${base.branch} decides on this pull request, and cannot be read: the checkout does not have that branch, and there is no \`github-token\` to ask GitHub with. Check out with \`fetch-depth: 0\`, give \`github-token\`, or set \`policy-ref\` to \`head\`.`,
  )
}

async function commitOfBase({ root, github }: PolicyPlace, branch: string, host: Host): Promise<string | undefined> {
  const git = gitIn(root, host.ask)
  const find = () => git('rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}^{commit}`)
  const known = await find()
  // GitHub answers faster than Git fetches.
  if (known !== undefined || github.token) return known
  return (await fetchFromOrigin({ branch }, '--depth=1', git)) ? find() : undefined
}

async function textAt(commit: string, { root, path }: PolicyPlace, host: Host): Promise<string | undefined> {
  const git = async (...words: string[]) =>
    textOf(await host.exec({ words: ['git', ...words], cwd: root, timeoutMs: 60_000 }))
  // That Git cannot tell is not "there is none".
  const listed = await git('ls-tree', '--name-only', commit, '--', path!)
  // With a dot, because the checkout may be a folder of a repository.
  return listed.trim() === '' ? undefined : git('show', `${commit}:./${path}`)
}

function textOf({ exitCode, stdout, stderr }: Awaited<ReturnType<Host['exec']>>): string {
  if (exitCode === 0) return Buffer.from(stdout).toString('utf8')
  throw new NotEvaluated(`Git cannot show the policy file: ${stderr.trim()}. Check out with \`fetch-depth: 0\`.`)
}

async function textElsewhere({ elsewhere, github, name }: PolicyPlace, host: Host): Promise<string> {
  const { repository, path, ref } = elsewhere!
  const { token, apiUrl } = github
  if (!token)
    throw new UserError(
      `\`policy\`: ${name} is in another repository, and there is no token to read it with. Give \`policy-token\`.`,
    )
  const text = await fileAt({ token, apiUrl, repository, log: host.log }, path, ref)
  if (text !== undefined) return text
  throw new UserError(
    `\`policy\`: GitHub knows no file ${path} at ${ref} in ${repository}, or the token may not read it. Give \`policy-token\`, a token that may read contents there.`,
  )
}
