import { boxOf, componentsOf } from './blueprint.ts'
import type { Blueprint, Box, Component } from './blueprint.ts'
import { NodeTable } from './node-table.ts'
import { reconcile } from './reconcile.ts'
import type { NameKey, ScreenNames } from './screen-names.ts'
import { screenSize } from './screen-size.ts'
import type { ScreenSize } from './screen-size.ts'
import { renumber } from './siblings.ts'
import type { TreeNode } from './tree-node.ts'
import { stem } from './words.ts'

/** The version before the last change. */
interface Before {
  readonly root: Blueprint
  /** What it held in the place of the nodes' components now. */
  readonly replaced: ReadonlyMap<TreeNode, Component>
  readonly boxes: number
}

/**
 * Finds components by id, type, role, word, order and parent. Built once for a document, O(n); afterwards it is carried
 * to other versions of the document by comparing references, so that it costs what differs (`moveTo`).
 */
export class DocumentIndex {
  #root: Blueprint
  #back: Before | null = null
  /** {@link boxes} of the root. */
  #rootBoxes = 0
  readonly top: TreeNode[] = []
  readonly #table: NodeTable = new NodeTable()
  #orderIsStale = true
  #inOrder: TreeNode[] = []
  #extent: ScreenSize | null = null

  constructor(root: Blueprint) {
    this.#root = root
    const components = componentsOf(root)
    for (let i = 0; i < components.length; i++) this.top.push(this.#table.grow(components[i]!, null, i))
  }

  get root(): Blueprint {
    return this.#root
  }

  get size(): number {
    return this.#table.byId.size
  }

  node(id: string): TreeNode | undefined {
    return this.#table.byId.get(id)
  }

  has(id: string): boolean {
    return this.#table.byId.has(id)
  }

  types(): IterableIterator<string> {
    return this.#table.names.types.keys()
  }

  hasType(type: string): boolean {
    return this.#table.names.types.has(type)
  }

  countOfType(type: string): number {
    return this.#table.names.types.size(type)
  }

  /** {@link ofType} in any order, which spares the renumbering after a change of structure. */
  membersOfType(type: string): Iterable<TreeNode> {
    return this.#table.names.types.members(type)
  }

  ofType(type: string): readonly TreeNode[] {
    this.#renumber()
    return this.#table.names.types.ordered(type)
  }

  ofRole(role: string): readonly TreeNode[] {
    this.#renumber()
    return this.#table.names.roles.ordered(role)
  }

  /** Nodes whose id, text, role, alt, placeholder, price or icon has this word, plural or singular. */
  withWord(word: string): readonly TreeNode[] {
    this.#renumber()
    return this.#table.names.words().ordered(stem(word))
  }

  hasWord(word: string): boolean {
    return this.#table.names.words().has(stem(word))
  }

  /** All stemmed words of the document. */
  vocabulary(): IterableIterator<string> {
    return this.#table.names.words().keys()
  }

  /** What can be named by what is seen of it. */
  screenNames(): ScreenNames {
    return this.#table.names.screen()
  }

  /** The components that bear a name, in document order. */
  bearers(name: NameKey): readonly TreeNode[] {
    this.#renumber()
    return this.#table.names.screen().bearers(name)
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
    this.#extent ??= screenSize(this.#root, this.#table.byId.values())
    return this.#extent
  }

  /** Records that boxes changed. Called by the transaction. */
  forgetExtent(): void {
    this.#extent = null
  }

  /**
   * Stands for where all boxes are: what was computed from the boxes of a list holds whenever this and the list are the same
   * as then. A version that is come back to has the number it had (bench: decompose/warm-cache-flat@100, 9%).
   */
  get boxes(): number {
    return this.#table.boxes
  }

  /** Gives a node another box, ahead of its component. Called by the transaction. */
  setBox(node: TreeNode, box: Box | null): void {
    this.#table.setBox(node, box)
  }

  /**
   * Carries the index to another version of the same document. Components that are the same object are skipped with
   * all they contain, so it costs O(width of the arrays that differ + what changed).
   */
  moveTo(root: Blueprint): void {
    if (root === this.#root) return
    if (this.#back !== null && this.#back.root === root) {
      const { boxes } = this
      this.#turnBack(this.#back)
      if (this.boxes !== boxes) this.#extent = null
      return
    }
    this.#back = null
    const components = componentsOf(root)
    if (components !== componentsOf(this.#root) && reconcile(this.#table, this.top, components))
      this.#orderIsStale = true
    this.#root = root
    this.#rootBoxes = this.boxes
    this.#extent = null
  }

  /**
   * Takes over a committed root: the nodes are already in their new state. `replaced` are the components before a change
   * that moved nothing, null after one that did. Called by the transaction.
   */
  adoptRoot(root: Blueprint, replaced: ReadonlyMap<TreeNode, Component> | null): void {
    this.#back = replaced === null ? null : { root: this.#root, replaced, boxes: this.#rootBoxes }
    this.#root = root
    this.#rootBoxes = this.boxes
  }

  /** Goes back over the last change where that moved nothing, so that the same document can be used again at once. */
  #turnBack({ root, replaced, boxes }: Before): void {
    const forward = new Map<TreeNode, Component>()
    for (const [node, component] of replaced) {
      forward.set(node, node.component)
      this.#table.replace(node, component)
      this.#table.setBox(node, boxOf(component))
    }
    this.#back = { root: this.#root, replaced: forward, boxes: this.#rootBoxes }
    this.#root = root
    this.#rootBoxes = boxes
    this.#table.comeBackTo(boxes)
  }

  /** Puts a new subtree in place. Called by the transaction. */
  attach(component: Component, parent: TreeNode | null, position: number): TreeNode {
    const node = this.#table.grow(component, parent, position)
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
      this.#table.delete(inner)
    })
  }

  /** Puts a detached subtree back. Called by the transaction when it rolls back. */
  reattach(node: TreeNode, parent: TreeNode | null, position: number): void {
    node.walk((inner) => {
      inner.isAttached = true
      this.#table.add(inner)
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
    this.#table.replace(node, component)
  }

  #renumber(): void {
    if (!this.#orderIsStale) return
    this.#inOrder = []
    for (const node of this.top) node.walk((inner) => (inner.order = this.#inOrder.push(inner) - 1))
    this.#orderIsStale = false
    this.#table.names.reorder()
  }
}
