import type { HttpClient, HttpClientResponse } from '@actions/http-client'
import { ServiceError } from '../model/errors.ts'
import { type Answer, explainZadig, mayHaveStarted, type ZadigAccess } from './zadig-errors.ts'

/** The scan's first repository; Zadig drops, without a word, what does not match it exactly. */
export interface ScanRepository {
  owner: string
  name: string
  source: string
  branch: string
  prs: number[]
}

export interface TaskDetail {
  /** Lower case. */
  status: string
  /** Where people see the result: an address of SonarQube, or empty. */
  resultLink: string
  /** What was really scanned; empty when nothing matched. */
  repositories: { owner: string; name: string; branch: string }[]
}

export interface Zadig {
  /** Starts a scan. It is sent once: an answer that was lost may stand for a scan that runs. */
  execute(repository: ScanRepository, variables: { key: string; value: string }[]): Promise<{ taskId: number }>
  task(taskId: number): Promise<TaskDetail>
}

const timeoutMs = 60_000
/** Details of a task are a few hundred bytes; whatever sends a megabyte is not Zadig. */
const longestBody = 1_048_576

/** The two calls of Zadig's code-scan OpenAPI; each throws `ServiceError` with a sentence for the user. */
export async function zadig(access: ZadigAccess): Promise<Zadig> {
  const client = await connect(access)
  const path = `${access.url}/openapi/quality/codescan/${encodeURIComponent(access.scan)}/task`
  const query = `?projectKey=${encodeURIComponent(access.project)}`
  return {
    async execute(repository, variables) {
      const answer = await send(client, access, `${path}${query}`, executionOf(repository, variables))
      const { task_id: taskId } = jsonOf(answer, access) as { task_id?: unknown }
      if (typeof taskId === 'number' && taskId > 0) return { taskId }
      throw new ServiceError(`Zadig answered without the number of a task. ${mayHaveStarted(access)}`, answer.status)
    },
    async task(taskId) {
      return detailOf(jsonOf(await send(client, access, `${path}/${taskId}${query}`), access))
    },
  }
}

/** Numbers must be numbers and the list must be there: a malformed body is answered with 400 and scans all the same. */
function executionOf(
  { owner, name, source, branch, prs }: ScanRepository,
  variables: { key: string; value: string }[],
) {
  return {
    scan_repos: [{ source, repo_owner: owner, repo_name: name, branch, ...(prs.length > 0 && { prs }) }],
    ...(variables.length > 0 && { scan_kvs: variables }),
  }
}

async function send(client: HttpClient, access: ZadigAccess, url: string, body?: object): Promise<Answer> {
  let answer: Answer
  try {
    answer = await exchange(client, url, body)
  } catch (error) {
    throw explainZadig(error, access, body !== undefined)
  }
  if (answer.status === 200) return answer
  throw explainZadig(answer, access, body !== undefined)
}

/** One request and its whole answer, or an error of the network. */
export async function exchange(client: HttpClient, url: string, body?: object, verb?: 'DELETE'): Promise<Answer> {
  const method = verb ?? (body ? 'POST' : 'GET')
  const headers = body && { 'content-type': 'application/json' }
  return withinTime(request())

  async function request(): Promise<Answer> {
    const response = await client.request(method, url, body ? JSON.stringify(body) : null, headers)
    return { status: response.message.statusCode ?? 0, body: await bodyOf(response) }
  }
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

function jsonOf({ status, body }: Answer, { url }: ZadigAccess): unknown {
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

function detailOf(json: unknown): TaskDetail {
  const { status, result_link: link, repo_info: repositories } = json as Record<string, unknown>
  return {
    status: typeof status === 'string' ? status.toLowerCase() : '',
    resultLink: typeof link === 'string' ? link : '',
    repositories: (Array.isArray(repositories) ? repositories : []).map((repository) => ({
      owner: String(repository?.repo_owner ?? ''),
      name: String(repository?.repo_name ?? ''),
      branch: String(repository?.branch ?? ''),
    })),
  }
}

/** No retries and no redirects: a scan must not start twice, and the token must not travel to another host. */
export async function connect({ token }: Pick<ZadigAccess, 'token'>): Promise<HttpClient> {
  const { HttpClient } = await import('@actions/http-client')
  return new HttpClient('codescan-gate', [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: timeoutMs,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })
}
