import type { Finding } from '../../model/finding.ts'
import { levelOf, scoreOfWord, unranked } from '../../model/severity.ts'
import type { Of } from '../read/shape.ts'
import type { License, Misconfiguration, Secret } from './schema.ts'

export function misconfigurationFinding(one: Of<typeof Misconfiguration>, file: string): Finding {
  const id = one.ID || one.AVDID || 'misconfiguration'
  const cause = one.CauseMetadata
  const related = (cause?.Occurrences ?? []).flatMap(({ Filename, Location, Resource }) =>
    Filename ? [{ file: Filename, ...linesOf(Location ?? {}), message: Resource ?? '' }] : [],
  )
  return {
    rule: {
      id,
      summary: one.Title || undefined,
      description: one.Description || undefined,
      help: [one.Description, one.Resolution, ...(one.References ?? [])].filter(Boolean).join('\n\n') || undefined,
      url: one.PrimaryURL || undefined,
      tags: ['security', 'misconfiguration', ...[one.AVDID, one.Type].filter((tag) => tag && tag !== id)] as string[],
      score: scoreOfWord(one.Severity),
    },
    level: levelOfSeverity(one.Severity),
    message: [one.Message || one.Title || id, cause?.Resource && `(${cause.Resource})`].filter(Boolean).join(' '),
    location: { file, ...linesOf(cause ?? {}) },
    related,
    sarif: {
      ...propertiesOf(one.Severity),
      // A rule of the project's own that lets it pass.
      ...(one.Status === 'EXCEPTION' && {
        suppressions: [{ kind: 'external', justification: 'an exception of the policy' }],
      }),
    },
  }
}

/** Of the secret itself nothing is kept. */
export function secretFinding(
  { RuleID, Category, Severity, Title, ...lines }: Of<typeof Secret>,
  file: string,
): Finding {
  const name = Title || RuleID
  return {
    rule: {
      id: RuleID,
      summary: name,
      tags: ['security', 'secret', ...(Category ? [Category] : [])],
      score: scoreOfWord(Severity),
    },
    level: levelOfSeverity(Severity),
    message: `Here seems to be a secret: ${name}.`,
    location: { file, ...linesOf(lines) },
    sarif: propertiesOf(Severity),
  }
}

/** A license is no weakness: it gets no score, and one that nobody has classed is no danger. */
export function licenseFinding(one: Of<typeof License>, file: string): Finding {
  const what = one.PkgName || one.FilePath || file
  return {
    rule: {
      id: `license:${one.Name}`,
      summary: `License ${one.Name}`,
      url: one.Link || undefined,
      tags: ['license', ...(one.Category ? [one.Category] : [])],
    },
    level: levelOf(one.Severity ?? undefined),
    message: `${what} is under the license ${one.Name}${one.Category ? `, which counts as ${one.Category}` : ''}.`,
    location: { file: one.FilePath || file },
    sarif: one.Severity ? { properties: { severity: one.Severity } } : {},
  }
}

function levelOfSeverity(word: string | null | undefined): Finding['level'] {
  return scoreOfWord(word) === undefined ? 'error' : levelOf(word!)
}

function propertiesOf(severity: string | null | undefined): NonNullable<Finding['sarif']> {
  const properties = {
    ...(severity && { severity }),
    ...(scoreOfWord(severity) === undefined && { [unranked]: true }),
  }
  return { properties }
}

/** Trivy writes 0 for what stands in no line. */
function linesOf({
  StartLine,
  EndLine,
}: {
  StartLine?: number | null | undefined
  EndLine?: number | null | undefined
}) {
  return { line: StartLine ?? undefined, endLine: EndLine ?? undefined }
}
