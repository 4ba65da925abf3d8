import type { Alert } from '../model/alert.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Attempt, Condition } from '../model/outcome.ts'
import type { Gate, Policy, Scope, Where } from '../model/policy.ts'
import { type Rows, type Table, tableOf } from './table.ts'
import { asksFor, no, questionOf, unknown } from './where.ts'

/** What gates count, as rows of a table, and for gates that ask for kinds also what is no finding. Parted once, for all gates. */
export interface Pool {
  table: Table
  findings: Rows
  everyKind: Rows
}

/** Everything that gates count. */
export interface Findings {
  /** Not accepted. */
  now: Pool
  /** Of these, what is new, or may be. */
  fresh: Pool
  /** What was there before; undefined where that is not known. */
  before: Pool | undefined
  fixed: Pool | undefined
  comparison: Attempt<Comparison>
  /** Tools and rules that took part, whether they found something or not. */
  tools: Set<string>
  rules: Set<string>
  time: number
}

export interface Evaluated {
  condition: Condition
  gate: Gate
  /** What it counted. */
  counted: Alert[]
}

/** A number that may not be known exactly: some findings do not say what was asked, or nobody knows which are new. */
interface Count {
  least: number
  most: number
  counted: Alert[]
  /** Findings that do not carry what `where` asks. */
  unknown: number
}

export function evaluate(gate: Gate, policy: Policy, findings: Findings): Evaluated {
  const condition = { id: gate.id, name: gate.title ?? gate.id, expected: expectedOf(gate), isLimit: true } as const
  const apart = notApplicable(gate, policy, findings)
  if (apart)
    return {
      gate,
      counted: [],
      condition: { ...condition, actual: 'not applicable', result: 'not-applicable', phrase: apart },
    }
  const missing = missingFor(gate, policy, findings)
  const count = counts[gate.scope](gate, findings, missing !== undefined)
  const verdict = judged(gate, count, vacuity(gate.where, findings)) ?? unknowable(gate, policy, count, missing)
  return { gate, counted: count.counted, condition: { ...condition, ...verdict } }
}

function expectedOf({ max, min }: Gate): string {
  if (min !== undefined) return max === undefined ? `at least ${min}` : `${min} to ${max}`
  return (max ?? 0) === 0 ? '0' : `at most ${max}`
}

function notApplicable({ events, scope }: Gate, { event }: Policy, { comparison }: Findings): string | undefined {
  if (events && !events.includes(event ?? '')) return `this gate is for ${events.join(', ')} only`
  if (scope !== 'all' && comparison.status === 'skipped') return 'there is nothing to compare with'
  return undefined
}

/** Why nobody knows what is new; undefined where it is known, or does not matter. */
function missingFor({ scope }: Gate, { onMissing }: Policy, { comparison, before }: Findings): string | undefined {
  if (scope === 'all' || (scope === 'new' && onMissing === 'all' && comparison.status === 'failed')) return undefined
  if (comparison.status === 'failed') return comparison.error.message
  const wantsBefore = scope === 'delta' || scope === 'fixed'
  if (wantsBefore && !before)
    return 'What changed lines say is not enough to know what there was before. Give a `baseline`, or scan the base branch.'
  return undefined
}

const counts: Record<Scope, (gate: Gate, findings: Findings, isMissing: boolean) => Count> = {
  all: (gate, { now, time }) => countOf(gate, now, time),
  new(gate, { fresh, time }, isMissing) {
    // Where nobody knows, any of them may be new, or none.
    const count = countOf(gate, fresh, time)
    return isMissing ? { ...count, least: 0 } : count
  },
  delta(gate, { now, before = none, time }, isMissing) {
    const count = countOf(gate, now, time)
    const earlier = countOf(gate, before, time)
    if (isMissing) return { ...count, least: -Infinity }
    return { ...count, least: count.least - earlier.most, most: count.most - earlier.least }
  },
  fixed(gate, { fixed = none, time }, isMissing) {
    const count = countOf(gate, fixed, time)
    return isMissing ? { ...count, least: 0, most: Infinity } : count
  },
}

const none: Pool = { table: tableOf([]), findings: [], everyKind: [] }

function countOf({ where, ifUnknown }: Gate, { table, findings, everyKind }: Pool, time: number): Count {
  const answers = table.ask(questionOf(where, time))
  const counted: Alert[] = []
  let doubtful = 0
  for (const row of asksFor(where, 'kind') ? everyKind : findings) {
    const answer = answers[row]!
    if (answer === no) continue
    if (answer === unknown) doubtful++
    if (answer !== unknown || ifUnknown === 'match') counted.push(table.alerts[row]!)
  }
  return { least: counted.length, most: counted.length, counted, unknown: ifUnknown === 'warn' ? doubtful : 0 }
}

type Judged = Pick<Condition, 'actual' | 'result' | 'phrase' | 'explanation' | 'advice'>

/** Undefined where the count may be on either side of the limit. */
function judged(gate: Gate, count: Count, vacuous: string): Judged | undefined {
  const { max = gate.min === undefined ? 0 : Infinity, min = -Infinity } = gate
  const isKept = count.most <= max && count.least >= min
  const isBroken = count.least > max || count.most < min
  const actual = actualOf(count)
  const phrase = phraseOf(gate, count, isKept)
  if (!isKept && !isBroken) return undefined
  if (isBroken)
    return { actual, result: gate.ifBroken, phrase, ...(gate.ifBroken === 'fail' && { advice: adviceOf(gate) }) }
  const doubts = [count.unknown > 0 && unsaid(count.unknown), vacuous].filter(
    (doubt) => doubt !== false && doubt !== '',
  )
  if (doubts.length === 0) return { actual, result: 'pass', phrase }
  return { actual, result: 'warn', phrase: `${phrase}, but ${doubts[0]}`, explanation: `${doubts.join('; ')}.` }
}

function actualOf({ least, most }: Count): string {
  if (least === most) return String(least)
  if (!Number.isFinite(least)) return Number.isFinite(most) ? `at most ${most}` : 'unknown'
  return Number.isFinite(most) ? `${least} to ${most}` : `at least ${least}`
}

function unsaid(unknown: number): string {
  return `${unknown} ${unknown === 1 ? 'finding does' : 'findings do'} not say what this gate asks`
}

/** The one thing that must not become a pass. */
function unknowable(
  { ifBroken }: Gate,
  { onMissing }: Policy,
  count: Count,
  missing = 'Nobody knows what was there before.',
): Judged {
  const [phrase = ''] = missing.split(/[\r\n\u2028\u2029]/)
  return {
    actual: actualOf(count),
    result: ifBroken !== 'fail' || onMissing === 'warn' ? 'warn' : 'error',
    phrase: phrase.replace(/\.(?: .*)?$/, ''),
    explanation: missing,
    advice: 'With `new-only: false` all findings count, whether they are new or not.',
  }
}

function phraseOf({ scope, what, max = 0, min, title, id }: Gate, { most, counted }: Count, isKept: boolean): string {
  if (what === '') return `${title ?? id}: ${most}`
  if (scope === 'delta') return `${most > 0 ? most : 'no'} more findings ${what} than before`
  const adjective = scope === 'all' ? '' : `${scope} `
  const count = counted.length
  const told = `${count === 0 ? 'no' : count} ${adjective}${count === 1 ? 'finding' : 'findings'} ${what}`
  return isKept && count > 0 && min === undefined ? `${told} (${max} tolerated)` : told
}

function adviceOf({ id, scope, min }: Gate): string {
  if (min !== undefined) return 'Fix more of the findings that were there before.'
  if (scope === 'delta') return 'Fix as many findings as were added.'
  // The inputs make one gate that can fail, and this is its name.
  if (id !== 'findings')
    return 'Fix the blocking findings, have them suppressed in the source with a reason, or have an exception with a date added to the policy.'
  return 'Fix the blocking findings, or have them suppressed in the source with a reason. `fail-on` and `max-findings` say what blocks.'
}

/** A word that names nothing there is cannot be told from a mistake: the gate holds whatever happens. */
function vacuity({ tool, rule }: Where, { tools, rules }: Findings): string {
  const strangers = (patterns: Where['tool'], known: Set<string>) =>
    patterns && !patterns.some(({ matches }) => [...known].some(matches))
      ? patterns.map(({ text }) => `\`${text}\``)
      : []
  const nothing = [
    ...strangers(tool, tools).map((name) => `no tool ${name} took part`),
    ...strangers(rule, rules).map((name) => `no tool knows a rule ${name}`),
  ]
  return nothing.join(', ')
}
