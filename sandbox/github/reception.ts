import type { Contract, Operation } from '../contract.ts'
import type { Answer, Incoming } from '../http.ts'
import { type Doors, denial } from './access.ts'
import { deleteAnalysis, getAnalysis, listAnalyses } from './analyses.ts'
import { type Call, failure } from './call.ts'
import { createComment, listComments, updateComment } from './comments.ts'
import { getContent } from './contents.ts'
import { updateAlert } from './dismissal.ts'
import { answerGraphql } from './graphql.ts'
import { getAlert, listAlerts, listAlertsOfOwner, listInstances } from './listing.ts'
import { listFiles } from './pulls.ts'
import type { Toll } from './rates.ts'
import { getDefaultSetup, getRepository } from './repository.ts'
import type { Repository } from './state.ts'
import { getSarif, type Intake, uploadSarif } from './uploads.ts'
import { inItsShape, isThere, misfits } from './versions.ts'

export interface House {
  contract: Contract
  doors: Doors
  repository: Repository
  intake: Intake
  /** Where the API begins: an Enterprise Server has it below a folder. */
  prefix: string
  /** What it says of its version, in a header. */
  versionHeader: string | undefined
  toll(operation: Operation | undefined): Toll
  refused: string[]
  violations: string[]
}

const handlers: Record<string, (call: Call, intake: Intake) => Answer | Promise<Answer>> = {
  'meta/get': () => ({ status: 200, body: { verifiable_password_authentication: false } }),
  'repos/get': getRepository,
  'repos/get-content': getContent,
  'issues/list-comments': listComments,
  'issues/create-comment': createComment,
  'issues/update-comment': updateComment,
  'pulls/list-files': listFiles,
  'code-scanning/get-default-setup': getDefaultSetup,
  'code-scanning/upload-sarif': uploadSarif,
  'code-scanning/get-sarif': getSarif,
  'code-scanning/list-recent-analyses': listAnalyses,
  'code-scanning/get-analysis': getAnalysis,
  'code-scanning/delete-analysis': deleteAnalysis,
  'code-scanning/list-alerts-for-repo': listAlerts,
  'code-scanning/list-alerts-for-org': listAlertsOfOwner,
  'code-scanning/list-alerts-for-enterprise': listAlertsOfOwner,
  'code-scanning/get-alert': getAlert,
  'code-scanning/update-alert': updateAlert,
  'code-scanning/list-alert-instances': listInstances,
}

/** Answers a request, and holds the answer against the description before it leaves the house. */
export async function answer(house: House, request: Incoming): Promise<Answer> {
  const { contract, violations, doors, versionHeader, repository } = house
  // Beside the REST API, and in none of its descriptions.
  if (request.method === 'POST' && request.url.pathname === (house.prefix ? '/api/graphql' : '/graphql'))
    return answerGraphql(request, doors.token, repository.holder)
  const operation = operationOf(house, request)
  const toll = house.toll(operation)
  const real = await admit(house, request, { operation, toll })
  const broken = operation ? contract.violations(operation, { ...real, type: typeOf(real), body: real.body }) : []
  violations.push(...broken)
  const honest = broken.length > 0 ? failure(500, `The sandbox left the description: ${broken.join(' ')}`) : real
  const shaped = operation ? inItsShape(doors.version, operation, honest) : honest
  const version = versionHeader !== undefined && { 'x-github-enterprise-version': versionHeader }
  return { ...shaped, headers: { ...toll.headers, ...version, ...shaped.headers } }
}

function operationOf({ prefix, contract, doors }: House, { method, url }: Incoming): Operation | undefined {
  const found = url.pathname.startsWith(prefix) ? contract.find(method, url.pathname.slice(prefix.length)) : undefined
  return found && isThere(doors.version, found) ? found : undefined
}

function typeOf({ headers }: Answer): string {
  return (headers?.['content-type'] ?? 'application/json').split(';')[0]!
}

interface Ticket {
  operation: Operation | undefined
  toll: Toll
}

/** Lets a request through to its handler, or says why not. */
async function admit(house: House, request: Incoming, { operation, toll }: Ticket): Promise<Answer> {
  const { doors, refused, repository, intake, prefix } = house
  const denied = denial(doors, request, operation)
  const handler = operation && handlers[operation.id]
  if (!handler)
    refused.push(`${request.method} ${request.path}: ${operation ? 'not in the sandbox' : 'no such endpoint'}`)
  if (denied || !handler) return denied ?? failure(404, 'Not Found', operation?.docs)
  const body = jsonOf(request)
  const misfit = misfitOf(house, request, { operation, body })
  if (misfit) {
    refused.push(`${request.method} ${request.path}: ${misfit.message}`)
    return failure(misfit.status, misfit.message, operation.docs)
  }
  if (toll.refusal) return toll.refusal
  const { origin } = request.url
  const slug = `${repository.owner}/${repository.name}`
  const links = { api: `${origin}${prefix}/repos/${slug}`, web: `${origin}/${slug}` }
  return handler({ operation, request, body, repository, ...links }, intake)
}

/** An empty body counts as an empty object; `undefined` means that it is no JSON. */
function jsonOf({ body }: Incoming): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function misfitOf(house: House, request: Incoming, { operation, body }: { operation: Operation; body: unknown }) {
  if (body === undefined) return { status: 400, message: 'Problems parsing JSON' }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return { status: 400, message: 'Body should be a JSON object' }
  }
  const problems = house.contract.refusals(operation, request.url.searchParams, body)
  problems.push(...misfits(house.doors.version, operation, body))
  return problems.length > 0 ? { status: 422, message: `Invalid request.\n\n${problems.join('\n')}` } : undefined
}
