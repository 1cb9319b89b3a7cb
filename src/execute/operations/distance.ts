import type { DistanceStep } from '../../command/layout-steps.ts'
import type { Edge } from '../../command/target.ts'
import type { Box } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { shiftWithFollowers } from '../layout/distance.ts'
import {
  boundsUnder,
  endOf,
  isBoxed,
  isFixed,
  isHidden,
  meetAlong,
  roundPx,
  X,
  Y,
} from '../layout/geometry.ts'
import type { Axis, BoxedNode } from '../layout/geometry.ts'
import { readingRows } from '../layout/reading-order.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX } from '../values.ts'

/** Sets distances: between neighbours, or from one component to its neighbour on a side. */
export function setDistances(run: StepRun, step: DistanceStep): void {
  const { px, by } = step
  if ((px === undefined) === (by === undefined) || (px !== undefined && px < 0)) {
    run.fail('value-invalid', 'A distance needs either pixels from 0 on, or by how many it changes.')
    return
  }
  const nodes = outermost(run.resolveAll(step.targets))
  const [first] = nodes
  if (first === undefined) return
  if (nodes.length === 1) return distanceToNeighbour(run, first, step)
  if (nodes.every(isBoxed)) return distancesBetween(run, nodes, step)
  distancesWithoutBoxes(run, nodes, step)
}

/** The distance that is wanted where there is one of `present` pixels. */
function wantedOf({ px, by = 0 }: DistanceStep, present: number): number {
  return Math.min(MAX_PX, px ?? Math.max(0, present + by))
}

function distancesBetween(run: StepRun, nodes: readonly BoxedNode[], step: DistanceStep): void {
  const rows = readingRows(nodes)
  if (step.axis !== 'x')
    for (let i = 1; i < rows.length; i++) {
      const above = lowestOf(rows[i - 1]!)
      const below = rows[i]!.reduce((top, node) => (node.box[1] < top.box[1] ? node : top))
      keepApart(run, above, below, Y, step)
    }
  if (step.axis !== 'y' || rows.length === 1)
    for (const row of rows)
      for (let i = 1; i < row.length; i++)
        keepApart(run, row[i - 1]!, row[i]!, step.axis === 'y' ? Y : X, step)
  keepGapInAgreement(run, nodes, step)
}

function lowestOf(row: readonly BoxedNode[]): BoxedNode {
  return row.reduce((low, node) => (endOf(node.box, Y) > endOf(low.box, Y) ? node : low))
}

/** Shifts the later of two until the distance is as wanted; where they have different parents, with what holds it. */
function keepApart(run: StepRun, earlier: BoxedNode, later: BoxedNode, axis: Axis, step: DistanceStep): void {
  const present = later.box[axis] - endOf(earlier.box, axis)
  const by = roundPx(wantedOf(step, present) - present)
  const [before, moving] = siblingsAround(earlier, later)
  if (by === 0 || moving === null || !isBoxed(moving)) return
  shiftWithFollowers(run.transaction, moving, before, axis, by)
  tell(run, later, axis)
}

/** The two, or what holds them among the children of what they have in common. */
function siblingsAround(a: TreeNode, b: TreeNode): readonly [TreeNode | null, TreeNode | null] {
  const above = new Map<TreeNode | null, TreeNode>()
  for (let at: TreeNode | null = a; at !== null; at = at.parent) above.set(at.parent, at)
  for (let at: TreeNode | null = b; at !== null; at = at.parent) {
    const other = above.get(at.parent)
    if (other !== undefined) return [other, at]
  }
  return [null, null]
}

/** The parent's stated gap follows where it is the gap between all that it holds. */
function keepGapInAgreement(run: StepRun, nodes: readonly TreeNode[], step: DistanceStep): void {
  const parent = commonParent(nodes)
  if (parent === null || step.axis !== undefined || run.read(parent, 'gap') === undefined) return
  if (isAllOf(run, parent, nodes)) writeGap(run, parent, step)
}

function writeGap(run: StepRun, parent: TreeNode, step: DistanceStep): void {
  const present = run.readNumber(parent, 'gap') ?? 0
  run.write(parent, 'gap', roundPx(wantedOf(step, present)), step.px !== undefined)
}

function commonParent(nodes: readonly TreeNode[]): TreeNode | null {
  const [first] = nodes
  return nodes.every(({ parent }) => parent === first!.parent) ? first!.parent : null
}

function isAllOf({ transaction }: StepRun, parent: TreeNode, nodes: readonly TreeNode[]): boolean {
  const inside = parent.children.filter(
    (child) => !isHidden(transaction, child) && !isFixed(transaction, child),
  )
  return inside.length === nodes.length && inside.every((child) => nodes.includes(child))
}

/** Without boxes: the gap of what holds them all, else margins of the later ones. */
function distancesWithoutBoxes(run: StepRun, nodes: readonly TreeNode[], step: DistanceStep): void {
  const parent = commonParent(nodes)
  if (parent !== null && isAllOf(run, parent, nodes)) return writeGap(run, parent, step)
  for (const node of nodes.slice(1)) {
    const isInRow =
      step.axis === 'x' ||
      (step.axis === undefined && node.parent !== null && run.read(node.parent, 'layout') === 'row')
    writeMargin(run, node, isInRow ? 'left' : 'top', step)
  }
}

const MARGINS: Readonly<Record<Edge, PropertyName>> = {
  top: 'marginTop',
  right: 'marginRight',
  bottom: 'marginBottom',
  left: 'marginLeft',
}

function writeMargin(run: StepRun, node: TreeNode, side: Edge, step: DistanceStep): void {
  const present = run.readNumber(node, MARGINS[side]) ?? 0
  run.write(node, MARGINS[side], roundPx(wantedOf(step, present)), step.px !== undefined)
}

/** From one component to what stands beside it on a side; where nothing does, to the edge of what holds it. */
function distanceToNeighbour(run: StepRun, node: TreeNode, step: DistanceStep): void {
  const { side } = step
  if (side === undefined) {
    run.fail(
      'value-missing',
      `A distance of #${node.id} to what? Expected a second component, or a side.`,
      node.id,
    )
    return
  }
  if (!isBoxed(node)) return writeMargin(run, node, side, step)
  const axis = side === 'top' || side === 'bottom' ? Y : X
  const neighbour = neighbourOf(run, node, side)
  const isBehind = side === 'bottom' || side === 'right'
  if (neighbour !== null) {
    if (isBehind) keepApart(run, node, neighbour, axis, step)
    else keepApart(run, neighbour, node, axis, step)
    return
  }
  const bounds = boundsUnder(run.transaction, node.parent)
  const present = isBehind ? endOf(bounds, axis) - endOf(node.box, axis) : node.box[axis] - bounds[axis]
  const by = roundPx(wantedOf(step, present) - present)
  if (by === 0) return
  if (side === 'bottom') moveEdge(run, node, by)
  else shiftWithFollowers(run.transaction, node, null, axis, side === 'right' ? -by : by)
  tell(run, node, axis)
}

/** The last one in a column keeps its place: it is the edge below it that comes nearer or goes away. */
function moveEdge(run: StepRun, node: BoxedNode, by: number): void {
  const { parent } = node
  if (parent === null || !isBoxed(parent)) return
  const [x, y, width, height] = parent.box
  if (height + by >= 1) run.transaction.setBox(parent, [x, y, width, roundPx(height + by)])
}

/** The nearest sibling on a side, of those that stand opposite to the component. */
function neighbourOf({ transaction }: StepRun, node: BoxedNode, side: Edge): BoxedNode | null {
  const axis = side === 'top' || side === 'bottom' ? Y : X
  const across = axis === Y ? X : Y
  const isBehind = side === 'bottom' || side === 'right'
  let nearest: BoxedNode | null = null
  let least = Infinity
  for (const other of transaction.index.siblings(node)) {
    if (other === node || !isBoxed(other) || isHidden(transaction, other) || isFixed(transaction, other))
      continue
    if (!meetAlong(node.box, other.box, across)) continue
    const distance = distanceAlong(isBehind ? node.box : other.box, isBehind ? other.box : node.box, axis)
    if (distance < 0 || distance >= least) continue
    nearest = other
    least = distance
  }
  return nearest
}

function distanceAlong(earlier: Box, later: Box, axis: Axis): number {
  return later[axis] - endOf(earlier, axis)
}

function tell(run: StepRun, node: TreeNode, axis: Axis): void {
  run.wrote(node.id, axis === X ? 'x' : 'y', axis === X ? 'x position' : 'y position', true)
}
