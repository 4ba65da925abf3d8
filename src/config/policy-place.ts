import { isAbsolute, relative, resolve, sep } from 'node:path'
import { apiUrlOf } from './access.ts'
import type { Build } from './build.ts'
import type { Options } from './options.ts'

/** Where people put it who do not say. */
const usual = '.github/codescan-gate.yml'

/** Where the policy is, and whose version of it counts. */
export interface PolicyPlace {
  /** As users are told of it. */
  name: string
  /** Whether somebody asked for it; the usual one may be missing. */
  isAsked: boolean
  /** Absolute; of a file outside of the checkout there is one version only. */
  file: string
  /** Of the checkout, absolute. */
  root: string
  /** In the checkout, with slashes; undefined for a file outside of it. */
  path?: string
  /** In another repository; `file` means nothing then. */
  elsewhere?: { repository: string; path: string; ref: string }
  /** On a pull request whose base decides: the branch. */
  base?: { branch: string; repository?: string }
  github: { token?: string; apiUrl: string }
}

interface Around {
  root: string
  cwd: string
  repository?: string
}

export function policyPlace(options: Options, build: Build, { root, cwd, repository }: Around): PolicyPlace {
  const given = options.policy
  const elsewhere = given === undefined ? undefined : elsewhereOf(given)
  const file = resolve(given === undefined ? root : cwd, given ?? usual)
  const path = relative(root, file)
  const isInside = path !== '' && !path.startsWith('..') && !isAbsolute(path)
  const isBaseAsked = (options['policy-ref'] ?? 'base') === 'base'
  const isInPullRequest = build.baseBranch !== undefined && build.platform === 'github'
  return {
    name: given ?? usual,
    isAsked: given !== undefined,
    file,
    root,
    path: isInside ? path.replaceAll(sep, '/') : undefined,
    elsewhere,
    base:
      isBaseAsked && isInPullRequest && isInside && !elsewhere ? { branch: build.baseBranch!, repository } : undefined,
    github: { token: options['policy-token'] ?? options['github-token'], apiUrl: apiUrlOf(options, build) },
  }
}

/** `owner/repository/path/of/file.yml@ref` */
function elsewhereOf(text: string): PolicyPlace['elsewhere'] {
  const [, repository, path, ref] = /^([\w.-]+\/[\w.-]+)\/([^@]+)@([^@]+)$/.exec(text) ?? []
  return repository && path && ref ? { repository, path, ref } : undefined
}
