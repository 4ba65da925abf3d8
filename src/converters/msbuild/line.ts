import type { Place } from '../../model/finding.ts'

/** One line of Visual Studio's form: who complains, how loudly, and of what. */
export interface Line {
  /** Absent where no file is to blame: a tool speaks of itself. */
  place?: Place
  /** What stands where a file would: `LINK`, `CSC`. */
  tool: string
  /** In small letters: `error`, `fatal error`, `warning`, `info`, `message`, `note`; empty where none is said. */
  word: string
  code: string
  message: string
  /** The project being built, with its target framework. */
  project?: string
}

const words = '(fatal error|error|warning|information|info|message|note|suggestion|hint)'
// The first bracket with a number in it ends the path; others may be part of it.
const positioned =
  /^\s*(?:\d+>)?(\S.*?)\((\d{1,9})(?:-(\d{1,9})|,(\d{1,9})(?:-(\d{1,9})|,(\d{1,9}),(\d{1,9}))?)?\)\s?:\s?(.*)$/
const pretty = new RegExp(`^(\\S.*?):(\\d{1,9}):(\\d{1,9}) - ${words} (TS\\d+): (.*)$`)
const body = new RegExp(`^(?:[\\w ]{1,40} )??${words}(?: +([A-Za-z_][\\w.-]*))? ?: ?(.*)$`, 'i')
const unplaced = new RegExp(
  `^\\s*(?:\\d+>)?(?:(\\S[^(]*?) ?: )?(?:[\\w ]{1,40} )??${words} ([A-Za-z]+\\d+) ?: (.*)$`,
  'i',
)
/** Pylint's own template of this form has no word, but a code with its name and the object it is about. */
const pylint = /^\[([A-Z]\d{4}\([\w-]+\)).*?\] (.*)$/
const project = / \[([^[\]]+\.(?:\w*proj|slnx?)(?:::[^[\]]+)?)\]$/

/** The line at a place in a file; undefined when it is none. */
export function placedLine(text: string): Line | undefined {
  const typescript = pretty.exec(text)
  if (typescript) {
    const [, file = '', line, column, word = '', code = '', message = ''] = typescript
    return { place: { file, line: Number(line), column: Number(column) }, tool: '', word, code, message }
  }
  const match = positioned.exec(text)
  if (!match) return undefined
  const [, file = '', line, lastLine, column, lastColumn, endLine, endColumn, rest = ''] = match
  const said = bodyOf(rest) ?? (column ? foreignBodyOf(rest) : undefined)
  if (!said) return undefined
  const numbers = { line, column, endLine: endLine ?? lastLine, endColumn: endColumn ?? lastColumn }
  const at = Object.entries(numbers).flatMap(([name, digits]) => (digits ? [[name, Number(digits)]] : []))
  return { place: { file, ...Object.fromEntries(at) }, tool: '', ...said }
}

/** The line without a line number: of a tool, or of a whole file such as a project. */
export function unplacedLine(text: string): Line | undefined {
  const match = unplaced.exec(text)
  if (!match) return undefined
  const [, origin = '', word = '', code = '', rest = ''] = match
  const said = { word: word.toLowerCase(), code, ...withoutProject(rest) }
  const isFile = /[\\/]|\.\w+$/.test(origin)
  return { tool: isFile ? '' : origin, ...(isFile && { place: { file: origin } }), ...said }
}

function bodyOf(text: string): Omit<Line, 'place' | 'tool'> | undefined {
  const python = pylint.exec(text)
  if (python) return { word: '', code: python[1]!, message: python[2]! }
  const match = body.exec(text)
  if (!match) return undefined
  const [, word = '', code = '', rest = ''] = match
  return { word: word.toLowerCase(), code, ...withoutProject(rest) }
}

/** Build tools speak the user's language: any word may stand for a warning. */
function foreignBodyOf(text: string): Omit<Line, 'place' | 'tool'> {
  const [, code = '', rest = text] = /^[^:]*? ?([A-Z]{1,6}\d{3,5}) ?: (.*)$/.exec(text) ?? []
  return { word: '', code, ...withoutProject(rest) }
}

function withoutProject(text: string): Pick<Line, 'message' | 'project'> {
  const match = project.exec(text.trimEnd())
  return match ? { message: text.slice(0, match.index), project: match[1] } : { message: text.trimEnd() }
}
