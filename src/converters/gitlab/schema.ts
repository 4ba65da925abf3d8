import * as z from 'zod/mini'

const text = z.nullish(z.string())
const Named = z.object({ name: text })

const Location = z.object({
  file: text,
  start_line: z.nullish(z.number()),
  end_line: z.nullish(z.number()),
  class: text,
  method: text,
  // Dependency and container scanning.
  dependency: z.nullish(z.object({ package: z.nullish(Named), version: text })),
  image: text,
  operating_system: text,
  kubernetes_resource: z.nullish(z.object({ namespace: text, kind: text, name: text, container_name: text })),
  // Secret detection.
  commit: z.nullish(z.object({ sha: text })),
  // DAST and API fuzzing.
  hostname: text,
  param: text,
  path: text,
  // Coverage fuzzing.
  crash_type: text,
  crash_state: text,
})

const Identifier = z.object({
  type: z.string(),
  name: text,
  value: z.nullish(z.union([z.string(), z.number()])),
  url: text,
})

const Step = z.object({
  file_location: z.nullish(
    z.object({ file_name: z.string(), line_start: z.nullish(z.number()), line_end: z.nullish(z.number()) }),
  ),
  node_type: text,
})

const Vulnerability = z.object({
  id: text,
  category: text,
  name: text,
  message: text,
  description: text,
  cve: text,
  severity: text,
  confidence: text,
  solution: text,
  scanner: z.nullish(Named),
  location: Location,
  identifiers: z.array(Identifier),
  links: z.nullish(z.array(z.object({ name: text, url: text }))),
  flags: z.nullish(z.array(z.object({ type: text, description: text }))),
  cvss_vectors: z.nullish(z.array(z.object({ vector: text }))),
  raw_source_code_extract: text,
  tracking: z.nullish(
    z.object({
      items: z.nullish(
        z.array(z.object({ signatures: z.nullish(z.array(z.object({ algorithm: text, value: text }))) })),
      ),
    }),
  ),
  // Analyzers put what they have no field for here; of it, the way through the code is used.
  details: z.nullish(z.object({ code_flows: z.nullish(z.object({ items: z.nullish(z.array(z.array(Step))) })) })),
})
export type Vulnerability = z.output<typeof Vulnerability>

const Remediation = z.object({
  summary: text,
  diff: text,
  fixes: z.nullish(z.array(z.object({ id: text, cve: text }))),
})
export type Remediation = z.output<typeof Remediation>

const Scanner = z.object({ name: text, url: text, version: text })

/** What is used of GitLab's report formats 2 to 15, for all kinds of scans. */
export const SecurityReport = z.object({
  version: text,
  scan: z.nullish(
    z.object({
      type: text,
      status: text,
      scanner: z.nullish(Scanner),
      messages: z.nullish(z.array(z.object({ level: text, value: text }))),
    }),
  ),
  vulnerabilities: z.array(Vulnerability),
  remediations: z.nullish(z.array(Remediation)),
})
export type SecurityReport = z.output<typeof SecurityReport>
