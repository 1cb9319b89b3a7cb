import { boxOf, childrenOf, idOf } from './blueprint.ts'
import type { Component } from './blueprint.ts'
import type { NodeTable } from './node-table.ts'
import { renumber, replacedPositions } from './siblings.ts'
import type { TreeNode } from './tree-node.ts'

/** Brings nodes to another version of their document, by comparing references. */
class Reconciliation {
  readonly #table: NodeTable
  readonly #top: TreeNode[]
  readonly #removed = new Set<TreeNode>()
  /** Whether any list of children changed, and with it the order of the document. */
  isReordered = false

  constructor(table: NodeTable, top: TreeNode[]) {
    this.#table = table
    this.#top = top
  }

  reconcile(parent: TreeNode | null, components: readonly Component[]): void {
    const nodes = this.#childrenUnder(parent)
    const replaced = replacedPositions(nodes, components)
    if (replaced !== null) {
      for (const i of replaced) this.#update(nodes[i]!, components[i]!)
      return
    }
    this.isReordered = true
    for (const node of nodes) {
      node.isAttached = false
      this.#removed.add(node)
    }
    nodes.length = 0
    for (let i = 0; i < components.length; i++) nodes.push(this.#place(components[i]!, parent, i))
  }

  /** Forgets what found no place. */
  dropRemoved(): void {
    for (const node of this.#removed) if (!node.isAttached) this.#drop(node)
  }

  #childrenUnder(parent: TreeNode | null): TreeNode[] {
    return parent === null ? this.#top : parent.children
  }

  #place(component: Component, parent: TreeNode | null, position: number): TreeNode {
    const known = this.#table.byId.get(idOf(component))
    if (known === undefined) return this.#table.grow(component, parent, position)
    if (known.isAttached) {
      // It still stands in a place that was not compared yet: that place will find it gone.
      const old = this.#childrenUnder(known.parent)
      if (old[known.position] === known) {
        old.splice(known.position, 1)
        renumber(old, known.position)
      }
    }
    known.isAttached = true
    known.parent = parent
    known.position = position
    if (known.component !== component) this.#update(known, component)
    return known
  }

  #update(node: TreeNode, component: Component): void {
    this.#table.replace(node, component)
    this.#table.setBox(node, boxOf(component))
    this.reconcile(node, childrenOf(component))
  }

  #drop(node: TreeNode): void {
    this.#table.delete(node)
    for (const child of node.children) {
      if (child.parent === node && child.isAttached) {
        child.isAttached = false
        this.#drop(child)
      }
    }
  }
}

/**
 * Makes the nodes those of other top-level components. Components that are the same object are skipped with all they
 * contain: O(width of the lists that differ + what changed).
 *
 * @returns whether the order of the document may have changed
 */
export function reconcile(table: NodeTable, top: TreeNode[], components: readonly Component[]): boolean {
  const run = new Reconciliation(table, top)
  run.reconcile(null, components)
  run.dropRemoved()
  return run.isReordered
}
