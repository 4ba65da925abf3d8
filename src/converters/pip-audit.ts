import type { Notification } from '../model/finding.ts'
import { manifestsOf } from '../model/package-files.ts'
import { encodeSegment } from '../model/uri.ts'
import { type Affected, advisoryFindings } from './advisories.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith, itemsHaveKeys, type Report } from './report.ts'

const Vulnerability = object({
  id: string,
  fix_versions: nullish(array(string)),
  aliases: nullish(array(string)),
  description: nullish(string),
})
const Dependency = object({
  name: string,
  version: nullish(string),
  vulns: nullish(array(Vulnerability)),
  skip_reason: nullish(string),
})
const Audit = object({ dependencies: array(Dependency) })

/** pip-audit knows neither severities nor, once it has resolved them, which file asked for a package. */
export const pipAudit = defineConverter({
  id: 'pip-audit',
  tool: { name: 'pip-audit', url: 'https://github.com/pypa/pip-audit' },
  reads: 'pip-audit --format json',
  proof: 'seen',
  detects: (report) => isAudit(report) || isOldAudit(report),
  read(report) {
    const isOld = Array.isArray(report.json())
    const dependencies = isOld ? readJson(report, array(Dependency)) : readJson(report, Audit).dependencies
    return {
      findings: advisoryFindings(dependencies.flatMap(affectedBy)),
      notifications: dependencies.flatMap(skipped),
    }
  },
})

function isAudit(report: Report): boolean {
  if (!hasKeys('dependencies', 'fixes')(report)) return false
  const { dependencies } = report.json() as { dependencies: unknown }
  return Array.isArray(dependencies) && dependencies.every((one) => isObjectWith(one, ['name']))
}

/** Until 2.4; what was skipped stands among the others. */
function isOldAudit(report: Report): boolean {
  return itemsHaveKeys('name', 'version', 'vulns')(report) || itemsHaveKeys('name', 'skip_reason')(report)
}

function affectedBy({ name, version, vulns }: Of<typeof Dependency>): Affected[] {
  return (vulns ?? []).map(({ id, aliases, description, fix_versions }) => ({
    advisory: {
      id,
      aliases: aliases ?? [],
      description,
      url: `https://osv.dev/vulnerability/${encodeSegment(id)}`,
    },
    package: { name, ...(version && { version }), manifests: manifestsOf('pypi') },
    fixed: fix_versions ?? [],
  }))
}

/** Its own exit code is 0 then, unless it is told to be strict: what is not on PyPI is mostly the project itself. */
function skipped({ name, skip_reason }: Of<typeof Dependency>): Notification[] {
  return skip_reason ? [{ level: 'warning', message: `${name} was not audited: ${skip_reason}` }] : []
}
