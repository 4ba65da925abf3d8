import type { Budget } from '../regexp/index.ts'
import type { Item } from './builder.ts'
import type { Format } from './format.ts'

/** What one line says, by a format that matches it. */
export interface Said {
  format: Format
  file?: string
  rule?: string
  number?: string
  type?: string
  line?: number
  endLine?: number
  column?: number
  endColumn?: number
  /** The columns are those of a terminal: `%v` and `%p`. */
  cells?: boolean
  message: string
  /** What is left of the line behind a file's name: `%r`. */
  rest?: string
}

/** What the line says by this format; undefined when the format does not match it. */
export function saidBy(format: Format, line: string, budget: Budget): Said | undefined {
  const groups = format.matcher.match(line, budget)
  if (!groups) return undefined
  const item = (letter: Item) => groups[format.items.get(letter) ?? -1]
  const [type, number] = [item('t'), item('n')]
  return {
    format,
    file: item('f')?.trim() || undefined,
    rule: item('o') ?? (format.typeAndNumber && type && number ? `${type}${number}` : undefined),
    number,
    type: type ?? (/[EWIN]/.test(format.prefix) ? format.prefix : undefined),
    line: count(item('l')),
    endLine: count(item('e')),
    message: format.flag === '+' ? line : (item('m') ?? item('s') ?? ''),
    rest: item('r'),
    ...columnsOf(item),
  }
}

function columnsOf(item: (letter: Item) => string | undefined): Pick<Said, 'column' | 'endColumn' | 'cells'> {
  const pointer = item('p')
  const cell = item('v')
  const endColumn = count(item('k'))
  if (cell !== undefined) return { column: count(cell), endColumn, cells: true }
  return pointer === undefined
    ? { column: count(item('c')), endColumn }
    : { column: pointed(pointer), endColumn, cells: true }
}

/** The column that a pointer line's `^` stands in; a tab leads to the next stop of 8. */
function pointed(pointer: string): number {
  let column = 0
  for (const letter of pointer) column += letter === '\t' ? 8 - (column % 8) : 1
  return column + 1
}

function count(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}
