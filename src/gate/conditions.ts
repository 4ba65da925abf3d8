import type { Run } from 'sarif'
import type { Attempt, Condition, Facts, Need, Upload, ZadigScan } from '../model/outcome.ts'

/** Scans and reports that could not be evaluated, and tools that say themselves that they did not finish. */
export function scanConditions({ problems, runs }: Facts): Condition[] {
  const crashed = problems.map(({ message }) => incomplete('Scan', message))
  const unsuccessful = runs
    .filter((run) => !isSuccessful(run))
    .map((run) => incomplete(`Scan by ${run.tool.driver.name}`, unsuccessfulReason(run)))
  return [...crashed, ...unsuccessful]
}

function incomplete(name: string, explanation: string): Condition {
  return {
    id: 'scan',
    name,
    expected: 'completed',
    actual: 'not completed',
    result: 'error',
    phrase: firstSentence(explanation),
    explanation,
  }
}

/** The first line up to its first full stop. */
function firstSentence(explanation: string): string {
  const [line = ''] = explanation.split('\n')
  return line.replace(/\.(?: .*)?$/s, '')
}

/** GitHub, too, refuses the analysis of a run that says it failed, so that it closes no alerts. */
export function isSuccessful({ invocations = [] }: Run): boolean {
  return invocations.every(({ executionSuccessful }) => executionSuccessful !== false)
}

function unsuccessfulReason({ invocations = [] }: Run): string {
  const failed = invocations.find(({ executionSuccessful }) => executionSuccessful === false)
  const told = (failed?.toolExecutionNotifications ?? []).map(({ message }) => message.text).filter(Boolean)
  const reason = failed?.exitCodeDescription ?? told.slice(0, 3).join(' ')
  return `The tool reports an unsuccessful run${reason ? `: ${reason}` : ''}. What it did not report proves nothing.`
}

/** What was not evaluated stops the job where it is required, and is shown where it is optional. */
function notEvaluated(need: Need, name: 'upload' | 'zadig', explanation: string) {
  const hint = need === 'required' ? ` \`${name}\` is \`required\`; with \`optional\` the other conditions decide.` : ''
  return {
    result: need === 'required' ? 'error' : 'warn',
    phrase: firstSentence(explanation),
    explanation: `${explanation}${hint}`,
  } as const
}

export function uploadCondition(attempt: Attempt<Upload>, need: Need): Condition[] {
  if (attempt.status === 'skipped') return []
  const condition = { id: 'upload', name: 'Upload to code scanning', expected: 'processed' }
  if (attempt.status === 'failed')
    return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', attempt.error.message) }]
  const { status, errors, warnings } = attempt.value
  if (status === 'failed') {
    const said = errors.length > 0 ? errors.join(' ') : 'It gave no reason.'
    return [
      {
        ...condition,
        actual: 'failed',
        ...notEvaluated(need, 'upload', `GitHub could not process the SARIF: ${said}`),
      },
    ]
  }
  if (status === 'pending') {
    const explanation =
      'GitHub had not processed the SARIF when `processing-timeout` was over. Run the job again, or raise it.'
    return [{ ...condition, actual: 'not processed in time', ...notEvaluated(need, 'upload', explanation) }]
  }
  if (warnings.length > 0)
    return [
      {
        ...condition,
        actual: 'processed, with warnings',
        result: 'warn',
        phrase: 'GitHub has something to say about the SARIF',
        explanation: warnings.join(' '),
      },
    ]
  return [{ ...condition, actual: 'processed', result: 'pass', phrase: 'upload processed' }]
}

export function zadigCondition(attempt: Attempt<ZadigScan>, need: Need): Condition[] {
  if (attempt.status === 'skipped') return []
  const condition = { id: 'zadig', name: 'Zadig scan', expected: 'passed' }
  if (attempt.status === 'failed')
    return [{ ...condition, actual: 'not evaluated', ...notEvaluated(need, 'zadig', attempt.error.message) }]
  const { result, status, problem = '', taskId } = attempt.value
  const actual = status || 'unknown'
  if (result === 'passed') return [{ ...condition, actual, result: 'pass', phrase: 'Zadig scan passed' }]
  if (result === 'unknown') return [{ ...condition, actual, ...notEvaluated(need, 'zadig', problem) }]
  const explanation = `Zadig says only that task ${taskId} failed: its quality gate is red, or the task broke. The reason is in the task's log; fix it or retry the task, then run this job again.`
  return [
    {
      ...condition,
      actual,
      result: need === 'required' ? 'fail' : 'warn',
      phrase: `Zadig task ${taskId} failed`,
      explanation,
    },
  ]
}
