import type { Result, Run } from 'sarif'
import { grouped } from '../model/grouped.ts'
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
  const numberOf = numbering()

  function findingOf(run: Run, result: Result, described: string | undefined, renames: Renames): Finding {
    const path = pathOfResult(run, result) ?? ''
    const texts = printsOf(result)
    const prints: number[] = []
    for (let at = 0; at < texts.length; at += 2) prints.push(numberOf([texts[at]!, texts[at + 1]!]))
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
      return new Map([...tools].map(([tool, findings]) => [tool, inOrder(findings)]))
    },
    linesOf({ result, rule, texts }, path) {
      // GitHub's hash covers the line and what follows; behind the colon it counts lines that are alike, which move.
      const at = texts.findIndex((text, index) => index % 2 === 0 && nameOf(text).name === 'primaryLocationLineHash')
      const hash = at < 0 ? undefined : texts[at + 1]!.replace(/:\d+$/, '')
      const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.trim()
      return [
        ...(hash ? [numberOf([line, rule, path, hash])] : []),
        ...(snippet ? [numberOf([shown, rule, path, snippet])] : []),
      ]
    },
    saidBy: ({ rule, formerly, words }) => numberOf([said, rule, formerly, withoutNumbers(words)]),
  }
}

/** What is told by several texts begins with one of these, which no fingerprint has for its name. */
const [line, shown, said] = [Symbol('line'), Symbol('snippet'), Symbol('said')]

export function withoutNumbers(words: string): string {
  return words.replace(/\d+/g, '0')
}

type Branch = Map<string | symbol, Branch | number>

/** Gives each row of texts a number of its own. A tree, as to make one key of several texts would cost more than to look. */
function numbering(): (texts: (string | symbol)[]) => number {
  const root: Branch = new Map()
  let next = 0
  return (texts) => {
    let branch = root
    for (let at = 0; at < texts.length - 1; at++) {
      const known = branch.get(texts[at]!) as Branch | undefined
      if (!known) branch.set(texts[at]!, new Map())
      branch = known ?? (branch.get(texts[at]!) as Branch)
    }
    const last = texts.at(-1)!
    const known = branch.get(last) as number | undefined
    if (known === undefined) branch.set(last, next)
    return known ?? next++
  }
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

/** Where several could be the one, the order of a report must not decide. File by file, for one sort of all would take long. */
function inOrder(findings: Finding[]): Finding[] {
  const files = grouped(findings, ({ path }) => path)
  return [...files.keys()].sort().flatMap((path) => files.get(path)!.sort(byText))
}

/** By everything that tells a finding from others in its file. */
function byText(a: Finding, b: Finding): number {
  return compare(a.rule, b.rule) || compare(a.words, b.words) || compareLists(a.texts, b.texts)
}

function compareLists(a: string[], b: string[]): number {
  const at = a.findIndex((text, index) => text !== b[index])
  return at === -1 ? a.length - b.length : compare(a[at]!, b[at] ?? '')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
