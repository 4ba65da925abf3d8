import { encodeSegment } from '../model/uri.ts'
import type { Advisory } from './advisories.ts'
import { array, nullish, type Of, object, string, unknown } from './read/shape.ts'

const Word = nullish(string)

const Affected = object({
  package: nullish(object({ name: Word, ecosystem: Word })),
  ranges: nullish(array(object({ type: Word, events: nullish(array(object({ fixed: Word }))) }))),
  severity: nullish(array(object({ type: Word, score: Word }))),
})

/** The Open Source Vulnerability format, https://ossf.github.io/osv-schema, as far as findings say it. */
export const OsvRecord = object({
  id: string,
  aliases: nullish(array(string)),
  upstream: nullish(array(string)),
  summary: Word,
  details: Word,
  withdrawn: Word,
  severity: nullish(array(object({ type: Word, score: Word }))),
  affected: nullish(array(Affected)),
  references: nullish(array(object({ url: Word }))),
  // What the databases add of their own follows no schema.
  database_specific: nullish(object({ severity: nullish(unknown), cwe_ids: nullish(unknown), url: nullish(unknown) })),
})

export type OsvRecord = Of<typeof OsvRecord>

export function advisoryOf(record: OsvRecord): Advisory {
  const { id, aliases, upstream, summary, details, database_specific: own, references } = record
  const weaknesses: unknown = own?.cwe_ids
  const ratings = [...(record.severity ?? []), ...(record.affected ?? []).flatMap(({ severity }) => severity ?? [])]
  return {
    id,
    aliases: [...(aliases ?? []), ...(upstream ?? [])],
    title: summary,
    description: details,
    url: `https://osv.dev/vulnerability/${encodeSegment(id)}`,
    references: (references ?? []).flatMap(({ url }) => url ?? []),
    weaknesses: Array.isArray(weaknesses) ? weaknesses.filter((one) => typeof one === 'string') : [],
    severity: typeof own?.severity === 'string' ? own.severity : undefined,
    ratings: ratings.map(({ type, score }) => ({ version: type, vector: score })),
  }
}

/** The versions that mend the package; all that the record knows where it names no package by that name. */
export function fixedIn({ affected }: OsvRecord, name: string | undefined): string[] {
  const all = affected ?? []
  const own = all.filter((one) => one.package?.name === name)
  const events = (own.length > 0 ? own : all).flatMap(({ ranges }) =>
    // A commit is no version to update to.
    (ranges ?? []).flatMap(({ type, events: list }) => (type === 'GIT' ? [] : (list ?? []))),
  )
  return [...new Set(events.flatMap(({ fixed }) => fixed ?? []))]
}
