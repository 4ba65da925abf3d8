import type { Alert } from '../model/alert.ts'
import type { Limit, TextPattern, Where } from '../model/policy.ts'
import { isAtLeast, rankOf, type Severity, type Threshold } from '../model/severity.ts'

/** Yes, no, or unknown: the finding does not carry what was asked for. */
export type Answer = boolean | undefined

type Test = (alert: Alert) => Answer

/** What a `where` asks, made once for all findings: what is told by a word is found out once a word. */
export function testOf(where: Where, now: number): Test {
  const tests = [...textTests(where), ...limitTests(where, now), ...flagTests(where), ...nested(where, now)]
  return (alert) => all(tests, alert)
}

/** Whether it asks for something, itself or in one of its alternatives. */
export function asksFor(where: Where, key: 'kind' | 'age'): boolean {
  return where[key] !== undefined || (where.any ?? []).some((each) => asksFor(each, key))
}

/** Kleene's "and": one no decides, whatever else is unknown. */
function all(tests: Test[], alert: Alert): Answer {
  let answer: Answer = true
  for (const test of tests) {
    const part = test(alert)
    if (part === false) return false
    if (part === undefined) answer = undefined
  }
  return answer
}

const texts: { [Key in keyof Where]?: (alert: Alert) => readonly string[] } = {
  tool: ({ tool }) => [tool],
  rule: ({ rule }) => [rule],
  tag: ({ tags }) => tags,
  path: ({ file }) => (file === undefined ? [] : [file]),
  message: ({ message }) => [message],
  category: ({ category }) => (category === undefined ? [] : [category]),
  language: ({ language }) => (language === undefined ? [] : [language]),
  kind: ({ kind }) => [kind],
  cve: ({ cves }) => cves,
}

function textTests(where: Where): Test[] {
  return Object.entries(texts).flatMap(([key, wordsOf]) => {
    const wanted = where[key as 'tool'] && fitting(where[key as 'tool']!)
    const unwanted = where[`${key}-not` as 'rule-not'] && fitting(where[`${key}-not` as 'rule-not']!)
    return [
      ...(wanted ? [(alert: Alert) => wordsOf(alert).some(wanted)] : []),
      ...(unwanted ? [(alert: Alert) => !wordsOf(alert).some(unwanted)] : []),
    ]
  })
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

function limitTests(where: Where, now: number): Test[] {
  const { severity, level, cwe, fingerprint } = where
  const ofNumber = (limits: Limit<number>[] | undefined, numberOf: (alert: Alert) => number | undefined): Test[] =>
    limits ? [(alert) => within(limits, numberOf(alert))] : []
  return [
    ...(severity
      ? [(alert: Alert) => severity.some((limit) => keeps(limit, rankOf(alert.countsAs), rankOf(limit.value)))]
      : []),
    ...(level
      ? [
          (alert: Alert) =>
            level.some((limit) => keeps(limit, levels.indexOf(alert.level), levels.indexOf(limit.value))),
        ]
      : []),
    ...ofNumber(where['security-severity'], ({ score }) => score),
    ...ofNumber(where.cvss, ({ cvss }) => cvss),
    ...ofNumber(where.epss, ({ epss }) => epss),
    ...ofNumber(where.age, ({ since }) => (since === undefined ? undefined : now - since)),
    ...(cwe ? [({ cwes }: Alert) => cwes.some((id) => cwe.includes(id))] : []),
    ...(fingerprint ? [({ fingerprints }: Alert) => fingerprints.some((print) => fingerprint.includes(print))] : []),
  ]
}

const levels: string[] = ['none', 'note', 'warning', 'error']

function within(limits: Limit<number>[], value: number | undefined): Answer {
  return value === undefined ? undefined : limits.some((limit) => keeps(limit, value, limit.value))
}

function keeps({ operator }: Limit<unknown>, value: number, limit: number): boolean {
  if (operator === '>=') return value >= limit
  if (operator === '>') return value > limit
  if (operator === '<=') return value <= limit
  return operator === '<' ? value < limit : value === limit
}

function flagTests({ kev, fixable, reaches }: Where): Test[] {
  return [
    ...(kev === undefined ? [] : [(alert: Alert) => (alert.kev === undefined ? undefined : alert.kev === kev)]),
    ...(fixable === undefined ? [] : [(alert: Alert) => alert.fixable === fixable]),
    ...(reaches ? [(alert: Alert) => reaches.some((word) => isReached(alert, word))] : []),
  ]
}

function isReached({ countsAs, level }: Alert, threshold: Threshold): boolean {
  if (threshold === 'never') return false
  if (threshold === 'error') return level === 'error'
  if (threshold === 'warning') return level === 'error' || level === 'warning'
  return isAtLeast(countsAs, threshold as Severity)
}

function nested({ any, not }: Where, now: number): Test[] {
  const either = any?.map((where) => testOf(where, now))
  const none = not && testOf(not, now)
  return [
    ...(either ? [(alert: Alert) => some(either, alert)] : []),
    ...(none ? [(alert: Alert) => opposite(none(alert))] : []),
  ]
}

function some(tests: Test[], alert: Alert): Answer {
  let answer: Answer = false
  for (const test of tests) {
    const part = test(alert)
    if (part === true) return true
    if (part === undefined) answer = undefined
  }
  return answer
}

function opposite(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer
}
