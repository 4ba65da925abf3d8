import type { Budget } from '../regexp/index.ts'
import type { Format } from './format.ts'
import { type Said, saidBy } from './line.ts'

/** One entry of Vim's quickfix list that names an error: a line, or several that belong together. */
export type Entry = Omit<Said, 'format' | 'rest'>

export interface Scan {
  entries: Entry[]
  /** Lines that a format matches, those aside that only a format for all lines matches. */
  known: number
}

/** Whether a text is the name of a file that is there. */
export type Exists = (path: string) => boolean

interface State extends Scan {
  formats: Format[]
  budget: Budget
  exists: Exists
  /** A message of several lines is being read, or left out. */
  multiline: 'no' | 'read' | 'left out'
  folders: string[]
  files: string[]
  /** Where the next line begins to try: `%>`. */
  from: number
}

/** Reads lines as Vim does: each is tried on every format in turn, and the first that matches decides. */
export function scan(lines: Iterable<{ line: string }>, given: Pick<State, 'formats' | 'budget' | 'exists'>): Scan {
  const state: State = { ...given, entries: [], known: 0, multiline: 'no', folders: [], files: [], from: 0 }
  for (const { line } of lines) readLine(state, line)
  return { entries: state.entries, known: state.known }
}

function readLine(state: State, line: string): void {
  const said = firstMatch(state, line, true)
  if (!said) {
    state.multiline = 'no'
    return
  }
  if (!said.format.ignoresAll) state.known++
  take(state, said)
  // Behind a file's name the line may go on.
  let rest = said.rest?.trimStart()
  for (let times = 0; rest && times < 100; times++) {
    const more = firstMatch(state, rest, false)
    if (!more) return
    take(state, more)
    rest = more.rest?.trimStart()
  }
}

/** For what is left of a line, formats of whole lines count, and those for names of files again. */
function firstMatch(state: State, line: string, isWhole: boolean): Said | undefined {
  const { formats, multiline, from } = state
  if (isWhole) state.from = 0
  for (const [index, format] of formats.entries()) {
    if (isWhole && index < from) continue
    if (/[CZ]/.test(format.prefix) && multiline === 'no') continue
    const said = saidBy(format, line, state.budget)
    if (!said || !isPlausible(state, said, line)) continue
    if (format.startsHere) state.from = index
    return said
  }
  return undefined
}

/**
 * Vim takes a line for the name of a file only when there is such a file. A report may come from another machine: there
 * it must look like a path, and no format for anything else may match it.
 */
function isPlausible({ formats, exists, budget }: State, { format, file }: Said, line: string): boolean {
  if (file === undefined || !/[OPQ]/.test(format.prefix) || exists(file)) return true
  if (!/^(?:[A-Za-z]:)?[^\s:]*[./\\][^\s:]*$/.test(file)) return false
  return !formats.some(
    (other) => !/[OPQ]/.test(other.prefix) && !other.ignoresAll && other.matcher.match(line, budget) !== undefined,
  )
}

function take(state: State, said: Said): void {
  const { prefix, flag } = said.format
  if (prefix === 'C' || prefix === 'Z') goOn(state, said)
  else if (prefix !== '' && /[DXOPQ]/.test(prefix)) enter(state, said)
  else {
    if (/[AEWIN]/.test(prefix)) state.multiline = flag === '-' ? 'left out' : 'read'
    else if (flag === '-' && state.multiline === 'read') state.multiline = 'left out'
    const { format, rest, ...entry } = said
    if (flag !== '-') state.entries.push({ ...entry, file: placed(state, said.file) })
  }
}

/** A folder or a file that following lines belong to begins, or ends. */
function enter({ folders, files }: State, { format: { prefix }, file }: Said): void {
  if (prefix === 'D') folders.push(file ?? '')
  else if (prefix === 'X') folders.pop()
  else if (prefix === 'P' && file) files.push(file)
  else if (prefix === 'Q') files.pop()
}

/** A file is named from the folder that was entered; without one, the entry belongs to the file named before. */
function placed({ folders, files }: State, file = files.at(-1)): string | undefined {
  const folder = folders.at(-1)
  if (file === undefined || !folder || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(file)) return file
  return `${folder.replace(/\/+$/, '')}/${file}`
}

/** The next line of a message: what the entry lacks is filled in, and the words are added. */
function goOn(state: State, said: Said): void {
  const entry = state.entries.at(-1)
  if (entry && state.multiline === 'read' && said.format.flag !== '-') {
    entry.message = [entry.message, said.message].filter(Boolean).join('\n')
    entry.cells = entry.column ? entry.cells : said.cells
    entry.line ||= said.line
    entry.endLine ||= said.endLine
    entry.column ||= said.column
    entry.endColumn ||= said.endColumn
    entry.type ??= said.type
    entry.number ??= said.number
    entry.rule ??= said.rule
    entry.file ??= placed(state, said.file)
  }
  if (said.format.prefix === 'Z') state.multiline = 'no'
}
