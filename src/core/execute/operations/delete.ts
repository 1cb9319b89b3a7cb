import type { DeleteStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { closeHoles } from '../layout/close.ts'
import type { StepRun } from '../step-run.ts'

/** Takes components out with all that they hold, and closes the holes they leave in columns. */
export function deleteComponents(run: StepRun, step: DeleteStep): void {
  const nodes = outermost(run.resolveAll(step.targets))
  const byParent = new Map<TreeNode | null, Set<TreeNode>>()
  for (const node of nodes) {
    const leaving = byParent.get(node.parent)
    if (leaving === undefined) byParent.set(node.parent, new Set([node]))
    else leaving.add(node)
  }
  for (const [parent, leaving] of byParent) closeHoles(run.transaction, parent, leaving)
  // From the end, so that fewer siblings have to close up.
  for (const node of nodes.reverse()) {
    run.transaction.remove(node)
    run.removed.push(node)
  }
}
