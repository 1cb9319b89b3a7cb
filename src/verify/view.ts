import { boxOf, idOf } from '../document/blueprint.ts'
import type { Blueprint, Box, Component } from '../document/blueprint.ts'
import type { Change, Touched } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'

/** A document in one state, as rules see it. Nodes are the index's own, in either state. */
export interface DocumentView {
  readonly blueprint: Blueprint
  /** Whether the component is there in this state. */
  has(node: TreeNode): boolean
  hasId(id: string): boolean
  /** Whether the component is the one that its id stands for. */
  ownsId(node: TreeNode): boolean
  component(node: TreeNode): Component
  parent(node: TreeNode): TreeNode | null
  box(node: TreeNode): Box | null
}

/** The state that the index is in. */
export class PresentView implements DocumentView {
  readonly blueprint: Blueprint
  readonly #index: DocumentIndex

  constructor(index: DocumentIndex) {
    this.#index = index
    this.blueprint = index.root
  }

  has(node: TreeNode): boolean {
    return node.isAttached
  }

  hasId(id: string): boolean {
    return this.#index.has(id)
  }

  ownsId(node: TreeNode): boolean {
    return this.#index.node(node.id) === node
  }

  component(node: TreeNode): Component {
    return node.component
  }

  parent(node: TreeNode): TreeNode | null {
    return node.parent
  }

  box(node: TreeNode): Box | null {
    return node.box
  }
}

/**
 * The state before a change, seen through the index of the state after it: what the change touched is as its record says,
 * all else as it is now. Made in O(changed), and only when a rule found something.
 */
export class PastView implements DocumentView {
  readonly blueprint: Blueprint
  readonly #index: DocumentIndex
  readonly #touched = new Map<TreeNode, Touched>()
  readonly #removed = new Set<string>()
  /** What each parent held and holds no more. */
  readonly #departed = new Map<TreeNode, TreeNode[]>()

  constructor(change: Change, index: DocumentIndex) {
    this.blueprint = change.before
    this.#index = index
    for (const touched of change.touched) {
      const { node, before, after, parentBefore } = touched
      this.#touched.set(node, touched)
      if (before === null || parentBefore === null || (after !== null && node.parent === parentBefore))
        continue
      const others = this.#departed.get(parentBefore)
      if (others === undefined) this.#departed.set(parentBefore, [node])
      else others.push(node)
    }
    for (const { id, properties } of change.changed) if (properties.includes('removed')) this.#removed.add(id)
  }

  has(node: TreeNode): boolean {
    return this.#touched.get(node)?.before !== null
  }

  hasId(id: string): boolean {
    if (this.#removed.has(id)) return true
    const node = this.#index.node(id)
    return node !== undefined && this.has(node)
  }

  /** The document before had been verified: its ids were unique. */
  ownsId(): boolean {
    return true
  }

  component(node: TreeNode): Component {
    return this.#touched.get(node)?.before ?? node.component
  }

  parent(node: TreeNode): TreeNode | null {
    const touched = this.#touched.get(node)
    return touched === undefined ? node.parent : touched.parentBefore
  }

  box(node: TreeNode): Box | null {
    return boxOf(this.component(node))
  }

  /** The components that it held, in any order. O(children). */
  children(parent: TreeNode): TreeNode[] {
    const stayed = parent.children.filter((child) => this.has(child) && this.parent(child) === parent)
    return [...stayed, ...(this.#departed.get(parent) ?? [])]
  }
}

/** `#id`, as commands and messages name a component. */
export function nameOf(node: TreeNode): string {
  return `#${idOf(node.component)}`
}
