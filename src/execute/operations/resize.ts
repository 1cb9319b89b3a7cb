import type { Measure, ResizeStep } from '../../command/step.ts'
import { propertySpec } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { boundsUnder, isBoxed, roundPx } from '../layout/geometry.ts'
import { leastHeight, MIN_SIZE_PX } from '../layout/least-size.ts'
import { resizeSiblings } from '../layout/resize-siblings.ts'
import type { SizeRequest } from '../layout/resize-siblings.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX, roundFor } from '../values.ts'

/** Changes sizes. Every target's new size comes from the sizes before the step, so their order does not matter. */
export function resizeComponents(run: StepRun, step: ResizeStep): void {
  for (const measure of [step.width, step.height, step.font]) {
    if (measure !== undefined && !isUsable(measure)) {
      run.fail(
        'value-invalid',
        `A size cannot become ${describeMeasure(measure)}: expected a number above 0 and below ${MAX_PX} px.`,
      )
      return
    }
  }
  const nodes = run.resolveAll(step.targets)
  if (run.variant !== null) {
    for (const node of nodes) resizeInVariant(run, step, node)
    return
  }
  // Containers come before what they hold, and each level of siblings is laid out at once.
  const levels = new Map<TreeNode | null, SizeRequest[]>()
  for (const node of nodes) {
    if (!isBoxed(node)) {
      resizeWithoutBox(run, step, node)
      continue
    }
    const [, , width, height] = node.box
    const wanted = {
      node,
      width: step.width === undefined ? width : newWidth(run.transaction, node, width, step.width),
      height: step.height === undefined ? height : newHeight(run, node, height, step.height),
    }
    const level = levels.get(node.parent)
    if (level === undefined) levels.set(node.parent, [wanted])
    else level.push(wanted)
    if (step.font !== undefined) resizeFont(run, node, step.font)
  }
  if (run.errors.length > 0) return
  for (const [parent, requests] of levels) {
    for (const { node, isClamped, kept } of resizeSiblings(run.transaction, parent, requests)) {
      if (isClamped) {
        const edge = node.parent === null ? 'the screen' : `#${node.parent.id}`
        run.note(
          'clamped',
          `#${node.id} cannot be wider than ${node.box[2]}px: it would extend past ${edge} or push others past it.`,
          node.id,
        )
      }
      for (const { id } of kept) run.note('clamped', `#${id} keeps its minimum size inside #${node.id}.`, id)
    }
  }
  for (const requests of levels.values()) {
    for (const { node } of requests) {
      if (step.width !== undefined) run.wrote(node.id, 'width', 'width', overrides(step.width))
      if (step.height !== undefined) run.wrote(node.id, 'height', 'height', overrides(step.height))
    }
  }
}

/** A size that takes no notice of the present one. */
function overrides(measure: Measure): boolean {
  return measure.kind === 'to' || measure.kind === 'share'
}

function isUsable(measure: Measure): boolean {
  switch (measure.kind) {
    case 'to':
      return measure.px > 0 && measure.px <= MAX_PX
    case 'factor':
      return measure.factor > 0 && measure.factor <= MAX_FACTOR
    case 'by':
      return Math.abs(measure.px) <= MAX_PX
    case 'share':
      return measure.share > 0 && measure.share <= MAX_FACTOR
  }
}

const MAX_FACTOR = 1000

function describeMeasure(measure: Measure): string {
  switch (measure.kind) {
    case 'to':
      return `${measure.px}px`
    case 'factor':
      return `${measure.factor} times its size`
    case 'by':
      return `${measure.px}px more`
    case 'share':
      return `${measure.share} of its parent`
  }
}

function measured(measure: Measure, present: number, whole: number): number {
  switch (measure.kind) {
    case 'to':
      return measure.px
    case 'factor':
      return present * measure.factor
    case 'by':
      return present + measure.px
    case 'share':
      return whole * measure.share
  }
}

function newWidth(transaction: Transaction, node: TreeNode, present: number, measure: Measure): number {
  const wanted = roundPx(measured(measure, present, boundsUnder(transaction, node.parent)[2]))
  return Math.min(MAX_PX, Math.max(Math.min(MIN_SIZE_PX, present), wanted))
}

function newHeight(run: StepRun, node: TreeNode, present: number, measure: Measure): number {
  const wanted = roundPx(measured(measure, present, boundsUnder(run.transaction, node.parent)[3]))
  const least = leastHeight(node, present)
  if (wanted < least) run.note('clamped', `#${node.id} cannot be lower than ${least}px.`, node.id)
  return Math.min(MAX_PX, Math.max(least, wanted))
}

function resizeFont(run: StepRun, node: TreeNode, measure: Measure): boolean {
  const present = run.transaction.readNumber(node, 'fontSize')
  if (present === undefined) return false
  const size = Math.min(MAX_PX, Math.max(1, roundFor('fontSize', measured(measure, present, present))))
  run.write(node, 'fontSize', size, overrides(measure))
  return true
}

/** A size for a state or device is only said: nothing is laid out for it. */
function resizeInVariant(run: StepRun, step: ResizeStep, node: TreeNode): void {
  for (const [property, measure] of [
    ['width', step.width],
    ['height', step.height],
    ['fontSize', step.font],
  ] as const) {
    if (measure === undefined) continue
    const present = numberOf(run.read(node, property))
    if (measure.kind === 'share') run.write(node, property, `${roundPx(measure.share * 100)}%`, true)
    else if (measure.kind === 'to' || present !== undefined) {
      const wanted = roundPx(measured(measure, present ?? 0, 0))
      run.write(node, property, Math.min(MAX_PX, Math.max(MIN_SIZE_PX, wanted)), overrides(measure))
    } else
      run.note('not-applicable', `#${node.id} states no ${propertySpec(property).label} to change.`, node.id)
  }
}

/** Without a box: the sizes that the component states, else its scale. */
function resizeWithoutBox(run: StepRun, step: ResizeStep, node: TreeNode): void {
  const { width, height, font } = step
  let isDone = font !== undefined && resizeFont(run, node, font)
  if (width !== undefined && resizeStated(run, node, 'width', width)) isDone = true
  if (height !== undefined && resizeStated(run, node, 'height', height)) isDone = true
  if (isDone) return
  const factor = [width, height, font].find((measure) => measure?.kind === 'factor')
  if (factor?.kind !== 'factor') {
    run.fail('not-applicable', `#${node.id} has no size to add to.`, node.id, [
      `set the width of #${node.id} to 320px`,
      `make #${node.id} bigger`,
    ])
    return
  }
  const scale = (run.transaction.readNumber(node, 'scale') ?? 1) * factor.factor
  run.write(node, 'scale', Math.min(1000, Math.max(0.01, roundFor('scale', scale))), false)
}

function resizeStated(run: StepRun, node: TreeNode, property: 'width' | 'height', measure: Measure): boolean {
  if (measure.kind === 'share') {
    run.write(node, property, `${roundPx(measure.share * 100)}%`, true)
    return true
  }
  const present = numberOf(run.transaction.read(node, property))
  if (present === undefined && measure.kind !== 'to') return false
  const wanted = roundPx(measured(measure, present ?? 0, 0))
  const least =
    property === 'height'
      ? leastHeight(node, present ?? Infinity)
      : Math.min(MIN_SIZE_PX, present ?? MIN_SIZE_PX)
  if (wanted < least) run.note('clamped', `#${node.id} cannot be smaller than ${least}px.`, node.id)
  run.write(node, property, Math.min(MAX_PX, Math.max(least, wanted)), overrides(measure))
  return true
}
