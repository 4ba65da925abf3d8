import type { Answer } from '../http.ts'
import { isWanted } from './analyses.ts'
import { type Call, failure, page, wantedRefs } from './call.ts'
import { simpleRepository } from './repository.ts'
import { type Alert, fullRef, type Instance, type Repository } from './state.ts'
import { user } from './users.ts'

/** An alert as one ref has it. */
interface View {
  alert: Alert
  state: State
  instance: Instance
}

type State = 'open' | 'fixed' | 'dismissed'

/** Without `ref` and `pr`: the alerts of the default branch, in every state. */
export function listAlerts(call: Call): Answer {
  const { repository, request, operation } = call
  if (repository.analyses.length === 0) return failure(404, 'no analysis found', operation.docs)
  const query = request.url.searchParams
  const refs = wantedRefs(query) ?? [fullRef(repository.defaultBranch)]
  return page(viewsOf(repository, query, refs), request, (view) => shown(view, call))
}

/** The alerts of the default branch, beside their repository, the only one there is. Enterprises cannot ask for a severity. */
export function listAlertsOfOwner(call: Call): Answer {
  const { repository, request, operation } = call
  const query = new URLSearchParams(request.url.searchParams)
  if (operation.params['enterprise'] !== undefined) query.delete('severity')
  const views = viewsOf(repository, query, [fullRef(repository.defaultBranch)])
  return page(views, request, (view) => ({ ...shown(view, call), repository: simpleRepository(call) }))
}

function viewsOf(repository: Repository, query: URLSearchParams, refs: string[]): View[] {
  const views = repository.alerts
    .flatMap((alert) => viewOf(alert, refs))
    .filter(({ alert, state }) => isState(query.get('state'), state) && isToolAndSeverity(query, alert))
  const byNumber = (a: View, b: View) => a.alert.number - b.alert.number
  const byUpdate = (a: View, b: View) => Date.parse(a.alert.updatedAt) - Date.parse(b.alert.updatedAt) || byNumber(a, b)
  views.sort(query.get('sort') === 'updated' ? byUpdate : byNumber)
  if (query.get('direction') !== 'asc') views.reverse()
  return views
}

export function getAlert(call: Call): Answer {
  const alert = wantedAlert(call)
  return alert ? { status: 200, body: shownAlone(alert, call) } : failure(404, 'Not Found', call.operation.docs)
}

export function wantedAlert({ repository, operation }: Call): Alert | undefined {
  const number = Number(operation.params['alert_number'])
  return repository.alerts.find((known) => known.number === number)
}

/** An alert as it is answered when one asks for it alone. */
export function shownAlone(alert: Alert, call: Call) {
  const view = viewOf(alert, [fullRef(call.repository.defaultBranch)])[0] ?? viewOf(alert, refsOf(alert))[0]!
  return shown({ ...view, state: alert.dismissal ? 'dismissed' : alert.state }, call)
}

export function listInstances(call: Call): Answer {
  const { operation, request } = call
  const alert = wantedAlert(call)
  if (!alert) return failure(404, 'Not Found', operation.docs)
  const refs = wantedRefs(request.url.searchParams) ?? refsOf(alert)
  const instances = alert.instances.filter(({ ref }) => refs.includes(ref))
  return page(instances, request, (instance) => shownInstance(instance, alert, call))
}

function refsOf({ instances }: Alert): string[] {
  return instances.map(({ ref }) => ref)
}

/** Nothing when the alert never was on these refs; else their newest instance. */
function viewOf(alert: Alert, refs: string[]): View[] {
  const there = alert.instances.filter(({ ref }) => refs.includes(ref)).sort((a, b) => b.analysisId - a.analysisId)
  if (there.length === 0) return []
  const isFixed = there.every(({ state }) => state === 'fixed')
  const state = isFixed ? 'fixed' : 'open'
  return [{ alert, state: alert.dismissal ? 'dismissed' : state, instance: there[0]! }]
}

function isState(wanted: string | null, state: State): boolean {
  return wanted === null || wanted === state || (wanted === 'closed' && state !== 'open')
}

/** A security finding is known by its security level, any other by its level. */
function isToolAndSeverity(query: URLSearchParams, { tool, rule, assignees }: Alert): boolean {
  const severity = rule.securitySeverity ?? rule.severity
  return (
    isWanted(query, 'tool_name', tool.name) &&
    isWanted(query, 'tool_guid', tool.guid) &&
    isWanted(query, 'severity', severity) &&
    isAssigned(query.get('assignees'), assignees)
  )
}

function isAssigned(wanted: string | null, assignees: string[]): boolean {
  if (wanted === null) return true
  if (wanted === '*' || wanted === 'none') return assignees.length > 0 === (wanted === '*')
  return wanted.split(',').some((name) => assignees.includes(name))
}

function shown({ alert, state, instance }: View, call: Call) {
  const { number, tool, rule, createdAt, updatedAt, fixedAt, dismissal, assignees } = alert
  const url = `${call.api}/code-scanning/alerts/${number}`
  return {
    number,
    created_at: createdAt,
    updated_at: updatedAt,
    url,
    html_url: `${call.web}/security/code-scanning/${number}`,
    state,
    fixed_at: state === 'fixed' ? (fixedAt ?? updatedAt) : null,
    dismissed_by: dismissal ? user(dismissal.by, call) : null,
    dismissed_at: dismissal?.at ?? null,
    dismissed_reason: dismissal?.reason ?? null,
    dismissed_comment: dismissal?.comment ?? null,
    rule: {
      id: rule.id,
      name: rule.name,
      severity: rule.severity,
      security_severity_level: rule.securitySeverity,
      description: rule.description,
      full_description: rule.fullDescription,
      tags: rule.tags,
      help: rule.help,
      help_uri: rule.helpUri,
    },
    tool,
    most_recent_instance: shownInstance(instance, alert, call),
    instances_url: `${url}/instances`,
    assignees: assignees.map((name) => user(name, call)),
  }
}

function shownInstance(
  { ref, category, state, commitSha, message, place }: Instance,
  { number }: Alert,
  { web }: Call,
) {
  return {
    ref,
    analysis_key: '(default)',
    environment: '{}',
    category,
    state,
    commit_sha: commitSha,
    message: { text: message },
    location: {
      path: place.path,
      start_line: place.startLine,
      end_line: place.endLine,
      start_column: place.startColumn,
      end_column: place.endColumn,
    },
    classifications: [],
    html_url: `${web}/security/code-scanning/${number}?query=ref:${encodeURIComponent(ref)}`,
  }
}
