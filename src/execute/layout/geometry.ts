import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'

/** Boxes that share no more than this many pixels touch; more is an overlap. */
export const TOLERANCE = 0.5

export type Axis = 0 | 1
export const X: Axis = 0
export const Y: Axis = 1

const NOISE_PX = 1e-6

/** A node that has a box. */
export type BoxedNode = TreeNode & { box: Box }

export function isBoxed(node: TreeNode): node is BoxedNode {
  return node.box !== null
}

export function rightOf(box: Box): number {
  return box[0] + box[2]
}

export function bottomOf(box: Box): number {
  return box[1] + box[3]
}

export function endOf(box: Box, axis: Axis): number {
  return axis === X ? rightOf(box) : bottomOf(box)
}

/** True when two boxes share more than the tolerance along an axis. */
export function meetAlong(a: Box, b: Box, axis: Axis): boolean {
  return endOf(a, axis) > b[axis] + TOLERANCE && endOf(b, axis) > a[axis] + TOLERANCE
}

export function overlap(a: Box, b: Box): boolean {
  return meetAlong(a, b, X) && meetAlong(a, b, Y)
}

/** Hundredths of a pixel: what factors leave behind the second decimal is noise. */
export function roundPx(value: number): number {
  return Math.round(value * 100) / 100
}

export function isHidden(transaction: Transaction, node: TreeNode): boolean {
  return transaction.read(node, 'hidden') === true
}

/** Fixed to the screen: it takes no part in the layout of its siblings. */
export function isFixed(transaction: Transaction, node: TreeNode): boolean {
  return transaction.read(node, 'positioning') === 'fixed'
}

/** Moves a component and everything in it. O(components inside). */
export function shiftTree(transaction: Transaction, node: TreeNode, dx: number, dy: number): void {
  // Differences of sums that ought to be zero are not always so.
  if (Math.abs(dx) < NOISE_PX && Math.abs(dy) < NOISE_PX) return
  const box = node.box
  if (box !== null) transaction.setBox(node, [roundPx(box[0] + dx), roundPx(box[1] + dy), box[2], box[3]])
  for (const child of node.children) shiftTree(transaction, child, dx, dy)
}

/** The box that bounds the children of `parent`: its own, that of the nearest ancestor that has one, or the screen. */
export function boundsUnder(transaction: Transaction, parent: TreeNode | null): Box {
  for (let node = parent; node !== null; node = node.parent) if (node.box !== null) return node.box
  const { width, height } = transaction.screen()
  return [0, 0, width, height]
}

/** The siblings that a component lies over or under already. */
export function overlapped(transaction: Transaction, node: BoxedNode): Set<TreeNode> {
  const found = new Set<TreeNode>()
  for (const other of transaction.index.siblings(node)) {
    if (other !== node && isBoxed(other) && overlap(node.box, other.box)) found.add(other)
  }
  return found
}
