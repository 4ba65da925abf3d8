import { relative, sep } from 'node:path'
import type { Run } from 'sarif'
import type { NormaliseConfig } from '../config/normalise.ts'
import { fileUnder } from '../transforms/category.ts'
import { utf16Columns } from '../transforms/columns.ts'
import { placeDependencies } from '../transforms/dependencies.ts'
import { filterRuns } from '../transforms/filter.ts'
import { addFingerprints, type Fingerprinted } from '../transforms/fingerprints.ts'
import { relativePaths } from '../transforms/paths.ts'
import { anchorPath, repair } from '../transforms/repair.ts'
import { describeRules } from '../transforms/rules.ts'
import { isInside, realPath, sourcesIn } from './sources.ts'

export interface Normalised {
  runs: Run[]
  /** What was mended, a sentence a tool. */
  notices: string[]
}

/** Makes runs what GitHub understands: faults mended, paths from the checkout, columns, rules, category, fingerprints. */
export function normalise(runs: Run[], config: NormaliseConfig): Normalised {
  const { root, folder, category, toolName, filter } = config
  const realRoot = realPath(root) ?? root
  const files = sourcesIn(root)
  const checkout = {
    roots: [...new Set([root, realRoot])],
    ranIn: isInside(folder, root) ? relative(root, folder).replaceAll(sep, '/') : '',
    exists: files.has,
  }
  const sources = { root, read: files.text }
  const repaired = runs.map((run) => repair(named(run, toolName), anchorPath))
  const manifests = { ranIn: checkout.ranIn, read: sources.read }
  const placed = repaired.map(({ run }) => placeDependencies(relativePaths(run, checkout), manifests))
  const wanted = filter ? filterRuns(placed, filter) : { runs: placed, notes: [] }
  const measured = wanted.runs.map((run) => utf16Columns(run, { root, read: files.bytes }))
  const filed = measured.map(describeRules).map((run) => fileUnder(run, category, config.ownCategory))
  const known = filed.map((run) => addFingerprints(run, sources, config.fingerprints))
  return {
    runs: known.map(({ run }) => run),
    notices: [...repaired.flatMap(mendings), ...wanted.notes, ...foreignPrints(known, config)],
  }
}

function mendings({ run, repairs }: ReturnType<typeof repair>): string[] {
  if (repairs.length === 0) return []
  const kinds = repairs.map(({ kind, count, example }) => `${count} × ${kind}${example ? ` (${example})` : ''}`)
  return [`Mended in the SARIF of ${run.tool.driver.name}: ${kinds.join('; ')}.`]
}

/** One line a tool, where GitHub's own uploader writes one a result. */
function foreignPrints(known: Fingerprinted[], { fingerprints = 'keep' }: NormaliseConfig): string[] {
  const counts = new Map<string, number>()
  for (const { run, foreign } of known) {
    const tool = run.tool.driver.name
    if (foreign > 0) counts.set(tool, (counts.get(tool) ?? 0) + foreign)
  }
  const fate =
    fingerprints === 'keep'
      ? 'They are kept, so that GitHub knows the alerts again that it has; `fingerprints: replace` puts the computed ones in their place'
      : 'They were replaced'
  return [...counts].map(
    ([tool, count]) =>
      `${count} results of ${tool} bring a fingerprint (\`primaryLocationLineHash\`) other than the one computed from their source. ${fate}.`,
  )
}

function named(run: Run, toolName: string | undefined): Run {
  return toolName === undefined
    ? run
    : { ...run, tool: { ...run.tool, driver: { ...run.tool.driver, name: toolName } } }
}
