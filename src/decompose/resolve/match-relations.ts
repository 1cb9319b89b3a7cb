import type { Box } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { SideName } from '../lexicon/senses.ts'
import { areaOf } from './area.ts'
import { placeCost } from './relation-cost.ts'

/** Relations that have a direction or a nearness of their own. */
export type Relating = 'inside' | 'below' | 'above' | 'before' | 'after' | 'next' | 'left' | 'right'

/**
 * How far a candidate stands from an anchor in a direction: the smaller the better, null when it does not stand there.
 * Boxes decide where both have one, document order elsewhere.
 */
export function distance(
  index: DocumentIndex,
  relation: Relating,
  candidate: TreeNode,
  anchor: TreeNode,
): number | null {
  if (candidate === anchor) return null
  if (relation === 'inside') return candidate.isInside(anchor) ? 0 : null
  if (candidate.isInside(anchor) || anchor.isInside(candidate)) return null
  const order = index.compare(candidate, anchor)
  if (relation === 'before') return order < 0 ? inOrder(candidate, anchor, -order) : null
  if (relation === 'after') return order > 0 ? inOrder(candidate, anchor, order) : null
  if (candidate.box === null || anchor.box === null) return byOrder(relation, candidate, anchor, order)
  return byBox(index, relation, candidate.box, anchor.box)
}

function inOrder(candidate: TreeNode, anchor: TreeNode, steps: number): number {
  return candidate.parent === anchor.parent ? Math.abs(candidate.position - anchor.position) : 1000 + steps
}

function byOrder(relation: Relating, candidate: TreeNode, anchor: TreeNode, order: number): number | null {
  const wanted =
    relation === 'below' || relation === 'right'
      ? order > 0
      : relation === 'above' || relation === 'left'
        ? order < 0
        : true
  return wanted ? inOrder(candidate, anchor, Math.abs(order)) : null
}

function byBox(
  index: DocumentIndex,
  relation: Exclude<Relating, 'inside' | 'before' | 'after'>,
  candidate: Box,
  anchor: Box,
): number | null {
  const { width, height } = index.screen()
  return placeCost(relation, areaOf(candidate, width, height), areaOf(anchor, width, height))
}

/** Whether a box stands at these sides of an area; for "top right" both must hold. */
export function standsAt(box: Box, area: Box, sides: readonly SideName[]): boolean {
  const x = (box[0] + box[2] / 2 - area[0]) / area[2]
  const y = (box[1] + box[3] / 2 - area[1]) / area[3]
  return sides.every((side) => isToward(side, x, y))
}

/** @param x where the middle stands between left (0) and right (1); `y` likewise from top to bottom */
function isToward(side: SideName, x: number, y: number): boolean {
  switch (side) {
    case 'top':
      return y < 0.34
    case 'bottom':
      return y > 0.66
    case 'left':
      return x < 0.5
    case 'right':
      return x > 0.5
    case 'middle':
      return (x > 0.3 && x < 0.7) || (y > 0.3 && y < 0.7)
  }
}

/** How close a box comes to the sides, for choosing among several: smaller is closer. */
export function sideRank(box: Box, sides: readonly SideName[]): number {
  let rank = 0
  for (const side of sides) {
    if (side === 'top') rank += box[1]
    else if (side === 'bottom') rank -= box[1] + box[3]
    else if (side === 'left') rank += box[0]
    else if (side === 'right') rank -= box[0] + box[2]
  }
  return rank
}

/** One below the other in their order, as most lists are: no sorting needed. */
function isColumn(nodes: readonly TreeNode[]): boolean {
  let bottom = -Infinity
  for (const { box } of nodes) {
    if (box === null || box[1] + box[3] / 2 < bottom) return false
    bottom = box[1] + box[3]
  }
  return true
}

interface Ordered {
  /** The index's count of changed boxes for which it is right. */
  readonly boxes: number
  readonly nodes: readonly TreeNode[]
}

// An index gives out the same lists as long as nobody comes or goes, and commands count through them again and again.
// bench: total/1-step-delta-flat@20, 13%; at 10,000 components, 35%.
const orders = new WeakMap<readonly TreeNode[], Ordered>()

/**
 * Reading order: row by row from the top, each from the left. Nodes without boxes keep document order. O(n log n) for a list
 * that was not ordered before, or since when boxes have changed.
 */
export function readingOrder(nodes: readonly TreeNode[], index: DocumentIndex): readonly TreeNode[] {
  if (nodes.length < 2) return nodes
  const known = orders.get(nodes)
  if (known !== undefined && known.boxes === index.boxes) return known.nodes
  const ordered = inReadingOrder(nodes)
  orders.set(nodes, { boxes: index.boxes, nodes: ordered })
  return ordered
}

function inReadingOrder(nodes: readonly TreeNode[]): readonly TreeNode[] {
  if (isColumn(nodes)) return nodes
  if (nodes.some((node) => node.box === null)) return [...nodes]
  return rowsOf(nodes).flat()
}

/** Groups boxes whose middles stand beside each other, top row first, each from the left. */
export function rowsOf(nodes: readonly TreeNode[]): TreeNode[][] {
  const sorted = [...nodes]
    .filter((node) => node.box !== null)
    .sort((a, b) => a.box![1] - b.box![1] || a.box![0] - b.box![0])
  const rows: TreeNode[][] = []
  let bottom = -Infinity
  for (const node of sorted) {
    const box = node.box!
    const row = rows[rows.length - 1]
    if (row !== undefined && box[1] + box[3] / 2 < bottom) row.push(node)
    else {
      rows.push([node])
      bottom = box[1] + box[3]
    }
  }
  for (const row of rows) row.sort((a, b) => a.box![0] - b.box![0])
  return rows
}

/** Groups boxes with the same left edge, leftmost column first. */
export function columnsOf(nodes: readonly TreeNode[]): TreeNode[][] {
  const columns = new Map<number, TreeNode[]>()
  for (const node of nodes) {
    if (node.box === null) continue
    const key = [...columns.keys()].find((x) => Math.abs(x - node.box![0]) < 8) ?? node.box[0]
    const column = columns.get(key)
    if (column === undefined) columns.set(key, [node])
    else column.push(node)
  }
  return [...columns.entries()].sort(([a], [b]) => a - b).map(([, column]) => column)
}
