import type { HttpClient, HttpClientResponse } from '@actions/http-client'
import { ServiceError } from '../model/errors.ts'
import { type Answer, explainZadig, type ZadigAccess } from './zadig-errors.ts'

export interface Request {
  verb: 'GET' | 'POST' | 'DELETE'
  url: string
  /** Sent as JSON. */
  body?: object
}

const timeoutMs = 60_000
/** Details of a task are a few hundred bytes; whatever sends a megabyte is not Zadig. */
const longestBody = 1_048_576

/** No retries and no redirects: a scan must not start twice, and the token must not travel to another host. */
export async function connect({ token }: ZadigAccess): Promise<HttpClient> {
  const { HttpClient } = await import('@actions/http-client')
  return new HttpClient('codescan-gate', [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: timeoutMs,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })
}

/** Sends one request once; anything but 200 is thrown as a `ServiceError`. Only a POST can start something. */
export async function send(client: HttpClient, access: ZadigAccess, request: Request): Promise<Answer> {
  const starting = request.verb === 'POST'
  let answer: Answer
  try {
    answer = await ask(client, request)
  } catch (error) {
    throw explainZadig(error, access, starting)
  }
  if (answer.status === 200) return answer
  throw explainZadig(answer, access, starting)
}

/** Sends one request once and returns its whole answer, whatever it is; throws what the network throws. */
export function ask(client: HttpClient, request: Request): Promise<Answer> {
  return withinTime(exchange(client, request))
}

async function exchange(client: HttpClient, { verb, url, body }: Request): Promise<Answer> {
  const [text, headers] = body ? [JSON.stringify(body), { 'content-type': 'application/json' }] : [null, {}]
  const response = await client.request(verb, url, text, headers)
  return { status: response.message.statusCode ?? 0, body: await bodyOf(response) }
}

async function bodyOf({ message }: HttpClientResponse): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longestBody) throw new Error(`the answer is longer than ${longestBody} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The client's own limit is for silence on the socket; this one is for the whole exchange, trickling bodies included. */
async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no whole answer within ${timeoutMs / 1000} s`)), timeoutMs)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}

export function jsonOf({ status, body }: Answer, { url }: ZadigAccess): unknown {
  try {
    return JSON.parse(body) ?? {}
  } catch (cause) {
    // Without a status, so that the page of a proxy between two answers does not end the waiting.
    throw new ServiceError(
      `${url} answered ${status} with something that is not JSON. Check that \`zadig-url\` is the Zadig server itself.`,
      undefined,
      { cause },
    )
  }
}
