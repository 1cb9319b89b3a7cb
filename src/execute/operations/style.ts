import { describe } from '../../base/json.ts'
import type { OwnStep, PillStep, SetStep, ShadowStep } from '../../command/step.ts'
import { propertySpec } from '../../document/blueprint.ts'
import { sidesOfWhole } from '../../document/look-table.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { clampedValue, roundFor, storedValue } from '../values.ts'
import { completeBorder, isBorderSide } from './border.ts'
import { placeComponentsAt } from './place.ts'
import { resizeComponents } from './resize.ts'
import { isShare, setShare } from './share.ts'

/** Sets a property. Sizes and positions go the ways that keep the layout in order. */
export function setProperty(run: StepRun, step: SetStep): void {
  const { property, targets } = step
  if (isShare(step)) return setShare(run, step)
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
  if (run.variant !== null) return setInVariant(run, step, value)
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
        `#${node.id} has a box, so its ${propertySpec(property).label} cannot be removed.`,
        node.id,
      )
      return
    }
    setOne(run, node, property, value)
  }
}

/** Sets a property of the document's dialect; the dialect has seen to it that the value is one. */
export function setOwnProperty(run: StepRun, step: OwnStep): void {
  const value = step.value ?? undefined
  for (const node of run.resolveAll(step.targets)) {
    if (value === undefined && run.transaction.read(node, `own:${step.key}`) === undefined) continue
    // The dialect built it on what was there: nothing an earlier step did is lost.
    run.write(node, `own:${step.key}`, value, false)
  }
}

function setOne(run: StepRun, node: TreeNode, property: PropertyName, value: unknown): void {
  const present = run.read(node, property)
  // What is not hidden is shown already, whether or not the document says so.
  if (property === 'hidden' && value === false && present !== true) return
  if (isBorderSide(property) && value !== undefined && value !== null) {
    run.write(node, property, completeBorder(run, node, property, value), true)
    return
  }
  if (property in sidesOfWhole) takeSidesAway(run, node, property as keyof typeof sidesOfWhole)
  if (value === null && present === undefined) return
  run.write(node, property, value, true)
}

/** What is said for all sides holds for all: what single ones had of their own goes. */
function takeSidesAway(run: StepRun, node: TreeNode, whole: keyof typeof sidesOfWhole): void {
  for (const side of sidesOfWhole[whole])
    if (run.read(node, side) !== undefined) run.write(node, side, undefined, true)
}

/** A state or a kind of device changes how things look, not what they say or where they stand. */
function setInVariant(run: StepRun, { property, targets }: SetStep, value: unknown): void {
  const { home, label, kind } = propertySpec(property)
  if (home === 'component' || kind === 'looks' || property === 'x' || property === 'y') {
    run.fail('not-applicable', `The ${label} cannot differ for ${run.variant!}: only looks can.`)
    return
  }
  for (const node of run.resolveAll(targets)) setOne(run, node, property, value)
}

const SHADOWS = ['none', 'sm', 'md', 'lg'] as const

/** Takes the next or the previous of none, sm, md, lg. */
export function changeShadow(run: StepRun, step: ShadowStep): void {
  for (const node of run.resolveAll(step.targets)) {
    const present = run.read(node, 'shadow')
    const at = SHADOWS.findIndex((name) => name === present)
    // A shadow of its own making counts as the middle one.
    const from = at >= 0 ? at : present === undefined || present === null ? 0 : 2
    const to = Math.min(SHADOWS.length - 1, Math.max(0, from + step.by))
    if (to === from)
      run.note(
        'no-effect',
        `#${node.id} already has the ${to === 0 ? 'smallest' : 'biggest'} shadow (${SHADOWS[to]!}).`,
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
    const height = numberOf(run.read(node, 'height'))
    run.write(
      node,
      'borderRadius',
      height === undefined ? PILL_RADIUS_PX : roundFor('borderRadius', height / 2),
      true,
    )
  }
}
