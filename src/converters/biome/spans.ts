import type { Fix, Location, Place } from '../../model/finding.ts'
import { readJson } from '../read/json.ts'
import { array, natural, nullish, type Of, object, optional, string, tuple, union } from '../read/shape.ts'
import type { Report } from '../report.ts'
import { Diff, editsOf } from './diff.ts'
import type { Entry } from './index.ts'
import { type Source, sources } from './source.ts'

const Span = tuple([natural, natural])
const Path = nullish(union([string, object({ file: string })]))
const Place1 = object({ path: Path, span: nullish(Span), sourceCode: nullish(string) })
const Words = array(object({ content: string }))
const Advice = object({
  log: optional(tuple([string, Words])),
  frame: optional(Place1),
  diff: optional(Diff),
})
type Advice = Of<typeof Advice>
const Diagnostic = object({
  category: nullish(string),
  severity: string,
  description: string,
  location: nullish(Place1),
  advices: nullish(object({ advices: array(Advice) })),
})
const Diagnostics = object({ diagnostics: array(Diagnostic) })

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

function fileOf(path: Of<typeof Path>): string | undefined {
  // A word alone stands for standard input or the command line.
  return typeof path === 'object' ? path?.file : undefined
}

function placeOf(file: string, span: Of<typeof Span> | null | undefined, source: Source | undefined): Location {
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
