import type { Region, Result } from 'sarif'
import { isObject } from '../model/json.ts'
import { plainIn } from '../model/run.ts'
import { isPlainBag } from '../model/sarif.ts'
import { twinsIn } from './canonical.ts'
import { wholeNumber } from './repair-change.ts'
import { isForeignUri } from './repair-places.ts'
import { isPlace, positive } from './repair-regions.ts'
import { baselineStates, kinds } from './repair-values.ts'

type Look = (value: unknown) => boolean

/** Nobody changes a list, so what was seen once holds: the schema's check asks first, mending afterwards. */
const seen = new WeakMap<unknown[], boolean[]>()

/**
 * For each result whether it keeps to the schema and has nothing to be mended, by what most results hold: to see that takes
 * a fraction of the time of either. What is not known here is no fault; it is looked at with more care. Whether its rule
 * is there is not looked at.
 */
export function soundIn(results: unknown[]): boolean[] {
  const plain = plainIn(results)
  const known = seen.get(results) ?? results.map((result, at) => plain?.[at] || isSound(result))
  seen.set(results, known)
  return known
}

function isSound(result: unknown): boolean {
  return isResult(result) && isShown((result as Result).locations?.[0])
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

function listOf(look: Look): Look {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return false
    for (const item of value) if (!look(item)) return false
    return true
  }
}

/** Lists in which the schema lets nothing stand twice. */
function setOf(look: Look, fewest = 0): Look {
  return (value) => Array.isArray(value) && value.length >= fewest && value.every(look) && twinsIn(value) === undefined
}

const isString: Look = (value) => typeof value === 'string'
const isText: Look = (value) => typeof value === 'string' && value !== ''
const isIndex: Look = (value) => Number.isInteger(value) && Number(value) >= -1
const isCount: Look = (value) => Number.isInteger(value) && Number(value) >= 0
const isRank: Look = (value) => typeof value === 'number' && value >= -1 && value <= 100
const oneOf = (words: readonly unknown[]): Look => words.includes.bind(words)

/** One without a text is filled in, or left out. */
const isMessage = allOf({ text: isText, markdown: isText }, 'text')
const isQuoted = allOf({ text: isString, properties: isPlainBag })

const isNumbered = allOf({
  startLine: isNumber,
  startColumn: isNumber,
  endLine: isNumber,
  endColumn: isNumber,
  charOffset: isOffset,
  charLength: isLength,
  byteOffset: isOffset,
  byteLength: isLength,
  snippet: isQuoted,
  message: isMessage,
  properties: isPlainBag,
})

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && positive(value) === value
}

function isOffset(value: unknown): boolean {
  return wholeNumber(value, -1) === value
}

function isLength(value: unknown): boolean {
  return wholeNumber(value, 0) === value
}

function isRegion(value: unknown): boolean {
  if (!isNumbered(value) || !isPlace(value as object)) return false
  const { startLine, startColumn, endLine = startLine, endColumn } = value as Region
  // Lines count only where the first is told.
  if (startLine === undefined) return startColumn === undefined && endLine === undefined && endColumn === undefined
  return endLine! > startLine || (endLine === startLine && (endColumn === undefined || endColumn >= (startColumn ?? 1)))
}

const isFile = allOf(
  { uri: (uri) => isText(uri) && !isForeignUri(uri as string), uriBaseId: isText, index: isIndex },
  'uri',
)
const isPlaceInFile = allOf({ artifactLocation: isFile, region: isRegion, contextRegion: isRegion }, 'artifactLocation')
const isNamed = allOf({
  name: isString,
  fullyQualifiedName: isString,
  decoratedName: isString,
  kind: isString,
  index: isIndex,
  parentIndex: isIndex,
})
const isLocation = allOf(
  {
    id: isIndex,
    message: isMessage,
    physicalLocation: isPlaceInFile,
    logicalLocations: setOf(isNamed),
    properties: isPlainBag,
  },
  'physicalLocation',
)

const isStep = allOf(
  {
    location: isLocation,
    nestingLevel: isCount,
    executionOrder: isIndex,
    importance: oneOf(['important', 'essential', 'unimportant']),
    kinds: setOf(isString),
    properties: isPlainBag,
  },
  'location',
)
const isThread = allOf({ id: isString, locations: listOf(isStep), properties: isPlainBag }, 'locations')
const isFlow = allOf({ threadFlows: listOf(isThread), properties: isPlainBag }, 'threadFlows')

const isReplacement = allOf({ deletedRegion: isRegion, insertedContent: isQuoted }, 'deletedRegion')
const isChange = allOf(
  { artifactLocation: isFile, replacements: listOf(isReplacement) },
  'artifactLocation',
  'replacements',
)
const isSomeChanges = setOf(isChange, 1)
const isFix = allOf(
  { description: isMessage, artifactChanges: isSomeChanges, properties: isPlainBag },
  'artifactChanges',
)

const isPrints: Look = (prints) => isObject(prints) && Object.values(prints).every(isString)
const isReference = allOf({ id: isText, index: isIndex, toolComponent: allOf({ index: isIndex, name: isText }) }, 'id')

const isResult = allOf(
  {
    ruleId: isText,
    ruleIndex: isIndex,
    rule: isReference,
    level: oneOf(['none', 'note', 'warning', 'error']),
    kind: oneOf(kinds),
    message: isMessage,
    locations: listOf(isLocation),
    relatedLocations: setOf(isLocation),
    codeFlows: listOf(isFlow),
    fixes: setOf(isFix),
    fingerprints: isPrints,
    partialFingerprints: isPrints,
    baselineState: oneOf(baselineStates),
    properties: isPlainBag,
    guid: isString,
    correlationGuid: isString,
    rank: isRank,
    hostedViewerUri: isString,
  },
  'message',
  'locations',
)
