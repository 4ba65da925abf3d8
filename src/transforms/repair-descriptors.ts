import type { MultiformatMessageString, ReportingDescriptor } from 'sarif'
import { isObject } from '../model/json.ts'
import { addressOf } from '../model/uri.ts'
import { changed, type Note, textOf } from './repair-change.ts'
import { withoutTwinsIn } from './repair-lists.ts'

/** Lists of a rule in which the schema lets nothing stand twice. */
const ofRules = ['deprecatedIds', 'deprecatedGuids', 'deprecatedNames', 'relationships'] as const

/** What a rule says of itself, in words and addresses that the schema takes. */
export function repairDescriptor(given: ReportingDescriptor, note: Note): ReportingDescriptor {
  const rule = withoutTwinsIn(given, ofRules, note)
  return changed(rule, {
    shortDescription: repairWords(rule.shortDescription, note),
    fullDescription: repairWords(rule.fullDescription, note),
    help: repairWords(rule.help, note),
    messageStrings: repairStrings(rule.messageStrings, note),
    helpUri: repairAddress(rule.helpUri, note),
  })
}

/** Markdown alone is not enough for SARIF; without either there is nothing to say. */
function repairWords(given: MultiformatMessageString | undefined, note: Note): MultiformatMessageString | undefined {
  if (given === undefined || (isObject(given) && typeof given.text === 'string')) return given
  const text = isObject(given) ? textOf(given['markdown']) : undefined
  note('descriptions without a text given one, or left out')
  return text === undefined ? undefined : { ...(given as object), text }
}

function repairStrings(
  given: ReportingDescriptor['messageStrings'],
  note: Note,
): ReportingDescriptor['messageStrings'] {
  if (!isObject(given)) return given
  const entries = Object.entries(given)
  const mended = entries.map(([id, words]) => [id, repairWords(words, note)] as const)
  const isSame = mended.every(([, words], at) => words === entries[at]![1])
  return isSame ? given : (Object.fromEntries(mended.filter(([, words]) => words)) as typeof given)
}

/** An empty one is left to `describeRules`. A path of the tool's own repository leads nowhere from here. */
function repairAddress(given: unknown, note: Note): string | undefined {
  if (given === undefined || given === '') return given
  const address = typeof given === 'string' ? addressOf(given) : undefined
  if (address !== given) note('addresses of documentation spelled right, or left out', String(given))
  return address
}
