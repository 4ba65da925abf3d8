import type { Region, Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import type { Outcome } from '../model/outcome.ts'
import { isAboutSecret, type Snippet } from '../model/snippet.ts'
import { pathOfUri } from '../model/uri.ts'
import { readSource, realPath } from './sources.ts'

/** What a report of code may come to: findings that get some, lines before and after, lines of one, bytes of a file, characters in all. */
const most = { findings: 1000, around: 3, lines: 16, file: 2 * 1024 * 1024, characters: 1_500_000 }
/** Longer lines are cut where they are shown. */
const countedOfLine = 240

type Wanted = Pick<Outcome, 'runs' | 'comparison' | 'blocking' | 'warning' | 'findings' | 'fixed'>

/**
 * The code around the findings that matter most: what the SARIF brings around a finding, else what the checkout has there,
 * else the piece that the SARIF quotes. Nothing outside the checkout is read.
 */
export function snippetsOf(outcome: Wanted, root: string): Map<Alert, Snippet> {
  const { blocking, warning, findings, fixed = [] } = outcome
  const wanted = [...new Set([...blocking, ...warning, ...findings, ...fixed])].slice(0, most.findings)
  const quoted = quotes(outcome)
  const secrets = secretLines([...findings, ...fixed])
  const gone = new Set(fixed)
  const read = reader(root)
  const found = new Map<Alert, Snippet>()
  let room = most.characters
  for (const alert of wanted) {
    const quote = quoted.get(placeOf(alert)) ?? {}
    const known = quote.around ?? (gone.has(alert) ? undefined : around(alert, read)) ?? quote.piece
    const snippet = known && withheld(known, secrets.get(alert.file ?? ''))
    if (snippet) room -= lengthOf(snippet)
    if (room < 0) break
    if (snippet) found.set(alert, snippet)
  }
  return found
}

/** Of each file only the lines stay in memory that somebody asked for last: findings come file by file, mostly. */
function reader(root: string): (path: string) => string[] | undefined {
  const realRoot = realPath(root) ?? root
  const kept = new Map<string, string[] | undefined>()
  return (path) => {
    if (!kept.has(path)) {
      if (kept.size >= 20) kept.delete([...kept.keys()][0]!)
      kept.set(path, readSource(realRoot, path, most.file)?.split(/\r\n|[\r\n]/))
    }
    return kept.get(path)
  }
}

function around({ file, line, endLine }: Alert, read: (path: string) => string[] | undefined): Snippet | undefined {
  const lines = file !== undefined && line !== undefined ? read(file) : undefined
  if (!lines || line === undefined || line > lines.length) return undefined
  const start = Math.max(1, line - most.around)
  const end = Math.min(Math.max(endLine ?? line, line) + most.around, start + most.lines - 1)
  return { start, lines: lines.slice(start - 1, end) }
}

/** What the SARIF quotes itself. */
interface Quote {
  around?: Snippet
  piece?: Snippet
}

function quotes({ runs, comparison }: Wanted): Map<string, Quote> {
  const before = comparison?.status === 'done' ? (comparison.value.before ?? []) : []
  const found = new Map<string, Quote>()
  for (const run of [...before, ...runs])
    for (const result of run.results ?? []) {
      const { region, contextRegion } = result.locations?.[0]?.physicalLocation ?? {}
      if (!region?.snippet?.text && !contextRegion?.snippet?.text) continue
      const piece = quoteOf(region)
      found.set(placeOfResult(run, result), {
        around: quoteOf(contextRegion),
        piece: piece && { ...piece, isPart: true },
      })
    }
  return found
}

function quoteOf(region: Region | undefined): Snippet | undefined {
  const { startLine: start, snippet } = region ?? {}
  if (start === undefined || !snippet?.text) return undefined
  return { start, lines: snippet.text.replace(/\r?\n$/, '').split(/\r\n|[\r\n]/, most.lines) }
}

function placeOf({ file, line, column, rule }: Pick<Alert, 'file' | 'line' | 'column' | 'rule'>): string {
  return JSON.stringify([file, line, column, rule])
}

function placeOfResult(run: Run, { ruleId, rule, locations }: Result): string {
  const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {}
  const uri = artifactLocation?.uri ?? run.artifacts?.[artifactLocation?.index ?? -1]?.location?.uri
  const file = uri === undefined ? undefined : (pathOfUri(uri) ?? uri)
  return placeOf({ file, line: region?.startLine, column: region?.startColumn, rule: ruleId ?? rule?.id ?? 'unknown' })
}

/** By file, the lines in which secrets stand, whoever else points at them. */
function secretLines(alerts: Alert[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const alert of alerts) {
    const { file, line, endLine = line } = alert
    if (file === undefined || line === undefined || endLine === undefined || !isAboutSecret(alert)) continue
    const lines = found.get(file) ?? new Set()
    for (let at = line; at <= Math.min(endLine, line + 1000); at++) lines.add(at)
    found.set(file, lines)
  }
  return found
}

function withheld(snippet: Snippet, secret: Set<number> | undefined): Snippet {
  if (!secret) return snippet
  return { ...snippet, lines: snippet.lines.map((line, at) => (secret.has(snippet.start + at) ? undefined : line)) }
}

function lengthOf({ lines }: Snippet): number {
  return lines.reduce((sum, line = '') => sum + Math.min(line.length, countedOfLine), 0)
}
