import { boxOf, idOf } from './blueprint.ts'
import type { Box, Component } from './blueprint.ts'
import type { AnyProperty } from './native-table.ts'

/**
 * A component in its place. Between commands it mirrors the document; during a transaction `parent`, `children`,
 * `position`, `box` and `edits` run ahead of `component`, which stays the value at the last commit.
 */
export class TreeNode {
  readonly id: string
  component: Component
  /** Null at top level. */
  parent: TreeNode | null
  children: TreeNode[] = []
  /** Index among the siblings. */
  position: number
  box: Box | null
  /** Property values written and not yet committed. */
  edits: Map<AnyProperty, unknown> | null = null
  /** The type that the running transaction gives it; null where that stays. */
  nextType: string | null = null
  /** Place in document order; valid while the index says so. */
  order = 0
  /** Created by the running transaction. */
  isNew = false
  /** The transaction has given the component a list of children that it had not. */
  hasGrownList = false
  /** False after a removal. */
  isAttached = true

  constructor(component: Component, parent: TreeNode | null, position: number) {
    this.id = idOf(component)
    this.component = component
    this.parent = parent
    this.position = position
    this.box = boxOf(component)
  }

  /** True when `ancestor` holds this node, at any depth. O(depth). */
  isInside(ancestor: TreeNode): boolean {
    for (let node = this.parent; node !== null; node = node.parent) if (node === ancestor) return true
    return false
  }

  /** Calls `visit` for this node and everything in it, in document order. */
  walk(visit: (node: TreeNode) => unknown): void {
    visit(this)
    for (const child of this.children) child.walk(visit)
  }
}
