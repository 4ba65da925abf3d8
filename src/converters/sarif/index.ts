import type { Run } from 'sarif'
import * as z from 'zod/mini'
import { UnreadableReport } from '../../model/errors.ts'
import { isObject, type Json } from '../../model/json.ts'
import type { Converter } from '../converter.ts'
import { readJson } from '../read/json.ts'
import { hasKeys } from '../report.ts'
import { inThisFile, upgraded } from './upgrade.ts'

const anything = z.object({})
const Text = z.object({ text: z.optional(z.string()), markdown: z.optional(z.string()) })
const Rule = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  shortDescription: z.optional(Text),
  fullDescription: z.optional(Text),
  help: z.optional(Text),
  helpUri: z.nullish(z.string()),
  defaultConfiguration: z.optional(anything),
  properties: z.optional(anything),
})
const rules = z.optional(z.array(Rule))
const Driver = z.object({
  name: z.string(),
  version: z.optional(z.string()),
  semanticVersion: z.optional(z.string()),
  rules,
})
const Invocation = z.object({
  ruleConfigurationOverrides: z.optional(
    z.array(z.object({ descriptor: anything, configuration: z.optional(anything) })),
  ),
  toolExecutionNotifications: z.optional(z.array(anything)),
})

/** The part of SARIF that repair builds on. The whole schema is checked by the stage `convert`. */
const Log = z.object({
  runs: z.array(
    z.object({
      tool: z.object({ driver: Driver, extensions: z.optional(z.array(z.object({ rules }))) }),
      artifacts: z.optional(z.array(z.object({ location: z.optional(anything) }))),
      automationDetails: z.optional(anything),
      invocations: z.optional(z.array(Invocation)),
      originalUriBaseIds: z.optional(z.record(z.string(), z.object({ uri: z.optional(z.string()) }))),
      // Null as well says that there was no scan, which `completed` is to say.
      results: z.nullish(z.custom<unknown[]>(Array.isArray).check(allResults)),
    }),
  ),
})

/** SARIF 2.1.0 needs no conversion: its runs are checked, and pass through whole, whatever else they hold. */
export const sarif: Converter = {
  id: 'sarif',
  tool: { name: 'SARIF', url: 'https://sarifweb.azurewebsites.net' },
  reads: 'any scanner that writes SARIF 2.1.0, a draft of it, or 1.0.0',
  proof: 'run',
  detects: hasKeys('version', 'runs'),
  convert(report) {
    const log = upgraded(report.json())
    report.forgetText()
    readJson({ json: () => log }, Log)
    return (log as { runs: Run[] }).runs.map(completed)
  },
}

/** Results that are missing, or null, say that the scan did not take place (SARIF 3.14.23): never "no findings". */
function completed(run: Run, index: number): Run {
  if (inThisFile(run).results) return run
  throw new UnreadableReport(`at runs.${index}: results is missing, so the scan was not completed`)
}

/** By hand, as zod copies what it checks, and there may be 25,000 of these. */
function allResults({ value, issues }: z.core.ParsePayload<unknown[]>): void {
  const at = value.findIndex((result) => !isResult(result))
  if (at === -1) return
  const message = 'expected a result as SARIF 2.1.0 has it, with a message'
  issues.push({ code: 'custom', input: value[at], path: [at], message })
}

function isResult(result: unknown): boolean {
  if (!isObject(result)) return false
  const { message, rule, suppressions, locations } = result
  return (
    isObject(message) &&
    areTexts(message, ofMessages) &&
    areTexts(result, textsOfResults) &&
    areObjects(result, objectsOfResults) &&
    (rule === undefined || areTexts(rule as Json, ofReferences)) &&
    (suppressions === undefined || (Array.isArray(suppressions) && suppressions.every(isObject))) &&
    (locations === undefined || (Array.isArray(locations) && locations.every(isLocation)))
  )
}

const ofMessages = ['text', 'markdown']
const ofReferences = ['id']
const textsOfResults = ['ruleId', 'kind', 'level']
const objectsOfResults = ['rule', 'partialFingerprints', 'properties', 'provenance']
const objectsOfPlaces = ['artifactLocation', 'region']

function areTexts(object: Json, keys: string[]): boolean {
  return keys.every((key) => object[key] === undefined || typeof object[key] === 'string')
}

function areObjects(object: Json, keys: string[]): boolean {
  return keys.every((key) => object[key] === undefined || isObject(object[key]))
}

function isLocation(location: unknown): boolean {
  if (!isObject(location)) return false
  const physical = location['physicalLocation']
  return physical === undefined || (isObject(physical) && areObjects(physical, objectsOfPlaces))
}
