import { describe } from '../../base/json.ts'
import type { PillStep, SetStep, ShadowStep } from '../../command/step.ts'
import { propertySpec } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { StepRun } from '../step-run.ts'
import { clampedValue, roundFor, storedValue } from '../values.ts'
import { placeComponentsAt } from './place.ts'
import { resizeComponents } from './resize.ts'

/** Sets a property. Sizes and positions go the ways that keep the layout in order. */
export function setProperty(run: StepRun, step: SetStep): void {
  const { property, targets } = step
  const given = run.clamps ? clampedValue(property, step.value) : step.value
  if (given !== step.value) {
    const { label } = propertySpec(property)
    run.note('clamped', `The ${label} cannot be ${describe(step.value)}; it was set to ${describe(given)}.`)
  }
  const stored = storedValue(property, given)
  if (!stored.ok) {
    run.fail('value-invalid', `The ${propertySpec(property).label} cannot be set: ${stored.error}.`)
    return
  }
  const { value } = stored
  if (propertySpec(property).home === 'box' && typeof value === 'number') {
    if (property === 'x') placeComponentsAt(run, { kind: 'place-at', targets, x: value })
    else if (property === 'y') placeComponentsAt(run, { kind: 'place-at', targets, y: value })
    else resizeComponents(run, { kind: 'resize', targets, [property]: { kind: 'to', px: value } })
    return
  }
  for (const node of run.resolveAll(targets)) {
    if (propertySpec(property).home === 'box' && node.box !== null) {
      run.fail(
        'not-applicable',
        `#${node.id} has a box, so its ${propertySpec(property).label} cannot be taken away.`,
        node.id,
      )
      return
    }
    // What is not hidden is shown already, whether or not the document says so.
    if (property === 'hidden' && value === false && run.transaction.read(node, property) !== true) continue
    if (value === null && run.transaction.read(node, property) === undefined) continue
    run.write(node, property, value, true)
  }
}

const SHADOWS = ['none', 'sm', 'md', 'lg'] as const

/** Takes the next or the previous of none, sm, md, lg. */
export function changeShadow(run: StepRun, step: ShadowStep): void {
  for (const node of run.resolveAll(step.targets)) {
    const present = run.transaction.read(node, 'shadow')
    const at = SHADOWS.findIndex((name) => name === present)
    // A shadow of its own making counts as the middle one.
    const from = at >= 0 ? at : present === undefined || present === null ? 0 : 2
    const to = Math.min(SHADOWS.length - 1, Math.max(0, from + step.by))
    if (to === from)
      run.note(
        'no-effect',
        `#${node.id} has the ${to === 0 ? 'smallest' : 'biggest'} shadow already (${SHADOWS[to]!}).`,
        node.id,
      )
    else run.write(node, 'shadow', SHADOWS[to], false)
  }
}

/** A radius that rounds the ends of anything that has no stated height. */
const PILL_RADIUS_PX = 999

/** Corner radius of half the height. */
export function roundToPill(run: StepRun, step: PillStep): void {
  for (const node of run.resolveAll(step.targets)) {
    const height = numberOf(run.transaction.read(node, 'height'))
    run.write(
      node,
      'borderRadius',
      height === undefined ? PILL_RADIUS_PX : roundFor('borderRadius', height / 2),
      true,
    )
  }
}
