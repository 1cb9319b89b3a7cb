import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, isBoxed, isHidden, overlapped, roundPx, shiftTree, Y } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { contentOf, growOne, growParent, shiftGroup } from './grow.ts'
import { groupOf } from './trace.ts'
import type { Level } from './trace.ts'
import { placeOf, stackOf } from './relocate.ts'
import { resizeSiblings } from './resize-siblings.ts'
import { roomNear } from './room-in-cluster.ts'
import { sidesOf } from './site.ts'
import { scaleContent } from './scale-content.ts'
import { contentLeft } from './spacing.ts'
import { swapInStack } from './stack.ts'

/** Lets two siblings exchange places within the column or row that they share; false if they share none. */
export function exchangeInStack(transaction: Transaction, a: BoxedNode, b: BoxedNode): boolean {
  const trace = placeOf(transaction, a)
  const stack = trace === null ? null : stackOf(trace)
  if (trace === null || stack === null) return false
  const other = groupOf(stack, b)
  if (other < 0 || stack.groups[other]!.nodes.length !== 1) return false
  const [boxA, boxB]: [Box, Box] = [a.box, b.box]
  swapInStack(transaction, stack, stack.at, other)
  if (stack.axis === Y) {
    const [low, high] = sidesOf(trace.levels, boundsUnder(transaction, a.parent))
    shiftTree(transaction, a, within(boxB[0], boxA[2], low, high) - a.box[0], 0)
    shiftTree(transaction, b, within(boxA[0], boxB[2], low, high) - b.box[0], 0)
  } else if (!areCentred(boxA, boxB)) {
    const top = stack.groups.reduce(
      (least, { nodes }) => Math.min(least, ...nodes.map(({ box }) => box[1])),
      Infinity,
    )
    shiftTree(transaction, a, 0, within(boxB[1], boxA[3], top, stack.bottom) - a.box[1])
    shiftTree(transaction, b, 0, within(boxA[1], boxB[3], top, stack.bottom) - b.box[1])
  }
  return true
}

/** Components of different heights that stand on one middle line keep to it. */
function areCentred(a: Box, b: Box): boolean {
  return Math.abs(a[1] + a[3] / 2 - b[1] - b[3] / 2) <= 1
}

/** The position that keeps a length between two edges, as near to what is wanted as possible. */
function within(wanted: number, length: number, low: number, high: number): number {
  return Math.max(low, Math.min(wanted, high - length))
}

/**
 * Gives two components, whose order is exchanged already, each other's place. First they exchange whole boxes, which
 * changes nothing for the others; then each gets its own size back, and its new neighbours make way or close up.
 *
 * @param friends what each of them overlapped before
 * @returns those that had to become narrower
 */
export function exchangeFrames(
  transaction: Transaction,
  pair: readonly [BoxedNode, BoxedNode],
  friends: readonly [ReadonlySet<TreeNode>, ReadonlySet<TreeNode>],
): BoxedNode[] {
  const sizes = pair.map(({ box }) => box)
  takeFrame(transaction, pair[0], sizes[1]!, sizes[0]!)
  takeFrame(transaction, pair[1], sizes[0]!, sizes[1]!)
  return pair.filter((node, i) => settleInFrame(transaction, node, sizes[i]!, friends[i]!, pair[1 - i]!))
}

function takeFrame(transaction: Transaction, node: BoxedNode, frame: Box, own: Box): void {
  shiftTree(transaction, node, frame[0] - own[0], frame[1] - own[1])
  transaction.setBox(node, frame)
}

/** Gives a component its own size back; returns true when it became narrower. */
function settleInFrame(
  transaction: Transaction,
  node: BoxedNode,
  size: Box,
  friends: ReadonlySet<TreeNode>,
  partner: TreeNode,
): boolean {
  const [, , width, height] = size
  if (isTaken(transaction, node, friends, partner)) settleNearby(transaction, node, size)
  else {
    const trace = placeOf(transaction, node)!
    const stack = stackOf(trace)
    if (stack?.axis === Y) {
      // In another parent it stays in line with its new neighbours; in its own it may reach as far left as it did.
      const left = node.parent === partner.parent ? -Infinity : leftOfOthers(transaction, node)
      const [low, high] = sidesOf(trace.levels, boundsUnder(transaction, node.parent))
      settleInColumn(transaction, node, size, stack, [Math.max(low, left), high])
    } else {
      resizeSiblings(transaction, node.parent, [{ node, width, height, isFrame: true }])
      reachLeft(transaction, node, width)
    }
  }
  if (node.box[2] === width) return false
  scaleContent(transaction, node, node.box[2] / width, 1)
  return node.box[2] < width
}

/** Where the new neighbours begin, unless the component begins further left. */
function leftOfOthers(transaction: Transaction, node: BoxedNode): number {
  const boxed = transaction.index.siblings(node).filter(isBoxed)
  const others = boxed.filter((other) => other !== node)
  return Math.min(node.box[0], contentLeft(transaction, node.parent, others))
}

/** The frame's old owner lay over others: the new one comes below them. */
function settleNearby(transaction: Transaction, node: BoxedNode, [, , width, height]: Box): void {
  const [x, y] = node.box
  const bounds = boundsUnder(transaction, node.parent)
  const before = contentOf(node.parent)
  const left = within(x, width, bounds[0], bounds[0] + bounds[2])
  const room = roomNear(transaction, node.parent, [left, y, Math.min(width, bounds[2]), height], node)
  shiftTree(transaction, node, room[0] - x, room[1] - y)
  transaction.setBox(node, room)
  growParent(transaction, node.parent, before)
}

/** What the right side has no room for, the free space on the left may have. */
function reachLeft(transaction: Transaction, node: BoxedNode, width: number): void {
  const missing = width - node.box[2]
  if (missing <= 0) return
  const trace = placeOf(transaction, node)!
  if (trace.leaf.nodes.length > 1) return
  const [low] = sidesOf(trace.levels, boundsUnder(transaction, node.parent))
  const by = roundPx(Math.min(missing, Math.max(0, node.box[0] - low)))
  shiftTree(transaction, node, -by, 0)
  transaction.setBox(node, [node.box[0], node.box[1], roundPx(node.box[2] + by), node.box[3]])
}

/** Others that the frame's old owner lay over are no neighbours for the new one. */
function isTaken(
  transaction: Transaction,
  node: BoxedNode,
  friends: ReadonlySet<TreeNode>,
  partner: TreeNode,
): boolean {
  if (isHidden(transaction, node)) return false
  for (const other of overlapped(transaction, node))
    if (other !== partner && !friends.has(other) && !isHidden(transaction, other)) return true
  return false
}

/** Alone in its row of a column: it may use the whole width, and what follows keeps its gap either way. */
function settleInColumn(
  transaction: Transaction,
  node: BoxedNode,
  size: Box,
  stack: Level,
  [low, high]: readonly [number, number],
): void {
  const [x, y, , frameHeight] = node.box
  const left = within(x, size[2], low, high)
  shiftTree(transaction, node, left - x, 0)
  transaction.setBox(node, [
    node.box[0],
    y,
    roundPx(Math.max(1, Math.min(size[2], high - left))),
    Math.min(frameHeight, size[3]),
  ])
  if (size[3] > frameHeight) growOne(transaction, node, roundPx(y + size[3]))
  else
    for (const group of stack.groups.slice(stack.at + 1))
      shiftGroup(transaction, group, size[3] - frameHeight)
}
