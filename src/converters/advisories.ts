import type { PropertyBag, Suppression } from 'sarif'
import { type Dependency, dependencyMark } from '../model/dependency.ts'
import type { Finding, Level, Location, Place, Rule } from '../model/finding.ts'
import { grouped } from '../model/grouped.ts'
import { levelOf, scoreOfWord, severityOfScore, unranked } from '../model/severity.ts'
import { putTogether } from './advisory-groups.ts'
import { helpOf, sentence } from './advisory-help.ts'
import { type Rating, scoreOf } from './cvss.ts'

/** What is known of a weakness, wherever it was found. */
export interface Advisory {
  id: string
  aliases?: string[]
  title?: string | null | undefined
  description?: string | null | undefined
  url?: string | null | undefined
  references?: string[]
  weaknesses?: (string | number)[]
  tags?: string[]
  /** The tool's own word. */
  severity?: string | null | undefined
  /** Where there is no word, or no CVSS, the other decides. */
  ratings?: Rating[]
}

/** A version of a package that an advisory is about, at one place. */
export interface Affected {
  advisory: Advisory
  package: Dependency
  /** The lock file, manifest or image that brings the package; left out when the tool names none. */
  location?: Location | undefined
  /** The versions that mend it; empty when there is none, left out when the tool does not say. */
  fixed?: string[] | undefined
  /** How the package got here, each way from the outside in. */
  paths?: string[][] | undefined
  /** Whole sentences that the tool has to say of this one. */
  remarks?: string[] | undefined
  related?: Place[] | undefined
  flow?: Place[] | undefined
  /** Why it does not count: an ignore list, or a statement by VEX. */
  suppression?: Suppression | undefined
  /** For a tool that ranks by other things than the advisory. */
  level?: Level | undefined
  properties?: Record<string, unknown> | undefined
}

/** One finding for each advisory, package, version and place, in the order given; ways that lead to one are put together. */
export function advisoryFindings(given: Affected[]): Finding[] {
  const all = putTogether(given)
  const byAdvisory = grouped(all, ({ advisory }) => advisory.id)
  const rules = new Map([...byAdvisory].map(([id, affected]) => [id, ruleOf(affected)]))
  return all.map((affected) => findingOf(affected, rules.get(affected.advisory.id)!))
}

function ruleOf(affected: Affected[]): Rule {
  const { advisory, package: of } = affected[0]!
  const scores = affected.flatMap((one) => scoreOfAdvisory(one.advisory) ?? [])
  return {
    id: advisory.id,
    summary: titleOf(advisory) ?? `Known vulnerability in ${of.name}`,
    description: advisory.description || undefined,
    ...helpOf(affected),
    url: advisory.url || pageOf(advisory.id),
    tags: tagsOf(advisory),
    weaknesses: advisory.weaknesses,
    score: scores.length > 0 ? Math.max(...scores) : undefined,
  }
}

/** For a tool that names no page: where the database that gave the id shows it. */
function pageOf(id: string): string | undefined {
  if (/^CVE-\d{4}-\d{4,}$/.test(id)) return `https://nvd.nist.gov/vuln/detail/${id}`
  return /^GHSA(?:-[\da-z]{4}){3}$/.test(id) ? `https://github.com/advisories/${id}` : undefined
}

/** Longer ones are no titles. */
const longestTitle = 160

/** Databases without titles put one into the description, alone or as the first sentence. */
function titleOf({ title, description }: Advisory): string | undefined {
  if (title) return title
  const [first = ''] = (description ?? '').trim().split(/\n|(?<=[.!?])\s/, 1)
  return first !== '' && first.length <= longestTitle ? first : undefined
}

function tagsOf({ id, aliases = [], tags = [] }: Advisory): string[] {
  return [...new Set(['security', ...aliases.filter((alias) => alias !== id), ...tags])]
}

function scoreOfAdvisory({ ratings = [], severity }: Advisory): number | undefined {
  return scoreOf(ratings) ?? scoreOfWord(severity)
}

function findingOf(affected: Affected, rule: Rule): Finding {
  const { advisory, location, related, flow, suppression } = affected
  const rank = affected.level ? { level: affected.level } : rankOf(advisory)
  const properties = propertiesOf(affected, rank.unknown)
  return {
    rule,
    level: rank.level,
    message: messageOf(affected),
    // GitHub takes no place without a line; the mark below says that this one is to be looked up.
    location: location && { ...location, line: location.line || 1 },
    related,
    flow,
    sarif: suppression ? { suppressions: [suppression], properties } : { properties },
  }
}

function propertiesOf({ advisory, package: of, location, properties }: Affected, isUnknown = false): PropertyBag {
  const bag: PropertyBag = { package: of.name }
  if (of.version) bag['version'] = of.version
  if (advisory.severity) bag['severity'] = advisory.severity
  Object.assign(bag, properties)
  if (isUnknown) bag[unranked] = true
  if (!location?.line) bag[dependencyMark] = of
  return bag
}

/**
 * The worse of what the word and the CVSS say. What nobody has ranked must not slip under a threshold: malicious
 * packages, above all, have no score.
 */
function rankOf({ severity, ratings = [] }: Advisory): { level: Level; unknown?: true } {
  const score = scoreOf(ratings)
  const levels = [
    ...(scoreOfWord(severity) === undefined ? [] : [levelOf(severity!)]),
    ...(score === undefined ? [] : [levelOf(severityOfScore(score))]),
  ]
  const worst = (['error', 'warning', 'note'] as const).find((level) => levels.includes(level))
  return worst ? { level: worst } : { level: 'error', unknown: true }
}

/** More ways than this only make a message long. */
const shownSteps = 12

function messageOf({ advisory, package: of, fixed, paths = [], remarks = [] }: Affected): string {
  const what = `${[of.name, of.version].filter(Boolean).join(' ')} is affected by ${advisory.id}`
  const title = titleOf(advisory)
  const [path = []] = paths
  return [
    sentence(title ? `${what}: ${title}` : what),
    ...(fixed ? [fixed.length > 0 ? `Fixed in ${fixed.join(', ')}.` : 'No fixed version is known.'] : []),
    ...(path.length > 1 ? [`Brought in by ${wayOf(path)}${others(paths.length - 1)}.`] : []),
    ...remarks,
  ].join(' ')
}

function wayOf(path: string[]): string {
  const steps = path.length > shownSteps ? [...path.slice(0, shownSteps - 2), '…', path.at(-1)] : path
  return steps.join(' > ')
}

function others(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ', and in one other way' : `, and in ${count} other ways`
}
