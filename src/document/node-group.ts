import type { TreeNode } from './tree-node.ts'

/** One or more nodes. Most words and names belong to one, which needs no set (bench: words of 10,000 components, 2 times). */
export type NodeGroup = TreeNode | Set<TreeNode>

/** A group with a node more. O(1). */
export function withNode(group: NodeGroup | null, node: TreeNode): NodeGroup {
  if (group === null || group === node) return node
  if (group instanceof Set) return group.add(node)
  return new Set([group, node])
}

/** A group with a node less, null if none is left. O(1). */
export function withoutNode(group: NodeGroup | null, node: TreeNode): NodeGroup | null {
  if (!(group instanceof Set)) return group === node ? null : group
  group.delete(node)
  return group.size === 0 ? null : group
}

export function groupSize(group: NodeGroup | null): number {
  return group === null ? 0 : group instanceof Set ? group.size : 1
}

/** The nodes in any order. */
export function membersOf(group: NodeGroup | null): Iterable<TreeNode> {
  return group === null ? NONE : group instanceof Set ? group : [group]
}

const NONE: readonly TreeNode[] = []
