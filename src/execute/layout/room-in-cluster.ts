import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, meetAlong, roundPx, shiftTree, TOLERANCE, X } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { pushOutwards } from './grow.ts'
import { wholeGroup } from './groups.ts'
import type { Group } from './groups.ts'
import { fit, NO_NODES, sidesOf } from './site.ts'
import type { Side, Site } from './site.ts'
import { baseSpacing } from './spacing.ts'

/**
 * Room among components that no line parts: at the first height beside the anchor that nothing crosses where the box
 * comes to stand; everything from there on moves down as one, so that nothing new overlaps.
 */
export function roomInCluster({ transaction, anchor, trace, request, bounds }: Site, side: Side): Box {
  const { leaf, levels } = trace
  const gap = baseSpacing(transaction)
  const wanted = fit(request, anchor.box[0], 0, sidesOf(levels, bounds))
  const wish0 = side === 'after' ? bottomOf(anchor.box) : anchor.box[1]
  const free = freeHeight(leaf.nodes, wish0, wanted)
  const isAbove = side === 'before' && free !== wish0
  // What crosses the way to a place before the anchor sends it before them all, not behind.
  const cut = isAbove ? leaf.nodes.reduce((top, { box }) => Math.min(top, box[1]), Infinity) : free
  const top = side === 'after' ? cut + gap : cut
  openAt(transaction, leaf, cut, top + wanted[3] + gap)
  let bottom = top + wanted[3]
  for (const { box } of leaf.nodes) bottom = Math.max(bottom, bottomOf(box))
  pushOutwards(transaction, levels, bottom - leaf.bottom)
  return [wanted[0], roundPx(top), wanted[2], wanted[3]]
}

/** Room for a box as near below the place it wants as can be, among all siblings: the way out where a place is taken. */
export function roomNear(
  transaction: Transaction,
  parent: TreeNode | null,
  wanted: Box,
  guest: TreeNode,
): Box {
  const whole = wholeGroup(transaction, transaction.index.childrenUnder(parent), NO_NODES, guest)
  const top = freeHeight(whole.nodes, wanted[1], wanted)
  openAt(transaction, whole, top, top + wanted[3])
  return [wanted[0], roundPx(top), wanted[2], wanted[3]]
}

/** The first height from `from` on that no component which begins above it crosses, as far as the box is wide. */
function freeHeight(nodes: readonly BoxedNode[], from: number, box: Box): number {
  let height = from
  for (const { box: other } of nodes.toSorted((a, b) => a.box[1] - b.box[1])) {
    if (other[1] >= height - TOLERANCE) break
    if (bottomOf(other) > height + TOLERANCE && meetAlong(other, box, X)) height = bottomOf(other)
  }
  return height
}

/** Moves what begins at `cut` or below it down, all as far as the first of it needs to begin at `until`. */
function openAt(transaction: Transaction, { nodes, riders }: Group, cut: number, until: number): void {
  const below = nodes.filter(({ box }) => box[1] >= cut - TOLERANCE)
  const by = until - below.reduce((top, { box }) => Math.min(top, box[1]), Infinity)
  if (by <= 0) return
  for (const node of below) shiftTree(transaction, node, 0, by)
  for (const rider of riders) if (rider.box[1] >= cut - TOLERANCE) shiftTree(transaction, rider, 0, by)
}
