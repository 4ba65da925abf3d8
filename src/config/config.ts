import { resolve } from 'node:path'
import type { Definition } from '../model/definition.ts'
import { UserError } from '../model/errors.ts'
import { gitIn } from '../model/git.ts'
import type { Need } from '../model/outcome.ts'
import { type Build, scannedCommit } from './build.ts'
import { type CommentConfig, commentConfig } from './comment.ts'
import { type CompareConfig, compareConfig } from './compare.ts'
import { gateConfig } from './gate.ts'
import { type NormaliseConfig, normaliseConfig } from './normalise.ts'
import type { Options } from './options.ts'
import type { GateConfig } from './policy.ts'
import { type PolicyPlace, policyPlace } from './policy-place.ts'
import { scanConfig } from './scan.ts'
import { checkCheckout, checkStranger, plainTextWarnings } from './trust.ts'
import { serverUrlOf, type UploadConfig, uploadConfig, uploadNotices } from './upload.ts'
import { type ZadigConfig, zadigConfig } from './zadig.ts'
import { withDefinition } from './zadig-definition.ts'

export interface ScanConfig {
  scanners: string[]
  scannerArgs: string[]
  command?: string[]
  findingsExitCodes: number[]
  reports: string[]
  format: string
  /** How the user describes reports in no format of ours. */
  definition?: Definition
  /** What a tool is called whose report does not say. */
  toolName?: string
  /** Absolute. */
  folder: string
  /** Absolute: executables of the project are looked for from `folder` up to here. */
  root: string
  timeoutMs: number
}

export interface ReportConfig {
  summary: boolean
  annotations: 'blocking' | 'new' | 'off'
  /** Where a file of the scanned commit is seen: an address that a path is appended to. */
  blobUrl?: string
  /** The commit that was scanned. */
  commit?: string
  /** Where people see the run. */
  runUrl?: string
  /** Where the SARIF is saved that the gate judges; in a temporary folder where it is not said, `false` for nowhere. */
  sarifOutput?: string | false
  /** Absolute; the checkout, of which reports show code. */
  root: string
  /** Absolute; where reports are written. */
  folder?: string
}

/** What the user asked for, one slice a stage. A remote stage that was not asked for is absent. */
export interface Config {
  scan?: ScanConfig
  normalise: NormaliseConfig
  upload?: UploadConfig
  zadig?: ZadigConfig
  gate: GateConfig
  /** Where the policy file is; the gate has its defaults where there is none. */
  policy: PolicyPlace
  compare: CompareConfig
  report: ReportConfig
  comment?: CommentConfig
  /** What the user should know before anything starts. */
  notices: string[]
  /** What may cost the user his secrets. */
  warnings?: string[]
  secrets: string[]
}

export interface Surroundings {
  build: Build
  cwd: string
  /** What `upload` means when nobody says: the action uploads, the CLI does not. */
  uploadByDefault: Need | 'off'
  ask(words: string[], cwd: string): Promise<string | undefined>
}

const nothingToDo =
  'There is nothing to do: give `scanner`, `command`, `report`, or the `zadig-…` options, as in `scanner: eslint` (on a command line `--scanner eslint`).'

/** Fills the defaults in and sorts the options by stage; throws `UserError` for what does not fit together. */
export async function toConfig(options: Options, around: Surroundings): Promise<Config> {
  const { build, cwd } = around
  const normalise = normaliseConfig(options, around)
  const { root } = normalise
  const git = gitIn(root, around.ask)
  checkStranger(build, options)
  if (build.event === 'pull_request_target') checkCheckout(build, await git('rev-parse', 'HEAD'), options)
  const commit = await scannedCommit(options, build, git)
  const repository = options.repository ?? build.repository
  const scan = await scanConfig(options, normalise, cwd)
  const defined = await withDefinition(options, repository, cwd)
  const zadig = zadigConfig(defined.options, build, commit.ref, repository)
  if (!scan && !zadig) throw new UserError(nothingToDo)
  const upload =
    scan && uploadConfig(options, build, { ...commit, repository, root, byDefault: around.uploadByDefault })
  const { comment, notices } = commentConfig(options, build, {
    ref: commit.ref,
    repository,
    category: normalise.category,
  })
  const needs = { upload: upload?.need, zadig: zadig?.need }
  return {
    scan,
    normalise,
    upload,
    zadig: zadig && { ...zadig, definition: defined.definition },
    gate: gateConfig(options, build, { ...needs, byDefault: around.uploadByDefault, isScanning: scan !== undefined }),
    compare: compareConfig(options, build, { cwd, root, repository, asksGitHub: upload !== undefined }),
    policy: policyPlace(options, build, { root, cwd, repository }),
    report: reportConfig(options, build, { cwd, root, repository, sha: commit.sha }),
    comment,
    notices: [...(scan ? uploadNotices(options, build, around.uploadByDefault) : []), ...notices],
    warnings: plainTextWarnings({ 'zadig-url': zadig?.token && zadig.url, 'github-api-url': upload?.apiUrl }),
    secrets: secretsOf(options, build),
  }
}

function reportConfig(
  options: Options,
  build: Build,
  { cwd, root, repository, sha }: { cwd: string; root: string; repository?: string; sha?: string },
): ReportConfig {
  return {
    summary: options.summary ?? true,
    annotations: options.annotations ?? 'blocking',
    root,
    folder: options['report-dir'] && resolve(cwd, options['report-dir']),
    sarifOutput: options['sarif-output'] && resolve(cwd, options['sarif-output']),
    blobUrl: repository && sha ? `${serverUrlOf(options, build)}/${repository}/blob/${sha}/` : undefined,
    commit: sha,
    runUrl: build.runUrl,
  }
}

function secretsOf(options: Options, { secrets = [] }: Build): string[] {
  const tokens = [options['github-token'], options['zadig-token'], options['policy-token']]
  return [...tokens.filter((token) => token !== undefined), ...secrets]
}
