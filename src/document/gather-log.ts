import type { Box, Component } from './blueprint.ts'
import type { Patch } from './patch.ts'
import type { StructureRecord, Transaction } from './transaction.ts'
import type { TreeNode } from './tree-node.ts'

const NONE: readonly Component[] = []

/** A component before the transaction. */
export interface Before {
  readonly parent: TreeNode | null
  readonly box: Box | null
  moved: boolean
}

/** What a transaction did, by component, by operation and by list. */
export interface Gathered {
  readonly nodes: Map<TreeNode, Before>
  readonly structure: StructureRecord[]
  /** Parents whose lists of children changed; null is the top level. */
  readonly lists: Set<TreeNode | null>
  hasBoxes: boolean
}

/** Reads the log. Structure that comes to nothing in the end is left out. O(operations). */
export function gather(transaction: Transaction): Gathered {
  const gathered: Gathered = { nodes: new Map(), structure: [], lists: new Set(), hasBoxes: false }
  const { nodes, lists } = gathered
  for (const record of transaction.log) {
    switch (record.kind) {
      case 'token':
        break
      case 'edit':
      case 'type':
        if (!nodes.has(record.node))
          nodes.set(record.node, { parent: record.node.parent, box: boxBefore(record.node), moved: false })
        break
      case 'box':
        gathered.hasBoxes = true
        if (!nodes.has(record.node))
          nodes.set(record.node, { parent: record.node.parent, box: boxBefore(record.node), moved: false })
        break
      default: {
        gathered.hasBoxes = true
        gathered.structure.push(record)
        lists.add(record.fromPosition >= 0 ? record.fromParent : record.toParent)
        if (record.kind === 'move') lists.add(record.toParent)
        const entered = nodes.get(record.node)
        if (entered !== undefined) entered.moved = true
        else nodes.set(record.node, { parent: record.fromParent, box: boxBefore(record.node), moved: true })
        for (const inner of record.made)
          if (!nodes.has(inner)) nodes.set(inner, { parent: null, box: null, moved: false })
      }
    }
  }
  // An edit that came before a move saw the parent of that time: the first structural record knows the true one.
  const settled = new Set<TreeNode>()
  for (const record of gathered.structure) {
    if (settled.has(record.node)) continue
    settled.add(record.node)
    nodes.set(record.node, { parent: record.fromParent, box: nodes.get(record.node)!.box, moved: true })
  }
  if (gathered.structure.length > 0 && !isRestructured(transaction, gathered)) forgetStructure(gathered)
  return gathered
}

/**
 * Whether any list of children differs from the committed one. It does not when nothing was made or removed and every
 * component that moved stands where it stood: the others never changed their order.
 */
function isRestructured(transaction: Transaction, { structure }: Gathered): boolean {
  return structure.some(({ node }) => {
    if (node.isNew || !node.isAttached) return node.isNew === node.isAttached
    const { parent } = node
    const committed =
      parent === null ? transaction.index.root.components : (parent.component.children ?? NONE)
    return committed[node.position] !== node.component
  })
}

function forgetStructure(gathered: Gathered): void {
  for (const parent of gathered.lists) if (parent !== null) parent.hasGrownList = false
  for (const was of gathered.nodes.values()) was.moved = false
  gathered.lists.clear()
  gathered.structure.length = 0
}

/** A list that the transaction gave to a component and that is empty in the end is taken away again. */
export function dropEmptyLists(
  transaction: Transaction,
  { lists }: Gathered,
): { readonly patches: readonly Patch[]; readonly inverse: readonly Patch[] } {
  const patches: Patch[] = []
  const inverse: Patch[] = []
  for (const parent of lists) {
    if (parent === null || !parent.isAttached || !parent.hasGrownList || parent.children.length > 0) continue
    parent.hasGrownList = false
    const path = `${transaction.index.path(parent)}/children`
    patches.push({ op: 'remove', path })
    inverse.push({ op: 'add', path, value: [] })
  }
  return { patches, inverse }
}

function boxBefore(node: TreeNode): Box | null {
  return node.isNew ? null : (node.component.bbox ?? null)
}
