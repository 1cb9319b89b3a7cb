import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { endOf, isBoxed, isFixed, isHidden, TOLERANCE, X, Y } from './geometry.ts'
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

/** Some of the siblings. */
export interface NodeSet {
  has(node: TreeNode): boolean
}

/** Deeper cuts than this do not occur on screens; spirals made to cost quadratic time do. */
export const MAX_CUTS = 32

/** The siblings under a parent as one group. `kept` count as visible whether or not they are; `except` is left out. */
export function wholeGroup(
  transaction: Transaction,
  siblings: readonly TreeNode[],
  kept: NodeSet,
  except: TreeNode | null = null,
): Group {
  const nodes: BoxedNode[] = []
  const riders: BoxedNode[] = []
  for (const node of siblings) {
    if (!isBoxed(node) || node === except || (isFixed(transaction, node) && !kept.has(node))) continue
    if (kept.has(node) || !isHidden(transaction, node)) nodes.push(node)
    else riders.push(node)
  }
  return { ...makeGroup(nodes, riders, Y), isWhole: true }
}

function makeGroup(nodes: readonly BoxedNode[], riders: readonly BoxedNode[], axis: Axis): Group {
  let start = Infinity
  let end = -Infinity
  let bottom = -Infinity
  // Plain comparisons: with Math.min and Math.max this loop is most of the cost of a layout step on 100 siblings.
  for (const { box } of nodes) {
    const low = box[1] + box[3]
    const begin = box[axis]
    const stop = axis === X ? begin + box[2] : low
    if (begin < start) start = begin
    if (stop > end) end = stop
    if (low > bottom) bottom = low
  }
  return { nodes, riders, start, end, bottom }
}

/**
 * Cuts a group wherever a line across the axis meets nothing. O(n log n), O(n) where the nodes are in order.
 *
 * @param focus where given, neighbouring bands that hold none of these come as one: what only moves along together
 */
export function split(group: Group, axis: Axis, focus?: NodeSet): Group[] {
  const bands = bandsOf(group.nodes, axis, focus).map((nodes) => makeGroup(nodes, NONE, axis))
  return group.riders.length === 0 ? bands : withRiders(bands, group, axis)
}

const NONE: readonly BoxedNode[] = []

function bandsOf(nodes: readonly BoxedNode[], axis: Axis, focus?: NodeSet): (readonly BoxedNode[])[] {
  const sorted = inOrder(nodes, axis)
  const bands: (readonly BoxedNode[])[] = []
  /** Where what is not yet among the bands begins: bands out of focus, and then the one being read. */
  let waiting = 0
  let first = 0
  let isInFocus = false
  const close = (to: number): void => {
    if (!isInFocus) return
    if (first > waiting) bands.push(sorted.slice(waiting, first))
    bands.push(sorted.slice(first, to))
    waiting = to
  }
  let end = Infinity
  for (let i = 0; i < sorted.length; i++) {
    const node = sorted[i]!
    if (node.box[axis] >= end - TOLERANCE) {
      close(i)
      first = i
      isInFocus = false
    }
    end = Math.max(i === 0 ? -Infinity : end, endOf(node.box, axis))
    isInFocus ||= focus === undefined || focus.has(node)
  }
  close(sorted.length)
  if (waiting < sorted.length) bands.push(sorted.slice(waiting))
  return bands
}

/** Sorted by where they begin; most documents list their components so. */
function inOrder(nodes: readonly BoxedNode[], axis: Axis): readonly BoxedNode[] {
  for (let i = 1; i < nodes.length; i++) {
    if (nodes[i]!.box[axis] < nodes[i - 1]!.box[axis])
      return nodes.toSorted((a, b) => a.box[axis] - b.box[axis])
  }
  return nodes
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
  focus?: NodeSet,
): { readonly axis: Cut; readonly groups: readonly Group[] } | null {
  if (group.nodes.length + group.riders.length < 2) return null
  for (const cut of [axis, axis === Y ? X : Y] as const) {
    const groups = split(group, cut, focus)
    if (groups.length > 1) return { axis: cut, groups }
  }
  const backdrop = group.nodes.length > 1 ? backdropOf(group.nodes, isBackdrop) : undefined
  if (backdrop === undefined) return null
  const others = group.nodes.filter((node) => node !== backdrop)
  return { axis: Z, groups: [makeGroup(others, group.riders, Y), makeGroup([backdrop], NONE, Y)] }
}

/** A component that holds all others within its box: each of them overlaps it already, so they may move as they like. */
function backdropOf(
  nodes: readonly BoxedNode[],
  isBackdrop: (node: TreeNode) => boolean,
): BoxedNode | undefined {
  const around = extentOf(nodes)
  return nodes.find((node) => contains(node.box, around) && isBackdrop(node))
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
