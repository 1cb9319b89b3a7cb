import type { SwapStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { standAt } from '../destination.ts'
import { exchangeFrames, exchangeInStack } from '../layout/exchange.ts'
import { closeHole } from '../layout/close.ts'
import { isBoxed, overlapped } from '../layout/geometry.ts'
import { NO_NODES } from '../layout/site.ts'
import type { StepRun } from '../step-run.ts'

/** Lets two components exchange places: order, parent and top-left corner. */
export function swapComponents(run: StepRun, step: SwapStep): void {
  const a = run.resolve(step.a)
  const b = run.resolve(step.b)
  if (a === null || b === null) return
  run.targets.add(a.id).add(b.id)
  if (a === b) {
    run.note('no-effect', `#${a.id} cannot be swapped with itself.`, a.id)
    return
  }
  if (a.isInside(b) || b.isInside(a)) {
    const [outer, inner] = a.isInside(b) ? [b, a] : [a, b]
    run.fail('not-applicable', `#${inner.id} is inside #${outer.id}, so they cannot be swapped.`, inner.id)
    return
  }
  if (!isBoxed(a) || !isBoxed(b)) {
    const hasMoved = a.parent !== b.parent
    if (hasMoved) for (const node of [a, b]) closeHole(run.transaction, node)
    exchangeOrder(run, a, b)
    if (hasMoved)
      for (const [node, partner] of [
        [a, b],
        [b, a],
      ] as const)
        standWithout(run, node, partner)
    return
  }
  if (a.parent === b.parent && exchangeInStack(run.transaction, a, b)) {
    exchangeOrder(run, a, b)
    return
  }
  const friends = [overlapped(run.transaction, a), overlapped(run.transaction, b)] as const
  exchangeOrder(run, a, b)
  for (const { id, box } of exchangeFrames(run.transaction, [a, b], friends)) {
    run.note('clamped', `#${id} becomes ${box[2]}px wide to fit its new place.`, id)
  }
}

/** A component whose partner has no box to leave to it stands where its new order says. */
function standWithout(run: StepRun, node: TreeNode, partner: TreeNode): void {
  if (!isBoxed(node)) return
  const request = {
    x: null,
    width: node.box[2],
    height: node.box[3],
    mayStandBeside: false,
    companions: NO_NODES,
    backdrops: NO_NODES,
  }
  standAt(run, node, { kind: 'beside', anchor: partner, side: 'after' }, request)
}

function exchangeOrder(run: StepRun, a: TreeNode, b: TreeNode): void {
  const { transaction } = run
  const [first, second] = a.parent === b.parent && a.position > b.position ? [b, a] : [a, b]
  const { parent, position } = first
  const { parent: otherParent, position: otherPosition } = second
  transaction.move(second, parent, position)
  transaction.move(first, otherParent, otherPosition)
}
