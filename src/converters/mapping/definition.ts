import type { Document, Node } from 'yaml'
import type * as z from 'zod/mini'
import { didYouMean } from '../../model/suggest.ts'
import { plainIssues, ruleOf } from '../shape-words.ts'
import { Mapping } from './schema.ts'

const mostTold = 10

type Issue = z.core.$ZodIssue

/** What is wrong, and where: an offset into the text. */
interface Mistake {
  at: number
  words: string
}

/** The offset of a value, or of one of its keys. */
type Place = (path: PropertyKey[], key?: string) => number

/**
 * Reads the YAML of a mapping. Throws a plain `Error` that tells every mistake with line and column, a line each; for a key
 * that nobody knows, the nearest.
 */
export async function mappingOf(text: string): Promise<Mapping> {
  const { LineCounter, parseDocument, isMap } = await import('yaml')
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const fail = (mistakes: Mistake[]) => {
    const sorted = mistakes.sort((a, b) => a.at - b.at).slice(0, mostTold)
    const told = sorted.map(({ at, words }) => {
      const { line, col } = lineCounter.linePos(at)
      return `line ${line}, column ${col}: ${words}`
    })
    const more = mistakes.length > mostTold ? [`and ${mistakes.length - mostTold} more`] : []
    return new Error([...told, ...more].join('\n'))
  }
  // The first line says what; what follows quotes the file.
  const broken = document.errors.map(({ pos, message }) => ({ at: pos[0], words: message.split(' at line ')[0]! }))
  if (broken.length > 0) throw fail(broken)
  const place: Place = (path, key) => {
    const node = nearest(document, path)
    const pair = isMap(node) ? node.items.find((item) => key !== undefined && String(item.key) === key) : undefined
    return ((pair?.key ?? node) as Node | null)?.range?.[0] ?? 0
  }
  const { mapping, mistakes } = checked(document.toJS({ maxAliasCount: 100 }), place)
  if (!mapping || mistakes.length > 0) throw fail(mistakes)
  return mapping
}

/** The node at a path, or the innermost around it where the path goes on into nothing. */
function nearest(document: Document, path: PropertyKey[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (node) return node
  }
  return document.contents
}

function checked(value: unknown, place: Place): { mapping?: Mapping; mistakes: Mistake[] } {
  const parsed = Mapping.safeParse(value ?? {}, { reportInput: true })
  if (!parsed.success) return { mistakes: ownIssues(parsed.error.issues).flatMap((issue) => told(issue, place)) }
  const mistakes = dependencies(parsed.data).map(({ key, words }) => ({ at: place([key]), words }))
  return { mapping: parsed.data, mistakes }
}

/** A key that is misspelt is not also told to be missing what it was meant to be. */
function ownIssues(issues: Issue[]): Issue[] {
  const plain = plainIssues(issues)
  const misspelt = plain.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('.'))
  return plain.filter(({ code, path }) => code !== 'custom' || !misspelt.includes(path.join('.')))
}

function told(issue: Issue, place: Place): Mistake[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ at: place(issue.path), words: `\`${issue.path.join('.') || 'the whole'}\` ${ruleOf(issue)}` }]
  const known = keysAt(Mapping, issue.path)
  return issue.keys.map((key) => {
    const suggestion = didYouMean(key, known) || ` The keys are ${known.join(', ')}.`
    return { at: place(issue.path, key), words: `there is no key \`${key}\` here.${suggestion}` }
  })
}

interface Shaped {
  _zod: {
    def: {
      shape?: Record<string, Shaped>
      innerType?: Shaped
      options?: Shaped[]
      element?: Shaped
      valueType?: Shaped
    }
  }
}

/** The keys that the schema knows at a path. */
function keysAt(schema: unknown, [step, ...rest]: PropertyKey[]): string[] {
  const { shape, innerType, options, element, valueType } = (schema as Shaped)._zod.def
  const wanted = typeof step === 'number' ? 'element' : 'shape'
  const inner = innerType ?? options?.find(({ _zod }) => _zod.def[wanted])
  if (inner) return keysAt(inner, step === undefined ? [] : [step, ...rest])
  if (step === undefined) return Object.keys(shape ?? {})
  const next = shape?.[String(step)] ?? element ?? valueType
  return next ? keysAt(next, rest) : []
}

/** What the schema cannot say of keys that need each other. */
function dependencies({ format, entries, csv }: Mapping): { key: keyof Mapping; words: string }[] {
  if (csv && format !== 'csv') return [{ key: 'csv', words: `\`csv\` has no meaning for \`format: ${format}\`` }]
  if (entries === undefined && (format === 'json' || format === 'xml'))
    return [{ key: 'format', words: `\`entries\` is missing: it says where in the ${format} the findings are` }]
  return []
}
