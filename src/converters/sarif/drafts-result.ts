import { isObject, type Json } from '../../model/json.ts'
import { changed, changedEach, keyOf, present, textOf } from './json.ts'
import { baselineState, filledIn, guidOf, kindAndLevel, suppressionKind, suppressionsOf } from './older.ts'

interface Rules {
  /** As the driver lists them in the end. */
  rules: Json[]
  /** As the draft had them, if by key. */
  dictionary: [string, Json][]
}

/** A result of a draft of SARIF 2.0.0, its words renamed already, in the structure of 2.1.0. */
export function draftResult(result: Json, known: Rules): Json {
  const { ruleMessageId, suppressionStates, graphs: _graphs, stacks: _stacks, ...rest } = result
  const { graphTraversals: _walks, conversionProvenance: _origin, guid, ...words } = rest
  const { ruleId, ruleIndex } = ruleOf(words, known)
  const rule = ruleAt(ruleIndex, known.rules) ?? known.rules.find(({ id }) => id === ruleId)
  return present({
    ...words,
    guid: guidOf(guid),
    ruleId,
    ruleIndex,
    ...('kind' in words ? {} : kindAndLevel(words['level'])),
    message: messageOf(words['message'], ruleMessageId, rule),
    locations: changedEach(words['locations'], locationOf),
    relatedLocations: changedEach(words['relatedLocations'], locationOf),
    codeFlows: changedEach(words['codeFlows'], codeFlowOf),
    fixes: changedEach(words['fixes'], fixOf),
    suppressions: changedEach(words['suppressions'], suppressionOf) ?? suppressionsOf(suppressionStates),
    baselineState: baselineState(words['baselineState']),
  })
}

/** Where rules are kept by key, `ruleId` is that key, and the rule may have another id. */
function ruleOf({ ruleId, ruleIndex }: Json, { rules, dictionary }: Rules): Json {
  const at = dictionary.findIndex(([key]) => key === ruleId)
  if (at !== -1) return { ruleId: rules[at]?.['id'] ?? ruleId, ruleIndex: at }
  return { ruleId: ruleId ?? ruleAt(ruleIndex, rules)?.['id'], ruleIndex }
}

function ruleAt(index: unknown, rules: Json[]): Json | undefined {
  return typeof index === 'number' ? rules[index] : undefined
}

/** GitHub looks no message up, so the rule's format is filled in here. */
function messageOf(given: unknown, ruleMessageId: unknown, rule: Json | undefined): unknown {
  if (given !== undefined && !isObject(given)) return given
  const { id = ruleMessageId, arguments: values, ...message } = given ?? {}
  if (message['text'] !== undefined) return { ...message, text: filled(message['text'], values) }
  const strings = rule?.['messageStrings']
  const format = isObject(strings) ? strings[keyOf(id)] : undefined
  if (isObject(format))
    return present({ ...message, text: filled(format['text'], values), markdown: filled(format['markdown'], values) })
  const nextBest = [rule?.['fullDescription'], rule?.['shortDescription']].find(isObject)
  const text = textOf(nextBest?.['text']) ?? textOf(rule?.['id'])
  return text === undefined ? given : { ...message, text }
}

function filled(format: unknown, values: unknown): unknown {
  return typeof format === 'string' && Array.isArray(values) ? filledIn(format, values) : format
}

function locationOf(location: Json): Json {
  const { fullyQualifiedLogicalName, logicalLocationIndex, logicalLocation, annotations, ...rest } = location
  const named = present({ fullyQualifiedName: fullyQualifiedLogicalName, index: logicalLocationIndex })
  const logical = isObject(logicalLocation) ? logicalLocation : named
  const { physicalLocation } = rest
  const id = isObject(physicalLocation) ? physicalLocation['id'] : undefined
  return present({
    ...rest,
    id: rest['id'] ?? id,
    physicalLocation: changed(physicalLocation, placeOf),
    logicalLocations: rest['logicalLocations'] ?? (Object.keys(logical).length > 0 ? [logical] : undefined),
    annotations: changedEach(annotations, regionOf),
  })
}

function placeOf({ id: _hoisted, ...place }: Json): Json {
  return present({
    ...place,
    region: changed(place['region'], regionOf),
    contextRegion: changed(place['contextRegion'], regionOf),
  })
}

/** The first draft counted characters where it said nothing more. */
function regionOf({ offset, length, ...region }: Json): Json {
  return present({ ...region, charOffset: region['charOffset'] ?? offset, charLength: region['charLength'] ?? length })
}

function codeFlowOf(flow: Json): Json {
  const threadFlows = changedEach(flow['threadFlows'], ({ initialState: _state, ...thread }) =>
    present({ ...thread, locations: changedEach(thread['locations'], stepOf) }),
  )
  return present({ ...flow, threadFlows })
}

function stepOf(given: Json): Json {
  const { step: _step, kind, timestamp, stack: _stack, state, ...step } = given
  return present({
    ...step,
    location: changed(step['location'], locationOf),
    kinds: step['kinds'] ?? (typeof kind === 'string' ? [kind] : undefined),
    executionTimeUtc: step['executionTimeUtc'] ?? timestamp,
    state: changed(state, statesOf),
  })
}

function statesOf(state: Json): Json {
  return Object.fromEntries(
    Object.entries(state).map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value]),
  )
}

function fixOf({ changes, ...fix }: Json): Json {
  const artifactChanges = changedEach(fix['artifactChanges'] ?? changes, (change) =>
    present({ ...change, replacements: changedEach(change['replacements'], replacementOf) }),
  )
  return present({ ...fix, artifactChanges })
}

function replacementOf(replacement: Json): Json {
  return present({ ...replacement, deletedRegion: changed(replacement['deletedRegion'], regionOf) })
}

function suppressionOf({ state, ...suppression }: Json): Json {
  return present({
    ...suppression,
    kind: suppressionKind(suppression['kind']),
    status: suppression['status'] ?? state,
    location: changed(suppression['location'], locationOf),
  })
}
