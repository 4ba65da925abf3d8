import { messageOf, NotEvaluated, UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { tidyUp } from './interruptions.ts'

/** Runs something; says what went wrong, sets the outputs all the same, and returns the exit code. */
export async function explained(host: Host, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const exitCode = error instanceof NotEvaluated || !(error instanceof UserError) ? exitCodes.error : exitCodes.setUp
    const message =
      error instanceof UserError
        ? error.message
        : `This is a bug in codescan-gate; please report it: ${messageOf(error)}`
    if (error instanceof Error && !(error instanceof UserError)) host.log.debug(error.stack ?? '')
    await leave(message, exitCode, host)
    return exitCode
  }
}

/** All that can be left behind when there is no verdict: why, and the outputs. */
async function leave(message: string, exitCode: number, host: Host): Promise<void> {
  // Most runs come to an end that needs neither.
  const [{ outputsWithout }, { summaryWithout }] = await Promise.all([
    import('../render/outputs.ts'),
    import('../render/summary.ts'),
  ])
  const outputs = outputsWithout(message, exitCode)
  return host.publish({ annotations: [], outputs, summary: summaryWithout(message), failure: message })
}

/** 128 and the number of the signal, as shells count. */
export const interruptedBy = { SIGINT: 130, SIGTERM: 143 } as const

/** Ends what was started, here and elsewhere, and leaves the outputs behind, when somebody cancels the job. */
export async function interrupted(
  signal: keyof typeof interruptedBy,
  host: Host,
  endPrograms: () => Promise<void>,
): Promise<number> {
  const exitCode = interruptedBy[signal]
  await Promise.all([endPrograms(), tidyUp()])
  await leave(`Interrupted by ${signal} before there was a verdict.`, exitCode, host)
  return exitCode
}
