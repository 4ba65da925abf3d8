import type { Alert } from '../model/alert.ts'
import { bySeverity } from '../model/severity.ts'

/** Down to the last field that is shown, so that the order of the runs and results makes no difference. */
export function worstFirst(a: Alert, b: Alert): number {
  return (
    bySeverity(a.severity, b.severity) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    compare(a.severity, b.severity) ||
    byPlace(a, b)
  )
}

/** The same of those that weigh the same. */
export function byPlace(a: Alert, b: Alert): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    compare(a.tool, b.tool) ||
    compare(a.level, b.level) ||
    compare(a.kind, b.kind) ||
    compare(a.category ?? '', b.category ?? '') ||
    compare(a.fingerprints.join(), b.fingerprints.join()) ||
    compare(a.accepted?.by ?? '', b.accepted?.by ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
