import type { LensNode, LensView } from '../command/dialect.ts'
import type { Transaction } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { Execution } from '../execute/executor.ts'

/** What a dialect sees of a command that is being carried out. */
export function lensView(
  transaction: Transaction,
  execution: Execution,
  position: number,
  words: string,
): LensView {
  const { index } = transaction
  return {
    position,
    words,
    get top() {
      return index.top
    },
    nodes: (targets) => execution.nodesOf(targets),
    node: (id) => index.node(id),
    // Every node that a dialect is shown is one of the tree.
    read: (node: LensNode, property) => transaction.read(node as TreeNode, property),
    originOf: (id) => transaction.copies.get(id) ?? id,
  }
}
