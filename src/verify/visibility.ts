import type { Component } from '../document/blueprint.ts'
import { storedHidden, storedPin, storedPosition } from '../document/stored-look.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { DocumentView } from './view.ts'

export function isHidden(component: Component): boolean {
  return storedHidden(component) === true
}

/** Fixed to the screen, wherever in the document it stands. */
export function isFixed(component: Component): boolean {
  return storedPosition(component) === 'fixed'
}

/** Sticky, fixed or pinned: it lies over the others on purpose. */
export function isFloating(component: Component): boolean {
  const position = storedPosition(component)
  const pin = storedPin(component)
  return position === 'sticky' || position === 'fixed' || (typeof pin === 'string' && pin !== '')
}

/** True when the component, or one that holds it, is hidden. O(depth). */
export function isOutOfSight(view: DocumentView, node: TreeNode): boolean {
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at))
    if (isHidden(view.component(at))) return true
  return false
}
