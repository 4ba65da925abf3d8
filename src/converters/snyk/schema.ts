import { array, boolean, nullish, number, type Of, object, record, string, union } from '../read/shape.ts'

const Word = nullish(string)
const Words = nullish(array(string))
const References = nullish(array(object({ title: Word, url: Word })))

export const Issue = object({
  id: string,
  type: Word,
  title: Word,
  severity: Word,
  originalSeverity: Word,
  description: Word,
  // Older kinds are numbers: `"NSP": [577]`.
  identifiers: nullish(record(nullish(array(union([string, number]))))),
  CVSSv3: Word,
  cvssScore: nullish(number),
  references: References,
  from: Words,
  upgradePath: nullish(array(union([string, boolean]))),
  fixedIn: Words,
  nearestFixedInVersion: Word,
  packageName: Word,
  moduleName: Word,
  name: Word,
  version: Word,
  exploit: Word,
  malicious: nullish(boolean),
  dockerfileInstruction: Word,
  filtered: nullish(object({ ignored: nullish(array(object({ reason: Word, expires: Word }))) })),
})

export const IacIssue = object({
  id: Word,
  publicId: Word,
  title: Word,
  severity: Word,
  isIgnored: nullish(boolean),
  isSuppressed: nullish(boolean),
  issue: Word,
  impact: Word,
  resolve: Word,
  iacDescription: nullish(object({ issue: Word, impact: Word, resolve: Word })),
  documentation: Word,
  references: nullish(array(union([string, object({ title: Word, url: Word })]))),
  lineNumber: nullish(number),
  path: nullish(array(string)),
})

const Shared = {
  ok: nullish(boolean),
  error: nullish(union([string, object({ message: Word })])),
  path: Word,
  targetFile: Word,
  displayTargetFile: Word,
  packageManager: Word,
  projectName: Word,
  vulnerabilities: nullish(array(Issue)),
  infrastructureAsCodeIssues: nullish(array(IacIssue)),
  filtered: nullish(object({ ignore: nullish(array(Issue)), patch: nullish(array(Issue)) })),
}

const Application = object(Shared)

/** One project of `snyk test`, one image, or one file of `snyk iac test`. */
export const Project = object({
  ...Shared,
  docker: nullish(object({ baseImage: Word })),
  applications: nullish(array(Application)),
})

export type Application = Of<typeof Application>
export type Project = Of<typeof Project>
