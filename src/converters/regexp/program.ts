import type { Edge, Node } from './syntax.ts'
import type { Units } from './units.ts'

/** More than any pattern needs that a person wrote; `.{1,5000}` and its like are refused. */
const longestProgram = 2000

/**
 * One step of a program; all have the same shape, which V8 reads faster. `split` goes on at `next` and, when that fails,
 * at `other`; `many` takes as many characters as it can, and fewer when that fails; `save` remembers the place in the slot
 * `next`. The rest fail where what they ask for is not so.
 */
export interface Step {
  do: 'unit' | 'many' | 'split' | 'jump' | 'save' | 'edge' | 'look' | 'match'
  next: number
  other: number
  /** Where there is a choice it is numbered, for only choices are remembered while matching. */
  mark: number
  units: UnitTable | undefined
  edge: Edge | undefined
  look: Look | undefined
}

/** A set of code units made quick to ask: a byte for each of the first 256, ranges for the others. */
export interface UnitTable {
  first: Uint8Array
  others: Units
}

/** An assertion: what lies ahead is written backwards, so that it is found for all places in one walk; see `look.ts`. */
export interface Look {
  program: Program
  behind: boolean
  negative: boolean
}

export interface Program {
  steps: Step[]
  /** How many steps are a choice. */
  choices: number
  /** A match can only begin where the text does. */
  isAnchored: boolean
  /** Every match holds this text; empty when nothing can be said. */
  needle: string
}

/** Compiles a pattern, backwards for what is matched from its end. Throws a plain `Error` for one that is too large. */
export function compile(node: Node, backwards = false): Program {
  const program: Program = { steps: [], choices: 0, isAnchored: beginsAtStart(node), needle: needleOf(node) }
  emit(program, node, backwards)
  push(program, 'match')
  return program
}

function push({ steps }: Program, what: Step['do'], more: Partial<Step> = {}): Step {
  if (steps.length >= longestProgram)
    throw new Error(`the pattern is too large: more than ${longestProgram} steps, once repetitions are written out`)
  const { next = 0, other = 0, mark = 0, units, edge, look } = more
  const step: Step = { do: what, next, other, mark, units, edge, look }
  steps.push(step)
  return step
}

function emit(program: Program, node: Node, backwards: boolean): void {
  switch (node.kind) {
    case 'unit':
      push(program, 'unit', { units: tableOf(node.units) })
      break
    case 'edge':
      push(program, 'edge', { edge: node.edge })
      break
    case 'sequence':
      for (const each of backwards ? node.nodes.toReversed() : node.nodes) emit(program, each, backwards)
      break
    case 'choice':
      emitChoice(program, node.nodes, backwards)
      break
    case 'repeat':
      emitRepeat(program, node, backwards)
      break
    case 'group':
      push(program, 'save', { next: node.slot.number * 2 })
      emit(program, node.node, backwards)
      push(program, 'save', { next: node.slot.number * 2 + 1 })
      break
    case 'look': {
      const { behind, negative } = node
      push(program, 'look', { look: { program: compile(node.node, !behind), behind, negative } })
    }
  }
}

function split(program: Program): Step {
  return push(program, 'split', { next: program.steps.length + 1, mark: program.choices++ })
}

function emitChoice(program: Program, nodes: Node[], backwards: boolean): void {
  const ends: Step[] = []
  for (const [index, node] of nodes.entries()) {
    const isLast = index === nodes.length - 1
    const fork = isLast ? undefined : split(program)
    emit(program, node, backwards)
    if (!fork) break
    ends.push(push(program, 'jump'))
    fork.other = program.steps.length
  }
  for (const end of ends) end.next = program.steps.length
}

function emitRepeat(program: Program, { node, min, max, lazy }: Extract<Node, { kind: 'repeat' }>, backwards: boolean) {
  for (let count = 0; count < min; count++) emit(program, node, backwards)
  if (node.kind === 'unit' && max === Infinity && !lazy) {
    push(program, 'many', { units: tableOf(node.units), mark: program.choices++ })
    return
  }
  const forks: Step[] = []
  const copies = max === Infinity ? 1 : max - min
  for (let count = 0; count < copies; count++) {
    const at = program.steps.length
    forks.push(split(program))
    emit(program, node, backwards)
    if (max === Infinity) push(program, 'jump', { next: at })
  }
  for (const fork of forks) {
    fork.other = program.steps.length
    if (lazy) [fork.next, fork.other] = [fork.other, fork.next]
  }
}

function tableOf(units: Units): UnitTable {
  const first = new Uint8Array(256)
  for (const [from, to] of units) first.fill(1, from, to + 1)
  return { first, others: units.filter(([, to]) => to > 255) }
}

function beginsAtStart(node: Node): boolean {
  if (node.kind === 'edge') return node.edge === 'start'
  if (node.kind === 'group') return beginsAtStart(node.node)
  if (node.kind === 'choice') return node.nodes.every(beginsAtStart)
  return node.kind === 'sequence' && node.nodes[0] !== undefined && beginsAtStart(node.nodes[0])
}

/** The longest run of letters that stands in every match. */
function needleOf(node: Node): string {
  if (node.kind === 'group') return needleOf(node.node)
  const nodes = node.kind === 'sequence' ? node.nodes : [node]
  let longest = ''
  let run = ''
  for (const each of nodes) {
    run = each.kind === 'unit' && isOne(each.units) ? run + String.fromCharCode(each.units[0]![0]) : ''
    if (run.length > longest.length) longest = run
  }
  return longest
}

function isOne(units: Units): boolean {
  return units.length === 1 && units[0]![0] === units[0]![1]
}
