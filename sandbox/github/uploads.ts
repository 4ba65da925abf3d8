import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Answer } from '../http.ts'
import { type Call, failure } from './call.ts'
import type { Delivery } from './state.ts'

export interface Intake {
  maxGzipBytes: number
  /** What the server knows; everything, when not given. */
  commits: string[] | undefined
  refs: string[] | undefined
  /** Takes an accepted delivery to its end, later. */
  process(delivery: Delivery, source: string): void
}

interface UploadBody {
  commit_sha: string
  ref: string
  sarif: string
  checkout_uri?: string
  started_at?: string
  tool_name?: string
}

const unzip = promisify(gunzip)

/** Only size, encoding, commit and ref are looked at before the 202; all else is processing. */
export async function uploadSarif(call: Call, intake: Intake): Promise<Answer> {
  const { body, operation, repository, api } = call
  const { commit_sha, ref, sarif, checkout_uri, started_at, tool_name } = body as UploadBody
  const zipped = Buffer.from(sarif, 'base64')
  if (zipped.length > intake.maxGzipBytes) return failure(413, 'Payload Too Large', operation.docs)
  const source = await unzipped(sarif, zipped)
  // The description says "if the sarif field is invalid"; the real text is not known.
  if (source === undefined) return failure(400, 'The sarif field is invalid.', operation.docs)
  if (intake.commits && !intake.commits.includes(commit_sha)) return failure(404, 'commit not found', operation.docs)
  if (intake.refs && !intake.refs.includes(ref)) {
    return failure(404, `ref '${ref}' not found in this repository`, operation.docs)
  }
  const delivery: Delivery = {
    id: randomUUID(),
    commitSha: commit_sha,
    ref,
    checkoutUri: checkout_uri,
    startedAt: started_at,
    toolName: tool_name ?? 'API',
    sarif: parsed(source),
    status: 'pending',
    errors: [],
    gzipBytes: zipped.length,
  }
  repository.deliveries.push(delivery)
  intake.process(delivery, source)
  return { status: 202, body: { id: delivery.id, url: `${api}/code-scanning/sarifs/${delivery.id}` } }
}

/** Node forgives anything in Base64; the server does not. */
async function unzipped(sarif: string, zipped: Buffer): Promise<string | undefined> {
  // What does not belong is looked for: a match of all of it would keep a step back for each of its millions of letters.
  if (sarif === '' || /[^A-Za-z0-9+/=]|=(?!=?$)/.test(sarif)) return undefined
  try {
    return (await unzip(zipped)).toString('utf8')
  } catch {
    return undefined
  }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

export function getSarif({ operation, repository, api }: Call): Answer {
  const delivery = repository.deliveries.find(({ id }) => id === operation.params['sarif_id'])
  if (!delivery) return failure(404, 'Not Found', operation.docs)
  const { id, status, errors } = delivery
  if (status === 'pending') return { status: 200, body: { processing_status: status } }
  const analyses = status === 'complete' ? `${api}/code-scanning/analyses?sarif_id=${id}` : null
  const body = { processing_status: status, analyses_url: analyses, errors: errors.length > 0 ? errors : null }
  return { status: 200, body }
}
