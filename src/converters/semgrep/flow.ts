import type { Place } from '../../model/finding.ts'
import {
  array,
  fits,
  literal,
  nullish,
  number,
  type Of,
  object,
  optional,
  string,
  tuple,
  unknown,
} from '../read/shape.ts'

const Position = object({ line: number, col: number })
const Spot = object({ path: string, start: Position, end: nullish(Position) })
const Named = object({ location: Spot, content: string })
const Code = tuple([Spot, string])

/** How something untrusted comes to where it must not: from the source, through variables, to the sink. */
export const Trace = object({
  // These two hold themselves, see `Call`.
  taint_source: optional(unknown),
  intermediate_vars: nullish(array(Named)),
  taint_sink: optional(unknown),
})

const Leaf = tuple([literal('CliLoc'), Code])
/** A call, the variables on the way through the function, and what happens there: another call, or a leaf. */
const Call = tuple([literal('CliCall'), tuple([Code, array(Named), unknown])])

/** Nobody reads more, and each costs a level of the report. */
const deepest = 100

export function flowOf({ taint_source, intermediate_vars, taint_sink }: Of<typeof Trace>): Place[] {
  const through = (intermediate_vars ?? []).map(({ location, content }) => placeOf(location, 'through', content))
  return [...source(taint_source), ...through, ...unfolded(taint_sink, 'sink')]
}

/** What is found in the innermost function is handed back to the outer ones. */
function source(trace: unknown): Place[] {
  return unfolded(trace, 'source').reverse()
}

function unfolded(trace: unknown, what: 'source' | 'sink'): Place[] {
  const places: Place[] = []
  let inner = trace
  for (let depth = 0; depth < deepest; depth++) {
    if (!fits(Call, inner)) break
    const [, [[spot, code], variables, next]] = inner
    const onTheWay = variables.map(({ location, content }) => placeOf(location, 'through', content))
    places.push(placeOf(spot, 'call', code), ...(what === 'source' ? onTheWay.reverse() : onTheWay))
    inner = next
  }
  if (fits(Leaf, inner)) places.push(placeOf(inner[1][0], what, inner[1][1]))
  // Before 1.0, a place stood alone.
  if (fits(Named, inner)) places.push(placeOf(inner.location, what, inner.content))
  return places
}

function placeOf({ path, start, end }: Of<typeof Spot>, what: string, code: string): Place {
  return {
    file: path,
    line: start.line,
    column: start.col,
    endLine: end?.line,
    endColumn: end?.col,
    message: `${what}: ${code}`,
  }
}
