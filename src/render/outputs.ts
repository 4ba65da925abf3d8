import type { Outcome } from '../model/outcome.ts'
import { oneLine, plain } from './plain.ts'

/** Every output of the action, with what it says before anything is known: all are set on every path. */
export const outputs = {
  verdict: { help: '`pass`, `warn`, `fail`, `error` or `skipped`.', unknown: 'error' },
  passed: { help: '`true` when the job may go on.', unknown: 'false' },
  'exit-code': {
    help: '0 pass, warn or skipped; 1 the gate failed; 2 wrong set-up; 3 could not be evaluated.',
    unknown: '3',
  },
  reason: { help: 'The verdict in one line.', unknown: '' },
  'findings-total': { help: 'Findings that nobody accepted.', unknown: '' },
  'findings-new': { help: 'Findings that were not there before; empty where nothing was compared.', unknown: '' },
  'findings-fixed': { help: 'Findings that are gone; empty where nothing was compared.', unknown: '' },
  'findings-excepted': {
    help: 'Findings that are suppressed, dismissed on GitHub, or excepted by the policy.',
    unknown: '',
  },
  'findings-blocking': { help: 'Findings that the gates count that can fail the job.', unknown: '' },
  counts: { help: 'Findings by severity, as JSON.', unknown: '{}' },
  'failed-gates': { help: 'Ids of the conditions that do not hold, as JSON.', unknown: '[]' },
  'new-source': { help: 'By what findings were told to be new: `baseline`, `base-branch` or `diff`.', unknown: '' },
  'base-commit': { help: 'The commit that was compared with.', unknown: '' },
  'sarif-path': { help: 'Where the SARIF is.', unknown: '' },
  'report-path': { help: 'Where `report.json` is, when `report-dir` was given.', unknown: '' },
  'upload-status': { help: '`complete`, `failed`, `pending`, `error` or `skipped`.', unknown: 'skipped' },
  'sarif-id': { help: "GitHub's id of the upload.", unknown: '' },
  'analysis-url': { help: 'Where the alerts are seen.', unknown: '' },
  'zadig-status': { help: "Zadig's word for how the task stands, `error`, or `skipped`.", unknown: 'skipped' },
  'zadig-task-id': { help: 'Number of the Zadig task.', unknown: '' },
  'zadig-url': { help: 'Where the Zadig scan is seen.', unknown: '' },
} satisfies Record<string, { help: string; unknown: string }>

export type Outputs = Record<keyof typeof outputs, string>

/** For runs that ended before there was an outcome. */
export function outputsWithout(reason: string, exitCode: number): Outputs {
  const unknown = Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, output.unknown])) as Outputs
  return { ...unknown, reason: oneLine(reason), 'exit-code': String(exitCode) }
}

/** Each on one line, whatever a server or a policy put into it. */
export function outputsOf(outcome: Outcome, reportPath = ''): Outputs {
  const told = Object.entries(valuesOf(outcome, reportPath))
  return Object.fromEntries(
    told.map(([name, value]) => [name, plain(value).replace(/[\n\u2028\u2029]+/g, ' ')]),
  ) as Outputs
}

function valuesOf(outcome: Outcome, reportPath: string): Outputs {
  const { verdict, exitCode, conditions, upload, zadig } = outcome
  return {
    ...outputsWithout(outcome.reason, exitCode),
    verdict,
    passed: String(exitCode === 0),
    'findings-total': String(outcome.total),
    'findings-blocking': String(outcome.blocking.length),
    'findings-new': String(outcome.newFindings ?? ''),
    'findings-fixed': String(outcome.fixed?.length ?? ''),
    'findings-excepted': String(outcome.accepted.length),
    counts: JSON.stringify(outcome.counts),
    'new-source': outcome.comparison?.status === 'done' ? outcome.comparison.value.source : '',
    'base-commit': outcome.comparison?.status === 'done' ? (outcome.comparison.value.commit ?? '') : '',
    'failed-gates': JSON.stringify(
      conditions.filter(({ result }) => result === 'fail' || result === 'error').map(({ id }) => id),
    ),
    'sarif-path': outcome.sarifPath ?? '',
    'report-path': reportPath,
    ...(upload.status === 'failed' && { 'upload-status': 'error' }),
    ...(upload.status === 'done' && {
      'upload-status': upload.value.status,
      'sarif-id': upload.value.id,
      'analysis-url': upload.value.url,
    }),
    ...(zadig.status === 'failed' && { 'zadig-status': 'error' }),
    ...(zadig.status === 'done' && {
      'zadig-status': oneLine(zadig.value.status),
      'zadig-task-id': String(zadig.value.taskId),
      'zadig-url': zadig.value.url,
    }),
  }
}
