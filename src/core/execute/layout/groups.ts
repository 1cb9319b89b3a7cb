import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, endOf, isBoxed, isHidden, TOLERANCE, X, Y } from './geometry.ts'
import type { Axis, BoxedNode } from './geometry.ts'

/**
 * Siblings that cannot be told apart by a straight line, or that were not yet tried to. A level of siblings is cut by
 * horizontal lines into rows, each row by vertical lines into columns, and so on (an XY-cut: Nagy and Seth, 1984):
 * rows and columns of a screen without anyone having declared them.
 */
export interface Group {
  /** What takes part in the layout: visible components, and hidden ones in a free place. */
  readonly nodes: readonly BoxedNode[]
  /** Hidden components lying over others: they go along, but nothing makes way for them. */
  readonly riders: readonly BoxedNode[]
  /** Extent along the axis of the cut that made the group. */
  readonly start: number
  readonly end: number
  readonly bottom: number
  /** All siblings there are. */
  readonly isWhole?: boolean
}

/** How a group was parted: by lines across an axis, or (`Z`) into a component that lies behind all others, and those. */
export type Cut = Axis | typeof Z
export const Z = 2

/** One cut, and which of its groups holds the component in question. */
export interface Level {
  readonly axis: Cut
  readonly groups: readonly Group[]
  readonly at: number
  /** The lowest edge of all groups. */
  readonly bottom: number
}

/** The cuts from all siblings down to one of them. */
export interface Trace {
  readonly all: Group
  readonly levels: readonly Level[]
  /** The component alone, or with those that no line parts from it. */
  readonly leaf: Group
}

/** Deeper cuts than this do not occur on screens; spirals made to cost quadratic time do. */
export const MAX_CUTS = 32

/** The siblings under a parent as one group. `kept` count as visible whether or not they are; `except` is left out. */
export function wholeGroup(
  transaction: Transaction,
  siblings: readonly TreeNode[],
  kept: { has(node: TreeNode): boolean },
  except: TreeNode | null = null,
): Group {
  const nodes: BoxedNode[] = []
  const riders: BoxedNode[] = []
  for (const node of siblings) {
    if (!isBoxed(node) || node === except) continue
    if (kept.has(node) || !isHidden(transaction, node)) nodes.push(node)
    else riders.push(node)
  }
  return { ...makeGroup(nodes, riders, Y), isWhole: true }
}

function makeGroup(nodes: readonly BoxedNode[], riders: readonly BoxedNode[], axis: Axis): Group {
  let start = Infinity
  let end = -Infinity
  let bottom = -Infinity
  for (const { box } of nodes) {
    start = Math.min(start, box[axis])
    end = Math.max(end, endOf(box, axis))
    bottom = Math.max(bottom, bottomOf(box))
  }
  return { nodes, riders, start, end, bottom }
}

/** Cuts a group wherever a line across the axis meets nothing. O(n log n), O(n) where the nodes are in order. */
export function split(group: Group, axis: Axis): Group[] {
  const bands = bandsOf(group.nodes, axis).map((nodes) => makeGroup(nodes, NONE, axis))
  return group.riders.length === 0 ? bands : withRiders(bands, group, axis)
}

const NONE: readonly BoxedNode[] = []

function bandsOf(nodes: readonly BoxedNode[], axis: Axis): BoxedNode[][] {
  const sorted = nodes.toSorted((a, b) => a.box[axis] - b.box[axis])
  const bands: BoxedNode[][] = []
  let end = -Infinity
  for (const node of sorted) {
    if (bands.length === 0 || node.box[axis] >= end - TOLERANCE) bands.push([node])
    else bands[bands.length - 1]!.push(node)
    end = Math.max(end, endOf(node.box, axis))
  }
  return bands
}

/**
 * Hidden components in the space between two bands become bands, unless they stick out of the group: nothing outside
 * knows of them. The others ride on the first band they meet.
 */
function withRiders(bands: readonly Group[], { nodes, riders, isWhole }: Group, axis: Axis): Group[] {
  const around = isWhole ? null : extentOf(nodes)
  const free: BoxedNode[] = []
  const carried = bands.map((): BoxedNode[] => [])
  for (const rider of riders) {
    const at = firstEndingAfter(bands, rider.box[axis] + TOLERANCE)
    const isFree = at >= bands.length || bands[at]!.start >= endOf(rider.box, axis) - TOLERANCE
    if (isFree && (around === null || contains(around, rider.box))) free.push(rider)
    else carried[Math.min(at, bands.length - 1)]!.push(rider)
  }
  const groups = bands.map((band, i) => ({ ...band, riders: carried[i]! }))
  if (free.length === 0) return groups
  const own = bandsOf(free, axis).map((members) => makeGroup(members, NONE, axis))
  return [...groups, ...own].sort((a, b) => a.start - b.start)
}

function firstEndingAfter(bands: readonly Group[], position: number): number {
  let low = 0
  let high = bands.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (bands[middle]!.end > position) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Parts a group: across the axis, else across the other one, else into what lies behind all others and those. Null when
 * there is no way, or nothing to part.
 *
 * @param isBackdrop whether a component may be taken for one that lies behind the others
 */
export function part(
  group: Group,
  axis: Axis,
  isBackdrop: (node: TreeNode) => boolean,
): { readonly axis: Cut; readonly groups: readonly Group[] } | null {
  if (group.nodes.length + group.riders.length < 2) return null
  for (const cut of [axis, axis === Y ? X : Y] as const) {
    const groups = split(group, cut)
    if (groups.length > 1) return { axis: cut, groups }
  }
  const backdrop = group.nodes.length > 1 ? backdropOf(group, isBackdrop) : undefined
  if (backdrop === undefined) return null
  const others = group.nodes.filter((node) => node !== backdrop)
  return { axis: Z, groups: [makeGroup(others, group.riders, Y), makeGroup([backdrop], NONE, Y)] }
}

/** A component that holds all others within its box: each of them overlaps it already, so they may move as they like. */
function backdropOf(
  { nodes, start, end }: Group,
  isBackdrop: (node: TreeNode) => boolean,
): BoxedNode | undefined {
  // The extent along one axis is known and rules out most.
  const wide = nodes.filter(({ box }) =>
    [X, Y].some((axis) => box[axis] <= start + TOLERANCE && endOf(box, axis) >= end - TOLERANCE),
  )
  return wide.find((node) => isBackdrop(node) && nodes.every(({ box }) => contains(node.box, box)))
}

function extentOf(nodes: readonly BoxedNode[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { box } of nodes) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, endOf(box, X))
    bottom = Math.max(bottom, endOf(box, Y))
  }
  return [left, top, right - left, bottom - top]
}

function contains(outer: Box, inner: Box): boolean {
  return [X, Y].every(
    (axis) => outer[axis] <= inner[axis] + TOLERANCE && endOf(outer, axis) >= endOf(inner, axis) - TOLERANCE,
  )
}

/** Cuts down to one component: rows first, then columns, as long as a cut parts something. */
export function traceTo(
  all: Group,
  node: TreeNode,
  isBackdrop: (node: TreeNode) => boolean = (other) => other !== node,
): Trace {
  const levels: Level[] = []
  let leaf = all
  let axis: Axis = Y
  while (levels.length < MAX_CUTS) {
    const parted = part(leaf, axis, isBackdrop)
    if (parted === null) break
    const { groups } = parted
    const at = groups.findIndex((group) => group.nodes.some((member) => member === node))
    levels.push({ ...parted, at, bottom: leaf.bottom })
    leaf = groups[at]!
    axis = parted.axis === Y ? X : Y
  }
  return { all, levels, leaf }
}

/** Index of the group that holds the node, or -1. */
export function groupOf(level: Level, node: TreeNode): number {
  return level.groups.findIndex((group) => group.nodes.some((member) => member === node))
}
