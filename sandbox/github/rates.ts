import type { Operation } from '../contract.ts'
import type { Answer } from '../http.ts'
import { failure } from './call.ts'

// Per hour: docs.github.com, rate limits of the REST API, and the description of the upload endpoint.
const hourly = { core: 5_000, code_scanning_upload: 1_000 }
const hourMs = 3_600_000

export interface Toll {
  headers: Record<string, string>
  refusal: Answer | undefined
}

/** Counts requests against the hour they fall in. */
export function rateLimits(): (operation: Operation | undefined) => Toll {
  const windows = { core: { used: 0, endsMs: 0 }, code_scanning_upload: { used: 0, endsMs: 0 } }
  return (operation) => {
    const resource = operation?.id === 'code-scanning/upload-sarif' ? 'code_scanning_upload' : 'core'
    const window = windows[resource]
    if (Date.now() >= window.endsMs) Object.assign(window, { used: 0, endsMs: Date.now() + hourMs })
    window.used += 1
    const limit = hourly[resource]
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
      'x-ratelimit-used': String(Math.min(limit, window.used)),
      'x-ratelimit-reset': String(Math.ceil(window.endsMs / 1000)),
      'x-ratelimit-resource': resource,
    }
    const docs = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'
    const refusal = window.used > limit ? failure(403, 'API rate limit exceeded for user ID 1.', docs) : undefined
    return { headers, refusal }
  }
}
