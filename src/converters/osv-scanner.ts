import type { Finding } from '../model/finding.ts'
import { type Affected, advisoryFindings } from './advisories.ts'
import { defineConverter } from './converter.ts'
import { loadCalculator } from './cvss.ts'
import { advisoryOf, fixedIn, OsvRecord } from './osv-record.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullable, nullish, type Of, object, record, string } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report as ReportText } from './report.ts'

const Group = object({
  ids: array(string),
  aliases: nullish(array(string)),
  max_severity: nullish(string),
  experimentalAnalysis: nullish(record(object({ called: nullish(boolean) }))),
})
const Package = object({
  package: object({ name: string, version: nullish(string), ecosystem: nullish(string) }),
  vulnerabilities: nullish(array(OsvRecord)),
  groups: nullish(array(Group)),
  license_violations: nullish(array(string)),
})
const Source = object({
  source: object({ path: string, type: nullish(string) }),
  packages: array(Package),
})
const Report = object({ results: nullable(array(Source)) })

type Found = { of: Of<typeof Package>; file: string }

/** A group is one vulnerability under the ids of several databases: OSV-Scanner's own tables have one row for it. */
export const osvScanner = defineConverter({
  id: 'osv-scanner',
  tool: { name: 'OSV-Scanner', url: 'https://google.github.io/osv-scanner/' },
  reads: 'osv-scanner scan --format json',
  proof: 'seen',
  detects: isReport,
  prepare: loadCalculator,
  read(report) {
    const found = (readJson(report, Report).results ?? []).flatMap(({ source, packages }) =>
      packages.map((of): Found => ({ of, file: source.path })),
    )
    return { findings: [...advisoryFindings(found.flatMap(affectedIn)), ...found.flatMap(licenseFindings)] }
  },
})

function isReport(report: ReportText): boolean {
  if (!hasKeys('results')(report)) return false
  const { results, ...rest } = report.json() as { results: unknown }
  const [first] = Array.isArray(results) ? results : []
  return isObjectWith(first, ['source', 'packages']) || (first === undefined && 'experimental_config' in rest)
}

function affectedIn({ of, file }: Found): Affected[] {
  const records = new Map((of.vulnerabilities ?? []).map((record) => [record.id, record]))
  const grouped = new Set((of.groups ?? []).flatMap(({ ids }) => ids))
  const alone = [...records.keys()].filter((id) => !grouped.has(id)).map((id) => ({ ids: [id] }))
  return [...(of.groups ?? []), ...alone].map((group) => affectedBy(group, records, { of, file }))
}

function affectedBy(group: Of<typeof Group>, records: Map<string, OsvRecord>, { of, file }: Found): Affected {
  const { name, version, ecosystem } = of.package
  const own = group.ids.flatMap((id) => records.get(id) ?? [])
  const [first = { id: group.ids[0] ?? 'OSV' } as OsvRecord] = own
  const advisory = advisoryOf(first)
  const highest = Number(group.max_severity)
  const calls = Object.values(group.experimentalAnalysis ?? {})
  const isUncalled = calls.length > 0 && calls.every(({ called }) => called === false)
  return {
    advisory: {
      ...advisory,
      aliases: [...group.ids, ...(group.aliases ?? []), ...own.flatMap(({ aliases }) => aliases ?? [])],
      severity: advisory.severity ?? own.map(advisoryOf).find(({ severity }) => severity)?.severity,
      // The scanner's own number, where it has one: the highest by all the databases of the group.
      ratings: highest > 0 ? [{ score: highest }] : own.flatMap((record) => advisoryOf(record).ratings ?? []),
    },
    package: { name, ...(version && { version }) },
    location: { file },
    fixed: [...new Set(own.flatMap((record) => fixedIn(record, name)))],
    remarks: isUncalled ? ['By its analysis of calls, the vulnerable code is not called.'] : [],
    properties: { ...(ecosystem && { ecosystem }), ...(calls.length > 0 && { called: !isUncalled }) },
  }
}

function licenseFindings({ of, file }: Found): Finding[] {
  const { name, version } = of.package
  return (of.license_violations ?? []).map((license) => ({
    rule: { id: `license:${license}`, summary: `License ${license}`, tags: ['license'] },
    level: 'warning',
    message: `${[name, version].filter(Boolean).join(' ')} is under the license ${license}, which is not among those allowed.`,
    location: { file },
  }))
}
