import type { Suppression } from 'sarif'
import type * as z from 'zod/mini'
import type { Location } from '../../model/finding.ts'
import { scoreOfWord } from '../../model/severity.ts'
import type { Affected } from '../advisories.ts'
import type { Rating } from '../cvss.ts'
import type { Placed } from './index.ts'
import type { Vulnerability as Shape } from './schema.ts'

type Vulnerability = z.output<typeof Shape>
type Lines = NonNullable<Vulnerability['Locations']>[number]

/** The vulnerabilities under one target, with those that .trivyignore or VEX took out. */
export function vulnerabilities({ result, file }: Placed): Affected[] {
  const places = new Map((result.Packages ?? []).map(({ ID, Locations }) => [ID, Locations?.[0]]))
  const open = (result.Vulnerabilities ?? []).map((one) => ({ one, suppression: undefined }))
  const modified = (result.ExperimentalModifiedFindings ?? []).flatMap((it) =>
    it.Type === 'vulnerability' ? [{ one: it.Finding, suppression: suppressionOf(it) }] : [],
  )
  return [...open, ...modified].map(({ one, suppression }) => ({
    ...affectedOf(one),
    location: locationOf(one, file, one.Locations?.[0] ?? places.get(one.PkgID)),
    suppression,
  }))
}

function affectedOf(one: Vulnerability): Affected {
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
    fixed: FixedVersion ? FixedVersion.split(',').map((version) => version.trim()) : [],
    remarks: remarksOf(Status),
    properties: {
      ...(one.PkgIdentifier?.PURL && { purl: one.PkgIdentifier.PURL }),
      ...(Status && { status: Status }),
    },
  }
}

/** The vendor that gave the severity rates it as well, or nobody: another's number would contradict the word. */
function ratingsOf({ CVSS, SeveritySource, Severity }: Vulnerability): Rating[] {
  const all = Object.entries(CVSS ?? {})
  const own = all.filter(([vendor]) => vendor === SeveritySource)
  const isRanked = scoreOfWord(Severity) !== undefined && SeveritySource
  return (isRanked ? own : all).flatMap(([, rating]) => [
    { version: '4', score: rating.V40Score, vector: rating.V40Vector },
    { version: '3', score: rating.V3Score, vector: rating.V3Vector },
    { version: '2', score: rating.V2Score, vector: rating.V2Vector },
  ])
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
