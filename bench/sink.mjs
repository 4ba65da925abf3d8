// A GitHub that takes every upload and is done with it at once. It notes how long the uploader slept before it asked:
// that pause is a matter of good manners, not of speed, and is taken off.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** Unread, so that counting is not part of what is measured: the uploader finds a difference, and says so. */
const analysis = {
  id: 1,
  tool: { name: 'unread' },
  category: '',
  results_count: 0,
  rules_count: 0,
  error: '',
  warning: '',
}

/** `sleptMs` gives the pauses since it was last asked. */
export async function startSink() {
  const answeredAt = new Map()
  let slept = 0
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const send = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.method === 'POST') {
      const id = randomUUID()
      response.on('finish', () => answeredAt.set(id, performance.now()))
      return send(202, { id, url: `http://${request.headers.host}${request.url}/${id}` })
    }
    const id = /\/sarifs\/([^/?]+)$/.exec(request.url)?.[1]
    if (request.url.includes('/analyses')) return send(200, [analysis])
    if (id === undefined) return send(200, {})
    slept += performance.now() - answeredAt.get(id)
    send(200, { processing_status: 'complete' })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    sleptMs() {
      const ms = slept
      slept = 0
      return ms
    },
    close: () => server.close(),
  }
}
