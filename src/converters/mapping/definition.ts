import type { Document, Node } from 'yaml'
import type * as z from 'zod/mini'
import { didYouMean } from '../../model/suggest.ts'
import { plainIssues, ruleOf } from '../shape-words.ts'
import { Mapping } from './schema.ts'

const mostTold = 10

type Issue = z.core.$ZodIssue
type Place = (path: PropertyKey[], key?: string) => string

/**
 * Reads the YAML of a mapping. Throws a plain `Error` that tells every mistake with line and column, a line each; for a key
 * that nobody knows, the nearest.
 */
export async function mappingOf(text: string): Promise<Mapping> {
  const { LineCounter, parseDocument, isMap } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `line ${line}, column ${col}`
  }
  // The first line says what; what follows quotes the file.
  const broken = document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message.split(' at line ')[0]}`)
  if (broken.length > 0) throw new Error(broken.slice(0, mostTold).join('\n'))
  const place: Place = (path, key) => {
    const node = nearest(document, path)
    const pair = isMap(node) ? node.items.find((item) => key !== undefined && String(item.key) === key) : undefined
    return at(((pair?.key ?? node) as Node | null)?.range?.[0] ?? 0)
  }
  return checked(document.toJS({ maxAliasCount: 100 }), place)
}

/** The node at a path, or the innermost around it where the path goes on into nothing. */
function nearest(document: Document, path: PropertyKey[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (node) return node
  }
  return document.contents
}

function checked(value: unknown, place: Place): Mapping {
  const parsed = Mapping.safeParse(value ?? {}, { reportInput: true })
  const mistakes = parsed.success
    ? dependencies(parsed.data).map(({ path, words }) => `${place(path)}: ${words}`)
    : plainIssues(parsed.error.issues).flatMap((issue) => told(issue, place))
  if (parsed.success && mistakes.length === 0) return parsed.data
  const more = mistakes.length > mostTold ? [`and ${mistakes.length - mostTold} more`] : []
  throw new Error([...mistakes.slice(0, mostTold), ...more].join('\n'))
}

function told(issue: Issue, place: Place): string[] {
  if (issue.code !== 'unrecognized_keys')
    return [`${place(issue.path)}: \`${issue.path.join('.') || 'the whole'}\` ${ruleOf(issue)}`]
  const known = keysAt(Mapping, issue.path)
  return issue.keys.map((key) => {
    const suggestion = didYouMean(key, known) || ` The keys are ${known.join(', ')}.`
    return `${place(issue.path, key)}: there is no key \`${key}\` here.${suggestion}`
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
  const inner = innerType ?? options?.find(({ _zod }) => _zod.def.shape ?? _zod.def.innerType)
  if (inner) return keysAt(inner, step === undefined ? [] : [step, ...rest])
  if (step === undefined) return Object.keys(shape ?? {})
  const next = shape?.[String(step)] ?? element ?? valueType
  return next ? keysAt(next, rest) : []
}

/** What the schema cannot say of keys that need each other. */
function dependencies({ format, entries, csv, only, ...rest }: Mapping): { path: PropertyKey[]; words: string }[] {
  const found: { path: PropertyKey[]; words: string }[] = []
  if (entries === undefined && (format === 'json' || format === 'xml'))
    found.push({ path: ['format'], words: `\`entries\` is missing: it says where in the ${format} the findings are` })
  if (csv && format !== 'csv') found.push({ path: ['csv'], words: `\`csv\` has no meaning for \`format: ${format}\`` })
  for (const [key, value] of Object.entries(rest))
    if (typeof value === 'object' && !Array.isArray(value) && isEmptyField(key, value))
      found.push({ path: [key], words: `\`${key}\` needs \`from\` or \`default\`` })
  return found
}

function isEmptyField(key: string, value: object): boolean {
  return (
    !['tool', 'positions', 'fix', 'related', 'suppressedWhen', 'errors'].includes(key) &&
    !('from' in value) &&
    !('default' in value)
  )
}
