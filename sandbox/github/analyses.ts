import type { Answer } from '../http.ts'
import { forgetConfiguration } from './alerts.ts'
import { type Call, failure, page, wantedRefs } from './call.ts'
import type { Component, Message, Result, Run } from './sarif.ts'
import type { Analysis, Repository, StoredResult } from './state.ts'

export function listAnalyses(call: Call): Answer {
  const { repository, request, operation } = call
  if (repository.analyses.length === 0) return failure(404, 'no analysis found', operation.docs)
  const query = request.url.searchParams
  const refs = wantedRefs(query)
  const matches = repository.analyses.filter(
    ({ ref, sarifId, tool }) =>
      (!refs || refs.includes(ref)) &&
      isWanted(query, 'sarif_id', sarifId) &&
      isWanted(query, 'tool_name', tool.name) &&
      isWanted(query, 'tool_guid', tool.guid),
  )
  if (query.get('direction') !== 'asc') matches.reverse()
  return page(matches, request, (analysis) => shown(analysis, call))
}

export function isWanted(query: URLSearchParams, name: string, value: string | null): boolean {
  return !query.has(name) || query.get(name) === value
}

export function getAnalysis(call: Call): Answer {
  const { request } = call
  const analysis = wanted(call)
  if (!('stored' in analysis)) return analysis
  if (!request.headers['accept']?.includes('application/sarif+json'))
    return { status: 200, body: shown(analysis, call) }
  return { status: 200, headers: { 'content-type': 'application/sarif+json' }, body: sarifOf(analysis, call.api) }
}

function shown(analysis: Analysis, { api, repository }: Call) {
  const { id, ref, commitSha, category, createdAt, resultsCount, rulesCount, sarifId, tool, error, warning } = analysis
  return {
    ref,
    commit_sha: commitSha,
    // What uploads by the public endpoint get.
    analysis_key: '(default)',
    environment: '{}',
    category,
    error,
    created_at: createdAt,
    results_count: resultsCount,
    rules_count: rulesCount,
    id,
    url: `${api}/code-scanning/analyses/${id}`,
    sarif_id: sarifId,
    tool,
    deletable: isNewest(analysis, repository),
    warning,
  }
}

function wanted({ repository, operation }: Call): Analysis | Answer {
  const id = Number(operation.params['analysis_id'])
  const analysis = repository.analyses.find((known) => known.id === id)
  return analysis ?? failure(404, `No analysis found for analysis ID ${id}`, operation.docs)
}

/** From the newest to the oldest of a set; the oldest only when the caller says that the alerts may go with it. */
export function deleteAnalysis(call: Call): Answer {
  const { repository, operation, request, api } = call
  const { analyses } = repository
  const analysis = wanted(call)
  if (!('stored' in analysis)) return analysis
  const others = setOf(analysis, repository).filter((other) => other !== analysis)
  if (!isNewest(analysis, repository)) return failure(400, 'Analysis specified is not deletable.', operation.docs)
  if (others.length === 0 && !request.url.searchParams.has('confirm_delete'))
    return failure(400, isLast, operation.docs)
  analyses.splice(analyses.indexOf(analysis), 1)
  const next = others.at(-1)
  if (!next) forgetConfiguration(repository, analysis)
  const url = next ? `${api}/code-scanning/analyses/${next.id}` : null
  return { status: 200, body: { next_analysis_url: url, confirm_delete_url: url && `${url}?confirm_delete` } }
}

const isLast =
  'Analysis is last of its type and deletion may result in the loss of historical alert data. Please specify confirm_delete.'

/** Only the newest analysis of a configuration may be deleted. */
function isNewest(analysis: Analysis, repository: Repository): boolean {
  return setOf(analysis, repository).at(-1) === analysis
}

/** The analyses of a configuration, the newest last. */
function setOf({ ref, category, tool }: Analysis, { analyses }: Repository): Analysis[] {
  return analyses.filter((other) => other.ref === ref && other.category === category && other.tool.name === tool.name)
}

/** What the server kept of the upload, with the alerts it made of it. */
function sarifOf({ stored }: Analysis, api: string) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: stored.map(({ run, results }) => ({
      tool: { driver: keptComponent(run.tool?.driver), extensions: run.tool?.extensions?.map(keptComponent) },
      automationDetails: keptId(run),
      results: results.map((each) => keptResult(each, api)),
    })),
  }
}

function keptComponent(component: Component | null | undefined) {
  const { name, guid, version, semanticVersion, rules } = component ?? {}
  return { name, guid, version, semanticVersion, rules }
}

function keptId({ automationDetails }: Run) {
  return automationDetails?.id ? { id: automationDetails.id } : undefined
}

function keptResult({ result, guid, alert }: StoredResult, api: string) {
  const { ruleId, ruleIndex, rule, level, locations, relatedLocations, partialFingerprints, codeFlows }: Result = result
  const message = keptMessage(result.message)
  const properties = { 'github/alertNumber': alert, 'github/alertUrl': `${api}/code-scanning/alerts/${alert}` }
  const kept = {
    guid,
    ruleId,
    ruleIndex,
    rule,
    level,
    message,
    locations,
    relatedLocations,
    partialFingerprints,
    codeFlows,
  }
  return { ...kept, properties }
}

function keptMessage(message: Message | null | undefined) {
  return { text: message?.text, markdown: message?.markdown }
}
