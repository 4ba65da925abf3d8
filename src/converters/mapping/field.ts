import { type Budget, type Matcher, matcherOf } from '../regexp/index.ts'
import { type Path, parseSource } from './path.ts'
import type { FieldSource, FieldSources, Mapping } from './schema.ts'
import { find, type Reading, type Scope } from './scope.ts'
import { asIs, textOf } from './tree.ts'

/** What fields are read with: how lists are met, and what patterns may still cost. */
export interface Reader extends Reading {
  budget: Budget
}

/** The texts of a field at an entry; none where it is absent. */
export interface Field {
  /** As the mapping has it, for people. */
  source: string
  /** It has a value of its own where the report has none. */
  hasDefault: boolean
  texts(from: Scope, reader: Reader): string[]
}

/** Some texts are code: their blanks count, and an empty one is one. */
export type Kind = 'words' | 'code'

type Given = FieldSource | NonNullable<Mapping['level']>

/** A field by what the mapping says of it, which the schema has checked. */
export function fieldOf(given: Given, kind: Kind = 'words'): Field {
  if (typeof given === 'string') return plain(given, kind)
  const { from, match, words, default: byDefault } = given
  const matcher = match === undefined ? undefined : matcherOf(match)
  const table = words && wordTable(words)
  const source = from === undefined ? undefined : plain(from, kind)
  return {
    source: source?.source ?? JSON.stringify(byDefault),
    hasDefault: byDefault !== undefined,
    texts(scope, reader) {
      const texts = source?.texts(scope, reader) ?? []
      const parts = matcher ? texts.flatMap((text) => partOf(matcher, text, reader)) : texts
      const found = table ? parts.map((text) => table(text) ?? text) : parts
      return found.length > 0 || byDefault === undefined ? found : [String(byDefault)]
    },
  }
}

export function fieldsOf(given: FieldSources): Field[] {
  return (Array.isArray(given) ? given : [given]).map((each) => fieldOf(each))
}

function plain(text: string, kind: Kind): Field {
  const source = parseSource(text)
  const at = (path: Path, from: Scope, reader: Reader) =>
    find(path, from, reader).flatMap(({ value }) => (kind === 'code' ? asIs(value) : textOf(value)) ?? [])
  return {
    source: text,
    hasDefault: false,
    texts(from, reader) {
      if ('path' in source) return at(source.path, from, reader)
      const pieces = source.pieces.map((piece) => (typeof piece === 'string' ? piece : at(piece, from, reader)))
      const isEmpty = pieces.every((piece) => typeof piece === 'string' || piece.length === 0)
      const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.join(', '))).join('')
      return isEmpty && pieces.some((piece) => typeof piece !== 'string') ? [] : [kind === 'code' ? text : text.trim()]
    },
  }
}

/** The first group that took part, or else the whole match. */
function partOf(matcher: Matcher, text: string, { budget }: Reader): string[] {
  const groups = matcher.match(text, budget)
  if (!groups) return []
  const part = groups.slice(1).find((group) => group !== undefined) ?? groups[0] ?? ''
  return part === '' ? [] : [part]
}

/** By the very word, else by the word in any case. */
function wordTable(words: Record<string, string | number>): (word: string) => string | undefined {
  const exact = new Map(Object.entries(words).map(([word, meant]) => [word, String(meant)]))
  const loose = new Map([...exact].map(([word, meant]) => [word.toLowerCase(), meant]))
  return (word) => exact.get(word) ?? loose.get(word.toLowerCase())
}
