import type { Look, Program } from './program.ts'
import { isEdge, isUnit, type Work } from './work.ts'

/**
 * Where an assertion holds, one byte a place of the text, found for all places in one walk: from the end to the start for
 * what lies ahead (its program is written backwards), from the start to the end for what lies behind.
 */
export function placesOf({ program, behind, negative }: Look, work: Work): Uint8Array {
  const { length } = work.text
  const places = new Uint8Array(length + 1)
  const walk: Walk = { program, work, waiting: [], next: new Set(), matched: false }
  for (let count = 0; count <= length; count++) {
    const at = behind ? count : length - count
    // A match may begin anywhere, and whatever began before goes on.
    walk.waiting = [...walk.next, 0]
    walk.next = new Set()
    walk.matched = false
    step(walk, at, behind ? at : at - 1)
    places[at] = walk.matched === negative ? 0 : 1
  }
  return places
}

interface Walk {
  program: Program
  work: Work
  waiting: number[]
  /** Steps to go on with at the next place. */
  next: Set<number>
  matched: boolean
}

function step(walk: Walk, at: number, index: number): void {
  const seen = new Set<number>()
  while (walk.waiting.length > 0) {
    const pc = walk.waiting.pop()!
    if (seen.has(pc)) continue
    seen.add(pc)
    walk.work.budget.steps--
    follow(walk, pc, at, index)
  }
}

function follow(walk: Walk, pc: number, at: number, index: number): void {
  const found = walk.program.steps[pc]!
  const { text } = walk.work
  switch (found.do) {
    case 'unit':
      if (isUnit(found.units!, text, index)) walk.next.add(pc + 1)
      break
    case 'many':
      if (isUnit(found.units!, text, index)) walk.next.add(pc)
      walk.waiting.push(pc + 1)
      break
    case 'split':
      walk.waiting.push(found.next, found.other)
      break
    case 'jump':
      walk.waiting.push(found.next)
      break
    case 'edge':
      if (isEdge(text, at, found.edge!)) walk.waiting.push(pc + 1)
      break
    case 'look':
      if (walk.work.holds(found.look!, at)) walk.waiting.push(pc + 1)
      break
    case 'match':
      walk.matched = true
  }
}
