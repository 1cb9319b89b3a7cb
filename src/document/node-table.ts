import { childrenOf } from './blueprint.ts'
import type { Box, Component } from './blueprint.ts'
import { NameIndex } from './name-index.ts'
import { TreeNode } from './tree-node.ts'

/** The nodes of a document by id and by name, without their order. */
export class NodeTable {
  readonly byId: Map<string, TreeNode> = new Map<string, TreeNode>()
  readonly names: NameIndex = new NameIndex(() => this.byId.values())
  #boxes = 0
  #states = 0

  /** Makes the nodes of a component and of all in it. O(components inside). */
  grow(component: Component, parent: TreeNode | null, position: number): TreeNode {
    const node = new TreeNode(component, parent, position)
    this.add(node)
    const children = childrenOf(component)
    for (let i = 0; i < children.length; i++) node.children.push(this.grow(children[i]!, node, i))
    return node
  }

  add(node: TreeNode): void {
    this.byId.set(node.id, node)
    this.names.add(node)
  }

  delete(node: TreeNode): void {
    // A component that went into a new parent was grown there: the id is the new node's then.
    if (this.byId.get(node.id) === node) this.byId.delete(node.id)
    this.names.delete(node)
  }

  /** Replaces what a node stands for, keeping type, role and words findable. */
  replace(node: TreeNode, component: Component): void {
    if (node.component !== component) this.names.replace(node, component)
  }

  setBox(node: TreeNode, box: Box | null): void {
    if (node.box === box) return
    node.box = box
    this.#boxes = ++this.#states
  }

  /** Another number for every state of the boxes: what was computed from them holds as long as it is the same. */
  get boxes(): number {
    return this.#boxes
  }

  /** Records that all boxes are as they were when {@link boxes} had this number. */
  comeBackTo(boxes: number): void {
    this.#boxes = boxes
  }
}
