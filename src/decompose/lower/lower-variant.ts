import type { Step } from '../../command/step.ts'
import { propertySpec } from '../../document/blueprint.ts'
import type { Variant } from '../../document/look-table.ts'
import type { LowerFailure } from './lowering.ts'

/** The steps of a look, for one state or kind of device only. */
export function inVariant(steps: readonly Step[], variant: Variant): readonly Step[] | LowerFailure {
  const own: Step[] = []
  for (const step of steps) {
    switch (step.kind) {
      case 'set':
        if (propertySpec(step.property).home === 'component') return not(variant)
        own.push({ ...step, variant })
        break
      case 'adjust':
      case 'resize':
      case 'lightness':
      case 'saturation':
      case 'shadow':
      case 'pill':
      case 'look':
      case 'layout':
        own.push({ ...step, variant })
        break
      default:
        return not(variant)
    }
  }
  return own
}

function not(variant: Variant): LowerFailure {
  return {
    code: 'not-understood',
    reference: null,
    candidates: [],
    message: `only a look can be for ${variant} alone`,
  }
}
