import * as z from 'zod/mini'
import type { Fix, Location, Place } from '../../model/finding.ts'
import { readJson } from '../read/json.ts'
import type { Report } from '../report.ts'
import { Diff, editsOf } from './diff.ts'
import type { Entry } from './index.ts'
import { type Source, sources } from './source.ts'

const Span = z.tuple([z.int().check(z.gte(0)), z.int().check(z.gte(0))])
const Path = z.nullish(z.union([z.string(), z.object({ file: z.string() })]))
const Place1 = z.object({ path: Path, span: z.nullish(Span), sourceCode: z.nullish(z.string()) })
const Words = z.array(z.object({ content: z.string() }))
const Advice = z.object({
  log: z.optional(z.tuple([z.string(), Words])),
  frame: z.optional(Place1),
  diff: z.optional(Diff),
})
type Advice = z.output<typeof Advice>
const Diagnostic = z.object({
  category: z.nullish(z.string()),
  severity: z.string(),
  description: z.string(),
  location: z.nullish(Place1),
  advices: z.nullish(z.object({ advices: z.array(Advice) })),
})
const Diagnostics = z.object({ diagnostics: z.array(Diagnostic) })

/** The entries of Biome 1, which gives places in bytes, and the source beside them. */
export function readSpans(report: Report): Entry[] {
  const sourceOf = sources()
  return readJson(report, Diagnostics).diagnostics.map(({ category, severity, description, location, advices }) => {
    const file = fileOf(location?.path)
    const source = sourceOf(location?.sourceCode)
    return {
      category: category || 'biome',
      severity,
      message: description,
      location: file === undefined ? undefined : placeOf(file, location?.span, source),
      ...advised(advices?.advices ?? [], { file, source, sourceOf }),
    }
  })
}

function fileOf(path: z.output<typeof Path>): string | undefined {
  // A word alone stands for standard input or the command line.
  return typeof path === 'object' ? path?.file : undefined
}

function placeOf(file: string, span: z.output<typeof Span> | null | undefined, source: Source | undefined): Location {
  if (!span) return { file }
  const [start, end] = span
  return {
    file,
    ...(source ? source.rangeOf(start, end) : { byteOffset: start, byteLength: Math.max(0, end - start) }),
  }
}

interface Around {
  file: string | undefined
  source: Source | undefined
  sourceOf: ReturnType<typeof sources>
}

/** Words before a frame are about that place, words before a diff about that change; the others explain the rule. */
function advised(advices: Advice[], { file, source, sourceOf }: Around) {
  const related = advices.flatMap(({ frame }, at): Place[] => {
    const where = fileOf(frame?.path) ?? file
    if (!frame || where === undefined) return []
    const place = placeOf(where, frame.span, sourceOf(frame.sourceCode) ?? source)
    return [{ ...place, message: wordsOf(advices[at - 1]) }]
  })
  const fixes = advices.flatMap(({ diff }, at): Fix[] => {
    const edits = diff && file !== undefined ? editsOf(file, diff, source) : undefined
    return edits?.length ? [{ description: wordsOf(advices[at - 1]) ?? "Biome's change", edits }] : []
  })
  const help = advices.flatMap((advice, at) => {
    const next = advices[at + 1]
    return next?.frame || next?.diff ? [] : (wordsOf(advice) ?? [])
  })
  return { related, fixes, help: help.length > 0 ? help.join('\n') : undefined }
}

function wordsOf(advice: Advice | undefined): string | undefined {
  return advice?.log?.[1].map(({ content }) => content).join('')
}
