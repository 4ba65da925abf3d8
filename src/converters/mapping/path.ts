import { type Cursor, mistake, take, takeMatch } from '../regexp/cursor.ts'

/** One step of a path, from a value to one within it, or to many. */
export type Step =
  | { go: 'key'; key: string; optional: boolean }
  | { go: 'item'; index: number }
  | { go: 'list' }
  | { go: 'mapping' }
  | { go: 'name' }

/** `../` as often as `up` says, then step by step. */
export interface Path {
  text: string
  up: number
  steps: Step[]
}

/**
 * Reads a path: names parted by dots (`"…"` around one with signs in it), `[]` for every item of a list, `[0]` and `[-1]`
 * for one, `*` for every value of a mapping, `?` behind a name that may be absent, `../` for what holds the entry, `~` for
 * the name or number it has there, `.` for the value itself. Throws a plain `Error` with the place.
 */
export function parsePath(text: string): Path {
  const cursor = { text, at: 0 }
  const steps: Step[] = []
  let up = 0
  while (take(cursor, '../')) up++
  const isItself = take(cursor, '.')
  for (let isFirst = true; cursor.at < text.length && !isItself; isFirst = false) {
    if (!isFirst && !take(cursor, '.')) throw mistake(cursor, 'a dot is missing')
    steps.push(...readStep(cursor))
  }
  if (cursor.at < text.length) throw mistake(cursor, '`.` alone is the value itself')
  if (steps.length === 0 && up === 0 && !isItself) throw new Error('an empty path leads nowhere')
  return { text, up, steps }
}

function readStep(cursor: Cursor): Step[] {
  const steps = [...nameOf(cursor), ...brackets(cursor)]
  if (steps.length > 0) return steps
  throw mistake(cursor, 'a name is missing, or `[]`')
}

function nameOf(cursor: Cursor): Step[] {
  if (take(cursor, '*')) return [{ go: 'mapping' }]
  if (take(cursor, '~')) return [{ go: 'name' }]
  const [bare, quoted] = takeMatch(cursor, /"([^"]+)"|[^.[\]"{}*~?]+/y) ?? []
  if (bare === undefined) return []
  return [{ go: 'key', key: quoted ?? bare.trim(), optional: take(cursor, '?') }]
}

function brackets(cursor: Cursor): Step[] {
  const steps: Step[] = []
  while (cursor.text[cursor.at] === '[') {
    const [found, index] = takeMatch(cursor, /\[(-?\d{1,6})?\]/y) ?? []
    if (found === undefined) throw mistake(cursor, 'between brackets stands a number or nothing')
    steps.push(index === undefined ? { go: 'list' } : { go: 'item', index: Number(index) })
  }
  return steps
}

/** A path, or a text with paths in braces: `{title}: {description}`. Braces of the text itself are doubled. */
export type Source = { path: Path } | { pieces: (string | Path)[] }

export function parseSource(text: string): Source {
  if (!/[{}]/.test(text)) return { path: parsePath(text) }
  const pieces: (string | Path)[] = []
  const cursor = { text, at: 0 }
  while (cursor.at < text.length) {
    const [plain] = takeMatch(cursor, /(?:[^{}]|\{\{|\}\})+/y) ?? []
    if (plain !== undefined) pieces.push(plain.replaceAll('{{', '{').replaceAll('}}', '}'))
    else {
      const [found, path] = takeMatch(cursor, /\{([^{}]+)\}/y) ?? []
      if (found === undefined) throw mistake(cursor, 'a brace stands alone; one that is meant so is doubled')
      pieces.push(parsePath(path!.trim()))
    }
  }
  return { pieces }
}
