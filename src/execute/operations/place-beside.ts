import type {
  AlignWithStep,
  BoxLine,
  DistributeStep,
  PinStep,
  PlaceInStep,
} from '../../command/layout-steps.ts'
import type { Spot } from '../../command/target.ts'
import { isTextLike } from '../../document/blueprint.ts'
import type { Box } from '../../document/blueprint.ts'
import { holdsNothing } from '../../document/component-kinds.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { closeHole } from '../layout/close.ts'
import { boundsUnder, endOf, isBoxed, roundPx, X, Y } from '../layout/geometry.ts'
import type { Axis, BoxedNode } from '../layout/geometry.ts'
import { cornerAt } from '../layout/spot.ts'
import type { StepRun } from '../step-run.ts'
import { setDistances } from './distance.ts'
import { moveComponents } from './move.ts'
import { failWithoutBox, put, writeAlignment } from './place.ts'
import { siblingGroup } from './sibling-group.ts'

/** Puts components into a corner or to a side of a container or the screen, exactly. */
export function placeInside(run: StepRun, step: PlaceInStep): void {
  const container = step.container === undefined ? null : run.resolve(step.container)
  if (step.container !== undefined && container === null) return
  for (const node of outermost(run.resolveAll(step.targets))) {
    if (container !== null && !enter(run, node, container)) return
    if (!isBoxed(node)) {
      const side = sideOf(step.at)
      if (side !== null) writeAlignment(run, node, side)
      else if (container === null) failWithoutBox(run, node)
      continue
    }
    putAt(run, node, step.at, container === null ? screenOf(run) : boundsUnder(run.transaction, container))
  }
}

function sideOf(spot: Spot): 'left' | 'center' | 'right' | null {
  if (spot.endsWith('left')) return 'left'
  if (spot.endsWith('right')) return 'right'
  return spot === 'center' ? 'center' : null
}

/** Brings a component into a container that may hold it; over what holds nothing it is only put. False after an error. */
function enter(run: StepRun, node: TreeNode, container: TreeNode): boolean {
  if (node === container || container.isInside(node)) {
    run.fail('not-applicable', `#${node.id} cannot stand inside itself.`, node.id)
    return false
  }
  if (node.isInside(container)) return true
  if (holdsNothing(container.component.type) && container.children.length === 0) return true
  if (!isBoxed(node) || container.box === null) {
    moveComponents(run, {
      kind: 'move',
      targets: [node.id],
      place: { kind: 'inside', anchor: container.id, at: 'end' },
    })
    return run.errors.length === 0
  }
  closeHole(run.transaction, node)
  run.transaction.move(node, container, container.children.length)
  return true
}

function screenOf({ transaction }: StepRun): Box {
  const { width, height } = transaction.screen()
  return [0, 0, width, height]
}

function putAt(run: StepRun, node: BoxedNode, spot: Spot, bounds: Box): void {
  const [x, y] = cornerAt(spot, node.box, bounds)
  put(run, node, x - node.box[0], y - node.box[1], true)
}

/** Fixes components to a spot of the screen: from then on they float. */
export function pinComponents(run: StepRun, step: PinStep): void {
  for (const node of outermost(run.resolveAll(step.targets))) {
    run.write(node, 'positioning', step.position ?? 'fixed', true)
    run.write(node, 'pin', step.at, true)
    if (isBoxed(node)) putAt(run, node, step.at, screenOf(run))
  }
}

/** Brings an edge or the middle of components to that of another one. */
export function alignWith(run: StepRun, step: AlignWithStep): void {
  const other = run.resolve(step.with)
  if (other === null) return
  const to = step.to ?? step.edge
  if (isAcross(step.edge) !== isAcross(to)) {
    run.fail('value-invalid', `The ${step.edge} of one cannot be aligned with the ${to} of another.`)
    return
  }
  for (const node of run.resolveAll(step.targets)) {
    if (node === other) continue
    if (isBoxed(node) && isBoxed(other)) {
      const by = lineOf(other.box, to) - lineOf(node.box, step.edge)
      if (isAcross(to)) put(run, node, by, 0, true)
      else put(run, node, 0, by, true)
    } else if (to === 'left' || to === 'center' || to === 'right') {
      const stated = run.read(other, isTextLike(other.component) ? 'textAlign' : 'align')
      writeAlignment(run, node, stated === 'left' || stated === 'center' || stated === 'right' ? stated : to)
    } else failWithoutBox(run, isBoxed(node) ? other : node)
  }
}

function isAcross(line: BoxLine): boolean {
  return line === 'left' || line === 'center' || line === 'right'
}

function lineOf([x, y, width, height]: Box, line: BoxLine): number {
  switch (line) {
    case 'left':
      return x
    case 'center':
      return x + width / 2
    case 'right':
      return x + width
    case 'top':
      return y
    case 'middle':
      return y + height / 2
    case 'bottom':
      return y + height
  }
}

/** Makes the gaps between siblings equal; without a gap that is said the first and the last one stay. */
export function distributeComponents(run: StepRun, step: DistributeStep): void {
  const group = siblingGroup(run, step.targets, 'distribute')
  if (group === null) return
  const boxed = group.nodes.filter(isBoxed)
  const axis = step.axis === undefined ? axisOf(boxed) : step.axis === 'x' ? X : Y
  if (step.gap !== undefined) {
    const targets = group.nodes.map(({ id }) => id)
    const along = boxed.length === 0 ? {} : { axis: axis === X ? ('x' as const) : ('y' as const) }
    setDistances(run, { kind: 'distance', targets, px: step.gap, ...along })
    return
  }
  if (boxed.length < group.nodes.length)
    return failWithoutBox(
      run,
      group.nodes.find((node) => !isBoxed(node))!,
    )
  spread(run, boxed, axis)
}

function axisOf(nodes: readonly BoxedNode[]): Axis {
  const spreadAlong = (axis: Axis): number => {
    const starts = nodes.map(({ box }) => box[axis] + box[axis === X ? 2 : 3] / 2)
    return Math.max(...starts) - Math.min(...starts)
  }
  return spreadAlong(X) >= spreadAlong(Y) ? X : Y
}

function spread(run: StepRun, nodes: readonly BoxedNode[], axis: Axis): void {
  const order = nodes.toSorted((a, b) => a.box[axis] - b.box[axis])
  const [first, last] = [order[0]!, order.at(-1)!]
  const taken = order.slice(1, -1).reduce((sum, { box }) => sum + (endOf(box, axis) - box[axis]), 0)
  const gap = (last.box[axis] - endOf(first.box, axis) - taken) / (order.length - 1)
  if (gap < 0) {
    run.fail('not-applicable', `Between #${first.id} and #${last.id} there is no room for gaps.`, first.id)
    return
  }
  let edge = endOf(first.box, axis)
  for (const node of order.slice(1, -1)) {
    const by = roundPx(edge + gap - node.box[axis])
    put(run, node, axis === X ? by : 0, axis === Y ? by : 0, true)
    edge = endOf(node.box, axis)
  }
}
