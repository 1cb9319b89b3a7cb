import type { Step } from '../../command/step.ts'
import { accessOf, spokenIds } from '../../execute/step-access.ts'

/** Something that a step decides without regard to what was there before. */
export interface Decision {
  /** `theme` for a token. */
  readonly id: string
  readonly property: string
}

/** What a step sets anew; relative steps build on what they find and decide nothing. O(targets). */
export function decisionsOf(step: Step): Decision[] {
  if (step.kind === 'token') return step.value === undefined ? [] : [{ id: 'theme', property: step.token }]
  const properties = decidedBy(step)
  const own = 'targets' in step && properties.length > 0 ? step.targets : []
  return spokenIds(step)
    .filter((id) => own.includes(id))
    .flatMap((id) => properties.map((property) => ({ id, property })))
}

function decidedBy(step: Step): readonly string[] {
  switch (step.kind) {
    case 'set':
      return [step.property]
    case 'pill':
      return accessOf(step).writes.properties
    case 'move':
      return ['place']
    case 'resize':
      return (['width', 'height'] as const).filter((side) => step[side]?.kind === 'to')
    case 'place-at':
      return (['x', 'y'] as const).filter((side) => step[side] !== undefined)
    case 'align':
      return [step.to === 'left' || step.to === 'center' || step.to === 'right' ? 'x' : 'y']
    default:
      return []
  }
}
