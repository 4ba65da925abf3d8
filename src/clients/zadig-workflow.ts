import { ServiceError } from '../model/errors.ts'
import type { SonarMetrics } from '../model/outcome.ts'
import { wordsOf, type ZadigAccess } from './zadig-errors.ts'
import { connect, jsonOf, send } from './zadig-http.ts'

/** A scan's task as Zadig keeps it: the task of a workflow. */
export interface TaskRecord {
  /** The workflow's own word, lower case. Since 5.0 it may have ended while the scan's never does. */
  status: string
  /** What Zadig says went wrong; empty when it says nothing. */
  error: string
  metrics?: SonarMetrics
  repositories: { owner: string; name: string; prs: number[] }[]
  /** Name of the scan; empty where the record does not tell. */
  scan: string
}

export interface ZadigWorkflow {
  /** The id of the scan, which the code-scan OpenAPI never tells. The server reads every task of every scan for it. */
  scanId(): Promise<string>
  record(scanId: string, taskId: number): Promise<TaskRecord>
  cancel(scanId: string, taskId: number): Promise<void>
}

/**
 * What lies beside the code-scan OpenAPI, since Zadig 2.2; each throws `ServiceError`. An answer holds the tokens of code
 * hosts and is never shown: only the named fields are read.
 */
export async function zadigWorkflow(access: ZadigAccess): Promise<ZadigWorkflow> {
  const client = await connect(access)
  const urlOf = (scanId: string, taskId: number) =>
    `${access.url}/openapi/workflows/custom/task?workflowKey=zadig-scanning-${scanId}&taskId=${taskId}`
  return {
    async scanId() {
      const url = `${access.url}/api/aslan/testing/scanning?projectName=${encodeURIComponent(access.project)}`
      const scans = listOf(jsonOf(await send(client, access, { verb: 'GET', url }), access))
      const { id } = scans.find(({ name }) => name === access.scan) ?? {}
      if (typeof id === 'string' && /^[\da-f]{24}$/i.test(id)) return id
      throw new ServiceError(`The list of scans in project \`${access.project}\` has no id of \`${access.scan}\`.`)
    },
    async record(scanId, taskId) {
      return recordOf(jsonOf(await send(client, access, { verb: 'GET', url: urlOf(scanId, taskId) }), access))
    },
    async cancel(scanId, taskId) {
      await send(client, access, { verb: 'DELETE', url: urlOf(scanId, taskId) })
    },
  }
}

type Json = Record<string, unknown>

function recordOf(json: unknown): TaskRecord {
  const { status, error, stages } = objectOf(json)
  const jobs = listOf(stages).flatMap((stage) => listOf(stage['jobs']))
  const specs = jobs.map(({ spec }) => objectOf(spec))
  const metrics = specs.map((spec) => spec['sonar_metrics']).find((found) => Object.keys(objectOf(found)).length > 0)
  // The job's words first: the workflow's repeat them, or say less.
  const errors = [...jobs.map((job) => wordsOf(job['error'])), wordsOf(error)].filter((words) => words !== '')
  return {
    status: typeof status === 'string' ? status.toLowerCase() : '',
    error: [...new Set(errors)].join(' '),
    metrics: metrics === undefined ? undefined : metricsOf(objectOf(metrics)),
    scan: specs.map((spec) => wordsOf(spec['scanning_name'])).find((name) => name !== '') ?? '',
    repositories: specs.flatMap((spec) => listOf(spec['repos'])).map(repositoryOf),
  }
}

/** The names are those of a Go struct without tags; nothing measured is an empty text. */
function metricsOf(measured: Json): SonarMetrics {
  const word = (name: string) => wordsOf(measured[name]).slice(0, 40) || undefined
  return {
    gate: word('QualityGateStatus'),
    bugs: word('Bugs'),
    vulnerabilities: word('Vulnerabilities'),
    codeSmells: word('CodeSmells'),
    coverage: word('Coverage'),
  }
}

function repositoryOf({ repo_owner: owner, repo_name: name, prs, pr }: Json) {
  const numbers = [...(Array.isArray(prs) ? prs : []), pr]
  return {
    owner: String(owner ?? ''),
    name: String(name ?? ''),
    prs: numbers.filter((number) => typeof number === 'number' && number > 0) as number[],
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}
