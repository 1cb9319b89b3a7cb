import type { Component } from '../document/blueprint.ts'
import { storedHidden } from '../document/stored-look.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { DocumentView } from './view.ts'

export function isHidden(component: Component): boolean {
  return storedHidden(component) === true
}

/** True when the component, or one that holds it, is hidden. O(depth). */
export function isOutOfSight(view: DocumentView, node: TreeNode): boolean {
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at))
    if (isHidden(view.component(at))) return true
  return false
}
