import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import { conditionsOf } from './conditions-of.ts'
import { findNodes } from './find-nodes.ts'
import type { ReferenceContext } from './reference-context.ts'
import type { ReferenceFailure } from './reference-failure.ts'
import { unknownReference } from './reference-failure.ts'

/**
 * The failure of a phrase that means nothing, with the first thing said that leaves no component over: "no button is red",
 * not only that nothing fits. It finds the phrase once for each thing that it says, so it is for failures only.
 */
export function whyNothing(
  reference: Reference,
  failure: ReferenceFailure,
  context: ReferenceContext,
): ReferenceFailure {
  if (failure.code !== 'reference-unknown' || failure.reference !== reference) return failure
  if (reference.id !== null || reference.pronoun !== null) return failure
  const conditions = conditionsOf({ ...reference, except: [] }).slice(0, -1)
  if (conditions.length < 2) return failure
  let left: readonly TreeNode[] = []
  for (const { reference: said, otherwise } of conditions) {
    const found = findNodes(said, context)
    const nodes = found.ok ? found.value.nodes : []
    if (nodes.length === 0) {
      if (left.length === 0 || otherwise === '') return failure
      const message = `"${reference.phrase}" fits nothing: ${listed(left)} ${otherwise}`
      return unknownReference(reference, context.index, message, left)
    }
    left = nodes
  }
  return failure
}

function listed(nodes: readonly TreeNode[]): string {
  if (nodes.length === 1) return `#${nodes[0]!.id}`
  return nodes.length < 4
    ? `each of ${nodes.map(({ id }) => `#${id}`).join(', ')}`
    : `each of ${nodes.length}`
}
