import * as z from 'zod/mini'
import type { Place } from '../../model/finding.ts'

const Position = z.object({ line: z.number(), col: z.number() })
const Spot = z.object({ path: z.string(), start: Position, end: z.nullish(Position) })
const Named = z.object({ location: Spot, content: z.string() })
const Code = z.tuple([Spot, z.string()])

/** How something untrusted comes to where it must not: from the source, through variables, to the sink. */
export const Trace = z.object({
  // These two hold themselves, see `Call`.
  taint_source: z.optional(z.unknown()),
  intermediate_vars: z.nullish(z.array(Named)),
  taint_sink: z.optional(z.unknown()),
})

const Leaf = z.tuple([z.literal('CliLoc'), Code])
/** A call, the variables on the way through the function, and what happens there: another call, or a leaf. */
const Call = z.tuple([z.literal('CliCall'), z.tuple([Code, z.array(Named), z.unknown()])])

/** Nobody reads more, and each costs a level of the report. */
const deepest = 100

export function flowOf({ taint_source, intermediate_vars, taint_sink }: z.output<typeof Trace>): Place[] {
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
    const call = z.safeParse(Call, inner)
    if (!call.success) break
    const [[spot, code], variables, next] = call.data[1]
    const onTheWay = variables.map(({ location, content }) => placeOf(location, 'through', content))
    places.push(placeOf(spot, 'call', code), ...(what === 'source' ? onTheWay.reverse() : onTheWay))
    inner = next
  }
  const leaf = z.safeParse(Leaf, inner)
  if (leaf.success) places.push(placeOf(leaf.data[1][0], what, leaf.data[1][1]))
  // Before 1.0, a place stood alone.
  const alone = z.safeParse(Named, inner)
  if (alone.success) places.push(placeOf(alone.data.location, what, alone.data.content))
  return places
}

function placeOf({ path, start, end }: z.output<typeof Spot>, what: string, code: string): Place {
  return {
    file: path,
    line: start.line,
    column: start.col,
    endLine: end?.line,
    endColumn: end?.col,
    message: `${what}: ${code}`,
  }
}
