import { definitions } from './schema-definitions.ts'

/** What a value must be, as the code of a property says. */
export type Shape =
  | { kind: 'string'; pattern?: string }
  | { kind: 'number' | 'integer'; minimum?: number; maximum?: number }
  | { kind: 'boolean' }
  | { kind: 'word'; words: string[] }
  | { kind: 'list'; items: Shape; isUnique: boolean; minItems: number }
  | { kind: 'dictionary'; values: Shape }
  | { kind: 'object'; definition: string }

export interface Definition {
  properties: Map<string, Shape>
  required: string[]
  /** One of these at least. */
  anyOf: string[]
  /** One of these, and no two. */
  oneOf: string[]
  /** Anything else may be there too, as in a property bag. */
  isOpen: boolean
}

const read = new Map<string, Definition>()

/** A definition of the schema by its name; read when first asked for. */
export function definitionOf(name: string): Definition {
  const known = read.get(name) ?? parseDefinition(definitions[name]!)
  read.set(name, known)
  return known
}

function parseDefinition(text: string): Definition {
  const definition: Definition = { properties: new Map(), required: [], anyOf: [], oneOf: [], isOpen: false }
  for (const entry of text.split(' ')) {
    const [, name, mark, code] = /^([^:!]+)(!?):(.*)$/.exec(entry)!
    if (name === '|') definition.anyOf = code!.split(',')
    else if (name === '^') definition.oneOf = code!.split(',')
    else if (name === '*') definition.isOpen = true
    else definition.properties.set(name!, parseCode(code!))
    if (mark) definition.required.push(name!)
  }
  return definition
}

/**
 * `s` string (`s~` and a pattern), `b` boolean, `i` integer and `n` number (with `least..most`), `=a|b` one of these words,
 * `@name` a definition, `{}` a dictionary of what follows, `[]` a list of what follows: `[!2]` of at least two, all different.
 */
function parseCode(code: string): Shape {
  const rest = code.slice(1)
  switch (code[0]) {
    case 's':
      return rest === '' ? { kind: 'string' } : { kind: 'string', pattern: rest.slice(1) }
    case 'b':
      return { kind: 'boolean' }
    case '=':
      return { kind: 'word', words: rest.split('|') }
    case '@':
      return { kind: 'object', definition: rest }
    case '{':
      return { kind: 'dictionary', values: parseCode(code.slice(2)) }
    case '[':
      return parseList(code)
    default:
      return { kind: code[0] === 'i' ? 'integer' : 'number', ...parseRange(rest) }
  }
}

function parseList(code: string): Shape {
  const [, isUnique, minItems, items] = /^\[(!?)(\d*)\](.*)$/.exec(code)!
  return { kind: 'list', isUnique: isUnique !== '', minItems: Number(minItems), items: parseCode(items!) }
}

function parseRange(range: string): { minimum?: number; maximum?: number } {
  const [minimum, maximum] = range.split('..')
  return { ...(minimum && { minimum: Number(minimum) }), ...(maximum && { maximum: Number(maximum) }) }
}
