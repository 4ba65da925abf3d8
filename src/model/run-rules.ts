import type { PropertyBag, ReportingDescriptor } from 'sarif'
import type { Finding, Level, Rule } from './finding.ts'
import { present } from './sarif.ts'
import { addressOf } from './uri.ts'

/** A rule that findings name, and its place in the list of the run. */
export interface Used {
  index: number
  rule: Rule
  level: Level
}

/** A rule met twice keeps its first wording, its highest score and its worst level. */
export function used({ rule, level }: Finding, rules: Map<string, Used>): Used {
  const known = rules.get(rule.id)
  if (!known) {
    const first = { index: rules.size, rule, level }
    rules.set(rule.id, first)
    return first
  }
  known.level = worse(known.level, level)
  if (known.rule !== rule && addsTo(known.rule, rule))
    known.rule = { ...rule, ...present(known.rule), ...highest(known.rule, rule) }
  return known
}

/** Most converters write the rule anew for each finding, and it says the same. */
function addsTo(known: Rule, rule: Rule): boolean {
  for (const key in rule) {
    const [had, given] = [known[key as keyof Rule], rule[key as keyof Rule]]
    if (given !== undefined && (had === undefined || (key === 'score' && given > had))) return true
  }
  return false
}

function worse(a: Level, b: Level): Level {
  if (a === b) return a
  return ['error', 'warning', 'note'].find((level) => level === a || level === b) as Level
}

function highest(a: Rule, b: Rule): Pick<Rule, 'score'> {
  const scores = [a.score, b.score].filter((score) => score !== undefined)
  return scores.length > 0 ? { score: Math.max(...scores) } : {}
}

export function toDescriptor({ rule, level }: Used): ReportingDescriptor {
  const descriptor: ReportingDescriptor = { id: rule.id }
  if (rule.name !== undefined) descriptor.name = rule.name
  if (rule.summary !== undefined) descriptor.shortDescription = { text: rule.summary }
  if (rule.description !== undefined) descriptor.fullDescription = { text: rule.description }
  if (rule.help !== undefined) descriptor.help = present({ text: rule.help, markdown: rule.markdown })
  // Plugins also write paths of their own repository, which lead nowhere from here.
  const helpUri = rule.url === undefined ? undefined : addressOf(rule.url)
  if (helpUri !== undefined) descriptor.helpUri = helpUri
  // SonarQube takes the level of the rule, whatever the result says.
  descriptor.defaultConfiguration = { level }
  const properties = propertiesOf(rule)
  if (properties) descriptor.properties = properties
  return descriptor
}

function propertiesOf(rule: Rule): PropertyBag | undefined {
  const { precision, score } = rule
  const tags = tagsOf(rule)
  if (tags.length === 0 && precision === undefined && score === undefined) return undefined
  return present({
    tags: tags.length > 0 ? tags : undefined,
    precision,
    'security-severity': score?.toFixed(1),
  })
}

/** GitHub files a rule under its weaknesses by tags like `external/cwe/cwe-079`, and wants `security` beside a score. */
function tagsOf({ tags, weaknesses = [], score }: Rule): string[] {
  const known = weaknesses.flatMap((weakness) => /\d+/.exec(String(weakness))?.[0] ?? [])
  const all = new Set(tags)
  if (known.length > 0 || score !== undefined) all.add('security')
  for (const id of known) all.add(`external/cwe/cwe-${id.padStart(3, '0')}`)
  return [...all]
}
