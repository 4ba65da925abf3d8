import { dayOf } from '../model/day.ts'
import { UserError } from '../model/errors.ts'
import type { Exception, Policy } from '../model/policy.ts'
import type { PolicyFile } from './policy-file.ts'
import type { ReadWhere } from './policy-words.ts'

/** Reads the `where` at a pointer; what cannot be read is told with its place. */
export type At = (pointer: string) => ReadWhere

const dayMs = 24 * 3_600_000

interface Around {
  place(pointer: string): string
  now: number
}

/** What is accepted; throws `UserError` for an exception that lacks what the rules ask, or ends too late. */
export function exceptionsOf(
  { exceptions = [], 'exception-rules': rules = {} }: PolicyFile,
  words: At,
  around: Around,
): Exception[] {
  const { require: required = ['reason', 'expires'], 'max-days': mostDays = Infinity } = rules
  return exceptions.map((given, at) => {
    const pointer = `/exceptions/${at}`
    const missing = required.filter((key) => given[key] === undefined)
    if (missing.length > 0)
      throw new UserError(
        `${around.place(pointer)}: the exception \`${given.id}\` has no ${missing.join(' and no ')}. Add ${missing.length === 1 ? 'it' : 'them'}; \`exception-rules.require\` asks for it.`,
      )
    if (Object.keys(given.match).length === 0)
      throw new UserError(
        `${around.place(`${pointer}/match`)}: the exception \`${given.id}\` would accept every finding. Say in \`match\` which ones it is for.`,
      )
    const expires = given.expires === undefined ? undefined : endOf(given.expires, around.place(`${pointer}/expires`))
    if (daysTo(expires, around.now) > mostDays)
      throw new UserError(
        `${around.place(`${pointer}/expires`)}: the exception \`${given.id}\` ends ${expires === undefined ? 'never' : `more than ${mostDays} days from now`}, which \`exception-rules.max-days\` forbids. Give an earlier day.`,
      )
    const { id, reason, owner, ticket } = given
    return { id, match: words(`${pointer}/match`)(given.match), reason, owner, ticket, expires }
  })
}

/** Days of the calendar, UTC, from today to the last day on which it holds. */
function daysTo(expires = Infinity, now: number): number {
  return Math.floor(expires / dayMs) - Math.floor(now / dayMs)
}

/** Valid through the end of the day, UTC. */
function endOf(day: string, place: string): number {
  const start = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(start) || dayOf(start) !== day)
    throw new UserError(`${place}: there is no ${day} in the calendar. Write a day as in 2027-01-31.`)
  return start + dayMs - 1
}

export function exceptionRulesOf(
  { 'exception-rules': given = {} }: PolicyFile,
  byDefault: Policy['exceptionRules'],
): Policy['exceptionRules'] {
  const { expired, unused, suppressions, dismissed, 'warn-before': warnBefore = '0d' } = given
  const days = Number(warnBefore.slice(0, -1)) * (warnBefore.endsWith('w') ? 7 : 1)
  return {
    warnBeforeMs: days * dayMs,
    expired: expired ?? byDefault.expired,
    unused: unused ?? byDefault.unused,
    suppressions: suppressions ?? byDefault.suppressions,
    dismissed: dismissed ?? byDefault.dismissed,
  }
}
