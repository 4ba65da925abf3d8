import { mistake, takeMatch, takeOne } from '../regexp/cursor.ts'
import { edge, literal, type Node, unit } from '../regexp/syntax.ts'
import { type Builder, closeGroup, last, nextChoice, openGroup, quantify, type Times } from './builder.ts'
import { classOf } from './classes.ts'

const controls: Record<string, string> = { t: '\t', e: '\x1b' }
const times: Record<string, Times> = {
  '+': { min: 1, max: Infinity },
  '=': { min: 0, max: 1 },
  '?': { min: 0, max: 1 },
}

/**
 * What `%\` begins: Vim's own regular expressions, as far as they can be matched in linear time. Nothing is returned for
 * what only changes what stands before it, or opens a group.
 */
export function vimAtom(builder: Builder, at: number): Node | undefined {
  // Operators may have percent signs of their own: `%\%%(`, `%\%+`.
  takeMatch(builder, /%{1,2}(?=[+=?(){|@])/y)
  if (isCounted(builder, at)) return undefined
  const look = lookOf(builder, at)
  if (look) return look
  const letter = takeOne(builder)
  if (Object.hasOwn(operators, letter)) return operators[letter]!(builder, at)
  const units = classOf(letter)
  if (units) return unit(units)
  if (Object.hasOwn(controls, letter)) return literal(controls[letter]!)
  if (letter === '' || /[a-z\d@&{~_]/i.test(letter))
    throw mistake(builder, `\`${builder.text.slice(at, builder.at)}\` is not read`, at)
  return literal(letter)
}

const operators: Record<string, (builder: Builder, at: number) => Node | undefined> = {
  '+': repeated,
  '=': repeated,
  '?': repeated,
  '(': (builder) => void openGroup(builder),
  ')': endGroup,
  '|': (builder) => void nextChoice(builder),
  '<': () => edge('word'),
  '>': () => edge('word'),
  b: () => edge('word'),
  c: (builder) => withCase(builder, true),
  C: (builder) => withCase(builder, false),
}

function repeated(builder: Builder, at: number): undefined {
  quantify(builder, times[builder.text[builder.at - 1]!]!, at)
}

function withCase(builder: Builder, ignoreCase: boolean): undefined {
  builder.ignoreCase = ignoreCase
}

function endGroup(builder: Builder, at: number): Node {
  if (builder.open.length === 1) throw mistake(builder, 'a group is closed that was not opened', at)
  return closeGroup(builder)
}

/** `\{1,3}`, `\{-1,}`, `\{-}`: how often, and whether as few times as will do. */
function isCounted(builder: Builder, at: number): boolean {
  const [found, few, low, comma, high] = takeMatch(builder, /\{(-?)(\d{0,3})(,?)(\d{0,3})\\?\}/y) ?? []
  if (found === undefined) return false
  const min = low ? Number(low) : 0
  const max = high ? Number(high) : low && !comma ? min : Infinity
  if (max < min) throw mistake(builder, `\`${found}\` ends before it begins`, at)
  quantify(builder, { min, max, lazy: few === '-' }, at)
  return true
}

/** `\@=`, `\@!`, `\@<=`, `\@<!`: what stands before it is an assertion. */
function lookOf(builder: Builder, at: number): Node | undefined {
  const [, behind, sign] = takeMatch(builder, /@(<?)([=!])/y) ?? []
  if (sign === undefined) return undefined
  const node = last(builder, at)
  if (node.kind === 'group') throw mistake(builder, 'an assertion captures nothing', at)
  return { kind: 'look', node, behind: behind === '<', negative: sign === '!' }
}
