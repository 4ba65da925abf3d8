import type { Result, Run } from 'sarif'
import { firstSeen, type Known } from '../model/comparison.ts'
import { grouped } from '../model/grouped.ts'
import { type Finding, linesOf, marked, type Renames, saidBy, withoutNumbers } from './marks.ts'

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
  const sides = marked(now, before, renames)
  for (const [tool, findings] of sides.now) {
    const both = { now: findings, before: sides.before.get(tool) ?? [] }
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

type Key = string | number

interface Pass {
  by: Known['by']
  /** The file that both have to be in: what it is called now, or was called before. */
  in: 'path' | 'formerly'
  /** What it may be known by in that file. */
  keys(finding: Finding): Key[]
  /** Whether as many old as new ones have to be left for a key. */
  evenly?: true
  /** Those it is worth trying with; the others were tried with the same keys before. */
  isFor?(finding: Finding): boolean
}

const isRenamed = ({ path, formerly }: Finding) => path !== formerly
const printsOf = ({ prints }: Finding) => prints

const passes: Pass[] = [
  // Those that share a fingerprint still are of one rule and one file, by its former name.
  { by: 'fingerprint', in: 'path', keys: printsOf, isFor: (one) => !isRenamed(one) },
  { by: 'line', in: 'path', keys: linesOf },
  { by: 'renamed', in: 'formerly', keys: printsOf, isFor: isRenamed },
  { by: 'renamed', in: 'formerly', keys: linesOf, isFor: isRenamed },
  { by: 'message', in: 'formerly', keys: (one) => [saidBy(one)], evenly: true },
]

/** File by file: what is remembered of one is let go of with it, and many small maps cost less than a large one. */
function absorbed(pass: Pass, open: Open, known: Map<Result, Known>): Open {
  const tried = pass.isFor ? open.now.filter(pass.isFor) : open.now
  if (tried.length === 0 || open.before.length === 0) return open
  const old = grouped(open.before, ({ path }) => path)
  for (const [file, findings] of grouped(tried, (one) => one[pass.in]))
    absorbIn({ now: findings, before: old.get(file) ?? [] }, pass, known)
  return { now: open.now.filter(isOpen), before: open.before.filter(isOpen) }
}

function absorbIn({ now, before }: Open, { by, keys, evenly }: Pass, known: Map<Result, Known>): void {
  const offered = queuesOf(before, keys)
  if (offered.size === 0) return
  const wanted = now.map(keys)
  if (evenly) keepEven(offered, wanted)
  for (const [at, finding] of now.entries())
    for (const key of wanted[at]!) {
      const old = nextOf(offered.get(key))
      if (!old) continue
      finding.isMatched = true
      old.isMatched = true
      known.set(finding.result, knownBy(by, old.result))
      break
    }
}

function isOpen({ isMatched }: Finding): boolean {
  return !isMatched
}

/** Findings by key. They are taken from the end, so they are put there from the end. */
type Queues = Map<Key, Finding[]>

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

function keepEven(offered: Queues, wanted: Key[][]): void {
  const counts = new Map<Key, number>()
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
