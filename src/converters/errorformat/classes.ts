import { type Cursor, mistake, take, takeMatch, takeOne } from '../regexp/cursor.ts'
import { complement, digits, ranges, type Units, union, unitsOf, wordUnits } from '../regexp/units.ts'

/** Vim's `isfname` on Unix, and the backslash: what names of files are made of. */
export const fileUnits = ranges('a-zA-Z0-9/._+,#$%~=@\\-')

/** The classes of Vim's patterns; a capital letter is what the class is not. */
const classes: Record<string, Units> = {
  a: ranges('a-zA-Z'),
  d: digits,
  f: fileUnits,
  h: ranges('a-zA-Z_'),
  l: ranges('a-z'),
  o: ranges('0-7'),
  s: unitsOf(' \t'),
  u: ranges('A-Z'),
  w: wordUnits,
  x: ranges('0-9a-fA-F'),
}

/** The class of this letter; undefined when there is none. */
export function classOf(letter: string): Units | undefined {
  if (Object.hasOwn(classes, letter)) return classes[letter]
  const lower = letter.toLowerCase()
  return Object.hasOwn(classes, lower) && lower !== 'f' ? complement(classes[lower]!) : undefined
}

/** The set whose opening bracket was just taken; `%` may stand before what has a meaning of its own. */
export function setOf(cursor: Cursor): Units {
  const opened = cursor.at - 1
  const isNegative = takeMatch(cursor, /%?\^/y) !== undefined
  const parts: Units[] = []
  // A closing bracket that comes first is one of the set.
  for (let isFirst = true; isFirst || !take(cursor, ']'); isFirst = false) {
    if (cursor.at >= cursor.text.length) throw mistake(cursor, 'a bracket is opened and not closed', opened)
    parts.push(member(cursor))
  }
  return isNegative ? complement(union(...parts)) : union(...parts)
}

function member(cursor: Cursor): Units {
  const at = cursor.at
  const [, escaped] = takeMatch(cursor, /%?\\([a-z])/y) ?? []
  if (escaped !== undefined) {
    const units = escaped === 't' ? unitsOf('\t') : classOf(escaped)
    if (units) return units
    throw mistake(cursor, `there is no class \`\\${escaped}\``, at)
  }
  takeMatch(cursor, /%(?=[\\^$.~[])/y)
  const [, from, to] = takeMatch(cursor, /\\?([^\\])-([^\]])/sy) ?? []
  if (from !== undefined && to !== undefined) {
    if (to < from) throw mistake(cursor, 'a range ends before it begins', at)
    return [[from.charCodeAt(0), to.charCodeAt(0)]]
  }
  takeMatch(cursor, /\\(?=.)/sy)
  return unitsOf(takeOne(cursor))
}
