import type { Blueprint } from '../document/blueprint.ts'
import type { Change } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { tokenReferencesOf } from '../document/token-reference.ts'
import type { TreeNode } from '../document/tree-node.ts'

interface Known {
  /** The version of the document for which `ids` is right. */
  root: Blueprint
  readonly ids: Set<string>
}

// Finding them means looking at every component, which takes longer than all else that a change of the theme needs. What is
// kept is used only for the very version it was brought up to, and by ids: going back and forth makes new nodes.
const knownOf = new WeakMap<DocumentIndex, Known>()

/** The components that refer to tokens, after a change. O(n) the first time, then O(those). */
export function nodesWithReferences(index: DocumentIndex, change: Change): readonly TreeNode[] {
  followChange(index, change)
  const known = knownOf.get(index)
  if (known?.root === change.after) return [...known.ids].map((id) => index.node(id)!)
  const nodes = index.all().filter((node) => tokenReferencesOf(node.component) !== null)
  knownOf.set(index, { root: change.after, ids: new Set(nodes.map((node) => node.id)) })
  return nodes
}

/** Brings what is known over a change. Called for every verified change. O(changed), O(1) where nothing is known. */
export function followChange(index: DocumentIndex, change: Change): void {
  const known = knownOf.get(index)
  if (known === undefined || known.root !== change.before) return
  // First what went: its ids may have been given to what came.
  for (const { node, after } of change.touched)
    if (after === null) node.walk((inner) => known.ids.delete(inner.id))
  for (const { node, before, after } of change.touched) {
    if (after === null || before === after) continue
    if (tokenReferencesOf(after) === null) known.ids.delete(node.id)
    else known.ids.add(node.id)
  }
  known.root = change.after
}
