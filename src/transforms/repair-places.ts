import type { ArtifactLocation, Location, PhysicalLocation, Result, Run, ThreadFlowLocation } from 'sarif'
import { isConverted } from '../model/columns.ts'
import { dependencyMark } from '../model/dependency.ts'
import { isObject } from '../model/json.ts'

import { placeless } from '../model/sarif.ts'
import { changed, mapped, mappedObjects, type Note, textOf, wholeNumber, withoutNulls } from './repair-change.ts'
import { withoutTwinsIn } from './repair-lists.ts'
import { repairMessage, type Wording } from './repair-messages.ts'
import { repairRegion } from './repair-regions.ts'

export interface Surroundings {
  run: Run
  /** The file that stands in for places that GitHub cannot show. */
  anchor: ArtifactLocation
  wording: Wording
  note: Note
}

type Change = (location: Location) => Location

/** Gives a result a first place as GitHub wants it, and makes all places readable that GitHub reads. */
export function repairPlaces(result: Result, around: Surroundings): Result {
  const tidied: Change = (location) => tidy(location, around)
  const readable: Change = (location) => anchoredAside(tidied(location), around)
  const tidyResult = changed(result, {
    locations: mappedObjects(result.locations, tidied),
    relatedLocations: mappedObjects(result.relatedLocations, readable),
    codeFlows: mappedObjects(result.codeFlows, (flow) =>
      changed(flow, {
        threadFlows: mappedObjects(flow.threadFlows, (thread) =>
          changed(thread, { locations: mappedObjects(thread.locations, (step) => repairStep(step, around, readable)) }),
        ),
      }),
    ),
  })
  const placed = withFirstPlace(tidyResult, around)
  const locations = mapped(placed.locations!, (it, at) => (at === 0 ? it : anchoredAside(it, around)))
  return changed(placed, { locations })
}

/** GitHub follows no index into the list of steps that a run may keep (GH1002). */
function repairStep(given: ThreadFlowLocation, { run, note }: Surroundings, readable: Change): ThreadFlowLocation {
  const { index, ...rest } = given
  const listed = isObject(given.location) ? undefined : run.threadFlowLocations?.[index ?? -1]
  if (listed) note('steps of a flow written out', String(index))
  const step: ThreadFlowLocation = listed ? { ...listed, ...rest, location: listed.location } : given
  return changed(step, { location: isObject(step.location) ? readable(step.location as Location) : undefined })
}

/** Lists of a place in which the schema lets nothing stand twice. */
const ofPlaces = ['logicalLocations', 'annotations', 'relationships'] as const

function tidy(given: Location, { run, wording, note }: Surroundings): Location {
  const location = withoutTwinsIn(withoutNulls(given, note), ofPlaces, note)
  const { message, physicalLocation } = location
  return changed(location, {
    id: repairId(location.id, note),
    message: message === undefined ? undefined : repairMessage(message, { ...wording, fallback: undefined }),
    physicalLocation: isObject(physicalLocation) ? tidyPhysical(physicalLocation as PhysicalLocation) : undefined,
  })

  function tidyPhysical(before: PhysicalLocation): PhysicalLocation | undefined {
    const physical = withoutNulls(before, note)
    const tidied = changed(physical, {
      artifactLocation: withUri(physical.artifactLocation, run, note),
      region: repairRegion(physical.region, note),
      contextRegion: repairRegion(physical.contextRegion, note),
    })
    if (tidied.artifactLocation || tidied.address) return tidied
    note('places without a file left out')
    return undefined
  }
}

/** By which messages link to places; GitHub refuses the whole file when it is no number. */
function repairId(given: unknown, note: Note): number | undefined {
  const clean = wholeNumber(given, -1)
  if (clean !== given) note('ids of places made numbers, or left out', String(given))
  return clean
}

/** GitHub follows no index into the list of files. */
function withUri(given: ArtifactLocation | undefined, run: Run, note: Note): ArtifactLocation | undefined {
  if (!isObject(given)) return undefined
  const whole = withoutNulls(given as ArtifactLocation, note)
  const location = changed(whole, {
    uri: typeof whole.uri === 'string' ? whole.uri : undefined,
    uriBaseId: textOf(whole.uriBaseId),
    index: wholeNumber(whole.index, -1),
  })
  if (location !== whole) note('names of files made readable', String(whole.uri))
  if (textOf(location.uri)) return location
  const { uri, uriBaseId } = run.artifacts?.[location.index ?? -1]?.location ?? {}
  if (!textOf(uri)) return location
  note('file looked up in the list of files', uri)
  return { ...location, uri, ...(uriBaseId && { uriBaseId }) }
}

/** The first place is the one that GitHub shows: a usable one goes there, and what stood there follows. */
function withFirstPlace(result: Result, around: Surroundings): Result {
  const locations = result.locations ?? []
  const best = locations.findIndex((location) => uriOf(location) && !isForeign(location))
  if (best === -1) return anchored(result, around)
  if (best > 0) around.note('place with a file put first', uriOf(locations[best]))
  const front = withLine(locations[best]!, around)
  if (best === 0 && front === locations[0]) return result
  return { ...result, locations: [front, ...locations.slice(0, best), ...locations.slice(best + 1)] }
}

function withLine(location: Location, { run, note }: Surroundings): Location {
  const physical = location.physicalLocation!
  if (physical.region?.startLine !== undefined) return location
  const { byteOffset, charOffset } = physical.region ?? {}
  // The line of a converter's offset is found later, in the source.
  if (isConverted(run) && (byteOffset ?? charOffset) !== undefined) return location
  note('line 1 given to findings in a file without a line', uriOf(location))
  return { ...location, physicalLocation: { ...physical, region: { ...physical.region, startLine: 1 } } }
}

/** Nothing is lost: what was known of the place goes into the message. */
function anchored(result: Result, around: Surroundings): Result {
  const [first = {}, ...others] = result.locations ?? []
  const uri = uriOf(first)
  const name = logicalName(first, around.run)
  const known = uri === undefined ? name && `in ${name}` : `at ${uri}`
  around.note(`${whatIsAnchored(result, uri)} ${around.anchor.uri}`, uri ?? name ?? result.ruleId)
  const text = known === undefined ? result.message.text : `${result.message.text} (${known})`
  return {
    ...result,
    message: changed(result.message, { text }),
    locations: [{ ...first, physicalLocation: placeOf(around) }, ...others],
    properties: { ...result.properties, [placeless]: true },
  }
}

/** A package is looked for later on, where others of its kind are listed. */
function whatIsAnchored({ properties }: Result, uri: string | undefined): string {
  if (uri !== undefined) return 'findings at addresses outside placed in'
  const isAboutPackage = isObject(properties) && dependencyMark in properties
  return isAboutPackage
    ? 'findings about packages without a file placed where packages are listed, or else in'
    : 'findings without a file placed in'
}

/** A place that is not the first keeps its address in a message of its own. */
function anchoredAside(location: Location, around: Surroundings): Location {
  if (!isForeign(location)) return location
  const uri = uriOf(location)
  around.note(`places at addresses outside placed in ${around.anchor.uri}`, uri)
  const text = location.message?.text === undefined ? `at ${uri}` : `${location.message.text} (at ${uri})`
  return { ...location, message: { ...location.message, text }, physicalLocation: placeOf(around) }
}

function placeOf({ anchor }: Surroundings): PhysicalLocation {
  return { artifactLocation: anchor, region: { startLine: 1 } }
}

function logicalName({ logicalLocations }: Location, run: Run): string | undefined {
  const given = Array.isArray(logicalLocations) ? logicalLocations[0] : undefined
  const listed = run.logicalLocations?.[given?.index ?? -1]
  const names = [given?.fullyQualifiedName, listed?.fullyQualifiedName, given?.name, listed?.name]
  return names.map(textOf).find((name) => name !== undefined)
}

function uriOf(location: Location | undefined): string | undefined {
  return textOf(location?.physicalLocation?.artifactLocation?.uri)
}

function isForeign(location: Location): boolean {
  return isForeignUri(uriOf(location) ?? '')
}

/** GitHub takes every word before a colon for a scheme, `image:tag` too. One letter is a drive of Windows. */
export function isForeignUri(uri: string): boolean {
  return /^(?!file:)[a-z][a-z\d+.-]+:/i.test(uri)
}
