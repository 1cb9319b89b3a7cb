import type { Place } from '../command/step.ts'
import { roleOf, typeOf } from '../document/blueprint.ts'
import type { Box } from '../document/blueprint.ts'
import type { Transaction } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { boundsUnder, isBoxed } from './layout/geometry.ts'
import { contentOf } from './layout/grow.ts'
import type { Content } from './layout/grow.ts'
import { roomAtEdge, roomBeside } from './layout/room.ts'
import type { Side, PlacementRequest } from './layout/site.ts'
import { standIn } from './layout/stand.ts'
import type { StepRun } from './step-run.ts'

/** Where a component goes: next to another one, or to the start or end of what a parent (null: the screen) holds. */
export type Destination =
  | {
      readonly kind: 'beside'
      readonly anchor: TreeNode
      readonly side: Side
      /** The anchor is the closing footer, and what comes before it ends the screen. */
      readonly isEnd?: boolean
    }
  | { readonly kind: 'edge'; readonly parent: TreeNode | null; readonly edge: 'start' | 'end' }

/**
 * What a place means for a component that stands at `from`, or a new one (null). Null after an error. `up` and `down`
 * depend on the layout and are no destinations.
 */
export function destinationOf(
  run: StepRun,
  place: Exclude<Place, { readonly kind: 'up' | 'down' | 'first' | 'last' }>,
  from: TreeNode | null,
): Destination | null {
  switch (place.kind) {
    case 'before':
    case 'after': {
      const anchor = run.resolve(place.anchor)
      return anchor === null ? null : { kind: 'beside', anchor, side: place.kind }
    }
    case 'inside': {
      const parent = run.resolve(place.anchor)
      return parent === null ? null : { kind: 'edge', parent, edge: place.at }
    }
    case 'screen': {
      if (place.at === 'start') return { kind: 'edge', parent: null, edge: 'start' }
      const footer = place.at === 'end' ? closingFooter(run.transaction, from) : null
      return footer === null
        ? { kind: 'edge', parent: null, edge: 'end' }
        : { kind: 'beside', anchor: footer, side: 'before', isEnd: true }
    }
  }
}

/** A footer that stands last at top level. */
function closingFooter(transaction: Transaction, except: TreeNode | null): TreeNode | null {
  const { top } = transaction.index
  const last = top.at(-1) === except ? top.at(-2) : top.at(-1)
  if (last === undefined) return null
  return typeOf(last.component) === 'footer' || roleOf(last.component) === 'footer' ? last : null
}

export function parentAt(destination: Destination): TreeNode | null {
  return destination.kind === 'beside' ? destination.anchor.parent : destination.parent
}

/** Position among the children there, for a component that is not among them. */
export function positionAt(transaction: Transaction, destination: Destination): number {
  if (destination.kind === 'beside')
    return destination.anchor.position + (destination.side === 'after' ? 1 : 0)
  return destination.edge === 'start' ? 0 : transaction.index.childrenUnder(destination.parent).length
}

/** True if components have boxes: the neighbour at the destination, its siblings, or the parent. */
export function hasBoxes(transaction: Transaction, destination: Destination): boolean {
  if (destination.kind === 'beside' && destination.anchor.box !== null) return true
  const parent = parentAt(destination)
  if (parent !== null && parent.box !== null) return true
  if (transaction.index.childrenUnder(parent).some(isBoxed)) return true
  // An empty screen of a stated size.
  return parent === null && transaction.index.top.length <= 1 && boundsUnder(transaction, null)[2] > 0
}

/**
 * Gives a component that is linked at its destination a box there, and makes room for it.
 *
 * @param contentBefore the parent's content before anything moved; default: as it is now
 */
export function standAt(
  run: StepRun,
  node: TreeNode,
  destination: Destination,
  request: PlacementRequest,
  contentBefore?: Content,
): void {
  const { transaction } = run
  const before = contentBefore ?? contentOf(node.parent, node)
  const isNarrower = standIn(transaction, node, before, () => {
    if (destination.kind === 'edge')
      return roomAtEdge(transaction, destination.parent, destination.edge, request, node)
    const { anchor, side } = destination
    const placed = destination.isEnd === true ? { ...request, isEnd: true } : request
    if (isBoxed(anchor)) return roomBeside(transaction, anchor, side, placed, node)
    return roomByOrder(transaction, node, request)
  })
  if (isNarrower)
    run.note('clamped', `#${node.id} becomes ${node.box![2]}px wide to fit its new place.`, node.id)
}

/** Room beside the nearest sibling, in document order, that has a box. */
function roomByOrder(transaction: Transaction, node: TreeNode, request: PlacementRequest): Box {
  const siblings = transaction.index.siblings(node)
  for (let i = node.position - 1; i >= 0; i--) {
    const before = siblings[i]!
    if (isBoxed(before)) return roomBeside(transaction, before, 'after', request, node)
  }
  for (let i = node.position + 1; i < siblings.length; i++) {
    const after = siblings[i]!
    if (isBoxed(after)) return roomBeside(transaction, after, 'before', request, node)
  }
  return roomAtEdge(transaction, node.parent, 'end', request, node)
}
