import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, isBoxed, roundPx, TOLERANCE, X, Y } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { pushOutwards, shiftGroup } from './grow.ts'
import { split, wholeGroup } from './groups.ts'
import { traceTo } from './trace.ts'
import type { Level } from './trace.ts'
import { roomInCluster } from './room-in-cluster.ts'
import { roomInStack, roomUnder } from './room-in-stack.ts'
import { fit, NO_NODES, sidesOf, widenedTo } from './site.ts'
import type { Side, Site, PlacementRequest } from './site.ts'
import { baseSpacing, contentLeft, contentTop, padding, usedGap } from './spacing.ts'

/**
 * Makes room beside a sibling and returns the box for the component that comes there; it is `guest`, which does not
 * count among the siblings. A column opens by the component's height and the gap used there; beside a member of a row
 * it goes to the right, under it, or under (over) the whole row. O(n log n), n = siblings.
 */
export function roomBeside(
  transaction: Transaction,
  anchor: BoxedNode,
  side: Side,
  request: PlacementRequest,
  guest: TreeNode,
): Box {
  const all = wholeGroup(transaction, transaction.index.siblings(anchor), new Set([anchor]), guest)
  const trace = traceTo(all, anchor, {
    isBackdrop: (node) => node !== anchor && request.backdrops.has(node),
    focus: { has: (node) => node === anchor || request.companions.has(node) },
  })
  const bounds = widenedTo(all, boundsUnder(transaction, anchor.parent))
  const site: Site = { transaction, anchor, trace, bounds, request }
  if (trace.leaf.nodes.length > 1) return roomInCluster(site, side)
  if (trace.levels.at(-1)?.axis === X && side === 'after') {
    const right = request.mayStandBeside
      ? roomToTheRight(transaction, anchor.box[1], trace.levels, request, bounds)
      : null
    const besideOrUnder = right ?? roomUnder(site)
    if (besideOrUnder !== null) return besideOrUnder
  }
  return roomInStack(site, side)
}

/** Makes room at the start or end of what is under `parent`. */
export function roomAtEdge(
  transaction: Transaction,
  parent: TreeNode | null,
  edge: 'start' | 'end',
  request: PlacementRequest,
  guest: TreeNode,
): Box {
  const all = wholeGroup(transaction, transaction.index.childrenUnder(parent), NO_NODES, guest)
  const rows = split(all, Y)
  const bounds = boundsUnder(transaction, parent)
  if (rows.length === 0) return roomInside(transaction, parent, request, bounds)
  const sides = sidesOf([], widenedTo(all, bounds))
  const left = contentLeft(transaction, parent, all.nodes.length > 0 ? all.nodes : all.riders)
  const spacing = baseSpacing(transaction)
  if (edge === 'start') {
    const [first, second] = rows
    const gap = usedGap(null, second === undefined ? null : second.start - first!.end, spacing)
    const box = fit(request, left, first!.start, sides)
    for (const row of rows) shiftGroup(transaction, row, request.height + gap)
    return box
  }
  const row = rows.at(-1)!
  const columns = rows.length === 1 ? split(row, X) : []
  if (columns.length > 1) {
    // A container that is one row goes on to the right, where there is room.
    const level: Level = { axis: X, groups: columns, at: columns.length - 1, bottom: row.bottom }
    const beside = roomToTheRight(transaction, columns.at(-1)!.nodes[0]!.box[1], [level], request, bounds)
    if (beside !== null) return beside
  }
  const above = rows.at(-2)
  return fit(
    request,
    left,
    row.end + usedGap(null, above === undefined ? null : row.start - above.end, spacing),
    sides,
  )
}

/** Where there is nothing yet. */
function roomInside(
  transaction: Transaction,
  parent: TreeNode | null,
  request: PlacementRequest,
  bounds: Box,
): Box {
  const spacing = baseSpacing(transaction)
  const inset = Math.min(parent === null ? spacing : padding(transaction, parent), bounds[2] / 2)
  const top = parent !== null && isBoxed(parent) ? contentTop(transaction, parent) : bounds[1] + spacing
  return fit(request, bounds[0] + inset, top, sidesOf([], bounds))
}

/**
 * To the right of a row's member (the group at the end of `levels`), where that needs nobody to move sideways; null
 * where there is no room.
 */
function roomToTheRight(
  transaction: Transaction,
  top: number,
  levels: readonly Level[],
  request: PlacementRequest,
  bounds: Box,
): Box | null {
  const row = levels.at(-1)!
  const outer = levels.slice(0, -1)
  const own = row.groups[row.at]!
  const next = row.groups[row.at + 1]
  const previous = row.groups[row.at - 1]
  const [low, high] = sidesOf(outer, bounds)
  const spacing = baseSpacing(transaction)
  const before = previous === undefined ? null : own.start - previous.end
  const gap = usedGap(next === undefined ? null : next.start - own.end, before, spacing)
  // At the end of a row as much stays free as at its start.
  const margin = next === undefined ? Math.max(0, row.groups[0]!.start - low) : gap
  const left = own.end + gap
  if (left + request.width > (next?.start ?? high) - Math.min(spacing, margin) + TOLERANCE) return null
  pushOutwards(transaction, outer, top + request.height - row.bottom)
  return [roundPx(left), top, request.width, request.height]
}
