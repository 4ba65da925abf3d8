import { limits, profileOf, rulesOf, stepsOf } from './limits.ts'
import { schemeOf } from './paths.ts'
import type { Log, Result, Run } from './sarif.ts'
import type { Repository } from './state.ts'

export interface Upload {
  runs: Run[]
  checkoutUri: string | undefined
  repository: Repository
}

/** What the server finds wrong with a SARIF it could read. The first check with a complaint speaks, for all places. */
export function complaints(
  log: Log,
  { checkoutUri, repository }: { checkoutUri: string | undefined; repository: Repository },
) {
  const upload = { runs: log.runs ?? [], checkoutUri, repository }
  const checks = [tooMuch, sameCategory, unwelcome, unsuccessful, badSeverities, badResults]
  for (const check of checks) {
    const errors = check(upload)
    if (errors.length > 0) return errors
  }
  return []
}

/** Text up to the last slash of the id; an id without slash has none. */
export function categoryOf(run: Run): string {
  const id = run.automationDetails?.id ?? ''
  return id.slice(0, Math.max(0, id.lastIndexOf('/')))
}

export function keyOf(run: Run): string {
  return JSON.stringify([run.tool?.driver?.name, categoryOf(run)])
}

function tooMuch({ runs, repository }: Upload): string[] {
  const over = (things: string, [count, most]: [number, number]) =>
    count > most ? [`rejecting SARIF, as there are more ${things} than allowed (${count} > ${most})`] : []
  const profile = profileOf(repository.version)
  const perRun = (run: Run) => [
    ...over('results per run', [run.results?.length ?? 0, profile.results.most]),
    ...over('rules per run', [rulesOf(run).length, limits.rules.most]),
    ...over('tool extensions per run', [run.tool?.extensions?.length ?? 0, limits.extensions.most]),
    ...rulesOf(run).flatMap((rule) => over('tags per rule', [rule.properties?.tags?.length ?? 0, limits.tags.most])),
    ...(run.results ?? []).flatMap(perResult),
  ]
  const perResult = (result: Result) => [
    ...over('threadflow steps per result', [stepsOf(result), limits.steps.most]),
    ...over('locations per result', [result.locations?.length ?? 0, limits.locations.most]),
    ...over('related locations per result', [result.relatedLocations?.length ?? 0, limits.locations.most]),
  ]
  const files = over('runs', [runs.length, profile.runs])
  return files.length > 0 ? files : runs.flatMap(perRun)
}

function sameCategory({ runs, repository }: Upload): string[] {
  if (profileOf(repository.version).mergesCategories || new Set(runs.map(keyOf)).size === runs.length) return []
  const news = '2025-07-21-code-scanning-will-stop-combining-multiple-sarif-runs-uploaded-in-the-same-sarif-file'
  return [
    'A delivery cannot contain multiple runs with the same category. Please upload a single run per category. ' +
      `For more information, see https://github.blog/changelog/${news}/`,
  ]
}

function unwelcome({ runs, repository }: Upload): string[] {
  if (repository.hasDefaultSetup && runs.some((run) => run.tool?.driver?.name === 'CodeQL')) {
    return ['CodeQL analyses from advanced configurations cannot be processed when the default setup is enabled']
  }
  if (repository.alerts.length > repository.maxAlerts) {
    return ['rejecting delivery as the repository has too many logical alerts']
  }
  return []
}

function unsuccessful({ runs }: Upload): string[] {
  const invocations = runs.flatMap((run) => run.invocations ?? [])
  return invocations.some(({ executionSuccessful }) => executionSuccessful === false) ? ['unsuccessful execution'] : []
}

function badSeverities({ runs }: Upload): string[] {
  return runs.flatMap(rulesOf).flatMap(({ properties }) => {
    const severity = properties?.['security-severity']
    const isNumber = severity === undefined || (severity?.trim() && Number.isFinite(Number(severity)))
    return isNumber ? [] : [`could not convert rules: invalid security severity value, is not a number: ${severity}`]
  })
}

function badResults({ runs, checkoutUri }: Upload): string[] {
  return runs.flatMap((run) => {
    const base = checkoutUri ?? run.invocations?.[0]?.workingDirectory?.uri ?? undefined
    return (run.results ?? []).flatMap((result) => badResult(result, base))
  })
}

function badResult({ message, locations }: Result, base: string | undefined): string[] {
  if (!message?.text) return ['expected a result message']
  if (!locations?.[0]) return ['locationFromSarifResult: expected at least one location']
  const uri = locations[0].physicalLocation?.artifactLocation?.uri
  if (!uri) return ['locationFromSarifResult: expected artifact location']
  if (/%(?![0-9a-f]{2})/i.test(uri)) return ['an invalid URI was provided as a SARIF location']
  const scheme = schemeOf(uri)
  const wanted = schemeOf(base ?? '') ?? ''
  if (!scheme || scheme === wanted) return []
  return [`SARIF URI scheme "${scheme}" did not match the checkout URI scheme "${wanted}"`]
}
