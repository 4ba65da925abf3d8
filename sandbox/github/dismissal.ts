import type { Answer } from '../http.ts'
import { type Call, failure } from './call.ts'
import { shownAlone, wantedAlert } from './listing.ts'
import { type Alert, now } from './state.ts'
import { holder } from './users.ts'

interface Change {
  state?: 'open' | 'dismissed'
  dismissed_reason?: string | null
  dismissed_comment?: string | null
  assignees?: string[]
}

/** Dismisses, reopens, assigns. A dismissal holds for the whole repository, whatever branch the alert was seen on. */
export function updateAlert(call: Call): Answer {
  const { operation, body } = call
  const alert = wantedAlert(call)
  if (!alert) return failure(404, 'Not Found', operation.docs)
  const change = body as Change
  const refusal = refusalOf(alert, change)
  if (refusal) return failure(...refusal, operation.docs)
  if (change.assignees) alert.assignees = change.assignees
  if (change.state) alert.dismissal = change.state === 'dismissed' ? dismissalOf(change) : undefined
  alert.updatedAt = now()
  return { status: 200, body: shownAlone(alert, call) }
}

/** The first text is known from clients that read it; the others are by analogy. */
function refusalOf({ dismissal }: Alert, { state, dismissed_reason: reason }: Change): [number, string] | undefined {
  if (state === 'dismissed' && dismissal) return [400, 'Alert is already dismissed']
  if (state === 'open' && !dismissal) return [400, 'Alert is already open']
  if (state === 'dismissed' && !reason) return [422, `Invalid request.\n\n"dismissed_reason" wasn't supplied.`]
  return undefined
}

function dismissalOf({ dismissed_reason: reason, dismissed_comment: comment }: Change): Alert['dismissal'] {
  return { by: holder, at: now(), reason: reason!, comment: comment ?? null }
}
