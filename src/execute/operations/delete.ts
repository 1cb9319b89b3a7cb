import type { DeleteStep } from '../../command/step.ts'
import { groupByParent, outermost } from '../document-order.ts'
import { closeHoles } from '../layout/close.ts'
import type { StepRun } from '../step-run.ts'

/** Takes components out with all that they hold, and closes the holes they leave in columns. */
export function deleteComponents(run: StepRun, step: DeleteStep): void {
  const nodes = outermost(run.resolveAll(step.targets))
  for (const [parent, leaving] of groupByParent(nodes)) closeHoles(run.transaction, parent, new Set(leaving))
  // From the end, so that fewer siblings have to close up.
  for (const node of nodes.reverse()) {
    run.transaction.remove(node)
    run.removed.push(node)
  }
}
