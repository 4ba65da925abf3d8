import type { ZadigScan } from '../model/outcome.ts'
import { oneLine } from './plain.ts'

/** A task of a scan, as the commands know it. */
export type ZadigTask = Pick<ZadigScan, 'taskId' | 'status' | 'result' | 'problem' | 'resultLink' | 'error'> & {
  project: string
  scan: string
}

/** A task for a terminal: how it stands, why that says nothing if so, and where people see more. */
export function zadigTaskText({
  project,
  scan,
  taskId,
  status,
  result,
  problem,
  resultLink,
  error,
}: ZadigTask): string {
  const lines = [
    `Task ${taskId} of scan ${scan} in project ${project}: ${status || 'no status'}`,
    result === 'unknown' ? `Not evaluated. ${problem ?? ''}` : '',
    error ? `Zadig says: ${error}` : '',
    resultLink ? `Result: ${resultLink}` : '',
  ]
  return lines.map(oneLine).filter(Boolean).join('\n')
}
