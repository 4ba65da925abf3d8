import type { Suppression } from 'sarif'
import type { Finding, Level, Notification } from '../../model/finding.ts'
import { ownWords } from '../own-words.ts'

/** What a violation says, in XML and JSON alike. */
export interface Violation {
  file: string | undefined
  beginLine?: number | undefined
  beginColumn?: number | undefined
  endLine?: number | undefined
  endColumn?: number | undefined
  rule: string | undefined
  ruleSet: string | undefined
  priority: number | undefined
  url: string | undefined
  message: string
  /** Package, class, method, variable. */
  context?: Record<string, string | undefined>
  suppression?: { type: string | undefined; reason: string | undefined }
}

/** Before PMD 7, the last column of a violation was part of it. */
export function endsAreExclusive(version: string | undefined): boolean {
  return Number(/^\d+/.exec(version ?? '')?.[0] ?? 0) >= 7
}

/** 1 is high and 2 medium high, both to be mended by all means (docs.pmd-code.org, "Rule guidelines"); 5 is low. */
const levels: Level[] = ['error', 'error', 'warning', 'note', 'note']

export function toFinding(violation: Violation, isExclusive: boolean): Finding {
  const { file, rule, ruleSet, priority, url, message, context, suppression, endColumn } = violation
  return {
    rule: { id: rule || 'pmd', url: url || undefined, tags: ruleSet ? [ruleSet] : undefined },
    level: levels[(priority ?? 3) - 1] ?? 'warning',
    message,
    location: file
      ? {
          file,
          ...{ line: violation.beginLine, column: violation.beginColumn, endLine: violation.endLine },
          endColumn: endColumn === undefined || isExclusive ? endColumn : endColumn + 1,
        }
      : undefined,
    sarif: {
      ...ownWords({ ...context, priority }),
      ...(suppression && { suppressions: [suppressionOf(suppression)] }),
    },
  }
}

/** A rule set may leave violations out by a pattern; all else that suppresses stands in the code. */
function suppressionOf({ type, reason }: NonNullable<Violation['suppression']>): Suppression {
  const isExternal = /regex|xpath/i.test(type ?? '')
  const justification = [type, reason].filter(Boolean).join(': ')
  return { kind: isExternal ? 'external' : 'inSource', ...(justification && { justification }) }
}

export function processingError(file: string | undefined, message: string | undefined): Notification {
  return {
    level: 'error',
    message: message || 'This file could not be processed',
    location: file ? { file } : undefined,
    incomplete: true,
  }
}

/** A rule that was set up wrongly was not used; the others were. */
export function configurationError(rule: string | undefined, message: string | undefined): Notification {
  return {
    level: 'warning',
    message: `The rule ${rule || '(without a name)'} was not used: ${message || 'no reason given'}`,
  }
}
