import type { FitStep, ShapeStep, SpanStep } from '../../command/layout-steps.ts'
import { typeOf } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, isBoxed, shiftTree } from '../layout/geometry.ts'
import type { BoxedNode } from '../layout/geometry.ts'
import { leastHeight } from '../layout/least-size.ts'
import { scaleContent } from '../layout/scale-content.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX, roundFor } from '../values.ts'
import { textWidth } from './defaults.ts'
import { resizeComponents } from './resize.ts'

/** Makes components exactly as wide as what holds them, or as the screen, from its left edge on. */
export function spanComponents(run: StepRun, step: SpanStep): void {
  for (const node of run.resolveAll(step.targets)) {
    if (!isBoxed(node)) {
      run.write(node, 'width', '100%', true)
      continue
    }
    const [left, , width] = boundsUnder(run.transaction, step.of === 'screen' ? null : node.parent)
    spanTo(run, node, left, width)
  }
}

function spanTo(run: StepRun, node: BoxedNode, left: number, width: number): void {
  const was = node.box[2]
  shiftTree(run.transaction, node, left - node.box[0], 0)
  const [x, y, , height] = node.box
  run.transaction.setBox(node, [x, y, width, height])
  if (width !== was) scaleContent(run.transaction, node, width / was, 1)
  run.wrote(node.id, 'width', 'width', true)
}

/** Makes components as wide as their text needs, with the padding that they state. */
export function fitToText(run: StepRun, step: FitStep): void {
  for (const node of run.resolveAll(step.targets)) {
    const text = run.read(node, 'text')
    if (typeof text !== 'string' || text.trim() === '') {
      run.fail('not-applicable', `#${node.id} shows no text that it could be as wide as.`, node.id)
      return
    }
    const px = textWidth(text, run.readNumber(node, 'fontSize') ?? 16, typeOf(node.component))
    resizeComponents(run, { kind: 'resize', targets: [node.id], width: { kind: 'to', px } })
  }
}

/** Makes components square, or circles: half of the side as radius. */
export function shapeComponents(run: StepRun, step: ShapeStep): void {
  const { px } = step
  if (px !== undefined && !(px >= 1 && px <= MAX_PX)) {
    run.fail('value-invalid', `A side cannot be ${px}px: expected a number from 1 to ${MAX_PX}.`)
    return
  }
  for (const node of run.resolveAll(step.targets)) {
    const side = sideOf(run, node, px)
    if (side === null) {
      run.fail('not-applicable', `#${node.id} states no size, so its sides are not known.`, node.id, [
        `make #${node.id} a ${step.shape} of 48px`,
      ])
      return
    }
    const to = { kind: 'to', px: side } as const
    resizeComponents(run, { kind: 'resize', targets: [node.id], width: to, height: to })
    if (step.shape === 'circle') run.write(node, 'borderRadius', roundFor('borderRadius', side / 2), true)
  }
}

/** The side that is said, else the smaller one; never below the least height that the component may have. */
function sideOf(run: StepRun, node: TreeNode, said: number | undefined): number | null {
  const sides = [run.read(node, 'width'), run.read(node, 'height')].flatMap((side) => numberOf(side) ?? [])
  if (said === undefined && sides.length === 0) return null
  const wanted = said ?? Math.min(...sides)
  const least = leastHeight(node, numberOf(run.read(node, 'height')) ?? Infinity)
  if (wanted < least) run.note('clamped', `#${node.id} cannot be smaller than ${least}px.`, node.id)
  return Math.max(wanted, least)
}
