import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, isBoxed, roundPx } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { growOne } from './grow.ts'
import { leastHeight, MIN_SIZE_PX } from './least-size.ts'
import { widen } from './widen.ts'

/** A component that scaling would make smaller than it may get, and the size it keeps. */
interface Restored {
  readonly node: BoxedNode
  readonly width: number
  readonly height: number
}

/**
 * Scales what is in a container with it: places relative to its top-left corner, and sizes; fonts stay. What would get
 * smaller than it may keeps its least size, and what follows it inside makes way. The container's own box is left alone.
 * O(components inside), where nothing reaches its least size.
 *
 * @returns the bottom edge that the container needs because of least sizes, -Infinity where it needs none; and who has one
 */
export function scaleContent(transaction: Transaction, container: BoxedNode, fx: number, fy: number): { readonly bottom: number; readonly kept: readonly TreeNode[] } {
  if (container.children.length === 0 || (fx === 1 && fy === 1)) return NOTHING_KEPT
  const small: Restored[] = []
  const [x, y] = container.box
  const scale = (node: TreeNode): void => {
    if (isBoxed(node)) {
      const [left, top, width, height] = node.box
      const scaled = [roundPx(x + (left - x) * fx), roundPx(y + (top - y) * fy), roundPx(width * fx), roundPx(height * fy)] as const
      transaction.setBox(node, scaled)
      const leastWidth = Math.min(MIN_SIZE_PX, width)
      const least = leastHeight(node, height)
      if (scaled[2] < leastWidth || scaled[3] < least) small.push({ node, width: Math.max(scaled[2], leastWidth), height: Math.max(scaled[3], least) })
    }
    for (const child of node.children) scale(child)
  }
  for (const child of container.children) scale(child)
  if (small.length === 0) return NOTHING_KEPT
  const before = lowestChild(container)
  // Innermost first: a parent grows with its content before it is looked at itself.
  for (const { node, width, height } of small.reverse()) {
    const siblings = transaction.index.siblings(node).filter(isBoxed)
    if (node.box[2] < width) widen(transaction, node, width, siblings, { limit: Infinity })
    if (node.box[3] < height) growOne(transaction, node, roundPx(node.box[1] + height), container)
  }
  const after = lowestChild(container)
  return { bottom: after > before ? after : -Infinity, kept: small.map(({ node }) => node) }
}

const NOTHING_KEPT = { bottom: -Infinity, kept: [] } as const

function lowestChild(container: TreeNode): number {
  let lowest = -Infinity
  for (const child of container.children) if (child.box !== null) lowest = Math.max(lowest, bottomOf(child.box))
  return lowest
}
