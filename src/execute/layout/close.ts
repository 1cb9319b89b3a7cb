import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { isBoxed, X, Y } from './geometry.ts'
import type { Axis } from './geometry.ts'
import { shiftGroup } from './grow.ts'
import { MAX_CUTS, part, wholeGroup } from './groups.ts'
import type { Group } from './groups.ts'

/**
 * Closes the holes that siblings leave which are about to go: in a column, what follows moves up by the distance from
 * the top of the one that goes to the top of the next; rows keep their places, and so do components that lie over one
 * another. Call it while they are still there. O(n log n), n = siblings.
 */
export function closeHoles(
  transaction: Transaction,
  parent: TreeNode | null,
  leaving: ReadonlySet<TreeNode>,
): void {
  const siblings = transaction.index.childrenUnder(parent)
  if (siblings.length > leaving.size)
    close(transaction, wholeGroup(transaction, siblings, leaving), leaving, 0, Y, 0)
}

/** Moves a group up by `offset` (negative), closing the holes within. */
function close(
  transaction: Transaction,
  group: Group,
  leaving: ReadonlySet<TreeNode>,
  offset: number,
  axis: Axis,
  cuts: number,
): void {
  const hasHoles = cuts < MAX_CUTS && group.nodes.some((node) => leaving.has(node))
  const parted = hasHoles ? part(group, axis, (node) => !leaving.has(node), leaving) : null
  if (parted === null) {
    shiftGroup(transaction, group, offset)
    return
  }
  const { groups } = parted
  let up = offset
  for (let i = 0; i < groups.length; i++) {
    const band = groups[i]!
    if (!band.nodes.every((node) => leaving.has(node)))
      close(transaction, band, leaving, up, parted.axis === Y ? X : Y, cuts + 1)
    else {
      shiftGroup(transaction, band, up)
      if (parted.axis === Y && i + 1 < groups.length) up -= groups[i + 1]!.start - band.start
    }
  }
}

/** {@link closeHoles} for one component. */
export function closeHole(transaction: Transaction, node: TreeNode): void {
  if (isBoxed(node)) closeHoles(transaction, node.parent, new Set([node]))
}
