import type { Answer, Handler, Incoming } from './http.ts'

/** Something that goes wrong on the way, instead of the real answer. The first fault of the list that is due wins. */
export interface Fault {
  method?: string
  /** Matched against the path with its query. */
  path: RegExp
  /** How many matching requests it strikes; 1 unless told. Counted per object: push a copy to strike again. */
  times?: number
  /** How many matching requests pass unharmed first. */
  after?: number
  /** 500 unless told; 200 for an answer that is cut off. */
  status?: number
  headers?: Record<string, string>
  body?: string | object
  /** `reset` breaks the connection, `hang` never answers, `truncate` breaks off in the middle of the body. */
  action?: 'reset' | 'hang' | 'truncate'
  /** The real handler runs first: the request takes effect, only its answer is lost. */
  applies?: boolean
}

/** Puts the faults before a handler. The list may grow while the server runs. */
export function withFaults(faults: readonly Fault[], handler: Handler): Handler {
  const matches = new Map<Fault, number>()
  return async (request) => {
    const fault = faults.find((candidate) => isDue(candidate, request, matches))
    if (!fault) return handler(request)
    return spoil(fault, fault.applies ? await handler(request) : undefined)
  }
}

function isDue(fault: Fault, { method, path }: Incoming, matches: Map<Fault, number>): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false
  // Not `test`, which remembers its place when the expression is global.
  if (path.search(fault.path) < 0) return false
  const { after = 0, times = 1 } = fault
  const earlier = matches.get(fault) ?? 0
  matches.set(fault, earlier + 1)
  return earlier >= after && earlier < after + times
}

function spoil({ status, headers, body, action }: Fault, real: Answer | undefined): Answer {
  if (action === 'truncate') {
    const whole = real ?? { status: 200, body: { message: 'This answer breaks off in the middle.' } }
    return {
      ...whole,
      status: status ?? whole.status,
      headers: { ...whole.headers, ...headers },
      body: body ?? whole.body,
      action,
    }
  }
  return { status: status ?? 500, headers, body: body ?? { message: 'Server Error' }, action }
}
