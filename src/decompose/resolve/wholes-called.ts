import { isTextLike } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import { isCalled } from './match-names.ts'

/**
 * "delete step 3", "put the lyrics above the queue": a name without a noun means the card that is called so, not only the
 * title in it that says so. Where a noun, an id or a quoted text is said, it is that. O(nodes x depth).
 */
export function wholesCalled(
  { types, names, quoted, id, generic, relations }: Reference,
  nodes: readonly TreeNode[],
): readonly TreeNode[] {
  if (types !== null || names.length === 0 || quoted !== null || id !== null || generic) return nodes
  if (relations.length > 0) return nodes
  const wholes = nodes.map((node) => wholeOf(node, names))
  return wholes.every((whole, i) => whole === nodes[i]) ? nodes : [...new Set(wholes)]
}

/** What directly holds a title and is called like it; the node itself where nothing is. */
function wholeOf(node: TreeNode, names: readonly string[]): TreeNode {
  const { parent } = node
  if (parent === null || !isTextLike(node.component) || node.children.length > 0) return node
  return parent.children.length > 1 && isCalled(parent.component, names) ? parent : node
}
