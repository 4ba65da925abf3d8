/** A workflow command, in either of the two syntaxes the runner reads: actions/runner, ActionCommand.cs. */
export interface Command {
  /** Lower case: the runner does not look at case. */
  name: string
  properties: Record<string, string>
  data: string
}

type Escape = readonly [code: string, character: string]

const escapedData: Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
]
const escapedProperty: Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
]
const escapedOldStyle: Escape[] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
]

/** What .NET trims; JavaScript takes U+FEFF for space and U+0085 not. */
const leadingSpace = /^(?:\u0085|(?!\ufeff)\s)+/

/** Only known names make a command; any other line is text. */
export function parseCommand(line: string, known: ReadonlySet<string>): Command | undefined {
  return parseNew(line, known) ?? parseOld(line, known)
}

/** `::name key=value,key=value::data`, at the start of the line. */
function parseNew(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.replace(leadingSpace, '')
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  const { name, rest } = headOf(text.slice(2, end))
  if (!known.has(name)) return undefined
  return {
    name,
    properties: propertiesOf(rest.trim(), ',', escapedProperty),
    data: unescaped(text.slice(end + 2), escapedData),
  }
}

/** `##[name key=value;key=value]data`, anywhere in the line; only the first `##[` counts. */
function parseOld(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const { name, rest } = headOf(line.slice(start + 3, end))
  if (!known.has(name)) return undefined
  return {
    name,
    properties: propertiesOf(rest, ';', escapedOldStyle),
    data: unescaped(line.slice(end + 1), escapedOldStyle),
  }
}

function headOf(head: string): { name: string; rest: string } {
  const space = head.indexOf(' ')
  if (space < 0) return { name: head.toLowerCase(), rest: '' }
  return { name: head.slice(0, space).toLowerCase(), rest: head.slice(space + 1) }
}

function propertiesOf(text: string, separator: string, escapes: Escape[]): Record<string, string> {
  const properties: Record<string, string> = Object.create(null)
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf('=')
    const value = pair.slice(equals + 1)
    if (equals > 0 && value !== '') properties[pair.slice(0, equals).toLowerCase()] = unescaped(value, escapes)
  }
  return properties
}

function unescaped(text: string, escapes: Escape[]): string {
  return escapes.reduce((result, [code, character]) => result.replaceAll(code, character), text)
}
