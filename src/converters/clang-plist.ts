import type { Finding, Fix, Location, Place, Tool } from '../model/finding.ts'
import { present } from '../model/sarif.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { readPlist } from './read/plist.ts'
import { array, nullish, number, type Of, object, string, tuple } from './read/shape.ts'
import { hasXmlRoot } from './report.ts'

const Point = object({ line: number, col: number, file: number })
const Range = tuple([Point, Point])
/** A step of the path, or a note. Steps of the kind `control` have edges in the place of a location. */
const Piece = object({
  kind: nullish(string),
  location: nullish(Point),
  ranges: nullish(array(Range)),
  message: nullish(string),
  fixits: nullish(array(object({ remove_range: Range, insert_string: string }))),
})
const Diagnostic = object({
  description: string,
  category: nullish(string),
  type: nullish(string),
  check_name: nullish(string),
  location: Point,
  path: nullish(array(Piece)),
  notes: nullish(array(Piece)),
  issue_hash_content_of_line_in_context: nullish(string),
  issue_context: nullish(string),
  issue_context_kind: nullish(string),
})
const Plist = object({
  clang_version: nullish(string),
  files: array(string),
  diagnostics: array(Diagnostic),
})
type Piece = Of<typeof Piece>
type Point = Of<typeof Point>

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

function toFinding(diagnostic: Of<typeof Diagnostic>, files: string[]): Finding {
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
function placeAt(point: Point, ranges: Of<typeof Range>[], files: string[]): Location | undefined {
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
