import type { Alert } from '../model/alert.ts'
import type { Limit, TextPattern, Where } from '../model/policy.ts'
import { isAtLeast, rankOf, type Severity, type Threshold } from '../model/severity.ts'

/** In this order "and" is the least, "or" the greatest, and "not" what is left of two: Kleene's three-valued logic. */
export const no = 0
/** The finding does not carry what was asked for. */
export const unknown = 1
export const yes = 2
export type Answer = typeof no | typeof unknown | typeof yes

/** One thing that is asked: of which fact of a finding, and what each value of it means. */
export interface Ask {
  /** The same for the same thing asked again, by another gate. */
  id: string
  of: keyof Alert
  says(value: unknown): Answer
}

/** What a `where` asks, made once for all findings: single questions, put together. */
export type Question = Ask | { all: Question[] } | { any: Question[] } | { not: Question }

export function questionOf(where: Where, now: number): Question {
  return { all: [...limitAsks(where, now), ...flagAsks(where), ...textAsks(where), ...nested(where, now)] }
}

/** What nearly every finding says in words of its own: to look answers up by it would cost more than to ask again. */
const own = new Set<keyof Alert>(['message', 'fingerprints'])

/** Whether thousands of findings say the same there: they share rules and files. */
export function isShared(fact: keyof Alert): boolean {
  return !own.has(fact)
}

/** What a `where` says of one finding after the other: for exceptions and ratings. */
export function testOf(where: Where, now: number): (alert: Alert) => Answer {
  const question = remembering(questionOf(where, now))
  return (alert) => answerOf(question, alert)
}

/** The same question, which asks the value of a shared fact once. */
function remembering(question: Question): Question {
  if ('not' in question) return { not: remembering(question.not) }
  if ('any' in question) return { any: question.any.map(remembering) }
  if ('all' in question) return { all: question.all.map(remembering) }
  if (!isShared(question.of)) return question
  const answers = new Map<unknown, Answer>()
  const says = (value: unknown) => {
    const answer = answers.get(value) ?? question.says(value)
    answers.set(value, answer)
    return answer
  }
  return { ...question, says }
}

function answerOf(question: Question, alert: Alert): Answer {
  if ('of' in question) return question.says(alert[question.of])
  if ('not' in question) return (yes - answerOf(question.not, alert)) as Answer
  const decides = 'any' in question ? yes : no
  let answer: Answer = 'any' in question ? no : yes
  for (const part of 'any' in question ? question.any : question.all) {
    const said = answerOf(part, alert)
    if (said === decides) return said
    if (said === unknown) answer = unknown
  }
  return answer
}

/** Whether it asks for something, itself or in its alternatives. `not: {kind: …}` asks for no other kind of results. */
export function asksFor(where: Where, key: 'kind' | 'age'): boolean {
  const { any = [], not } = where
  return (
    where[key] !== undefined ||
    any.some((each) => asksFor(each, key)) ||
    (key === 'age' && not !== undefined && asksFor(not, key))
  )
}

/** By the key of a `where`: the fact that its patterns are tried on. */
const texts = {
  tool: 'tool',
  kind: 'kind',
  category: 'category',
  language: 'language',
  rule: 'rule',
  path: 'file',
  tag: 'tags',
  cve: 'cves',
  message: 'message',
} as const

function textAsks(where: Where): Ask[] {
  return Object.entries(texts).flatMap(([key, of]): Ask[] => {
    const wanted = where[key as 'rule']
    const unwanted = where[`${key}-not` as 'rule-not']
    return [
      ...(wanted ? [{ id: idOf(key, wanted), of, says: anyOf(fitting(wanted)) }] : []),
      ...(unwanted ? [{ id: idOf(`${key}-not`, unwanted), of, says: opposite(anyOf(fitting(unwanted))) }] : []),
    ]
  })
}

/** By what the user wrote: patterns are kept with their texts. */
function idOf(...asked: unknown[]): string {
  return JSON.stringify(asked)
}

/** Of a fact that is a word, a list of words, or absent: whether one fits. */
function anyOf(fits: (word: string) => boolean): Ask['says'] {
  return (value) => {
    if (typeof value === 'string') return fits(value) ? yes : no
    return Array.isArray(value) && value.some(fits) ? yes : no
  }
}

function opposite(says: Ask['says']): Ask['says'] {
  return (value) => (yes - says(value)) as Answer
}

function fitting(patterns: TextPattern[]): (word: string) => boolean {
  return (word) => patterns.some(({ matches }) => matches(word))
}

const levels: unknown[] = ['none', 'note', 'warning', 'error']

function limitAsks(where: Where, now: number): Ask[] {
  const { severity, level, cwe, fingerprint } = where
  const number = (of: Ask['of'], limits: Limit<number>[] | undefined, from = (value: number) => value): Ask[] => {
    const says = (value: unknown) => (value === undefined ? unknown : within(limits!, from(value as number)))
    return limits ? [{ id: idOf(of, limits, from(0)), of, says }] : []
  }
  const ranked = (severity ?? []).map(({ operator, value }) => ({ operator, value: rankOf(value) }))
  const stepped = (level ?? []).map(({ operator, value }) => ({ operator, value: levels.indexOf(value) }))
  const ask = (of: Ask['of'], asked: unknown, says: Ask['says']): Ask[] =>
    asked ? [{ id: idOf(of, asked), of, says }] : []
  return [
    ...ask('countsAs', severity, (value) => within(ranked, rankOf(value as Severity))),
    ...ask('level', level, (value) => within(stepped, levels.indexOf(value))),
    ...number('score', where['security-severity']),
    ...number('cvss', where.cvss),
    ...number('epss', where.epss),
    ...number('since', where.age, (since) => now - since),
    ...ask(
      'cwes',
      cwe,
      anyOf((word) => cwe!.includes(word)),
    ),
    ...ask(
      'fingerprints',
      fingerprint,
      anyOf((word) => fingerprint!.includes(word)),
    ),
  ]
}

function within(limits: Limit<number>[], value: number): Answer {
  return limits.some((limit) => keeps(limit, value)) ? yes : no
}

function keeps({ operator, value: limit }: Limit<number>, value: number): boolean {
  if (operator === '>=') return value >= limit
  if (operator === '>') return value > limit
  if (operator === '<=') return value <= limit
  return operator === '<' ? value < limit : value === limit
}

function flagAsks({ kev, fixable, reaches }: Where): Question[] {
  const flag = (of: 'kev' | 'fixable', wanted: boolean | undefined): Ask[] => {
    const says = (value: unknown) => (value === undefined ? unknown : value === wanted ? yes : no)
    return wanted === undefined ? [] : [{ id: idOf(of, wanted), of, says }]
  }
  return [...flag('kev', kev), ...flag('fixable', fixable), ...(reaches ? [{ any: reaches.map(reaching) }] : [])]
}

/** The words of `fail-on`: levels are what the tool said, severities what the finding is ranked as. */
function reaching(threshold: Threshold): Question {
  const id = idOf('reaches', threshold)
  if (threshold === 'never') return { any: [] }
  if (threshold === 'error' || threshold === 'warning') {
    const least = levels.indexOf(threshold)
    return { id, of: 'level', says: (value) => (levels.indexOf(value) >= least ? yes : no) }
  }
  return { id, of: 'countsAs', says: (value) => (isAtLeast(value as Severity, threshold) ? yes : no) }
}

function nested({ any, not }: Where, now: number): Question[] {
  return [
    ...(any ? [{ any: any.map((where) => questionOf(where, now)) }] : []),
    ...(not ? [{ not: questionOf(not, now) }] : []),
  ]
}
