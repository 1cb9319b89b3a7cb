import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, isBoxed, rightOf, roundPx } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { growOne } from './grow.ts'
import { leastHeight, MIN_SIZE_PX } from './least-size.ts'
import { widen } from './widen.ts'

export interface ScaledContent {
  /** The bottom edge that the container needs because of least sizes, -Infinity where it needs none. */
  readonly bottom: number
  /** Who keeps a least size. */
  readonly kept: readonly TreeNode[]
}

/**
 * Scales what is in a container with it: places relative to its top-left corner, and sizes; fonts stay. What would get
 * smaller than it may is first made so big that it comes out at its least size, and what follows it inside makes way:
 * done before scaling, while the distances still tell what stands below what. The container's own box is left alone.
 * O(components inside), where nothing reaches its least size.
 */
export function scaleContent(
  transaction: Transaction,
  container: BoxedNode,
  fx: number,
  fy: number,
): ScaledContent {
  if (container.children.length === 0 || (fx === 1 && fy === 1)) return NOTHING_KEPT
  const before = lowestChild(container)
  const kept = fx < 1 || fy < 1 ? enlarge(transaction, container, fx, fy) : NONE
  const after = lowestChild(container)
  const [x, y] = container.box
  const scale = (node: TreeNode): void => {
    if (isBoxed(node)) {
      const { box } = node
      const left = roundPx(x + (box[0] - x) * fx)
      const top = roundPx(y + (box[1] - y) * fy)
      // Both edges are rounded, not the sizes: neighbours that touch go on touching.
      const width = roundPx(roundPx(x + (rightOf(box) - x) * fx) - left)
      const height = roundPx(roundPx(y + (bottomOf(box) - y) * fy) - top)
      transaction.setBox(node, [left, top, atLeastHundredth(width), atLeastHundredth(height)])
    }
    for (const child of node.children) scale(child)
  }
  for (const child of container.children) scale(child)
  return kept.length === 0
    ? NOTHING_KEPT
    : { bottom: after > before ? y + (after - y) * fy : -Infinity, kept }
}

const NONE: readonly TreeNode[] = []
const NOTHING_KEPT: ScaledContent = { bottom: -Infinity, kept: NONE }

/** Boxes that were thinner than a pixel before must not lose their last hundredth. */
function atLeastHundredth(size: number): number {
  return Math.max(0.01, size)
}

/** Gives what scaling would make too small the size that scales to the least one. */
function enlarge(
  transaction: Transaction,
  container: BoxedNode,
  fx: number,
  fy: number,
): readonly TreeNode[] {
  const small: { readonly node: BoxedNode; readonly width: number; readonly height: number }[] = []
  const look = (node: TreeNode): void => {
    if (isBoxed(node)) {
      const [, , width, height] = node.box
      const leastWidth = Math.min(MIN_SIZE_PX, width) / fx
      const least = leastHeight(node, height) / fy
      if (width < leastWidth || height < least) small.push({ node, width: leastWidth, height: least })
    }
    for (const child of node.children) look(child)
  }
  for (const child of container.children) look(child)
  // Innermost first: a parent grows with its content before it is looked at itself.
  for (const { node, width, height } of small.reverse()) {
    if (node.box[2] < width)
      widen(transaction, node, width, transaction.index.siblings(node).filter(isBoxed), { limit: Infinity })
    if (node.box[3] < height) growOne(transaction, node, roundPx(node.box[1] + height), container)
  }
  return small.map(({ node }) => node)
}

function lowestChild(container: TreeNode): number {
  let lowest = -Infinity
  for (const child of container.children)
    if (child.box !== null) lowest = Math.max(lowest, bottomOf(child.box))
  return lowest
}
