import { randomUUID } from 'node:crypto'
import { closeAlerts, openAlerts, placeOf } from './alerts.ts'
import { categoryOf, complaints, keyOf } from './checks.ts'
import { profileOf, rulesOf, truncated } from './limits.ts'
import { ruleFinder, weightOf } from './rules.ts'
import type { Log, Reading, Run } from './sarif.ts'
import { type Analysis, type Delivery, now, type Repository } from './state.ts'
import { failsInAnalyses } from './versions.ts'

/** What happens after the 202: a delivery ends complete, with one analysis a run, or failed, with the reasons. */
export function processDelivery(repository: Repository, delivery: Delivery, reading: Reading): void {
  const errors = 'error' in reading ? [reading.error] : complaints(reading.log, { repository, ...delivery })
  delivery.errors = errors
  delivery.status = errors.length > 0 ? 'failed' : 'complete'
  if (errors.length > 0 && failsInAnalyses(repository.version)) storeFailure(repository, delivery)
  if ('error' in reading || errors.length > 0) return
  for (const runs of perConfiguration(reading.log)) store(repository, delivery, runs)
}

/** More than one run in a group occurs only where the server still merges them. */
function perConfiguration({ runs }: Log): Run[][] {
  const groups = new Map<string, Run[]>()
  for (const run of runs ?? []) groups.set(keyOf(run), [...(groups.get(keyOf(run)) ?? []), run])
  return [...groups.values()]
}

function store(repository: Repository, delivery: Delivery, runs: Run[]): void {
  const cut = runs.map((run) => {
    const find = ruleFinder(run)
    return truncated(run, profileOf(repository.version), (result) => weightOf(result, find(result)))
  })
  const analysis = newAnalysis(repository, delivery, cut[0]!.run)
  analysis.warning = cut.flatMap(({ warnings }) => warnings).join(' ')
  for (const { run } of cut) addRun(repository, { analysis, run, checkoutUri: delivery.checkoutUri })
  repository.analyses.push(analysis)
  closeAlerts(repository, analysis)
}

function storeFailure(repository: Repository, delivery: Delivery): void {
  const name = delivery.toolName
  const error = delivery.errors.join(' ')
  repository.analyses.push({ ...newAnalysis(repository, delivery, { tool: { driver: { name } } }), error })
}

function newAnalysis(repository: Repository, delivery: Delivery, run: Run): Analysis {
  const driver = run.tool?.driver
  repository.lastAnalysis += 1
  return {
    id: repository.lastAnalysis,
    sarifId: delivery.id,
    ref: delivery.ref,
    commitSha: delivery.commitSha,
    category: categoryOf(run),
    tool: {
      name: driver?.name ?? '',
      guid: driver?.guid ?? null,
      version: driver?.semanticVersion ?? driver?.version ?? null,
    },
    createdAt: now(),
    resultsCount: 0,
    rulesCount: 0,
    error: '',
    warning: '',
    stored: [],
  }
}

interface Addition {
  analysis: Analysis
  run: Run
  checkoutUri: string | undefined
}

function addRun(repository: Repository, { analysis, run, checkoutUri }: Addition): void {
  const base = checkoutUri ?? run.invocations?.[0]?.workingDirectory?.uri ?? undefined
  const results = run.results ?? []
  const find = ruleFinder(run)
  const sightings = results.map((result) => ({ result, rule: find(result), place: placeOf(result, base) }))
  const numbers = openAlerts(repository, analysis, sightings)
  analysis.resultsCount += results.length
  analysis.rulesCount += rulesOf(run).length
  analysis.stored.push({
    run,
    results: results.map((result, index) => ({ result, guid: randomUUID(), alert: numbers[index]! })),
  })
}
