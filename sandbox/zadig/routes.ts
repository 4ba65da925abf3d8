import type { Answer, Handler, Incoming } from '../http.ts'
import { authenticate } from './auth.ts'
import type { Call } from './call.ts'
import { createScan } from './create.ts'
import { startScan } from './execute.ts'
import { listScans } from './list.ts'
import { readTask } from './read.ts'
import { cancelWorkflowTask, readWorkflowTask } from './workflow.ts'
import type { World, ZadigUser } from './world.ts'

interface Route {
  method: string
  path: RegExp
  handle(call: Call): Answer
}

const routes: Route[] = [
  { method: 'POST', path: /^\/openapi\/quality\/codescan$/, handle: createScan },
  { method: 'POST', path: /^\/openapi\/quality\/codescan\/([^/]+)\/task$/, handle: startScan },
  { method: 'GET', path: /^\/openapi\/quality\/codescan\/([^/]+)\/task\/([^/]+)$/, handle: readTask },
  { method: 'GET', path: /^\/openapi\/workflows\/custom\/task$/, handle: readWorkflowTask },
  { method: 'DELETE', path: /^\/openapi\/workflows\/custom\/task$/, handle: cancelWorkflowTask },
  { method: 'GET', path: /^\/api\/aslan\/testing\/scanning$/, handle: listScans },
]

export function zadigHandler(world: World): Handler {
  return (request) => {
    const caller = authenticate(request, world)
    return 'refusal' in caller ? caller.refusal : dispatch(world, caller.user, request)
  }
}

/** Routes see the decoded path: an encoded slash in a name is a slash like any other. */
function dispatch(world: World, user: ZadigUser, request: Incoming): Answer {
  const path = decoded(request.path)
  if (path === undefined) return { status: 400, body: '400 Bad Request' }
  const route = routeFor(request.method, path)
  if (!route) return answerOutside(request, path)
  const [, ...parameters] = route.path.exec(path) ?? []
  return route.handle({ world, user, request, parameters })
}

function decoded(pathAndQuery: string): string | undefined {
  try {
    return decodeURIComponent(pathAndQuery.split('?')[0] ?? '')
  } catch {
    return undefined
  }
}

function routeFor(method: string, path: string): Route | undefined {
  return routes.find((route) => route.method === method && route.path.test(path))
}

function answerOutside({ method, path: raw }: Incoming, path: string): Answer {
  if (path.endsWith('/') && routeFor(method, path.slice(0, -1))) {
    const location = raw.replace(/\/(?=\?|$)/, '')
    return { status: method === 'GET' ? 301 : 307, headers: { location } }
  }
  if (routes.some((route) => route.path.test(path)))
    return { status: 405, body: `Method not allowed: ${method} ${path}` }
  return { status: 404, body: `Invalid path: ${path}` }
}
