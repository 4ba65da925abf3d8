import { isObject, type Json } from '../../model/json.ts'
import { entriesOf, keyOf, objectsOf, present, textOf } from './json.ts'

/** What SARIF 1.0.0 and the drafts of 2.0.0 have in common, and 2.1.0 says in another way. */

const suppressionKinds: Record<string, string> = { suppressedInSource: 'inSource', suppressedExternally: 'external' }
const otherKinds = ['pass', 'open', 'notApplicable']

/** `level` once said as well that a result is no failure at all. */
export function kindAndLevel(level: unknown): Json {
  if (typeof level === 'string' && otherKinds.includes(level)) return { kind: level, level: 'none' }
  return { level: level === 'default' ? undefined : level }
}

export function ruleLevel(level: unknown): unknown {
  if (level === 'default') return undefined
  if (level === 'open') return 'note'
  return level === 'pass' || level === 'notApplicable' ? 'none' : level
}

export function suppressionKind(kind: unknown): unknown {
  return typeof kind === 'string' && Object.hasOwn(suppressionKinds, kind) ? suppressionKinds[kind] : kind
}

export function suppressionsOf(states: unknown): Json[] | undefined {
  if (!Array.isArray(states) || states.length === 0) return undefined
  return states.map((state) => ({ kind: suppressionKind(state) }))
}

export function baselineState(state: unknown): unknown {
  return state === 'existing' ? 'unchanged' : state
}

export function guidOf(value: unknown): string | undefined {
  const isGuid = /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i
  return typeof value === 'string' && isGuid.test(value) ? value : undefined
}

/** Files under their URI, or under `#base#uri`, become a list. Their contents stay behind: nobody reads them. */
export function artifactsOf(files: unknown): Json[] | undefined {
  if (Array.isArray(files)) return files.map((file) => artifactOf(undefined, isObject(file) ? file : {}, []))
  const entries = entriesOf(files)
  const keys = entries.map(([key]) => key)
  return entries.length > 0 ? entries.map(([key, file]) => artifactOf(key, file, keys)) : undefined
}

function artifactOf(key: string | undefined, file: Json, keys: string[]): Json {
  const named = file['fileLocation'] ?? file['artifactLocation'] ?? file['location']
  const parent = textOf(file['parentKey'])
  const parentIndex = parent === undefined ? file['parentIndex'] : keys.indexOf(parent)
  return present({
    location: isObject(named) ? placeOf(named) : placeOf({ uriBaseId: file['uriBaseId'], ...placeInKey(key, file) }),
    parentIndex: parentIndex === -1 ? undefined : parentIndex,
    length: file['length'],
    mimeType: file['mimeType'],
    hashes: hashesOf(file['hashes']),
  })
}

function placeOf({ uri, uriBaseId }: Json): Json {
  return present({ uri, uriBaseId })
}

function placeInKey(key: string | undefined, file: Json): Json {
  const [, uriBaseId, uri] = /^#([^#]+)#(.*)$/.exec(key ?? '') ?? []
  if (uriBaseId !== undefined) return { uri, uriBaseId }
  return { uri: file['uri'] ?? key }
}

function hashesOf(hashes: unknown): unknown {
  if (!Array.isArray(hashes)) return hashes
  const pairs = objectsOf(hashes).map(({ algorithm, value }) => [algorithmOf(algorithm), value])
  return Object.fromEntries(pairs)
}

function algorithmOf(name: unknown): string {
  return keyOf(name).replace(/^sha(?=\d)/, 'sha-')
}

/** Logical locations under their names become a list in the same order. */
export function logicalLocationsOf(locations: unknown): unknown {
  if (!isObject(locations)) return locations
  const entries = entriesOf(locations)
  const keys = entries.map(([key]) => key)
  return entries.map(([key, { parentKey, ...rest }]) => {
    const parentIndex = keys.indexOf(keyOf(parentKey))
    return present({ fullyQualifiedName: key, ...rest, parentIndex: parentIndex === -1 ? undefined : parentIndex })
  })
}

/** Puts the arguments into `{0}`, `{1}`…; doubled braces stand for themselves. */
export function filledIn(format: string, values: unknown): string {
  const list = Array.isArray(values) ? values : []
  return format.replace(/\{\{|\}\}|\{(\d+)\}/g, (place, index?: string) => {
    if (index === undefined) return place.slice(1)
    const value = list[Number(index)]
    return typeof value === 'string' ? value : place
  })
}
