import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { hasKeys, hasXmlRoot, type Report } from '../report.ts'
import { readJsonForm } from './json.ts'
import { readingOf } from './model.ts'
import { readXmlForm } from './xml.ts'

export const cyclonedx = defineConverter({
  id: 'cyclonedx',
  tool: { name: 'CycloneDX', url: 'https://cyclonedx.org' },
  reads: 'the vulnerabilities in a CycloneDX document, in JSON or XML, and VEX',
  proof: 'seen',
  generic: true,
  detects: (report) => isJson(report) || isXml(report),
  prepare: loadCalculator,
  read: (report) => readingOf(isXml(report) ? readXmlForm(report.text) : readJsonForm(report)),
})

function isJson(report: Report): boolean {
  return hasKeys('bomFormat')(report) && (report.json() as { bomFormat: unknown }).bomFormat === 'CycloneDX'
}

function isXml(report: Report): boolean {
  return hasXmlRoot('bom')(report) && report.text.slice(0, 4096).includes('cyclonedx.org/schema/')
}
