import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Run } from 'sarif'
import type { NormaliseConfig } from '../config/config.ts'
import { fileUnder } from '../transforms/category.ts'
import { addFingerprints } from '../transforms/fingerprints.ts'
import { relativePaths } from '../transforms/paths.ts'
import { describeRules } from '../transforms/rules.ts'

/** Makes runs what GitHub understands: paths from the checkout, described rules, a category, fingerprints. */
export function normalise(runs: Run[], { root, folder, category, toolName }: NormaliseConfig): Run[] {
  const realRoot = realPath(root) ?? root
  const checkout = {
    roots: [...new Set([root, realRoot])],
    ranIn: isInside(folder, root) ? relative(root, folder).replaceAll(sep, '/') : '',
    exists: (path: string) => regularFile(realRoot, path) !== undefined,
  }
  const read = (path: string) => readSource(realRoot, path)
  return runs
    .map((run) => named(run, toolName))
    .map((run) => relativePaths(run, checkout))
    .map(describeRules)
    .map((run) => fileUnder(run, category))
    .map((run) => addFingerprints(run, root, read))
}

function named(run: Run, toolName: string | undefined): Run {
  return toolName === undefined
    ? run
    : { ...run, tool: { ...run.tool, driver: { ...run.tool.driver, name: toolName } } }
}

/** No line of source is that far down; reading more would only cost time. */
const longestSource = 64 * 1024 * 1024

function readSource(root: string, path: string): string | undefined {
  const file = regularFile(root, path)
  if (file === undefined) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Unreadable (permissions, gone meanwhile) is the same as unknown: the result simply gets no fingerprint.
    return undefined
  }
}

/** A path whose real file is a regular one inside the checkout: no `..`, no link that leads out, no FIFO to hang on. */
function regularFile(root: string, path: string): string | undefined {
  const file = realPath(join(root, path))
  if (file === undefined || !isInside(file, root)) return undefined
  const status = statSync(file, { throwIfNoEntry: false })
  return status?.isFile() && status.size <= longestSource ? file : undefined
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
