import { roleOf, typeOf } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'

/** Spec: nothing shrinks below 1 px. */
export const MIN_SIZE_PX = 1
/** Spec: a button or role cta does not shrink below 44 px of height (WCAG 2.2, 2.5.5 target size, enhanced). */
const MIN_TARGET_PX = 44

function isTouchTarget(node: TreeNode): boolean {
  return typeOf(node.component) === 'button' || roleOf(node.component) === 'cta'
}

/** The least height that a component may shrink to; one that is lower already just does not shrink further. */
export function leastHeight(node: TreeNode, present: number): number {
  return Math.min(present, isTouchTarget(node) ? MIN_TARGET_PX : MIN_SIZE_PX)
}
