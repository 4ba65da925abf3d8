import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

// The server reads null like an absent field.
type Sparse<T> = { [K in keyof T]?: T[K] | null }

export type Message = Sparse<{ text: string; markdown: string }>
export type Artifact = Sparse<{ uri: string; uriBaseId: string; index: number }>
export type Region = Sparse<{ startLine: number; startColumn: number; endLine: number; endColumn: number }>
export type Location = Sparse<{
  id: number
  physicalLocation: Sparse<{ artifactLocation: Artifact; region: Region }>
  message: Message
}>
export type CodeFlow = Sparse<{ threadFlows: Sparse<{ locations: Sparse<{ location: Location }>[] }>[] }>
export type Rule = Sparse<{
  id: string
  guid: string
  name: string
  shortDescription: Message
  fullDescription: Message
  help: Message
  helpUri: string
  defaultConfiguration: Sparse<{ level: string }>
  properties: Sparse<{ tags: string[]; precision: string; 'problem.severity': string; 'security-severity': string }>
}>
export type Component = Sparse<{ name: string; guid: string; version: string; semanticVersion: string; rules: Rule[] }>
export type Result = Sparse<{
  ruleId: string
  ruleIndex: number
  rule: Sparse<{ id: string; index: number; toolComponent: Sparse<{ name: string; index: number }> }>
  kind: string
  level: string
  message: Message
  locations: Location[]
  relatedLocations: Location[]
  partialFingerprints: Record<string, string>
  codeFlows: CodeFlow[]
}>
export type Run = Sparse<{
  tool: Sparse<{ driver: Component; extensions: Component[] }>
  invocations: Sparse<{ executionSuccessful: boolean; workingDirectory: Artifact }>[]
  automationDetails: Sparse<{ id: string; guid: string }>
  results: Result[]
}>
export type Log = Sparse<{ version: string; runs: Run[] }>

const text = { type: 'string', nullable: true }
const number = { type: 'integer', nullable: true }
const flag = { type: 'boolean', nullable: true }
const list = (items: object) => ({ type: 'array', nullable: true, items: { ...items, nullable: false } })
const object = (properties: object) => ({ type: 'object', nullable: true, properties })

const message = object({ text, markdown: text })
const artifact = object({ uri: text, uriBaseId: text, index: number })
const region = object({ startLine: number, startColumn: number, endLine: number, endColumn: number })
const location = object({ id: number, physicalLocation: object({ artifactLocation: artifact, region }), message })
const rule = object({
  id: text,
  guid: text,
  name: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: text,
  defaultConfiguration: object({ level: text }),
  properties: object({ tags: list(text), precision: text, 'problem.severity': text, 'security-severity': text }),
})
const component = object({ name: text, guid: text, version: text, semanticVersion: text, rules: list(rule) })
const result = object({
  ruleId: text,
  ruleIndex: number,
  rule: object({ id: text, index: number, toolComponent: object({ name: text, index: number }) }),
  kind: text,
  level: text,
  message,
  locations: list(location),
  relatedLocations: list(location),
  partialFingerprints: { type: 'object', nullable: true, additionalProperties: text },
  codeFlows: list(object({ threadFlows: list(object({ locations: list(object({ location })) })) })),
})
const run = object({
  tool: object({ driver: component, extensions: list(component) }),
  invocations: list(object({ executionSuccessful: flag, workingDirectory: artifact })),
  automationDetails: object({ id: text, guid: text }),
  results: list(result),
})

export type Reading = { log: Log } | { error: string }

// Compiled once, when first needed.
let fits: ValidateFunction | undefined

/** Reads the parts of SARIF that the server reads; a field of theirs with a wrong JSON type spoils the whole file. */
export function readSubset(log: unknown, source: string): Reading {
  if (log === undefined) return { error: `${refusal}: parse error: invalid JSON` }
  const schema = { ...object({ version: text, runs: list(run) }), nullable: false }
  fits ??= new Ajv({ strict: false, verbose: true }).compile(schema)
  return fits(log) ? required(log as Log) : { error: typeError(source, fits.errors![0]!) }
}

const refusal = 'parsing restricted subset of SARIF data has failed'

/** The offset is that of the first such value, which need not be the culprit. */
function typeError(source: string, { schema, data }: ErrorObject): string {
  const value = JSON.stringify(data)
  return `${refusal}: parse error: expected ${schema} near offset ${source.indexOf(value)} of '${value.slice(0, 40)}'`
}

// Documented as required; the wording is ours, no report of the real one is known.
function required(log: Log): Reading {
  if (log.version !== '2.1.0') return { error: `${refusal}: expected version 2.1.0` }
  if (!log.runs) return { error: `${refusal}: expected runs` }
  if (log.runs.some((each) => !each.tool?.driver?.name)) return { error: `${refusal}: expected a tool driver name` }
  if (log.runs.some((each) => !each.results)) return { error: `${refusal}: expected results` }
  return { log }
}
