import { manifestsOf } from '../model/package-files.ts'
import { type Affected, advisoryFindings } from './advisories.ts'
import { defineConverter } from './converter.ts'
import { loadCalculator } from './cvss.ts'
import { advisoryOf, fixedIn, OsvRecord } from './osv-record.ts'
import { readJson } from './read/json.ts'
import { array, object } from './read/shape.ts'
import { hasKeys, isObjectWith, itemsHaveKeys, type Report } from './report.ts'

const Answer = object({ vulns: array(OsvRecord) })

/** Records as the database gives them: no scan, but what was found by asking for the packages of a project. */
export const osv = defineConverter({
  id: 'osv',
  tool: { name: 'OSV', url: 'https://osv.dev' },
  reads: 'records of osv.dev: one, a list of them, or the answer of its API',
  proof: 'seen',
  generic: true,
  detects: (report) => itemsHaveKeys('id', 'modified')(report) || hasKeys('id', 'modified')(report) || isAnswer(report),
  prepare: loadCalculator,
  read: (report) => ({ findings: advisoryFindings(recordsIn(report).map(affectedBy)) }),
})

function isAnswer(report: Report): boolean {
  if (!hasKeys('vulns')(report)) return false
  const { vulns } = report.json() as { vulns: unknown }
  return Array.isArray(vulns) && vulns.every((one) => isObjectWith(one, ['id', 'modified']))
}

function recordsIn(report: Report): OsvRecord[] {
  const json = report.json()
  if (Array.isArray(json)) return readJson(report, array(OsvRecord))
  return isObjectWith(json, ['vulns']) ? readJson(report, Answer).vulns : [readJson(report, OsvRecord)]
}

function affectedBy(record: OsvRecord): Affected {
  const packages = (record.affected ?? []).flatMap(({ package: of }) => (of?.name ? [of] : []))
  const name = packages[0]?.name ?? 'A package'
  return {
    advisory: advisoryOf(record),
    package: { name, manifests: manifestsOf(packages[0]?.ecosystem) },
    fixed: fixedIn(record, name),
    properties: packages[0]?.ecosystem ? { ecosystem: packages[0].ecosystem } : {},
    ...(record.withdrawn && {
      suppression: { kind: 'external', justification: `The advisory was withdrawn on ${record.withdrawn}.` },
    }),
  }
}
