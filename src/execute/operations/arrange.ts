import type { LayoutStep } from '../../command/layout-steps.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { arrangeInColumns } from '../layout/columns.ts'
import { isBoxed } from '../layout/geometry.ts'
import type { BoxedNode } from '../layout/geometry.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX } from '../values.ts'
import { siblingGroup } from './sibling-group.ts'

/** Arranges siblings in a row, a column or a grid, and says so in what holds them. */
export function arrangeComponents(run: StepRun, step: LayoutStep): void {
  if (step.gap !== undefined && !(step.gap >= 0 && step.gap <= MAX_PX)) {
    run.fail('value-invalid', `A gap cannot be ${step.gap}px: expected a number from 0 to ${MAX_PX}.`)
    return
  }
  const group = siblingGroup(run, step.targets, 'arrange')
  if (group === null) return
  const { parent, nodes } = group
  const columns = columnsOf(step, nodes.length)
  const boxed = run.variant === null ? nodes.filter(isBoxed) : []
  if (boxed.length > 0 && !arrange(run, parent, boxed, columns, step.gap)) return
  if (parent !== null) return writeLayout(run, parent, step, columns)
  if (boxed.length === 0)
    run.fail(
      'not-applicable',
      'These have no boxes and stand in no container, so nothing could say how they are arranged.',
      nodes[0]!.id,
      [`wrap #${nodes[0]!.id} and the others in a container`],
    )
}

function columnsOf({ as, columns }: LayoutStep, count: number): number {
  if (as === 'row') return count
  return as === 'column' ? 1 : Math.min(count, columns ?? Math.ceil(Math.sqrt(count)))
}

function arrange(
  run: StepRun,
  parent: TreeNode | null,
  nodes: readonly BoxedNode[],
  columns: number,
  gap: number | undefined,
): boolean {
  if (arrangeInColumns(run.transaction, parent, nodes, columns, gap)) return true
  const where = parent === null ? 'the screen' : `#${parent.id}`
  run.fail('not-applicable', `${where} is too narrow for ${columns} columns.`, parent?.id)
  return false
}

function writeLayout(run: StepRun, parent: TreeNode, { as, gap }: LayoutStep, columns: number): void {
  run.write(parent, 'layout', as, true)
  if (as === 'grid') run.write(parent, 'columns', columns, true)
  else if (run.read(parent, 'columns') !== undefined) run.write(parent, 'columns', undefined, true)
  if (gap !== undefined) run.write(parent, 'gap', gap, true)
}
