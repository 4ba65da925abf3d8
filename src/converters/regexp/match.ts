import { placesOf } from './look.ts'
import type { Look, Program, Step } from './program.ts'
import { type Budget, checkBudget, isEdge, isUnit, type Work } from './work.ts'

/** A run of a program over a text: like a backtracking matcher, but no choice is made twice at one place of the text. */
interface Run extends Work {
  steps: Step[]
  /** Where each group begins and ends; -1 for none. */
  saves: Int32Array
  /**
   * What to take up again: a step, a place, `fork`; or a slot, what it held, `held`; or a step, the first and the last place
   * to try it from, the last first, `range`.
   */
  stack: number[]
  seen: Uint32Array
}

const fork = -1
const held = -2
const range = -3

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
    seen: new Uint32Array(((program.choices * (text.length + 1)) >>> 5) + 1),
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
  stack.push(0, start, fork)
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
    if (step.do === 'unit') {
      if (!isUnit(step.units!, text, at)) return -1
      at++
      pc++
    } else if (step.do === 'many') {
      at = farthest(run, step, ++pc, at)
      if (at < 0) return -1
    } else pc = onward(run, step, pc, at)
  }
  return -1
}

/** As far as the characters go, and where this step was before: whatever lies behind that has failed, or is being tried. */
function farthest(run: Run, { units, mark }: Step, next: number, start: number): number {
  const { text, budget, stack } = run
  const base = mark * (text.length + 1)
  if (isSeen(run, base + start)) return -1
  let at = start
  while (isUnit(units!, text, at) && !isSeen(run, base + at + 1)) at++
  budget.steps -= at - start
  if (at > start) stack.push(next, start, at - 1, range)
  return at
}

/** Undoes what was saved since the last choice that is left; false when none is. Step and place stay on the stack. */
function takeUp({ stack, saves }: Run): boolean {
  while (stack.length > 0) {
    const kind = stack.pop()
    if (kind === fork) return true
    const last = stack.pop()!
    if (kind === held) saves[stack.pop()!] = last
    else {
      const first = stack.pop()!
      const step = stack.at(-1)!
      if (last > first) stack.push(first, last - 1, range)
      else stack.pop()
      stack.push(step, last)
      return true
    }
  }
  return false
}

/** The step that follows one that takes no character; -1 when it fails. */
function onward(run: Run, step: Step, pc: number, at: number): number {
  switch (step.do) {
    case 'split':
      if (isSeen(run, step.mark * (run.text.length + 1) + at)) return -1
      run.stack.push(step.other, at, fork)
      return step.next
    case 'jump':
      return step.next
    case 'save':
      run.stack.push(step.next, run.saves[step.next]!, held)
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

/** Whether this choice was made here before, whatever led to it; from now on it was. */
function isSeen({ seen }: Run, mark: number): boolean {
  const bit = 1 << (mark & 31)
  const isOld = (seen[mark >>> 5]! & bit) !== 0
  seen[mark >>> 5]! |= bit
  return isOld
}
