import { UnreadableReport } from '../../model/errors.ts'
import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { hasKeys, type Report, someValueHasKeys } from '../report.ts'
import { readByAdvisory, readLines } from './lists.ts'
import { readTree } from './tree.ts'

export const npmAudit = defineConverter({
  id: 'npm-audit',
  tool: { name: 'npm audit', url: 'https://docs.npmjs.com/cli/commands/npm-audit' },
  reads: 'npm audit --json, pnpm audit --json, yarn audit --json, yarn npm audit --json',
  proof: 'run',
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

/** Yarn writes lines of many types, of which only these are told by their own words. */
function isLines(report: Report): boolean {
  if (someValueHasKeys('value', 'children')(report)) return /"Tree Versions"|"Vulnerable Versions"/.test(report.text)
  return (
    someValueHasKeys('type', 'data')(report) &&
    /"type":\s*"audit(?:Advisory|Summary|Action)"|"data":\s*"No audit suggestions"/.test(report.text)
  )
}

/** npm prints what the registry answered in the place of a report, with the exit code of one that has findings. */
function whatItIs(report: Report): string {
  const { message, error } = (report.json() ?? {}) as { message?: unknown; error?: unknown }
  const words = [message, ...Object.values(error ?? {})].filter((word) => typeof word === 'string' && word !== '')
  return words.length > 0 ? `the audit did not come about: ${words.join(': ')}` : 'it is no report of npm, pnpm or Yarn'
}
