import type { ArtifactLocation, Run } from 'sarif'
import { encodePath, pathOfUri } from '../model/uri.ts'
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

/** Makes every file of a run relative to the checkout, percent-encoded and without `./`, as GitHub wants it. */
export function relativePaths(run: Run, checkout: Checkout): Run {
  const bases = run.originalUriBaseIds ?? {}
  const seen = new Map<string, ArtifactLocation>()
  const rewrite = (location: ArtifactLocation): ArtifactLocation => {
    if (location.uri === undefined) return location
    const key = `${location.uriBaseId ?? ''} ${location.uri}`
    const known = seen.get(key) ?? relative(withBase(location, bases), checkout)
    seen.set(key, known)
    if (known.uri === location.uri && known.uriBaseId === location.uriBaseId) return location
    const { uriBaseId: _resolved, ...rest } = location
    return { ...rest, ...known }
  }
  return mapLocations(run, rewrite)
}

type Bases = NonNullable<Run['originalUriBaseIds']>

/** A base that the log defines is joined to the path; one that it leaves open means the checkout itself. */
function withBase({ uri = '', uriBaseId }: ArtifactLocation, bases: Bases, depth = 0): ArtifactLocation {
  if (uriBaseId === undefined || /^[a-z][a-z\d+.-]*:/i.test(uri)) return { uri }
  const base = bases[uriBaseId]
  // Ten levels of bases upon bases is a loop, not a layout.
  if (!base?.uri || depth > 10) return { uri, uriBaseId }
  const joined = `${base.uri.replace(/\/?$/, '/')}${uri}`
  return withBase({ uri: joined, ...(base.uriBaseId && { uriBaseId: base.uriBaseId }) }, bases, depth + 1)
}

function relative({ uri = '', uriBaseId }: ArtifactLocation, checkout: Checkout): ArtifactLocation {
  const path = absolutePath(uri)
  if (path === undefined) return { uri, ...(uriBaseId && { uriBaseId }) }
  if (path.startsWith('/')) {
    const root = checkout.roots.find((folder) => path.startsWith(`${folder}/`))
    return { uri: root === undefined ? `file://${encodePath(path)}` : encodePath(path.slice(root.length + 1)) }
  }
  const plain = withoutDots(path)
  const inFolder = withoutDots(`${checkout.ranIn}/${path}`)
  const fromRoot = uriBaseId !== undefined || checkout.ranIn === '' || inFolder === undefined
  if (fromRoot || (!checkout.exists(inFolder) && plain !== undefined && checkout.exists(plain)))
    return { uri: plain === undefined ? uri : encodePath(plain) }
  return { uri: encodePath(inFolder) }
}

/** The decoded path of a URI that names a file, absolute or relative; undefined for what names something else. */
function absolutePath(uri: string): string | undefined {
  const file = /^file:(?:\/\/(?:localhost(?=\/))?)?(.*)$/is.exec(uri)?.[1]
  // `//host/share` and `file://host/…` would be a network path; no checkout lives there.
  if (file === undefined && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(uri)) return undefined
  const path = pathOfUri(file ?? uri)
  return path === undefined || /[?#]/.test(file ?? uri) ? undefined : path.replace(/^\/(?=[A-Za-z]:\/)/, '')
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
