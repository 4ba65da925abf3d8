import type { Node } from '../regexp/syntax.ts'
import { inAnyCase } from '../regexp/units.ts'

/** The pattern with upper and lower case alike: `%\c`. */
export function withAnyCase(node: Node): Node {
  switch (node.kind) {
    case 'unit':
      return { ...node, units: inAnyCase(node.units) }
    case 'sequence':
    case 'choice':
      return { ...node, nodes: node.nodes.map(withAnyCase) }
    case 'edge':
      return node
    default:
      return { ...node, node: withAnyCase(node.node) }
  }
}
