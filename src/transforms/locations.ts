import type { ArtifactLocation, Run } from 'sarif'

type Rewrite = (location: ArtifactLocation) => ArtifactLocation

/** Rewrites every artifact location of a run, wherever it stands. Only what changes is copied; the rest is the same. */
export function mapLocations(run: Run, rewrite: Rewrite): Run {
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return mapItems(value, (item) => walk(item))
    if (key === 'artifactLocation' || key === 'analysisTarget') return rewrite(value as ArtifactLocation)
    return mapValues(value, walk)
  }
  const artifacts = mapItems(run.artifacts, (artifact) => mapKey(artifact, 'location', (it) => it && rewrite(it)))
  const withArtifacts = artifacts === run.artifacts ? run : { ...run, artifacts }
  return mapValues(withArtifacts, (value, key) => (notOfFindings.has(key) ? value : walk(value, key)))
}

/** What of a run holds no place of a finding, or is somebody else's to lay out. */
const notOfFindings = new Set(['tool', 'artifacts', 'originalUriBaseIds', 'properties', 'versionControlProvenance'])

/** Where SARIF has no place for an artifact location: with `properties`, nearly half of a log. */
const without = new Set(['properties', 'message', 'region', 'contextRegion', 'partialFingerprints', 'fingerprints'])

function mapItems<T>(items: T[] | undefined, change: (item: T) => T): T[] | undefined {
  if (!items) return items
  let changed: T[] | undefined
  for (let at = 0; at < items.length; at++) {
    const next = change(items[at]!)
    if (next === items[at]) continue
    changed ??= [...items]
    changed[at] = next
  }
  return changed ?? items
}

function mapValues<T extends object>(object: T, change: (value: unknown, key: string) => unknown): T {
  let changed: T | undefined
  for (const key in object) {
    const value = object[key]
    // Most values are texts and numbers, or what holds no place.
    if (typeof value !== 'object' || without.has(key)) continue
    const next = change(value, key)
    if (next === value) continue
    changed ??= { ...object }
    changed[key] = next as typeof value
  }
  return changed ?? object
}

function mapKey<T extends object, K extends keyof T>(object: T, key: K, change: (value: T[K]) => T[K]): T {
  const value = change(object[key])
  return value === object[key] ? object : { ...object, [key]: value }
}
