import type { Region, Result, Run } from 'sarif'
import { type ColumnUnit, columnUnit, isConverted, markedUnit } from '../model/columns.ts'
import { grouped } from '../model/grouped.ts'
import { type Position, utf16ColumnsOf } from './column-sweep.ts'
import { sourcePath } from './fingerprints.ts'
import { type Offset, placesOf } from './offset-sweep.ts'
import { mapRegions } from './regions.ts'
import { changed, mapped } from './repair-change.ts'

/** Where sources are; `read` gives a file's bytes by its path from there, undefined for what is not to be read. */
export interface SourceBytes {
  root: string
  read(path: string): Uint8Array | undefined
}

/**
 * Maps the columns of a converter's run, in whatever unit its tool counts, to UTF-16 code units, and offsets to lines
 * and columns, with the source files at hand. `columnKind` then says what is true: where a file is missing and every
 * column counts code points, nothing is mapped; where one is missing and SARIF has no word for its unit, none is said.
 * SARIF that a tool wrote itself comes back as it is.
 */
export function utf16Columns(run: Run, sources: SourceBytes): Run {
  if (!isConverted(run)) return run
  const survey = surveyed(run)
  const answers = survey.questions.length > 0 ? answered(survey.questions, sources) : []
  // Columns stay as they are there; offsets without columns are as true as they were.
  const isMissing = survey.questions.some(
    ({ region, unit }, at) => answers[at] === undefined && hasColumns(region) && unit !== 'utf16CodeUnits',
  )
  const kind = kindOf(survey.units, isMissing)
  let next = 0
  const answer = (region: Region, unit: ColumnUnit | undefined) =>
    isQuestion(region, unit) ? (answers[next++] ?? region) : region
  const isAnswered = answers.some((region) => region !== undefined)
  const measured = isAnswered && kind !== 'unicodeCodePoints' ? mapRegions(run, answer) : run
  return { ...withoutMarks(measured), ...(kind && { columnKind: kind }) }
}

/** A region that only the source can place. */
interface Question {
  region: Region
  /** Undefined where only its offsets are known. */
  unit: ColumnUnit | undefined
  uri: string
}

interface Survey {
  questions: Question[]
  /** The units of all columns and offsets of the run, also of those that are as SARIF wants them. */
  units: Set<ColumnUnit | 'bytes' | 'unknown'>
}

function surveyed(run: Run): Survey {
  const survey: Survey = { questions: [], units: new Set() }
  mapRegions(run, (region, unit, uri) => {
    if (isQuestion(region, unit)) survey.questions.push({ region, unit, uri })
    if (offsetOf(region)) survey.units.add('bytes')
    else if (hasColumns(region)) survey.units.add(unit ?? 'unknown')
    return region
  })
  const declared = markedUnit(run)
  if (survey.units.size === 0 && declared) survey.units.add(declared)
  return survey
}

function isQuestion(region: Region, unit: ColumnUnit | undefined): boolean {
  if (offsetOf(region)) return true
  return hasColumns(region) && unit !== undefined && unit !== 'utf16CodeUnits'
}

function hasColumns({ startColumn, endColumn }: Region): boolean {
  return startColumn !== undefined || endColumn !== undefined
}

function offsetOf({ byteOffset, byteLength = 0, charOffset, charLength = 0 }: Region): [Offset, Offset] | undefined {
  if (byteOffset !== undefined)
    return [
      { at: byteOffset, unit: 'bytes' },
      { at: byteOffset + byteLength, unit: 'bytes' },
    ]
  if (charOffset === undefined) return undefined
  return [
    { at: charOffset, unit: 'utf16' },
    { at: charOffset + charLength, unit: 'utf16' },
  ]
}

/** What each question's region becomes; undefined where its file is missing. Each file is read once, and let go again. */
function answered(questions: Question[], { root, read }: SourceBytes): (Region | undefined)[] {
  const byUri = grouped(questions.keys(), (at) => questions[at]!.uri)
  const answers: (Region | undefined)[] = questions.map(() => undefined)
  for (const [uri, there] of byUri) {
    const path = sourcePath(uri, root)
    const bytes = path === undefined ? undefined : read(path)
    if (!bytes) continue
    const placed = withLines(
      bytes,
      there.map((at) => questions[at]!),
    )
    withColumns(bytes, placed).forEach((region, index) => {
      answers[there[index]!] = region
    })
  }
  return answers
}

type Placed = Pick<Question, 'region' | 'unit'>

/** The same with lines and columns of bytes in the place of offsets. */
function withLines(bytes: Uint8Array, questions: Question[]): Placed[] {
  const offsets = questions.flatMap(({ region }) => offsetOf(region) ?? [])
  if (offsets.length === 0) return questions
  const places = placesOf(bytes, offsets)
  let next = 0
  return questions.map((question) => {
    if (!offsetOf(question.region)) return question
    const [start, end] = [places[next++]!, places[next++]!]
    const { byteOffset: _a, byteLength: _b, charOffset: _c, charLength: _d, ...rest } = question.region
    const lines = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
    return { region: { ...rest, ...lines }, unit: 'utf8Bytes' }
  })
}

function withColumns(bytes: Uint8Array, placed: Placed[]): Region[] {
  const columns = utf16ColumnsOf(bytes, placed.flatMap(positionsOf))
  let next = 0
  return placed.map(({ region }) => {
    const startColumn = region.startColumn === undefined ? undefined : columns[next++]
    const endColumn = region.endColumn === undefined ? undefined : columns[next++]
    return changed(region, { startColumn, endColumn })
  })
}

function positionsOf({ region, unit = 'utf16CodeUnits' }: Placed): Position[] {
  const { startLine: line = 1, startColumn, endLine = line, endColumn } = region
  // An empty region stays one: it says where something is to be inserted.
  const isEnd = endLine !== line || endColumn !== (startColumn ?? 1)
  return [
    ...(startColumn === undefined ? [] : [{ line, column: startColumn, unit, isEnd: false }]),
    ...(endColumn === undefined ? [] : [{ line: endLine, column: endColumn, unit, isEnd }]),
  ]
}

function kindOf(units: Survey['units'], isMissing: boolean): Run['columnKind'] {
  if (units.size === 0 || units.has('unknown')) return undefined
  if (!isMissing) return 'utf16CodeUnits'
  return units.size === 1 && units.has('unicodeCodePoints') ? 'unicodeCodePoints' : undefined
}

function withoutMarks(run: Run): Run {
  const { columnKind: _said, ...rest } = withoutMark(run)
  return changed(rest, { results: run.results && mapped(run.results, (result) => withLine(withoutMark(result))) })
}

/** GitHub takes no result without a line, so where an offset could not be looked up it has the first one. */
function withLine(result: Result): Result {
  const first = result.locations?.[0]
  const region = first?.physicalLocation?.region
  if (!region || region.startLine !== undefined) return result
  const physicalLocation = { ...first.physicalLocation, region: { ...region, startLine: 1 } }
  return { ...result, locations: [{ ...first, physicalLocation }, ...result.locations!.slice(1)] }
}

function withoutMark<T extends Pick<Result, 'properties'>>(bearer: T): T {
  if (bearer.properties?.[columnUnit] === undefined) return bearer
  const { [columnUnit]: _mark, ...properties } = bearer.properties
  const { properties: _all, ...rest } = bearer
  return (Object.keys(properties).length > 0 ? { ...rest, properties } : rest) as T
}
