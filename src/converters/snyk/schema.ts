import * as z from 'zod/mini'

const Word = z.nullish(z.string())
const Words = z.nullish(z.array(z.string()))
const References = z.nullish(z.array(z.object({ title: Word, url: Word })))

export const Issue = z.object({
  id: z.string(),
  type: Word,
  title: Word,
  severity: Word,
  originalSeverity: Word,
  description: Word,
  // Older kinds are numbers: `"NSP": [577]`.
  identifiers: z.nullish(z.record(z.string(), z.nullish(z.array(z.union([z.string(), z.number()]))))),
  CVSSv3: Word,
  cvssScore: z.nullish(z.number()),
  references: References,
  from: Words,
  upgradePath: z.nullish(z.array(z.union([z.string(), z.boolean()]))),
  fixedIn: Words,
  nearestFixedInVersion: Word,
  packageName: Word,
  moduleName: Word,
  name: Word,
  version: Word,
  exploit: Word,
  malicious: z.nullish(z.boolean()),
  dockerfileInstruction: Word,
  filtered: z.nullish(z.object({ ignored: z.nullish(z.array(z.object({ reason: Word, expires: Word }))) })),
})

export const IacIssue = z.object({
  id: Word,
  publicId: Word,
  title: Word,
  severity: Word,
  isIgnored: z.nullish(z.boolean()),
  isSuppressed: z.nullish(z.boolean()),
  issue: Word,
  impact: Word,
  resolve: Word,
  iacDescription: z.nullish(z.object({ issue: Word, impact: Word, resolve: Word })),
  documentation: Word,
  references: z.nullish(z.array(z.union([z.string(), z.object({ title: Word, url: Word })]))),
  lineNumber: z.nullish(z.number()),
  path: z.nullish(z.array(z.string())),
})

const Shared = {
  ok: z.nullish(z.boolean()),
  error: z.nullish(z.union([z.string(), z.object({ message: Word })])),
  path: Word,
  targetFile: Word,
  displayTargetFile: Word,
  packageManager: Word,
  projectName: Word,
  vulnerabilities: z.nullish(z.array(Issue)),
  infrastructureAsCodeIssues: z.nullish(z.array(IacIssue)),
  filtered: z.nullish(z.object({ ignore: z.nullish(z.array(Issue)), patch: z.nullish(z.array(Issue)) })),
}

const Application = z.object(Shared)

/** One project of `snyk test`, one image, or one file of `snyk iac test`. */
export const Project = z.object({
  ...Shared,
  docker: z.nullish(z.object({ baseImage: Word })),
  applications: z.nullish(z.array(Application)),
})

export type Application = z.output<typeof Application>
export type Project = z.output<typeof Project>
