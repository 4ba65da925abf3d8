import type { ReportingDescriptor, ReportingDescriptorReference, Result, ToolComponentReference } from 'sarif'
import { isObject } from '../model/json.ts'
import { changed, type Note, textOf, withoutNulls } from './repair-change.ts'
import type { Book, Chapter } from './repair-rules.ts'

/** The same reference once rules have moved, without what leads nowhere or to another rule than the id. */
export function repairReference(before: ReportingDescriptorReference, book: Book, note: Note): typeof before {
  const given = readable(before, note)
  const chapter = chapterOf(book, given)
  if (!chapter) note('references to parts that the tool does not have removed', given.id)
  const toolComponent = chapter ? given.toolComponent : undefined
  const index = repairIndex(given.index, { chapter: chapter ?? book.chapters[0]!, id: given.id, note })
  return changed(given, { index, toolComponent })
}

/** GitHub refuses the whole file for a reference with a text where a number belongs, and the reverse. */
function readable(given: ReportingDescriptorReference, note: Note): ReportingDescriptorReference {
  const reference = withoutNulls(given, note)
  const component = isObject(reference.toolComponent) ? (reference.toolComponent as ToolComponentReference) : undefined
  const toolComponent =
    component &&
    changed(component, {
      name: textOf(component.name),
      guid: textOf(component.guid),
      index: Number.isInteger(component.index) ? component.index : undefined,
    })
  const clean = changed(reference, { id: textOf(reference.id), toolComponent })
  if (clean !== reference) note('references to rules made readable', clean.id)
  return clean
}

interface Wanted {
  chapter: Chapter
  id: string | undefined
  note: Note
}

function repairIndex(given: unknown, { chapter, id, note }: Wanted): number | undefined {
  // SARIF's own word for "no index".
  if (given === undefined || given === -1) return given
  const there = movedIndex(given, chapter)
  if (there !== undefined && isPartOf(id, chapter.rules[there]!)) return there
  const right = indexOf(id, chapter)
  note('rule indexes that lead to another rule or nowhere corrected', id)
  return right
}

function movedIndex(given: unknown, { moved }: Chapter): number | undefined {
  return typeof given === 'number' ? moved[given] : undefined
}

/** Undefined when the reference names a part that the tool does not have. */
function chapterOf({ chapters }: Book, reference: ReportingDescriptorReference | undefined): Chapter | undefined {
  const { index = -1, name, guid }: ToolComponentReference = reference?.toolComponent ?? {}
  if (index >= 0) return chapters[index + 1]
  if (name === undefined && guid === undefined) return chapters[0]
  return chapters.find(({ component }) => (guid === undefined ? component.name === name : component.guid === guid))
}

/** A hierarchical id, `CA1000/1`, belongs to the rule it begins with (SARIF 3.27.5). */
function isPartOf(id: string | undefined, rule: ReportingDescriptor): boolean {
  return id === undefined || id === rule.id || id.startsWith(`${rule.id}/`)
}

/** No tool goes this deep; a made-up id must not cost more. */
const deepest = 10

function indexOf(id: string | undefined, chapter: Chapter): number | undefined {
  let part = id
  for (let level = 0; part && level < deepest; level++) {
    const found = chapter.indexOf.get(part)
    if (found !== undefined) return found
    part = part.slice(0, Math.max(0, part.lastIndexOf('/')))
  }
  return undefined
}

/** Gives a result the id of its rule, and makes its indexes agree with it. */
export function nameRule(result: Result, book: Book, note: Note): Result {
  const reference = isObject(result.rule) ? readable(result.rule as ReportingDescriptorReference, note) : undefined
  const chapter = chapterOf(book, reference) ?? book.chapters[0]!
  const at = movedIndex(reference?.index, chapter) ?? movedIndex(result.ruleIndex, chapter)
  const id = textOf(result.ruleId) ?? textOf(reference?.id) ?? textOf(chapter.rules[at ?? -1]?.id) ?? toolId(book)
  if (id !== result.ruleId) note('rule id filled in', id)
  return changed(result, {
    ruleId: id,
    ruleIndex: repairIndex(result.ruleIndex, { chapter, id, note }),
    rule: reference && repairReferenceOf(id, reference, { book, note }),
  })
}

/** A reference without an id is to the rule of the result. */
function repairReferenceOf(
  id: string,
  given: ReportingDescriptorReference,
  { book, note }: { book: Book; note: Note },
): ReportingDescriptorReference {
  const { index, toolComponent } = repairReference({ id, ...given }, book, note)
  return changed(given, { index, toolComponent })
}

function toolId({ tool }: Book): string {
  const words = tool.driver.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['unknown']
  return words.join('-')
}

/** The rule of a mended result. */
export function ruleOf({ ruleId, rule, ruleIndex }: Result, book: Book): ReportingDescriptor | undefined {
  const chapter = chapterOf(book, rule) ?? book.chapters[0]!
  const indexed = chapter.rules[rule?.index ?? ruleIndex ?? -1]
  if (indexed) return indexed
  // Tools that put their rules into extensions often leave the reference to the extension out.
  const home = [chapter, ...book.chapters].find((each) => indexOf(ruleId, each) !== undefined)
  return home?.rules[indexOf(ruleId, home)!]
}
