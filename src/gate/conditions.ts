import type { Run } from 'sarif'
import type { Dismissals } from '../model/comparison.ts'
import type { Attempt, Condition, Facts, Need, Upload, ZadigScan } from '../model/outcome.ts'
import type { Policy } from '../model/policy.ts'
import { adviceOn } from './rejections.ts'

/** Scans and reports that could not be evaluated, and tools that say themselves that they did not finish. */
export function scanConditions({ problems, runs }: Facts, need: Need | 'off'): Condition[] {
  if (need === 'off') return []
  const crashed = problems.map(({ message }) => incomplete('Scan', message))
  const unsuccessful = runs
    .filter((run) => !isSuccessful(run))
    .map((run) => incomplete(`Scan by ${run.tool.driver.name}`, unsuccessfulReason(run)))
  const conditions = [...crashed, ...unsuccessful]
  return need === 'required' ? conditions : conditions.map((condition) => ({ ...condition, result: 'warn' }))
}

/** Whether it is known what people dismissed. Where it is not, such findings count. */
export function dismissalCondition(attempt: Attempt<Dismissals> | undefined, need: Need | 'off'): Condition[] {
  if (attempt?.status !== 'failed' || need === 'off') return []
  const explanation = `${attempt.error.message} What was dismissed on GitHub counts as if it had not been.`
  const condition = { id: 'dismissed-alerts', name: 'Dismissed alerts', expected: 'known', actual: 'unknown' }
  return [{ ...condition, ...notEvaluated(need, 'dismissed-alerts', { explanation }) }]
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
    advice: 'Mend the scan, then run this job again: what was not scanned counts neither as clean nor as a finding.',
  }
}

/** The first line up to its first full stop. */
function firstSentence(explanation: string): string {
  const [line = ''] = explanation.split(/[\r\n\u2028\u2029]/)
  return line.replace(/\.(?: .*)?$/, '') || 'no reason is known'
}

/** GitHub, too, refuses the analysis of a run that says it failed, so that it closes no alerts. */
export function isSuccessful({ invocations }: Run): boolean {
  return (invocations ?? []).every(({ executionSuccessful }) => executionSuccessful !== false)
}

function unsuccessfulReason({ invocations }: Run): string {
  const failed = invocations?.find(({ executionSuccessful }) => executionSuccessful === false)
  const told = (failed?.toolExecutionNotifications ?? []).map(({ message }) => message?.text).filter(Boolean)
  const reason = (failed?.exitCodeDescription || told.slice(0, 3).join(' ')).replace(/\.$/, '')
  return `The tool reports an unsuccessful run${reason ? `: ${reason}` : ''}. What it did not report proves nothing.`
}

interface Unknown {
  explanation: string
  advice?: string
  /** When it is more than the first sentence of the explanation. */
  phrase?: string
}

/** What was not evaluated stops the job where it is required, and is shown where it is optional. */
function notEvaluated(
  need: Need,
  name: 'upload' | 'zadig' | 'dismissed-alerts',
  { explanation, advice, phrase }: Unknown,
) {
  return {
    result: need === 'required' ? 'error' : 'warn',
    phrase: firstSentence(phrase ?? explanation),
    explanation: explanation || 'No reason is known.',
    ...(advice && { advice }),
    ...whyOf(name, need),
  } as const
}

function whyOf(name: string, need: Need): Pick<Condition, 'why'> {
  return need === 'required'
    ? { why: `\`${name}\` is \`required\`; with \`optional\` the other conditions decide.` }
    : {}
}

/** One thing that was said stands in the line; several are lines of their own, word for word. */
function quoted(intro: string, said: string[]): string {
  return said.length > 1 ? `${intro}:\n${said.join('\n')}` : `${intro}: ${said[0] ?? 'it gave no reason.'}`
}

export function uploadCondition(attempt: Attempt<Upload>, need: Need | 'off'): Condition[] {
  if (attempt.status === 'skipped' || need === 'off') return []
  const condition = { id: 'upload', name: 'Upload to code scanning', expected: 'processed' }
  if (attempt.status === 'failed') {
    const explanation = attempt.error.message
    return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', { explanation }) }]
  }
  const { status, errors, warnings, problem } = attempt.value
  if (status === 'failed') {
    const intro = 'GitHub could not process the SARIF'
    const unknown = {
      explanation: quoted(intro, errors),
      phrase: quoted(intro, errors.slice(0, 1)),
      advice: adviceOn(errors),
    }
    return [{ ...condition, actual: 'failed', ...notEvaluated(need, 'upload', unknown) }]
  }
  if (status === 'pending') {
    const late = 'GitHub had not processed the SARIF when `processing-timeout` was over.'
    const advice = problem ? 'Run the job again.' : 'Run the job again, or raise `processing-timeout`.'
    const actual = problem ? 'unknown' : 'not processed in time'
    return [{ ...condition, actual, ...notEvaluated(need, 'upload', { explanation: problem ?? late, advice }) }]
  }
  return [{ ...condition, ...(warnings.length > 0 ? withWarnings(warnings) : processed) }]
}

const processed = { actual: 'processed', result: 'pass', phrase: 'upload processed' } as const

function withWarnings(warnings: string[]) {
  const phrase = 'GitHub has something to say about the SARIF'
  return {
    actual: 'processed, with warnings',
    result: 'warn',
    phrase,
    explanation: warnings.length > 1 ? quoted(phrase, warnings) : warnings.join(),
  } as const
}

export function zadigCondition(
  attempt: Attempt<ZadigScan>,
  need: Need | 'off',
  words: Policy['zadigWords'] = {},
): Condition[] {
  if (attempt.status === 'skipped' || need === 'off') return []
  const condition = { id: 'zadig', name: 'Zadig scan', expected: 'passed' }
  if (attempt.status === 'failed') {
    const explanation = attempt.error.message
    return [{ ...condition, actual: 'not evaluated', ...notEvaluated(need, 'zadig', { explanation }) }]
  }
  const { result, status, problem, taskId, error } = attempt.value
  const actual = status || 'unknown'
  const wanted = Object.hasOwn(words, status) ? words[status] : undefined
  if (wanted === 'skip' || wanted === 'pass' || wanted === 'warn')
    return [{ ...condition, actual, ...byPolicy(status, wanted) }]
  if (result === 'passed' && wanted === undefined)
    return [{ ...condition, actual, result: 'pass', phrase: 'Zadig scan passed' }]
  if (result === 'unknown' && wanted === undefined) {
    const explanation = saidBy(error, problem || `What became of Zadig task ${taskId} is not known.`)
    return [{ ...condition, actual, ...notEvaluated(need, 'zadig', { explanation }) }]
  }
  return [
    {
      ...condition,
      actual,
      result: need === 'required' ? 'fail' : 'warn',
      ...failureOf(attempt.value),
      ...whyOf('zadig', need),
    },
  ]
}

/** Where the policy says what a word of Zadig means. */
function byPolicy(status: string, wanted: 'pass' | 'warn' | 'skip'): Pick<Condition, 'result' | 'phrase'> {
  const result = wanted === 'skip' ? 'not-applicable' : wanted
  return { result, phrase: `Zadig scan ended as ${status}, which the policy takes for ${wanted}` }
}

/** `failed` is one word for a red gate and for everything that breaks a task. */
function failureOf({ taskId, error, metrics }: ZadigScan): Pick<Condition, 'phrase' | 'explanation' | 'advice'> {
  const phrase = `Zadig task ${taskId} failed`
  const gate = metrics?.gate
  if (gate?.toUpperCase() === 'NONE')
    return {
      phrase,
      explanation: saidBy(error, `The project in SonarQube has no quality gate, which Zadig counts as failed.`),
      advice: 'Give the project a quality gate in SonarQube, or switch the check off in the scan in Zadig.',
    }
  if (gate !== undefined && gate !== 'OK')
    return {
      phrase: `the quality gate of SonarQube is ${gate} (Zadig task ${taskId})`,
      explanation: saidBy(error, `The quality gate of SonarQube is \`${gate}\`, so Zadig task ${taskId} failed.`),
      advice: 'Mend what SonarQube reports, then run this job again.',
    }
  const unknown = `Zadig says only that task ${taskId} failed: its quality gate is red, or the task broke.`
  return {
    phrase,
    explanation: error ? saidBy(error, `Zadig task ${taskId} failed.`) : unknown,
    advice: 'The reason is in the log of the Zadig task: fix it or retry the task, then run this job again.',
  }
}

function saidBy(error: string | undefined, explanation: string): string {
  return error ? `${explanation} Zadig says: ${error}` : explanation
}
