import { isObject, type Json } from '../../model/json.ts'
import { uriOfPath } from '../../model/uri.ts'
import { changed, changedEach, entriesOf, keyOf, objectsOf, present, textOf, unlessEmpty, wordsOf } from './json.ts'
import { artifactsOf, guidOf, logicalLocationsOf, ruleLevel } from './older.ts'
import { physicalLocation, resultOf } from './version-1-result.ts'

/** A run of SARIF 1.0.0, as compilers of Microsoft write it, in the words of 2.1.0. Stacks stay behind: nobody reads them. */
export function runOfVersion1(run: Json): Json {
  const rules = entriesOf(run['rules'])
  const { language } = isObject(run['tool']) ? run['tool'] : {}
  return present({
    tool: changed(run['tool'], (tool) => ({ driver: driverOf(tool, rules) })),
    language: typeof language === 'string' && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(language) ? language : undefined,
    invocations: invocationsOf(run),
    artifacts: artifactsOf(run['files']),
    logicalLocations: logicalLocationsOf(run['logicalLocations']),
    automationDetails: automationOf(run),
    baselineGuid: guidOf(run['baselineId']),
    // .NET and JavaScript count so, and 1.0.0 was written by them.
    columnKind: 'utf16CodeUnits',
    properties: run['properties'],
    results: changedEach(run['results'], (result) => resultOf(result, rules)),
  })
}

function driverOf(tool: Json, rules: [string, Json][]): Json {
  const { name, fullName, version, semanticVersion, fileVersion, properties } = tool
  const isQuad = typeof fileVersion === 'string' && /^\d+(?:\.\d+){3}$/.test(fileVersion)
  return present({
    name,
    fullName,
    version,
    semanticVersion,
    dottedQuadFileVersion: isQuad ? fileVersion : undefined,
    informationUri: tool['informationUri'],
    rules: rules.length > 0 ? rules.map(([key, rule]) => ruleOf(key, rule)) : undefined,
    properties,
  })
}

function ruleOf(key: string, rule: Json): Json {
  const { id = key, name, helpUri, defaultLevel, configuration } = rule
  const formats = Object.entries(isObject(rule['messageFormats']) ? rule['messageFormats'] : {})
  return present({
    id,
    name,
    shortDescription: wordsOf(rule['shortDescription']),
    fullDescription: wordsOf(rule['fullDescription']),
    help: wordsOf(rule['help']),
    helpUri,
    defaultConfiguration: unlessEmpty({
      enabled: configuration === 'disabled' ? false : undefined,
      level: ruleLevel(defaultLevel),
    }),
    messageStrings: unlessEmpty(Object.fromEntries(formats.map(([format, text]) => [format, wordsOf(text)]))),
    properties: unlessEmpty({
      ...(isObject(rule['properties']) && rule['properties']),
      ...(Array.isArray(rule['tags']) && { tags: rule['tags'] }),
    }),
  })
}

/** The command line is not taken along: it may hold a token, and SARIF travels. */
function invocationsOf(run: Json): Json[] | undefined {
  const { startTime, endTime, workingDirectory, properties } = isObject(run['invocation']) ? run['invocation'] : {}
  const ofTool = notificationsOf(run['toolNotifications'])
  const ofConfiguration = notificationsOf(run['configurationNotifications'])
  if (!isObject(run['invocation']) && !ofTool && !ofConfiguration) return undefined
  const folder = textOf(workingDirectory)
  return [
    present({
      executionSuccessful: ![...(ofTool ?? []), ...(ofConfiguration ?? [])].some(({ level }) => level === 'error'),
      startTimeUtc: startTime,
      endTimeUtc: endTime,
      workingDirectory: folder === undefined ? undefined : { uri: uriOfPath(folder) },
      toolExecutionNotifications: ofTool,
      toolConfigurationNotifications: ofConfiguration,
      properties,
    }),
  ]
}

function notificationsOf(notifications: unknown): Json[] | undefined {
  if (!Array.isArray(notifications)) return undefined
  return objectsOf(notifications).map((notification) => {
    const { id, ruleId, time, level, threadId, properties } = notification
    const place = physicalLocation(notification['physicalLocation'])
    return present({
      descriptor: unlessEmpty({ id }),
      associatedRule: unlessEmpty({ id: ruleId }),
      message: wordsOf(notification['message']) ?? { text: keyOf(id ?? ruleId) || 'The tool says nothing more.' },
      level: level === 'default' ? undefined : level,
      threadId,
      timeUtc: time,
      locations: place && [{ physicalLocation: place }],
      properties,
    })
  })
}

/** GitHub takes `automationDetails.id` up to its last slash for the category; `stableId` is that name. */
function automationOf({ id, stableId }: Json): Json | undefined {
  const name = textOf(stableId)
  return unlessEmpty({ id: name === undefined ? undefined : `${name}/`, guid: guidOf(id) })
}
