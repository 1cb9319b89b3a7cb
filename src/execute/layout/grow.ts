import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, isBoxed, roundPx, shiftTree, TOLERANCE, X, Y } from './geometry.ts'
import type { Axis, BoxedNode } from './geometry.ts'
import { MAX_CUTS, part, wholeGroup } from './groups.ts'
import type { Group } from './groups.ts'
import type { Level } from './trace.ts'
import { bottomPadding } from './spacing.ts'

/** New bottom edges of some siblings, each at or below the old one. */
export type Bottoms = ReadonlyMap<TreeNode, number>

/**
 * Lets siblings grow downwards at once: what follows keeps its gap to the row above it, rows stay rows, columns that
 * stand side by side move independently, and the parent grows with its content, which pushes what follows it in turn.
 * Never makes two siblings overlap: within a column a component lower down moves at least as far as one higher up.
 * O(n log n), n = siblings; only the groups that hold a growing one are looked into.
 *
 * @param stopAt a parent that keeps its height
 */
export function growDown(
  transaction: Transaction,
  parent: TreeNode | null,
  bottoms: Bottoms,
  stopAt: TreeNode | null = null,
): void {
  const siblings = transaction.index.childrenUnder(parent)
  const before = contentOf(parent)
  settle(transaction, wholeGroup(transaction, siblings, bottoms), bottoms, 0, Y, 0)
  growParent(transaction, parent, before, stopAt)
}

/** What a parent held before something moved in it; heights count from its top, as it may move itself. */
export interface Content {
  /** The lowest edge of the children that count; -Infinity when there is none. */
  readonly height: number
  /** Space between that edge and the parent's. */
  readonly free: number
  /** Children that stuck out at the bottom already: what they do is no reason to grow. */
  readonly outside: ReadonlySet<TreeNode> | null
}

const NO_CONTENT: Content = { height: -Infinity, free: Infinity, outside: null }

/** A child with more than this share of its height below its parent's edge sticks out. */
const OUTSIDE_SHARE = 0.25

/** The content of a parent as it stands, to let the parent grow after it later. `guest` is about to move and does not count. */
export function contentOf(parent: TreeNode | null, guest: TreeNode | null = null): Content {
  if (parent === null || parent.box === null) return NO_CONTENT
  const edge = bottomOf(parent.box)
  let outside: Set<TreeNode> | null = null
  for (const child of parent.children) {
    if (child.box !== null && child !== guest && bottomOf(child.box) > edge + child.box[3] * OUTSIDE_SHARE)
      (outside ??= new Set()).add(child)
  }
  const height = contentHeight(parent, parent.box[1], outside, guest)
  return { height, free: parent.box[3] - height, outside }
}

function contentHeight(
  parent: TreeNode,
  top: number,
  outside: ReadonlySet<TreeNode> | null,
  guest: TreeNode | null,
): number {
  let bottom = -Infinity
  for (const child of parent.children) {
    if (child.box !== null && child !== guest && outside?.has(child) !== true)
      bottom = Math.max(bottom, bottomOf(child.box))
  }
  return bottom - top
}

/** Lets a parent follow its content down; room below the content is used first. */
export function growParent(
  transaction: Transaction,
  parent: TreeNode | null,
  before: Content,
  stopAt: TreeNode | null = null,
): void {
  if (parent === null || parent === stopAt || parent.box === null) return
  const height = contentHeight(parent, parent.box[1], before.outside, null)
  if (height <= before.height) return
  const wanted = roundPx(height + Math.max(0, Math.min(before.free, bottomPadding(transaction, parent))))
  if (wanted > parent.box[3])
    growDown(transaction, parent.parent, new Map([[parent, parent.box[1] + wanted]]), stopAt)
}

/** Moves a group down by `offset` and lets its growing members grow; returns how much further its lowest edge went. */
function settle(
  transaction: Transaction,
  group: Group,
  bottoms: Bottoms,
  offset: number,
  axis: Axis,
  cuts: number,
): number {
  if (!group.nodes.some((node) => bottoms.has(node))) {
    shiftGroup(transaction, group, offset)
    return 0
  }
  const parted = cuts < MAX_CUTS ? part(group, axis, (node) => !bottoms.has(node), bottoms) : null
  if (parted === null) return settleCluster(transaction, group, bottoms, offset)
  if (parted.axis === Y) return settleRows(transaction, parted.groups, bottoms, offset, cuts)
  let lowest = group.bottom
  for (const column of parted.groups) {
    lowest = Math.max(lowest, column.bottom + settle(transaction, column, bottoms, offset, Y, cuts + 1))
  }
  return lowest - group.bottom
}

function settleRows(
  transaction: Transaction,
  rows: readonly Group[],
  bottoms: Bottoms,
  offset: number,
  cuts: number,
): number {
  let grown = 0
  for (const row of rows) grown += settle(transaction, row, bottoms, offset + grown, X, cuts + 1)
  return grown
}

/** Of siblings that overlap, one that begins in the last quarter of another still counts as what follows it. */
const FOLLOWING_SHARE = 0.25

/** No line parts these: everything from the bottom of a growing one on moves by its growth. */
function settleCluster(transaction: Transaction, group: Group, bottoms: Bottoms, offset: number): number {
  const growing = group.nodes
    .filter((node) => bottoms.has(node))
    .map((node) => ({
      edge: bottomOf(node.box) - Math.max(TOLERANCE, node.box[3] * FOLLOWING_SHARE),
      by: bottoms.get(node)! - bottomOf(node.box),
    }))
    .sort((a, b) => a.edge - b.edge)
  const shifts = new Map<BoxedNode, number>()
  const members = [...group.nodes, ...group.riders].sort((a, b) => a.box[1] - b.box[1])
  let passed = 0
  let shift = offset
  for (const node of members) {
    while (passed < growing.length && growing[passed]!.edge <= node.box[1]) shift += growing[passed++]!.by
    shifts.set(node, shift)
  }
  let lowest = -Infinity
  for (const node of members) {
    const by = shifts.get(node)!
    const bottom = bottoms.get(node)
    shiftTree(transaction, node, 0, by)
    if (bottom !== undefined) {
      const box = node.box
      // The height, not the shifted edge: sums of rounded positions would make it drift.
      transaction.setBox(node, [box[0], box[1], box[2], roundPx(bottom - (box[1] - by))])
    }
  }
  for (const node of group.nodes) lowest = Math.max(lowest, bottomOf(node.box))
  return Math.max(0, roundPx(lowest - offset - group.bottom))
}

export function shiftGroup(transaction: Transaction, group: Group, dy: number, dx = 0): void {
  if (dx === 0 && dy === 0) return
  for (const node of group.nodes) shiftTree(transaction, node, dx, dy)
  for (const node of group.riders) shiftTree(transaction, node, dx, dy)
}

/**
 * Carries the growth of a part outwards: `delta` is how much further down the part at the end of `levels` reaches.
 * Rows below it move on; a column that stays above the foot of its row moves nobody.
 */
export function pushOutwards(transaction: Transaction, levels: readonly Level[], delta: number): void {
  let down = delta
  for (let i = levels.length - 1; i >= 0 && down > 0; i--) {
    const { axis, groups, at, bottom } = levels[i]!
    if (axis === Y) for (let j = at + 1; j < groups.length; j++) shiftGroup(transaction, groups[j]!, down)
    else down = Math.max(0, groups[at]!.bottom + down - bottom)
  }
}

/** Lets one component grow down to a new bottom edge. */
export function growOne(
  transaction: Transaction,
  node: TreeNode,
  bottom: number,
  stopAt: TreeNode | null = null,
): void {
  if (!isBoxed(node) || bottom <= bottomOf(node.box)) return
  growDown(transaction, node.parent, new Map([[node, bottom]]), stopAt)
}
