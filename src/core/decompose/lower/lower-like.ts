import type { Measure, Step, StyleValue, Target } from '../../command/step.ts'
import { isTextLike } from '../../document/blueprint.ts'
import type { Effect } from '../effect.ts'
import type { EffectContext } from './effect-context.ts'
import { paint } from './paint.ts'

/** Copies properties of another component; null where it means nothing. */
export function lowerLike(
  effect: Extract<Effect, { kind: 'like' }>,
  targets: readonly Target[],
  context: EffectContext,
): Step[] | null {
  const model = context.lookUp(effect.of)
  if (model === null) return null
  const { transaction } = context
  const factor = effect.factor ?? 1
  if (effect.properties === 'color') {
    const text = isTextLike(model.component)
    const value = transaction.read(model, text ? 'textColor' : 'background')
    return typeof value === 'string' ? paint(targets, null, value, context) : []
  }
  const steps: Step[] = []
  const sizes: { width?: Measure; height?: Measure } = {}
  for (const property of effect.properties) {
    const value = transaction.read(model, property)
    if (property === 'width' || property === 'height') {
      const size = transaction.readNumber(model, property)
      if (size !== undefined) sizes[property] = { kind: 'to', px: size * factor }
    } else if (value !== undefined)
      steps.push({
        kind: 'set',
        targets,
        property,
        value: (typeof value === 'number' ? value * factor : value) as StyleValue,
      })
  }
  if (sizes.width !== undefined || sizes.height !== undefined)
    steps.push({ kind: 'resize', targets, ...sizes })
  else if (effect.properties.includes('width') && effect.properties.includes('height')) {
    // Without boxes the size of a text is that of its letters.
    const letters = transaction.readNumber(model, 'fontSize')
    if (letters !== undefined)
      steps.push({ kind: 'set', targets, property: 'fontSize', value: letters * factor })
  }
  return steps
}
