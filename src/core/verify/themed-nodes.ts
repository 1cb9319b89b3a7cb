import type { Blueprint } from '../document/blueprint.ts'
import type { Change } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { tokenReferencesOf } from '../document/token-reference.ts'
import type { TreeNode } from '../document/tree-node.ts'

interface Known {
  /** The version of the document for which `nodes` is right. */
  root: Blueprint
  readonly nodes: Set<TreeNode>
}

// Finding them means looking at every component, which takes longer than all else that a change of the theme needs. The
// index is told of no change by itself, so what is kept is used only for the very version it was brought up to.
const knownOf = new WeakMap<DocumentIndex, Known>()

/** The components that refer to tokens, after a change. O(n) the first time, then O(those). */
export function nodesWithReferences(index: DocumentIndex, change: Change): ReadonlySet<TreeNode> {
  followChange(index, change)
  const known = knownOf.get(index)
  if (known?.root === change.after) return known.nodes
  const nodes = new Set<TreeNode>()
  for (const node of index.all()) if (tokenReferencesOf(node.component) !== null) nodes.add(node)
  knownOf.set(index, { root: change.after, nodes })
  return nodes
}

/** Brings what is known over a change. Called for every verified change. O(changed), O(1) where nothing is known. */
export function followChange(index: DocumentIndex, change: Change): void {
  const known = knownOf.get(index)
  if (known === undefined || known.root !== change.before) return
  for (const { node, before, after } of change.touched) {
    if (after === null) node.walk((inner) => known.nodes.delete(inner))
    else if (before === after) continue
    else if (tokenReferencesOf(after) === null) known.nodes.delete(node)
    else known.nodes.add(node)
  }
  known.root = change.after
}
