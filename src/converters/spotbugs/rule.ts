import type { Level, Rule } from '../../model/finding.ts'
import { wholeNumber } from '../read/whole-number.ts'
import type { Bug, BugCollection } from './document.ts'

/** A bug's rank is from 1, the scariest, to 20. Reports of FindBugs 1 have priorities only. */
export function levelIn({ attributes }: Bug): Level {
  const rank = wholeNumber(attributes['rank'])
  const priority = wholeNumber(attributes['priority']) ?? 2
  if (rank === undefined) return priority <= 1 ? 'error' : priority === 2 ? 'warning' : 'note'
  if (rank <= 9) return 'error'
  return rank <= 14 ? 'warning' : 'note'
}

const scores: Record<Level, number> = { error: 8, warning: 5.5, note: 2 }

/** What SpotBugs calls priority is how sure it is; how bad it is, is the rank. */
const precisions: Rule['precision'][] = ['high', 'medium', 'low']

export function ruleOf(bug: Bug, { patterns, codes }: BugCollection): Rule {
  const { type = '', abbrev = '', category, cweid, priority } = bug.attributes
  const pattern = patterns.get(type)
  const summary = pattern?.summary || bug.shortMessage
  const weaknesses = [cweid, pattern?.attributes['cweid'], codes.get(abbrev)].filter((id): id is string =>
    Boolean(Number(id)),
  )
  const help = pattern?.details && textOf(pattern.details)
  return {
    id: type || 'spotbugs',
    summary,
    help: help || undefined,
    url: pattern?.summary ? pageOf(type, abbrev, pattern.summary, category) : undefined,
    tags: category ? [category.toLowerCase().replaceAll('_', '-')] : [],
    weaknesses: [...new Set(weaknesses)],
    precision: precisions[(wholeNumber(priority) ?? 0) - 1],
    score: category === 'SECURITY' ? scores[levelIn(bug)] : undefined,
  }
}

/** These of the category SECURITY are SpotBugs' own; Find Security Bugs has all the others. */
const ownSecurity = /^(?:DMI|HRS|PT|SQL|XSS)_(?!INJECTION)/

/** Its documentation has a heading for each pattern: `SQL: Nonconstant string … (SQL_NONCONSTANT_STRING…)`. */
function pageOf(type: string, abbrev: string, summary: string, category: string | undefined): string {
  if (category === 'SECURITY' && !ownSecurity.test(type)) return `https://find-sec-bugs.github.io/bugs.htm#${type}`
  const heading = `${abbrev} ${summary} ${type}`.toLowerCase().replace(/[^a-z\d]+/g, '-')
  return `https://spotbugs.readthedocs.io/en/stable/bugDescriptions.html#${heading.replace(/^-|-$/g, '')}`
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** HTML as plain text: paragraphs, list items and lines of code keep lines of their own. */
function textOf(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li|\/pre|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (_entity, name: string) => entities[name]!)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
