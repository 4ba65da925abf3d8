import type { PropertyBag, ReportingConfiguration, Result, Suppression } from 'sarif'
import { isObject } from '../model/json.ts'
import { levelOf, scoreOfWord, unranked } from '../model/severity.ts'
import { changed, mappedObjects, type Note, wholeNumber, wordIn } from './repair-change.ts'

export const kinds: Result.kind[] = ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']
/** `levelOf` makes a warning of these, and also of what it does not know. */
const wordsOfWarning = ['warning', 'warn', 'medium', 'moderate', 'major']

/** Words, scores, tags and fingerprints of a result, as the schema and GitHub want them. */
export function repairValues(result: Result, note: Note): Result {
  const level = repairLevel(result.level, note)
  const properties = repairProperties(result.properties, note)
  return changed(result, {
    level,
    kind: repairKind(result.kind, note),
    properties: level === undefined && result.level !== undefined ? { ...properties, [unranked]: true } : properties,
    fingerprints: stringsIn(result.fingerprints, note),
    partialFingerprints: stringsIn(result.partialFingerprints, note),
    suppressions: repairSuppressions(result.suppressions, note),
    baselineState: repairBaselineState(result.baselineState, note),
    occurrenceCount: repairCount(result.occurrenceCount, note),
  })
}

const suppressionKinds: Suppression.kind[] = ['inSource', 'external']
const suppressionStatuses: Suppression.status[] = ['accepted', 'underReview', 'rejected']
export const baselineStates: Result.baselineState[] = ['new', 'unchanged', 'updated', 'absent']

/** A suppression hides a finding: what it says is put into SARIF's words, and never guessed. */
function repairSuppressions(given: Result['suppressions'], note: Note): Result['suppressions'] {
  const suppressions = mappedObjects(given, (suppression) => {
    const { kind, status } = suppression
    const words = {
      kind: wordIn(suppressionKinds, kind) ?? kind,
      status: wordIn(suppressionStatuses, status) ?? status,
    }
    return changed(suppression, words)
  })
  if (suppressions !== given) note('suppressions put into words of SARIF, or left out')
  return suppressions
}

function repairBaselineState(given: unknown, note: Note): Result.baselineState | undefined {
  if (given === undefined) return undefined
  const state = wordIn(baselineStates, given)
  if (state !== given) note('baseline state put into a word of SARIF, or left out', String(given))
  return state
}

function repairCount(given: unknown, note: Note): number | undefined {
  const count = wholeNumber(given, 1)
  if (count !== given) note('occurrence count made a number, or left out', String(given))
  return count
}

export function repairConfiguration<T extends ReportingConfiguration>(given: T | undefined, note: Note): T | undefined {
  if (!isObject(given)) return undefined
  // A default that nobody can rank stands for every finding of the rule: it counts as the worst.
  const level = given.level === undefined ? undefined : (repairLevel(given.level, note) ?? 'error')
  return changed(given as T, { level } as Partial<T>)
}

/** A word that nobody knows goes. */
export function repairLevel(given: unknown, note: Note): Result.level | undefined {
  if (given === undefined) return undefined
  const word = String(given).trim().toLowerCase()
  const known = word === 'none' ? 'none' : levelOf(word)
  const level = known === 'warning' && !wordsOfWarning.includes(word) ? undefined : known
  if (level !== given) note('level put into a word of SARIF, or left out', String(given))
  return level
}

function repairKind(given: unknown, note: Note): Result.kind | undefined {
  const kind = wordIn(kinds, given)
  if (kind !== given) note('kind put into a word of SARIF, or left out', String(given))
  return kind
}

export function repairProperties<T extends PropertyBag>(given: T | undefined, note: Note): T | undefined {
  if (!isObject(given)) return undefined
  const bag = given as PropertyBag
  const score: unknown = bag['security-severity']
  const clean = score === undefined ? undefined : scoreText(score)
  if (clean !== score) note('security-severity made a number in a string, or left out', JSON.stringify(score))
  // What cannot be ranked must not become harmless because GitHub would refuse the word.
  const isLost =
    clean === undefined && !unscored.includes(typeof score === 'string' ? score.trim().toLowerCase() : score)
  const mark = isLost ? { [unranked]: true } : {}
  return changed(bag, { 'security-severity': clean, tags: repairTags(bag.tags, note), ...mark }) as T
}

/** These say that there is no score; the level decides. */
const unscored: unknown[] = [undefined, null, 'none']

/** GitHub refuses the whole file for a score that is a JSON number, or a text that is no number. */
function scoreText(given: unknown): string | undefined {
  if (typeof given === 'number') return inRange(Number.isInteger(given) ? given.toFixed(1) : plainText(given))
  if (typeof given !== 'string') return undefined
  const text = given.trim().replace(',', '.')
  return scoreOfWord(text)?.toFixed(1) ?? (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? inRange(text) : undefined)
}

function plainText(score: number): string {
  const text = String(score)
  return text.includes('e') ? score.toFixed(1) : text
}

function inRange(text: string): string | undefined {
  const score = Number(text)
  return score >= 0 && score <= 10 ? text : undefined
}

function repairTags(given: unknown, note: Note): string[] | undefined {
  if (given === undefined) return undefined
  const listed: unknown[] = Array.isArray(given) ? given : [given]
  const tags = [...new Set(listed.filter((tag) => typeof tag === 'string'))]
  if (Array.isArray(given) && tags.length === given.length) return given
  note('tags that are no text or occur twice removed')
  return tags
}

function stringsIn(given: Record<string, string> | undefined, note: Note): Record<string, string> | undefined {
  if (!isObject(given)) return undefined
  const entries = Object.entries(given)
  const strings = entries.filter(([, value]) => typeof value === 'string')
  if (strings.length === entries.length) return given as Record<string, string>
  note('fingerprints that are no text removed')
  return Object.fromEntries(strings) as Record<string, string>
}
