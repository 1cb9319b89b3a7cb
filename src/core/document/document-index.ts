import { boxOf, childrenOf, componentsOf, idOf } from './blueprint.ts'
import type { Blueprint, Component } from './blueprint.ts'
import { NameIndex } from './name-index.ts'
import { screenSize } from './screen-size.ts'
import type { ScreenSize } from './screen-size.ts'
import { renumber, replacedPositions } from './siblings.ts'
import { TreeNode } from './tree-node.ts'
import { stem } from './words.ts'

/**
 * Finds components by id, type, role, word, order and parent. Built once for a document, O(n); afterwards it is carried
 * to other versions of the document by comparing references, so that it costs what differs (`moveTo`).
 */
export class DocumentIndex {
  #root: Blueprint
  /** The version before the last change, and what it held in the place of the nodes' components now. */
  #back: { readonly root: Blueprint; readonly replaced: ReadonlyMap<TreeNode, Component> } | null = null
  readonly top: TreeNode[] = []
  readonly #byId = new Map<string, TreeNode>()
  readonly #names: NameIndex = new NameIndex(() => this.#byId.values())
  #orderIsStale = true
  #inOrder: TreeNode[] = []
  #extent: ScreenSize | null = null

  constructor(root: Blueprint) {
    this.#root = root
    const components = componentsOf(root)
    for (let i = 0; i < components.length; i++) this.top.push(this.#grow(components[i]!, null, i))
  }

  get root(): Blueprint {
    return this.#root
  }

  get size(): number {
    return this.#byId.size
  }

  node(id: string): TreeNode | undefined {
    return this.#byId.get(id)
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  types(): IterableIterator<string> {
    return this.#names.types.keys()
  }

  hasType(type: string): boolean {
    return this.#names.types.has(type)
  }

  countOfType(type: string): number {
    return this.#names.types.size(type)
  }

  /** {@link ofType} in no particular order, which spares the renumbering after a change of structure. */
  membersOfType(type: string): Iterable<TreeNode> {
    return this.#names.types.members(type)
  }

  ofType(type: string): readonly TreeNode[] {
    this.#renumber()
    return this.#names.types.ordered(type)
  }

  ofRole(role: string): readonly TreeNode[] {
    this.#renumber()
    return this.#names.roles.ordered(role)
  }

  /** Nodes whose id, text, role, alt, placeholder, price or icon has this word, plural or singular. */
  withWord(word: string): readonly TreeNode[] {
    this.#renumber()
    return this.#names.words().ordered(stem(word))
  }

  hasWord(word: string): boolean {
    return this.#names.words().has(stem(word))
  }

  /** All stemmed words of the document. */
  vocabulary(): IterableIterator<string> {
    return this.#names.words().keys()
  }

  all(): readonly TreeNode[] {
    this.#renumber()
    return this.#inOrder
  }

  /** Document order of two nodes: negative when `a` stands first. */
  compare(a: TreeNode, b: TreeNode): number {
    this.#renumber()
    return a.order - b.order
  }

  siblings(node: TreeNode): readonly TreeNode[] {
    return node.parent === null ? this.top : node.parent.children
  }

  childrenUnder(parent: TreeNode | null): TreeNode[] {
    return parent === null ? this.top : parent.children
  }

  /** RFC 6901 pointer to the component. O(depth). */
  path(node: TreeNode): string {
    return node.parent === null
      ? `/components/${node.position}`
      : `${this.path(node.parent)}/children/${node.position}`
  }

  /** The screen's size, as `screenSize` says; kept until boxes change. */
  screen(): ScreenSize {
    this.#extent ??= screenSize(this.#root, this.#byId.values())
    return this.#extent
  }

  /** Tells that boxes changed. Called by the transaction. */
  forgetExtent(): void {
    this.#extent = null
  }

  /**
   * Carries the index to another version of the same document. Components that are the same object are skipped with
   * all they contain, so it costs O(width of the arrays that differ + what changed).
   */
  moveTo(root: Blueprint): void {
    if (root === this.#root) return
    if (this.#back !== null && this.#back.root === root) {
      this.#turnBack(this.#back.replaced)
      this.#root = root
      this.#extent = null
      return
    }
    this.#back = null
    if (componentsOf(root) !== componentsOf(this.#root)) {
      const removed = new Set<TreeNode>()
      this.#reconcile(null, componentsOf(root), removed)
      for (const node of removed) if (!node.isAttached) this.#drop(node)
    }
    this.#root = root
    this.#extent = null
  }

  /**
   * Takes over a committed root: the nodes are already in their new state. `replaced` are the components before a change
   * that moved nothing, null after one that did. Called by the transaction.
   */
  adoptRoot(root: Blueprint, replaced: ReadonlyMap<TreeNode, Component> | null): void {
    this.#back = replaced === null ? null : { root: this.#root, replaced }
    this.#root = root
  }

  /** Goes back over the last change where that moved nothing, so that the same document can be used again at once. */
  #turnBack(replaced: ReadonlyMap<TreeNode, Component>): void {
    const forward = new Map<TreeNode, Component>()
    const from = this.#root
    for (const [node, component] of replaced) {
      forward.set(node, node.component)
      this.replaceComponent(node, component)
      node.box = boxOf(component)
    }
    this.#back = { root: from, replaced: forward }
  }

  /** Puts a new subtree in place. Called by the transaction. */
  attach(component: Component, parent: TreeNode | null, position: number): TreeNode {
    const node = this.#grow(component, parent, position)
    this.#link(node, parent, position)
    return node
  }

  /** Takes a subtree out of the index and its siblings. Called by the transaction. */
  detach(node: TreeNode): void {
    const siblings = this.childrenUnder(node.parent)
    siblings.splice(node.position, 1)
    renumber(siblings, node.position)
    this.#orderIsStale = true
    node.walk((inner) => {
      inner.isAttached = false
      this.#byId.delete(inner.id)
      this.#names.delete(inner)
    })
  }

  /** Puts a detached subtree back. Called by the transaction when it rolls back. */
  reattach(node: TreeNode, parent: TreeNode | null, position: number): void {
    node.walk((inner) => {
      inner.isAttached = true
      this.#byId.set(inner.id, inner)
      this.#names.add(inner)
    })
    this.#link(node, parent, position)
  }

  /** Moves a subtree; the position counts without it. Called by the transaction. */
  relocate(node: TreeNode, parent: TreeNode | null, position: number): void {
    const before = this.childrenUnder(node.parent)
    const siblings = this.childrenUnder(parent)
    before.splice(node.position, 1)
    siblings.splice(position, 0, node)
    if (before === siblings) {
      renumber(siblings, Math.min(node.position, position), Math.max(node.position, position) + 1)
    } else {
      renumber(before, node.position)
      renumber(siblings, position)
    }
    node.parent = parent
    this.#orderIsStale = true
  }

  #link(node: TreeNode, parent: TreeNode | null, position: number): void {
    const siblings = this.childrenUnder(parent)
    siblings.splice(position, 0, node)
    node.parent = parent
    renumber(siblings, position)
    this.#orderIsStale = true
  }

  /** Replaces what a node stands for, keeping type, role and words findable. Called by the transaction's commit. */
  replaceComponent(node: TreeNode, component: Component): void {
    if (node.component === component) return
    this.#names.replace(node, component)
  }

  #grow(component: Component, parent: TreeNode | null, position: number): TreeNode {
    const node = new TreeNode(component, parent, position)
    this.#byId.set(node.id, node)
    this.#names.add(node)
    this.#orderIsStale = true
    const children = childrenOf(component)
    for (let i = 0; i < children.length; i++) node.children.push(this.#grow(children[i]!, node, i))
    return node
  }

  #renumber(): void {
    if (!this.#orderIsStale) return
    this.#inOrder = []
    for (const node of this.top) node.walk((inner) => (inner.order = this.#inOrder.push(inner) - 1))
    this.#orderIsStale = false
    this.#names.reorder()
  }

  #reconcile(parent: TreeNode | null, components: readonly Component[], removed: Set<TreeNode>): void {
    const nodes = this.childrenUnder(parent)
    const replaced = replacedPositions(nodes, components)
    if (replaced !== null) {
      for (const i of replaced) this.#update(nodes[i]!, components[i]!, removed)
      return
    }
    this.#orderIsStale = true
    for (const node of nodes) {
      node.isAttached = false
      removed.add(node)
    }
    nodes.length = 0
    for (let i = 0; i < components.length; i++) nodes.push(this.#place(components[i]!, parent, i, removed))
  }

  #place(component: Component, parent: TreeNode | null, position: number, removed: Set<TreeNode>): TreeNode {
    const known = this.#byId.get(idOf(component))
    if (known === undefined) return this.#grow(component, parent, position)
    if (known.isAttached) {
      // It still stands in a place that was not compared yet: that place will find it gone.
      const old = this.childrenUnder(known.parent)
      if (old[known.position] === known) {
        old.splice(known.position, 1)
        renumber(old, known.position)
      }
    }
    known.isAttached = true
    known.parent = parent
    known.position = position
    if (known.component !== component) this.#update(known, component, removed)
    return known
  }

  #update(node: TreeNode, component: Component, removed: Set<TreeNode>): void {
    this.replaceComponent(node, component)
    node.box = boxOf(component)
    this.#reconcile(node, childrenOf(component), removed)
  }

  #drop(node: TreeNode): void {
    // A component that went into a new parent was grown there: the id is the new node's then.
    if (this.#byId.get(node.id) === node) this.#byId.delete(node.id)
    this.#names.delete(node)
    for (const child of node.children) {
      if (child.parent === node && child.isAttached) {
        child.isAttached = false
        this.#drop(child)
      }
    }
  }
}
