import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../sandbox/root.ts'

/**
 * The JSON schema of SARIF 2.1.0 in a notation of a tenth of its size, as it travels in the bundle. One definition is one
 * line of `name:code` (`name!:code` where it is required); the codes are those that `parseCode` reads.
 */
export function schemaModule(): string {
  const { definitions } = readSchema()
  const lines = reachableFrom('run', definitions).map(
    (name) => `  ${name}: ${quoted(definition(definitions[name]!))},\n`,
  )
  return `${head}${lines.join('')}}\n`
}

const head = `/**
 * Generated from the JSON schema of SARIF 2.1.0 by \`npm run generate\`. A line is a definition: \`name:code\`, with \`!\` where
 * it is required; \`schema-shapes.ts\` reads it. Formats are left out: docs/decisions/0006-schema.md says why.
 */
export const definitions: Record<string, string> = {
`

interface Node {
  type?: string
  properties?: Record<string, Node>
  required?: string[]
  additionalProperties?: boolean | Node
  items?: Node
  anyOf?: Node[]
  oneOf?: Node[]
  enum?: string[]
  $ref?: string
  minItems?: number
  uniqueItems?: boolean
  minimum?: number
  maximum?: number
  pattern?: string
}

/** Microsoft's copy of the schema, which the tests check against as well; it lost the one rule that is added here. */
function readSchema(): { definitions: Record<string, Node> } {
  const schema = JSON.parse(readFileSync(join(projectRoot(), '__tests__', 'referees', 'sarif-2.1.0.json'), 'utf8'))
  const { region } = schema.definitions
  // SARIF 3.30.1. OASIS' own files have this rule among the properties of `region`, where nothing enforces it.
  region.anyOf ??= ['startLine', 'charOffset', 'byteOffset'].map((key) => ({ required: [key] }))
  return schema
}

function reachableFrom(first: string, definitions: Record<string, Node>): string[] {
  const found = new Set([first])
  for (const name of found) for (const next of referencesIn(definitions[name])) found.add(next)
  return [...found].sort()
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { $ref } = node as Node
  return [...(typeof $ref === 'string' ? [named($ref)] : []), ...Object.values(node).flatMap(referencesIn)]
}

function named(reference: string): string {
  return reference.replace('#/definitions/', '')
}

function definition({ properties = {}, required = [], additionalProperties, anyOf, oneOf, ...rest }: Node): string {
  if (rest.type !== 'object') throw new Error('A definition is no object.')
  onlyThese(rest, ['type'])
  return [
    ...(additionalProperties === true ? ['*:'] : []),
    ...Object.entries(properties).map(([name, node]) => `${name}${required.includes(name) ? '!' : ''}:${code(node)}`),
    ...(anyOf ? [`|:${namesIn(anyOf)}`] : []),
    ...(oneOf ? [`^:${namesIn(oneOf)}`] : []),
  ].join(' ')
}

function namesIn(choices: Node[]): string {
  return choices
    .map(({ required, ...rest }) => {
      onlyThese(rest, [])
      if (required?.length !== 1) throw new Error('A choice is not of one property.')
      return required[0]
    })
    .join(',')
}

function code(node: Node): string {
  const { $ref, type, items, additionalProperties, enum: words, minimum = '', maximum = '', pattern, ...rest } = node
  if ($ref !== undefined) return `@${named($ref)}`
  const { minItems, uniqueItems, ...more } = rest
  onlyThese(more, [])
  if (words) return `=${words.join('|')}`
  if (type === 'array') return `[${uniqueItems ? '!' : ''}${minItems || ''}]${code(items!)}`
  if (type === 'object') return `{}${code(additionalProperties as Node)}`
  if (type === 'string') return pattern === undefined ? 's' : `s~${pattern}`
  if (type === 'boolean') return 'b'
  if (type === 'integer' || type === 'number') return `${type[0]}${minimum === '' ? '' : `${minimum}..${maximum}`}`
  throw new Error(`There is no code for ${JSON.stringify(node)}.`)
}

/** Nothing of the schema may be lost unseen. */
function onlyThese(node: object, known: string[]): void {
  const prose = ['description', 'title', 'default', 'format', ...known]
  const strange = Object.keys(node).filter((key) => !prose.includes(key))
  if (strange.length > 0) throw new Error(`There is no code for the keyword ${strange.join(', ')}.`)
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\')}'`
}
