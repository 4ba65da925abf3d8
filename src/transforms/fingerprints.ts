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
  const results = [...run.results!]
  for (const [path, there] of places) {
    const text = read(path)
    if (text === undefined) continue
    const hashes = lineHashes(text, there.map((at) => lineOf(results[at]!)) as number[])
    for (const at of there) results[at] = withHash(results[at]!, hashes.get(lineOf(results[at]!)!))
  }
  return { ...run, results }
}

function withHash(result: Result, hash: string | undefined): Result {
  if (hash === undefined) return result
  return { ...result, partialFingerprints: { ...result.partialFingerprints, primaryLocationLineHash: hash } }
}

/** Which results want a fingerprint, by their file, so that each file is read once and let go again. */
function placesByFile(run: Run, root: string): Map<string, number[]> {
  const byUri = new Map<string, number[]>()
  run.results?.forEach((result, at) => {
    if (typeof lineOf(result) !== 'number' || result.partialFingerprints?.['primaryLocationLineHash']) return
    const uri = uriOf(run, result)
    if (typeof uri === 'string') listUnder(byUri, uri, [at])
  })
  const byPath = new Map<string, number[]>()
  for (const [uri, there] of byUri) {
    const path = pathOf(uri, root)
    if (path !== undefined) listUnder(byPath, path, there)
  }
  return byPath
}

function listUnder(lists: Map<string, number[]>, key: string, items: number[]): void {
  const known = lists.get(key)
  if (known) for (const item of items) known.push(item)
  else lists.set(key, items)
}

/** Only the first location counts. */
function lineOf(result: Result): number | undefined {
  return result.locations?.[0]?.physicalLocation?.region?.startLine
}

function uriOf(run: Run, result: Result): string | undefined {
  const location = result.locations?.[0]?.physicalLocation?.artifactLocation
  return location?.uri || run.artifacts?.[location?.index ?? -1]?.location?.uri
}

/** As GitHub's uploader finds the file: bases ignored, escapes undone once, `file://` removed, the rest under the root. */
function pathOf(uri: string, root: string): string | undefined {
  const path = pathOfUri(uri)?.replace(/^file:\/\//, '')
  if (path === undefined || path === '' || path.includes('://')) return undefined
  if (!path.startsWith('/')) return path
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}
