import type * as z from 'zod/mini'
import { UnreadableReport } from '../../model/errors.ts'
import type { Report } from '../report.ts'

/** The part of a JSON report's shape that a converter uses, checked; an error names the place as `0.messages.3.line`. */
export function readJson<S extends z.core.$ZodType>(report: Pick<Report, 'json'>, shape: S): z.output<S> {
  const checked = (shape as unknown as z.ZodMiniType<z.output<S>>).safeParse(report.json())
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new UnreadableReport(`at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not the expected shape'}`)
}
