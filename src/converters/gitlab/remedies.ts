import { UnreadableReport } from '../../model/errors.ts'
import type { Fix } from '../../model/finding.ts'
import { editOf, readUnifiedDiff } from '../read/unified-diff.ts'
import type { Remediation, Vulnerability } from './schema.ts'

/** The fixes of a vulnerability: remediations name those they are for by `id`, older ones by `cve`. */
export function remediesFor(remediations: Remediation[]): (found: Pick<Vulnerability, 'id' | 'cve'>) => Fix[] {
  const byKey = new Map<string, Fix[]>()
  for (const remediation of remediations) {
    const fix = fixOf(remediation)
    const keys = remediation.fixes?.flatMap(({ id, cve }) => id || cve || []) ?? []
    for (const key of fix ? keys : []) byKey.set(key, [...(byKey.get(key) ?? []), fix!])
  }
  return ({ id, cve }) => [...((id && byKey.get(id)) || (cve && byKey.get(cve)) || [])]
}

/** The diff is Git's, in Base64. One that cannot be read takes the fix away, not the finding. */
function fixOf({ summary, diff }: Remediation): Fix | undefined {
  const text = diff ? decoded(diff) : undefined
  if (!text) return undefined
  try {
    const edits = readUnifiedDiff(text).changes.map(editOf)
    return edits.length > 0 ? { description: summary || 'What the report proposes', edits } : undefined
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error
    return undefined
  }
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  } catch {
    return undefined
  }
}
