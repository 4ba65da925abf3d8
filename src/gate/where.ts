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
  of: keyof Alert
  says(value: unknown): Answer
}

/** What a `where` asks, made once for all findings: single questions, put together. */
export type Question = Ask | { all: Question[] } | { any: Question[] } | { not: Question }

export function questionOf(where: Where, now: number): Question {
  return { all: [...limitAsks(where, now), ...flagAsks(where), ...textAsks(where), ...nested(where, now)] }
}

/** What a `where` says of one finding after the other: for exceptions and ratings, of which there are few. */
export function testOf(where: Where, now: number): (alert: Alert) => Answer {
  const question = questionOf(where, now)
  return (alert) => answerOf(question, alert)
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

/** Whether it asks for something, itself or in one of its alternatives. */
export function asksFor(where: Where, key: 'kind' | 'age'): boolean {
  return where[key] !== undefined || (where.any ?? []).some((each) => asksFor(each, key))
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
      ...(wanted ? [{ of, says: anyOf(fitting(wanted)) }] : []),
      ...(unwanted ? [{ of, says: opposite(anyOf(fitting(unwanted))) }] : []),
    ]
  })
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

/** Thousands of findings share a rule or a file. */
function fitting(patterns: TextPattern[]): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const fits = patterns.some(({ matches }) => matches(word))
    known.set(word, fits)
    return fits
  }
}

const levels: unknown[] = ['none', 'note', 'warning', 'error']

function limitAsks(where: Where, now: number): Ask[] {
  const { severity, level, cwe, fingerprint } = where
  const number = (of: Ask['of'], limits: Limit<number>[] | undefined, from = (value: number) => value): Ask[] =>
    limits ? [{ of, says: (value) => (value === undefined ? unknown : within(limits, from(value as number))) }] : []
  const ranked = (severity ?? []).map(({ operator, value }) => ({ operator, value: rankOf(value) }))
  const stepped = (level ?? []).map(({ operator, value }) => ({ operator, value: levels.indexOf(value) }))
  const oneOf = (wanted: string[]) => anyOf((word) => wanted.includes(word))
  return [
    ...(severity ? [{ of: 'countsAs', says: (value) => within(ranked, rankOf(value as Severity)) } as Ask] : []),
    ...(level ? [{ of: 'level', says: (value) => within(stepped, levels.indexOf(value)) } as Ask] : []),
    ...number('score', where['security-severity']),
    ...number('cvss', where.cvss),
    ...number('epss', where.epss),
    ...number('since', where.age, (since) => now - since),
    ...(cwe ? [{ of: 'cwes', says: oneOf(cwe) } as Ask] : []),
    ...(fingerprint ? [{ of: 'fingerprints', says: oneOf(fingerprint) } as Ask] : []),
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
  const is = (wanted: boolean) => (value: unknown) => (value === undefined ? unknown : value === wanted ? yes : no)
  return [
    ...(kev === undefined ? [] : [{ of: 'kev', says: is(kev) } as const]),
    ...(fixable === undefined ? [] : [{ of: 'fixable', says: is(fixable) } as const]),
    ...(reaches ? [{ any: reaches.map(reaching) }] : []),
  ]
}

/** The words of `fail-on`: levels are what the tool said, severities what the finding is ranked as. */
function reaching(threshold: Threshold): Question {
  if (threshold === 'never') return { any: [] }
  if (threshold === 'error' || threshold === 'warning') {
    const least = levels.indexOf(threshold)
    return { of: 'level', says: (value) => (levels.indexOf(value) >= least ? yes : no) }
  }
  return { of: 'countsAs', says: (value) => (isAtLeast(value as Severity, threshold) ? yes : no) }
}

function nested({ any, not }: Where, now: number): Question[] {
  return [
    ...(any ? [{ any: any.map((where) => questionOf(where, now)) }] : []),
    ...(not ? [{ not: questionOf(not, now) }] : []),
  ]
}
