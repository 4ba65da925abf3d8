import { array, nullish, number, type Of, object, string, union } from '../read/shape.ts'

const text = nullish(string)
const Named = object({ name: text })

const Location = object({
  file: text,
  start_line: nullish(number),
  end_line: nullish(number),
  class: text,
  method: text,
  // Dependency and container scanning.
  dependency: nullish(object({ package: nullish(Named), version: text })),
  image: text,
  operating_system: text,
  kubernetes_resource: nullish(object({ namespace: text, kind: text, name: text, container_name: text })),
  // Secret detection.
  commit: nullish(object({ sha: text })),
  // DAST and API fuzzing.
  hostname: text,
  param: text,
  path: text,
  // Coverage fuzzing.
  crash_type: text,
  crash_state: text,
})

const Identifier = object({
  type: string,
  name: text,
  value: nullish(union([string, number])),
  url: text,
})

const Step = object({
  file_location: nullish(object({ file_name: string, line_start: nullish(number), line_end: nullish(number) })),
  node_type: text,
})

const Vulnerability = object({
  id: text,
  category: text,
  name: text,
  message: text,
  description: text,
  cve: text,
  severity: text,
  confidence: text,
  solution: text,
  scanner: nullish(Named),
  location: Location,
  identifiers: array(Identifier),
  links: nullish(array(object({ name: text, url: text }))),
  flags: nullish(array(object({ type: text, description: text }))),
  cvss_vectors: nullish(array(object({ vector: text }))),
  raw_source_code_extract: text,
  tracking: nullish(
    object({
      items: nullish(array(object({ signatures: nullish(array(object({ algorithm: text, value: text }))) }))),
    }),
  ),
  // Analyzers put what they have no field for here; of it, the way through the code is used.
  details: nullish(object({ code_flows: nullish(object({ items: nullish(array(array(Step))) })) })),
})
export type Vulnerability = Of<typeof Vulnerability>

const Remediation = object({
  summary: text,
  diff: text,
  fixes: nullish(array(object({ id: text, cve: text }))),
})
export type Remediation = Of<typeof Remediation>

const Scanner = object({ name: text, url: text, version: text })

/** What is used of GitLab's report formats 2 to 15, for all kinds of scans. */
export const SecurityReport = object({
  version: text,
  scan: nullish(
    object({
      type: text,
      status: text,
      scanner: nullish(Scanner),
      messages: nullish(array(object({ level: text, value: text }))),
    }),
  ),
  vulnerabilities: array(Vulnerability),
  remediations: nullish(array(Remediation)),
})
export type SecurityReport = Of<typeof SecurityReport>
