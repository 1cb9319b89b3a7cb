import { statedScreen } from './blueprint.ts'
import type { Blueprint } from './blueprint.ts'
import type { TreeNode } from './tree-node.ts'

export interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** The screen's size: as the document states it, else the furthest right and bottom edge of any component. O(n). */
export function screenSize(root: Blueprint, nodes: Iterable<TreeNode>): ScreenSize {
  const stated = statedScreen(root)
  if (stated !== null) return { width: stated[0], height: stated[1] }
  let width = 0
  let height = 0
  for (const { box } of nodes) {
    if (box === null) continue
    width = Math.max(width, box[0] + box[2])
    height = Math.max(height, box[1] + box[3])
  }
  return { width, height }
}
