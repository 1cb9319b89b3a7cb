import type { Target } from '../../command/target.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { isFixed, isHidden } from '../layout/geometry.ts'
import type { StepRun } from '../step-run.ts'

/** Components with the same parent, and that. */
export interface SiblingGroup {
  readonly parent: TreeNode | null
  readonly nodes: readonly TreeNode[]
}

/** The siblings that targets mean: themselves, or the visible children of a single container. Null after an error. */
export function siblingGroup(run: StepRun, targets: readonly Target[], verb: string): SiblingGroup | null {
  const nodes = outermost(run.resolveAll(targets))
  const [first] = nodes
  if (first === undefined) return null
  if (nodes.length === 1) {
    const inside = first.children.filter(
      (child) => !isHidden(run.transaction, child) && !isFixed(run.transaction, child),
    )
    if (inside.length > 0) return { parent: first, nodes: inside }
    run.fail('not-applicable', `#${first.id} holds nothing to ${verb}.`, first.id)
    return null
  }
  const stranger = nodes.find((node) => node.parent !== first.parent)
  if (stranger === undefined) return { parent: first.parent, nodes }
  run.fail(
    'not-applicable',
    `#${first.id} and #${stranger.id} are in different containers, so one cannot ${verb} them together.`,
    stranger.id,
  )
  return null
}
