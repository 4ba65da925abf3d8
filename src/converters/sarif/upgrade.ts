import { UnreadableReport } from '../../model/errors.ts'
import { isObject, type Json } from '../../model/json.ts'
import { runOfDraft } from './drafts.ts'
import { changedEach } from './json.ts'
import { runOfVersion1 } from './version-1.ts'

/** A log in the words of SARIF 2.1.0, whichever version it was written in; throws `UnreadableReport` for an unknown one. */
export function upgraded(log: unknown): unknown {
  if (!isObject(log)) return log
  const { version, runs } = log
  if (version === '2.1.0') return { version, runs }
  const upgrade = upgradeFrom(version)
  if (upgrade) return { version: '2.1.0', runs: changedEach(runs, (run) => upgrade(inThisFile(run))) }
  throw new UnreadableReport(
    `its SARIF version is ${JSON.stringify(version)}; 2.1.0, 1.0.0 and the drafts of 2.0.0 can be read`,
  )
}

function upgradeFrom(version: unknown): ((run: Json) => Json) | undefined {
  if (typeof version !== 'string') return undefined
  if (version === '1.0.0' || version.startsWith('1.0.0-')) return runOfVersion1
  return version === '2.0.0' || version.startsWith('2.0.0-') ? runOfDraft : undefined
}

/** A run may say that its results lie in files of their own: nothing is known of the code without them. */
export function inThisFile<T extends object>(run: T): T {
  const { externalPropertyFileReferences, externalPropertyFiles, externalFiles } = run as Json
  for (const references of [externalPropertyFileReferences, externalPropertyFiles, externalFiles]) {
    const results = isObject(references) ? references['results'] : undefined
    if (results !== undefined && !(Array.isArray(results) && results.length === 0))
      throw new UnreadableReport('its results are in external files, and those are not read; write them into this file')
  }
  return run
}
