import type { TreeNode } from '../document/tree-node.ts'

/** Gets a pair of siblings whose boxes meet; returns false to stop. */
export type PairVisitor = (a: TreeNode, b: TreeNode) => boolean

/** Up to this many comparisons or changed boxes, looking at each of them beside every sibling is cheaper than sorting. */
const MAX_DIRECT = 2000
const FEW = 16
/** Comparisons a box, on average, after which the other direction is tried: a long row is crowded from top to bottom. */
const MAX_CROWD = 16
/** What is crowded both ways: comparisons up to which looking beside every sibling is tried first, and the end of it all. */
const MAX_DIRECT_IN_CROWD = 20_000_000
const MAX_COMPARISONS = 200_000_000

/**
 * Visits the pairs of siblings whose boxes share more than an edge and of which at least one is in `changed` (all where it is
 * null), each pair once. O(k n) for few changed boxes, else O(n log n + pairs that meet in the direction of the sweep),
 * n = siblings, k = changed; no screen that anybody made comes near the bound on comparisons.
 *
 * @returns false when the visitor or that bound stopped it
 */
export function visitMeetingPairs(
  siblings: readonly TreeNode[],
  changed: ReadonlySet<TreeNode> | null,
  visit: PairVisitor,
): boolean {
  const count = changed === null ? siblings.length : changed.size
  if (count > FEW && count * siblings.length > MAX_DIRECT) return sweep(siblings, changed, visit)
  return compareEach(siblings, changed ?? new Set(siblings), visit)
}

function compareWithAll(
  node: TreeNode,
  siblings: readonly TreeNode[],
  changed: ReadonlySet<TreeNode>,
  visit: PairVisitor,
): boolean {
  const box = node.box
  if (box === null) return true
  const left = box[0]
  const top = box[1]
  const right = left + box[2]
  const bottom = top + box[3]
  for (const other of siblings) {
    const b = other.box
    if (
      b === null ||
      b[1] >= bottom ||
      b[1] + b[3] <= top ||
      b[0] >= right ||
      b[0] + b[2] <= left ||
      other === node
    )
      continue
    // Two changed ones meet once, when the first of them is looked at.
    if (other.position < node.position && changed.has(other)) continue
    if (!visit(node, other)) return false
  }
  return true
}

function compareEach(
  siblings: readonly TreeNode[],
  changed: ReadonlySet<TreeNode>,
  visit: PairVisitor,
): boolean {
  for (const node of changed) if (!compareWithAll(node, siblings, changed, visit)) return false
  return true
}

function sweep(
  siblings: readonly TreeNode[],
  changed: ReadonlySet<TreeNode> | null,
  visit: PairVisitor,
): boolean {
  const boxed = siblings.filter((node) => node.box !== null)
  for (const axis of [1, 0] as const) {
    const pairs: TreeNode[] = []
    const isComplete = sweepAlong(arrange(boxed, changed, axis), MAX_CROWD * boxed.length, (a, b) => {
      pairs.push(a, b)
      return true
    })
    if (!isComplete) continue
    for (let i = 0; i < pairs.length; i += 2) if (!visit(pairs[i]!, pairs[i + 1]!)) return false
    return true
  }
  if (changed !== null && changed.size * siblings.length <= MAX_DIRECT_IN_CROWD)
    return compareEach(siblings, changed, visit)
  return sweepAlong(arrange(boxed, changed, 1), MAX_COMPARISONS, visit)
}

/** Boxes in the order in which a sweep meets them; `start` and `end` lie along its direction, `near` and `far` across. */
interface Arranged {
  readonly nodes: readonly TreeNode[]
  readonly isChanged: Uint8Array | null
  readonly start: Float64Array
  readonly end: Float64Array
  readonly near: Float64Array
  readonly far: Float64Array
}

function arrange(boxed: readonly TreeNode[], changed: ReadonlySet<TreeNode> | null, axis: 0 | 1): Arranged {
  const nodes = isSorted(boxed, axis) ? boxed : boxed.toSorted((a, b) => a.box![axis] - b.box![axis])
  const count = nodes.length
  const across = axis === 0 ? 1 : 0
  const arranged = {
    nodes,
    isChanged: changed === null ? null : new Uint8Array(count),
    start: new Float64Array(count),
    end: new Float64Array(count),
    near: new Float64Array(count),
    far: new Float64Array(count),
  }
  for (let i = 0; i < count; i++) {
    const node = nodes[i]!
    const box = node.box!
    arranged.start[i] = box[axis]
    arranged.end[i] = box[axis] + (axis === 0 ? box[2] : box[3])
    arranged.near[i] = box[across]
    arranged.far[i] = box[across] + (axis === 0 ? box[3] : box[2])
    if (arranged.isChanged !== null && changed!.has(node)) arranged.isChanged[i] = 1
  }
  return arranged
}

/** Documents usually list their components as they stand on the screen. */
function isSorted(boxed: readonly TreeNode[], axis: 0 | 1): boolean {
  for (let i = 1; i < boxed.length; i++) if (boxed[i - 1]!.box![axis] > boxed[i]!.box![axis]) return false
  return true
}

/** Returns false when it was stopped, by the visitor or by more comparisons than the limit. */
function sweepAlong(arranged: Arranged, limit: number, visit: PairVisitor): boolean {
  const { nodes, isChanged, start, end, near, far } = arranged
  const open: number[] = []
  let openCount = 0
  let left = limit
  for (let i = 0; i < nodes.length; i++) {
    const startOfThis = start[i]!
    const nearOfThis = near[i]!
    const farOfThis = far[i]!
    const thisChanged = isChanged === null || isChanged[i] === 1
    let kept = 0
    left -= openCount
    if (left < 0) return false
    for (let k = 0; k < openCount; k++) {
      const j = open[k]!
      if (end[j]! <= startOfThis) continue
      open[kept++] = j
      if (near[j]! >= farOfThis || far[j]! <= nearOfThis || !(thisChanged || isChanged[j] === 1)) continue
      if (!visit(nodes[j]!, nodes[i]!)) return false
    }
    open[kept++] = i
    openCount = kept
  }
  return true
}
