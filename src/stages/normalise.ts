import { relative, sep } from 'node:path'
import type { Run } from 'sarif'
import type { NormaliseConfig } from '../config/config.ts'
import { fileUnder } from '../transforms/category.ts'
import { addFingerprints } from '../transforms/fingerprints.ts'
import { relativePaths } from '../transforms/paths.ts'
import { describeRules } from '../transforms/rules.ts'
import { isInside, readSource, realPath, regularFile } from './sources.ts'

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
