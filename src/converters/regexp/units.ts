/** A set of UTF-16 code units: ranges with both ends, sorted and apart. */
export type Units = readonly (readonly [from: number, to: number])[]

const lastUnit = 0xffff

export function union(...sets: Units[]): Units {
  const merged: [number, number][] = []
  for (const [from, to] of sets.flat().sort(([a], [b]) => a - b)) {
    const top = merged.at(-1)
    if (top && from <= top[1] + 1) top[1] = Math.max(top[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function complement(units: Units): Units {
  const gaps: [number, number][] = []
  let next = 0
  for (const [from, to] of units) {
    if (from > next) gaps.push([next, from - 1])
    next = to + 1
  }
  if (next <= lastUnit) gaps.push([next, lastUnit])
  return gaps
}

export function unitsOf(letters: string): Units {
  return union([...letters].map((letter) => [letter.charCodeAt(0), letter.charCodeAt(0)]))
}

/** Parts of a set as people write them: `a-z0-9_`. */
export function ranges(text: string): Units {
  return union([...text.matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, one]) => pair(from ?? one!, to ?? one!)))
}

function pair(from: string, to: string): readonly [number, number] {
  return [from.charCodeAt(0), to.charCodeAt(0)]
}

export function holds(units: Units, unit: number): boolean {
  return units.some(([from, to]) => unit >= from && unit <= to)
}

let others: [unit: number, other: number][] | undefined

/** The set with the other case of every letter in it. */
export function inAnyCase(units: Units): Units {
  others ??= casePairs()
  return union(
    units,
    others.filter(([unit]) => holds(units, unit)).map(([, other]) => [other, other]),
  )
}

function casePairs(): [number, number][] {
  const found: [number, number][] = []
  for (let unit = 0; unit <= lastUnit; unit++) {
    const letter = String.fromCharCode(unit)
    for (const other of [letter.toLowerCase(), letter.toUpperCase()])
      if (other !== letter && other.length === 1) found.push([unit, other.charCodeAt(0)])
  }
  return found
}

export const anyUnit: Units = [[0, lastUnit]]
export const notNewline: Units = complement(unitsOf('\n'))
export const digits: Units = ranges('0-9')
export const wordUnits: Units = ranges('a-zA-Z0-9_')
/** What `\s` means in .NET's ECMAScript mode. */
export const spaces: Units = unitsOf(' \f\n\r\t\v')
