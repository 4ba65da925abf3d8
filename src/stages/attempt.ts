import { UserError } from '../model/errors.ts'
import type { Attempt } from '../model/outcome.ts'

/** Runs a remote stage if it is wanted, and keeps its failure as data. Bugs still throw. */
export async function attempt<Wanted, T>(
  wanted: Wanted | undefined,
  work: (wanted: Wanted) => Promise<T>,
): Promise<Attempt<T>> {
  if (wanted === undefined) return { status: 'skipped' }
  try {
    return { status: 'done', value: await work(wanted) }
  } catch (error) {
    if (error instanceof UserError) return { status: 'failed', error }
    throw error
  }
}
