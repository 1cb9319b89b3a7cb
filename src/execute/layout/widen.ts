import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, bottomOf, isHidden, rightOf, roundPx, shiftTree, TOLERANCE } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'

/** Components that stand above one another to the right of a growing one; they move as one. */
interface Column {
  left: number
  right: number
  readonly nodes: BoxedNode[]
}

/** The right edge that the children of `parent` never grow past. */
function rightLimit(transaction: Transaction, parent: TreeNode | null): number {
  return rightOf(boundsUnder(transaction, parent))
}

/** How much wider siblings want to become; they share the room that there is in proportion. */
export type Growths = ReadonlyMap<TreeNode, number>

/**
 * Lets a component grow to the right within its row: into the free space first, then by pushing what stands to the right
 * just as far as needed, as long as that stays inside the parent. Sets as much of the width as fits and returns it.
 * Only things to the right of it move, and only to the right, so nothing new overlaps. O(n log n), n = `row`.
 *
 * @param row siblings that may stand beside it
 * @param options.growths what others in the row, further right, want as well
 * @param options.limit the right edge not to pass; default: the parent's
 */
export function widen(
  transaction: Transaction,
  node: BoxedNode,
  width: number,
  row: readonly BoxedNode[],
  options: { readonly growths?: Growths; readonly limit?: number } = {},
): number {
  const columns = columnsToTheRight(transaction, node, row)
  let limit = options.limit ?? rightLimit(transaction, node.parent)
  for (let i = columns.length - 1; i >= 0; i--) {
    const { left, right } = columns[i]!
    limit = Math.max(right, limit) - (right - left)
  }
  const box = node.box
  const edge = Math.max(
    rightOf(box),
    Math.min(
      box[0] + fairWidth(box[2], width, limit - rightOf(box), columns, options.growths ?? NO_GROWTHS),
      limit,
    ),
  )
  let frontier = edge
  for (const column of columns) {
    const by = roundPx(frontier - column.left)
    if (by <= 0) break
    for (const pushed of column.nodes) shiftTree(transaction, pushed, by, 0)
    frontier = column.right + by
  }
  const reached = edge === rightOf(box) ? box[2] : roundPx(edge - box[0])
  transaction.setBox(node, [box[0], box[1], reached, box[3]])
  return reached
}

const NO_GROWTHS: Growths = new Map()

function fairWidth(
  present: number,
  wanted: number,
  room: number,
  columns: readonly Column[],
  growths: Growths,
): number {
  const own = wanted - present
  let all = own
  if (growths.size > 0)
    for (const { nodes } of columns) all += Math.max(0, ...nodes.map((node) => growths.get(node) ?? 0))
  return all > room && all > own ? present + Math.max(0, room) * (own / all) : wanted
}

/** What a wider component could run into, directly or through others that it pushes; hidden ones only go along. */
function columnsToTheRight(transaction: Transaction, node: BoxedNode, row: readonly BoxedNode[]): Column[] {
  const edge = rightOf(node.box) - TOLERANCE
  const beside = row
    .filter((other) => other !== node && other.box[0] >= edge)
    .sort((a, b) => a.box[0] - b.box[0])
  const columns: Column[] = []
  let top = node.box[1]
  let bottom = bottomOf(node.box)
  for (const other of beside) {
    const { box } = other
    if (!(box[1] < bottom - TOLERANCE && bottomOf(box) > top + TOLERANCE)) continue
    const last = columns.at(-1)
    if (isHidden(transaction, other)) {
      last?.nodes.push(other)
      continue
    }
    top = Math.min(top, box[1])
    bottom = Math.max(bottom, bottomOf(box))
    if (last !== undefined && box[0] < last.right - TOLERANCE) {
      last.nodes.push(other)
      last.right = Math.max(last.right, rightOf(box))
    } else columns.push({ left: box[0], right: rightOf(box), nodes: [other] })
  }
  return columns
}
