import { mistake, take, takeMatch, takeOne } from '../regexp/cursor.ts'
import { edge, literal, type Node, repeat, sequence, unit } from '../regexp/syntax.ts'
import { complement, digits, notNewline, spaces, type Units, unitsOf } from '../regexp/units.ts'
import { withAnyCase } from './any-case.ts'
import { add, type Builder, builderOf, closeGroup, type Item, quantify, type Times } from './builder.ts'
import { classOf, fileUnits, setOf } from './classes.ts'
import { vimAtom } from './vim-atoms.ts'

export type Parsed = Pick<Builder, 'prefix' | 'flag' | 'startsHere' | 'items' | 'typeAndNumber'> & { node: Node }

const number = repeat(unit(digits), 1, Infinity)
const some = repeat(unit(notNewline), 1, Infinity)

const patterns: Record<Exclude<Item, 'f'>, Node> = {
  // A rule; Vim, which only shows it, lets it have blanks.
  o: repeat(unit(complement(spaces)), 1, Infinity),
  b: number,
  n: number,
  l: number,
  e: number,
  c: number,
  k: number,
  t: unit(notNewline),
  m: some,
  r: repeat(unit(notNewline), 0, Infinity),
  p: repeat(unit(unitsOf('- \t.')), 0, Infinity),
  v: number,
  s: some,
}

/** Reads one format of Vim's 'errorformat'. Throws a plain `Error` with the place. */
export function parseFormat(text: string): Parsed {
  const builder = builderOf(text)
  const [, flag = '', prefix = ''] = takeMatch(builder, /%([+-]?)([DXAEWINCZGOPQ])/y) ?? []
  builder.flag = flag as Builder['flag']
  builder.prefix = prefix as Builder['prefix']
  while (builder.at < text.length) {
    const node = atom(builder)
    if (node) add(builder, node)
  }
  if (builder.open.length > 1) throw mistake(builder, 'a group is opened and not closed')
  const body = closeGroup(builder)
  const node = sequence([edge('start'), builder.ignoreCase ? withAnyCase(body) : body, edge('end')])
  const { startsHere, items, typeAndNumber } = builder
  return { prefix: builder.prefix, flag: builder.flag, startsHere, items, typeAndNumber, node }
}

/** The next piece of the format; nothing for what only changes what stands before it, or opens a group. */
function atom(builder: Builder): Node | undefined {
  const at = builder.at
  const letter = takeOne(builder)
  if (letter === '%') return conversion(builder, at)
  // Takes off the meaning of whatever follows: a comma, a blank at the start, a quote as `:set` wants it.
  return literal((letter === '\\' && takeOne(builder)) || letter)
}

function conversion(builder: Builder, at: number): Node | undefined {
  const letter = takeOne(builder)
  if (letter === '') throw mistake(builder, 'a `%`, and nothing follows', at)
  if (letter === 'f' || Object.hasOwn(patterns, letter)) return item(builder, letter as Item, at)
  if (Object.hasOwn(signs, letter)) return signs[letter]!(builder, at)
  if (/[-DXAEWINCZGOPQ]/.test(letter)) throw mistake(builder, `\`%${letter}\` stands at the start of a format only`, at)
  throw mistake(builder, `there is no \`%${letter}\`; a percent sign is written \`%%\``, at)
}

const signs: Record<string, (builder: Builder, at: number) => Node | undefined> = {
  '%': () => literal('%'),
  '.': () => unit(notNewline),
  '#': (builder, at) => times(builder, { min: 0, max: Infinity }, at),
  '+': (builder, at) => times(builder, { min: 1, max: Infinity }, at),
  '?': (builder, at) => times(builder, { min: 0, max: 1 }, at),
  '^': () => edge('start'),
  $: () => edge('end'),
  '[': (builder) => unit(setOf(builder)),
  '*': (builder, at) => repeat(unit(scanned(builder, at)), 1, Infinity),
  '\\': vimAtom,
  '>': startHere,
}

function times(builder: Builder, given: Times, at: number): undefined {
  quantify(builder, given, at)
}

function startHere(builder: Builder): undefined {
  builder.startsHere = true
}

function item(builder: Builder, letter: Item, at: number): Node {
  const { items, prefix, text } = builder
  if (items.has(letter)) throw mistake(builder, `\`%${letter}\` stands there twice`, at)
  if (/[DXOPQ]/.test(prefix) && !/[fbr]/.test(letter))
    throw mistake(builder, `\`%${letter}\` has no meaning in a format that begins with \`%${prefix}\``, at)
  if (letter === 'r' && !/[OPQ]/.test(prefix))
    throw mistake(builder, '`%r` is only for formats that begin with `%O`, `%P` or `%Q`', at)
  if (builder.open.length > 1) throw mistake(builder, `\`%${letter}\` cannot stand within a group`, at)
  items.set(letter, items.size + 1)
  if (letter === 'n' && text.slice(at - 2, at) === '%t') builder.typeAndNumber = true
  const node = letter === 'f' ? fileNode(text.slice(builder.at)) : patterns[letter]
  return { kind: 'group', node, slot: { number: items.size } }
}

/** As Vim has it: up to what follows; before a `%` or a backslash only what names of files are made of. */
function fileNode(rest: string): Node {
  if (rest === '') return some
  if (/^(?:%|\\[^, :"])/.test(rest)) return repeat(unit(fileUnits), 1, Infinity)
  return repeat(unit(notNewline), 1, Infinity, true)
}

/** `%*[^:]`, `%*\d`: scanf's conversion that keeps nothing. */
function scanned(builder: Builder, at: number): Units {
  if (take(builder, '[')) return setOf(builder)
  const units = take(builder, '\\') ? classOf(takeOne(builder)) : undefined
  if (units) return units
  throw mistake(builder, 'behind `%*` a set like `[^:]` or a class like `\\d` must follow', at)
}
