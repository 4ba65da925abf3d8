import { hideInLines } from './masks.ts'
import type { Step } from './step.ts'
import { report } from './step.ts'

const maxJobOutputBytes = 1024 * 1024 // per job, counted as UTF-16: docs.github.com, workflow syntax, jobs.<job_id>.outputs

/** What arrives in the next job: no empty value, none with a secret in it, and nothing at all beyond the limit. */
export function jobOutputsOf(outputs: Record<string, string>, step: Step): Record<string, string> {
  const filled = Object.entries(outputs).filter(([, value]) => value !== '')
  const kept = filled.filter(([, value]) => hideInLines(value, step.secrets) === value)
  for (const [name] of filled.filter((output) => !kept.includes(output))) {
    report(step, 'warning', `The job output \`${name}\` was dropped: a secret may be in it.`)
  }
  const bytes = kept.reduce((sum, [, value]) => sum + 2 * value.length, 0)
  if (bytes <= maxJobOutputBytes) return Object.fromEntries(kept)
  report(step, 'error', `The job's outputs were dropped: together they are larger than ${maxJobOutputBytes} bytes.`)
  return {}
}
