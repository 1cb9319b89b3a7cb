import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, isBoxed, TOLERANCE } from './geometry.ts'
import { wholeGroup, Z } from './groups.ts'
import { groupOf, traceTo } from './trace.ts'
import type { Level, Trace } from './trace.ts'
import type { Side } from './site.ts'
import { moveInStack } from './stack.ts'

/** How a component stands among its siblings; null if it has no box. */
export function placeOf(transaction: Transaction, node: TreeNode): Trace | null {
  if (!isBoxed(node)) return null
  return traceTo(wholeGroup(transaction, transaction.index.siblings(node), new Set([node])), node)
}

/** The column or row that a component is a whole step of; null if it shares its place. */
export function stackOf(trace: Trace): Level | null {
  const last = trace.levels.at(-1)
  return trace.leaf.nodes.length === 1 && last !== undefined && last.axis !== Z ? last : null
}

/**
 * Re-stacks the column (or row) that siblings share, so that some come beside one of them, in the order given; false
 * where they share none, or do not take a whole step of it each. O(n log n), however many move.
 */
export function restackBeside(
  transaction: Transaction,
  nodes: readonly TreeNode[],
  anchor: TreeNode,
  side: Side,
): boolean {
  const trace = placeOf(transaction, nodes[0]!)
  const stack = trace === null ? null : stackOf(trace)
  if (stack === null) return false
  const moving = stepsOf(stack, nodes)
  const other = groupOf(stack, anchor)
  if (moving === null || other < 0) return false
  moveInStack(transaction, stack, moving, side === 'after' ? other + 1 : other)
  return true
}

/** Re-stacks so that components come first or last of all their siblings; false if they are no whole steps among them. */
export function restackToEdge(
  transaction: Transaction,
  nodes: readonly TreeNode[],
  edge: 'start' | 'end',
): boolean {
  const [outermost] = placeOf(transaction, nodes[0]!)?.levels ?? []
  if (outermost === undefined || outermost.axis === Z) return false
  const moving = stepsOf(outermost, nodes)
  if (moving === null) return false
  moveInStack(transaction, outermost, moving, edge === 'start' ? 0 : outermost.groups.length)
  return true
}

/** Positions of the groups that consist of one of the nodes each; null when one of them shares its group, or has none. */
function stepsOf({ groups }: Level, nodes: readonly TreeNode[]): number[] | null {
  const steps = new Map<TreeNode, number>()
  groups.forEach((group, i) => {
    if (group.nodes.length === 1) steps.set(group.nodes[0]!, i)
  })
  const found = nodes.map((node) => steps.get(node) ?? -1)
  return found.includes(-1) ? null : found
}

/** True if a component that shares its place stands beside an anchor already, as far as that can be said. */
export function standsBeside(node: TreeNode, anchor: TreeNode, side: Side): boolean {
  if (node.parent !== anchor.parent || node.position - anchor.position !== (side === 'after' ? 1 : -1))
    return false
  if (node.box === null || anchor.box === null) return true
  const [upper, lower] = side === 'after' ? [anchor.box, node.box] : [node.box, anchor.box]
  return lower[1] >= bottomOf(upper) - TOLERANCE
}
