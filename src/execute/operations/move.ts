import type { MoveStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { destinationOf, parentAt, positionAt, standAt } from '../destination.ts'
import type { Destination } from '../destination.ts'
import { groupByParent, outermost } from '../document-order.ts'
import { closeHole } from '../layout/close.ts'
import { isBoxed, meetAlong, overlapped, X, Y } from '../layout/geometry.ts'
import { contentOf } from '../layout/grow.ts'
import { NO_NODES } from '../layout/site.ts'
import { placeOf, restackBeside, restackToEdge, stackOf, standsBeside } from '../layout/relocate.ts'
import { moveInStack } from '../layout/stack.ts'
import type { StepRun } from '../step-run.ts'

/** Moves components; several keep their order among themselves. Order and geometry agree afterwards. */
export function moveComponents(run: StepRun, step: MoveStep): void {
  const { place } = step
  const nodes = outermost(run.resolveAll(step.targets))
  if (nodes.length === 0) return
  switch (place.kind) {
    case 'up':
      for (const node of nodes) moveOneStep(run, node, -1, nodes)
      return
    case 'down':
      for (const node of nodes.toReversed()) moveOneStep(run, node, 1, nodes)
      return
    case 'first':
    case 'last':
      for (const [parent, siblings] of groupByParent(nodes)) {
        moveAll(run, siblings, { kind: 'edge', parent, edge: place.kind === 'first' ? 'start' : 'end' })
      }
      return
    default: {
      const destination = destinationOf(run, place, nodes.length === 1 ? nodes[0]! : null)
      if (destination !== null) moveAll(run, nodes, destination)
    }
  }
}

/** Moves components to one place, where they follow one another. At once where they all only change the order of a stack. */
function moveAll(run: StepRun, nodes: readonly TreeNode[], destination: Destination): void {
  const anchor = destination.kind === 'beside' ? destination.anchor : null
  // One of several that is the anchor itself stays where it is.
  const moving = nodes.length > 1 ? nodes.filter((node) => node !== anchor) : nodes
  if (!moving.every((node) => canMove(run, node, destination))) return
  const isAtHome = moving.every((node) => node.parent === parentAt(destination))
  const isRestacked = isAtHome && restack(run, moving, destination)
  let at = destination
  for (const node of moving) {
    if (isRestacked || (node.parent === parentAt(at) && restack(run, [node], at))) relink(run, node, at)
    else moveOut(run, node, at)
    if (at.kind === 'edge' ? at.edge === 'start' : at.side === 'after') {
      at = { kind: 'beside', anchor: node, side: 'after' }
    }
  }
}

function canMove(run: StepRun, node: TreeNode, destination: Destination): boolean {
  const around = destination.kind === 'beside' ? destination.anchor : destination.parent
  if (around === node) run.fail('not-applicable', `#${node.id} cannot move next to or into itself.`, node.id)
  else if (around?.isInside(node) === true) {
    run.fail('not-applicable', `#${node.id} cannot move to #${around.id}, which is inside it.`, node.id)
  } else return true
  return false
}

function restack(run: StepRun, nodes: readonly TreeNode[], destination: Destination): boolean {
  if (destination.kind === 'edge') return restackToEdge(run.transaction, nodes, destination.edge)
  return restackBeside(run.transaction, nodes, destination.anchor, destination.side)
}

/** Takes a component out of its place and makes room for it in another. */
function moveOut(run: StepRun, node: TreeNode, destination: Destination): void {
  const { transaction } = run
  const isAtHome = parentAt(destination) === node.parent
  if (destination.kind === 'beside' && standsBeside(node, destination.anchor, destination.side)) return
  const backdrops = isAtHome && isBoxed(node) ? overlapped(transaction, node) : NO_NODES
  const contentBefore = contentOf(parentAt(destination), isAtHome ? null : node)
  closeHole(transaction, node)
  relink(run, node, destination)
  if (!isBoxed(node)) return
  const keepsColumn =
    isAtHome &&
    (destination.kind === 'edge' ||
      destination.anchor.box === null ||
      meetAlong(node.box, destination.anchor.box, X))
  const request = {
    x: keepsColumn ? node.box[0] : null,
    width: node.box[2],
    height: node.box[3],
    mayStandBeside: false,
    companions: NO_NODES,
    backdrops,
  }
  standAt(run, node, destination, request, contentBefore)
}

/** Moves it in the document's order. */
function relink(run: StepRun, node: TreeNode, destination: Destination): void {
  const parent = parentAt(destination)
  const position = positionAt(run.transaction, destination)
  // The position counts once the component is out of its old place.
  run.transaction.move(
    node,
    parent,
    node.parent === parent && node.position < position ? position - 1 : position,
  )
}

/** Exchanges a component with its neighbour in its column or row; at the end of a row it leaves the row. */
function moveOneStep(run: StepRun, node: TreeNode, by: 1 | -1, moving: readonly TreeNode[]): void {
  const side = by < 0 ? 'before' : 'after'
  const trace = placeOf(run.transaction, node)
  const stack = trace === null ? null : stackOf(trace)
  const level =
    stack !== null && stack.groups[stack.at + by] !== undefined
      ? stack
      : trace?.levels.findLast(({ axis, groups, at }) => axis === Y && groups[at + by] !== undefined)
  if (trace === null || level === undefined || trace.leaf.nodes.length > 1) {
    const neighbour = run.transaction.index.siblings(node)[node.position + by]
    if (neighbour === undefined) sayItIsThere(run, node, by)
    else if (!moving.includes(neighbour)) moveAll(run, [node], { kind: 'beside', anchor: neighbour, side })
    return
  }
  const group = level.groups[level.at + by]!.nodes
  if (group.every((member) => moving.includes(member))) return sayItIsThere(run, node, by)
  const anchor = group.reduce((best, member) => ((member.position - best.position) * by > 0 ? member : best))
  if (level !== stack) {
    moveAll(run, [node], { kind: 'beside', anchor, side })
    return
  }
  moveInStack(run.transaction, stack, [stack.at], by < 0 ? stack.at - 1 : stack.at + 2)
  if ((node.position - anchor.position) * by < 0) relink(run, node, { kind: 'beside', anchor, side })
}

function sayItIsThere(run: StepRun, { id }: TreeNode, by: 1 | -1): void {
  run.note('no-effect', `#${id} is already ${by < 0 ? 'first' : 'last'} among its siblings.`, id)
}
