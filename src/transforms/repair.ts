import type { ArtifactLocation, Invocation, Notification, Result, Run } from 'sarif'
import { uriOfPath } from '../model/uri.ts'
import { changed, isObject, mappedObjects, type Note, withoutNulls } from './repair-change.ts'
import { repairMessage, wordsOf } from './repair-messages.ts'
import { isForeignUri, repairPlaces } from './repair-places.ts'
import { nameRule, repairReference, ruleOf } from './repair-references.ts'
import { type Book, repairTool } from './repair-rules.ts'
import { repairConfiguration, repairValues } from './repair-values.ts'

/** One kind of repair, counted; `example` names one place, for people. */
export interface Repair {
  /** In plain words, to stand after a number: `message text filled in`. */
  kind: string
  count: number
  example?: string
}

/** Where findings go that name no file; GitHub takes none without one. */
export const anchorPath = 'README.md'

/**
 * Mends what GitHub would refuse or cannot read in a run that some tool wrote, and nothing else: one bad result spoils
 * the whole upload. No finding is dropped; one without a file is placed in the anchor, a path of the repository. A run
 * without faults comes back as the very same object.
 */
export function repair(run: Run, anchor: string): { run: Run; repairs: Repair[] } {
  const repairs = new Map<string, Repair>()
  const note: Note = (kind, example) => {
    const known = repairs.get(kind)
    if (known) known.count++
    else repairs.set(kind, { kind, count: 1, ...(example !== undefined && { example }) })
  }
  const book = repairTool(run.tool, note)
  const prepared = changed(run, {
    tool: book.tool,
    originalUriBaseIds: repairBases(run.originalUriBaseIds, note),
    invocations: repairInvocations(run.invocations, book, note),
  })
  const workshop = { run: prepared, book, note, anchor: anchorOf(anchor) }
  const results = run.results && mappedObjects(run.results, (result) => repairResult(result, workshop))
  return { run: changed(prepared, { results: results ?? run.results }), repairs: [...repairs.values()] }
}

interface Workshop {
  run: Run
  book: Book
  note: Note
  anchor: ArtifactLocation
}

/** A base that no run defines means the checkout itself, wherever the scanner ran. */
function anchorOf(path: string): ArtifactLocation {
  return { uri: uriOfPath(path), uriBaseId: 'CHECKOUT_ROOT' }
}

function repairResult(given: Result, { run, book, note, anchor }: Workshop): Result {
  const result = repairValues(nameRule(withoutNulls(given, note), book, note), note)
  const rule = ruleOf(result, book)
  const wording = {
    find: wordsOf(rule, componentsOf(book)),
    fallback: rule?.shortDescription?.text || result.ruleId,
    note,
  }
  const told = changed(result, { message: repairMessage(result.message, wording)! })
  return repairPlaces(told, { run, anchor, wording, note })
}

function componentsOf({ chapters }: Book) {
  return chapters.map(({ component }) => component)
}

/** Paths below an address of the web are paths in the checkout: GitHub ignores bases, and refuses the address. */
function repairBases(bases: Run['originalUriBaseIds'], note: Note): Run['originalUriBaseIds'] {
  if (!isObject(bases)) return bases
  const entries = Object.entries(bases)
  const isAway = ([, base]: [string, ArtifactLocation]) => isForeignUri(base?.uri ?? '')
  const away = entries.filter(isAway)
  if (away.length === 0) return bases
  for (const [name] of away) note('bases of paths outside left open', name)
  return Object.fromEntries(
    entries.map((entry) => (isAway(entry) ? [entry[0], changed(entry[1], { uri: undefined })] : entry)),
  )
}

function repairInvocations(invocations: Run['invocations'], book: Book, note: Note): Run['invocations'] {
  return mappedObjects(invocations, (given) => {
    const invocation: Invocation = withoutNulls(given, note)
    return changed(invocation, {
      ruleConfigurationOverrides: mappedObjects(invocation.ruleConfigurationOverrides, (override) =>
        changed(override, {
          descriptor: isObject(override.descriptor) ? repairReference(override.descriptor, book, note) : undefined,
          configuration: repairConfiguration(override.configuration, note),
        }),
      ),
      toolExecutionNotifications: mappedObjects(invocation.toolExecutionNotifications, repairNotification),
      toolConfigurationNotifications: mappedObjects(invocation.toolConfigurationNotifications, repairNotification),
    })
  })

  function repairNotification(given: Notification): Notification {
    const components = componentsOf(book)
    const { id, index = -1, toolComponent } = given.descriptor ?? {}
    const { notifications = [] } = components[(toolComponent?.index ?? -1) + 1] ?? {}
    const descriptor = notifications[index] ?? notifications.find((each) => id !== undefined && each.id === id)
    const wording = { find: wordsOf(descriptor, components), fallback: id ?? 'no message', note }
    return changed(given, { message: repairMessage(given.message, wording) })
  }
}
