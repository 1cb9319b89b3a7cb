import type { Change, Touched } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { differenceOf, NO_ASPECT } from './aspects.ts'
import type { AspectMask } from './aspects.ts'
import type { ComponentRule, Rule } from './rule.ts'
import { nodesWithReferences } from './themed-nodes.ts'

/** From a change to what it can affect: for each rule, the components whose findings may differ. */
export class ChangeScope {
  readonly #change: Change
  readonly #index: DocumentIndex
  readonly #touched: readonly Touched[]
  readonly #differences: AspectMask[] = []
  readonly #union: AspectMask
  readonly #removes: boolean

  /** O(changed). */
  constructor(change: Change, index: DocumentIndex) {
    this.#change = change
    this.#index = index
    this.#touched = change.touched
    let union = NO_ASPECT
    let removes = false
    for (const touched of this.#touched) {
      const difference = differenceOf(touched)
      this.#differences.push(difference)
      union |= difference
      if (touched.after === null) removes = true
    }
    this.#union = union
    this.#removes = removes
  }

  /** False when no component's findings can differ, except through the theme. O(1). */
  concerns(rule: Rule): boolean {
    return (this.#union & rule.reads) !== 0 || (this.#removes && rule.scope === 'references')
  }

  /** The components of the current state that changed in something the rule reads. O(changed). */
  changedFor(rule: Rule): TreeNode[] {
    const nodes: TreeNode[] = []
    for (let i = 0; i < this.#touched.length; i++) {
      if ((this.#differences[i]! & rule.reads) !== 0) nodes.push(this.#touched[i]!.node)
    }
    return nodes
  }

  /** The components whose findings may differ: the changed ones, and as the rule's scope says. O(components in scope). */
  affectedBy(rule: ComponentRule): readonly TreeNode[] {
    const changed = this.changedFor(rule)
    switch (rule.scope) {
      case 'component':
        return changed
      case 'children':
        return this.#spread(rule, changed, addChildren)
      case 'subtree':
        return this.#spread(rule, changed, addSubtree)
      case 'references':
        return this.#removes ? [...new Set([...changed, ...rule.referrers!(this.#index)])] : changed
    }
  }

  /** The components that a change of the theme can affect: those that refer to tokens, and as the rule's scope says. */
  themedBy(rule: ComponentRule): Iterable<TreeNode> {
    const referring = nodesWithReferences(this.#index, this.#change)
    if (rule.scope !== 'subtree') return referring
    const nodes = new Set<TreeNode>()
    for (const node of referring) addSubtree(node, nodes)
    return nodes
  }

  #spread(
    rule: ComponentRule,
    changed: TreeNode[],
    spread: (node: TreeNode, nodes: Set<TreeNode>) => void,
  ): readonly TreeNode[] {
    let nodes: Set<TreeNode> | null = null
    for (let i = 0; i < this.#touched.length; i++) {
      const { node, before } = this.#touched[i]!
      // What is in a new component is new itself, or was moved there: it stands in the change on its own.
      if ((this.#differences[i]! & rule.passesOn) === 0 || before === null || node.children.length === 0)
        continue
      nodes ??= new Set(changed)
      spread(node, nodes)
    }
    return nodes === null ? changed : [...nodes]
  }
}

function addChildren(node: TreeNode, nodes: Set<TreeNode>): void {
  for (const child of node.children) nodes.add(child)
}

function addSubtree(node: TreeNode, nodes: Set<TreeNode>): void {
  node.walk((inner) => nodes.add(inner))
}
