import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a handler sees it: read to its end. `path` carries the query. */
export interface Incoming {
  method: string
  path: string
  url: URL
  headers: Record<string, string>
  body: string
}

/** What goes back. A string body is sent as it is, anything else as JSON. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** Spoils the answer on its way out; see faults.ts. */
  action?: 'reset' | 'hang' | 'truncate'
}

export type Handler = (request: Incoming) => Answer | Promise<Answer>

/** One line of the server's log. `status` is 0 as long as no answer went out; a JSON body is kept parsed. */
export interface RecordedRequest {
  method: string
  path: string
  status: number
  headers: Record<string, string>
  body?: unknown
}

export interface LoopbackServer {
  /** Without a slash at its end. */
  url: string
  requests: RecordedRequest[]
  /** Also ends the connections that still wait for an answer. */
  close(): Promise<void>
}

const maxBodyBytes = 64 * 1024 * 1024 // far above GitHub's 10 MB of gzip, which is 13.3 MB of Base64

/** Serves the handler on 127.0.0.1, on a port the system picks. */
export async function listen(handler: Handler): Promise<LoopbackServer> {
  const requests: RecordedRequest[] = []
  const server = createServer((message, response) => {
    serve(message, response, { handler, requests }).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, close }

  function close(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.close((error) => (error && server.listening ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  }
}

interface Service {
  handler: Handler
  requests: RecordedRequest[]
}

async function serve(message: IncomingMessage, response: ServerResponse, { handler, requests }: Service) {
  const method = message.method ?? 'GET'
  const path = message.url ?? '/'
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
  const record: RecordedRequest = { method, path, status: 0, headers }
  requests.push(record)
  const body = await read(message)
  if (body) record.body = parsed(body)

  const url = new URL(path, `http://${headers['host'] ?? '127.0.0.1'}`)
  const answer = body === undefined ? tooLarge : await guarded(handler, { method, path, url, headers, body })
  if (send(response, answer)) record.status = answer.status
}

const tooLarge: Answer = { status: 413, body: { message: 'Payload Too Large' } }

/** The body, or nothing when it is over the cap; it is read to its end even then, or the client would see a broken pipe. */
async function read(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= maxBodyBytes) chunks.push(chunk)
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks).toString('utf8') : undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** A handler that throws is a fault of the sandbox: it says so to whoever called. */
async function guarded(handler: Handler, request: Incoming): Promise<Answer> {
  try {
    return await handler(request)
  } catch (error) {
    return { status: 500, body: { message: `The sandbox failed: ${error instanceof Error ? error.stack : error}` } }
  }
}

/** True when a status line went out. */
function send(response: ServerResponse, { status, headers = {}, body, action }: Answer): boolean {
  if (action === 'hang') return false
  if (action === 'reset') {
    response.socket?.resetAndDestroy()
    return false
  }
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  const bytes = Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body))
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': type }),
    'content-length': String(bytes.length),
    ...headers,
  })
  if (action === 'truncate') response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy())
  else response.end(bytes)
  return true
}
