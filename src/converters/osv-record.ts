import * as z from 'zod/mini'
import { encodeSegment } from '../model/uri.ts'
import type { Advisory } from './advisories.ts'

const Word = z.nullish(z.string())

const Affected = z.object({
  package: z.nullish(z.object({ name: Word, ecosystem: Word })),
  ranges: z.nullish(z.array(z.object({ type: Word, events: z.nullish(z.array(z.object({ fixed: Word }))) }))),
  severity: z.nullish(z.array(z.object({ type: Word, score: Word }))),
})

/** The Open Source Vulnerability format, https://ossf.github.io/osv-schema, as far as findings say it. */
export const OsvRecord = z.object({
  id: z.string(),
  aliases: z.nullish(z.array(z.string())),
  upstream: z.nullish(z.array(z.string())),
  summary: Word,
  details: Word,
  withdrawn: Word,
  severity: z.nullish(z.array(z.object({ type: Word, score: Word }))),
  affected: z.nullish(z.array(Affected)),
  references: z.nullish(z.array(z.object({ url: Word }))),
  // What the databases add of their own follows no schema.
  database_specific: z.nullish(
    z.object({ severity: z.nullish(z.unknown()), cwe_ids: z.nullish(z.unknown()), url: z.nullish(z.unknown()) }),
  ),
})

export type OsvRecord = z.output<typeof OsvRecord>

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
