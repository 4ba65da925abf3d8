import type { Artifact, ArtifactLocation, Run } from 'sarif'
import { changed, mapped } from './repair-change.ts'

type Rewrite = (location: ArtifactLocation) => ArtifactLocation

/** Rewrites every artifact location of a run, wherever it stands. Only what changes is copied; the rest is the same. */
export function mapLocations(run: Run, rewrite: Rewrite): Run {
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return mapped(value, (item) => walk(item))
    if (key === 'artifactLocation' || key === 'analysisTarget') return rewrite(value as ArtifactLocation)
    return mapValues(value, walk)
  }
  const placed = ({ location }: Artifact) => (location ? { location: rewrite(location) } : {})
  const artifacts = run.artifacts && mapped(run.artifacts, (artifact) => changed(artifact, placed(artifact)))
  const withArtifacts = changed(run, { artifacts })
  return mapValues(withArtifacts, (value, key) => (notOfFindings.has(key) ? value : walk(value, key)))
}

/** What of a run holds no place of a finding, or is somebody else's to lay out. */
const notOfFindings = new Set(['tool', 'artifacts', 'originalUriBaseIds', 'properties', 'versionControlProvenance'])

/** Where SARIF has no place for an artifact location: with `properties`, nearly half of a log. */
const without = new Set(['properties', 'message', 'region', 'contextRegion', 'partialFingerprints', 'fingerprints'])

function mapValues<T extends object>(object: T, change: (value: unknown, key: string) => unknown): T {
  let copy: T | undefined
  for (const key in object) {
    const value = object[key]
    // Most values are texts and numbers, or what holds no place.
    if (typeof value !== 'object' || without.has(key)) continue
    const next = change(value, key)
    if (next === value) continue
    copy ??= { ...object }
    copy[key] = next as typeof value
  }
  return copy ?? object
}
