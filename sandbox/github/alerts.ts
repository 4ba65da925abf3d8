import { pathOf } from './paths.ts'
import { alertRule } from './rules.ts'
import type { Result, Rule } from './sarif.ts'
import { type Alert, type Analysis, fullRef, type Instance, now, type Place, type Repository } from './state.ts'

export interface Sighting {
  result: Result
  rule: Rule
  place: Place
}

/** Opens, keeps and reopens the alerts of what an analysis saw; returns their numbers in order. */
export function openAlerts(repository: Repository, analysis: Analysis, sightings: Sighting[]): number[] {
  return sightings.map((sighting) => {
    const alert = alertOf(repository, analysis, sighting)
    const { result, rule, place } = sighting
    alert.rule = alertRule(rule, result)
    const instance = alert.instances.find((known) => known.ref === analysis.ref && known.category === analysis.category)
    const seen: Instance = {
      ref: analysis.ref,
      category: analysis.category,
      state: 'open',
      commitSha: analysis.commitSha,
      message: result.message?.text ?? '',
      place,
      analysisId: analysis.id,
    }
    if (instance) Object.assign(instance, seen)
    else alert.instances.push(seen)
    return alert.number
  })
}

/** What the configuration reported before and reports no more is fixed, there; then every alert takes its state. */
export function closeAlerts(repository: Repository, { id, ref, category, tool, commitSha }: Analysis): void {
  for (const alert of repository.alerts.filter((known) => known.tool.name === tool.name)) {
    for (const instance of alert.instances) {
      const isGone = instance.ref === ref && instance.category === category && instance.analysisId !== id
      if (isGone && instance.state === 'open') Object.assign(instance, { state: 'fixed', commitSha, analysisId: id })
    }
    settle(alert, repository.defaultBranch)
  }
}

function alertOf(repository: Repository, { tool }: Analysis, { result, rule, place }: Sighting): Alert {
  const identity = identityOf(tool.name, { result, rule, place })
  const known = repository.identities.get(identity)
  if (known) return known
  const time = now()
  repository.lastAlert += 1
  const alert: Alert = {
    number: repository.lastAlert,
    tool,
    rule: alertRule(rule, result),
    state: 'open',
    createdAt: time,
    updatedAt: time,
    fixedAt: null,
    dismissal: undefined,
    assignees: [],
    instances: [],
  }
  repository.alerts.push(alert)
  repository.identities.set(identity, alert)
  return alert
}

/** What a configuration reported goes with its last analysis; an alert that nobody else reported goes, too. */
export function forgetConfiguration(repository: Repository, { ref, category, tool }: Analysis): void {
  for (const alert of repository.alerts.filter((known) => known.tool.name === tool.name)) {
    alert.instances = alert.instances.filter((instance) => instance.ref !== ref || instance.category !== category)
    if (alert.instances.length > 0) settle(alert, repository.defaultBranch)
  }
  const gone = new Set(repository.alerts.filter(({ instances }) => instances.length === 0))
  repository.alerts.splice(0, repository.alerts.length, ...repository.alerts.filter((alert) => !gone.has(alert)))
  for (const [identity, alert] of repository.identities) if (gone.has(alert)) repository.identities.delete(identity)
}

/**
 * Rule, path and line hash, within a tool; the category is no part of it. What the server does without a hash is not
 * known: line and message stand in, so that moved code makes new alerts, as users see it happen.
 */
function identityOf(tool: string, { result, rule, place }: Sighting): string {
  const hash = result.partialFingerprints?.['primaryLocationLineHash']
  const stand = hash ? [hash] : [place.startLine, result.message?.text]
  return JSON.stringify([tool, rule.id, place.path, ...stand])
}

/** Fixed only when every category that ever reported it says so. */
function settle(alert: Alert, defaultBranch: string): void {
  const isFixed = instancesOn(alert, defaultBranch).every(({ state }) => state === 'fixed')
  const state = isFixed ? 'fixed' : 'open'
  if (state === alert.state) return
  const time = now()
  Object.assign(alert, { state, updatedAt: time, fixedAt: isFixed ? time : null })
}

/** The instances on a ref; of an alert that never was there, all. */
function instancesOn({ instances }: Alert, ref: string): Instance[] {
  const there = instances.filter((instance) => instance.ref === fullRef(ref))
  return there.length > 0 ? there : instances
}

export function placeOf({ locations }: Result, base: string | undefined): Place {
  const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {}
  const startLine = region?.startLine ?? 1
  const startColumn = region?.startColumn ?? 1
  return {
    path: pathOf(artifactLocation?.uri ?? '', base),
    startLine,
    endLine: region?.endLine ?? startLine,
    startColumn,
    endColumn: region?.endColumn ?? startColumn,
  }
}
