import { globOf } from '../model/pattern.ts'
import type { Limit, TextPattern, Where } from '../model/policy.ts'
import type { GivenValue, GivenWhere } from './policy-file.ts'

const hourMs = 3_600_000
const units: Record<string, number> = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs }

/** Makes what a policy writes into what the gate asks; throws a plain `Error` for a pattern that is none. */
export type ReadWhere = (given: GivenWhere) => Where

/** The engine for regular expressions is loaded only for policies that have one. */
export async function whereReader(policy: object): Promise<ReadWhere> {
  const expression = JSON.stringify(policy).includes('"/') ? (await import('re2js')).RE2JS : undefined
  const pattern = (key: string, value: GivenValue): TextPattern => {
    const word = String(value)
    const body = /^\/(.+)\/(i?)$/s.exec(word)
    if (!body) return { text: word, matches: globOf(canonical(key, word)) }
    const compiled = expression!.compile(body[1]!, body[2] ? expression!.CASE_INSENSITIVE : 0)
    return { text: word, matches: (candidate) => compiled.matcher(candidate).find() }
  }
  const read: ReadWhere = (given) => {
    const where: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(given)) {
      if (key === 'any') where[key] = (value as GivenWhere[]).map(read)
      else if (key === 'not') where[key] = read(value as GivenWhere)
      else if (value !== undefined)
        where[key] = readers[key]?.(listed(value)) ?? listed(value).map((each) => pattern(key, each))
    }
    return where as Where
  }
  return read
}

/** As findings have it: ids of vulnerabilities are upper case, paths begin at the root of the repository. */
function canonical(key: string, glob: string): string {
  if (key === 'cve') return glob.toUpperCase()
  return key.startsWith('path') ? glob.replace(/^(?:\.?\/)+/, '') : glob
}

function listed(value: GivenWhere[string]): GivenValue[] {
  return (Array.isArray(value) ? value : [value]) as GivenValue[]
}

const limits =
  <T>(read: (text: string) => T) =>
  (values: GivenValue[]): Limit<T>[] =>
    values.map((value) => {
      const [, operator = '=', text = ''] = /^(>=|<=|>|<|=)?\s*(.*)$/s.exec(String(value))!
      return { operator: operator as Limit<T>['operator'], value: read(text) }
    })

/** Everything that is no pattern. */
const readers: Record<string, (values: GivenValue[]) => unknown> = {
  severity: limits((text) => text),
  level: limits((text) => text),
  'security-severity': limits(Number),
  cvss: limits(Number),
  epss: limits(Number),
  age: limits((text) => Number(text.slice(0, -1)) * units[text.slice(-1)]!),
  kev: ([value]) => value,
  fixable: ([value]) => value,
  cwe: (values) => values.map((value) => `CWE-${Number(String(value).replace(/^CWE-/i, ''))}`),
  fingerprint: (values) => values.map(String),
}
