import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { isHidden, overlapped, roundPx, Y } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { growDown } from './grow.ts'
import { split, wholeGroup } from './groups.ts'
import { scaleContent } from './scale-content.ts'
import { widen } from './widen.ts'

/** A new size for one of several siblings. */
export interface SizeRequest {
  readonly node: BoxedNode
  readonly width: number
  readonly height: number
  /** Its content keeps its boxes: a frame that something moves into, not a container that is resized. */
  readonly isFrame?: boolean
}

/** The outcome of a request. */
export interface SizeResult {
  readonly node: BoxedNode
  /** Narrower than asked for: the parent's right edge is in the way. */
  readonly isClamped: boolean
  /** Components inside that kept their least size. */
  readonly kept: readonly TreeNode[]
}

/**
 * Gives siblings new sizes at once; the top-left corners stay, except where a neighbour pushes. Narrower and lower ones
 * first, as that makes room; then widths from left to right; then content; then heights. So the outcome does not depend
 * on the order of the requests. O(n log n), n = siblings, where something grows.
 */
export function resizeSiblings(
  transaction: Transaction,
  parent: TreeNode | null,
  requests: readonly SizeRequest[],
): SizeResult[] {
  const before = new Map(requests.map(({ node }) => [node as TreeNode, node.box]))
  for (const { node, width } of requests) {
    const [x, y, present, height] = node.box
    if (width < present) transaction.setBox(node, [x, y, width, height])
  }
  widenAll(transaction, parent, requests)
  const results: SizeResult[] = []
  const bottoms = new Map<TreeNode, number>()
  for (const { node, width, height, isFrame } of requests) {
    const was = before.get(node)!
    const [x, y, reached, present] = node.box
    const content =
      isFrame === true ? null : scaleContent(transaction, node, reached / was[2], height / was[3])
    const final = content === null ? height : Math.max(height, roundPx(content.bottom - y))
    if (final < present || isOverlay(transaction, node)) transaction.setBox(node, [x, y, reached, final])
    else if (final > present) bottoms.set(node, y + final)
    results.push({ node, isClamped: reached < width, kept: content?.kept ?? [] })
  }
  if (bottoms.size > 0) growDown(transaction, parent, bottoms)
  return results
}

function widenAll(transaction: Transaction, parent: TreeNode | null, requests: readonly SizeRequest[]): void {
  const growing = new Map<TreeNode, number>()
  for (const { node, width } of requests) if (width > node.box[2]) growing.set(node, width - node.box[2])
  if (growing.size === 0) return
  const siblings = transaction.index.childrenUnder(parent)
  for (const row of split(wholeGroup(transaction, siblings, growing), Y, growing)) {
    const targets = row.nodes
      .filter((node) => growing.has(node))
      .sort((a, b) => a.box[0] - b.box[0] || a.position - b.position)
    if (targets.length === 0) continue
    const members = [...row.nodes, ...row.riders]
    for (const node of targets) {
      const growth = growing.get(node)!
      // One that has had its turn asks for no more room.
      growing.delete(node)
      widen(transaction, node, node.box[2] + growth, isOverlay(transaction, node) ? [] : members, {
        growths: growing,
      })
    }
  }
}

/** Hidden and lying over others: nothing makes way for it. */
function isOverlay(transaction: Transaction, node: BoxedNode): boolean {
  if (!isHidden(transaction, node)) return false
  for (const other of overlapped(transaction, node)) if (!isHidden(transaction, other)) return true
  return false
}
