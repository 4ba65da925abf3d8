import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { UserError } from '../model/errors.ts'
import type { Pattern } from '../model/pattern.ts'
import { type Build, categoryOf } from './build.ts'
import type { Options } from './options.ts'

export interface NormaliseConfig {
  toolName?: string
  category?: string
  /** What becomes of a category that the SARIF brings itself. */
  ownCategory?: 'keep' | 'replace'
  /** What becomes of fingerprints that are not the computed ones. */
  fingerprints?: 'keep' | 'replace'
  /** Absolute. */
  root: string
  /** Absolute. */
  folder: string
  /** Absent when nothing is to be left out. */
  filter?: { patterns: Pattern[]; severities?: string[] }
}

/** Without a word from anybody the checkout is the Git work tree one stands in, else the folder itself. */
export function normaliseConfig(options: Options, { build, cwd }: { build: Build; cwd: string }): NormaliseConfig {
  const known = options['checkout-path'] ?? build.workspace ?? workTreeAround(cwd)
  const root = resolve(cwd, known ?? '.')
  const folder = folderOf(options['working-directory'] ?? '.', root, cwd)
  const category = categoryFrom(options, build)
  const ownCategory = options['own-category']
  if (ownCategory === 'replace' && category === undefined)
    throw new UserError('`own-category` is `replace`, but there is no category to put in its place: give `category`.')
  return {
    toolName: options['tool-name'],
    category,
    ownCategory,
    fingerprints: options.fingerprints,
    root,
    folder,
    filter: filterFrom(options),
  }
}

/** The folder that Git has its `.git` in: a folder, or in linked work trees and submodules a file. Git itself takes longer to say. */
function workTreeAround(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : workTreeAround(above)
}

function filterFrom({ filter: patterns, 'filter-severity': severities }: Options): NormaliseConfig['filter'] {
  return patterns || severities ? { patterns: patterns ?? [], severities } : undefined
}

/** Relative to the checkout in the action, to the folder one stands in on a terminal: the same where both agree. */
function folderOf(given: string, root: string, cwd: string): string {
  if (isAbsolute(given)) return given
  const isInside = cwd === root || cwd.startsWith(join(root, '/'))
  return resolve(isInside ? cwd : root, given)
}

function categoryFrom({ category, matrix }: Options, { analysisKey }: Build): string | undefined {
  return category ?? (analysisKey && categoryOf(analysisKey, matrix))
}
