import { dayOf } from '../model/day.ts'
import type { Condition } from '../model/outcome.ts'
import type { Exception, Policy } from '../model/policy.ts'
import type { Acceptances } from './acceptance.ts'

/** What there is to say of the exceptions themselves: those that have ended, end soon, or meet nothing. */
export function exceptionConditions({ exceptionRules }: Policy, { expired, ending, unused }: Acceptances): Condition[] {
  const idle = exceptionRules.unused === 'warn' ? unused() : []
  const ended = expired.map(
    (exception) => `${exception.id} ended on ${endOf(exception)}: what it excepted counts again.`,
  )
  const soon = ending.map((exception) => `${exception.id} ends on ${endOf(exception)}.`)
  const useless = idle.map(({ id }) => `${id} meets no finding.`)
  const said = [...ended, ...soon, ...useless]
  if (said.length === 0) return []
  const isFailing = expired.length > 0 && exceptionRules.expired === 'fail'
  const count = new Set([...expired, ...ending, ...idle]).size
  return [
    {
      id: 'exceptions',
      name: 'Exceptions of the policy',
      expected: 'in use, not ended',
      actual: String(count),
      result: isFailing ? 'fail' : 'warn',
      phrase: `${count} ${count === 1 ? 'exception of the policy wants' : 'exceptions of the policy want'} a look`,
      explanation: said.join('\n'),
      advice:
        'Remove exceptions that are not needed any more from the policy file, or give them a new reason and date.',
    },
  ]
}

/** UTC, as it is written in the policy. */
function endOf({ expires }: Exception): string {
  return expires === undefined ? '' : dayOf(expires)
}
