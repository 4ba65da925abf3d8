import type { Alert } from '../model/alert.ts'
import type { Annotation } from '../model/host.ts'
import type { Outcome } from '../model/outcome.ts'
import { isInRepository } from './findings.ts'
import { cut, oneLine, plain } from './plain.ts'

/** The runner keeps ten of a kind per step, and cuts messages at 4096 (actions/runner, ExecutionContext). */
const mostOfAKind = 10
const longestMessage = 4096

/**
 * Beside the code: with `blocking` the findings that are in the way, with `new` also the other new ones; the worst first.
 * Where nothing was compared, nobody knows which are new, and `new` shows what `blocking` does.
 */
export function annotationsOf(outcome: Outcome, shown: 'blocking' | 'new' = 'blocking'): Annotation[] {
  const { findings, exitCode, comparison } = outcome
  const blocking = isInTheWay(outcome) ? outcome.blocking : []
  const isKnown = new Set(blocking)
  const isCompared = shown === 'new' && comparison?.status === 'done'
  const others = isCompared ? findings.filter((one) => one.isNew && !one.accepted && !isKnown.has(one)) : []
  // What does not fail the job is no error.
  const [errors, warnings] = exitCode === 0 ? [[], [...blocking, ...others]] : [blocking, others]
  // One place of each kind is kept free: for the verdict itself, and for what the run has to say besides.
  return [
    ...errors.slice(0, mostOfAKind - 1).map((alert) => annotation('error', alert)),
    ...warnings.slice(0, mostOfAKind - 1).map((alert) => annotation('warning', alert)),
  ]
}

/** Whether a gate is broken, or may be: where nobody knows which findings are new. */
function isInTheWay({ conditions }: Outcome): boolean {
  return conditions.some(({ isLimit, result }) => isLimit && (result === 'fail' || result === 'error'))
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
