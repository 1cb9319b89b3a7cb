import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { bottomOf, roundPx, X, Y } from './geometry.ts'
import type { Axis, BoxedNode } from './geometry.ts'
import { growDown } from './grow.ts'
import { MAX_CUTS, part, wholeGroup } from './groups.ts'
import type { Group } from './groups.ts'
import { baseSpacing, usedGap } from './spacing.ts'

/** Where a component ends that gets copies below it: the foot of its row, and the gap there. */
interface Foot {
  readonly bottom: number
  readonly gap: number
}

/**
 * Makes room for copies of several siblings at once, each below its original, so that copies of a row make rows: the
 * originals grow by what their copies need, which pushes what follows as any growth does, and get their own height
 * back. Those that lie over others are left out. O(n log n), n = siblings, however many copies.
 *
 * @returns the boxes of the copies by original
 */
export function roomForCopies(
  transaction: Transaction,
  parent: TreeNode | null,
  originals: readonly BoxedNode[],
  count: number,
): Map<TreeNode, Box[]> {
  const copied = new Set<TreeNode>(originals)
  const feet = new Map<TreeNode, Foot>()
  const siblings = transaction.index.childrenUnder(parent)
  collect(transaction, wholeGroup(transaction, siblings, copied), copied, Y, null, 0, feet)
  const bottoms = new Map<TreeNode, number>()
  for (const node of originals) {
    const foot = feet.get(node)
    if (foot !== undefined) bottoms.set(node, roundPx(foot.bottom + count * (foot.gap + node.box[3])))
  }
  const before = new Map(originals.map((node) => [node as TreeNode, node.box]))
  growDown(transaction, parent, bottoms)
  const rooms = new Map<TreeNode, Box[]>()
  for (const node of originals) {
    const foot = feet.get(node)
    if (foot === undefined) continue
    const [, y, width, height] = before.get(node)!
    const [left, top] = node.box
    transaction.setBox(node, [left, top, width, height])
    const first = top - y + foot.bottom + foot.gap
    rooms.set(
      node,
      Array.from({ length: count }, (_, i): Box => [
        left,
        roundPx(first + i * (foot.gap + height)),
        width,
        height,
      ]),
    )
  }
  return rooms
}

/** Finds the components that stand free, and the foot of the row that each is in. */
function collect(
  transaction: Transaction,
  group: Group,
  copied: ReadonlySet<TreeNode>,
  axis: Axis,
  row: Foot | null,
  cuts: number,
  feet: Map<TreeNode, Foot>,
): void {
  const [only] = group.nodes
  if (group.nodes.length === 1 && only !== undefined && copied.has(only)) {
    feet.set(only, row ?? { bottom: bottomOf(only.box), gap: baseSpacing(transaction) })
    return
  }
  if (cuts >= MAX_CUTS || !group.nodes.some((node) => copied.has(node))) return
  const parted = part(group, axis, () => false, copied)
  if (parted === null) return
  const { groups } = parted
  groups.forEach((inner, i) => {
    const foot =
      parted.axis === Y
        ? { bottom: inner.end, gap: gapBelow(transaction, groups, i) }
        : (row ?? { bottom: group.bottom, gap: baseSpacing(transaction) })
    collect(transaction, inner, copied, parted.axis === Y ? X : Y, foot, cuts + 1, feet)
  })
}

function gapBelow(transaction: Transaction, groups: readonly Group[], at: number): number {
  const own = groups[at]!
  const next = groups[at + 1]
  const previous = groups[at - 1]
  return usedGap(
    next === undefined ? null : next.start - own.end,
    previous === undefined ? null : own.start - previous.end,
    baseSpacing(transaction),
  )
}
