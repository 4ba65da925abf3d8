import type { Result, Run } from 'sarif'
import { firstSeen, type Known } from '../model/comparison.ts'
import { pathOfResult } from '../model/place.ts'
import { ruleBook } from '../model/rule-book.ts'

/** What a match tells of the findings that there are now, and of those that there were before. */
export interface Matches {
  known: Map<Result, Known>
  fixed: Set<Result>
}

/** The name that a file had before, by the one it has now. */
export type Renames = ReadonlyMap<string, string>

/**
 * Knows findings again, tool by tool: each old one absorbs one new one at most. First by a fingerprint in the same file,
 * then by rule and line, then in the file's former name, then by rule and message where their numbers agree. What is left
 * of the old is fixed, where its tool took part again.
 */
export function match(now: Run[], before: Run[], renames: Renames = new Map()): Matches {
  const matches: Matches = { known: new Map(), fixed: new Set() }
  const old = byTool(before)
  for (const [tool, findings] of byTool(now)) {
    const both = trusted({ now: findings.map((one) => renamed(one, renames)), before: old.get(tool) ?? [] })
    const rest = passes.reduce((open, pass) => absorbed(pass, open, matches.known), both)
    for (const { result } of rest.before) matches.fixed.add(result)
  }
  return matches
}

interface Finding {
  result: Result
  rule: string
  path: string
  /** What the path was before, where the file was renamed. */
  formerly: string
  prints: Map<string, { version: number; value: string }>
  /** Names of prints that tell nothing. */
  untrusted?: Set<string>
  message: string
  /** Everything that tells it from others. */
  order: string
}

interface Open {
  now: Finding[]
  before: Finding[]
}

function byTool(runs: Run[]): Map<string, Finding[]> {
  const tools = new Map<string, Finding[]>()
  for (const run of runs) {
    const { ruleOf } = ruleBook(run)
    const findings = (run.results ?? []).map((result) => findingOf(run, result, ruleOf(result)?.id))
    const known = tools.get(run.tool.driver.name)
    if (known) for (const finding of findings) known.push(finding)
    else tools.set(run.tool.driver.name, findings)
  }
  // Where several could be the one, the order of a report must not decide.
  for (const findings of tools.values()) findings.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  return tools
}

function findingOf(run: Run, result: Result, described: string | undefined): Finding {
  const path = pathOfResult(run, result) ?? ''
  const rule = result.ruleId ?? result.rule?.id ?? described ?? ''
  const words = result.message?.text ?? result.message?.id ?? ''
  const prints = printsOf(result)
  const order = JSON.stringify([path, rule, words, [...prints]])
  return { result, rule, path, formerly: path, prints, message: words.replace(/\d+/g, '0'), order }
}

function renamed(finding: Finding, renames: Renames): Finding {
  const formerly = renames.get(finding.path)
  return formerly === undefined ? finding : { ...finding, formerly }
}

/** Of keys that differ in their version only, as in `hash/v2`, the highest. */
function printsOf({ fingerprints, partialFingerprints }: Result): Finding['prints'] {
  const prints: Finding['prints'] = new Map()
  for (const [key, value] of Object.entries({ ...partialFingerprints, ...fingerprints })) {
    const [, name = key, version = '0'] = /^(.*)\/v(\d+)$/.exec(key) ?? []
    const known = prints.get(name)
    if (!known || known.version < Number(version)) prints.set(name, { version: Number(version), value })
  }
  return prints
}

/**
 * Without the fingerprints that several rules or files share: a tool that writes a constant would have any new finding
 * absorbed by any old one. (GitHub's line hash is alike where lines are; the pass by line knows the file besides.)
 */
function trusted({ now, before }: Open): Open {
  const holders = new Map<string, string>()
  const shared = new Set<string>()
  for (const { rule, formerly, message, prints } of [...now, ...before])
    for (const [name, { value }] of prints) {
      const print = `${name} ${value}`
      const holder = JSON.stringify([rule, formerly, message])
      if ((holders.get(print) ?? holder) !== holder) shared.add(print)
      holders.set(print, holder)
    }
  if (shared.size === 0) return { now, before }
  const without = (finding: Finding): Finding => ({
    ...finding,
    untrusted: new Set(
      [...finding.prints].filter(([name, { value }]) => shared.has(`${name} ${value}`)).map(([name]) => name),
    ),
  })
  return { now: now.map(without), before: before.map(without) }
}

interface Pass {
  by: Known['by']
  keys(finding: Finding): string[]
  /** Whether as many old as new ones have to be left for a key. */
  evenly?: true
}

const passes: Pass[] = [
  { by: 'fingerprint', keys: (one) => printKeys(one, one.path) },
  { by: 'line', keys: (one) => lineKeys(one, one.path) },
  { by: 'renamed', keys: (one) => [...printKeys(one, one.formerly), ...lineKeys(one, one.formerly)] },
  // Moved between files that nobody calls renamed: only where there is no doubt which is which.
  { by: 'fingerprint', keys: (one) => printKeys(one, '*'), evenly: true },
  { by: 'message', keys: ({ rule, formerly, message }) => [JSON.stringify([rule, formerly, message])], evenly: true },
]

/** A value of another version is another value: it was computed in another way. */
function printKeys({ rule, prints, untrusted }: Finding, path: string): string[] {
  const told = untrusted ? [...prints].filter(([name]) => !untrusted.has(name)) : [...prints]
  return told.map(([name, { version, value }]) => JSON.stringify([rule, path, name, version, value]))
}

/** GitHub's hash covers the line and what follows; behind the colon it counts lines that are alike, which move. */
function lineKeys({ rule, prints, result }: Finding, path: string): string[] {
  const hash = prints.get('primaryLocationLineHash')?.value.replace(/:\d+$/, '')
  const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.trim()
  return [
    ...(hash ? [JSON.stringify([rule, path, 'line', hash])] : []),
    ...(snippet ? [JSON.stringify([rule, path, 'snippet', snippet])] : []),
  ]
}

function absorbed({ by, keys, evenly }: Pass, { now, before }: Open, known: Map<Result, Known>): Open {
  const wanted = evenly && queuesOf(now, keys)
  const offered = queuesOf(before, keys)
  const taken = new Set<Finding>()
  const left = now.filter((finding) => {
    for (const key of keys(finding)) {
      const queue = offered.get(key)
      if (!queue || (wanted && wanted.get(key)!.findings.length !== queue.findings.length)) continue
      const old = nextOf(queue, taken)
      if (!old) continue
      taken.add(old)
      known.set(finding.result, knownBy(by, old.result))
      return false
    }
    return true
  })
  return { now: left, before: before.filter((finding) => !taken.has(finding)) }
}

/** Findings with one key, used up from the front. */
interface Queue {
  findings: Finding[]
  at: number
}

function queuesOf(findings: Finding[], keys: Pass['keys']): Map<string, Queue> {
  const queues = new Map<string, Queue>()
  for (const finding of findings)
    for (const key of keys(finding)) {
      const queue = queues.get(key)
      if (queue) queue.findings.push(finding)
      else queues.set(key, { findings: [finding], at: 0 })
    }
  return queues
}

function nextOf(queue: Queue, taken: Set<Finding>): Finding | undefined {
  while (queue.at < queue.findings.length && taken.has(queue.findings[queue.at]!)) queue.at++
  return queue.findings[queue.at]
}

function knownBy(by: Known['by'], was: Result): Known {
  const alert: unknown = was.properties?.['github/alertNumber']
  const since = Date.parse(String(was.properties?.[firstSeen] ?? ''))
  return {
    by,
    was,
    ...(Number.isSafeInteger(alert) && { alert: alert as number }),
    ...(Number.isFinite(since) && { since }),
  }
}
