import type { ArtifactLocation, Run } from 'sarif'
import { encodePath, pathOfUri, uriOfPath } from '../model/uri.ts'
import { mapLocations } from './locations.ts'

/** Where paths are made relative to. Folders are absolute paths without a slash at the end. */
export interface Checkout {
  /** The checkout, under every name it has (a link and what it points to). */
  roots: string[]
  /** Where the scanner ran, relative to the checkout: '' or `packages/a`. */
  ranIn: string
  /** Whether a path relative to the checkout exists. */
  exists(path: string): boolean
}

type Place = Pick<ArtifactLocation, 'uriBaseId'> & { uri: string }
type Bases = NonNullable<Run['originalUriBaseIds']>

/** Makes every file of a run relative to the checkout, percent-encoded and without `./`, as GitHub wants it. */
export function relativePaths(run: Run, checkout: Checkout): Run {
  const bases = run.originalUriBaseIds ?? {}
  const seen = new Map<string | undefined, Map<string, Place>>()
  const placed = (uri: string, uriBaseId: string | undefined): Place => {
    const known = seen.get(uriBaseId) ?? new Map<string, Place>()
    if (known.size === 0) seen.set(uriBaseId, known)
    const found = known.get(uri)
    if (found) return found
    const place = placeOf({ uri, uriBaseId }, bases, checkout)
    known.set(uri, place)
    return place
  }
  const rewrite = (location: ArtifactLocation): ArtifactLocation => {
    const { uri, uriBaseId } = location
    if (typeof uri !== 'string' || uri === '') return location
    const place = placed(uri, uriBaseId)
    if (place.uri === uri && place.uriBaseId === uriBaseId) return location
    // Most locations say nothing else: those of one file become one object, which saves a lot of memory.
    if (hasOnly(location, placeKeys)) return place
    const { uriBaseId: _resolved, ...rest } = location
    return { ...rest, ...place }
  }
  return mapLocations(run, rewrite)
}

const placeKeys = new Set(['uri', 'uriBaseId'])

function hasOnly(object: object, keys: Set<string>): boolean {
  for (const key in object) if (!keys.has(key)) return false
  return true
}

/**
 * A base that lies outside is the checkout by another name, such as the folder where a container has it mounted: GitHub
 * ignores bases, so the path alone is never worse.
 */
function placeOf(given: Place, bases: Bases, checkout: Checkout): Place {
  const found = relative(withBase(given, bases), checkout)
  return given.uriBaseId !== undefined && found.uri.startsWith('file:') ? relative({ uri: given.uri }, checkout) : found
}

/** A base that the log defines is joined to the path; one that it leaves open means the checkout itself. */
function withBase(given: Place, bases: Bases): Place {
  let { uri, uriBaseId } = given
  for (let depth = 0; depth < 10; depth++) {
    if (uriBaseId === undefined || /^[a-z][a-z\d+.-]*:/i.test(uri)) return { uri }
    const base = bases[uriBaseId]
    if (!base?.uri) return { uri, uriBaseId }
    uri = `${base.uri.replace(/\/?$/, '/')}${uri}`
    uriBaseId = base.uriBaseId
  }
  // Ten levels of bases upon bases is a loop, not a layout.
  return given
}

function relative({ uri, uriBaseId }: Place, checkout: Checkout): Place {
  const path = pathIn(uri)
  if (path === undefined) return { uri, ...(uriBaseId !== undefined && { uriBaseId }) }
  const plain = withoutDots(path)
  if (/^(?:\/|[a-z]:\/)/i.test(path)) return { uri: plain === undefined ? uri : withoutRoot(path, plain, checkout) }
  const inFolder = withoutDots(`${checkout.ranIn}/${path}`)
  const fromRoot = uriBaseId !== undefined || checkout.ranIn === '' || inFolder === undefined
  if (fromRoot || (!checkout.exists(inFolder) && plain !== undefined && checkout.exists(plain)))
    return { uri: plain ? encodePath(plain) : uri }
  return { uri: encodePath(inFolder) }
}

/** The decoded path of a URI that names a file, absolute or relative; undefined for what names something else. */
function pathIn(uri: string): string | undefined {
  // No URI holds a backslash: this one was written by a program on Windows that took its path for a URI.
  const slashed = uri.replaceAll('\\', '/')
  const file = /^file:(?:\/\/(?:localhost(?=\/))?)?(.*)$/is.exec(slashed)?.[1]
  // One letter and a colon is a drive. `//host/share` is a network path, and no checkout lives there.
  if (file === undefined && /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(slashed)) return undefined
  const path = file ?? slashed
  return /[?#]/.test(path) ? undefined : pathOfUri(path)?.replace(/^\/(?=[a-z]:\/)/i, '')
}

/** Absolute paths lose the checkout's folder; those outside of it become `file:` URIs. Windows ignores case. */
function withoutRoot(path: string, plain: string, { roots }: Checkout): string {
  const hasDrive = !path.startsWith('/')
  const absolute = hasDrive ? plain : `/${plain}`
  const comparable = (text: string) => (hasDrive ? text.replaceAll('\\', '/').toLowerCase() : text)
  const root = roots.find((folder) => comparable(absolute).startsWith(`${comparable(folder)}/`))
  return root === undefined ? uriOfPath(absolute) : encodePath(absolute.slice(root.length + 1))
}

/** Resolves `.` and `..`; undefined when the path would leave the checkout. */
function withoutDots(path: string): string | undefined {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') kept.push(segment)
    else if (kept.pop() === undefined) return undefined
  }
  return kept.join('/')
}
