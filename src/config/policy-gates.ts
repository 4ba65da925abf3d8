import { UserError } from '../model/errors.ts'
import type { Gate, Policy } from '../model/policy.ts'
import type { At } from './policy-exceptions.ts'
import type { GivenGate, PolicyFile } from './policy-file.ts'
import type { ReadWhere } from './policy-words.ts'

/**
 * The limits of a policy; undefined where the file has none, so that those of the inputs hold. Throws `UserError` for gates
 * that are well spelt and could never mean what they say.
 */
export function gatesOf({ gates }: PolicyFile, words: At, place: (pointer: string) => string): Gate[] | undefined {
  for (const [at, gate] of (gates ?? []).entries()) {
    const fault = faultOf(gate, gates!.slice(0, at))
    if (fault) throw new UserError(`${place(`/gates/${at}/${fault.key}`)}: the gate \`${gate.id}\` ${fault.says}`)
  }
  const limits = gates?.flatMap((gate, at) => (gate.status ? [] : [gateOf(gate, words(`/gates/${at}/where`))]))
  return limits && limits.length > 0 ? limits : undefined
}

interface Fault {
  key: string
  says: string
}

/** What only a gate that counts findings can have. */
const counting = ['scope', 'where', 'max', 'min', 'if-unknown', 'events'] as const

function faultOf(gate: GivenGate, earlier: GivenGate[]): Fault | undefined {
  const { id, scope, min, max, status } = gate
  if (earlier.some((other) => other.id === id))
    return { key: 'id', says: 'is there twice. Give each an id of its own.' }
  const mixed = status && counting.find((key) => gate[key] !== undefined)
  if (mixed)
    return { key: mixed, says: `has \`status\`, so it counts no findings. Make a second gate for \`${mixed}\`.` }
  if (status && (gate.then ?? 'fail') !== 'fail')
    return { key: 'then', says: 'has `status`. Name the words that only warn in `status.warn`, instead of `then`.' }
  if (scope === 'fixed' && min === undefined && max === undefined)
    return { key: 'scope', says: 'counts what is fixed, and has no limit. Give `min`, how many there have to be.' }
  if (min !== undefined && max !== undefined && min > max)
    return { key: 'min', says: `can never hold: \`min\` is above \`max\`. Give a \`min\` of ${max} or less.` }
  return undefined
}

function gateOf(given: GivenGate, read: ReadWhere): Gate {
  const { id, title, scope = 'all', where = {}, max, min, then = 'fail', events } = given
  const ifUnknown = given['if-unknown'] ?? 'warn'
  return {
    id,
    title: title ?? id,
    scope,
    where: read(where),
    max,
    min,
    ifBroken: then,
    ifUnknown,
    events,
    what: `of \`${id}\``,
  }
}

export function zadigWordsOf({ gates = [] }: PolicyFile): Policy['zadigWords'] {
  const meanings = ['pass', 'warn', 'fail', 'skip'] as const
  return Object.fromEntries(
    gates.flatMap(({ status }) =>
      meanings.flatMap((meaning) => [status?.[meaning] ?? []].flat().map((word) => [word.toLowerCase(), meaning])),
    ),
  )
}
