import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, isBoxed, TOLERANCE } from './geometry.ts'
import { wholeGroup, Z } from './groups.ts'
import { groupOf, traceTo } from './trace.ts'
import type { Level, Trace } from './trace.ts'
import type { Side } from './site.ts'
import { moveInStack } from './stack.ts'

/** How a component stands among its siblings; null where it has no box. */
export function placeOf(transaction: Transaction, node: TreeNode): Trace | null {
  if (!isBoxed(node)) return null
  return traceTo(wholeGroup(transaction, transaction.index.siblings(node), new Set([node])), node)
}

/** The column or row that a component is a whole step of; null where it shares its place. */
export function stackOf(trace: Trace): Level | null {
  const last = trace.levels.at(-1)
  return trace.leaf.nodes.length === 1 && last !== undefined && last.axis !== Z ? last : null
}

/** Re-stacks the column (or row) that two siblings share, so that one comes beside the other; false where they share none. */
export function restackBeside(
  transaction: Transaction,
  node: TreeNode,
  anchor: TreeNode,
  side: Side,
): boolean {
  const trace = placeOf(transaction, node)
  const stack = trace === null ? null : stackOf(trace)
  if (stack === null) return false
  const other = groupOf(stack, anchor)
  if (other < 0) return false
  const place = side === 'after' ? other + 1 : other
  moveInStack(transaction, stack, stack.at, stack.at < other ? place - 1 : place)
  return true
}

/** Re-stacks so that a component comes first or last of all its siblings; false where it is no whole step among them. */
export function restackToEdge(transaction: Transaction, node: TreeNode, edge: 'start' | 'end'): boolean {
  const trace = placeOf(transaction, node)
  const [outermost] = trace?.levels ?? []
  if (outermost === undefined || outermost.axis === Z || outermost.groups[outermost.at]!.nodes.length !== 1)
    return false
  moveInStack(transaction, outermost, outermost.at, edge === 'start' ? 0 : outermost.groups.length - 1)
  return true
}

/** True where a component that shares its place stands beside an anchor already, as far as that can be said. */
export function standsBeside(node: TreeNode, anchor: TreeNode, side: Side): boolean {
  if (node.parent !== anchor.parent || node.position - anchor.position !== (side === 'after' ? 1 : -1))
    return false
  if (node.box === null || anchor.box === null) return true
  const [upper, lower] = side === 'after' ? [anchor.box, node.box] : [node.box, anchor.box]
  return lower[1] >= bottomOf(upper) - TOLERANCE
}
