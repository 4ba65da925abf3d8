import type { Suppression } from 'sarif'
import type { Location } from '../../model/finding.ts'
import { scoreOfWord } from '../../model/severity.ts'
import type { Affected } from '../advisories.ts'
import type { Rating } from '../cvss.ts'
import type { Of } from '../read/shape.ts'
import type { Placed } from './index.ts'
import type { Vulnerability as Shape } from './schema.ts'

type Vulnerability = Of<typeof Shape>
type Lines = NonNullable<Vulnerability['Locations']>[number]

/** The vulnerabilities under one target, with those that .trivyignore or VEX took out. */
export function vulnerabilities({ result, file }: Placed): Affected[] {
  const places = new Map((result.Packages ?? []).map(({ ID, Locations }) => [ID, Locations?.[0]]))
  const affected = (one: Vulnerability, suppression?: Suppression) =>
    affectedOf(one, locationOf(one, file, one.Locations?.[0] ?? places.get(one.PkgID)), suppression)
  const open = (result.Vulnerabilities ?? []).map((one) => affected(one))
  const modified = (result.ExperimentalModifiedFindings ?? []).flatMap((it) =>
    it.Type === 'vulnerability' ? [affected(it.Finding, suppressionOf(it))] : [],
  )
  return [...open, ...modified]
}

function affectedOf(one: Vulnerability, location: Location, suppression: Suppression | undefined): Affected {
  const { VulnerabilityID: id, PkgName: name, InstalledVersion, FixedVersion, Status } = one
  return {
    advisory: {
      id,
      aliases: one.VendorIDs ?? [],
      title: one.Title,
      description: one.Description,
      url: one.PrimaryURL,
      references: one.References ?? [],
      weaknesses: one.CweIDs ?? [],
      severity: one.Severity,
      ratings: ratingsOf(one),
    },
    package: { name, ...(InstalledVersion && { version: InstalledVersion }) },
    location,
    fixed: FixedVersion ? FixedVersion.split(',').map((version) => version.trim()) : [],
    remarks: remarksOf(Status),
    suppression,
    properties: {
      ...(one.PkgIdentifier?.PURL && { purl: one.PkgIdentifier.PURL }),
      ...(Status && { status: Status }),
    },
  }
}

/** The vendor that gave the severity rates it as well, or nobody: another's number would contradict the word. */
function ratingsOf({ CVSS, SeveritySource, Severity }: Vulnerability): Rating[] {
  const isRanked = SeveritySource && scoreOfWord(Severity) !== undefined
  const ratings: Rating[] = []
  for (const vendor in CVSS) if (!isRanked || vendor === SeveritySource) ratings.push(...ratingsBy(CVSS[vendor]!))
  return ratings
}

/** Most vendors rate by one version alone. */
function ratingsBy(vendor: NonNullable<Vulnerability['CVSS']>[string]): Rating[] {
  const all: Rating[] = [
    { version: '4', score: vendor.V40Score, vector: vendor.V40Vector },
    { version: '3', score: vendor.V3Score, vector: vendor.V3Vector },
    { version: '2', score: vendor.V2Score, vector: vendor.V2Vector },
  ]
  return all.filter(({ score, vector }) => score || vector)
}

const statuses: Record<string, string> = {
  will_not_fix: 'Its distributor will not fix it.',
  fix_deferred: 'Its distributor has put the fix off.',
  end_of_life: 'Its distributor no longer supports this version.',
  under_investigation: 'Its distributor is still looking into it.',
}

function remarksOf(status: string | null | undefined): string[] {
  return status && Object.hasOwn(statuses, status) ? [statuses[status]!] : []
}

/** Packages without a lock file stand at their own manifest, such as `usr/lib/node_modules/npm/package.json`. */
function locationOf({ PkgPath }: Vulnerability, file: string, lines: Lines | null | undefined): Location {
  return {
    file: PkgPath || file,
    ...(lines?.StartLine && { line: lines.StartLine, ...(lines.EndLine && { endLine: lines.EndLine }) }),
  }
}

interface Modification {
  Status?: string | null | undefined
  Statement?: string | null | undefined
  Source?: string | null | undefined
}

/** VEX says `affected` and `under_investigation` as well: those are no reason to leave anything out. */
export function suppressionOf({ Status, Statement, Source }: Modification): Suppression {
  const isSettled = Status === 'ignored' || Status === 'not_affected' || Status === 'fixed'
  const words = [Status, Statement].filter(Boolean).join(': ')
  return {
    kind: 'external',
    status: isSettled ? 'accepted' : 'underReview',
    justification: Source ? `${words} (${Source})` : words,
  }
}
