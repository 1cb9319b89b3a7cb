import type { AlignStep, PlaceAtStep, ShiftStep } from '../../command/step.ts'
import { isTextLike } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { boundsUnder, isBoxed, roundPx, shiftTree } from '../layout/geometry.ts'
import type { BoxedNode } from '../layout/geometry.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX } from '../values.ts'

/** Moves boxes by so many pixels, with what they hold, exactly where told. */
export function shiftComponents(run: StepRun, step: ShiftStep): void {
  if (!isPosition(run, step.dx) || !isPosition(run, step.dy)) return
  for (const node of outermost(run.resolveAll(step.targets))) {
    if (isBoxed(node)) put(run, node, step.dx, step.dy, false)
    else if (step.dx !== 0) writeAlignment(run, node, step.dx > 0 ? 'right' : 'left')
    else failWithoutBox(run, node)
  }
}

/** Sets left or top edges to positions on the screen. */
export function placeComponentsAt(run: StepRun, step: PlaceAtStep): void {
  const { x, y } = step
  if (!isPosition(run, x ?? 0) || !isPosition(run, y ?? 0)) return
  // A container comes before what it holds, so what is told its own place gets that.
  for (const node of run.resolveAll(step.targets)) {
    if (isBoxed(node))
      put(run, node, (x ?? node.box[0]) - node.box[0], (y ?? node.box[1]) - node.box[1], true)
    else failWithoutBox(run, node)
  }
}

/** Alignment in the parent's box, the screen at top level; without boxes a property says it. */
export function alignComponents(run: StepRun, step: AlignStep): void {
  const { to } = step
  for (const node of run.resolveAll(step.targets)) {
    if (isBoxed(node)) {
      const [left, top, width, height] = boundsUnder(run.transaction, node.parent)
      const [x, y, ownWidth, ownHeight] = node.box
      switch (to) {
        case 'left':
          put(run, node, left - x, 0, true)
          break
        case 'center':
          put(run, node, left + (width - ownWidth) / 2 - x, 0, true)
          break
        case 'right':
          put(run, node, left + width - ownWidth - x, 0, true)
          break
        case 'top':
          put(run, node, 0, top - y, true)
          break
        case 'middle':
          put(run, node, 0, top + (height - ownHeight) / 2 - y, true)
          break
        case 'bottom':
          put(run, node, 0, top + height - ownHeight - y, true)
      }
    } else if (to === 'left' || to === 'center' || to === 'right') writeAlignment(run, node, to)
    else failWithoutBox(run, node)
  }
}

/** Moves a component by so much, exactly. `isAbsolute`: whatever decided its place before is lost. */
export function put(run: StepRun, node: BoxedNode, dx: number, dy: number, isAbsolute: boolean): void {
  const [byX, byY] = [roundPx(dx), roundPx(dy)]
  shiftTree(run.transaction, node, byX, byY)
  if (byX !== 0) run.wrote(node.id, 'x', 'x position', isAbsolute)
  if (byY !== 0) run.wrote(node.id, 'y', 'y position', isAbsolute)
}

export function writeAlignment(run: StepRun, node: TreeNode, to: 'left' | 'center' | 'right'): void {
  run.write(node, isTextLike(node.component) ? 'textAlign' : 'align', to, true)
}

function isPosition(run: StepRun, value: number): boolean {
  if (Math.abs(value) <= MAX_PX) return true
  run.fail(
    'value-invalid',
    `A component cannot be moved to or by ${value}px: expected a number of at most ${MAX_PX}.`,
  )
  return false
}

export function failWithoutBox(run: StepRun, node: TreeNode): void {
  run.fail(
    'not-applicable',
    `#${node.id} has no box, so it cannot be positioned; only its order can change.`,
    node.id,
    [`move #${node.id} up`, `align #${node.id} right`],
  )
}
