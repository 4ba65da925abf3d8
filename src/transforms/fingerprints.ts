import type { Result, Run } from 'sarif'
import { pathOfUri } from '../model/uri.ts'
import { lineHashes } from './line-hash.ts'

/** The text of a file by its path from the checkout; undefined for what is not a regular file inside the checkout. */
export type ReadSource = (path: string) => string | undefined

/**
 * Adds `partialFingerprints.primaryLocationLineHash`, by which GitHub knows an alert again when lines move. A value
 * that is there already stays. Results whose place or file is unknown get none, as in GitHub's own uploader.
 */
export function addFingerprints(run: Run, root: string, read: ReadSource): Run {
  const places = placesByFile(run, root)
  if (places.size === 0) return run
  const hashOf = new Map<Result, string>()
  for (const [path, results] of places) {
    const text = read(path)
    if (text === undefined) continue
    const hashes = lineHashes(text, results.map(lineOf) as number[])
    for (const result of results) {
      const hash = hashes.get(lineOf(result)!)
      if (hash !== undefined) hashOf.set(result, hash)
    }
  }
  return { ...run, results: run.results!.map((result) => withHash(result, hashOf.get(result))) }
}

function withHash(result: Result, hash: string | undefined): Result {
  if (hash === undefined || result.partialFingerprints?.['primaryLocationLineHash']) return result
  return { ...result, partialFingerprints: { ...result.partialFingerprints, primaryLocationLineHash: hash } }
}

/** One file's results together, so that each file is read once and let go again. */
function placesByFile(run: Run, root: string): Map<string, Result[]> {
  const places = new Map<string, Result[]>()
  for (const result of run.results ?? []) {
    if (typeof lineOf(result) !== 'number') continue
    const path = pathOf(run, result, root)
    if (path === undefined) continue
    const there = places.get(path)
    if (there) there.push(result)
    else places.set(path, [result])
  }
  return places
}

/** Only the first location counts. */
function lineOf(result: Result): number | undefined {
  return result.locations?.[0]?.physicalLocation?.region?.startLine
}

/** As GitHub's uploader finds the file: bases ignored, escapes undone once, `file://` removed, the rest under the root. */
function pathOf(run: Run, result: Result, root: string): string | undefined {
  const location = result.locations?.[0]?.physicalLocation?.artifactLocation
  const uri = location?.uri || run.artifacts?.[location?.index ?? -1]?.location?.uri
  if (typeof uri !== 'string') return undefined
  const path = pathOfUri(uri)?.replace(/^file:\/\//, '')
  if (path === undefined || path === '' || path.includes('://')) return undefined
  if (!path.startsWith('/')) return path
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}
