import { isObject, type Json } from '../../model/json.ts'
import { draftResult } from './drafts-result.ts'
import { changed, changedEach, entriesOf, objectsOf, present, textOf, unlessEmpty } from './json.ts'
import { artifactsOf, guidOf, logicalLocationsOf, ruleLevel } from './older.ts'
import { renamed } from './renames.ts'

/**
 * A run of any draft of SARIF 2.0.0 in the words of 2.1.0. What a draft says in the final words already is kept, so one
 * function reads them all. Conversions, graphs and stacks stay behind: nobody reads them.
 */
export function runOfDraft(draft: Json): Json {
  const { resources, files, conversion: _conversion, graphs: _graphs, architecture: _architecture, ...run } = draft
  const { logicalId, description, instanceGuid, correlationGuid, id, automationLogicalId: _name, ...rest } = run
  const dictionary = ruleEntries(resources)
  const artifacts = artifactsOf(files ?? run['artifacts'])
  const { aggregateIds: _aggregates, richTextMimeType: _mime, redactionToken, ...words } = rest
  const known = renamed(words)
  const tool = changed(run['tool'], (given) => toolOf(given, resources, dictionary))
  const rules = isObject(tool) && isObject(tool['driver']) ? objectsOf(tool['driver']['rules']) : []
  return present({
    ...known,
    tool,
    automationDetails:
      known['automationDetails'] ?? automationOf({ logicalId, description, instanceGuid, correlationGuid, id }),
    redactionTokens: known['redactionTokens'] ?? (redactionToken === undefined ? undefined : [redactionToken]),
    language: isObject(run['tool']) ? (run['tool']['language'] ?? known['language']) : known['language'],
    // The drafts up to TC 25 counted so when they did not say; the final default is another.
    columnKind: known['columnKind'] ?? 'utf16CodeUnits',
    originalUriBaseIds: basesOf(run['originalUriBaseIds']),
    invocations: changedEach(known['invocations'], invocationOf),
    versionControlProvenance: changedEach(run['versionControlProvenance'], originOf),
    artifacts,
    logicalLocations: logicalLocationsOf(run['logicalLocations']),
    results: changedEach(known['results'], (result) => draftResult(result, { rules, dictionary })),
  })
}

/** The rules of a draft that keeps them by key. */
function ruleEntries(resources: unknown): [string, Json][] {
  return isObject(resources) ? entriesOf(resources['rules']) : []
}

function toolOf(given: Json, resources: unknown, dictionary: [string, Json][]): Json {
  const { language: _language, sarifLoggerVersion: _logger, ...tool } = given
  const { rules, messageStrings } = isObject(resources) ? resources : {}
  const listed = dictionary.length > 0 ? dictionary.map(([key, rule]) => ({ id: key, ...rule })) : rules
  const driver = isObject(tool['driver']) ? tool['driver'] : tool
  return present({
    ...(isObject(tool['driver']) && tool),
    driver: componentOf({
      ...driver,
      ...present({ rules: listed ?? driver['rules'], globalMessageStrings: messageStrings }),
    }),
    extensions: changedEach(tool['extensions'], componentOf),
  })
}

function componentOf(component: Json): Json {
  const { fileVersion, ruleDescriptors, notificationDescriptors, artifactIndex: _index, ...rest } = component
  const { artifactIndices: _indices, globalMessageStrings, ...known } = rest
  return present({
    ...known,
    dottedQuadFileVersion: known['dottedQuadFileVersion'] ?? fileVersion,
    rules: changedEach(known['rules'] ?? ruleDescriptors, descriptorOf),
    notifications: changedEach(known['notifications'] ?? notificationDescriptors, descriptorOf),
    globalMessageStrings: stringsOf(globalMessageStrings, undefined),
  })
}

function descriptorOf(rule: Json): Json {
  const { configuration, helpLocation, messageStrings, richMessageStrings, name, ...rest } = rule
  const config = rest['defaultConfiguration'] ?? configuration
  const { shortDescription, fullDescription, help } = rest
  return present({
    ...rest,
    name: isObject(name) ? name['text'] : name,
    shortDescription: changed(shortDescription, multiformat),
    fullDescription: changed(fullDescription, multiformat),
    help: changed(help, multiformat),
    helpUri: rest['helpUri'] ?? (isObject(helpLocation) ? helpLocation['uri'] : undefined),
    defaultConfiguration: changed(config, ({ defaultLevel, defaultRank, ...known }) =>
      present({ ...known, level: ruleLevel(known['level'] ?? defaultLevel), rank: known['rank'] ?? defaultRank }),
    ),
    messageStrings: stringsOf(messageStrings, richMessageStrings),
  })
}

function multiformat({ text, markdown, richText }: Json): Json {
  return present({ text, markdown: markdown ?? richText })
}

/** Plain strings with their Markdown in a second dictionary became one dictionary of both. */
function stringsOf(strings: unknown, rich: unknown): Json | undefined {
  if (!isObject(strings)) return undefined
  const markdown = isObject(rich) ? rich : {}
  const both = (key: string, value: unknown) =>
    isObject(value) ? multiformat(value) : present({ text: value, markdown: textOf(markdown[key]) })
  return Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, both(key, value)]))
}

function basesOf(bases: unknown): unknown {
  if (!isObject(bases)) return bases
  return Object.fromEntries(
    Object.entries(bases).map(([name, base]) => [name, typeof base === 'string' ? { uri: base } : base]),
  )
}

function invocationOf(invocation: Json): Json {
  const { workingDirectory, exitCode, executionSuccessful, ...rest } = invocation
  return present({
    ...rest,
    exitCode,
    executionSuccessful: executionSuccessful ?? !exitCode,
    workingDirectory: typeof workingDirectory === 'string' ? { uri: workingDirectory } : workingDirectory,
    toolExecutionNotifications: changedEach(rest['toolExecutionNotifications'], notificationOf),
    toolConfigurationNotifications: changedEach(rest['toolConfigurationNotifications'], notificationOf),
  })
}

function notificationOf(notification: Json): Json {
  const { id, ruleId, ruleIndex, physicalLocation, time, exception: _stacks, ...rest } = notification
  return present({
    ...rest,
    descriptor: rest['descriptor'] ?? unlessEmpty({ id }),
    associatedRule: rest['associatedRule'] ?? unlessEmpty({ id: ruleId, index: ruleIndex }),
    locations: rest['locations'] ?? (isObject(physicalLocation) ? [{ physicalLocation }] : undefined),
    timeUtc: rest['timeUtc'] ?? time,
  })
}

function originOf({ uri, tag, timestamp, ...origin }: Json): Json {
  const { repositoryUri = uri, revisionTag = tag, asOfTimeUtc = timestamp, ...rest } = origin
  return present({ ...rest, repositoryUri, revisionTag, asOfTimeUtc })
}

/** One name and one GUID, for a while loose in the run, then in `run.id`. */
function automationOf({ logicalId, description, instanceGuid, correlationGuid, id }: Json): Json | undefined {
  const inId = isObject(id) ? id : {}
  const name = textOf(logicalId)
  return unlessEmpty({
    id: inId['instanceId'] ?? inId['id'] ?? (name === undefined ? undefined : `${name}/`),
    guid: guidOf(inId['instanceGuid'] ?? inId['guid'] ?? instanceGuid),
    correlationGuid: guidOf(inId['correlationGuid'] ?? correlationGuid),
    description: changed(inId['description'] ?? description, multiformat),
  })
}
