import { UnreadableReport } from '../../model/errors.ts'
import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { hasKeys, isObjectWith, type Report, someValueHasKeys } from '../report.ts'
import { readByAdvisory, readLines } from './lists.ts'
import { readTree } from './tree.ts'

export const npmAudit = defineConverter({
  id: 'npm-audit',
  tool: { name: 'npm audit', url: 'https://docs.npmjs.com/cli/commands/npm-audit' },
  reads: 'npm audit --json, pnpm audit --json, yarn audit --json, yarn npm audit --json',
  proof: 'seen',
  detects: (report) => isTree(report) || isByAdvisory(report) || isLines(report),
  prepare: loadCalculator,
  read(report) {
    if (isTree(report)) return readTree(report)
    if (isByAdvisory(report)) return readByAdvisory(report)
    if (isLines(report)) return readLines(report)
    throw new UnreadableReport(whatItIs(report))
  },
})

const isTree = hasKeys('auditReportVersion', 'vulnerabilities')

const isByAdvisory = (report: Report) =>
  hasKeys('advisories', 'metadata')(report) && !Array.isArray((report.json() as { advisories: unknown }).advisories)

const isAdvisoryOfYarn = someValueHasKeys('type', 'data')

/** Yarn writes lines of many types, of which only these are told by their own words. */
function isLines(report: Report): boolean {
  if (someValueHasKeys('value', 'children')(report)) return /"Tree Versions"|"Vulnerable Versions"/.test(report.text)
  if (isAdvisoryOfYarn(report)) return /"type":\s*"audit(?:Advisory|Summary|Action)"/.test(report.text)
  return /"displayName":\s*"YN\d+"/.test(report.text) && /"data":\s*"No audit suggestions"/.test(report.text)
}

/** npm prints what the registry answered in the place of a report, with the exit code of one that has findings. */
function whatItIs(report: Report): string {
  const json = report.json()
  const words: unknown[] = isObjectWith(json, ['error'])
    ? Object.values((json as { error: object | null }).error ?? {})
    : isObjectWith(json, ['message'])
      ? [(json as { message: unknown }).message]
      : []
  const said = words.filter((word) => typeof word === 'string' && word !== '').join(': ')
  return said ? `the audit did not come about: ${said}` : 'it is no report of npm, pnpm or Yarn'
}
