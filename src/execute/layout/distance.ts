import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { shiftTree, X, Y } from './geometry.ts'
import type { Axis, BoxedNode } from './geometry.ts'
import { contentOf, growParent, pushOutwards, shiftGroup } from './grow.ts'
import { wholeGroup } from './groups.ts'
import { groupOf, traceTo } from './trace.ts'

/**
 * Shifts a component and what follows it along an axis, within the column or row that parts it from what stands before it. Going
 * down, it pushes what is below the whole, and the parent grows. O(n log n), n = siblings.
 *
 * @param before a sibling that stays; null where the component is the first
 */
export function shiftWithFollowers(
  transaction: Transaction,
  node: BoxedNode,
  before: TreeNode | null,
  axis: Axis,
  by: number,
): void {
  if (by === 0) return
  const { parent } = node
  const content = contentOf(parent)
  const siblings = transaction.index.childrenUnder(parent)
  const kept = new Set<TreeNode>(before === null ? [node] : [node, before])
  const { levels } = traceTo(wholeGroup(transaction, siblings, kept), node)
  const at = levels.findLastIndex((level) => {
    if (level.axis !== axis) return false
    const other = before === null ? 0 : groupOf(level, before)
    return other >= 0 && (before === null || other < level.at)
  })
  const level = levels[at]
  const [dx, dy] = axis === X ? [by, 0] : [0, by]
  if (level === undefined) shiftTree(transaction, node, dx, dy)
  else for (const group of level.groups.slice(level.at)) shiftGroup(transaction, group, dy, dx)
  if (axis === Y && by > 0) {
    if (level !== undefined) pushOutwards(transaction, levels.slice(0, at), by)
    growParent(transaction, parent, content)
  }
}
