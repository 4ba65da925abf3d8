import type { Result, Run } from 'sarif'
import { pathOfResult } from '../model/place.ts'
import { ruleBook } from '../model/rule-book.ts'

/** A finding, and what it may be known again by. */
export interface Finding {
  result: Result
  rule: string
  path: string
  /** The file's name before. */
  formerly: string
  words: string
  /** Names with versions and values of its fingerprints, in turn. */
  texts: string[]
  /** A number for each fingerprint. A value of another version was computed in another way, and is another one. */
  prints: number[]
  /** It took one of the other side, or was taken. */
  isMatched: boolean
}

/** The name that a file had before, by the one it has now. */
export type Renames = ReadonlyMap<string, string>

/**
 * Numbers for texts, the same for the same ones: they are compared and put together at next to no cost. Most findings are
 * known by their fingerprint, so nothing else of them is given a number before somebody asks.
 */
export interface Marks {
  byTool(runs: Run[], renames: Renames): Map<string, Finding[]>
  /** Its rule in a file, together with its line by GitHub's hash, and by its words. */
  linesOf(finding: Finding, path: string): number[]
  /** Rule, former file, and message without numbers. */
  saidBy(finding: Finding): number
}

export function marks(): Marks {
  const word = numbering<string>()
  const place = numbering<number>()
  const count = { next: 0 }
  const kinds = new Map<string | symbol, (text: string) => number>()
  const mark = (kind: string | symbol, text: string): number => {
    const known = kinds.get(kind) ?? numbering<string>(count)
    kinds.set(kind, known)
    return known(text)
  }
  const placeOf = (rule: string, path: string): number => place(pair(word(rule), word(path)))

  function findingOf(run: Run, result: Result, described: string | undefined, renames: Renames): Finding {
    const path = pathOfResult(run, result) ?? ''
    const texts = printsOf(result)
    const prints: number[] = []
    for (let at = 0; at < texts.length; at += 2) prints.push(mark(texts[at]!, texts[at + 1]!))
    return {
      result,
      rule: result.ruleId ?? result.rule?.id ?? described ?? '',
      path,
      formerly: renames.get(path) ?? path,
      words: result.message?.text ?? result.message?.id ?? '',
      texts,
      prints,
      isMatched: false,
    }
  }

  return {
    byTool(runs, renames) {
      const tools = new Map<string, Finding[]>()
      for (const run of runs) {
        const { ruleOf } = ruleBook(run)
        const known = tools.get(run.tool.driver.name) ?? []
        tools.set(run.tool.driver.name, known)
        for (const result of run.results ?? []) known.push(findingOf(run, result, ruleOf(result)?.id, renames))
      }
      // Where several could be the one, the order of a report must not decide.
      for (const findings of tools.values()) findings.sort(byText)
      return tools
    },
    linesOf({ result, rule, texts }, path) {
      const here = placeOf(rule, path)
      // GitHub's hash covers the line and what follows; behind the colon it counts lines that are alike, which move.
      const at = texts.findIndex((text, index) => index % 2 === 0 && nameOf(text).name === 'primaryLocationLineHash')
      const hash = at < 0 ? undefined : texts[at + 1]!.replace(/:\d+$/, '')
      const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.trim()
      return [...(hash ? [pair(here, mark(line, hash))] : []), ...(snippet ? [pair(here, mark(shown, snippet))] : [])]
    },
    saidBy: ({ rule, formerly, words }) => pair(placeOf(rule, formerly), word(withoutNumbers(words))),
  }
}

/** Kinds of texts that no fingerprint has for its name. */
const [line, shown] = [Symbol('line'), Symbol('snippet')]

export function withoutNumbers(words: string): string {
  return words.replace(/\d+/g, '0')
}

/** Gives each value a number of its own, ascending. */
function numbering<T>(count = { next: 0 }): (value: T) => number {
  const known = new Map<T, number>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    known.set(value, count.next)
    return count.next++
  }
}

/** Two numbers below 67 million as one, exactly: a report of the greatest size that can be read has fewer texts. */
function pair(a: number, b: number): number {
  return a * 2 ** 26 + b
}

/** Of keys that differ in their version only, as in `hash/v2`, the highest; each key with its value behind it. */
function printsOf({ fingerprints, partialFingerprints }: Result): string[] {
  const all = (fingerprints ? { ...partialFingerprints, ...fingerprints } : partialFingerprints) ?? {}
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

/** By everything that tells a finding from others. */
function byText(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.words, b.words) || compareLists(a.texts, b.texts)
  )
}

function compareLists(a: string[], b: string[]): number {
  const at = a.findIndex((text, index) => text !== b[index])
  return at === -1 ? a.length - b.length : compare(a[at]!, b[at] ?? '')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
