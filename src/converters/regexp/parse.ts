import { type Cursor, mistake, take, takeMatch, takeOne } from './cursor.ts'
import { escaped, setOf } from './parse-escape.ts'
import { choice, type Edge, edge, type Node, repeat, type Slot, type Syntax, sequence, unit } from './syntax.ts'
import { anyUnit, inAnyCase, notNewline, type Units, unitsOf } from './units.ts'

/** Groups within groups; deeper ones would only exhaust the stack. */
const deepest = 50

interface Flags {
  i: boolean
  s: boolean
}

interface Parser extends Cursor {
  slots: Slot[]
  depth: number
  flags: Flags
  /** How many assertions we are in: nothing is captured there. */
  looking: number
}

/**
 * Reads a pattern as .NET does in ECMAScript mode, which GitHub's runner uses for problem matchers: groups without a name
 * are numbered before those with one. What no linear matcher can do (back-references, atomic groups, conditions) is
 * refused. Throws a plain `Error` with the place.
 */
export function parsePattern(text: string): Syntax {
  const parser: Parser = { text, at: 0, slots: [], depth: 0, flags: { i: false, s: false }, looking: 0 }
  const node = choices(parser)
  if (parser.at < text.length) throw mistake(parser, 'a parenthesis is closed that was not opened')
  const { slots } = parser
  const ordered = [...slots.filter(({ name }) => name === undefined), ...slots.filter(({ name }) => name !== undefined)]
  ordered.forEach((slot, index) => {
    slot.number = index + 1
  })
  const names = new Map(ordered.flatMap(({ name, number }) => (name === undefined ? [] : [[name, number]])))
  return { node, groups: slots.length + 1, names }
}

function choices(parser: Parser): Node {
  // Flags that are set within a group hold until it ends.
  const before = parser.flags
  const found = [branch(parser)]
  while (take(parser, '|')) found.push(branch(parser))
  parser.flags = before
  return choice(found)
}

function branch(parser: Parser): Node {
  const nodes: Node[] = []
  while (parser.at < parser.text.length && !/[|)]/.test(parser.text[parser.at]!)) {
    const node = atom(parser)
    if (node) nodes.push(quantified(parser, node))
  }
  return sequence(nodes)
}

const edges: Record<string, Edge> = { '\\b': 'word', '\\B': 'noWord', '\\A': 'start', '\\z': 'end', '\\Z': 'end' }

function atom(parser: Parser): Node | undefined {
  const at = parser.at
  const [mark] = takeMatch(parser, /\\[bBAzZ]/y) ?? []
  if (mark) return edge(edges[mark]!)
  const letter = takeOne(parser)
  if (letter === '^') return edge('start')
  if (letter === '$') return edge('end')
  if (letter === '(') return group(parser)
  if (letter === '.') return unit(parser.flags.s ? anyUnit : notNewline)
  if (letter === '[') return unit(setOf(parser, parser.flags.i))
  if (/[*+?]/.test(letter)) throw mistake(parser, `\`${letter}\` repeats what stands before it, and nothing does`, at)
  if (letter !== '\\') return unit(cased(parser, unitsOf(letter)))
  if (/[1-9k]/.test(parser.text[parser.at] ?? ''))
    throw mistake(parser, 'a back-reference cannot be matched in linear time, and is not read', at)
  return unit(cased(parser, escaped(parser)))
}

function cased({ flags }: Parser, units: Units): Units {
  return flags.i ? inAnyCase(units) : units
}

function quantified(parser: Parser, node: Node): Node {
  const at = parser.at
  const [found, low, comma, high] = takeMatch(parser, /[*+?]|\{(\d{1,4})(,)?(\d{1,4})?\}/y) ?? []
  if (found === undefined) return node
  const lazy = take(parser, '?')
  if (low === undefined) return repeat(node, found === '+' ? 1 : 0, found === '?' ? 1 : Infinity, lazy)
  const min = Number(low)
  const max = high === undefined ? (comma ? Infinity : min) : Number(high)
  if (max < min) throw mistake(parser, `\`${found}\` ends before it begins`, at)
  return repeat(node, min, max, lazy)
}

/** The group whose parenthesis was just taken; nothing for one that only sets flags. */
function group(parser: Parser): Node | undefined {
  const opened = parser.at - 1
  if (++parser.depth > deepest) throw mistake(parser, `groups are nested deeper than ${deepest}`, opened)
  const [flagged, on = '', off = '', colon] = takeMatch(parser, /\?([a-z]*)(?:-([a-z]+))?([:)])/y) ?? []
  const found = flagged === undefined ? special(parser, opened) : withFlags(parser, opened, { on, off, colon })
  parser.depth--
  return found
}

function withFlags(parser: Parser, opened: number, { on, off, colon }: Record<string, string | undefined>) {
  const before = parser.flags
  const strange = `${on}${off}`.replace(/[ims]/g, '')
  if (strange) throw mistake(parser, `the flag \`${strange[0]}\` is not read`, opened)
  const set = (flag: 'i' | 's') => (before[flag] || on!.includes(flag)) && !off!.includes(flag)
  parser.flags = { i: set('i'), s: set('s') }
  if (colon === ')') return undefined
  const node = closed(parser, opened)
  parser.flags = before
  return node
}

function special(parser: Parser, opened: number): Node {
  const [look] = takeMatch(parser, /\?<?[=!]/y) ?? []
  if (look) {
    parser.looking++
    const node = closed(parser, opened)
    parser.looking--
    return { kind: 'look', node, behind: look.includes('<'), negative: look.includes('!') }
  }
  const [, angled, quoted] = takeMatch(parser, /\?(?:<([a-z_]\w*)>|'([a-z_]\w*)')/iy) ?? []
  const name = angled ?? quoted
  if (name === undefined && take(parser, '?'))
    throw mistake(parser, 'this kind of group is not read; `(…)`, `(?:…)`, `(?<name>…)` and assertions are', opened)
  if (parser.looking > 0)
    throw mistake(parser, 'a group within an assertion captures nothing here; write `(?:…)`', opened)
  const slot: Slot = { number: 0, name }
  if (name !== undefined && parser.slots.some((other) => other.name === name))
    throw mistake(parser, `two groups are named \`${name}\``, opened)
  parser.slots.push(slot)
  return { kind: 'group', node: closed(parser, opened), slot }
}

function closed(parser: Parser, opened: number): Node {
  const node = choices(parser)
  if (!take(parser, ')')) throw mistake(parser, 'a parenthesis is opened and not closed', opened)
  return node
}
