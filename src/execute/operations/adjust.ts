import type { AdjustStep, Measure } from '../../command/step.ts'
import { propertySpec } from '../../document/blueprint.ts'
import { sidesOfWhole } from '../../document/look-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { rangeOf, roundFor } from '../values.ts'
import { borderWidthOf, completeBorder, isBorderSide } from './border.ts'
import type { BorderSideName } from './border.ts'
import { shiftComponents } from './place.ts'
import { resizeComponents } from './resize.ts'

/** Changes a number relative to what it is, within the limits of its property. */
export function adjustNumber(run: StepRun, step: AdjustStep): void {
  const { property, targets, factor = 1, by = 0 } = step
  const { kind, label } = propertySpec(property)
  if (!Number.isFinite(factor) || !Number.isFinite(by)) {
    run.fail(
      'value-invalid',
      `The ${label} cannot be changed by ${factor === 1 ? by : factor}: expected a finite number.`,
    )
    return
  }
  if (isBorderSide(property)) return adjustBorder(run, step, property)
  if (property === 'width' || property === 'height') return resizeBy(run, step, property)
  if (run.variant !== null && (property === 'x' || property === 'y')) {
    run.fail('not-applicable', `The ${label} cannot differ for ${run.variant}: only looks can.`)
    return
  }
  if (property === 'x') return shiftComponents(run, { kind: 'shift', targets, dx: by, dy: 0 })
  if (property === 'y') return shiftComponents(run, { kind: 'shift', targets, dx: 0, dy: by })
  if (kind !== 'length' && kind !== 'ratio' && kind !== 'weight' && kind !== 'number') {
    run.fail('not-applicable', `The ${label} is not a number, so it cannot be increased or decreased.`)
    return
  }
  const nodes = run.resolveAll(targets)
  const lacking: TreeNode[] = []
  for (const node of nodes) {
    const present = run.readNumber(node, property)
    if (present === undefined) lacking.push(node)
    else adjustOne(run, node, step, present * factor + by)
  }
  adjustSides(run, step)
  skipOrFail(run, lacking, nodes.length, label, `set the ${label} of #${lacking[0]?.id ?? ''} to 16px`)
}

function adjustOne(run: StepRun, node: TreeNode, { property }: AdjustStep, wanted: number): void {
  const { least, most } = rangeOf(property)
  const rounded = property === 'fontWeight' ? Math.round(wanted / 100) * 100 : roundFor(property, wanted)
  const value = Math.min(most, Math.max(least, rounded))
  if (value !== rounded) {
    run.note(
      'clamped',
      `The ${propertySpec(property).label} of #${node.id} stays at ${value}: it cannot go any ${rounded < value ? 'lower' : 'higher'}.`,
      node.id,
    )
  }
  const { initial, whole } = propertySpec(property)
  const stated = run.read(node, property)
  // What is at its limit by default stays unsaid.
  if (stated === undefined && whole === undefined && value === initial) return
  run.write(node, property, value, false)
}

/** One side of a border gets wider or narrower. */
function adjustBorder(run: StepRun, { targets, factor = 1, by = 0 }: AdjustStep, side: BorderSideName): void {
  for (const node of run.resolveAll(targets)) {
    const width = Math.max(0, roundFor('borderWidth', borderWidthOf(run, node, side) * factor + by))
    run.write(node, side, completeBorder(run, node, side, { width }), false)
  }
}

/** Sides that state a value of their own change with the whole. */
function adjustSides(run: StepRun, step: AdjustStep): void {
  const { property, factor = 1, by = 0 } = step
  if (property !== 'padding' && property !== 'margin') return
  for (const node of run.resolveAll(step.targets)) {
    for (const side of sidesOfWhole[property]) {
      if (run.read(node, side) === undefined) continue
      const present = run.readNumber(node, side)
      if (present !== undefined) adjustOne(run, node, { ...step, property: side }, present * factor + by)
    }
  }
}

function resizeBy(run: StepRun, { targets, factor, by }: AdjustStep, property: 'width' | 'height'): void {
  const measure: Measure = factor === undefined ? { kind: 'by', px: by ?? 0 } : { kind: 'factor', factor }
  resizeComponents(run, { kind: 'resize', targets, [property]: measure })
}

/** Components that lack a property are passed over as long as others have it. */
export function skipOrFail(
  run: StepRun,
  lacking: readonly TreeNode[],
  asked: number,
  label: string,
  suggestion: string,
): void {
  if (lacking.length === 0) return
  if (lacking.length < asked) {
    for (const { id } of lacking) run.note('not-applicable', `#${id} has no ${label} to change.`, id)
    return
  }
  const [first] = lacking
  run.fail('not-applicable', `#${first!.id} has no ${label} to change.`, first!.id, [suggestion])
}
