import { type Cursor, mistake } from '../regexp/cursor.ts'
import { type Node, repeat, sequence } from '../regexp/syntax.ts'

/** What a format picks out of a line, by the letter behind the `%`. */
export type Item = 'f' | 'o' | 'b' | 'n' | 'l' | 'e' | 'c' | 'k' | 't' | 'm' | 'r' | 'p' | 'v' | 's'
export type Prefix = 'D' | 'X' | 'A' | 'E' | 'W' | 'I' | 'N' | 'C' | 'Z' | 'G' | 'O' | 'P' | 'Q'

/** A format that is being read. */
export interface Builder extends Cursor {
  prefix: Prefix | ''
  flag: '+' | '-' | ''
  startsHere: boolean
  ignoreCase: boolean
  /** The number of each item's group. */
  items: Map<Item, number>
  typeAndNumber: boolean
  /** The sequences of the groups that are open, the innermost last, each with its earlier alternatives. */
  open: { nodes: Node[]; choices: Node[] }[]
}

export function builderOf(text: string): Builder {
  return {
    text,
    at: 0,
    prefix: '',
    flag: '',
    startsHere: false,
    ignoreCase: false,
    items: new Map(),
    typeAndNumber: false,
    open: [{ nodes: [], choices: [] }],
  }
}

export function add({ open }: Builder, node: Node): void {
  open.at(-1)!.nodes.push(node)
}

/** Takes back what was added last, for what follows it changes it; throws when there is nothing. */
export function last(builder: Builder, at: number): Node {
  const node = builder.open.at(-1)!.nodes.pop()
  if (node) return node
  const sign = builder.text.slice(at, builder.at)
  throw mistake(
    builder,
    `\`${sign}\` belongs to what stands before it, and nothing does. A blank at the start is written \`\\ \``,
    at,
  )
}

export interface Times {
  min: number
  max: number
  lazy?: boolean
}

export function quantify(builder: Builder, { min, max, lazy }: Times, at: number): void {
  add(builder, repeat(last(builder, at), min, max, lazy))
}

export function openGroup({ open }: Builder): void {
  open.push({ nodes: [], choices: [] })
}

export function nextChoice({ open }: Builder): void {
  const innermost = open.at(-1)!
  innermost.choices.push(sequence(innermost.nodes))
  innermost.nodes = []
}

/** The innermost group, which is closed by this. */
export function closeGroup({ open }: Builder): Node {
  const { nodes, choices } = open.pop()!
  const end = sequence(nodes)
  return choices.length === 0 ? end : { kind: 'choice', nodes: [...choices, end] }
}
