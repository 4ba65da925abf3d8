import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { hasKeys, hasXmlRoot, type Report } from '../report.ts'
import { readJsonForm } from './json.ts'
import { readingOf } from './model.ts'
import { readXmlForm } from './xml.ts'

export const dependencyCheck = defineConverter({
  id: 'dependency-check',
  tool: { name: 'Dependency-Check', url: 'https://owasp.org/www-project-dependency-check/' },
  reads: 'dependency-check --format JSON (or XML)',
  proof: 'seen',
  detects: (report) => hasKeys('reportSchema', 'scanInfo', 'dependencies')(report) || isXml(report),
  prepare: loadCalculator,
  read: (report) => readingOf(isXml(report) ? readXmlForm(report.text) : readJsonForm(report)),
})

/** Other tools call their root `analysis` as well, but not under this name. */
function isXml(report: Report): boolean {
  return hasXmlRoot('analysis')(report) && /dependency-check/i.test(report.text.slice(0, 4096))
}
