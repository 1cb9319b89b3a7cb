import type { TreeNode } from '../document/tree-node.ts'

/** Compares two attached nodes by document order; a parent stands before what it holds. O(depth). */
export function compareInDocument(a: TreeNode, b: TreeNode): number {
  if (a === b) return 0
  const pathA = pathOf(a)
  const pathB = pathOf(b)
  const shared = Math.min(pathA.length, pathB.length)
  for (let i = 0; i < shared; i++) {
    if (pathA[i] !== pathB[i]) return pathA[i]! - pathB[i]!
  }
  return pathA.length - pathB.length
}

/** Positions from the top down. */
function pathOf(node: TreeNode): number[] {
  const path: number[] = []
  for (let at: TreeNode | null = node; at !== null; at = at.parent) path.push(at.position)
  return path.reverse()
}

/** The targets that are not inside another target: those inside go along. Expects document order. O(targets x depth). */
export function outermost(nodes: readonly TreeNode[]): TreeNode[] {
  const all = new Set(nodes)
  return nodes.filter((node) => {
    for (let at = node.parent; at !== null; at = at.parent) if (all.has(at)) return false
    return true
  })
}

/** Nodes by the parent they have in common, in the order of their first one. */
export function groupByParent<N extends TreeNode>(nodes: readonly N[]): Map<TreeNode | null, N[]> {
  const groups = new Map<TreeNode | null, N[]>()
  for (const node of nodes) {
    const group = groups.get(node.parent)
    if (group === undefined) groups.set(node.parent, [node])
    else group.push(node)
  }
  return groups
}
