import type * as z from 'zod/mini'
import { ServiceError } from '../model/errors.ts'

/** The part of an answer that we use, checked; everything else of it stays as it is, where the shape is a loose one. */
export function checked<T>(what: string, shape: z.ZodMiniType<T>, data: unknown): T {
  const found = shape.safeParse(data)
  if (found.success) return found.data
  const [issue] = found.error.issues
  const place = issue?.path.join('.') || 'the top'
  throw new ServiceError(`GitHub did not answer with ${what} as it documents it (at ${place}: ${issue?.message}).`)
}
