import type { Units } from './units.ts'

/** A regular expression without what cannot be matched in linear time. */
export type Node =
  | { kind: 'unit'; units: Units }
  | { kind: 'sequence' | 'choice'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; min: number; max: number; lazy: boolean }
  | { kind: 'group'; node: Node; slot: Slot }
  | { kind: 'look'; node: Node; behind: boolean; negative: boolean }
  | { kind: 'edge'; edge: Edge }

/** Start and end of the text, and between a letter of a word and what is none. */
export type Edge = 'start' | 'end' | 'word' | 'noWord'

/** A group that captures; its number is known once the whole pattern is. */
export interface Slot {
  number: number
  name?: string
}

export interface Syntax {
  node: Node
  /** Groups, the whole match included, which is group 0. */
  groups: number
  names: Map<string, number>
}

export const unit = (units: Units): Node => ({ kind: 'unit', units })
export const literal = (letter: string): Node => unit([[letter.charCodeAt(0), letter.charCodeAt(0)]])
export const sequence = (nodes: Node[]): Node => (nodes.length === 1 ? nodes[0]! : { kind: 'sequence', nodes })
export const choice = (nodes: Node[]): Node => (nodes.length === 1 ? nodes[0]! : { kind: 'choice', nodes })
export const edge = (where: Edge): Node => ({ kind: 'edge', edge: where })

export function repeat(node: Node, min: number, max: number, lazy = false): Node {
  return { kind: 'repeat', node, min, max, lazy }
}
