import type { Step, Target } from '../../command/step.ts'
import { parseColor } from '../../document/color.ts'
import type { ColorAspect } from '../effect.ts'
import { byGroup } from './by-group.ts'
import type { EffectContext } from './effect-context.ts'
import { isText } from './is-text.ts'

type ColorProperty = 'background' | 'textColor' | 'borderColor'

/** Spec: a bare colour is the text's for text-like types, the background's for any other. */
export function byAspect(
  targets: readonly Target[],
  aspect: ColorAspect | null,
  context: EffectContext,
  step: (property: ColorProperty, targets: readonly Target[]) => Step,
): Step[] {
  if (aspect !== null)
    return [
      step(aspect === 'text' ? 'textColor' : aspect === 'border' ? 'borderColor' : 'background', targets),
    ]
  return byGroup<ColorProperty>(
    targets,
    (target) => (isText(target, context) ? 'textColor' : 'background'),
    step,
  )
}

/** Sets a colour, of each target that which its type takes. */
export function paint(
  targets: readonly Target[],
  aspect: ColorAspect | null,
  color: string,
  context: EffectContext,
): Step[] {
  const value = parseColor(color)?.hex ?? color
  return byAspect(targets, aspect, context, (property, some) => ({
    kind: 'set',
    targets: some,
    property,
    value,
  }))
}
