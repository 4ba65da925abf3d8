import type { Suppression } from 'sarif'
import type { Finding } from '../../model/finding.ts'
import { levelOf, scoreOfWord, unranked } from '../../model/severity.ts'
import type { Affected } from '../advisories.ts'
import type { Of } from '../read/shape.ts'
import type { IacIssue as IacShape, Issue as Shape } from './schema.ts'

type Issue = Of<typeof Shape>
type IacIssue = Of<typeof IacShape>

export function isLicense({ type, id }: Issue): boolean {
  return type === 'license' || id.startsWith('snyk:lic:')
}

export function affectedBy(issue: Issue, file: string | undefined, isIgnored: boolean): Affected {
  const { id, version, identifiers, CVSSv3, cvssScore, from, exploit } = issue
  const { CWE, NSP: _numbers, ...names } = identifiers ?? {}
  return {
    advisory: {
      id,
      aliases: Object.values(names).flatMap((list) => (list ?? []).map(String)),
      title: issue.title,
      description: issue.description,
      url: `https://security.snyk.io/vuln/${id}`,
      references: (issue.references ?? []).flatMap(({ url }) => url ?? []),
      weaknesses: CWE ?? [],
      severity: issue.severity,
      tags: issue.malicious ? ['malicious'] : [],
      // A severity that the organisation has set for itself is not to be told apart from CVSS.
      ratings: isOwnSeverity(issue) ? [] : [{ version: '3', score: cvssScore, vector: CVSSv3 }],
    },
    package: { name: nameOf(issue), ...(version && { version }) },
    location: file ? { file } : undefined,
    fixed: fixedIn(issue),
    paths: from?.length ? [from] : [],
    remarks: remarksOf(issue),
    suppression: suppressionOf(issue, isIgnored),
    properties: exploit ? { exploit } : {},
  }
}

function isOwnSeverity({ severity, originalSeverity }: Issue): boolean {
  return Boolean(originalSeverity && originalSeverity !== severity)
}

function nameOf({ packageName, moduleName, name, id }: Issue): string {
  return name || packageName || moduleName || id
}

function fixedIn({ fixedIn: list, nearestFixedInVersion }: Issue): string[] | undefined {
  if (list?.length) return list
  return nearestFixedInVersion ? [nearestFixedInVersion] : (list ?? undefined)
}

function remarksOf({ upgradePath, dockerfileInstruction }: Issue): string[] {
  // The first step is the project itself, and `false` a step that needs no change.
  const upgrade = upgradePath?.slice(1).find((step) => typeof step === 'string')
  return [
    ...(upgrade ? [`Update ${upgrade.replace(/(?<=.)@/, ' to ')}.`] : []),
    ...(dockerfileInstruction ? [`It comes with the instruction: ${dockerfileInstruction}`] : []),
  ]
}

function suppressionOf({ filtered }: Issue, isIgnored: boolean): Suppression | undefined {
  if (!isIgnored) return undefined
  const reasons = (filtered?.ignored ?? []).map(({ reason, expires }) =>
    [reason || 'ignored', expires && `until ${expires}`].filter(Boolean).join(', '),
  )
  return { kind: 'external', justification: reasons.join('; ') || 'ignored or patched by the policy of Snyk' }
}

/** A license is no weakness, so it gets no score. */
export function licenseFinding(issue: Issue, file: string | undefined, isIgnored: boolean): Finding {
  const { id, title, severity, version } = issue
  const suppression = suppressionOf(issue, isIgnored)
  return {
    rule: {
      id,
      summary: title || undefined,
      url: `https://security.snyk.io/vuln/${id}`,
      tags: ['license'],
    },
    level: levelOf(severity ?? undefined),
    message: `${[nameOf(issue), version].filter(Boolean).join(' ')}: ${title || id}`,
    location: file ? { file } : undefined,
    sarif: {
      ...(suppression && { suppressions: [suppression] }),
      properties: { package: nameOf(issue), ...(severity && { severity }) },
    },
  }
}

export function iacFinding(issue: IacIssue, file: string | undefined): Finding {
  const id = issue.id || issue.publicId || 'snyk-iac'
  const { issue: what, impact, resolve } = { ...issue, ...issue.iacDescription }
  const links = (issue.references ?? []).flatMap((link) => (typeof link === 'string' ? link : (link.url ?? [])))
  const isUnranked = scoreOfWord(issue.severity) === undefined
  return {
    rule: {
      id,
      summary: issue.title || undefined,
      description: [what, impact].filter(Boolean).join(' ') || undefined,
      help: [what, impact, resolve, ...links].filter(Boolean).join('\n\n') || undefined,
      url: issue.documentation || undefined,
      tags: ['security', 'misconfiguration'],
      score: scoreOfWord(issue.severity),
    },
    level: isUnranked ? 'error' : levelOf(issue.severity!),
    message: [issue.title || id, resolve].filter(Boolean).join(': '),
    location: file ? { file, line: issue.lineNumber ?? undefined } : undefined,
    sarif: {
      ...((issue.isIgnored || issue.isSuppressed) && {
        suppressions: [{ kind: 'external', justification: 'ignored by the policy of Snyk' }],
      }),
      properties: {
        ...(issue.severity && { severity: issue.severity }),
        ...(issue.path?.length && { path: issue.path.join('.') }),
        ...(isUnranked && { [unranked]: true }),
      },
    },
  }
}
