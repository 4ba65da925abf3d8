import { isObject, type Json } from '../../model/json.ts'
import { changedEach, keyOf, objectsOf, present, textOf, unlessEmpty, wordsOf } from './json.ts'
import { baselineState, filledIn, guidOf, kindAndLevel, suppressionsOf } from './older.ts'

/** A result of SARIF 1.0.0 in the words of 2.1.0. Rules come with the key that `ruleKey`, or else `ruleId`, names. */
export function resultOf(result: Json, rules: [string, Json][]): Json {
  const key = result['ruleKey'] ?? result['ruleId']
  const ruleIndex = rules.findIndex(([name]) => name === key)
  const rule = rules[ruleIndex]?.[1]
  const locations = objectsOf(result['locations'])
  return present({
    guid: guidOf(result['id']),
    ruleId: result['ruleId'] ?? rule?.['id'] ?? key,
    ruleIndex: ruleIndex === -1 ? undefined : ruleIndex,
    ...kindAndLevel(result['level']),
    message: messageOf(result, rule),
    analysisTarget: targetOf(locations[0]),
    locations: changedEach(result['locations'], (location) =>
      locationOf(location, location === locations[0] ? result['snippet'] : undefined),
    ),
    relatedLocations: listOf(result['relatedLocations'], annotatedLocation),
    codeFlows: listOf(result['codeFlows'], codeFlowOf),
    fixes: listOf(result['fixes'], fixOf),
    partialFingerprints: unlessEmpty({ 'toolFingerprintContribution/v1': result['toolFingerprintContribution'] }),
    suppressions: suppressionsOf(result['suppressionStates']),
    baselineState: baselineState(result['baselineState']),
    properties: unlessEmpty({
      ...(isObject(result['properties']) && result['properties']),
      ...(Array.isArray(result['tags']) && { tags: result['tags'] }),
    }),
  })
}

/** GitHub looks no message up, so the rule's format is filled in here. */
function messageOf(result: Json, rule: Json | undefined): unknown {
  const { message, formattedRuleMessage: formatted } = result
  if (message !== undefined) return wordsOf(message)
  const named = isObject(formatted) ? formatted : {}
  const formats = rule?.['messageFormats']
  const format = isObject(formats) ? textOf(formats[keyOf(named['formatId'])]) : undefined
  if (format !== undefined) return { text: filledIn(format, named['arguments']) }
  // A message that the log does not hold: what the rule says is the next best, and loses no result.
  return wordsOf(rule?.['fullDescription'] ?? rule?.['shortDescription'] ?? result['ruleId'])
}

/** The file that was scanned, where the result lies in another, such as a header. */
function targetOf(location: Json | undefined): Json | undefined {
  const { analysisTarget, resultFile } = location ?? {}
  if (!isObject(analysisTarget) || !isObject(resultFile)) return undefined
  return artifactLocation(analysisTarget)
}

function locationOf(location: Json, snippet: unknown): Json {
  const { resultFile, analysisTarget, properties } = location
  const place = physicalLocation(resultFile ?? analysisTarget, snippet)
  return present({ physicalLocation: place, logicalLocations: logicalLocations(location), properties })
}

function annotatedLocation(location: Json): Json {
  const { id, snippet, properties } = location
  return present({
    id: Number.isInteger(id) ? id : undefined,
    physicalLocation: physicalLocation(location['physicalLocation'], snippet),
    logicalLocations: logicalLocations(location),
    message: wordsOf(location['message']),
    properties,
  })
}

function logicalLocations({ fullyQualifiedLogicalName, decoratedName }: Json): Json[] | undefined {
  const named = unlessEmpty({ fullyQualifiedName: fullyQualifiedLogicalName, decoratedName })
  return named && [named]
}

export function physicalLocation(place: unknown, snippet?: unknown): Json | undefined {
  if (!isObject(place)) return undefined
  const region = regionOf(place['region'], snippet)
  return present({ artifactLocation: artifactLocation(place), region })
}

function artifactLocation({ uri, uriBaseId }: Json): Json {
  return present({ uri, uriBaseId })
}

/** Zero stands for absence, as .NET writes numbers that were never set. */
function regionOf(region: unknown, snippet: unknown): Json | undefined {
  if (!isObject(region)) return undefined
  const { startLine, startColumn, endLine, endColumn, offset, length } = region
  const hasBytes = offset !== undefined || (!startLine && Boolean(length))
  if (!startLine && !hasBytes) return undefined
  return present({
    startLine: startLine || undefined,
    startColumn: startColumn || undefined,
    endLine: endLine || undefined,
    endColumn: endColumn || undefined,
    ...(hasBytes && { byteOffset: offset ?? 0, byteLength: length }),
    snippet: wordsOf(snippet),
  })
}

/** One thread flow for each thread, in the order in which they appear. */
function codeFlowOf({ message, locations, properties }: Json): Json {
  const steps = objectsOf(locations)
  const threads = [...new Set(steps.map(({ threadId }) => threadId))]
  return present({
    message: wordsOf(message),
    threadFlows: threads.map((thread) =>
      present({
        id: thread === undefined ? undefined : keyOf(thread),
        locations: steps.filter(({ threadId }) => threadId === thread).map(stepOf),
      }),
    ),
    properties,
  })
}

function stepOf(location: Json): Json {
  const { step, importance, kind, module, properties } = location
  const { id: _unused, properties: _above, ...place } = annotatedLocation(location)
  return present({
    location: place,
    executionOrder: step,
    importance,
    kinds: typeof kind === 'string' ? [kind] : undefined,
    module,
    properties,
  })
}

function fixOf({ description, fileChanges }: Json): Json {
  return present({
    description: wordsOf(description),
    artifactChanges: listOf(fileChanges, (change) => ({
      artifactLocation: artifactLocation(change),
      replacements: listOf(change['replacements'], replacementOf),
    })),
  })
}

function replacementOf({ offset, deletedLength, insertedBytes }: Json): Json {
  return present({
    deletedRegion: { byteOffset: offset ?? 0, byteLength: deletedLength ?? 0 },
    insertedContent: insertedBytes === undefined ? undefined : { binary: insertedBytes },
  })
}

function listOf(value: unknown, change: (object: Json) => Json): Json[] | undefined {
  return Array.isArray(value) ? objectsOf(value).map(change) : undefined
}
