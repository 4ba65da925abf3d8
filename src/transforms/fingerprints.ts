import type { Result, Run } from 'sarif'
import { uriOfResult } from '../model/place.ts'
import { pathOfUri } from '../model/uri.ts'
import { lineHashes } from './line-hash.ts'

/** The text of a file by its path from the checkout; undefined for what is not a regular file inside the checkout. */
export type ReadSource = (path: string) => string | undefined

/** Where sources are, and how they are read. */
export interface Sources {
  root: string
  read: ReadSource
}

export interface Fingerprinted {
  run: Run
  /** How many results brought another value than the one that was computed. */
  foreign: number
}

/**
 * Adds `partialFingerprints.primaryLocationLineHash`, by which GitHub knows an alert again when lines move. Another
 * value that is there already is kept or replaced. Results whose place or file is unknown get none, as in GitHub's own
 * uploader.
 */
export function addFingerprints(run: Run, { root, read }: Sources, others: 'keep' | 'replace' = 'keep'): Fingerprinted {
  const places = placesByFile(run, root)
  if (places.size === 0) return { run, foreign: 0 }
  const results = [...run.results!]
  let foreign = 0
  for (const [path, there] of places) {
    const text = read(path)
    if (text === undefined) continue
    const hashes = lineHashes(text, there.map((at) => lineOf(results[at]!)) as number[])
    for (const at of there) {
      const result = results[at]!
      const hash = hashes.get(lineOf(result)!)
      const own = result.partialFingerprints?.[key]
      if (own && hash !== undefined && own !== hash) foreign++
      if (hash !== undefined && (!own || others === 'replace')) results[at] = withHash(result, hash)
    }
  }
  return { run: { ...run, results }, foreign }
}

const key = 'primaryLocationLineHash'

function withHash(result: Result, hash: string): Result {
  return { ...result, partialFingerprints: { ...result.partialFingerprints, [key]: hash } }
}

/** Which results want a fingerprint, by their file, so that each file is read once and let go again. */
function placesByFile(run: Run, root: string): Map<string, number[]> {
  const byUri = new Map<string, number[]>()
  run.results?.forEach((result, at) => {
    if (typeof lineOf(result) !== 'number') return
    const uri = uriOfResult(run, result)
    if (typeof uri === 'string') listUnder(byUri, uri, [at])
  })
  const byPath = new Map<string, number[]>()
  for (const [uri, there] of byUri) {
    const path = sourcePath(uri, root)
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

/** As GitHub's uploader finds the file: bases ignored, escapes undone once, `file://` removed, the rest under the root. */
export function sourcePath(uri: string, root: string): string | undefined {
  const path = pathOfUri(uri)?.replace(/^file:\/\//, '')
  if (path === undefined || path === '' || path.includes('://')) return undefined
  if (!path.startsWith('/')) return path
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}
