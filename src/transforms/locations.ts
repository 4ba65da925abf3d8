import type { Artifact, ArtifactLocation, Run } from 'sarif'
import { changed, mapped } from './repair-change.ts'

type Rewrite = (location: ArtifactLocation) => ArtifactLocation

/** Rewrites every artifact location of a run, wherever it stands. Only what changes is copied; the rest is the same. */
export function mapLocations(run: Run, rewrite: Rewrite): Run {
  const placed = ({ location }: Artifact) => (location ? { location: rewrite(location) } : {})
  const artifacts = run.artifacts && mapped(run.artifacts, (artifact) => changed(artifact, placed(artifact)))
  return inObject(changed(run, { artifacts }), rewrite, notOfFindings)
}

/** What of a run holds no place of a finding, or is somebody else's to lay out. */
const notOfFindings = new Set(['tool', 'artifacts', 'originalUriBaseIds', 'properties', 'versionControlProvenance'])

/** Where SARIF has no place for an artifact location: with `properties`, nearly half of a log. */
const without = new Set(['properties', 'message', 'region', 'contextRegion', 'partialFingerprints', 'fingerprints'])

function inObject<T extends object>(object: T, rewrite: Rewrite, leftOut = without): T {
  let copy: T | undefined
  for (const key in object) {
    const value = object[key]
    // Most values are texts and numbers, or what holds no place.
    if (typeof value !== 'object' || value === null || leftOut.has(key)) continue
    const next = inValue(value, key, rewrite)
    if (next === value) continue
    copy ??= { ...object }
    copy[key] = next as typeof value
  }
  return copy ?? object
}

function inValue(value: object, key: string, rewrite: Rewrite): object {
  if (key === 'artifactLocation' || key === 'analysisTarget') return rewrite(value as ArtifactLocation)
  return Array.isArray(value) ? inList(value, rewrite) : inObject(value, rewrite)
}

function inList(list: unknown[], rewrite: Rewrite): unknown[] {
  return mapped(list, (item) => (typeof item === 'object' && item !== null ? inValue(item, '', rewrite) : item))
}
