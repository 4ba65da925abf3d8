import type { Location, Result, Run } from 'sarif'
import { type Dependency, dependencyMark } from '../model/dependency.ts'
import { placeless } from '../model/sarif.ts'
import { encodePath, pathOfUri } from '../model/uri.ts'
import type { ReadSource } from './fingerprints.ts'
import { type PackageList, packageListReader } from './package-lists.ts'

/** The checkout as far as it is needed to look packages up. */
export interface Manifests {
  /** Where the tool ran, relative to the checkout: '' or `packages/a`. */
  ranIn: string
  read: ReadSource
}

/**
 * Leads findings about packages to the line that lists the package, in the file that the tool names or, where it names
 * none, in the first of those that usually list it. Paths are to be relative to the checkout. Each file is read once.
 */
export function placeDependencies(run: Run, { ranIn, read }: Manifests): Run {
  if (!run.results?.some(isMarked)) return run
  const lists = new Map<string, PackageList | undefined>()
  const listIn = (path: string): PackageList | undefined => {
    if (!lists.has(path)) lists.set(path, readList(path, read))
    return lists.get(path)
  }
  return { ...run, results: run.results.map((result) => (isMarked(result) ? placed(result, ranIn, listIn) : result)) }
}

function readList(path: string, read: ReadSource): PackageList | undefined {
  const reader = packageListReader(path)
  const text = reader && read(path)
  return text === undefined ? undefined : reader!(text)
}

function isMarked({ properties }: Result): boolean {
  return properties !== undefined && dependencyMark in properties
}

function placed(result: Result, ranIn: string, listIn: (path: string) => PackageList | undefined): Result {
  const { [dependencyMark]: mark, [placeless]: isPlaceless, ...properties } = result.properties!
  const [first, ...others] = result.locations ?? []
  const dependency = dependencyOf(mark)
  const kept = { ...result, properties: isPlaceless ? { ...properties, [placeless]: isPlaceless } : properties }
  if (!dependency || isTold(first)) return kept
  const own = isPlaceless ? [] : [pathOf(first)]
  const listed = (dependency.manifests ?? []).flatMap((file) => [ranIn ? `${ranIn}/${file}` : file, file])
  const paths = [...own, ...listed].filter((path) => path !== undefined)
  const found = paths.find((path) => listIn(path)?.(dependency) !== undefined)
  const path = found ?? paths.find((path) => listIn(path) !== undefined)
  if (path === undefined) return kept
  const line = listIn(path)!(dependency)
  return { ...result, properties, locations: [locationAt(first, path, line), ...others] }
}

/** A report in SARIF may hold anything under this name. */
function dependencyOf(mark: unknown): Dependency | undefined {
  const { name, version, key, manifests } = (mark ?? {}) as Record<string, unknown>
  if (typeof name !== 'string') return undefined
  const files = Array.isArray(manifests) ? manifests.filter((file) => typeof file === 'string') : []
  return {
    name,
    ...(typeof version === 'string' && { version }),
    ...(typeof key === 'string' && { key }),
    manifests: files,
  }
}

function pathOf(location: Location | undefined): string | undefined {
  const uri = location?.physicalLocation?.artifactLocation?.uri
  return uri === undefined || /^[a-z][a-z\d+.-]*:/i.test(uri) ? undefined : pathOfUri(uri)
}

/** Line 1 stands for a whole file: GitHub takes no place without a line. */
function isTold(location: Location | undefined): boolean {
  return (location?.physicalLocation?.region?.startLine ?? 1) > 1
}

function locationAt(location: Location | undefined, path: string, line = 1): Location {
  const artifact = location?.physicalLocation?.artifactLocation
  return {
    ...location,
    physicalLocation: {
      artifactLocation: pathOf(location) === path ? { ...artifact } : { uri: encodePath(path) },
      region: { startLine: line },
    },
  }
}
