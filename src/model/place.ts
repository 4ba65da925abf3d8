import type { Location, Result, Run } from 'sarif'
import { pathOfUri } from './uri.ts'

/**
 * The URI of the file at a place, as SARIF spells it: said there, else in the run's list of files. Undefined where neither
 * says one. An empty URI names no file: GitHub's own uploader, too, goes on to the list then.
 */
export function uriAt({ artifacts }: Run, location: Location | undefined): string | undefined {
  const { uri, index = -1 } = location?.physicalLocation?.artifactLocation ?? {}
  return uri || artifacts?.[index]?.location?.uri
}

/** That of the first place, which is the only one that GitHub shows and gates count. */
export function uriOfResult(run: Run, result: Result): string | undefined {
  return uriAt(run, result.locations?.[0])
}

/**
 * The file of a result as Git and people name it: escapes undone, where they are whole, and without `./`, which runs of
 * ours never have and baselines of other programs may.
 */
export function pathOfResult(run: Run, result: Result): string | undefined {
  const uri = uriOfResult(run, result)
  return uri === undefined ? undefined : pathNamedBy(uri)
}

/** The same of a URI. */
export function pathNamedBy(uri: string): string {
  return (pathOfUri(uri) ?? uri).replace(/^(?:\.\/)+/, '')
}
