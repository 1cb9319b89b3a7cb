import { typeOf } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import {
  bottomOf,
  boundsUnder,
  isBoxed,
  isFixed,
  isHidden,
  meetAlong,
  rightOf,
  roundPx,
  shiftTree,
  TOLERANCE,
  X,
  Y,
} from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { contentOf, growParent } from './grow.ts'
import { readingRows } from './reading-order.ts'
import { scaleContent } from './scale-content.ts'
import { baseSpacing, contentLeft } from './spacing.ts'

/** Types that keep their size in a column: what they show has one. */
const KEEPS_WIDTH: ReadonlySet<string> = new Set(['icon', 'avatar', 'badge', 'checkbox', 'radio', 'switch'])

/**
 * Puts siblings into equal columns of their parent's inner width, in reading order, rows as high as their highest. What follows
 * keeps its distance, and the parent grows. False where the columns have no room. O(n log n + what moves).
 *
 * @param said the gap between them; default: as it is, else the base spacing
 */
export function arrangeInColumns(
  transaction: Transaction,
  parent: TreeNode | null,
  nodes: readonly BoxedNode[],
  columns: number,
  said?: number,
): boolean {
  const order = readingRows(nodes).flat()
  const gap = said ?? presentGap(transaction, parent, order)
  const others = transaction.index
    .childrenUnder(parent)
    .filter((node) => isBoxed(node) && !nodes.includes(node) && !isFixed(transaction, node)) as BoxedNode[]
  const block = unionOf(nodes)
  const [left, right] = sidesFor(transaction, parent, nodes, others, gap)
  const width = (right - left - gap * (columns - 1)) / columns
  if (width < 1) return false
  const before = contentOf(parent)
  const between = others.filter((other) => standsBetween(transaction, other, block, nodes))
  const below = others.filter((other) => other.box[1] >= block.bottom - TOLERANCE)
  let bottom = fill(transaction, order, { left, top: block.top, width, gap, columns })
  for (const node of between.toSorted((a, b) => a.box[1] - b.box[1])) {
    shiftTree(transaction, node, 0, bottom + gap - node.box[1])
    bottom = bottomOf(node.box)
  }
  const standing = others.filter((other) => !below.includes(other) && !between.includes(other))
  const by = Math.max(bottom - block.bottom, -roomAbove(transaction, below, standing))
  for (const node of below) shiftTree(transaction, node, 0, by)
  growParent(transaction, parent, before)
  return true
}

interface Grid {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly gap: number
  readonly columns: number
}

/** Returns the bottom edge of the last row. */
function fill(transaction: Transaction, order: readonly BoxedNode[], grid: Grid): number {
  const { left, width, gap, columns } = grid
  let top = grid.top
  let bottom = top
  order.forEach((node, i) => {
    const column = i % columns
    if (column === 0 && i > 0) top = bottom + gap
    const x = roundPx(left + column * (width + gap))
    // The edges are rounded, not the widths: columns keep their gap.
    const wide = KEEPS_WIDTH.has(typeOf(node.component))
      ? Math.min(node.box[2], width)
      : roundPx(left + column * (width + gap) + width) - x
    put(transaction, node, x, top, roundPx(wide))
    bottom = Math.max(bottom, bottomOf(node.box))
  })
  return bottom
}

function put(transaction: Transaction, node: BoxedNode, x: number, y: number, width: number): void {
  shiftTree(transaction, node, x - node.box[0], y - node.box[1])
  const [left, top, was, height] = node.box
  if (width === was) return
  transaction.setBox(node, [left, top, width, height])
  const { bottom } = scaleContent(transaction, node, width / was, 1)
  if (bottom > bottomOf(node.box)) transaction.setBox(node, [left, top, width, roundPx(bottom - top)])
}

/** The inner sides of the parent, less what stands beside the components. */
function sidesFor(
  transaction: Transaction,
  parent: TreeNode | null,
  nodes: readonly BoxedNode[],
  others: readonly BoxedNode[],
  gap: number,
): readonly [number, number] {
  const block = unionOf(nodes)
  let [left, right] = innerSides(transaction, parent, nodes)
  for (const other of others) {
    const isBeside = other.box[1] < block.bottom - TOLERANCE && bottomOf(other.box) > block.top + TOLERANCE
    if (!isBeside || isHidden(transaction, other)) continue
    if (rightOf(other.box) <= block.left + TOLERANCE) left = Math.max(left, rightOf(other.box) + gap)
    else if (other.box[0] >= block.right - TOLERANCE) right = Math.min(right, other.box[0] - gap)
  }
  return [left, right]
}

/** The parent's sides less its padding; where it states none, as far inside as its content begins. */
function innerSides(
  transaction: Transaction,
  parent: TreeNode | null,
  nodes: readonly BoxedNode[],
): readonly [number, number] {
  const bounds = boundsUnder(transaction, parent)
  const all = transaction.index.childrenUnder(parent).filter(isBoxed)
  const spacing = Math.max(8, baseSpacing(transaction))
  const found = contentLeft(transaction, parent, all.length > 0 ? all : nodes) - bounds[0]
  const inset = found < 0 || found > 3 * spacing ? spacing : found
  return [
    bounds[0] + (statedPadding(transaction, parent, 'paddingLeft') ?? inset),
    rightOf(bounds) - (statedPadding(transaction, parent, 'paddingRight') ?? inset),
  ]
}

function statedPadding(
  transaction: Transaction,
  parent: TreeNode | null,
  side: 'paddingLeft' | 'paddingRight',
): number | undefined {
  if (parent === null || parent.box === null) return undefined
  return numberOf(transaction.read(parent, side)) ?? numberOf(transaction.read(parent, 'padding'))
}

/** The gap that the parent states or that the components have; free space between them is none. */
function presentGap(transaction: Transaction, parent: TreeNode | null, nodes: readonly BoxedNode[]): number {
  const stated = parent === null ? undefined : numberOf(transaction.read(parent, 'gap'))
  if (stated !== undefined && stated >= 0) return stated
  const spacing = baseSpacing(transaction)
  let gap = Infinity
  const rows = readingRows(nodes)
  rows.forEach((row, i) => {
    for (let k = 1; k < row.length; k++) gap = Math.min(gap, row[k]!.box[0] - rightOf(row[k - 1]!.box))
    if (i > 0) gap = Math.min(gap, unionOf(row).top - unionOf(rows[i - 1]!).bottom)
  })
  return gap < 0 || gap > 3 * Math.max(8, spacing) ? spacing : roundPx(gap)
}

/** A component among those that are arranged, without lying over or under one of them: it comes after them. */
function standsBetween(
  transaction: Transaction,
  other: BoxedNode,
  block: Extent,
  nodes: readonly BoxedNode[],
): boolean {
  const { box } = other
  const isWithin =
    box[1] > block.top + TOLERANCE &&
    box[1] < block.bottom - TOLERANCE &&
    box[0] < block.right - TOLERANCE &&
    rightOf(box) > block.left + TOLERANCE
  if (!isWithin || isHidden(transaction, other)) return false
  return !nodes.some((node) => meetAlong(node.box, box, X) && meetAlong(node.box, box, Y))
}

/** How far what is below may move up without meeting what stays. */
function roomAbove(
  transaction: Transaction,
  below: readonly BoxedNode[],
  standing: readonly BoxedNode[],
): number {
  let room = Infinity
  for (const node of below) {
    for (const other of standing) {
      if (isHidden(transaction, other) || !meetAlong(node.box, other.box, X)) continue
      if (bottomOf(other.box) <= node.box[1] + TOLERANCE)
        room = Math.min(room, Math.max(0, node.box[1] - bottomOf(other.box)))
    }
  }
  return room
}

interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function unionOf(nodes: readonly BoxedNode[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { box } of nodes) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, rightOf(box))
    bottom = Math.max(bottom, bottomOf(box))
  }
  return { left, top, right, bottom }
}
