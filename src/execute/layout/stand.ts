import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { isBoxed, roundPx, shiftTree } from './geometry.ts'
import { growParent } from './grow.ts'
import type { Content } from './grow.ts'
import { scaleContent } from './scale-content.ts'

/**
 * Puts a component that is linked where it belongs into the box that `makeRoom` finds for it, with all that it holds,
 * and lets its parent grow. Returns true when it had to become narrower.
 *
 * @param contentBefore the parent's content before anything moved
 */
export function standIn(
  transaction: Transaction,
  node: TreeNode,
  contentBefore: Content,
  makeRoom: () => Box,
): boolean {
  const box = makeRoom()
  const isNarrower = takeBox(transaction, node, box)
  growParent(transaction, node.parent, contentBefore)
  return isNarrower
}

function takeBox(transaction: Transaction, node: TreeNode, box: Box): boolean {
  if (!isBoxed(node)) {
    transaction.setBox(node, box)
    return false
  }
  shiftTree(transaction, node, box[0] - node.box[0], box[1] - node.box[1])
  const width = node.box[2]
  transaction.setBox(node, [box[0], box[1], box[2], box[3]])
  if (box[2] === width) return false
  scaleContent(transaction, node, roundPx(box[2]) / width, 1)
  return box[2] < width
}
