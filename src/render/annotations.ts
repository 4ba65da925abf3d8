import type { Alert } from '../model/alert.ts'
import type { Annotation } from '../model/host.ts'
import type { Outcome } from '../model/outcome.ts'
import { cut, plain } from './plain.ts'

/** The runner keeps ten of a kind per step, and cuts messages at 4096 (actions/runner, ExecutionContext). */
const mostOfAKind = 10
const longestMessage = 4096

/** Beside the code: what blocks as errors, what is only shown as warnings; the worst first. */
export function annotationsOf({ blocking, warning }: Outcome): Annotation[] {
  // One place of each kind is kept free: the verdict itself is an error or a warning, too.
  return [
    ...blocking.slice(0, mostOfAKind - 1).map((alert) => annotation('error', alert)),
    ...warning.slice(0, mostOfAKind - 1).map((alert) => annotation('warning', alert)),
  ]
}

function annotation(level: Annotation['level'], alert: Alert): Annotation {
  const { tool, rule, message, severity, file, line, endLine, column, endColumn } = alert
  const isOneLine = endLine === undefined || endLine === line
  return {
    level,
    title: cut(plain(`${tool}: ${rule} (${severity})`), 255),
    message: cut(plain(message), longestMessage),
    file,
    startLine: line,
    endLine,
    // GitHub shows columns of one line only, and counts the last one in.
    ...(isOneLine && {
      startColumn: column,
      endColumn: endColumn === undefined ? undefined : Math.max(endColumn - 1, column ?? 1),
    }),
  }
}
