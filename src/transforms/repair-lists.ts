import type { CodeFlow, Fix, Result, Run } from 'sarif'
import { twinsIn } from './canonical.ts'
import { changed, mappedObjects, type Note } from './repair-change.ts'
import { changedObjects } from './schema-objects.ts'

/** Lists of a result in which the schema lets nothing stand twice, and into which nothing points by position. */
const ofResults = [
  'relatedLocations',
  'suppressions',
  'fixes',
  'taxa',
  'stacks',
  'attachments',
  'workItemUris',
] as const
const ofRuns = ['versionControlProvenance', 'redactionTokens', 'newlineSequences', 'runAggregates'] as const

/** A list without the items that equal an earlier one; the very same list when all differ. */
function withoutTwins<T>(items: T[], name: string, note: Note): T[] {
  const twins = twinsIn(items)
  if (!twins) return items
  for (let left = twins.size; left > 0; left--) note('items that occur twice in a list left out', name)
  return items.filter((_, at) => !twins.has(at))
}

/** As `withoutTwins`, for these lists of an object. There are many objects, and next to none has such a list. */
export function withoutTwinsIn<T extends object>(object: T, names: readonly (keyof T & string)[], note: Note): T {
  let next = object
  for (const name of names) {
    const items: unknown = object[name]
    if (!Array.isArray(items) || items.length < 2) continue
    next = changed(next, { [name]: withoutTwins(items, name, note) } as Partial<T>)
  }
  return next
}

export function repairResultLists(result: Result, note: Note): Result {
  const { fixes, codeFlows } = result
  if (fixes === undefined && codeFlows === undefined) return withoutTwinsIn(result, ofResults, note)
  const patch = { fixes: withoutHollow(fixes, isFix, note), codeFlows: withoutHollow(codeFlows, isFlow, note) }
  return withoutTwinsIn(changed(result, patch), ofResults, note)
}

/** What is to show or to change nothing is nothing; SARIF does not let it be written. */
function withoutHollow<T extends object>(
  items: T[] | undefined,
  is: (item: T) => boolean,
  note: Note,
): T[] | undefined {
  const full = mappedObjects(items, (item) => item)?.filter(
    (item) => is(item) || note('empty fixes and flows left out'),
  )
  return full?.length === items?.length ? items : full
}

function isFix({ artifactChanges }: Fix): boolean {
  return !Array.isArray(artifactChanges) || artifactChanges.some((change) => change?.replacements?.length !== 0)
}

function isFlow({ threadFlows }: CodeFlow): boolean {
  return !Array.isArray(threadFlows) || threadFlows.some((flow) => flow?.locations?.length !== 0)
}

/** As what lists a run has of its own. */
export function repairRunLists(given: Run, note: Note): Run {
  return mergedArtifacts(withoutTwinsIn(given, ofRuns, note), note)
}

/** Files lie in archives, those in archives, and so on: archives that become one may make their files twins. */
const mostRounds = 5

/** Files that are listed twice become one, and whatever points into the list follows. */
function mergedArtifacts(given: Run, note: Note): Run {
  let run = given
  for (let round = 0; round < mostRounds; round++) {
    const { artifacts } = run
    const twins = Array.isArray(artifacts) ? twinsIn(artifacts) : undefined
    if (!artifacts || !twins) return run
    const kept = withoutTwins(artifacts, 'artifacts', note)
    run = pointedTo({ ...run, artifacts: kept }, placesAfter(artifacts.length, twins))
  }
  return run
}

/** Where each item stands once its twins are gone. */
function placesAfter(length: number, twins: Map<number, number>): number[] {
  const places: number[] = []
  let next = 0
  for (let at = 0; at < length; at++) {
    const twin = twins.get(at)
    places.push(twin === undefined ? next++ : places[twin]!)
  }
  return places
}

function pointedTo(run: Run, places: number[]): Run {
  const follow = (key: 'index' | 'parentIndex') => (object: Record<string, unknown>) => {
    const place = places[object[key] as number]
    return place === undefined ? object : changed(object, { [key]: place })
  }
  return changedObjects(run, 'run', { artifactLocation: follow('index'), artifact: follow('parentIndex') })
}
