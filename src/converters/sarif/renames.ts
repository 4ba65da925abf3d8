import { isObject, type Json } from '../../model/json.ts'

/** Words of the drafts that only changed their name on the way to 2.1.0. */
const names = new Map<string, string>([
  ['richText', 'markdown'],
  ['fileLocation', 'artifactLocation'],
  ['fileIndex', 'index'],
  ['fileChanges', 'artifactChanges'],
  ['messageId', 'id'],
  ['instanceGuid', 'guid'],
  ['baselineInstanceGuid', 'baselineGuid'],
  ['resultProvenance', 'provenance'],
  ['firstDetectionRunInstanceGuid', 'firstDetectionRunGuid'],
  ['lastDetectionRunInstanceGuid', 'lastDetectionRunGuid'],
  ['toolNotifications', 'toolExecutionNotifications'],
  ['configurationNotifications', 'toolConfigurationNotifications'],
  ['toolExecutionSuccessful', 'executionSuccessful'],
  ['startTime', 'startTimeUtc'],
  ['endTime', 'endTimeUtc'],
  ['defaultFileEncoding', 'defaultEncoding'],
])

/** Whose keys are the tool's own words, or rewritten elsewhere. */
const own = new Set(['properties', 'partialFingerprints', 'fingerprints', 'environmentVariables', 'state', 'tool'])

/** The object with final names at every depth. Never deeper than SARIF nests, so that no input can exhaust the stack. */
export function renamed(object: Json, depth = 0): Json {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      names.get(key) ?? key,
      own.has(key) ? value : inside(value, depth + 1),
    ]),
  )
}

function inside(value: unknown, depth: number): unknown {
  if (depth > 40) return value
  if (Array.isArray(value)) return value.map((item) => inside(item, depth + 1))
  return isObject(value) ? renamed(value, depth) : value
}
