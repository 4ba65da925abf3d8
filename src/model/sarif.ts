import type { ArtifactLocation, Log, Region, Run, Location as SarifLocation } from 'sarif'
import type { Location } from './finding.ts'
import { isObject } from './json.ts'
import { uriOfPath } from './uri.ts'

/** The final schema, by the address that GitHub's rule set asks for (GH1011). */
export const sarifSchema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** A property of ours, on a result that names no file of its own: the place it has stands in for one. */
export const placeless = 'codescan-gate/placeless'

export function toLog(runs: Run[]): Log {
  return { $schema: sarifSchema, version: '2.1.0', runs }
}

/** How many results are written at once: some ten kilobytes, as what is larger is kept apart and let go of late. */
const piece = 50

/**
 * The text of a log, as `JSON.stringify(toLog(runs))` has it, in pieces: a log of 25,000 results would need its own size
 * in memory again.
 */
export function* logText(runs: Run[]): Generator<string> {
  const frame = JSON.stringify(toLog([]))
  yield frame.slice(0, -2)
  for (const [at, run] of runs.entries()) {
    if (at > 0) yield ','
    yield* objectText(run, long)
  }
  yield frame.slice(-2)
}

/** Which parts of a run are long lists, by the keys that lead there: a rule of a database holds its text four times. */
interface Long {
  [key: string]: Long | 'list'
}
const long: Long = { tool: { driver: { rules: 'list' } }, results: 'list' }

function* objectText(object: object, within: Long): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}:`
    yield* valueText(value, within[key])
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

function* valueText(value: unknown, within: Long | 'list' | undefined): Generator<string> {
  if (within === 'list' && Array.isArray(value)) yield* listText(value)
  else if (typeof within === 'object' && isObject(value)) yield* objectText(value, within)
  else yield JSON.stringify(value)
}

function* listText(items: unknown[]): Generator<string> {
  yield '['
  for (let at = 0; at < items.length; at += piece) {
    if (at > 0) yield ','
    yield JSON.stringify(items.slice(at, at + piece)).slice(1, -1)
  }
  yield ']'
}

/** What readers of SARIF in .NET take for a line. */
export const largest = 2_147_483_647

export function toLocation(at: Location): SarifLocation {
  const artifactLocation = fileAt(at.file)
  const region = toRegion(at)
  return { physicalLocation: region ? { artifactLocation, region } : { artifactLocation } }
}

/** One object a file, by its path as the scanner prints it: reports name few and each of them often. */
const files = new Map<string, ArtifactLocation>()

/** A hostile report names many. */
const mostFiles = 5000

export function fileAt(path: string): ArtifactLocation {
  const known = files.get(path)
  if (known) return known
  if (files.size >= mostFiles) files.clear()
  const file = { uri: uriOfPath(path) }
  files.set(path, file)
  return file
}

/** Scanners write 0 or -1 for "no line" and "no column", and ends before starts; SARIF wants those left out. */
export function toRegion(at: Omit<Location, 'file'>): Region | undefined {
  const startLine = positive(at.line)
  if (startLine === undefined) return offsets(at)
  // Key by key into an empty one, which has room for all four.
  const region: Region = {}
  region.startLine = startLine
  const startColumn = positive(at.column)
  if (startColumn !== undefined) region.startColumn = startColumn
  const endLine = positive(at.endLine)
  const endColumn = positive(at.endColumn)
  // An end that the tool gives only as a length in bytes stays one, until the source is at hand.
  if (endLine === undefined && endColumn === undefined) {
    const inBytes = offsets(at)
    return inBytes ? Object.assign(region, inBytes) : region
  }
  const reversed =
    (endLine ?? startLine) < startLine ||
    ((endLine ?? startLine) === startLine && endColumn !== undefined && endColumn < (startColumn ?? 1))
  if (reversed) return region
  if (endLine !== undefined) region.endLine = endLine
  if (endColumn !== undefined) region.endColumn = endColumn
  return region
}

function offsets({
  byteOffset,
  byteLength = 0,
  charOffset,
  charLength = 0,
}: Omit<Location, 'file'>): Region | undefined {
  if (isOffset(byteOffset) && isOffset(byteLength)) return { byteOffset, byteLength }
  return isOffset(charOffset) && isOffset(charLength) ? { charOffset, charLength } : undefined
}

function isOffset(n: number | undefined): n is number {
  return n !== undefined && Number.isSafeInteger(n) && n >= 0
}

function positive(n: number | undefined): number | undefined {
  return n !== undefined && Number.isSafeInteger(n) && n > 0 ? n : undefined
}

/** The object without the keys that are absent: nothing undefined travels, so equal runs are deeply equal. */
export function present<T extends object>(object: T): T {
  let isWhole = true
  for (const key in object) if (object[key] === undefined) isWhole = false
  if (isWhole) return object
  const kept = {} as T
  for (const key in object) if (object[key] !== undefined) kept[key] = object[key]
  return kept
}

/** Scores and tags are what most of mending is about. What is nested deeper than this is looked at with care. */
export function isPlainBag(bag: unknown): boolean {
  return isObject(bag) && !('security-severity' in bag) && !('tags' in bag) && isShallow(bag, 4)
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  for (const key in value) if (!isShallow(value[key as keyof object], levels - 1)) return false
  return true
}
