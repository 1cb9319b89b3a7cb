import type { TreeNode } from '../../document/tree-node.ts'
import { X, Y } from './geometry.ts'
import type { Axis } from './geometry.ts'
import { MAX_CUTS, part } from './groups.ts'
import type { Cut, Group, NodeSet } from './groups.ts'

/** One cut, and which of its groups holds the component in question. */
export interface Level {
  readonly axis: Cut
  readonly groups: readonly Group[]
  readonly at: number
  /** The lowest edge of all groups. */
  readonly bottom: number
}

/** The cuts from all siblings down to one of them. */
export interface Trace {
  readonly all: Group
  readonly levels: readonly Level[]
  /** The component alone, or with those that no line parts from it. */
  readonly leaf: Group
}

export interface TraceOptions {
  /** Whether a component may be taken for one that lies behind the others; default: any but the one traced. */
  readonly isBackdrop?: (node: TreeNode) => boolean
  /** See `split`. */
  readonly focus?: NodeSet
}

/** Cuts down to one component: rows first, then columns, as long as a cut parts something. */
export function traceTo(
  all: Group,
  node: TreeNode,
  { isBackdrop = (other) => other !== node, focus }: TraceOptions = {},
): Trace {
  const levels: Level[] = []
  let leaf = all
  let axis: Axis = Y
  while (levels.length < MAX_CUTS) {
    const parted = part(leaf, axis, isBackdrop, focus)
    if (parted === null) break
    const { groups } = parted
    const at = groups.findIndex((group) => group.nodes.some((member) => member === node))
    levels.push({ ...parted, at, bottom: leaf.bottom })
    leaf = groups[at]!
    axis = parted.axis === Y ? X : Y
  }
  return { all, levels, leaf }
}

/** Index of the group that holds the node, or -1. */
export function groupOf(level: Level, node: TreeNode): number {
  return level.groups.findIndex((group) => group.nodes.some((member) => member === node))
}
