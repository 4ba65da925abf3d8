import type { Rule } from '../../model/finding.ts'
import { scoreOfWord } from '../../model/severity.ts'
import { array, nullish, number, type Of, object, string, union } from '../read/shape.ts'

const Words = nullish(union([string, array(string)]))

/** What the author of a rule says of it; only `category` is asked of those in the registry. */
export const Metadata = object({
  category: nullish(string),
  confidence: nullish(string),
  cwe: Words,
  owasp: Words,
  technology: Words,
  references: Words,
  source: nullish(string),
  shortlink: nullish(string),
  'security-severity': nullish(union([string, number])),
})
type Metadata = Of<typeof Metadata>

export function ruleOf(id: string, metadata: Metadata, severity: string): Rule {
  const { category, confidence, cwe, owasp, technology, references, source, shortlink } = metadata
  const links = listOf(references)
  const isSecurity = category === 'security' || listOf(cwe).length > 0 || listOf(owasp).length > 0
  const precision = confidence?.toLowerCase()
  return {
    id,
    name: id.slice(id.lastIndexOf('.') + 1),
    url: source || shortlink || links[0],
    help: links.length > 0 ? `References:\n${links.map((link) => `- ${link}`).join('\n')}` : undefined,
    markdown: links.length > 0 ? `References:\n\n${links.map((link) => `- <${link}>`).join('\n')}` : undefined,
    tags: [...(category ? [category] : []), ...listOf(owasp), ...listOf(technology)],
    weaknesses: listOf(cwe),
    precision: precision === 'high' || precision === 'medium' || precision === 'low' ? precision : undefined,
    score: isSecurity ? scoreOf(metadata['security-severity'], severity) : undefined,
  }
}

function listOf(words: Of<typeof Words>): string[] {
  return typeof words === 'string' ? [words] : (words ?? [])
}

/** Semgrep's documentation calls its older words ERROR, WARNING and INFO high, medium and low. */
const newer: Record<string, string> = { ERROR: 'high', WARNING: 'medium', INFO: 'low' }

function scoreOf(given: string | number | null | undefined, severity: string): number | undefined {
  const number = Number(given ?? Number.NaN)
  if (number >= 0 && number <= 10) return number
  return scoreOfWord(Object.hasOwn(newer, severity) ? newer[severity] : severity)
}
