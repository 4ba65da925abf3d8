/** A failure the user can mend; its message is a sentence that says how. Reaching `main`, it means a wrong set-up. */
export class UserError extends Error {
  override name = 'UserError'
}

/** Something that was asked for could not be evaluated: never a pass, and not the code's fault either. */
export class NotEvaluated extends UserError {
  override name = 'NotEvaluated'
}

/** A report that is not in the format it was said to be in. The message does not name the file: `convert` adds that. */
export class UnreadableReport extends NotEvaluated {
  override name = 'UnreadableReport'
}

/** A remote service that refused, failed, or did not answer. `status` is the HTTP status, where there was an answer. */
export class ServiceError extends NotEvaluated {
  override name = 'ServiceError'
  readonly status: number | undefined
  /** How long the service asks to be left alone. */
  readonly waitMs: number | undefined
  constructor(message: string, status?: number, { waitMs, ...options }: ErrorOptions & { waitMs?: number } = {}) {
    super(message, options)
    this.status = status
    this.waitMs = waitMs
  }
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
