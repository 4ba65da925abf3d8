import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Alert } from '../model/alert.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Severity } from '../model/severity.ts'
import { cut, oneLine } from './plain.ts'

/** One finding as GitLab's merge requests show it (docs.gitlab.com, "Code Quality report format"). */
interface Degradation {
  description: string
  check_name: string
  fingerprint: string
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  location: { path: string; lines: { begin: number } }
}

const words: Record<Exclude<Severity, 'unknown'>, Degradation['severity']> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  note: 'info',
}
const longest = { description: 2000, name: 300 }

/** `gl-code-quality.json`: the findings that nobody accepted, the worst first. */
export function codeQualityOf({ findings }: Pick<Outcome, 'findings'>): Degradation[] {
  const seen = new Map<string, number>()
  return findings
    .filter(({ accepted }) => !accepted)
    .map((alert) => {
      const { tool, rule, message, severity, countsAs, line = 1 } = alert
      const word = severity === 'unknown' ? countsAs : severity
      return {
        // GitLab leaves out what has no description.
        description: cut(oneLine(message) || oneLine(rule) || 'A finding without a word', longest.description),
        check_name: cut(oneLine(`${tool}: ${rule}`), longest.name),
        fingerprint: fingerprintOf(alert, seen),
        severity: words[word === 'unknown' ? 'high' : word],
        location: { path: pathOf(alert), lines: { begin: Math.max(1, line) } },
      }
    })
}

/**
 * Lines move, so they are no part of it: what the SARIF knows the finding again by is, else its words. GitLab keeps one
 * finding of a fingerprint, so those that are alike in everything are numbered.
 */
function fingerprintOf({ tool, rule, file, message, fingerprints }: Alert, seen: Map<string, number>): string {
  const known = fingerprints.length > 0 ? fingerprints : [message]
  const key = JSON.stringify([tool, rule, file, ...known].map((text) => text?.toWellFormed()))
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return bytesToHex(sha256(utf8ToBytes(`${key}${count}`)))
}

/** GitLab takes paths from the root of the repository only; a finding without a place stands at the root itself. */
function pathOf({ file = '' }: Alert): string {
  const parts = oneLine(file)
    .replace(/^[a-z][a-z\d+.-]*:/i, '')
    .split(/[/\\]/)
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || '.'
}
