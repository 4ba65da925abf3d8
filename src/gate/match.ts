import type { Result, Run } from 'sarif'
import { firstSeen, type Known } from '../model/comparison.ts'
import { type Finding, type Marks, marks, type Renames, withoutNumbers } from './marks.ts'

export type { Renames } from './marks.ts'

/** What a match tells of the findings that there are now, and of those that there were before. */
export interface Matches {
  known: Map<Result, Known>
  fixed: Set<Result>
}

/**
 * Knows findings again, tool by tool: each old one absorbs one new one at most. First by a fingerprint in the same file,
 * then by rule and line, then in the file's former name, then by rule and message where their numbers agree. What is left
 * of the old is fixed, where its tool took part again.
 */
export function match(now: Run[], before: Run[], renames: Renames = new Map()): Matches {
  const matches: Matches = { known: new Map(), fixed: new Set() }
  const numbers = marks()
  const passes = passesBy(numbers)
  const old = numbers.byTool(before, new Map())
  for (const [tool, findings] of numbers.byTool(now, renames)) {
    const both = { now: findings, before: old.get(tool) ?? [] }
    forgetShared(both)
    const rest = passes.reduce((open, pass) => absorbed(pass, open, matches.known), both)
    for (const { result } of rest.before) matches.fixed.add(result)
  }
  return matches
}

interface Open {
  now: Finding[]
  before: Finding[]
}

/**
 * Fingerprints that several rules, files or messages share tell nothing: a tool that writes a constant would have any new
 * finding absorbed by any old one. (GitHub's line hash is alike where lines are; the pass by line knows the file besides.)
 */
function forgetShared({ now, before }: Open): void {
  const holders: Finding[] = []
  const shared = new Set<number>()
  const meet = (finding: Finding) => {
    for (const print of finding.prints) {
      holders[print] ??= finding
      if (!isAlike(holders[print], finding)) shared.add(print)
    }
  }
  before.forEach(meet)
  now.forEach(meet)
  if (shared.size === 0) return
  for (const findings of [before, now])
    for (const finding of findings) finding.prints = finding.prints.filter((print) => !shared.has(print))
}

function isAlike(a: Finding, b: Finding): boolean {
  if (a.rule !== b.rule || a.formerly !== b.formerly) return false
  return a.words === b.words || withoutNumbers(a.words) === withoutNumbers(b.words)
}

interface Pass {
  by: Known['by']
  /** What it may be known by, as it is now; the same of what was there before. */
  keys(finding: Finding): number[]
  /** Whether as many old as new ones have to be left for a key. */
  evenly?: true
  /** Those it is worth trying with; the others were tried with the same keys before. */
  isFor?(finding: Finding): boolean
}

function passesBy({ linesOf, saidBy }: Marks): Pass[] {
  const isRenamed = ({ path, formerly }: Finding) => path !== formerly
  return [
    // Those that share a fingerprint still are of one rule and one file, by its former name.
    { by: 'fingerprint', keys: ({ prints }) => prints, isFor: (one) => !isRenamed(one) },
    { by: 'line', keys: (one) => linesOf(one, one.path) },
    { by: 'renamed', keys: ({ prints }) => prints, isFor: isRenamed },
    { by: 'renamed', keys: (one) => linesOf(one, one.formerly), isFor: isRenamed },
    { by: 'message', keys: (one) => [saidBy(one)], evenly: true },
  ]
}

function absorbed({ by, keys, evenly, isFor = () => true }: Pass, open: Open, known: Map<Result, Known>): Open {
  const tried = open.now.filter(isFor)
  if (tried.length === 0 || open.before.length === 0) return open
  const wanted = tried.map(keys)
  const offered = queuesOf(open.before, keys)
  if (evenly) keepEven(offered, wanted)
  for (const [at, finding] of tried.entries())
    for (const key of wanted[at]!) {
      const old = nextOf(offered.get(key))
      if (!old) continue
      finding.isMatched = true
      old.isMatched = true
      known.set(finding.result, knownBy(by, old.result))
      break
    }
  return { now: open.now.filter(isOpen), before: open.before.filter(isOpen) }
}

function isOpen({ isMatched }: Finding): boolean {
  return !isMatched
}

/** Findings by key. They are taken from the end, so they are put there from the end. */
type Queues = Map<number, Finding[]>

function queuesOf(findings: Finding[], keys: Pass['keys']): Queues {
  const queues: Queues = new Map()
  for (let at = findings.length - 1; at >= 0; at--)
    for (const key of keys(findings[at]!)) {
      const queue = queues.get(key)
      if (queue) queue.push(findings[at]!)
      else queues.set(key, [findings[at]!])
    }
  return queues
}

function keepEven(offered: Queues, wanted: number[][]): void {
  const counts = new Map<number, number>()
  for (const keys of wanted) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const [key, { length }] of offered) if (counts.get(key) !== length) offered.delete(key)
}

function nextOf(queue: Finding[] | undefined): Finding | undefined {
  for (let last = queue?.pop(); last; last = queue!.pop()) if (!last.isMatched) return last
  return undefined
}

function knownBy(by: Known['by'], was: Result): Known {
  const alert: unknown = was.properties?.['github/alertNumber']
  const seen: unknown = was.properties?.[firstSeen]
  const since = seen === undefined ? Number.NaN : Date.parse(String(seen))
  return {
    by,
    was,
    alert: Number.isSafeInteger(alert) ? (alert as number) : undefined,
    since: Number.isFinite(since) ? since : undefined,
  }
}
