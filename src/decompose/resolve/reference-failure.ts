import type { Result } from '../../base/result.ts'
import { idOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'

/** Why a noun phrase picks out nothing, or not one component. */
export interface ReferenceFailure {
  readonly code: 'reference-unknown' | 'reference-ambiguous'
  readonly reference: Reference
  readonly candidates: readonly string[]
  readonly message: string
}

/** What was found, or why nothing was. */
export type Found<T> = Result<T, ReferenceFailure>

/** Several fit, and nothing decides between them. */
export function ambiguous(reference: Reference, nodes: readonly TreeNode[]): ReferenceFailure {
  return {
    code: 'reference-ambiguous',
    reference,
    candidates: nodes.slice(0, 20).map((node) => node.id),
    message: `"${reference.phrase}" fits ${nodes.length} components`,
  }
}

/** Nothing fits; candidates are what came near, else what is of the type. */
export function unknownReference(
  reference: Reference,
  index: DocumentIndex,
  message: string,
  nodes: readonly TreeNode[] = [],
): ReferenceFailure {
  const near =
    nodes.length > 0
      ? nodes
      : reference.types === null
        ? []
        : reference.types.flatMap((tier) => tier.flatMap((type) => index.ofType(type)))
  return {
    code: 'reference-unknown',
    reference,
    candidates: near.slice(0, 5).map((node) => idOf(node.component)),
    message,
  }
}
