import { UnreadableReport } from '../../model/errors.ts'
import type { Report } from '../report.ts'
import type { Shape } from './shape.ts'

/** The part of a JSON report's shape that a converter uses, checked; an error names the place as `0.messages.3.line`. */
export function readJson<T>(report: Pick<Report, 'json'>, shape: Shape<T>): T {
  const value = report.json()
  const mistake = shape.mistakeIn(value)
  if (!mistake) return value as T
  throw new UnreadableReport(`at ${mistake.path.join('.') || 'the top'}: ${mistake.rule}`)
}
