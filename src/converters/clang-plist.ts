import * as z from 'zod/mini'
import type { Finding, Fix, Location, Place, Tool } from '../model/finding.ts'
import { present } from '../model/sarif.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { readPlist } from './read/plist.ts'
import { hasXmlRoot } from './report.ts'

const Point = z.object({ line: z.number(), col: z.number(), file: z.number() })
const Range = z.tuple([Point, Point])
/** A step of the path, or a note. Steps of the kind `control` have edges in the place of a location. */
const Piece = z.object({
  kind: z.nullish(z.string()),
  location: z.nullish(Point),
  ranges: z.nullish(z.array(Range)),
  message: z.nullish(z.string()),
  fixits: z.nullish(z.array(z.object({ remove_range: Range, insert_string: z.string() }))),
})
const Diagnostic = z.object({
  description: z.string(),
  category: z.nullish(z.string()),
  type: z.nullish(z.string()),
  check_name: z.nullish(z.string()),
  location: Point,
  path: z.nullish(z.array(Piece)),
  notes: z.nullish(z.array(Piece)),
  issue_hash_content_of_line_in_context: z.nullish(z.string()),
  issue_context: z.nullish(z.string()),
  issue_context_kind: z.nullish(z.string()),
})
const Plist = z.object({
  clang_version: z.nullish(z.string()),
  files: z.array(z.string()),
  diagnostics: z.array(Diagnostic),
})
type Piece = z.output<typeof Piece>
type Point = z.output<typeof Point>

const tool: Tool = { name: 'Clang Static Analyzer', url: 'https://clang-analyzer.llvm.org' }
const isPlist = hasXmlRoot('plist')

export const clangPlist = defineConverter({
  id: 'clang-plist',
  tool,
  reads: 'clang --analyze, or scan-build -plist',
  proof: 'run',
  detects: (report) => isPlist(report) && report.text.includes('<key>diagnostics</key>'),
  read({ text }) {
    const { diagnostics, files, clang_version } = readJson({ json: () => readPlist(text) }, Plist)
    const version = /\d+(?:\.\d+)+/.exec(clang_version ?? '')?.[0]
    return {
      findings: diagnostics.map((diagnostic) => toFinding(diagnostic, files)),
      tool: version ? { ...tool, version } : tool,
      columns: 'utf8Bytes',
    }
  },
})

function toFinding(diagnostic: z.output<typeof Diagnostic>, files: string[]): Finding {
  const { description, location, path, notes, type, category, check_name, ...issue } = diagnostic
  const pieces = path ?? []
  const ranges = pieces.flatMap((piece) => piece.ranges ?? [])
  const properties = present({
    type: type ?? undefined,
    context: issue.issue_context ?? undefined,
    contextKind: issue.issue_context_kind ?? undefined,
  })
  return {
    rule: {
      id: check_name ?? type ?? 'clang-analyzer',
      url: 'https://clang.llvm.org/docs/analyzer/checkers.html',
      tags: category ? [category] : undefined,
    },
    level: 'warning',
    message: description,
    location: placeAt(location, ranges, files),
    flow: pieces.filter(({ kind }) => kind === 'event').flatMap((piece) => placeOf(piece, files)),
    related: (notes ?? []).flatMap((piece) => placeOf(piece, files)),
    fixes: [...pieces, ...(notes ?? [])].flatMap((piece) => fixOf(piece, files)),
    fingerprint: issue.issue_hash_content_of_line_in_context ?? undefined,
    sarif: Object.keys(properties).length > 0 ? { properties } : {},
  }
}

function placeOf({ location, ranges, message }: Piece, files: string[]): Place[] {
  const place = location && placeAt(location, ranges ?? [], files)
  return place ? [{ ...place, message: message ?? undefined }] : []
}

/** The end is that of a range that begins here; ranges end on their last character. */
function placeAt(point: Point, ranges: z.output<typeof Range>[], files: string[]): Location | undefined {
  const file = files[point.file]
  if (file === undefined) return undefined
  const end = ranges.find(([start]) => isSame(start, point))?.[1]
  return { file, line: point.line, column: point.col, endLine: end?.line, endColumn: end && end.col + 1 }
}

function isSame(a: Point, b: Point): boolean {
  return a.file === b.file && a.line === b.line && a.col === b.col
}

function fixOf({ fixits, message }: Piece, files: string[]): Fix[] {
  const edits = (fixits ?? []).flatMap(({ remove_range: [start, end], insert_string: text }) => {
    const place = placeAt(start, [[start, end]], files)
    return place ? [{ ...place, text }] : []
  })
  return edits.length > 0 ? [{ description: message || "Clang's own fix", edits }] : []
}
