import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, bottomOf, meetAlong, rightOf, roundPx, shiftTree, TOLERANCE, X, Y } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import { pushOutwards, shiftGroup } from './grow.ts'
import { split, traceTo, wholeGroup } from './groups.ts'
import type { Group, Level, Trace } from './groups.ts'
import { baseSpacing, contentLeft, contentTop, padding, usedGap } from './spacing.ts'

/** What a component that comes to stand somewhere would like. */
export interface Wish {
  /** Its left edge; null: that of the anchor, or of the content. */
  readonly x: number | null
  readonly width: number
  readonly height: number
  /** Whether it may stand to the right of an anchor that is in a row, where there is room. */
  readonly mayStandBeside: boolean
  /** Made by the same step: what goes into a row of its own stands beside these where it can. */
  readonly companions: ReadonlySet<TreeNode>
  /** What it overlapped before and may overlap again, where that lies behind all others. */
  readonly backdrops: ReadonlySet<TreeNode>
}

export type Side = 'before' | 'after'

/**
 * Makes room beside a sibling and returns the box for the component that comes there; it is `guest`, which does not
 * count among the siblings, or not yet one of them. A column opens by the component's height and the gap used there;
 * beside a member of a row it goes to the right, under it, or under (over) the whole row. O(n log n), n = siblings.
 */
export function roomBeside(
  transaction: Transaction,
  anchor: BoxedNode,
  side: Side,
  wish: Wish,
  guest: TreeNode | null,
): Box {
  const siblings = transaction.index.siblings(anchor)
  const isBackdrop = (node: TreeNode): boolean => node !== anchor && wish.backdrops.has(node)
  const trace = traceTo(wholeGroup(transaction, siblings, new Set([anchor]), guest), anchor, isBackdrop)
  const bounds = widenedTo(trace.all, boundsUnder(transaction, anchor.parent))
  const { levels, leaf } = trace
  const last = levels.at(-1)
  if (last?.axis === X && leaf.nodes.length === 1 && side === 'after') {
    const beside = wish.mayStandBeside
      ? roomToTheRight(transaction, anchor.box[1], levels, wish, bounds)
      : null
    if (beside !== null) return beside
    const under = roomUnder(transaction, anchor, trace, wish, bounds)
    if (under !== null) return under
  }
  if (leaf.nodes.length > 1) return roomInCluster(transaction, anchor, side, trace, wish, bounds)
  return roomInStack(transaction, anchor, side, trace, wish, bounds)
}

/** Makes room at the start or end of what is under `parent`. */
export function roomAtEdge(
  transaction: Transaction,
  parent: TreeNode | null,
  edge: 'start' | 'end',
  wish: Wish,
  guest: TreeNode | null,
): Box {
  const bounds = boundsUnder(transaction, parent)
  const siblings = transaction.index.childrenUnder(parent)
  const all = wholeGroup(transaction, siblings, NO_NODES, guest)
  const rows = split(all, Y)
  const spacing = baseSpacing(transaction)
  const [low, high] = sidesOf([], widenedTo(all, bounds))
  if (rows.length === 0) {
    const inset = parent === null ? spacing : padding(transaction, parent)
    const top =
      parent === null || parent.box === null
        ? bounds[1] + spacing
        : contentTop(transaction, parent as BoxedNode)
    return fit(wish, bounds[0] + Math.min(inset, bounds[2] / 2), top, low, high)
  }
  const left = contentLeft(transaction, parent, all.nodes.length > 0 ? all.nodes : all.riders)
  if (edge === 'end') {
    const row = rows.at(-1)!
    const columns = rows.length === 1 ? split(row, X) : []
    if (columns.length > 1) {
      // A container that is one row goes on to the right, where there is room.
      const level: Level = { axis: X, groups: columns, at: columns.length - 1, bottom: row.bottom }
      const beside = roomToTheRight(transaction, columns.at(-1)!.nodes[0]!.box[1], [level], wish, bounds)
      if (beside !== null) return beside
    }
    const above = rows.at(-2)
    const gap = usedGap(null, above === undefined ? null : row.start - above.end, spacing)
    return fit(wish, left, row.end + gap, low, high)
  }
  const [first, second] = rows
  const gap = usedGap(null, second === undefined ? null : second.start - first!.end, spacing)
  const box = fit(wish, left, first!.start, low, high)
  for (const row of rows) shiftGroup(transaction, row, wish.height + gap)
  return box
}

export const NO_NODES: ReadonlySet<TreeNode> = new Set<TreeNode>()

/** The parent's sides, or where its content sticks out, those of the content: what comes beside it may stand as it does. */
function widenedTo({ nodes }: Group, bounds: Box): Box {
  let left = bounds[0]
  let right = rightOf(bounds)
  for (const { box } of nodes) {
    left = Math.min(left, box[0])
    right = Math.max(right, rightOf(box))
  }
  return [left, bounds[1], right - left, bounds[3]]
}

/** To the right of a row's member (the group at the end of `levels`), where that needs nobody to move sideways; null where there is no room. */
function roomToTheRight(
  transaction: Transaction,
  top: number,
  levels: readonly Level[],
  wish: Wish,
  bounds: Box,
): Box | null {
  const row = levels.at(-1)!
  const spacing = baseSpacing(transaction)
  const next = row.groups[row.at + 1]
  const previous = row.groups[row.at - 1]
  const [low, high] = sidesOf(levels.slice(0, -1), bounds)
  const own = row.groups[row.at]!
  const edge = own.end
  const gap = usedGap(
    next === undefined ? null : next.start - edge,
    previous === undefined ? null : own.start - previous.end,
    spacing,
  )
  const margin =
    next === undefined ? Math.min(spacing, Math.max(0, row.groups[0]!.start - low)) : Math.min(gap, spacing)
  const end = (next?.start ?? high) - margin
  const left = edge + gap
  if (left + wish.width > end + TOLERANCE) return null
  pushOutwards(transaction, levels.slice(0, -1), top + wish.height - row.bottom)
  return [roundPx(left), top, wish.width, wish.height]
}

/** Under a row's member, within its column; null where the column is too narrow. */
function roomUnder(
  transaction: Transaction,
  anchor: BoxedNode,
  trace: Trace,
  wish: Wish,
  bounds: Box,
): Box | null {
  const { levels } = trace
  const [low, high] = sidesOf(levels, bounds)
  const left = wish.x ?? anchor.box[0]
  if (left < low - TOLERANCE || left + wish.width > high + TOLERANCE) return null
  const depth = levels.findLastIndex(({ axis }) => axis === Y)
  const stack = levels[depth]
  const spacing = baseSpacing(transaction)
  const next = stack?.groups[stack.at + 1]
  if (stack !== undefined && next !== undefined) {
    const beside: Box = [left, next.start, wish.width, wish.height]
    if (standsFree(beside, next, wish)) {
      openFrom(transaction, stack, stack.at + 2, levels.slice(0, depth), bottomOf(beside) - next.end)
      return beside
    }
  }
  const top = bottomOf(anchor.box) + (stack === undefined ? spacing : gapsAround(stack, spacing).after)
  pushOutwards(transaction, levels, top + wish.height - bottomOf(anchor.box))
  return [left, roundPx(top), wish.width, wish.height]
}

function gapsAround(
  { groups, at }: Level,
  spacing: number,
): { readonly before: number; readonly after: number } {
  const group = groups[at]!
  const below = at + 1 < groups.length ? groups[at + 1]!.start - group.end : null
  const above = at > 0 ? group.start - groups[at - 1]!.end : null
  return { before: usedGap(above, below, spacing), after: usedGap(below, above, spacing) }
}

/** As a row of its own in the innermost column that holds the anchor. */
function roomInStack(
  transaction: Transaction,
  anchor: BoxedNode,
  side: Side,
  trace: Trace,
  wish: Wish,
  bounds: Box,
): Box {
  const depth = trace.levels.findLastIndex(({ axis }) => axis === Y)
  const spacing = baseSpacing(transaction)
  const stack: Level =
    depth < 0 ? { axis: Y, groups: [trace.all], at: 0, bottom: trace.all.bottom } : trace.levels[depth]!
  const outer = trace.levels.slice(0, Math.max(0, depth))
  const [low, high] = sidesOf(outer, bounds)
  const left = wish.x ?? anchor.box[0]
  const { groups, at } = stack
  const gap = gapsAround(stack, spacing)[side]
  if (side === 'after') {
    const next = groups[at + 1]
    const top = groups[at]!.end + gap
    const box = fit(wish, left, top, low, high)
    if (next !== undefined && standsFree(box, next, wish)) {
      openFrom(transaction, stack, at + 2, outer, bottomOf(box) - next.end)
    } else
      openFrom(
        transaction,
        stack,
        at + 1,
        outer,
        next === undefined ? bottomOf(box) - stack.bottom : bottomOf(box) + gap - next.start,
      )
    return box
  }
  const above = groups[at - 1]
  const here = groups[at]!.start
  if (above !== undefined) {
    const box = fit(wish, left, above.start, low, high)
    if (standsFree(box, above, wish)) {
      openFrom(transaction, stack, at, outer, bottomOf(box) - above.end)
      return box
    }
  }
  // Free space above is used from below, so that the new component stands by its anchor.
  const free = above === undefined ? 0 : Math.max(0, here - above.end - gap)
  const top = Math.max(here - wish.height - gap, here - free)
  const box = fit(wish, left, top, low, high)
  openFrom(transaction, stack, at, outer, bottomOf(box) + gap - here)
  return box
}

/** Companions' row has a place free at the same height. */
function standsFree(box: Box, row: Group, wish: Wish): boolean {
  return (
    wish.companions.size > 0 &&
    row.nodes.length > 0 &&
    row.nodes.every((node) => wish.companions.has(node) && !meetAlong(node.box, box, X))
  )
}

/** Moves the groups of a column from `at` on down, and what the column pushes in turn. */
function openFrom(
  transaction: Transaction,
  stack: Level,
  at: number,
  outer: readonly Level[],
  by: number,
): void {
  if (by <= 0) return
  for (let i = at; i < stack.groups.length; i++) shiftGroup(transaction, stack.groups[i]!, by)
  pushOutwards(transaction, outer, by)
}

/** Among components that no line parts: at the first height beside the anchor that nothing crosses, opened as a whole. */
function roomInCluster(
  transaction: Transaction,
  anchor: BoxedNode,
  side: Side,
  trace: Trace,
  wish: Wish,
  bounds: Box,
): Box {
  const { leaf, levels } = trace
  const gap = baseSpacing(transaction)
  const [low, high] = sidesOf(levels, bounds)
  const wanted = fit(wish, wish.x ?? anchor.box[0], 0, low, high)
  const members = leaf.nodes.toSorted((a, b) => a.box[1] - b.box[1])
  let cut = side === 'after' ? bottomOf(anchor.box) : anchor.box[1]
  for (const { box } of members) {
    if (box[1] >= cut - TOLERANCE) break
    if (bottomOf(box) <= cut + TOLERANCE || !meetAlong(box, wanted, X)) continue
    if (side === 'before') {
      cut = leaf.nodes.reduce((top, node) => Math.min(top, node.box[1]), Infinity)
      break
    }
    cut = bottomOf(box)
  }
  const below = members.find(({ box }) => box[1] >= cut - TOLERANCE)
  const top = side === 'after' ? cut + gap : cut
  const by = below === undefined ? 0 : Math.max(0, top + wanted[3] + gap - below.box[1])
  for (const member of [...leaf.nodes, ...leaf.riders])
    if (member.box[1] >= cut - TOLERANCE) shiftTree(transaction, member, 0, by)
  let bottom = top + wanted[3]
  for (const { box } of leaf.nodes) bottom = Math.max(bottom, bottomOf(box))
  pushOutwards(transaction, levels, bottom - leaf.bottom)
  return [wanted[0], roundPx(top), wanted[2], wanted[3]]
}

/** How far left and right something may reach inside the innermost column of `levels`; up to its neighbours, if there are any. */
export function sidesOf(levels: readonly Level[], bounds: Box): readonly [number, number] {
  let low = bounds[0]
  let high = rightOf(bounds)
  for (const { axis, groups, at } of levels) {
    if (axis !== X) continue
    const own = groups[at]!
    low = Math.min(own.start, groups[at - 1]?.end ?? low)
    high = Math.max(own.end, groups[at + 1]?.start ?? high)
  }
  return [low, high]
}

/** Width and left edge brought between two edges. */
function fit(wish: Wish, x: number, y: number, low: number, high: number): Box {
  const left = wish.x ?? x
  if (left + wish.width <= high && left >= low) return [roundPx(left), roundPx(y), wish.width, wish.height]
  const start = Math.min(Math.max(left, low), Math.max(low, high - 1))
  const width = Math.max(1, Math.min(wish.width, high - start))
  return [roundPx(start), roundPx(y), roundPx(width), wish.height]
}

/**
 * Makes room for a box near where it wants to be: at the first height from there on that no sibling crosses, with
 * everything below moved on. The way out where a place is taken.
 */
export function roomNear(
  transaction: Transaction,
  parent: TreeNode | null,
  wanted: Box,
  guest: TreeNode,
): Box {
  const whole = wholeGroup(transaction, transaction.index.childrenUnder(parent), NO_NODES, guest)
  const members = whole.nodes.toSorted((a, b) => a.box[1] - b.box[1])
  let cut = wanted[1]
  for (const { box } of members) {
    if (box[1] >= cut - TOLERANCE) break
    if (bottomOf(box) > cut + TOLERANCE && meetAlong(box, wanted, X)) cut = bottomOf(box)
  }
  const below = members.find(({ box }) => box[1] >= cut - TOLERANCE)
  const by = below === undefined ? 0 : cut + wanted[3] - below.box[1]
  if (by > 0)
    for (const member of [...whole.nodes, ...whole.riders])
      if (member.box[1] >= cut - TOLERANCE) shiftTree(transaction, member, 0, by)
  return [wanted[0], roundPx(cut), wanted[2], wanted[3]]
}
