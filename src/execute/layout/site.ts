import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { rightOf, roundPx, X } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'
import type { Group } from './groups.ts'
import type { Level, Trace } from './trace.ts'

/** What a component asks for when it is given a place. */
export interface PlacementRequest {
  /** Its left edge; null: that of the anchor, or of the content. */
  readonly x: number | null
  readonly width: number
  readonly height: number
  /** Whether it may stand to the right of an anchor that is in a row, where there is room. */
  readonly mayStandBeside: boolean
  /** Made by the same step: what goes into a row of its own stands beside these where it can. */
  readonly companions: ReadonlySet<TreeNode>
  /** It ends what stands above its anchor, so it uses free space there from the top; default: it keeps to the anchor. */
  readonly isEnd?: boolean
  /** What it overlapped before and may overlap again, where that lies behind all others. */
  readonly backdrops: ReadonlySet<TreeNode>
}

export const NO_NODES: ReadonlySet<TreeNode> = new Set<TreeNode>()

export type Side = 'before' | 'after'

/** An anchor among its siblings, and what wants to stand beside it. */
export interface Site {
  readonly transaction: Transaction
  readonly anchor: BoxedNode
  readonly trace: Trace
  /** The parent's box, as wide as its content. */
  readonly bounds: Box
  readonly request: PlacementRequest
}

/** The parent's sides, or where its content sticks out, those of the content: what comes beside it may stand as it does. */
export function widenedTo({ nodes }: Group, bounds: Box): Box {
  let left = bounds[0]
  let right = rightOf(bounds)
  for (const { box } of nodes) {
    left = Math.min(left, box[0])
    right = Math.max(right, rightOf(box))
  }
  return [left, bounds[1], right - left, bounds[3]]
}

/** How far left and right something may reach inside the innermost column of `levels`: up to its neighbours, if it has any. */
export function sidesOf(levels: readonly Level[], bounds: Box): readonly [number, number] {
  let low = bounds[0]
  let high = rightOf(bounds)
  for (const { axis, groups, at } of levels) {
    if (axis !== X) continue
    const own = groups[at]!
    low = Math.min(own.start, groups[at - 1]?.end ?? low)
    high = Math.max(own.end, groups[at + 1]?.start ?? high)
  }
  return [low, high]
}

/** The box that a request gets at a height, brought between two sides: moved to the right of the left one, then made narrower. */
export function fit(
  request: PlacementRequest,
  x: number,
  y: number,
  [low, high]: readonly [number, number],
): Box {
  const left = request.x ?? x
  if (left + request.width <= high && left >= low)
    return [roundPx(left), roundPx(y), request.width, request.height]
  const start = Math.min(Math.max(left, low), Math.max(low, high - 1))
  const width = Math.max(1, Math.min(request.width, high - start))
  return [roundPx(start), roundPx(y), roundPx(width), request.height]
}
