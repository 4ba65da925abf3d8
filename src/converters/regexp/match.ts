import { placesOf } from './look.ts'
import type { Look, Program, Step } from './program.ts'
import { type Budget, checkBudget, isEdge, isUnit, type Work } from './work.ts'

/** A run of a program over a text: like a backtracking matcher, but no fork is taken twice at one place of the text. */
interface Run extends Work {
  steps: Step[]
  /** Where each group begins and ends; -1 for none. */
  saves: Int32Array
  /** What to take up again, in threes: the step, the place, -1; or the slot, what it held, -2. */
  stack: number[]
  seen: Uint32Array
}

/**
 * The leftmost match with the groups a backtracking matcher would find, in time and memory of at most steps times text.
 * The groups' places in pairs, -1 for one that took no part; undefined without a match.
 */
export function search(program: Program, groups: number, text: string, budget: Budget): Int32Array | undefined {
  if (program.needle !== '' && !text.includes(program.needle)) return undefined
  const places = new Map<Look, Uint8Array>()
  const run: Run = {
    text,
    budget,
    steps: program.steps,
    saves: new Int32Array(groups * 2),
    stack: [],
    seen: new Uint32Array(((program.splits * (text.length + 1)) >>> 5) + 1),
    holds(look, at) {
      const known = places.get(look) ?? placesOf(look, run)
      places.set(look, known)
      return known[at] === 1
    },
  }
  for (let start = 0; start <= (program.isAnchored ? 0 : text.length); start++) {
    const end = matchFrom(run, start)
    if (end === undefined) continue
    run.saves.set([start, end])
    return run.saves
  }
  return undefined
}

/** Where a match ends that begins here. */
function matchFrom(run: Run, start: number): number | undefined {
  const { stack } = run
  run.saves.fill(-1)
  stack.push(0, start, -1)
  while (takeUp(run)) {
    const at = stack.pop()!
    const end = follow(run, stack.pop()!, at)
    checkBudget(run.budget)
    if (end < 0) continue
    stack.length = 0
    return end
  }
  return undefined
}

/** Goes on from a step until the pattern has matched, which says where it ends, or fails: -1. */
function follow(run: Run, first: number, place: number): number {
  const { steps, text, budget } = run
  let at = place
  for (let pc = first; pc >= 0; ) {
    budget.steps--
    const step = steps[pc]!
    if (step.do === 'match') return at
    if (step.do !== 'unit') pc = onward(run, step, pc, at)
    else if (isUnit(step.units!, text, at)) {
      at++
      pc++
    } else return -1
  }
  return -1
}

/** Undoes what was saved since the last fork that is left; false when none is left. Step and place stay on the stack. */
function takeUp({ stack, saves }: Run): boolean {
  while (stack.length > 0) {
    if (stack.pop() === -1) return true
    const held = stack.pop()!
    saves[stack.pop()!] = held
  }
  return false
}

/** The step that follows one that takes no character; -1 when it fails. */
function onward(run: Run, step: Step, pc: number, at: number): number {
  switch (step.do) {
    case 'split':
      if (isSeen(run, step.mark * (run.text.length + 1) + at)) return -1
      run.stack.push(step.other, at, -1)
      return step.next
    case 'jump':
      return step.next
    case 'save':
      run.stack.push(step.next, run.saves[step.next]!, -2)
      run.saves[step.next] = at
      return pc + 1
    case 'edge':
      return isEdge(run.text, at, step.edge!) ? pc + 1 : -1
    case 'look':
      return run.holds(step.look!, at) ? pc + 1 : -1
    default:
      return -1
  }
}

/** Whether this fork was taken here before, whatever led to it; from now on it was. */
function isSeen({ seen }: Run, mark: number): boolean {
  const bit = 1 << (mark & 31)
  const isOld = (seen[mark >>> 5]! & bit) !== 0
  seen[mark >>> 5]! |= bit
  return isOld
}
