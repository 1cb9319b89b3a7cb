import { bottomOf, boundsUnder, rightOf, TOLERANCE } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import type { Box } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'

const DEFAULT_SPACING_PX = 16

/** The theme's base spacing, 16 px if it has none. */
export function baseSpacing(transaction: Transaction): number {
  const spacing = numberOf(transaction.readToken('baseSpacing'))
  return spacing !== undefined && spacing >= 0 ? spacing : DEFAULT_SPACING_PX
}

/** What a container keeps free between its edge and its content. */
export function padding(transaction: Transaction, container: TreeNode): number {
  const present = transaction.read(container, 'padding')
  const stated = present === undefined ? undefined : numberOf(present)
  return stated !== undefined && stated >= 0 ? stated : DEFAULT_SPACING_PX
}

/** Space that a growing container keeps below its content: its padding, else as much as it leaves above it. */
export function bottomPadding(transaction: Transaction, container: TreeNode): number {
  const stated = numberOf(transaction.read(container, 'padding') ?? null)
  if (stated !== undefined) return Math.max(0, stated)
  let top = Infinity
  for (const child of container.children) if (child.box !== null) top = Math.min(top, child.box[1])
  return container.box === null || top === Infinity ? DEFAULT_SPACING_PX : Math.max(0, top - container.box[1])
}

/**
 * The gap to use beside an anchor: the one towards the side where the new component goes, unless that is no gap of a
 * stack but free space; then the one on the other side, else the base spacing.
 */
export function usedGap(towards: number | null, behind: number | null, spacing: number): number {
  const other = behind === null ? spacing : Math.max(0, behind)
  if (towards === null) return isFreeSpace(other, spacing, spacing) ? spacing : other
  return isFreeSpace(towards, other, spacing) ? Math.min(other, towards) : Math.max(0, towards)
}

function isFreeSpace(gap: number, other: number, spacing: number): boolean {
  return gap > 3 * Math.max(other, spacing, 8)
}

function spansBounds(box: Box, bounds: Box): boolean {
  return box[2] >= bounds[2] - TOLERANCE
}

/** Where block components among these siblings begin: the smallest left edge that is not a full-width one's. */
export function contentLeft(
  transaction: Transaction,
  parent: TreeNode | null,
  siblings: readonly BoxedNode[],
): number {
  const bounds = boundsUnder(transaction, parent)
  if (siblings.length === 0) {
    return bounds[0] + (parent === null ? baseSpacing(transaction) : padding(transaction, parent))
  }
  let left = Infinity
  let anyLeft = Infinity
  for (const { box } of siblings) {
    if (box[0] < anyLeft) anyLeft = box[0]
    if (box[0] < left && !spansBounds(box, bounds)) left = box[0]
  }
  return left === Infinity ? anyLeft : left
}

/**
 * Where block components that begin at `left` end: as the widest sibling that begins there, else as far from the right
 * edge as `left` is from the left one.
 */
export function contentRight(
  transaction: Transaction,
  parent: TreeNode | null,
  siblings: readonly BoxedNode[],
  left: number,
): number {
  const bounds = boundsUnder(transaction, parent)
  const limit = rightOf(bounds)
  let right = -Infinity
  for (const { box } of siblings) {
    if (Math.abs(box[0] - left) <= 1) right = Math.max(right, rightOf(box))
  }
  const mirrored = limit - Math.max(0, left - bounds[0])
  // A lone short label says nothing about how wide its column is.
  return Math.min(limit, right - left < (mirrored - left) / 2 ? mirrored : right)
}

/** True when a component reaches across its parent (or the screen) from edge to edge. */
export function isFullWidth(transaction: Transaction, node: BoxedNode): boolean {
  return spansBounds(node.box, boundsUnder(transaction, node.parent))
}

/** Where the first child of an empty container begins, below the text the container itself shows. */
export function contentTop(transaction: Transaction, container: BoxedNode): number {
  const top = container.box[1] + Math.min(padding(transaction, container), container.box[3] / 2)
  const text = transaction.read(container, 'text')
  if (typeof text !== 'string' || text === '') return top
  const lineHeight = (transaction.readNumber(container, 'fontSize') ?? 16) * 1.5
  return Math.min(top + lineHeight, Math.max(top, bottomOf(container.box)))
}
