import { type Matcher, matcherFrom } from '../regexp/index.ts'
import type { Node } from '../regexp/syntax.ts'
import type { Item, Prefix } from './builder.ts'
import { type Parsed, parseFormat } from './parse.ts'

/** One format of the list, ready to be tried on a line. */
export interface Format {
  /** As the user wrote it. */
  text: string
  prefix: Prefix | ''
  /** `-` leaves the line out, `+` takes the whole line for the message. */
  flag: '+' | '-' | ''
  /** `%>`: the next line is tried from this format on. */
  startsHere: boolean
  matcher: Matcher
  items: Map<Item, number>
  /** `%t%n`, as in `E302`: together they name the rule. */
  typeAndNumber: boolean
  /** Leaves out whatever there is, so that it matches proves nothing. */
  ignoresAll: boolean
}

/** Compiles formats; throws a plain `Error` that names the format and the place. */
export function formatsOf(texts: string[]): Format[] {
  return texts.map((text, index) => {
    try {
      return formatOf(text)
    } catch (error) {
      throw new Error(`format ${index + 1}, \`${text}\`: ${(error as Error).message}`)
    }
  })
}

function formatOf(text: string): Format {
  const parsed = parseFormat(text)
  const { prefix, flag, startsHere, items, node } = parsed
  check(parsed)
  return {
    text,
    prefix,
    flag,
    startsHere,
    items,
    matcher: matcherFrom({ node, groups: items.size + 1, names: new Map() }),
    typeAndNumber: parsed.typeAndNumber,
    ignoresAll: flag === '-' && isAnything(node),
  }
}

/** Vim takes all of this, and then shows errors without a word; here it is a slip of the pen. */
function check({ prefix, flag, items }: Parsed): void {
  const says = flag === '+' || items.has('m') || items.has('s')
  if ((prefix === '' || (prefix === 'G' && flag === '')) && !says)
    throw new Error(
      'it says nothing of the message. Add `%m`, or begin with `%+G` to take the whole line. A comma that belongs to a format is written `\\,`',
    )
  if (prefix === 'D' && !items.has('f')) throw new Error('`%D` enters a folder, which `%f` must name')
}

function isAnything(node: Node): boolean {
  if (node.kind === 'sequence') return node.nodes.every(isAnything)
  if (node.kind === 'edge') return node.edge === 'start' || node.edge === 'end'
  return node.kind === 'repeat' && node.node.kind === 'unit' && node.node.units.reduce(width, 0) > 0xff00
}

function width(sum: number, [from, to]: readonly [number, number]): number {
  return sum + to - from + 1
}
