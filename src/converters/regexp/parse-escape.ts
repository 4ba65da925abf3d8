import { type Cursor, mistake, take, takeMatch, takeOne } from './cursor.ts'
import { complement, digits, inAnyCase, ranges, spaces, type Units, union, unitsOf, wordUnits } from './units.ts'

const classes: Record<string, Units> = {
  d: digits,
  D: complement(digits),
  s: spaces,
  S: complement(spaces),
  w: wordUnits,
  W: complement(wordUnits),
}

const controls: Record<string, string> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
}

/** What the escape stands for whose backslash was just taken, in a set or outside of one. */
export function escaped(cursor: Cursor): Units {
  const at = cursor.at - 1
  const code = takeMatch(cursor, /x([\da-f]{2})|u([\da-f]{4})|c([a-z])/iy)
  if (code) {
    const [, hex, long, control] = code
    const unit = control ? control.toUpperCase().charCodeAt(0) - 64 : Number.parseInt(hex ?? long ?? '', 16)
    return [[unit, unit]]
  }
  const letter = takeOne(cursor)
  if (Object.hasOwn(classes, letter)) return classes[letter]!
  if (Object.hasOwn(controls, letter)) return unitsOf(controls[letter]!)
  if (/[pP]/.test(letter)) throw mistake(cursor, `\`\\${letter}\` is not read; list the characters in brackets`, at)
  if (letter === '' || /[a-z\d]/i.test(letter))
    throw mistake(cursor, letter ? `there is no escape \`\\${letter}\`` : 'a backslash, and nothing follows', at)
  return unitsOf(letter)
}

/** The set whose opening bracket was just taken. */
export function setOf(cursor: Cursor, ignoreCase: boolean): Units {
  const opened = cursor.at - 1
  const isNegative = take(cursor, '^')
  const parts: Units[] = []
  // A closing bracket that comes first is one of the set.
  for (let isFirst = true; isFirst || !take(cursor, ']'); isFirst = false) {
    if (cursor.at >= cursor.text.length) throw mistake(cursor, 'a bracket is opened and not closed', opened)
    if (cursor.text.startsWith('-[', cursor.at) && !isFirst)
      throw mistake(cursor, 'a set taken out of a set (`-[…]`) is not read; list the characters that are meant')
    parts.push(member(cursor))
  }
  const found = ignoreCase ? inAnyCase(union(...parts)) : union(...parts)
  return isNegative ? complement(found) : found
}

/** One character, one class, or a range. */
function member(cursor: Cursor): Units {
  const at = cursor.at
  const from = one(cursor)
  const isRange = /-[^\][]/y
  isRange.lastIndex = cursor.at
  if (!isRange.test(cursor.text) || !isSingle(from)) return from
  const back = cursor.at++
  const to = one(cursor)
  if (!isSingle(to)) {
    cursor.at = back
    return from
  }
  if (to[0]![0] < from[0]![0]) throw mistake(cursor, 'a range ends before it begins', at)
  return [[from[0]![0], to[0]![0]]]
}

function one(cursor: Cursor): Units {
  const letter = takeOne(cursor)
  if (letter !== '\\') return ranges(letter)
  return take(cursor, 'b') ? unitsOf('\b') : escaped(cursor)
}

function isSingle(units: Units): boolean {
  return units.length === 1 && units[0]![0] === units[0]![1]
}
