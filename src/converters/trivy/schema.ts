import { array, boolean, literal, nullish, number, object, record, string, union } from '../read/shape.ts'

const Word = nullish(string)
const Words = nullish(array(string))
const Lines = object({ StartLine: nullish(number), EndLine: nullish(number) })

const Cvss = object({
  V40Score: nullish(number),
  V40Vector: Word,
  V3Score: nullish(number),
  V3Vector: Word,
  V2Score: nullish(number),
  V2Vector: Word,
})

export const Vulnerability = object({
  VulnerabilityID: string,
  VendorIDs: Words,
  PkgID: Word,
  PkgName: string,
  PkgPath: Word,
  PkgIdentifier: nullish(object({ PURL: Word })),
  InstalledVersion: Word,
  FixedVersion: Word,
  Status: Word,
  Locations: nullish(array(Lines)),
  SeveritySource: Word,
  PrimaryURL: Word,
  Title: Word,
  Description: Word,
  Severity: Word,
  CweIDs: Words,
  CVSS: nullish(record(Cvss)),
  References: Words,
})

export const Misconfiguration = object({
  Type: Word,
  ID: Word,
  AVDID: Word,
  Title: Word,
  Description: Word,
  Message: Word,
  Resolution: Word,
  Severity: Word,
  PrimaryURL: Word,
  References: Words,
  Status: Word,
  CauseMetadata: nullish(
    object({
      ...Lines.members,
      Resource: Word,
      Occurrences: nullish(array(object({ Resource: Word, Filename: Word, Location: nullish(Lines) }))),
    }),
  ),
})

/** Without `Match` and `Code`, which hold the line with the secret. */
export const Secret = object({
  ...Lines.members,
  RuleID: string,
  Category: Word,
  Severity: Word,
  Title: Word,
})

export const License = object({
  Severity: Word,
  Category: Word,
  PkgName: Word,
  FilePath: Word,
  Name: string,
  Link: Word,
})

const Finding = { Status: Word, Statement: Word, Source: Word }

const Modified = union([
  object({ Type: literal('vulnerability'), ...Finding, Finding: Vulnerability }),
  object({ Type: literal('misconfiguration'), ...Finding, Finding: Misconfiguration }),
  object({ Type: literal('secret'), ...Finding, Finding: Secret }),
  object({ Type: literal('license'), ...Finding, Finding: License }),
])

export const Result = object({
  Target: nullish(string),
  Class: Word,
  Type: Word,
  Packages: nullish(array(object({ ID: Word, Locations: nullish(array(Lines)) }))),
  Vulnerabilities: nullish(array(Vulnerability)),
  Misconfigurations: nullish(array(Misconfiguration)),
  Secrets: nullish(array(Secret)),
  Licenses: nullish(array(License)),
  ExperimentalModifiedFindings: nullish(array(Modified)),
})

const Results = nullish(array(Result))

/** Since 0.20. */
export const Report = object({
  SchemaVersion: literal(2),
  ArtifactName: Word,
  ArtifactType: Word,
  Trivy: nullish(object({ Version: Word })),
  Metadata: nullish(object({ OS: nullish(object({ Family: Word, Name: Word, EOSL: nullish(boolean) })) })),
  Results,
})

/** Before 0.20, and for long with TRIVY_NEW_JSON_SCHEMA unset. */
export const Legacy = array(object({ ...Result.members, Target: string }))

const Resource = object({ Namespace: Word, Kind: Word, Name: Word, Error: Word, Results })
const Resources = nullish(array(Resource))

export const Cluster = object({
  ClusterName: Word,
  Resources,
  Vulnerabilities: Resources,
  Misconfigurations: Resources,
})
