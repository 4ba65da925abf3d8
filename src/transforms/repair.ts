import type { ArtifactLocation, Result, Run } from 'sarif'
import { isObject } from '../model/json.ts'
import { uriOfPath } from '../model/uri.ts'
import { changed, mapped, mappedObjects, type Note, withoutNulls } from './repair-change.ts'
import { repairInvocations } from './repair-invocations.ts'
import { repairResultLists, repairRunLists } from './repair-lists.ts'
import { repairMessage, wordsOf } from './repair-messages.ts'
import { isForeignUri, repairPlaces } from './repair-places.ts'
import { nameRule, ruleOf } from './repair-references.ts'
import { type Book, componentsOf, repairTool } from './repair-rules.ts'
import { repairValues } from './repair-values.ts'
import { soundIn } from './sound.ts'

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
  const listed = repairRunLists(run, note)
  const book = repairTool(listed.tool, note)
  const prepared = changed(listed, {
    tool: book.tool,
    originalUriBaseIds: repairBases(listed.originalUriBaseIds, note),
    invocations: repairInvocations(listed.invocations, book, note),
  })
  const workshop = { run: prepared, book, note, anchor: anchorOf(anchor) }
  const given = mappedObjects(listed.results, (result) => result)
  const sound = given ? soundIn(given) : []
  const results =
    given && mapped(given, (result, at) => (sound[at] ? nameRule(result, book, note) : repairResult(result, workshop)))
  const repaired = changed(prepared, { results: results ?? listed.results })
  if (repaired !== run && repairs.size === 0) note('values that are no list or no object left out')
  return { run: repaired, repairs: [...repairs.values()] }
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
  // Last, as places that were mended may have become twins.
  return repairResultLists(repairPlaces(told, { run, anchor, wording, note }), note)
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
