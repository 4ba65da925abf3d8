import type { Alert } from '../model/alert.ts'
import type { Annotation } from '../model/host.ts'
import { isBlocked, type Outcome } from '../model/outcome.ts'
import { isInRepository } from './findings.ts'
import { cut, oneLine, plain } from './plain.ts'

/** The runner keeps ten of a kind per step, and cuts messages at 4096 (actions/runner, ExecutionContext). */
const mostOfAKind = 10
const longestMessage = 4096

/** Beside the code: what blocks as errors, what is only shown as warnings; the worst first. */
export function annotationsOf(outcome: Outcome): Annotation[] {
  const { blocking, warning } = outcome
  const [errors, warnings] = isBlocked(outcome) ? [blocking, warning] : [[], [...blocking, ...warning]]
  // One place of each kind is kept free: the verdict itself is an error or a warning, too.
  return [
    ...errors.slice(0, mostOfAKind - 1).map((alert) => annotation('error', alert)),
    ...warnings.slice(0, mostOfAKind - 1).map((alert) => annotation('warning', alert)),
  ]
}

function annotation(level: Annotation['level'], alert: Alert): Annotation {
  const { tool, rule, message, severity, file, line } = alert
  const isShown = file !== undefined && isInRepository(file)
  // GitHub shows no file that the repository does not have, so the message tells it.
  const elsewhere = file && !isShown ? `${oneLine(file)}${line === undefined ? '' : `:${line}`}: ` : ''
  return {
    level,
    title: cut(oneLine(`${tool}: ${rule} (${severity})`), 255),
    // The runner shows no annotation that says nothing.
    message: cut(`${elsewhere}${plain(message).trim() || oneLine(rule) || severity}`, longestMessage),
    ...(isShown && { file, ...placeOf(alert) }),
  }
}

/** GitHub shows columns of one line only, and counts the last one in. */
function placeOf({ line, endLine, column, endColumn }: Alert): Partial<Annotation> {
  if (line === undefined) return {}
  const lines = { startLine: line, endLine }
  if (column === undefined || (endLine !== undefined && endLine !== line)) return lines
  return {
    ...lines,
    startColumn: column,
    endColumn: endColumn === undefined ? undefined : Math.max(endColumn - 1, column),
  }
}
