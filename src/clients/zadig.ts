import { ServiceError } from '../model/errors.ts'
import { mayHaveStarted, type ZadigAccess } from './zadig-errors.ts'
import { connect, jsonOf, send } from './zadig-http.ts'

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
  repositories: { owner: string; name: string; source: string; branch: string }[]
}

export interface Zadig {
  /** Starts a scan. It is sent once: an answer that was lost may stand for a scan that runs. */
  execute(repository: ScanRepository, variables: { key: string; value: string }[]): Promise<{ taskId: number }>
  task(taskId: number): Promise<TaskDetail>
}

/** The two calls of Zadig's code-scan OpenAPI; each throws `ServiceError` with a sentence for the user. */
export async function zadig(access: ZadigAccess): Promise<Zadig> {
  const client = await connect(access)
  const path = `${access.url}/openapi/quality/codescan/${encodeURIComponent(access.scan)}/task`
  const query = `?projectKey=${encodeURIComponent(access.project)}`
  return {
    async execute(repository, variables) {
      const answer = await send(client, access, {
        verb: 'POST',
        url: `${path}${query}`,
        body: executionOf(repository, variables),
      })
      const { task_id: taskId } = (answer.body === '' ? {} : jsonOf(answer, access)) as { task_id?: unknown }
      if (typeof taskId === 'number' && taskId > 0) return { taskId }
      throw new ServiceError(`Zadig answered without the number of a task. ${mayHaveStarted(access)}`, answer.status)
    },
    async task(taskId) {
      return detailOf(jsonOf(await send(client, access, { verb: 'GET', url: `${path}/${taskId}${query}` }), access))
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

function detailOf(json: unknown): TaskDetail {
  const { status, result_link: link, repo_info: repositories } = json as Record<string, unknown>
  return {
    status: typeof status === 'string' ? status.toLowerCase() : '',
    resultLink: typeof link === 'string' ? link : '',
    repositories: (Array.isArray(repositories) ? repositories : []).map((repository) => ({
      owner: String(repository?.repo_owner ?? ''),
      name: String(repository?.repo_name ?? ''),
      source: String(repository?.source ?? ''),
      branch: String(repository?.branch ?? ''),
    })),
  }
}
