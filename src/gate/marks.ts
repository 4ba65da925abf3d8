import type { Result, Run } from 'sarif'
import { grouped } from '../model/grouped.ts'
import { pathOfResult } from '../model/place.ts'
import { ruleBook } from '../model/rule-book.ts'

/** A finding, and what it may be known again by. */
export interface Finding {
  result: Result
  /** The same number for the same rule. */
  rule: number
  path: string
  /** The file's name before. */
  formerly: string
  words: string
  /** Names with versions and values of its fingerprints, in turn. */
  texts: string[]
  /** A number for each fingerprint that was there before. A value of another version was computed in another way, and is another one. */
  prints: number[]
  /** It took one of the other side, or was taken. */
  isMatched: boolean
}

/** The name that a file had before, by the one it has now. */
export type Renames = ReadonlyMap<string, string>

/** Findings by their tool, in an order that no report decides. */
export type Tools = Map<string, Finding[]>

/** Both sides, marked alike. */
export function marked(now: Run[], before: Run[], renames: Renames): { now: Tools; before: Tools } {
  const rules = new Map<string, number>()
  const prints = new Map<string, Map<string, number>>()
  let next = 0

  function numberOld(name: string, value: string): void {
    const values = prints.get(name) ?? new Map<string, number>()
    prints.set(name, values)
    if (!values.has(value)) values.set(value, next++)
  }

  /** What only the findings of now have can match nothing, and has no number. */
  function numbersOf(texts: string[], isOld: boolean): number[] {
    const numbers: number[] = []
    for (let at = 0; at < texts.length; at += 2) {
      if (isOld) numberOld(texts[at]!, texts[at + 1]!)
      const number = prints.get(texts[at]!)?.get(texts[at + 1]!)
      if (number !== undefined) numbers.push(number)
    }
    return numbers
  }

  function numberOf(rule: string): number {
    const number = rules.get(rule) ?? rules.size
    rules.set(rule, number)
    return number
  }

  function findingsOf(run: Run, isOld: boolean): Finding[] {
    const { ruleOf } = ruleBook(run)
    return (run.results ?? []).map((result) => {
      const path = pathOfResult(run, result) ?? ''
      const texts = printsOf(result)
      return {
        result,
        rule: numberOf(result.ruleId ?? result.rule?.id ?? ruleOf(result)?.id ?? ''),
        path,
        formerly: (isOld ? undefined : renames.get(path)) ?? path,
        words: result.message?.text ?? result.message?.id ?? '',
        texts,
        prints: numbersOf(texts, isOld),
        isMatched: false,
      }
    })
  }

  function byTool(runs: Run[], isOld: boolean): Tools {
    const tools = grouped(runs, ({ tool }) => tool.driver.name)
    return new Map([...tools].map(([tool, its]) => [tool, inOrder(its.flatMap((run) => findingsOf(run, isOld)))]))
  }

  const old = byTool(before, true)
  return { now: byTool(now, false), before: old }
}

/** By what it may be known in its file: its rule, together with its line by GitHub's hash, and by its words. */
export function linesOf({ result, rule, texts }: Finding): string[] {
  // GitHub's hash covers the line and what follows; behind the colon it counts lines that are alike, which move.
  const at = texts.findIndex((text, index) => index % 2 === 0 && nameOf(text).name === 'primaryLocationLineHash')
  const hash = at < 0 ? undefined : texts[at + 1]!.replace(/:\d+$/, '')
  const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.trim()
  const keys: string[] = []
  if (hash) keys.push(`${rule} hash ${hash}`)
  if (snippet) keys.push(`${rule} line ${snippet}`)
  return keys
}

/** The same by rule and message without numbers. */
export function saidBy({ rule, words }: Finding): string {
  return `${rule} ${withoutNumbers(words)}`
}

export function withoutNumbers(words: string): string {
  return words.replace(/\d+/g, '0')
}

const nothing: string[] = []

/** Of keys that differ in their version only, as in `hash/v2`, the highest; each key with its value behind it. */
function printsOf({ fingerprints, partialFingerprints }: Result): string[] {
  const all = fingerprints ? { ...partialFingerprints, ...fingerprints } : partialFingerprints
  if (!all) return nothing
  const keys = Object.keys(all)
  const told: string[] = []
  for (const key of keys.length > 1 ? highest(keys) : keys) {
    const value: unknown = all[key]
    if (typeof value === 'string') told.push(key, value)
  }
  return told
}

function highest(keys: string[]): string[] {
  const best = new Map<string, { key: string; version: number }>()
  for (const key of keys) {
    const { name, version } = nameOf(key)
    const known = best.get(name)
    if (!known || known.version < version) best.set(name, { key, version })
  }
  return [...best.values()].map(({ key }) => key)
}

function nameOf(key: string): { name: string; version: number } {
  const [, name = key, version = '0'] = /^(.*)\/v(\d+)$/.exec(key) ?? []
  return { name, version: Number(version) }
}

/** Where several could be the one, the order of a report must not decide. File by file, for one sort of all would take long. */
function inOrder(findings: Finding[]): Finding[] {
  const files = grouped(findings, ({ path }) => path)
  return [...files.keys()].sort().flatMap((path) => files.get(path)!.sort(byText))
}

/** By everything that tells a finding from others of its rule in its file: those of two rules are never taken for each other. */
function byText(a: Finding, b: Finding): number {
  return compare(a.words, b.words) || compareLists(a.texts, b.texts)
}

function compareLists(a: string[], b: string[]): number {
  const at = a.findIndex((text, index) => text !== b[index])
  return at === -1 ? a.length - b.length : compare(a[at]!, b[at] ?? '')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
