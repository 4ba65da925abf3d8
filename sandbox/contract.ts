import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { projectRoot } from './root.ts'

type Schema = Record<string, unknown>
interface Reference {
  $ref: string
}
interface Parameter {
  name: string
  in: string
  schema: Schema
}
interface Content {
  content?: Record<string, { schema: Schema }>
}
interface OperationText {
  operationId: string
  externalDocs?: { url: string }
  parameters?: (Parameter | Reference)[]
  requestBody?: Content
  responses: Record<string, Content | Reference>
}
interface Description {
  paths: Record<string, Record<string, OperationText>>
  components: Record<string, Record<string, unknown>>
}

/** An endpoint of GitHub's description, met by a request. */
export interface Operation {
  id: string
  docs: string | undefined
  params: Record<string, string>
  text: OperationText
}

export interface Contract {
  /** The endpoint of a method and a path without query. */
  find(method: string, path: string): Operation | undefined
  /** What is wrong with a request, in GitHub's own words. */
  refusals(operation: Operation, query: URLSearchParams, body: unknown): string[]
  /** Where an answer leaves the description. */
  violations(operation: Operation, answer: { status: number; type: string; body: unknown }): string[]
}

// The description of api.github.com carries a stale hand-written list of alerts; these are the query parameters of the
// ghec description of the same release, which is generated.
const corrections: Record<string, Record<string, Schema>> = {
  'code-scanning/list-alerts-for-repo': {
    state: { type: 'string', enum: ['open', 'closed', 'dismissed', 'fixed'] },
    severity: { type: 'string', enum: ['critical', 'high', 'medium', 'low', 'warning', 'note', 'error'] },
    pr: { type: 'integer' },
    before: { type: 'string' },
    after: { type: 'string' },
    assignees: { type: 'string' },
  },
}

// Compiled checks are kept for the next server: tests start one each, and compiling takes 0.1 s.
let kept: Contract | undefined

/** GitHub's API as the committed extract of its official description has it. */
export function loadContract(): Contract {
  kept ??= readContract()
  return kept
}

function readContract(): Contract {
  const file = join(projectRoot(), 'sandbox/openapi/code-scanning.json')
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  const check = checker(description)

  function refusals(operation: Operation, query: URLSearchParams, body: unknown): string[] {
    const { id, text } = operation
    const schema = text.requestBody?.content?.['application/json']?.schema
    return [
      ...check.texts(`${id} query`, parameters(description, text, 'query'), Object.fromEntries(query)),
      ...(schema ? check.values(`${id} body`, schema, body) : []),
    ]
  }

  function violations(
    { id, text }: Operation,
    { status, type, body }: { status: number; type: string; body: unknown },
  ) {
    const response = text.responses[status]
    if (!response && status < 400) return [`${id}: the description knows no answer ${status}`]
    const content = (response && follow<Content>(description, response).content) ?? plainError
    const schema = content[type]?.schema
    if (!schema) return [`${id}: the description knows no answer ${status} of type ${type}`]
    return check.values(`${id} ${status} ${type}`, schema, body).map((problem) => `${id} ${status}: ${problem}`)
  }

  return { find: finder(description, check), refusals, violations }
}

// What every error of GitHub looks like, also those (401, 422, 429) that the description does not list everywhere.
const plainError: Content['content'] & object = {
  'application/json': { schema: { $ref: '#/components/schemas/basic-error' } },
}

function finder(description: Description, check: Checker): Contract['find'] {
  const endpoints = Object.entries(description.paths).map(([template, methods]) => ({
    // A path in a repository may be left out: that is the folder of everything.
    pattern: new RegExp(
      `^${template.replace('/{path}', '(?:/|(?=$))(?<path>[^/]*)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    ),
    methods,
  }))
  return (method, path) => {
    for (const { pattern, methods } of endpoints) {
      const match = pattern.exec(path)
      const text = methods[method.toLowerCase()]
      if (!match || !text) continue
      const id = text.operationId
      const params = { ...match.groups }
      // A word where a number belongs is another path, not a bad request.
      const problems = check.texts(`${id} path`, parameters(description, text, 'path'), params)
      return problems.length === 0 ? { id, docs: text.externalDocs?.url, params, text } : undefined
    }
    return undefined
  }
}

function parameters(description: Description, { operationId, parameters = [] }: OperationText, place: string): Schema {
  const known = parameters
    .map((parameter) => follow<Parameter>(description, parameter))
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema }) => [name, schema])
  return {
    type: 'object',
    properties: { ...Object.fromEntries(known), ...(place === 'query' && corrections[operationId]) },
  }
}

function follow<T>(description: Description, node: T | Reference): T {
  if (typeof node !== 'object' || node === null || !('$ref' in node)) return node as T
  const [, , kind, name] = node.$ref.split('/')
  return description.components[kind!]![name!] as T
}

interface Checker {
  /** Parameters arrive as text and are read as their schema says. */
  texts(name: string, schema: Schema, value: Record<string, string>): string[]
  values(name: string, schema: Schema, value: unknown): string[]
}

/** Compiles each schema once, under a name. */
function checker({ components }: Description): Checker {
  const compiled = new Map<string, ValidateFunction>()
  const engines = { texts: engine(true), values: engine(false) }

  function run(kind: 'texts' | 'values', name: string, [schema, value]: [Schema, unknown]): string[] {
    const known = compiled.get(name) ?? engines[kind].compile({ ...schema, components })
    compiled.set(name, known)
    return known(value) ? [] : inWords(known.errors ?? [])
  }
  return {
    texts: (name, schema, value) => run('texts', name, [schema, { ...value }]),
    values: (name, schema, value) => run('values', name, [schema, value]),
  }
}

function engine(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, coerceTypes, logger: false })
  addFormats.default(ajv)
  return ajv
}

/** GitHub's wording of a body that does not fit. */
function inWords(errors: ErrorObject[]): string[] {
  const missing = errors
    .filter(({ keyword }) => keyword === 'required')
    .map(({ params }) => `"${params['missingProperty']}"`)
  const lacking =
    missing.length === 0 ? [] : [`${missing.join(', ')} ${missing.length > 1 ? "weren't" : "wasn't"} supplied.`]
  return [...lacking, ...errors.filter(({ keyword }) => keyword !== 'required').map(inOneSentence)]
}

function inOneSentence({ keyword, instancePath, params, data, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `"${params['additionalProperty']}" is not a permitted key.`
  const value = JSON.stringify(data)?.slice(0, 80)
  const complaints: Record<string, string> = {
    type: `is not a ${params['type']}`,
    enum: `is not a member of ${JSON.stringify(params['allowedValues'])}`,
    pattern: `does not match /${params['pattern']}/`,
    format: `is not a valid ${params['format']}`,
  }
  return `For 'properties${instancePath}', ${value} ${complaints[keyword] ?? message}.`
}
