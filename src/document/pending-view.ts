import type { Blueprint, Component } from './blueprint.ts'
import { withProperties } from './component-edits.ts'
import type { LayerView } from './text-contrast.ts'
import { editTokens } from './theme-change.ts'
import type { Transaction } from './transaction.ts'
import type { TreeNode } from './tree-node.ts'

/** The document as a transaction would make it, seen component by component; tokens as they stood when the view was made. */
export class PendingView implements LayerView {
  readonly blueprint: Blueprint

  constructor(transaction: Transaction) {
    const { root } = transaction.index
    const tokens = editTokens(transaction, [], [], [])
    this.blueprint = tokens === undefined || tokens === root.tokens ? root : { ...root, tokens }
  }

  /** O(keys of the look) where the transaction has written to it. */
  component(node: TreeNode): Component {
    const { component, edits } = node
    if (edits === null) return component
    return withProperties(component, edits)
  }

  parent(node: TreeNode): TreeNode | null {
    return node.parent
  }
}
