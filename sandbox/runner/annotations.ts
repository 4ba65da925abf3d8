import { isAbsolute, relative, sep } from 'node:path'

export type Level = 'error' | 'warning' | 'notice'

export interface Annotation {
  level: Level
  message: string
  file?: string
  startLine?: number
  endLine?: number
  startColumn?: number
  endColumn?: number
  title?: string
}

export const maxAnnotationsPerLevel = 10 // actions/runner, ExecutionContext.cs: _maxCountPerIssueType
const maxMessageLength = 4096 // actions/runner, ExecutionContext.cs: _maxIssueMessageLength

interface Place {
  startLine?: number
  endLine?: number
  startColumn?: number
  endColumn?: number
}

export function annotationOf(
  level: Level,
  message: string,
  properties: Record<string, string>,
  workspace: string,
): Annotation {
  return {
    level,
    message: message.slice(0, maxMessageLength),
    ...(properties.file ? { file: insideWorkspace(properties.file, workspace) } : {}),
    ...repaired(placeOf(properties)),
    ...(properties.title ? { title: properties.title } : {}),
  }
}

function insideWorkspace(file: string, workspace: string): string {
  if (!isAbsolute(file)) return file
  const path = relative(workspace, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/')
}

function placeOf(properties: Record<string, string>): Place {
  return {
    startLine: wholeNumber(properties.line),
    endLine: wholeNumber(properties.endline),
    startColumn: wholeNumber(properties.col),
    endColumn: wholeNumber(properties.endcolumn),
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined
}

/** The runner's own order of repairs: actions/runner, ActionCommandManager.cs, ValidateLinesAndColumns. */
function repaired(place: Place): Place {
  const startLine = place.startLine ?? place.endLine
  const startColumn = place.startColumn ?? place.endColumn
  const onOneLine = startLine !== undefined && (place.endLine === undefined || place.endLine === startLine)
  return {
    ...range('startLine', 'endLine', startLine, place.endLine),
    ...(onOneLine ? range('startColumn', 'endColumn', startColumn, place.endColumn) : {}),
  }
}

function range(first: keyof Place, last: keyof Place, start: number | undefined, end: number | undefined): Place {
  if (start === undefined || (end !== undefined && end < start)) return {}
  return end === undefined ? { [first]: start } : { [first]: start, [last]: end }
}
