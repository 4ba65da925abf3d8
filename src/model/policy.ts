import type { Need } from './outcome.ts'
import type { Threshold } from './severity.ts'

/** What the gate demands. */
export interface Policy {
  failOn: Threshold[]
  warnOn: Threshold[]
  /** How many findings at or above `failOn` are tolerated. */
  maxFindings: number
  enforcement: 'block' | 'warn' | 'off'
  /** What becomes of something required that could not be evaluated. */
  onError: 'fail' | 'warn'
  upload: Need
  zadig: Need
}
