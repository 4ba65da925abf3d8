import * as z from 'zod/mini'

const Word = z.nullish(z.string())
const Words = z.nullish(z.array(z.string()))
const Lines = z.object({ StartLine: z.nullish(z.number()), EndLine: z.nullish(z.number()) })

const Cvss = z.object({
  V40Score: z.nullish(z.number()),
  V40Vector: Word,
  V3Score: z.nullish(z.number()),
  V3Vector: Word,
  V2Score: z.nullish(z.number()),
  V2Vector: Word,
})

export const Vulnerability = z.object({
  VulnerabilityID: z.string(),
  VendorIDs: Words,
  PkgID: Word,
  PkgName: z.string(),
  PkgPath: Word,
  PkgIdentifier: z.nullish(z.object({ PURL: Word })),
  InstalledVersion: Word,
  FixedVersion: Word,
  Status: Word,
  Locations: z.nullish(z.array(Lines)),
  SeveritySource: Word,
  PrimaryURL: Word,
  Title: Word,
  Description: Word,
  Severity: Word,
  CweIDs: Words,
  CVSS: z.nullish(z.record(z.string(), Cvss)),
  References: Words,
})

export const Misconfiguration = z.object({
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
  CauseMetadata: z.nullish(
    z.object({
      ...Lines.shape,
      Resource: Word,
      Occurrences: z.nullish(z.array(z.object({ Resource: Word, Filename: Word, Location: z.nullish(Lines) }))),
    }),
  ),
})

/** Without `Match` and `Code`, which hold the line with the secret. */
export const Secret = z.object({
  ...Lines.shape,
  RuleID: z.string(),
  Category: Word,
  Severity: Word,
  Title: Word,
})

export const License = z.object({
  Severity: Word,
  Category: Word,
  PkgName: Word,
  FilePath: Word,
  Name: z.string(),
  Link: Word,
})

const Finding = { Status: Word, Statement: Word, Source: Word }

const Modified = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('vulnerability'), ...Finding, Finding: Vulnerability }),
  z.object({ Type: z.literal('misconfiguration'), ...Finding, Finding: Misconfiguration }),
  z.object({ Type: z.literal('secret'), ...Finding, Finding: Secret }),
  z.object({ Type: z.literal('license'), ...Finding, Finding: License }),
])

export const Result = z.object({
  Target: z.nullish(z.string()),
  Class: Word,
  Type: Word,
  Packages: z.nullish(z.array(z.object({ ID: Word, Locations: z.nullish(z.array(Lines)) }))),
  Vulnerabilities: z.nullish(z.array(Vulnerability)),
  Misconfigurations: z.nullish(z.array(Misconfiguration)),
  Secrets: z.nullish(z.array(Secret)),
  Licenses: z.nullish(z.array(License)),
  ExperimentalModifiedFindings: z.nullish(z.array(Modified)),
})

const Results = z.nullish(z.array(Result))

/** Since 0.20. */
export const Report = z.object({
  SchemaVersion: z.literal(2),
  ArtifactName: Word,
  ArtifactType: Word,
  Trivy: z.nullish(z.object({ Version: Word })),
  Metadata: z.nullish(
    z.object({ OS: z.nullish(z.object({ Family: Word, Name: Word, EOSL: z.nullish(z.boolean()) })) }),
  ),
  Results,
})

/** Before 0.20, and for long with TRIVY_NEW_JSON_SCHEMA unset. */
export const Legacy = z.array(z.object({ ...Result.shape, Target: z.string() }))

const Resource = z.object({ Namespace: Word, Kind: Word, Name: Word, Error: Word, Results })
const Resources = z.nullish(z.array(Resource))

export const Cluster = z.object({
  ClusterName: Word,
  Resources,
  Vulnerabilities: Resources,
  Misconfigurations: Resources,
})
