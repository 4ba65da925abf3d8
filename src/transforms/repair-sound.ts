import type { Result } from 'sarif'
import { isObject } from '../model/json.ts'
import { twinsIn } from './canonical.ts'
import { isForeignUri } from './repair-places.ts'
import { isPlace, positive } from './repair-regions.ts'
import { baselineStates, kinds } from './repair-values.ts'

type Look = (value: unknown) => boolean

/**
 * Whether a result has nothing to be mended, by what most results hold: to see that takes a quarter of the time of mending
 * nothing. What is not known here is no fault; it is looked at with more care. The rule is not looked at.
 */
export function isSound(result: Result): boolean {
  return isResult(result) && isShown(result.locations?.[0])
}

/** GitHub shows the first place, so that one needs a line. */
function isShown(location: Required<Result>['locations'][number] | undefined): boolean {
  return location?.physicalLocation?.region?.startLine !== undefined
}

/** An object all of whose values are looked at, and that has these ones. Null is what SARIF does not know. */
function allOf(looks: Record<string, Look>, ...needed: string[]): Look {
  const byKey = new Map(Object.entries(looks))
  return (value) => {
    if (!isObject(value)) return false
    for (const key in value) if (!byKey.get(key)?.(value[key])) return false
    for (const key of needed) if (value[key] === undefined) return false
    return true
  }
}

/** An object with this value in it, and whatever else nobody mends. */
function having(name: string, look: Look): Look {
  return (value) => isObject(value) && look(value[name])
}

function listOf(look: Look): Look {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return false
    for (const item of value) if (!look(item)) return false
    return true
  }
}

const isThere: Look = (value) => value !== null && value !== undefined
const isText: Look = (value) => typeof value === 'string' && value !== ''
const isIndex: Look = (value) => Number.isSafeInteger(value) && Number(value) >= -1
const oneOf = (words: readonly unknown[]): Look => words.includes.bind(words)

/** One without a text is filled in, or left out. */
const isMessage = allOf({ text: isText, markdown: isText }, 'text')

const isNumbered = allOf({
  startLine: isNumber,
  startColumn: isNumber,
  endLine: isNumber,
  endColumn: isNumber,
  snippet: isThere,
  message: isThere,
  properties: isThere,
})

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && positive(value) === value
}

function isRegion(value: unknown): boolean {
  if (!isNumbered(value) || !isPlace(value as object)) return false
  const { startLine, startColumn = 1, endLine = startLine, endColumn } = value as Record<string, number>
  return endLine! > startLine! || (endLine === startLine && (endColumn === undefined || endColumn >= startColumn))
}

const isFile = allOf(
  { uri: (uri) => isText(uri) && !isForeignUri(uri as string), uriBaseId: isText, index: isIndex },
  'uri',
)
const isPlaceInFile = allOf({ artifactLocation: isFile, region: isRegion, contextRegion: isRegion }, 'artifactLocation')
const isLocation = allOf(
  {
    id: isIndex,
    message: isMessage,
    physicalLocation: isPlaceInFile,
    logicalLocations: (names) => Array.isArray(names) && twinsIn(names) === undefined,
    properties: isThere,
  },
  'physicalLocation',
)
const isFlow = having('threadFlows', listOf(having('locations', listOf(having('location', isLocation)))))

/** Of fixes only those are mended that change nothing, or stand twice. */
const isFix = having('artifactChanges', listOf(having('replacements', listOf(isObject))))
const isListOfFixes: Look = (fixes) => listOf(isFix)(fixes) && twinsIn(fixes as unknown[]) === undefined

const isPrints: Look = (prints) => isObject(prints) && Object.values(prints).every((print) => typeof print === 'string')

/** Scores and tags are what most of mending is about. */
const isPlainBag: Look = (bag) => isObject(bag) && !('security-severity' in bag) && !('tags' in bag)

const isResult = allOf(
  {
    ruleId: isThere,
    ruleIndex: isThere,
    rule: isThere,
    level: oneOf(['none', 'note', 'warning', 'error']),
    kind: oneOf(kinds),
    message: isMessage,
    locations: listOf(isLocation),
    relatedLocations: (places) => Array.isArray(places) && places.every(isLocation) && twinsIn(places) === undefined,
    codeFlows: listOf(isFlow),
    fixes: isListOfFixes,
    fingerprints: isPrints,
    partialFingerprints: isPrints,
    baselineState: oneOf(baselineStates),
    properties: isPlainBag,
    guid: isThere,
    correlationGuid: isThere,
    rank: isThere,
    hostedViewerUri: isThere,
  },
  'message',
  'locations',
)
