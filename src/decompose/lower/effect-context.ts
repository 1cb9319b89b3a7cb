import type { Target } from '../../command/step.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'

/** A step whose value came from another component: which one decides is looked up by the caller. */
export interface EffectContext {
  readonly transaction: Transaction
  /** The node of a reference inside an effect ("as wide as the title"), null where it means nothing; the failure is reported. */
  readonly lookUp: (reference: Reference) => TreeNode | null
  /** The type of what a target will be when it does not exist yet. */
  readonly typeOfMade: (madeBy: number) => string | null
}

/** The component of a target; undefined for what a step has yet to make. */
export function nodeOf(target: Target, context: EffectContext): TreeNode | undefined {
  return typeof target === 'string' ? context.transaction.index.node(target) : undefined
}
