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
    const isPlace = key === 'artifactLocation' || key === 'analysisTarget'
    const next = isPlace ? rewrite(value as ArtifactLocation) : inValue(value, rewrite)
    if (next === value) continue
    copy ??= { ...object }
    copy[key] = next as typeof value
  }
  return copy ?? object
}

function inValue(value: object, rewrite: Rewrite): object {
  return Array.isArray(value) ? inList(value, rewrite) : inObject(value, rewrite)
}

/** Not by `mapped`: a call and a function for each of so many lists is a third of the time. */
function inList(list: unknown[], rewrite: Rewrite): unknown[] {
  let copy: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const item = list[at]
    const next = typeof item === 'object' && item !== null ? inValue(item, rewrite) : item
    if (next === item) continue
    copy ??= [...list]
    copy[at] = next
  }
  return copy ?? list
}
