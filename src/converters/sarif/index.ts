import type { Run } from 'sarif'
import { UnreadableReport } from '../../model/errors.ts'
import type { Converter } from '../converter.ts'
import { readJson } from '../read/json.ts'
import { array, nullish, object, optional, record, string } from '../read/shape.ts'
import { hasKeys } from '../report.ts'
import { inThisFile, upgraded } from './upgrade.ts'

const anything = object({})
const Text = object({ text: optional(string), markdown: optional(string) })
const Rule = object({
  id: string,
  name: optional(string),
  shortDescription: optional(Text),
  fullDescription: optional(Text),
  help: optional(Text),
  helpUri: nullish(string),
  defaultConfiguration: optional(anything),
  properties: optional(anything),
})
const rules = optional(array(Rule))
const Driver = object({
  name: string,
  version: optional(string),
  semanticVersion: optional(string),
  rules,
})
const Invocation = object({
  ruleConfigurationOverrides: optional(array(object({ descriptor: anything, configuration: optional(anything) }))),
  toolExecutionNotifications: optional(array(anything)),
})

const Result = object({
  message: Text,
  ruleId: optional(string),
  kind: optional(string),
  level: optional(string),
  rule: optional(object({ id: optional(string) })),
  partialFingerprints: optional(anything),
  properties: optional(anything),
  provenance: optional(anything),
  suppressions: optional(array(anything)),
  locations: optional(
    array(
      object({
        physicalLocation: optional(object({ artifactLocation: optional(anything), region: optional(anything) })),
      }),
    ),
  ),
})

/** The part of SARIF that repair builds on. The whole schema is checked by the stage `convert`. */
const Log = object({
  runs: array(
    object({
      tool: object({ driver: Driver, extensions: optional(array(object({ rules }))) }),
      artifacts: optional(array(object({ location: optional(anything) }))),
      automationDetails: optional(anything),
      invocations: optional(array(Invocation)),
      originalUriBaseIds: optional(record(object({ uri: optional(string) }))),
      // Null as well says that there was no scan, which `completed` is to say.
      results: nullish(array(Result)),
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
