import * as z from 'zod/mini'
import { messageOf } from '../../model/errors.ts'
import { type Matcher, matcherOf } from '../regexp/index.ts'
import { plainIssues, ruleOf } from '../shape-words.ts'

/** What a pattern may say of a finding: the number of the group that holds it. */
const group = z.nullish(z.int())
const groups = {
  file: group,
  fromPath: group,
  line: group,
  column: group,
  endLine: group,
  endColumn: group,
  severity: group,
  code: group,
  message: group,
}
/** Other keys are left alone, as GitHub's runner leaves them: files for VS Code have more. */
const Pattern = z.object({ regexp: z.string(), loop: z.nullish(z.boolean()), ...groups })
const Definition = z.object({
  problemMatcher: z.array(z.object({ owner: z.string(), severity: z.nullish(z.string()), pattern: z.array(Pattern) })),
})

export type Field = keyof typeof groups
const fields = Object.keys(groups) as Field[]

/** A pattern of a matcher, compiled. */
export interface LinePattern {
  matcher: Matcher
  /** The group of each field that it sets. */
  fields: [field: Field, group: number][]
  /** The last pattern of several goes on for as many lines as it matches. */
  loop: boolean
}

export interface ProblemMatcher {
  owner: string
  /** For lines that name none. */
  severity: string
  patterns: LinePattern[]
}

/**
 * Reads the JSON of problem matchers by the rules of GitHub's runner (actions/runner, IssueMatcher.cs). Throws a plain
 * `Error` with the place.
 */
export function problemMatchersOf(text: string): ProblemMatcher[] {
  const { problemMatcher: matchers } = shapeOf(text)
  if (matchers.length === 0) throw new Error('`problemMatcher` is an empty list')
  const owners = new Set<string>()
  return matchers.map(({ owner, severity, pattern }, index) => {
    const at = `problemMatcher[${index}]`
    if (owner === '') throw new Error(`${at}.owner is empty; give the matcher a name`)
    if (owners.has(owner.toLowerCase())) throw new Error(`${at}.owner: there is another matcher named \`${owner}\``)
    owners.add(owner.toLowerCase())
    if (!/^(?:error|warning|notice|)$/i.test(severity ?? ''))
      throw new Error(`${at}.severity is \`${severity}\`; write error, warning or notice`)
    return { owner, severity: severity ?? '', patterns: patternsOf(pattern, `${at}.pattern`) }
  })
}

function shapeOf(text: string): z.output<typeof Definition> {
  const checked = Definition.safeParse(json(text), { reportInput: true })
  if (checked.success) return checked.data
  const issue = plainIssues(checked.error.issues)[0]!
  const place = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  throw new Error(`${place.slice(1) || 'the whole'} ${ruleOf(issue)}`)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`it is not JSON: ${messageOf(error)}`)
  }
}

function patternsOf(given: z.output<typeof Pattern>[], at: string): LinePattern[] {
  if (given.length === 0) throw new Error(`${at} is an empty list`)
  const taken = new Set<Field>()
  const patterns = given.map((pattern, index) => {
    const place = `${at}[${index}]`
    if (pattern.loop && (index === 0 || index < given.length - 1))
      throw new Error(`${place}.loop: only the last of several patterns may loop`)
    if (pattern.loop && pattern.message == null)
      throw new Error(`${place}.loop: a pattern that loops must set \`message\``)
    return patternOf(pattern, place, taken)
  })
  if (!taken.has('message')) throw new Error(`${at}: none of its patterns sets \`message\``)
  return patterns
}

function patternOf(given: z.output<typeof Pattern>, at: string, taken: Set<Field>): LinePattern {
  const matcher = compiled(given.regexp, at)
  const set = fields.flatMap((field): [Field, number][] => {
    const number = given[field]
    return number == null ? [] : [[field, number]]
  })
  for (const [field, number] of set) {
    if (taken.has(field)) throw new Error(`${at}.${field}: another pattern of this matcher sets it already`)
    if (number < 0 || number >= matcher.groups)
      throw new Error(`${at}.${field} is ${number}, and \`regexp\` has the groups 0 to ${matcher.groups - 1}`)
    taken.add(field)
  }
  return { matcher, fields: set, loop: given.loop ?? false }
}

function compiled(regexp: string, at: string): Matcher {
  try {
    return matcherOf(regexp)
  } catch (error) {
    throw new Error(`${at}.regexp: ${messageOf(error)}`)
  }
}
