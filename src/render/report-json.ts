import type { Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { dayOf } from '../model/day.ts'
import { gatesByAlert, type Outcome } from '../model/outcome.ts'
import { toolVersion } from '../model/tool.ts'
import { version } from '../model/version.ts'

/** `report.json`: everything the summary shows, and everything it had to cut. `schemas/report.schema.json` describes it. */
export function reportOf(outcome: Outcome): object {
  const { verdict, exitCode, reason, conditions, counts, total, notices = [], findings, sarifPath } = outcome
  const gates = gatesByAlert(outcome)
  return {
    version: 1,
    generator: { name: 'codescan-gate', version },
    verdict,
    exitCode,
    reason,
    counts: {
      ...counts,
      total,
      new: outcome.newFindings,
      fixed: outcome.fixed?.length,
      accepted: outcome.accepted.length,
    },
    conditions: conditions.map(({ isLimit: _mark, ...condition }) => condition),
    tools: outcome.runs.map(toolOf),
    policy: outcome.policy,
    comparison: comparisonOf(outcome),
    findings: findings.map((alert) => findingOf(alert, gates.get(alert) ?? [])),
    fixed: outcome.fixed?.map((alert) => findingOf(alert, [])),
    upload: uploadOf(outcome),
    zadig: zadigOf(outcome),
    notices,
    sarif: sarifPath,
  }
}

function toolOf({ tool: { driver }, results }: Run): object {
  return { name: driver.name, version: toolVersion(driver), results: results?.length ?? 0 }
}

function comparisonOf({ comparison }: Outcome): object {
  if (comparison?.status === 'failed') return { status: 'failed', reason: comparison.error.message }
  if (comparison?.status !== 'done') return { status: 'none' }
  const { source, against, commit } = comparison.value
  return { status: 'done', source, against, commit }
}

/** The lists that are empty are left out: most findings have most of them so. */
function findingOf(alert: Alert, gates: string[]): object {
  const { since, accepted, ...rest } = alert
  const filled = Object.entries(rest).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  return {
    ...Object.fromEntries(filled),
    ...(since !== undefined && { since: dayOf(since) }),
    ...(accepted && {
      accepted: { ...accepted, until: accepted.until === undefined ? undefined : dayOf(accepted.until) },
    }),
    ...(gates.length > 0 && { gates }),
  }
}

function uploadOf({ upload }: Outcome): object {
  if (upload.status === 'skipped') return { status: 'skipped' }
  if (upload.status === 'failed') return { status: 'failed', errors: [upload.error.message] }
  const { status, id, url, errors, warnings } = upload.value
  return { status, id, url, errors, warnings }
}

function zadigOf({ zadig }: Outcome): object {
  if (zadig.status === 'skipped') return { status: 'skipped' }
  if (zadig.status === 'failed') return { status: 'failed', error: zadig.error.message }
  const { status, result, taskId, url, resultLink, error, metrics } = zadig.value
  return { status, result, taskId, url, resultLink: resultLink || undefined, error, metrics }
}
