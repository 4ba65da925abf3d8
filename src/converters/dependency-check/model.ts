import type { Notification } from '../../model/finding.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import type { Rating } from '../cvss.ts'
import { packageOf } from '../package-url.ts'

/** What both forms of the report say of a vulnerability. */
export interface Vulnerability {
  name: string
  source?: string | undefined
  severity?: string | undefined
  description?: string | undefined
  notes?: string | undefined
  ratings: Rating[]
  cwes: string[]
  references: string[]
  isSuppressed: boolean
}

export interface Dependency {
  fileName: string
  filePath?: string | undefined
  /** Package URLs. */
  packages: string[]
  vulnerabilities: Vulnerability[]
}

/** What a report says, in whichever form. */
export interface Report {
  version?: string | undefined
  exceptions: string[]
  dependencies: Dependency[]
}

const tool = { name: 'Dependency-Check', url: 'https://owasp.org/www-project-dependency-check/' }

export function readingOf({ version, exceptions, dependencies }: Report) {
  return {
    tool: { ...tool, ...(version && { version }) },
    findings: advisoryFindings(dependencies.flatMap(affectedIn)),
    notifications: exceptions.map(
      (message): Notification => ({
        level: 'error',
        message: `A part of the analysis failed: ${message}`,
        incomplete: true,
      }),
    ),
  }
}

function affectedIn({ fileName, filePath, packages, vulnerabilities }: Dependency): Affected[] {
  const [purl] = packages
  const of = purl === undefined ? undefined : packageOf(purl)
  return vulnerabilities.map((one) => ({
    advisory: {
      id: one.name,
      description: one.description,
      url: urlOf(one),
      references: one.references,
      weaknesses: one.cwes,
      severity: one.severity,
      ratings: one.ratings,
      tags: one.source ? [one.source] : [],
    },
    package: of ? { name: of.name, ...(of.version && { version: of.version }) } : { name: fileName },
    location: { file: fileOf(filePath || fileName) },
    ...(one.isSuppressed && {
      suppression: { kind: 'external', justification: one.notes || 'suppressed by a rule of the project' },
    }),
    properties: { ...(purl && { purl }), ...(one.source && { source: one.source }) },
  }))
}

/** A package inside of a lock file stands as `package-lock.json?/lodash:4.17.15`, a jar's own pom as `a.jar/META-INF/…`. */
function fileOf(path: string): string {
  const query = path.indexOf('?')
  return query > 0 ? path.slice(0, query) : path
}

function urlOf({ name }: Vulnerability): string | undefined {
  if (/^CVE-\d/.test(name)) return `https://nvd.nist.gov/vuln/detail/${name}`
  return /^GHSA-/.test(name) ? `https://github.com/advisories/${name}` : undefined
}
